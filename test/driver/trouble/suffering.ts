/** The cases of operations under troubles, world by world. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SimError } from '../../../src/kernel/errors.ts';
import { OPERATIONS } from './operations.ts';
import { Rig } from './rig.ts';
import type { Trouble } from './scenario-trouble.ts';

/** Where a task never ends and cannot be cancelled, nobody can take anything from its machine. The error says so. */
function isStuck(outcome: unknown, { faults }: Trouble): boolean {
  const stalls = faults.some(({ effect }) => 'task' in effect && 'stall' in effect.task);
  return stalls && outcome instanceof SimError && outcome.message.includes('could not be taken back');
}

/** Every operation under every trouble; those of one world share a simulator. */
export function suffering(worlds: readonly (readonly Trouble[])[]): void {
  for (const troubles of worlds) {
    describe(`in the world of ${troubles[0]!.name}`, () => {
      let rig: Rig;

      beforeAll(async () => {
        rig = await Rig.open(troubles[0]!.peace);
      });

      afterAll(async () => {
        await rig[Symbol.asyncDispose]();
      });

      for (const trouble of troubles) {
        for (const operation of OPERATIONS) {
          it(`${operation.name} under ${trouble.name} is done or leaves nothing behind`, async () => {
            const { outcome, before, after, done, open } = await rig.suffer(operation, trouble);
            expect(open).toEqual([]);
            if (outcome !== undefined) expect(outcome).toBeInstanceOf(SimError);
            if (outcome === undefined) expect(after).toEqual(await done());
            else if (isStuck(outcome, trouble)) expect(await rig.amends(operation)).toEqual(before);
            else if (!operation.takesAway) expect(after).toEqual(before);
            else {
              expect(before.files).toEqual(expect.arrayContaining([...after.files]));
              expect(await rig.amends(operation)).toEqual(await done());
            }
          });
        }
      }
    });
  }
}
