import assert from 'node:assert/strict';
import type { Context, ContractCase } from '../contract-case.ts';
import { refusal } from '../expect.ts';

/** Gives nothing back to its children and takes nothing of its parent but what it says. */
const NONE = {
  reservation: 0,
  expandableReservation: true,
  limit: -1,
  shares: { level: 'normal', shares: 4000 },
} as const;

async function membersOf({ client }: Context, pool: Awaited<ReturnType<Context['pool']>>): Promise<string[]> {
  return ((await client.get(pool, 'vm')) ?? []).map(({ value }) => value);
}

export const placementCases: readonly ContractCase[] = [
  {
    name: 'a started VM runs on a host of its cluster',
    does: 'changes',
    async run({ client, ground, machine }) {
      const vm = await machine('somewhere');
      await client.run(vm, 'PowerOnVM_Task');
      const host = await client.get(vm, 'runtime.host');
      assert.ok(
        ground.hosts.some(({ ref }) => ref.value === host?.value),
        `it runs on ${host?.value}`,
      );
    },
  },
  {
    name: 'a VM created for a host stands on that host',
    does: 'changes',
    needs: ['two hosts', 'shared datastore'],
    async run({ client, datastore, folder, ground, named }) {
      const { ref: host } = ground.hosts.at(-1)!;
      const files = { vmPathName: `[${datastore.name}]` };
      const config = { name: named('assigned'), guestId: 'otherGuest64', numCPUs: 1, memoryMB: 32, files };
      const vm = await client.run(folder, 'CreateVM_Task', { config, pool: ground.pool, host });
      assert.equal((await client.get(vm, 'runtime.host'))?.value, host.value);
    },
  },
  {
    name: 'a pool stands below the pool of its cluster, and is gone when it is destroyed',
    does: 'changes',
    needs: ['may create pools'],
    async run({ client, ground, named, pool }) {
      const made = await pool('pool');
      const { name, parent, owner } = await client.get(made, ['name', 'parent', 'owner']);
      assert.deepEqual(
        [name, parent?.value, owner.value],
        [named('pool'), ground.pool.value, ground.cluster.ref.value],
      );
      const inner = await client.call(made, 'CreateResourcePool', {
        name: named('inner'),
        spec: { cpuAllocation: NONE, memoryAllocation: NONE },
      });
      assert.deepEqual(
        (await client.get(made, 'resourcePool'))?.map(({ value }) => value),
        [inner.value],
      );
      await client.run(inner, 'Destroy_Task');
      assert.deepEqual((await client.get(made, 'resourcePool')) ?? [], []);
    },
  },
  {
    name: 'a second pool of the same name below one parent is refused with DuplicateName',
    does: 'changes',
    needs: ['may create pools'],
    async run({ client, named, pool }) {
      const outer = await pool('outer');
      const spec = { cpuAllocation: NONE, memoryAllocation: NONE };
      await client.call(outer, 'CreateResourcePool', { name: named('same'), spec });
      await refusal(client.call(outer, 'CreateResourcePool', { name: named('same'), spec }), 'DuplicateName');
    },
  },
  {
    name: 'a VM made in a pool is listed by it, and moves to the parent when the pool is destroyed',
    does: 'changes',
    needs: ['may create pools'],
    async run(context) {
      const { client, datastore, folder, named, pool } = context;
      const outer = await pool('outer');
      const inner = await client.call(outer, 'CreateResourcePool', {
        name: named('inner'),
        spec: { cpuAllocation: NONE, memoryAllocation: NONE },
      });
      const files = { vmPathName: `[${datastore.name}]` };
      const config = { name: named('pooled'), guestId: 'otherGuest64', numCPUs: 1, memoryMB: 32, files };
      const vm = await client.run(folder, 'CreateVM_Task', { config, pool: inner });
      assert.deepEqual(await membersOf(context, inner), [vm.value]);
      await client.run(inner, 'Destroy_Task');
      assert.equal((await client.get(vm, 'resourcePool'))?.value, outer.value);
      assert.deepEqual(await membersOf(context, outer), [vm.value]);
    },
  },
  {
    name: 'a VM moves from pool to pool',
    does: 'changes',
    needs: ['may create pools'],
    async run(context) {
      const { client, machine, pool } = context;
      const vm = await machine('wandering');
      const made = await pool('pool');
      await client.call(made, 'MoveIntoResourcePool', { list: [vm] });
      assert.equal((await client.get(vm, 'resourcePool'))?.value, made.value);
      assert.deepEqual(await membersOf(context, made), [vm.value]);
    },
  },
  {
    name: 'the shares, limits and reservations of a pool are read as they were set',
    does: 'changes',
    needs: ['may create pools'],
    async run({ client, pool }) {
      const made = await pool('limited');
      const cpuAllocation = { ...NONE, limit: 1000 };
      const memoryAllocation = { ...NONE, limit: 256, shares: { level: 'low', shares: 81_920 } as const };
      await client.call(made, 'UpdateConfig', { config: { cpuAllocation, memoryAllocation } });
      const config = await client.get(made, 'config');
      assert.deepEqual([config.cpuAllocation.limit, config.memoryAllocation.limit], [1000, 256]);
      assert.equal(config.memoryAllocation.shares?.level, 'low');
    },
  },
  {
    name: 'a VM whose reservation no host can give is not started',
    does: 'changes',
    async run({ client, driver, machine }) {
      const { maxMemoryMb } = await driver.getAvailableResource();
      const memoryMB = 4 * Math.ceil(maxMemoryMb / 2);
      const vm = await machine('greedy', { memoryMB, memoryAllocation: { reservation: memoryMB, limit: -1 } });
      await assert.rejects(client.run(vm, 'PowerOnVM_Task'), 'a VM was started for which no host has the memory');
      assert.equal(await client.get(vm, 'runtime.powerState'), 'poweredOff');
    },
  },
  {
    name: 'a pool with a limit does not start what goes beyond it',
    does: 'changes',
    needs: ['may create pools'],
    async run({ client, machine, pool }) {
      const made = await pool('tight');
      const memoryAllocation = { ...NONE, limit: 16 };
      await client.call(made, 'UpdateConfig', { config: { cpuAllocation: NONE, memoryAllocation } });
      const vm = await machine('reserved', { memoryMB: 64, memoryAllocation: { reservation: 64, limit: -1 } });
      await client.call(made, 'MoveIntoResourcePool', { list: [vm] });
      await assert.rejects(client.run(vm, 'PowerOnVM_Task'), 'it was started');
    },
  },
];
