/** What random deeds once brought to light, told by itself. */
import { expect, it } from 'vitest';
import { type Deed, OPERATIONS } from './storage-operations.ts';
import { type Picture, StorageScene } from './storage-scene.ts';

const KNOWN: { readonly [what: string]: string } = {
  'a machine taken off the inventory leaves its files on every datastore': 'createMachine 0 7 0, unregister 0 0 0',
  'a disk that two machines have is moved away from both':
    'createMachine 0 0 1, createDisk 1 0 0, attachDisk 0 0 1, createMachine 1 0 3, attachDisk 1 0 1, moveDisk 0 3 1',
  'a disk that no snapshot keeps is one disk, whoever looks at it':
    'createMachine 0 0 0, write 0 0 1, snapshot 0 1 0, write 0 0 2, clone 0 2 3, promote 0 0 0, shrinkDisk 0 0 0',
  'what nobody’s disk stands on is not made one with it':
    'createMachine 0 0 1, write 0 0 1, childDisk 0 0 0, promote 0 1 0',
  'the image of the OVF environment takes room while the machine runs':
    'createMachine 0 0 0, powerOn 0 0 0, powerOff 0 0 0',
  'what snapshots of first class disks keep is counted, below a machine and without one':
    'createMachine 0 0 1, firstClass 0 0 0, firstClassAttach 0 0 0, write 0 1 1, firstClassSnapshot 0 0 0, write 0 1 2, firstClassOf 0 0 0, firstClassForget 0 0 0, firstClassSnapshot 0 0 0, firstClassDetach 0 0 0, firstClassRelocate 0 1 0, firstClassRevert 0 0 0, firstClassRepair 0 0 0',
  'logs and suspended memory take room where they were told to go':
    'createMachine 0 0 1, directories 0 1 1, powerOn 0 0 0, suspend 0 0 0, powerOn 0 0 0, powerOff 0 0 0, unregister 0 0 0',
};

it.each(Object.entries(KNOWN))('%s', async (_, deeds) => {
  await using scene = await StorageScene.open();
  const empty = await scene.picture();
  let before: Picture = empty;
  for (const [what, ...numbers] of deeds.split(', ').map((deed) => deed.split(' '))) {
    const [a, b, c] = numbers.map(Number) as [number, number, number];
    const deed: Deed = { what: what as Deed['what'], a, b, c };
    await OPERATIONS[deed.what]({ ...deed, scene, before });
    before = await scene.picture();
    expect(await scene.wrong(before), what).toEqual([]);
  }
  await scene.clear();
  expect(await scene.picture()).toEqual(empty);
});
