import { describe, expect, it } from 'vitest';
import type { Subject } from '../../src/faults/match.ts';
import type { WorldEffect } from '../../src/faults/rule.ts';
import { RuleBook } from '../../src/faults/rule-book.ts';
import { Clock } from '../../src/kernel/clock.ts';
import { vim25 } from '../../src/vim25/vim25.ts';

const worldVerbs = new Map([['host.disconnect', { name: { kind: 'text' as const } }]]);

function book(seed = 'seed'): { rules: RuleBook; clock: Clock } {
  const clock = new Clock({ kind: 'manual' }, 0);
  return { rules: new RuleBook({ schema: vim25, seed, clock, worldVerbs }), clock };
}

function call(method: string, more: Partial<Subject> = {}): Subject {
  const none = {
    name: '',
    paths: [],
    users: [],
    opId: '',
    session: 0,
    property: (path: string) => ({ power: 'on', memory: 512, disks: [1, 2] })[path],
    nameOf: () => undefined,
  };
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
    expect(fits({ property: { power: 'o?', memory: { above: 511 }, disks: { below: 3 } } })).toBe(true);
    expect(fits({ property: { power: { not: 'on' } } })).toBe(false);
    expect(fits({ property: { memory: { above: 512 } } })).toBe(false);
    expect(fits({ property: { none: { exists: false } } })).toBe(true);
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
