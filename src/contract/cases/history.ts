import assert from 'node:assert/strict';
import type { ContractCase } from '../contract-case.ts';

export const historyCases: readonly ContractCase[] = [
  {
    name: 'a task tells what it did, to what, who asked and when',
    async run({ client, machine }) {
      const vm = await machine('asked');
      const info = await client.waitForTask(await client.call(vm, 'PowerOnVM_Task'));
      assert.equal(info.state, 'success');
      assert.equal(info.descriptionId, 'VirtualMachine.powerOn');
      assert.deepEqual(info.entity, { type: 'VirtualMachine', value: vm.value });
      assert.equal(info.entityName, 'asked', `entityName is ${info.entityName}`);
      assert.equal(info.reason._typeName, 'TaskReasonUser');
      const times = [info.queueTime, info.startTime ?? '', info.completeTime ?? ''].map((time) => Date.parse(time));
      assert.deepEqual(
        times,
        times.toSorted((a, b) => a - b),
        'queued, started, completed in this order',
      );
    },
  },
  {
    name: 'a failed task keeps its fault',
    async run({ client, machine }) {
      const vm = await machine('failing');
      const task = await client.call(vm, 'PowerOffVM_Task');
      await client.waitForTask(task).catch(() => undefined);
      const info = await client.get(task, 'info');
      assert.equal(info.state, 'error');
      assert.equal(info.error?.fault._typeName, 'InvalidPowerState');
    },
  },
  {
    name: 'the events of a VM tell its life in order',
    async run({ client, machine }) {
      const vm = await machine('told');
      await client.run(vm, 'PowerOnVM_Task');
      await client.run(vm, 'PowerOffVM_Task');
      const filter = { entity: { entity: vm, recursion: 'self' } } as const;
      const events = await client.call(client.content.eventManager!, 'QueryEvents', { filter });
      const wanted = ['VmCreatedEvent', 'VmPoweredOnEvent', 'VmPoweredOffEvent'];
      // A cluster that chooses the host says so by an event of its own.
      const plain = (type = '') => (type === 'DrsVmPoweredOnEvent' ? 'VmPoweredOnEvent' : type);
      const told = (events ?? []).toSorted((a, b) => a.key - b.key).map((event) => plain(event._typeName));
      assert.deepEqual(
        told.filter((type) => wanted.includes(type)),
        wanted,
      );
    },
  },
  {
    name: 'an event names its user, VM, host and datacenter',
    async run({ client, machine }) {
      const vm = await machine('named');
      await client.run(vm, 'PowerOnVM_Task');
      const eventTypeId = ['VmPoweredOnEvent', 'DrsVmPoweredOnEvent'];
      const filter = { entity: { entity: vm, recursion: 'self' }, eventTypeId } as const;
      const [event] = (await client.call(client.content.eventManager!, 'QueryEvents', { filter })) ?? [];
      assert.equal(event?.vm?.name, 'named');
      assert.equal(event?.vm?.vm.value, vm.value);
      assert.equal(event?.userName, client.session.userName);
      assert.ok(event?.host?.name && event.datacenter?.name, 'host and datacenter are named');
    },
  },
];
