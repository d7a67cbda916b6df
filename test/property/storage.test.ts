/** The books of datastores: what is free and what the files take make the capacity, whatever anybody does. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isVsphereError } from '../../src/client/index.ts';
import { type Deed, Nothing, OPERATIONS } from './storage-operations.ts';
import { type Picture, Refused, StorageScene } from './storage-scene.ts';

/** Deeds that others need before there is anything to do come more often. */
const OFTEN: readonly Deed['what'][] = [
  'write',
  'snapshot',
  'revert',
  'removeSnapshot',
  'clone',
  'relocate',
  'powerOn',
  'firstClassSnapshot',
  'firstClassAttach',
];
const whats = [...(Object.keys(OPERATIONS) as Deed['what'][]), ...OFTEN, ...OFTEN];
const deed = fc.record({ what: fc.constantFrom(...whats), a: fc.nat(60), b: fc.nat(60), c: fc.nat(60) });

/** Machines, snapshots and disks to begin with, so that there is something to do things to. */
const BEGINNING: readonly Deed[] = [
  { what: 'createMachine', a: 0, b: 0, c: 0 },
  { what: 'write', a: 0, b: 0, c: 1 },
  { what: 'snapshot', a: 0, b: 1, c: 0 },
  { what: 'write', a: 0, b: 0, c: 2 },
  { what: 'clone', a: 0, b: 2, c: 3 },
  { what: 'createMachine', a: 1, b: 1, c: 2 },
  { what: 'createDisk', a: 0, b: 0, c: 0 },
  { what: 'firstClass', a: 0, b: 0, c: 0 },
];
const deeds = fc.array(deed, { minLength: 10, maxLength: 40, size: 'max' }).map((more) => [...BEGINNING, ...more]);

/** What may make a disk of a machine read otherwise: all others leave what each of them reads as. */
const WRITES: ReadonlySet<Deed['what']> = new Set<Deed['what']>([
  'write',
  'putExtent',
  'copyDisk',
  'moveDisk',
  'deleteDisk',
  'extendDisk',
  'zeroFillDisk',
  'moveFile',
  'deleteFile',
  'growDisk',
  'revert',
  'revertToCurrent',
  'firstClassExtend',
  'firstClassDelete',
  'destroy',
  'register',
  'copyFile',
  'copyDiskFile',
  'attachDisk',
  'removeDisk',
]);

/** Whether it was done; false where it was refused. */
async function done(scene: StorageScene, deed: Deed, before: Picture): Promise<boolean> {
  try {
    await OPERATIONS[deed.what]({ ...deed, scene, before });
    return true;
  } catch (error) {
    const isRefusal = error instanceof Refused || error instanceof Nothing || (isVsphereError(error) && error.fault);
    if (isRefusal || (error as { readonly code?: string }).code === 'ERR_USAGE') return false;
    throw error;
  }
}

it('free and used make the capacity, used is what the files say, and what is refused changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(deeds, async (all) => {
      await using scene = await StorageScene.open();
      const empty = await scene.picture();
      let before = empty;
      const said: string[] = [];
      for (const deed of all) {
        const isDone = await done(scene, deed, before);
        const after = await scene.picture();
        said.push(`${deed.what} ${deed.a} ${deed.b} ${deed.c} ${isDone ? '' : 'refused'}`);
        expect(await scene.wrong(after), said.join('\n')).toEqual([]);
        if (!isDone) expect(after, said.join('\n')).toEqual(before);
        if (!WRITES.has(deed.what)) {
          const still = [...before.disks].filter(([key]) => after.disks.has(key));
          expect(
            still.map(([key]) => [key, after.disks.get(key)]),
            said.join('\n'),
          ).toEqual(still);
        }
        before = after;
      }
      await scene.clear();
      expect(await scene.picture(), said.join('\n')).toEqual(empty);
    }),
    { numRuns: 15 },
  );
});
