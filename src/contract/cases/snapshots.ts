import assert from 'node:assert/strict';
import type { Ref } from '../../client/index.ts';
import type { Context, ContractCase } from '../contract-case.ts';

function take({ client }: Context, vm: Ref<'VirtualMachine'>, name: string): Promise<Ref<'VirtualMachineSnapshot'>> {
  return client.run(vm, 'CreateSnapshot_Task', { name, memory: false, quiesce: false });
}

export const snapshotCases: readonly ContractCase[] = [
  {
    name: 'snapshots form a tree, the newest is the current one, and removing it makes its parent current',
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
    name: 'a VM without snapshots has no snapshot property',
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
];
