import assert from 'node:assert/strict';
import type { ContractCase } from '../contract-case.ts';
import { refusal } from '../expect.ts';

export const machineCases: readonly ContractCase[] = [
  {
    name: 'a VM is created, started, stopped and destroyed',
    does: 'changes',
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
    does: 'changes',
    async run({ client, folder, ground, machine }) {
      const vm = await machine('placed');
      await client.run(vm, 'PowerOnVM_Task');
      const { parent, resourcePool, runtime } = await client.get(vm, ['parent', 'resourcePool', 'runtime']);
      assert.equal(parent?.value, folder.value);
      assert.equal(resourcePool?.value, ground.pool.value);
      const lists = [await client.get(resourcePool!, 'vm'), await client.get(runtime.host!, 'vm')];
      for (const list of lists) assert.ok(list?.some((one) => one.value === vm.value));
    },
  },
  {
    name: 'starting a running VM is refused with InvalidPowerState that tells both states',
    does: 'changes',
    async run({ client, machine }) {
      const vm = await machine('twice');
      await client.run(vm, 'PowerOnVM_Task');
      const { fault } = await refusal(client.run(vm, 'PowerOnVM_Task'), 'InvalidPowerState');
      assert.equal(fault?.existingState, 'poweredOn');
      assert.equal(fault?.requestedState, 'poweredOn');
    },
  },
  {
    name: 'a VM that is off is neither reset nor suspended but refused with InvalidPowerState',
    does: 'changes',
    async run({ client, machine }) {
      const vm = await machine('off');
      await refusal(client.run(vm, 'ResetVM_Task'), 'InvalidPowerState');
      await refusal(client.run(vm, 'SuspendVM_Task'), 'InvalidPowerState');
      assert.equal(await client.get(vm, 'runtime.powerState'), 'poweredOff');
    },
  },
  {
    name: 'a VM is suspended and goes on when it is started',
    does: 'changes',
    async run({ client, machine }) {
      const vm = await machine('resting');
      await client.run(vm, 'PowerOnVM_Task');
      await client.run(vm, 'SuspendVM_Task');
      assert.equal(await client.get(vm, 'runtime.powerState'), 'suspended');
      await client.run(vm, 'PowerOnVM_Task');
      assert.equal(await client.get(vm, 'runtime.powerState'), 'poweredOn');
    },
  },
  {
    name: 'a VM tells when it was started while it runs, and not when it is off',
    does: 'changes',
    async run({ client, machine }) {
      const vm = await machine('timed');
      assert.equal(await client.get(vm, 'runtime.bootTime'), undefined);
      await client.run(vm, 'PowerOnVM_Task');
      assert.ok(!Number.isNaN(Date.parse((await client.get(vm, 'runtime.bootTime')) ?? '')), 'it has no bootTime');
    },
  },
  {
    name: 'a running VM is not destroyed but refused with InvalidPowerState',
    does: 'changes',
    async run({ client, machine }) {
      const vm = await machine('running');
      await client.run(vm, 'PowerOnVM_Task');
      await refusal(client.run(vm, 'Destroy_Task'), 'InvalidPowerState');
      assert.equal(await client.get(vm, 'runtime.powerState'), 'poweredOn');
    },
  },
  {
    name: 'a second VM of the same name in a folder is refused with DuplicateName that carries the first',
    does: 'changes',
    async run({ machine, named }) {
      const first = await machine('same');
      const { fault } = await refusal(machine('same'), 'DuplicateName');
      assert.equal(fault?.name, named('same'));
      assert.deepEqual(fault?.object, { type: 'VirtualMachine', value: first.value });
    },
  },
  {
    name: 'a VM moves from folder to folder, running or not',
    does: 'changes',
    async run({ client, folder, machine }) {
      const vm = await machine('moved');
      await client.run(vm, 'PowerOnVM_Task');
      const target = await client.call(folder, 'CreateFolder', { name: 'target' });
      await client.run(target, 'MoveIntoFolder_Task', { list: [vm] });
      const { parent, runtime } = await client.get(vm, ['parent', 'runtime']);
      assert.deepEqual([parent?.value, runtime.powerState], [target.value, 'poweredOn']);
    },
  },
  {
    name: 'a VM that was unregistered is unknown, and known again when its file is registered',
    does: 'changes',
    async run({ client, folder, ground, machine, named }) {
      const vm = await machine('away', { numCPUs: 2 });
      const path = (await client.get(vm, 'config.files.vmPathName'))!;
      await client.call(vm, 'UnregisterVM');
      await refusal(client.get(vm, 'name'), 'ManagedObjectNotFound');
      const back = await client.run(folder, 'RegisterVM_Task', { path, asTemplate: false, pool: ground.pool });
      const { name, config } = await client.get(back, ['name', 'config']);
      assert.deepEqual([name, config?.hardware.numCPU], [named('away'), 2]);
    },
  },
  {
    name: 'a running VM is not unregistered but refused with InvalidPowerState',
    does: 'changes',
    async run({ client, machine }) {
      const vm = await machine('running');
      await client.run(vm, 'PowerOnVM_Task');
      await refusal(client.call(vm, 'UnregisterVM'), 'InvalidPowerState');
      assert.equal(await client.get(vm, 'runtime.connectionState'), 'connected');
    },
  },
  {
    name: 'a VM that was destroyed is answered with ManagedObjectNotFound that carries it',
    does: 'changes',
    async run({ client, machine }) {
      const vm = await machine('gone');
      await client.run(vm, 'Destroy_Task');
      const { fault } = await refusal(client.get(vm, 'name'), 'ManagedObjectNotFound');
      assert.deepEqual(fault?.obj, { type: 'VirtualMachine', value: vm.value });
    },
  },
  {
    name: 'a guest without tools is not asked to shut down but refused with ToolsUnavailable',
    does: 'changes',
    async run({ client, machine }) {
      const vm = await machine('bare');
      await client.run(vm, 'PowerOnVM_Task');
      await refusal(client.call(vm, 'ShutdownGuest'), 'ToolsUnavailable');
      assert.equal(await client.get(vm, 'runtime.powerState'), 'poweredOn');
    },
  },
  {
    name: 'a running VM gives a ticket for its console',
    does: 'changes',
    async run({ client, machine }) {
      const vm = await machine('shown');
      await client.run(vm, 'PowerOnVM_Task');
      const { ticket } = await client.call(vm, 'AcquireTicket', { ticketType: 'webmks' });
      assert.match(ticket, /\S/);
    },
  },
  {
    name: 'a running VM that is reset goes on running',
    does: 'changes',
    async run({ client, machine }) {
      const vm = await machine('again');
      await client.run(vm, 'PowerOnVM_Task');
      await client.run(vm, 'ResetVM_Task');
      assert.equal(await client.get(vm, 'runtime.powerState'), 'poweredOn');
    },
  },
  {
    name: 'what one session does with a VM another sees at once',
    does: 'changes',
    async run({ client, connect, machine }) {
      const vm = await machine('shared');
      const other = await connect();
      await client.run(vm, 'PowerOnVM_Task');
      assert.equal(await other.get(vm, 'runtime.powerState'), 'poweredOn');
      await other.run(vm, 'PowerOffVM_Task');
      assert.equal(await client.get(vm, 'runtime.powerState'), 'poweredOff');
    },
  },
];
