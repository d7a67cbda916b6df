import assert from 'node:assert/strict';
import { filterOf, filterOfView, type WatchOptions } from '../../client/index.ts';
import type { UpdateSet } from '../../vim25/index.ts';
import type { ContractCase } from '../contract-case.ts';
import { refusal } from '../expect.ts';

/** `kind id path=value` for each change, so that sets can be compared at a glance. */
function told(set: UpdateSet): string[] {
  const objects = (set.filterSet ?? []).flatMap((filter) => filter.objectSet ?? []);
  return objects.flatMap(({ kind, obj, changeSet }) => {
    const changes = (changeSet ?? []).map(({ name, val }) => `${kind} ${obj.value} ${name}=${val}`);
    return changes.length > 0 ? changes : [`${kind} ${obj.value}`];
  });
}

/** A server that loses an update must not hold up the contract for ever. */
function patience(): WatchOptions {
  return { signal: AbortSignal.timeout(30_000) };
}

export const updateCases: readonly ContractCase[] = [
  {
    name: 'what one session changes reaches another that watches',
    async run({ client, connect, machine }) {
      const vm = await machine('watched');
      const other = await connect();
      const sets = other.watch(filterOf(vm, ['name']), patience());
      try {
        const first = await sets.next();
        assert.deepEqual(told(first.value as UpdateSet), [`enter ${vm.value} name=watched`]);
        await client.run(vm, 'Rename_Task', { newName: 'renamed' });
        const second = await sets.next();
        assert.deepEqual(told(second.value as UpdateSet), [`modify ${vm.value} name=renamed`]);
      } finally {
        await sets.return();
      }
    },
  },
  {
    name: 'each set of updates has a version that no other had',
    async run({ client, machine }) {
      const vm = await machine('versioned');
      const versions: string[] = [];
      const sets = client.watch(filterOf(vm, ['name']), patience());
      try {
        for (const newName of ['one', 'two', 'three']) {
          versions.push(((await sets.next()).value as UpdateSet).version);
          await client.run(vm, 'Rename_Task', { newName });
        }
      } finally {
        await sets.return();
      }
      assert.equal(new Set(versions).size, versions.length, `versions were ${versions.join(', ')}`);
    },
  },
  {
    name: 'objects enter and leave a watched view as they are made and destroyed',
    async run({ client, machine, view: open }) {
      const first = await machine('first');
      const view = await open(['VirtualMachine']);
      const sets = client.watch(filterOfView(view.ref, 'VirtualMachine', ['name']), patience());
      const next = async (): Promise<string[]> => told((await sets.next()).value as UpdateSet);
      try {
        assert.deepEqual(await next(), [`enter ${first.value} name=first`]);
        const second = await machine('second');
        assert.deepEqual(await next(), [`enter ${second.value} name=second`]);
        await client.run(first, 'Destroy_Task');
        assert.deepEqual(await next(), [`leave ${first.value}`]);
      } finally {
        await sets.return();
      }
    },
  },
  {
    name: 'a version that the server never gave is refused with InvalidCollectorVersion',
    async run({ client, folder }) {
      const collector = await client.call(client.content.propertyCollector, 'CreatePropertyCollector');
      try {
        const spec = filterOf(folder, ['name']);
        await client.call(collector, 'CreateFilter', { spec, partialUpdates: false });
        const made = { version: '987654321', options: { maxWaitSeconds: 0 } };
        await refusal(client.call(collector, 'WaitForUpdatesEx', made), 'InvalidCollectorVersion');
      } finally {
        await client.call(collector, 'DestroyPropertyCollector');
      }
    },
  },
  {
    name: 'a wait in which nothing happens ends in time without a set',
    async run({ client, folder }) {
      const collector = await client.call(client.content.propertyCollector, 'CreatePropertyCollector');
      try {
        const spec = filterOf(folder, ['name']);
        await client.call(collector, 'CreateFilter', { spec, partialUpdates: false });
        const first = await client.call(collector, 'WaitForUpdatesEx', { version: '' });
        const again = { version: first!.version, options: { maxWaitSeconds: 1 } };
        assert.equal(await client.call(collector, 'WaitForUpdatesEx', again), undefined);
      } finally {
        await client.call(collector, 'DestroyPropertyCollector');
      }
    },
  },
];
