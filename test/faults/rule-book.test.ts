import { describe, expect, it } from 'vitest';
import type { Subject } from '../../src/faults/match.ts';
import type { WorldEffect } from '../../src/faults/rule.ts';
import { RuleBook } from '../../src/faults/rule-book.ts';
import { Clock } from '../../src/kernel/clock.ts';
import { vim25 } from '../../src/vim25/vim25.ts';

const worldVerbs = new Map([['host.disconnect', ['name']]]);

function book(seed = 'seed'): { rules: RuleBook; clock: Clock } {
  const clock = new Clock({ kind: 'manual' }, 0);
  return { rules: new RuleBook({ schema: vim25, seed, clock, worldVerbs }), clock };
}

function call(method: string, more: Partial<Subject> = {}): Subject {
  const none = { name: '', paths: [], users: [], opId: '', session: 0 };
  return { method, is: (type) => type === 'VirtualMachine' || type === 'ManagedEntity', ...none, ...more };
}

const BUSY = { soap: { fault: 'HostCommunication' } } as const;

/** Which of so many calls a rule takes, from 1. */
function taken(rules: RuleBook, calls: number, subject: Subject = call('PowerOnVM_Task')): number[] {
  return Array.from({ length: calls }, (_, i) => (rules.take(subject, 'soap').length > 0 ? i + 1 : 0)).filter(
    (n) => n > 0,
  );
}

