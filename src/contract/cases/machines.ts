import assert from 'node:assert/strict';
import type { ContractCase } from '../contract-case.ts';
import { refusal } from '../expect.ts';

export const machineCases: readonly ContractCase[] = [
  {
    name: 'a VM is created, started, stopped and destroyed',
    async run({ client, folder, machine }) {
      const vm = await machine('life');
      const state = () => client.get(vm, 'runtime.powerState');
      assert.equal(await state(), 'poweredOff');
      await client.run(vm, 'PowerOnVM_Task');
      assert.equal(await state(), 'poweredOn');
      assert.equal(await client.get(vm, 'summary.runtime.powerState'), 'poweredOn');
      await client.run(vm, 'PowerOffVM_Task');
      assert.equal(await state(), 'poweredOff');
      await client.run(vm, 'Destroy_Task');
      assert.deepEqual((await client.get(folder, 'childEntity')) ?? [], []);
    },
  },
  {
    name: 'a VM stands in its folder, pool and host, and each of them lists it',
    async run({ client, driver, folder, machine }) {
      const vm = await machine('placed');
      await client.run(vm, 'PowerOnVM_Task');
      const { parent, resourcePool, runtime } = await client.get(vm, ['parent', 'resourcePool', 'runtime']);
      assert.equal(parent?.value, folder.value);
      assert.equal(resourcePool?.value, driver.surroundings.pool.value);
      const lists = [await client.get(resourcePool!, 'vm'), await client.get(runtime.host!, 'vm')];
      for (const list of lists) assert.ok(list?.some((one) => one.value === vm.value));
    },
  },
  {
    name: 'starting a running VM is refused with InvalidPowerState that tells both states',
    async run({ client, machine }) {
      const vm = await machine('twice');
      await client.run(vm, 'PowerOnVM_Task');
      const { fault } = await refusal(client.run(vm, 'PowerOnVM_Task'), 'InvalidPowerState');
      assert.equal(fault?.existingState, 'poweredOn');
      assert.equal(fault?.requestedState, 'poweredOn');
    },
  },
  {
    name: 'a running VM is not destroyed but refused with InvalidPowerState',
    async run({ client, machine }) {
      const vm = await machine('running');
      await client.run(vm, 'PowerOnVM_Task');
      await refusal(client.run(vm, 'Destroy_Task'), 'InvalidPowerState');
      assert.equal(await client.get(vm, 'runtime.powerState'), 'poweredOn');
    },
  },
  {
    name: 'a second VM of the same name in a folder is refused with DuplicateName that carries the first',
    async run({ machine }) {
      const first = await machine('same');
      const { fault } = await refusal(machine('same'), 'DuplicateName');
      assert.equal(fault?.name, 'same');
      assert.deepEqual(fault?.object, { type: 'VirtualMachine', value: first.value });
    },
  },
  {
    name: 'a guest id that does not exist is refused with InvalidArgument naming configSpec.guestId',
    async run({ machine }) {
      const { fault } = await refusal(machine('strange', { guestId: 'noSuchGuest' }), 'InvalidArgument');
      assert.equal(fault?.invalidProperty, 'configSpec.guestId');
    },
  },
  {
    name: 'a reconfiguration is seen in config and in summary',
    async run({ client, machine }) {
      const vm = await machine('grown');
      await client.run(vm, 'ReconfigVM_Task', { spec: { numCPUs: 2, memoryMB: 64, annotation: 'two by 64' } });
      const { config, summary } = await client.get(vm, ['config', 'summary']);
      assert.deepEqual([config?.hardware.numCPU, config?.hardware.memoryMB, config?.annotation], [2, 64, 'two by 64']);
      assert.deepEqual([summary.config.numCpu, summary.config.memorySizeMB], [2, 64]);
    },
  },
  {
    name: 'a VM that was destroyed is answered with ManagedObjectNotFound that carries it',
    async run({ client, machine }) {
      const vm = await machine('gone');
      await client.run(vm, 'Destroy_Task');
      const { fault } = await refusal(client.get(vm, 'name'), 'ManagedObjectNotFound');
      assert.deepEqual(fault?.obj, { type: 'VirtualMachine', value: vm.value });
    },
  },
  {
    name: 'a clone has the hardware of its source and identities of its own',
    async run({ client, folder, machine }) {
      const source = await machine('source', { numCPUs: 2 });
      const spec = { location: {}, powerOn: false, template: false };
      const clone = await client.run(source, 'CloneVM_Task', { folder, name: 'clone', spec });
      assert.notEqual(clone.value, source.value);
      const [one, two] = await Promise.all([source, clone].map((vm) => client.get(vm, 'config')));
      assert.equal(two?.name, 'clone');
      assert.equal(two?.hardware.numCPU, 2);
      assert.notEqual(two?.uuid, one?.uuid);
      assert.notEqual(two?.instanceUuid, one?.instanceUuid);
      assert.notEqual(two?.files.vmPathName, one?.files.vmPathName);
    },
  },
  {
    name: 'a VM is found by its uuids',
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
];
