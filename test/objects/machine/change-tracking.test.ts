import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import { type Answer, Endpoint } from '../endpoint.ts';

const KIB = 1_024;
const GIB = 2 ** 30;

async function tracked(enabled = true) {
  const ep = await Endpoint.open();
  const vm = await ep.at('DC0/vm/DC0_H0_VM0');
  await ep.run(vm, 'PowerOffVM_Task');
  await ep.run(vm, 'ReconfigVM_Task', { spec: { changeTrackingEnabled: enabled } });
  const snapshot = async (name: string): Promise<Ref> =>
    ep.run(vm, 'CreateSnapshot_Task', { name, memory: false, quiesce: false });
  const disk = (devices: Answer[]) => devices.find((d) => d.key === 2000);
  return {
    ep,
    vm,
    snapshot,
    write: (at: number, bytes = 'x') => ep.sim.disks.write({ vm: vm.value }, at, Buffer.from(bytes)),
    changeId: async (of: Ref): Promise<string> =>
      disk(await ep.read(of, of === vm ? 'config.hardware.device' : 'config').then((c) => c.hardware?.device ?? c))
        .backing.changeId,
    query: (snapshot: Ref | undefined, changeId: string, more: object = {}) =>
      ep.call(vm, 'QueryChangedDiskAreas', { snapshot, deviceKey: 2000, startOffset: 0, changeId, ...more }),
    refused: (snapshot: Ref | undefined, changeId: string, more: object = {}) =>
      ep.fault(vm, 'QueryChangedDiskAreas', { snapshot, deviceKey: 2000, startOffset: 0, changeId, ...more }),
  };
}

const areas = (info: Answer) =>
  (info.changedArea ?? []).map((a: Answer) => [a.start / (64 * KIB), a.length / (64 * KIB)]);

describe('changed block tracking', () => {
  it('tells what was written between two snapshots, by blocks', async () => {
    const { ep, snapshot, write, changeId, query } = await tracked();
    await using _ = ep;
    await write(5);
    await write(3 * 64 * KIB, 'y'.repeat(65 * KIB));
    const one = await snapshot('one');
    expect(areas(await query(one, '*'))).toEqual([
      [0, 1],
      [3, 2],
    ]);
    await write(64 * KIB);
    await write(2 * GIB - 1, 'ab');
    const two = await snapshot('two');
    const info = await query(two, await changeId(one));
    expect(areas(info)).toEqual([
      [1, 1],
      [2 * 16 * KIB - 1, 2],
    ]);
    expect(info).toMatchObject({ startOffset: 0, length: 10 * GIB });
    expect(await query(two, await changeId(two))).not.toHaveProperty('changedArea');
    expect(areas(await query(two, '*', { startOffset: GIB }))).toEqual([[2 * 16 * KIB - 1, 2]]);
  });

  it('goes on when the snapshots are taken together', async () => {
    const { ep, snapshot, write, changeId, query } = await tracked();
    await using _ = ep;
    await write(0);
    const one = await snapshot('one');
    const mark = await changeId(one);
    await write(64 * KIB);
    await ep.run(one, 'RemoveSnapshot_Task', { removeChildren: false });
    const two = await snapshot('two');
    expect(areas(await query(two, mark))).toEqual([[1, 1]]);
    expect(await changeId(two)).toBe(mark.replace(/1$/, '2'));
  });

  it('begins another series when the disk goes back, and knows nothing of older marks then', async () => {
    const { ep, snapshot, write, changeId, query, refused } = await tracked();
    await using _ = ep;
    await write(0);
    const one = await snapshot('one');
    const mark = await changeId(one);
    await ep.run(one, 'RevertToSnapshot_Task');
    await write(64 * KIB);
    const two = await snapshot('two');
    expect(await refused(two, mark)).toMatchObject({
      _typeName: 'FileFault',
      file: '[LocalDS_0] DC0_H0_VM0/DC0_H0_VM0-000001.vmdk',
    });
    expect(areas(await query(two, '*'))).toEqual([[0, 2]]);
  });

  it('refuses a disk that is not tracked, a mark nobody set, a key of no disk, a place beyond the disk', async () => {
    const { ep, snapshot, refused } = await tracked();
    await using _ = ep;
    expect(await refused(undefined, '*')).toMatchObject({ _typeName: 'FileFault' });
    const one = await snapshot('one');
    expect(await refused(one, 'nonsense')).toMatchObject({ _typeName: 'FileFault' });
    expect(await refused(one, '*', { deviceKey: 4000 })).toMatchObject({ invalidProperty: 'deviceKey' });
    expect(await refused(one, '*', { startOffset: 10 * GIB })).toMatchObject({ invalidProperty: 'startOffset' });
  });

  it('is off until somebody asks for it', async () => {
    const { ep, snapshot, changeId, refused } = await tracked(false);
    await using _ = ep;
    const one = await snapshot('one');
    expect(await changeId(one)).toBeUndefined();
    expect(await refused(one, '*')).toMatchObject({ _typeName: 'FileFault' });
  });
});