describe('the book of rules', () => {
  it('takes every call that matches when nothing else is said', () => {
    const { rules } = book();
    rules.add({ match: { method: 'power*' }, effect: BUSY });
    expect(taken(rules, 3)).toEqual([1, 2, 3]);
    expect(taken(rules, 3, call('CreateVM_Task'))).toEqual([]);
  });

  it('asks rules in the order they were armed, and those after the first that takes a call do not see it', () => {
    const { rules } = book();
    rules.add({ id: 'first', when: { every: 2 }, effect: BUSY });
    rules.add({ id: 'second', effect: BUSY });
    const ids = Array.from({ length: 4 }, () => rules.take(call('Login'), 'soap')[0]?.id);
    expect(ids).toEqual(['second', 'first', 'second', 'first']);
    expect(rules.list().map(({ id, seen, hits }) => ({ id, seen, hits }))).toEqual([
      { id: 'first', seen: 4, hits: 2 },
      { id: 'second', seen: 2, hits: 2 },
    ]);
  });

  it('lets rules that settle nothing pass a call on: one that holds it up, and any that change the world', () => {
    const { rules } = book();
    const verb = 'host.disconnect';
    rules.add({ id: 'late', effect: { transport: { delay: '1s' } } });
    rules.add({ id: 'later', effect: { transport: { delay: '2s' } } });
    rules.add({ id: 'change', when: { every: 2 }, effect: { world: { verb } } });
    rules.add({ id: 'another', match: { method: 'Login' }, effect: { world: { verb } } });
    rules.add({ id: 'fault', match: { method: 'Log*' }, effect: BUSY });
    rules.add({ id: 'beyond', effect: { world: { verb } } });
    const ids = () => rules.take(call('Login'), 'soap', 'transport', 'world').map(({ id }) => id);
    expect(ids()).toEqual(['late', 'another', 'fault']);
    expect(ids()).toEqual(['late', 'change', 'another', 'fault']);
    expect(rules.list().map(({ seen, hits }) => [seen, hits])).toEqual([
      [2, 2],
      [0, 0],
      [2, 1],
      [2, 2],
      [2, 2],
      [0, 0],
    ]);
  });

  it('knows work that takes longer from work that never ends', () => {
    const { rules } = book();
    rules.add({ id: 'slow', when: { nth: 1 }, effect: { task: { slow: '5s' } } });
    rules.add({ id: 'for ever', effect: { task: { stall: true } } });
    rules.add({ id: 'fail', effect: { task: { fail: { fault: 'HostCommunication' } } } });
    const ids = () => rules.take(call('PowerOnVM_Task'), 'task').map(({ id }) => id);
    expect([ids(), ids()]).toEqual([['slow', 'for ever'], ['for ever']]);
  });

  it('takes the nth call, each nth, and no more than its limit', () => {
    const nth = book().rules;
    nth.add({ when: { nth: 3 }, effect: BUSY });
    expect(taken(nth, 9)).toEqual([3]);
    expect(nth.list()[0]?.spent).toBe(true);
    const every = book().rules;
    every.add({ when: { every: 3 }, limits: { times: 2 }, effect: BUSY });
    expect(taken(every, 12)).toEqual([3, 6]);
  });

  it('sleeps and ends by the clock', async () => {
    const { rules, clock } = book();
    rules.add({ when: { after: '30s' }, limits: { until: '1m' }, effect: BUSY });
    expect(taken(rules, 2)).toEqual([]);
    await clock.advance(30_000);
    expect(taken(rules, 2)).toEqual([1, 2]);
    await clock.advance(30_000);
    expect(taken(rules, 2)).toEqual([]);
  });

  it('throws dice that follow from the seed and from its own id', () => {
    const throws = (seed: string, id: string) => {
      const { rules } = book(seed);
      rules.add({ id, when: { probability: 0.3 }, effect: BUSY });
      return taken(rules, 200);
    };
    expect(throws('a', 'x')).toEqual(throws('a', 'x'));
    expect(throws('a', 'x')).not.toEqual(throws('b', 'x'));
    expect(throws('a', 'x')).not.toEqual(throws('a', 'y'));
    expect(throws('a', 'x').length).toBeGreaterThan(30);
    expect(throws('a', 'x').length).toBeLessThan(90);
  });

  it('matches by type, name, path, user, opId and session', () => {
    const fits = (match: object) => {
      const { rules } = book();
      rules.add({ match, effect: BUSY });
      const users = ['VSPHERE.LOCAL\\bob', 'bob', 'bob@VSPHERE.LOCAL'];
      const paths = ['/DC0/vm/web-1'];
      return (
        rules.take(call('Rename_Task', { name: 'web-1', paths, users, opId: 'job-7', session: 3 }), 'soap').length > 0
      );
    };
    expect(
      fits({
        type: 'ManagedEntity',
        name: 'web-?',
        path: '/dc0/vm/*',
        user: 'bob@vsphere.local',
        opId: 'job-*',
        session: 3,
      }),
    ).toBe(true);
    expect(fits({ type: 'HostSystem' })).toBe(false);
    expect(fits({ name: 'web' })).toBe(false);
    expect(fits({ path: '/DC1/*' })).toBe(false);
    expect(fits({ user: 'alice*' })).toBe(false);
    expect(fits({ session: 4 })).toBe(false);
  });

  it('does a change of the world that names no call by itself, when its hour comes', async () => {
    const { rules, clock } = book();
    const done: WorldEffect[] = [];
    rules.onHour = (effect) => done.push(effect);
    rules.add({ when: { after: '10s' }, effect: { world: { verb: 'host.disconnect', name: 'DC0_H0' } } });
    await clock.advance(9_999);
    expect(done).toHaveLength(0);
    await clock.advance(1);
    expect(done).toMatchObject([{ verb: 'host.disconnect', args: { name: 'DC0_H0' } }]);
    expect(rules.list()[0]).toMatchObject({ hits: 1, spent: true });
  });

  it('forgets a rule that is removed, and its hour too', async () => {
    const { rules, clock } = book();
    let done = 0;
    rules.onHour = () => done++;
    const id = rules.add({ when: { after: '10s' }, effect: { world: { verb: 'host.disconnect' } } });
    expect(rules.remove(id)).toBe(true);
    expect(rules.remove(id)).toBe(false);
    await clock.advance(60_000);
    expect(done).toBe(0);
  });

  it('returns on reset to the rules it began with, none of them hit', () => {
    const { rules } = book();
    rules.add({ when: { nth: 1 }, effect: BUSY });
    rules.keepAsStart();
    rules.add({ id: 'later', effect: BUSY });
    expect(taken(rules, 1)).toEqual([1]);
    rules.reset();
    expect(rules.list()).toMatchObject([{ id: 'rule-1', hits: 0 }]);
    expect(taken(rules, 2)).toEqual([1]);
  });

  it('arms all of several rules or none', () => {
    const { rules } = book();
    expect(() => rules.addAll([{ effect: BUSY }, { effect: {} }])).toThrow(/\[1\]\.effect: needs one of soap, task/);
    expect(rules.list()).toEqual([]);
    expect(rules.add({ effect: BUSY })).toBe('rule-1');
  });

  it('names a rule without an id by a number that no other has', () => {
    const { rules } = book();
    expect(rules.addAll([{ id: 'rule-2', effect: BUSY }, { effect: BUSY }, { effect: BUSY }])).toEqual([
      'rule-2',
      'rule-1',
      'rule-3',
    ]);
  });
});

