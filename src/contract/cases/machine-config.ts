import assert from 'node:assert/strict';
import type { ContractCase } from '../contract-case.ts';
import { refusal } from '../expect.ts';

export const machineConfigCases: readonly ContractCase[] = [
  {
    name: 'a VM keeps the name, the guest and the ids that it was created with',
    does: 'changes',
    async run({ newUuid, client, machine, named }) {
      const [uuid, instanceUuid] = [newUuid(), newUuid()];
      const vm = await machine('kept', { uuid, instanceUuid, annotation: 'kept as it was said' });
      const { config, name } = await client.get(vm, ['name', 'config']);
      assert.deepEqual([name, config?.name], [named('kept'), named('kept')]);
      assert.deepEqual([config?.uuid, config?.instanceUuid], [uuid, instanceUuid]);
      assert.deepEqual([config?.guestId, config?.annotation], ['otherGuest64', 'kept as it was said']);
    },
  },
  {
    name: 'the files of a new VM stand in a directory of its name',
    does: 'changes',
    async run({ client, datastore, machine, named }) {
      const name = named('filed');
      const path = await client.get(await machine('filed'), 'config.files.vmPathName');
      assert.equal(path, `[${datastore.name}] ${name}/${name}.vmx`);
    },
  },
  {
    name: 'a guest id that does not exist is refused with InvalidArgument naming configSpec.guestId',
    does: 'changes',
    async run({ machine }) {
      const { fault } = await refusal(machine('strange', { guestId: 'noSuchGuest' }), 'InvalidArgument');
      assert.equal(fault?.invalidProperty, 'configSpec.guestId');
    },
  },
  {
    name: 'a reconfiguration is seen in config and in summary',
    does: 'changes',
    async run({ client, machine }) {
      const vm = await machine('grown');
      await client.run(vm, 'ReconfigVM_Task', { spec: { numCPUs: 2, memoryMB: 64, annotation: 'two by 64' } });
      const { config, summary } = await client.get(vm, ['config', 'summary']);
      assert.deepEqual([config?.hardware.numCPU, config?.hardware.memoryMB, config?.annotation], [2, 64, 'two by 64']);
      assert.deepEqual([summary.config.numCpu, summary.config.memorySizeMB], [2, 64]);
    },
  },
  {
    name: 'a reconfiguration is known by a change version of its own',
    does: 'changes',
    async run({ client, machine }) {
      const vm = await machine('versioned');
      const before = await client.get(vm, 'config.changeVersion');
      await client.run(vm, 'ReconfigVM_Task', { spec: { annotation: 'another' } });
      assert.notEqual(await client.get(vm, 'config.changeVersion'), before);
    },
  },
  {
    name: 'a reconfiguration of a version that is past is refused with ConcurrentAccess',
    does: 'changes',
    async run({ client, machine }) {
      const vm = await machine('late');
      const changeVersion = await client.get(vm, 'config.changeVersion');
      await client.run(vm, 'ReconfigVM_Task', { spec: { annotation: 'first' } });
      const late = { changeVersion: changeVersion!, annotation: 'second' };
      await refusal(client.run(vm, 'ReconfigVM_Task', { spec: late }), 'ConcurrentAccess');
      assert.equal(await client.get(vm, 'config.annotation'), 'first');
    },
  },
  {
    name: 'a word of extraConfig is set, changed, and gone when it is set to nothing',
    does: 'changes',
    async run({ client, machine }) {
      const vm = await machine('worded');
      for (const value of ['one', 'two', '']) {
        const extraConfig = [{ _typeName: 'OptionValue', key: 'contract.word', value }];
        await client.run(vm, 'ReconfigVM_Task', { spec: { extraConfig } });
        const all = (await client.get(vm, 'config.extraConfig')) ?? [];
        const words = all.filter(({ key }) => key === 'contract.word').map((word) => word.value);
        assert.deepEqual(words, value === '' ? [] : [value]);
      }
    },
  },
  {
    name: 'reservations and limits are read as they were set',
    does: 'changes',
    async run({ client, machine }) {
      const vm = await machine('reserved');
      const cpuAllocation = { reservation: 10, limit: 500 };
      const memoryAllocation = { reservation: 16, limit: 32 };
      await client.run(vm, 'ReconfigVM_Task', { spec: { cpuAllocation, memoryAllocation } });
      const config = (await client.get(vm, 'config'))!;
      const [cpu, memory] = [config.cpuAllocation!, config.memoryAllocation!];
      assert.deepEqual([cpu.reservation, cpu.limit], [10, 500]);
      assert.deepEqual([memory.reservation, memory.limit], [16, 32]);
    },
  },
  {
    name: 'normal shares are a thousand a CPU and ten a MiB',
    does: 'changes',
    async run({ client, machine }) {
      const vm = await machine('sharing', { numCPUs: 2, memoryMB: 64 });
      const config = (await client.get(vm, 'config'))!;
      const shares = [config.cpuAllocation?.shares?.shares, config.memoryAllocation?.shares?.shares];
      assert.deepEqual(shares, [2000, 640], `shares are ${shares}`);
    },
  },
  {
    name: 'firmware and boot delay are read as they were set',
    does: 'changes',
    async run({ client, machine }) {
      const vm = await machine('booting', { firmware: 'efi', bootOptions: { bootDelay: 5000 } });
      const { firmware, bootOptions } = (await client.get(vm, 'config'))!;
      assert.deepEqual([firmware, bootOptions?.bootDelay], ['efi', 5000]);
    },
  },
  {
    name: 'a VM is renamed, and found by its new name only',
    does: 'changes',
    async run({ client, folder, machine, named }) {
      const vm = await machine('old');
      await client.run(vm, 'Rename_Task', { newName: named('new') });
      const { config, summary } = await client.get(vm, ['config', 'summary']);
      assert.deepEqual([config?.name, summary.config.name], [named('new'), named('new')]);
      const find = (name: string) => client.call(client.content.searchIndex!, 'FindChild', { entity: folder, name });
      assert.equal((await find(named('new')))?.value, vm.value);
      assert.equal(await find(named('old')), undefined);
    },
  },
  {
    name: 'a VM is found by its uuids',
    does: 'changes',
    async run({ client, machine }) {
      const vm = await machine('sought');
      const { uuid, instanceUuid } = (await client.get(vm, 'config'))!;
      const { searchIndex } = client.content;
      const bios = await client.call(searchIndex!, 'FindByUuid', { uuid, vmSearch: true });
      const instance = { uuid: instanceUuid!, vmSearch: true, instanceUuid: true };
      assert.equal(bios?.value, vm.value);
      assert.equal((await client.call(searchIndex!, 'FindByUuid', instance))?.value, vm.value);
    },
  },
  {
    name: 'a VM is found by the path of its file',
    does: 'changes',
    async run({ client, ground, machine }) {
      const vm = await machine('filed');
      const path = (await client.get(vm, 'config.files.vmPathName'))!;
      const wanted = { datacenter: ground.datacenter.ref, path };
      const found = await client.call(client.content.searchIndex!, 'FindByDatastorePath', wanted);
      assert.equal(found?.value, vm.value);
    },
  },
  {
    name: 'a template stands in no pool and is not started but refused with NotSupported',
    does: 'changes',
    async run({ client, machine }) {
      const vm = await machine('template');
      await client.call(vm, 'MarkAsTemplate');
      const { config, resourcePool } = await client.get(vm, ['config', 'resourcePool']);
      assert.deepEqual([config?.template, resourcePool], [true, undefined]);
      await refusal(client.run(vm, 'PowerOnVM_Task'), 'NotSupported');
    },
  },
  {
    name: 'a template becomes a VM again in a pool that is named',
    does: 'changes',
    async run({ client, ground, machine }) {
      const vm = await machine('template');
      await client.call(vm, 'MarkAsTemplate');
      await client.call(vm, 'MarkAsVirtualMachine', { pool: ground.pool });
      const { config, resourcePool } = await client.get(vm, ['config', 'resourcePool']);
      assert.deepEqual([config?.template, resourcePool?.value], [false, ground.pool.value]);
    },
  },
  {
    name: 'a running VM does not become a template but is refused with InvalidPowerState',
    does: 'changes',
    async run({ client, machine }) {
      const vm = await machine('running');
      await client.run(vm, 'PowerOnVM_Task');
      await refusal(client.call(vm, 'MarkAsTemplate'), 'InvalidPowerState');
      assert.equal(await client.get(vm, 'config.template'), false);
    },
  },
  {
    name: 'the summary of a VM names it and its file',
    does: 'changes',
    async run({ client, machine }) {
      const vm = await machine('summed-up');
      const { config, summary } = await client.get(vm, ['config', 'summary']);
      assert.equal(summary.vm?.value, vm.value);
      assert.equal(summary.config.vmPathName, config?.files.vmPathName);
      assert.equal(summary.config.uuid, config?.uuid);
      assert.deepEqual([summary.config.template, summary.runtime.connectionState], [false, 'connected']);
    },
  },
  {
    name: 'a VM whose uuid is changed is found by the new one only',
    does: 'changes',
    async run({ newUuid, client, machine }) {
      const vm = await machine('reborn');
      const old = (await client.get(vm, 'config.uuid'))!;
      const uuid = newUuid();
      await client.run(vm, 'ReconfigVM_Task', { spec: { uuid } });
      const find = (wanted: string) =>
        client.call(client.content.searchIndex!, 'FindByUuid', { uuid: wanted, vmSearch: true });
      assert.equal((await find(uuid))?.value, vm.value);
      assert.equal(await find(old), undefined);
    },
  },
];
