import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RuleBook } from '../../src/faults/rule-book.ts';
import { Clock } from '../../src/kernel/clock.ts';
import { vim25 } from '../../src/vim25/vim25.ts';

const BUSY = { soap: { fault: 'HostCommunication' } } as const;
const worldVerbs = new Map([['host.disconnect', { name: { kind: 'text' as const } }]]);

function book(): { rules: RuleBook } {
  return { rules: new RuleBook({ schema: vim25, seed: 'seed', clock: new Clock({ kind: 'manual' }, 0), worldVerbs }) };
}

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
    [{ effect: BUSY, match: { property: { x: [] } } }, /^match.property.x: expected an object, found a list/],
    [
      { effect: BUSY, match: { property: { x: {} } } },
      /^match.property.x: needs one of equals, not, above, below, exists/,
    ],
    [{ effect: BUSY, when: { holds: { path: '/DC0', equals: 1 } } }, /^when.holds: 'property' is missing/],
    [{ effect: BUSY, when: { holds: { path: '/DC0', property: 'x' } } }, /^when.holds: needs one of equals, not/],
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

  it('is told in one error of ours, whatever it is, and changes nothing', () => {
    const words = fc.constantFrom(
      ...[
        'id',
        'match',
        'when',
        'effect',
        'limits',
        'soap',
        'task',
        'transport',
        'world',
        'fault',
        'properties',
        'verb',
      ],
      ...['method', 'nth', 'times', 'holds', 'path', 'property', 'equals', 'stall', 'at', 'phase', 'status', 'headers'],
      ...['dribble', 'bandwidth', 'garbage', 'fail', 'name', 'constructor', '__proto__', 'toString'],
    );
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'medium', withCrossShrink: true },
        fc.constantFrom<unknown>(
          'before',
          'after',
          'NoDiskSpace',
          'host.disconnect',
          '40%',
          true,
          false,
          null,
          undefined,
        ),
        fc.integer({ min: -1, max: 600 }),
        fc.string(),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(words, tie('value'), { maxKeys: 4 }),
      ),
    }));
    const { rules } = book();
    let armed = 0;
    fc.assert(
      fc.property(value, (input) => {
        try {
          rules.add(input);
          armed++;
        } catch (error) {
          expect(error).toMatchObject({ code: 'ERR_RULE', message: expect.stringMatching(/.+: .+/) });
        }
        expect(rules.list()).toHaveLength(armed);
      }),
      { numRuns: 2_000 },
    );
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