describe('a wrong rule', () => {
  const refused: readonly (readonly [rule: unknown, says: RegExp])[] = [
    ['x', /^the rule: expected an object, found 'x'/],
    [{}, /^the rule: 'effect' is missing/],
    [{ effect: BUSY, mach: {} }, /^mach: unknown word; did you mean 'match'\?/],
    [{ effect: { soap: BUSY.soap, task: { stall: true } } }, /^effect: takes only one of soap, task/],
    [{ effect: BUSY, when: { nth: 0 } }, /^when.nth: expected a whole number of at least 1, found '0'/],
    [{ effect: BUSY, when: { probability: 2 } }, /^when.probability: expected a number from 0 to 1/],
    [
      { effect: BUSY, when: { after: 'soon' } },
      /^when.after: expected a duration such as 500ms, 30s or 2h, found 'soon'/,
    ],
    [{ effect: BUSY, when: { nth: 1 }, limits: { times: 2 } }, /^limits.times: never reached/],
    [{ effect: BUSY, when: { after: '1m' }, limits: { until: '30s' } }, /^limits.until: never matches/],
    [{ effect: BUSY, match: { type: 'VirtualMachin' } }, /^match.type: .*did you mean 'VirtualMachine'\?/],
    [
      { effect: { soap: { fault: 'NoDiskSpce' } } },
      /^effect.soap.fault: the API has no fault 'NoDiskSpce'; did you mean 'NoDiskSpace'\?/,
    ],
    [{ effect: { soap: { fault: 'VirtualDisk' } } }, /^effect.soap.fault: the API has no fault 'VirtualDisk'/],
    [{ effect: { soap: { fault: 'NoDiskSpace' } } }, /^effect.soap.properties: NoDiskSpace needs 'file' \(string\)/],
    [
      { effect: { soap: { fault: 'InvalidPowerState', properties: { existingState: 'poweredUp' } } } },
      /^effect.soap.properties.existingState: VirtualMachinePowerState has no value "poweredUp"; did you mean 'poweredOn'\?/,
    ],
    [
      {
        effect: {
          soap: { fault: 'InvalidPowerState', properties: { existingState: 'poweredOn', wantedState: 'poweredOff' } },
        },
      },
      /^effect.soap.properties.wantedState: InvalidPowerState has no property 'wantedState'/,
    ],
    [{ effect: { task: { fail: BUSY.soap, stall: true } } }, /^effect.task: takes only one of fail, stall/],
    [{ effect: { task: { stall: true, at: '140%' } } }, /^effect.task.at: 140% is beyond the end/],
    [{ effect: { transport: { truncate: 10, phase: 'before' } } }, /^effect.transport.phase: .*only after the work/],
    [{ effect: { transport: { reset: true, body: 'x' } } }, /^effect.transport.body: goes with `status` only/],
    [{ effect: { transport: { status: 700 } } }, /^effect.transport.status: expected a whole number from 200 to 599/],
    [{ effect: { world: { verb: 'host.disconect' } } }, /^effect.world.verb: .*did you mean 'host.disconnect'\?/],
    [{ effect: { world: { verb: 'host.disconnect', nme: 'x' } } }, /^effect.world.nme: .*did you mean 'name'\?/],
  ];

  it.each(refused)('%j is refused whole, with the path and the reason', (rule, says) => {
    const { rules } = book();
    expect(() => rules.add(rule)).toThrow(
      expect.objectContaining({ code: 'ERR_RULE', message: expect.stringMatching(says) }),
    );
    expect(rules.list()).toEqual([]);
  });

  it('is refused when its id is taken', () => {
    const { rules } = book();
    rules.add({ id: 'one', effect: BUSY });
    expect(() => rules.add({ id: 'one', effect: BUSY })).toThrow(/there is a rule 'one' already/);
  });

  it('need not name what the call itself says', () => {
    const { rules } = book();
    expect(rules.add({ effect: { soap: { fault: 'NotAuthenticated' } } })).toBe('rule-1');
    expect(rules.add({ effect: { soap: { fault: 'ManagedObjectNotFound' } } })).toBe('rule-2');
  });
});
