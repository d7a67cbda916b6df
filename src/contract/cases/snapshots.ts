import assert from 'node:assert/strict';
import type { Ref } from '../../client/index.ts';
import type { VirtualDisk, VirtualDiskFlatVer2BackingInfo } from '../../vim25/index.ts';
import type { Context, ContractCase } from '../contract-case.ts';
import { refusal } from '../expect.ts';

function take(
  { client }: Context,
  vm: Ref<'VirtualMachine'>,
  name: string,
  memory = false,
): Promise<Ref<'VirtualMachineSnapshot'>> {
  return client.run(vm, 'CreateSnapshot_Task', { name, description: `${name} of all`, memory, quiesce: false });
}

export const snapshotCases: readonly ContractCase[] = [
  {
    name: 'snapshots form a tree, the newest is the current one, and removing it makes its parent current',
    does: 'changes',
    async run(context) {
      const { client, machine } = context;
      const vm = await machine('tree');
      const first = await take(context, vm, 'first');
      const second = await take(context, vm, 'second');
      const info = await client.get(vm, 'snapshot');
      assert.equal(info?.currentSnapshot?.value, second.value);
      const [root] = info?.rootSnapshotList ?? [];
      assert.deepEqual([root?.name, root?.childSnapshotList?.[0]?.name], ['first', 'second']);
      await client.run(second, 'RemoveSnapshot_Task', { removeChildren: false });
      assert.equal((await client.get(vm, 'snapshot'))?.currentSnapshot?.value, first.value);
    },
  },
  {
    name: 'a snapshot tells its name, its description, its VM, and how the VM was',
    does: 'changes',
    async run(context) {
      const { client, machine } = context;
      const vm = await machine('described', { numCPUs: 2 });
      const snapshot = await take(context, vm, 'first');
      const [tree] = (await client.get(vm, 'snapshot'))?.rootSnapshotList ?? [];
      assert.deepEqual([tree?.name, tree?.description, tree?.state], ['first', 'first of all', 'poweredOff']);
      assert.deepEqual([tree?.vm.value, tree?.snapshot.value], [vm.value, snapshot.value]);
      assert.equal(await client.get(snapshot, 'config.hardware.numCPU'), 2);
    },
  },
  {
    name: 'a snapshot is renamed',
    does: 'changes',
    async run(context) {
      const { client, machine } = context;
      const vm = await machine('renamed');
      await client.call(await take(context, vm, 'old'), 'RenameSnapshot', { name: 'new', description: 'newer' });
      const [tree] = (await client.get(vm, 'snapshot'))?.rootSnapshotList ?? [];
      assert.deepEqual([tree?.name, tree?.description], ['new', 'newer']);
    },
  },
  {
    name: 'a VM without snapshots has no snapshot property',
    does: 'changes',
    async run(context) {
      const { client, machine } = context;
      const vm = await machine('bare');
      assert.equal(await client.get(vm, 'snapshot'), undefined);
      await take(context, vm, 'only');
      await client.run(vm, 'RemoveAllSnapshots_Task', {});
      assert.equal(await client.get(vm, 'snapshot'), undefined);
    },
  },
  {
    name: 'a revert brings back the configuration of the time of the snapshot',
    does: 'changes',
    async run(context) {
      const { client, machine } = context;
      const vm = await machine('reverted', { numCPUs: 1 });
      const before = await take(context, vm, 'before');
      await client.run(vm, 'ReconfigVM_Task', { spec: { numCPUs: 2 } });
      await client.run(before, 'RevertToSnapshot_Task', {});
      const cpus = await client.get(vm, 'config.hardware.numCPU');
      assert.equal(cpus, 1, `after the revert numCPU is ${cpus}`);
    },
  },
  {
    name: 'a revert makes the snapshot current, and what is taken next its child',
    does: 'changes',
    async run(context) {
      const { client, machine } = context;
      const vm = await machine('branched');
      const first = await take(context, vm, 'first');
      await take(context, vm, 'second');
      await client.run(first, 'RevertToSnapshot_Task', {});
      assert.equal((await client.get(vm, 'snapshot'))?.currentSnapshot?.value, first.value);
      await take(context, vm, 'third');
      const [root] = (await client.get(vm, 'snapshot'))?.rootSnapshotList ?? [];
      assert.deepEqual(root?.childSnapshotList?.map(({ name }) => name).toSorted(), ['second', 'third']);
    },
  },
  {
    name: 'a revert to a snapshot without memory leaves the VM off',
    does: 'changes',
    async run(context) {
      const { client, machine } = context;
      const vm = await machine('forgetful');
      await client.run(vm, 'PowerOnVM_Task');
      const running = await take(context, vm, 'running');
      await client.run(running, 'RevertToSnapshot_Task', {});
      const state = await client.get(vm, 'runtime.powerState');
      assert.equal(state, 'poweredOff', `after the revert it is ${state}`);
    },
  },
  {
    name: 'a revert to a snapshot with memory leaves the VM running',
    does: 'changes',
    async run(context) {
      const { client, machine } = context;
      const vm = await machine('mindful');
      await client.run(vm, 'PowerOnVM_Task');
      const running = await take(context, vm, 'running', true);
      await client.run(vm, 'PowerOffVM_Task');
      await client.run(running, 'RevertToSnapshot_Task', {});
      const state = await client.get(vm, 'runtime.powerState');
      assert.equal(state, 'poweredOn', `after the revert it is ${state}`);
    },
  },
  {
    name: 'a snapshot removed with its children takes the whole branch',
    does: 'changes',
    async run(context) {
      const { client, machine } = context;
      const vm = await machine('felled');
      const first = await take(context, vm, 'first');
      const second = await take(context, vm, 'second');
      await client.run(first, 'RemoveSnapshot_Task', { removeChildren: true });
      assert.equal(await client.get(vm, 'snapshot'), undefined);
      await refusal(client.get(second, 'config'), 'ManagedObjectNotFound');
    },
  },
  {
    name: 'a VM without snapshots has none to revert to: NotFound',
    does: 'changes',
    async run({ client, machine }) {
      await refusal(client.run(await machine('bare'), 'RevertToCurrentSnapshot_Task', {}), 'NotFound');
    },
  },
  {
    name: 'after a snapshot the VM writes to a disk of its own above the one that was kept',
    does: 'changes',
    async run(context) {
      const { client, instance } = context;
      const { ref } = await instance('layered', { powerOn: false });
      const backing = async () => {
        const all = (await client.get(ref, 'config.hardware.device')) ?? [];
        const disk = all.find(({ _typeName }) => _typeName === 'VirtualDisk') as VirtualDisk;
        return disk.backing as VirtualDiskFlatVer2BackingInfo;
      };
      const before = await backing();
      await take(context, ref, 'kept');
      const after = await backing();
      assert.notEqual(after.fileName, before.fileName, 'it writes to the same file');
      assert.equal(after.parent?.fileName, before.fileName);
      await client.run(ref, 'RemoveAllSnapshots_Task', {});
      assert.equal((await backing()).parent, undefined);
    },
  },
];
