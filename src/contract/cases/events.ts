import assert from 'node:assert/strict';
import type { EventFilterSpec } from '../../vim25/index.ts';
import type { ContractCase } from '../contract-case.ts';

/** A cluster that chooses the host says so by an event of its own. */
const STARTED = ['VmPoweredOnEvent', 'DrsVmPoweredOnEvent'];

export const eventCases: readonly ContractCase[] = [
  {
    name: 'the events of a VM tell its life in order',
    does: 'changes',
    async run({ client, machine }) {
      const vm = await machine('told');
      await client.run(vm, 'PowerOnVM_Task');
      await client.run(vm, 'PowerOffVM_Task');
      const filter: EventFilterSpec = { entity: { entity: vm, recursion: 'self' } };
      const events = await client.call(client.content.eventManager!, 'QueryEvents', { filter });
      const wanted = ['VmCreatedEvent', 'VmPoweredOnEvent', 'VmPoweredOffEvent'];
      const plain = (type = '') => (STARTED.includes(type) ? 'VmPoweredOnEvent' : type);
      const told = (events ?? []).toSorted((a, b) => a.key - b.key).map((event) => plain(event._typeName));
      assert.deepEqual(
        told.filter((type) => wanted.includes(type)),
        wanted,
      );
    },
  },
  {
    name: 'an event names its user, VM, host and datacenter',
    does: 'changes',
    async run({ client, machine, named }) {
      const vm = await machine('named');
      await client.run(vm, 'PowerOnVM_Task');
      const filter: EventFilterSpec = { entity: { entity: vm, recursion: 'self' }, eventTypeId: STARTED };
      const [event] = (await client.call(client.content.eventManager!, 'QueryEvents', { filter })) ?? [];
      assert.equal(event?.vm?.name, named('named'));
      assert.equal(event?.vm?.vm.value, vm.value);
      assert.equal(event?.userName, client.session.userName);
      assert.ok(event?.host?.name && event.datacenter?.name, 'host and datacenter are named');
    },
  },
  {
    name: 'the events of a folder tell of the machines in it when they are asked for all below',
    does: 'changes',
    async run({ client, folder, machine }) {
      const vms = [await machine('one'), await machine('two')];
      const filter: EventFilterSpec = {
        entity: { entity: folder, recursion: 'children' },
        eventTypeId: ['VmCreatedEvent'],
      };
      const events = (await client.call(client.content.eventManager!, 'QueryEvents', { filter })) ?? [];
      assert.deepEqual(events.map(({ vm }) => vm?.vm.value).toSorted(), vms.map(({ value }) => value).toSorted());
    },
  },
  {
    name: 'an event collector reads what happened page by page',
    does: 'changes',
    async run({ client, machine }) {
      const vm = await machine('paged');
      for (const method of ['PowerOnVM_Task', 'PowerOffVM_Task'] as const) await client.run(vm, method);
      const filter: EventFilterSpec = { entity: { entity: vm, recursion: 'self' } };
      const collector = await client.call(client.content.eventManager!, 'CreateCollectorForEvents', { filter });
      try {
        await client.call(collector, 'RewindCollector');
        const keys: number[] = [];
        for (let page = 0; page < 50; page++) {
          const events = (await client.call(collector, 'ReadNextEvents', { maxCount: 2 })) ?? [];
          if (events.length === 0) break;
          assert.ok(events.length <= 2, `a page holds ${events.length} events`);
          keys.push(...events.map(({ key }) => key));
        }
        assert.ok(keys.length >= 3, `${keys.length} events in all`);
        assert.equal(new Set(keys).size, keys.length, 'an event came twice');
      } finally {
        await client.call(collector, 'DestroyCollector');
      }
    },
  },
  {
    name: "a user's own words are logged as an event of the object they were said of",
    does: 'changes',
    async run({ client, machine }) {
      const vm = await machine('annotated');
      const { eventManager } = client.content;
      await client.call(eventManager!, 'LogUserEvent', { entity: vm, msg: 'seen by the contract' });
      const filter: EventFilterSpec = { entity: { entity: vm, recursion: 'self' }, eventTypeId: ['GeneralUserEvent'] };
      const [event] = (await client.call(eventManager!, 'QueryEvents', { filter })) ?? [];
      assert.equal((event as { message?: string } | undefined)?.message, 'seen by the contract');
    },
  },
  {
    name: 'a reconfiguration and a rename each leave an event of their own',
    does: 'changes',
    async run({ client, machine, named }) {
      const vm = await machine('before');
      await client.run(vm, 'ReconfigVM_Task', { spec: { numCPUs: 2 } });
      await client.run(vm, 'Rename_Task', { newName: named('after') });
      const eventTypeId = ['VmReconfiguredEvent', 'VmRenamedEvent'];
      const filter: EventFilterSpec = { entity: { entity: vm, recursion: 'self' }, eventTypeId };
      const events = (await client.call(client.content.eventManager!, 'QueryEvents', { filter })) ?? [];
      const types = events.map(({ _typeName }) => _typeName).toSorted();
      assert.deepEqual(types, eventTypeId, `events are ${types}`);
    },
  },
  {
    name: 'the newest event of all is one that has happened',
    does: 'reads',
    async run({ client }) {
      const latest = await client.get(client.content.eventManager!, 'latestEvent');
      assert.ok((latest?.key ?? 0) > 0);
      assert.ok(!Number.isNaN(Date.parse(latest?.createdTime ?? '')));
    },
  },
];
