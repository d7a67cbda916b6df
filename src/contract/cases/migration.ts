import assert from 'node:assert/strict';
import type { Ref } from '../../client/index.ts';
import type { VirtualDisk, VirtualDiskFlatVer2BackingInfo } from '../../vim25/index.ts';
import type { Context, ContractCase } from '../contract-case.ts';

/** A host of the cluster that the VM is not on. */
async function elsewhere({ client, ground }: Context, vm: Ref<'VirtualMachine'>): Promise<Ref<'HostSystem'>> {
  const here = await client.get(vm, 'runtime.host');
  return ground.hosts.find(({ ref }) => ref.value !== here?.value)!.ref;
}

export const migrationCases: readonly ContractCase[] = [
  {
    name: 'a running VM moves to another host and goes on running',
    does: 'changes',
    needs: ['two hosts', 'shared datastore', 'vMotion'],
    async run(context) {
      const { client, machine } = context;
      const vm = await machine('moving');
      await client.run(vm, 'PowerOnVM_Task');
      const host = await elsewhere(context, vm);
      await client.run(vm, 'RelocateVM_Task', { spec: { host } });
      const { host: now, powerState } = await client.get(vm, 'runtime');
      assert.deepEqual([now?.value, powerState], [host.value, 'poweredOn']);
      const members = (await client.get(host, 'vm')) ?? [];
      assert.ok(
        members.some(({ value }) => value === vm.value),
        'its new host does not list it',
      );
    },
  },
  {
    name: 'a running VM moves by a migration too, and the old host lists it no more',
    does: 'changes',
    needs: ['two hosts', 'shared datastore', 'vMotion'],
    async run(context) {
      const { client, machine } = context;
      const vm = await machine('migrating');
      await client.run(vm, 'PowerOnVM_Task');
      const old = (await client.get(vm, 'runtime.host'))!;
      const host = await elsewhere(context, vm);
      await client.run(vm, 'MigrateVM_Task', { host, priority: 'defaultPriority' });
      assert.equal((await client.get(vm, 'runtime.host'))?.value, host.value);
      const members = (await client.get(old, 'vm')) ?? [];
      assert.ok(!members.some(({ value }) => value === vm.value), 'its old host lists it still');
    },
  },
  {
    name: 'a VM that is off moves to another host',
    does: 'changes',
    needs: ['two hosts', 'shared datastore'],
    async run(context) {
      const { client, machine } = context;
      const vm = await machine('carried');
      const host = await elsewhere(context, vm);
      await client.run(vm, 'RelocateVM_Task', { spec: { host } });
      assert.equal((await client.get(vm, 'runtime.host'))?.value, host.value);
    },
  },
  {
    name: 'a VM moves to where it is without harm',
    does: 'changes',
    async run({ client, machine }) {
      const vm = await machine('staying');
      const before = await client.get(vm, 'config.files.vmPathName');
      await client.run(vm, 'RelocateVM_Task', { spec: {} });
      assert.equal(await client.get(vm, 'config.files.vmPathName'), before);
    },
  },
  {
    name: 'a VM moves to another datastore with its disk and its file',
    does: 'changes',
    needs: ['two datastores'],
    async run({ client, ground, instance }) {
      const { ref } = await instance('shipped', { powerOn: false });
      const target = ground.datastores[1]!;
      await client.run(ref, 'RelocateVM_Task', { spec: { datastore: target.ref } });
      const { config, datastore } = await client.get(ref, ['config', 'datastore']);
      assert.ok(config?.files.vmPathName?.startsWith(`[${target.name}] `), `its file is ${config?.files.vmPathName}`);
      assert.deepEqual(
        datastore?.map(({ value }) => value),
        [target.ref.value],
      );
      const disk = config?.hardware.device?.find(({ _typeName }) => _typeName === 'VirtualDisk') as VirtualDisk;
      const { fileName } = disk.backing as VirtualDiskFlatVer2BackingInfo;
      assert.ok(fileName.startsWith(`[${target.name}] `), `its disk is ${fileName}`);
    },
  },
  {
    name: 'a migration leaves an event that names both hosts',
    does: 'changes',
    needs: ['two hosts', 'shared datastore', 'vMotion'],
    async run(context) {
      const { client, machine } = context;
      const vm = await machine('noted');
      await client.run(vm, 'PowerOnVM_Task');
      const source = (await client.get(vm, 'runtime.host'))!;
      const host = await elsewhere(context, vm);
      await client.run(vm, 'RelocateVM_Task', { spec: { host } });
      const filter = { entity: { entity: vm, recursion: 'self' }, eventTypeId: ['VmMigratedEvent'] } as const;
      const [event] = (await client.call(client.content.eventManager!, 'QueryEvents', { filter })) ?? [];
      const from = (event as { sourceHost?: { host: Ref } } | undefined)?.sourceHost?.host.value;
      assert.deepEqual([from, event?.host?.host.value], [source.value, host.value]);
    },
  },
];
