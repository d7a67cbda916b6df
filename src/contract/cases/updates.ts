import assert from 'node:assert/strict';
import { type Client, filterOf, filterOfView, type Ref, type WatchOptions } from '../../client/index.ts';
import type { PropertyFilterSpec, UpdateSet } from '../../vim25/index.ts';
import type { ContractCase } from '../contract-case.ts';
import { refusal } from '../expect.ts';

/** `kind id path=value` for each change, so that sets can be compared at a glance. */
function told(set: UpdateSet | undefined): string[] {
  const objects = (set?.filterSet ?? []).flatMap((filter) => filter.objectSet ?? []);
  return objects.flatMap(({ kind, obj, changeSet }) => {
    const changes = (changeSet ?? []).map(({ name, val }) => `${kind} ${obj.value} ${name}=${val}`);
    return changes.length > 0 ? changes : [`${kind} ${obj.value}`];
  });
}

/** A server that loses an update must not hold up the contract for ever. */
function patience(): WatchOptions {
  return { signal: AbortSignal.timeout(30_000) };
}

/** A collector of the case's own with one filter. */
async function collecting(
  client: Client,
  spec: PropertyFilterSpec,
  use: (collector: Ref<'PropertyCollector'>, filter: Ref<'PropertyFilter'>) => Promise<void>,
): Promise<void> {
  const collector = await client.call(client.content.propertyCollector, 'CreatePropertyCollector');
  try {
    await use(collector, await client.call(collector, 'CreateFilter', { spec, partialUpdates: false }));
  } finally {
    await client.call(collector, 'DestroyPropertyCollector');
  }
}

/** Waits no longer than it takes a server to look. */
const SHORT = { maxWaitSeconds: 1 };

export const updateCases: readonly ContractCase[] = [
  {
    name: 'what one session changes reaches another that watches',
    does: 'changes',
    async run({ client, connect, machine, named }) {
      const vm = await machine('watched');
      const other = await connect();
      const sets = other.watch(filterOf(vm, ['name']), patience());
      try {
        const first = await sets.next();
        assert.deepEqual(told(first.value as UpdateSet), [`enter ${vm.value} name=${named('watched')}`]);
        await client.run(vm, 'Rename_Task', { newName: named('renamed') });
        const second = await sets.next();
        assert.deepEqual(told(second.value as UpdateSet), [`modify ${vm.value} name=${named('renamed')}`]);
      } finally {
        await sets.return();
      }
    },
  },
  {
    name: 'each set of updates has a version that no other had',
    does: 'changes',
    async run({ client, machine, named }) {
      const vm = await machine('versioned');
      const versions: string[] = [];
      const sets = client.watch(filterOf(vm, ['name']), patience());
      try {
        for (const newName of ['one', 'two', 'three']) {
          versions.push(((await sets.next()).value as UpdateSet).version);
          await client.run(vm, 'Rename_Task', { newName: named(newName) });
        }
      } finally {
        await sets.return();
      }
      assert.equal(new Set(versions).size, versions.length, `versions were ${versions.join(', ')}`);
    },
  },
  {
    name: 'objects enter and leave a watched view as they are made and destroyed',
    does: 'changes',
    async run({ client, machine, named, view: open }) {
      const first = await machine('first');
      const view = await open(['VirtualMachine']);
      const sets = client.watch(filterOfView(view.ref, 'VirtualMachine', ['name']), patience());
      const next = async (): Promise<string[]> => told((await sets.next()).value as UpdateSet);
      try {
        assert.deepEqual(await next(), [`enter ${first.value} name=${named('first')}`]);
        const second = await machine('second');
        assert.deepEqual(await next(), [`enter ${second.value} name=${named('second')}`]);
        await client.run(first, 'Destroy_Task');
        assert.deepEqual(await next(), [`leave ${first.value}`]);
      } finally {
        await sets.return();
      }
    },
  },
  {
    name: 'changes between two waits come together, each property once with its last value',
    does: 'changes',
    async run({ client, folder }) {
      const one = await client.call(folder, 'CreateFolder', { name: 'one' });
      await collecting(client, filterOf(one, ['name']), async (collector) => {
        const first = await client.call(collector, 'WaitForUpdatesEx', { version: '', options: SHORT });
        for (const newName of ['two', 'three']) await client.run(one, 'Rename_Task', { newName });
        const next = { version: first!.version, options: SHORT };
        const second = await client.call(collector, 'WaitForUpdatesEx', next);
        assert.deepEqual(told(second), [`modify ${one.value} name=three`], `told ${told(second)}`);
      });
    },
  },
  {
    name: 'one property that changed is told, and those that did not are not',
    does: 'changes',
    async run({ client, folder }) {
      const one = await client.call(folder, 'CreateFolder', { name: 'one' });
      await collecting(client, filterOf(one, ['name', 'childType', 'overallStatus']), async (collector) => {
        const first = await client.call(collector, 'WaitForUpdatesEx', { version: '', options: SHORT });
        assert.equal(told(first).length, 3);
        await client.run(one, 'Rename_Task', { newName: 'two' });
        const next = { version: first!.version, options: SHORT };
        assert.deepEqual(told(await client.call(collector, 'WaitForUpdatesEx', next)), [
          `modify ${one.value} name=two`,
        ]);
      });
    },
  },
  {
    name: 'a filter that was destroyed is told of no more',
    does: 'changes',
    async run({ client, folder }) {
      const [one, two] = [
        await client.call(folder, 'CreateFolder', { name: 'one' }),
        await client.call(folder, 'CreateFolder', { name: 'two' }),
      ];
      await collecting(client, filterOf(one, ['name']), async (collector, filter) => {
        await client.call(collector, 'CreateFilter', { spec: filterOf(two, ['name']), partialUpdates: false });
        const first = await client.call(collector, 'WaitForUpdatesEx', { version: '', options: SHORT });
        assert.equal(told(first).length, 2);
        await client.call(filter, 'DestroyPropertyFilter');
        await client.run(one, 'Rename_Task', { newName: 'unseen' });
        await client.run(two, 'Rename_Task', { newName: 'seen' });
        const next = { version: first!.version, options: SHORT };
        assert.deepEqual(told(await client.call(collector, 'WaitForUpdatesEx', next)), [
          `modify ${two.value} name=seen`,
        ]);
      });
    },
  },
  {
    name: 'a set is no longer than was asked for, and says that it was cut',
    does: 'changes',
    async run({ client, folder, view: open }) {
      for (const name of ['a', 'b', 'c']) await client.call(folder, 'CreateFolder', { name });
      const view = await open(['Folder']);
      await collecting(client, filterOfView(view.ref, 'Folder', ['name']), async (collector) => {
        const options = { maxObjectUpdates: 2, maxWaitSeconds: 1 };
        const first = await client.call(collector, 'WaitForUpdatesEx', { version: '', options });
        assert.equal(told(first).length, 2, `the first set tells of ${told(first).length}`);
        assert.equal(first?.truncated, true);
        const next = { version: first!.version, options };
        assert.equal(told(await client.call(collector, 'WaitForUpdatesEx', next)).length, 1);
      });
    },
  },
  {
    name: 'with partial updates the part that changed is told by its own path',
    does: 'changes',
    async run({ client, machine }) {
      const vm = await machine('partly');
      const sets = client.watch(filterOf(vm, ['config']), { ...patience(), partialUpdates: true });
      try {
        await sets.next();
        await client.run(vm, 'ReconfigVM_Task', { spec: { annotation: 'told' } });
        const changes = told((await sets.next()).value as UpdateSet);
        assert.ok(changes.includes(`modify ${vm.value} config.annotation=told`), `told ${changes.join(', ')}`);
      } finally {
        await sets.return();
      }
    },
  },
  {
    name: 'an object that is destroyed is told as leaving a filter that names it',
    does: 'changes',
    async run({ client, folder }) {
      const one = await client.call(folder, 'CreateFolder', { name: 'one' });
      await collecting(client, filterOf(one, ['name']), async (collector) => {
        const first = await client.call(collector, 'WaitForUpdatesEx', { version: '', options: SHORT });
        await client.run(one, 'Destroy_Task');
        const next = { version: first!.version, options: SHORT };
        assert.deepEqual(told(await client.call(collector, 'WaitForUpdatesEx', next)), [`leave ${one.value}`]);
      });
    },
  },
  {
    name: 'a version that the server never gave is refused with InvalidCollectorVersion',
    does: 'reads',
    async run({ client }) {
      await collecting(client, filterOf(client.content.rootFolder, ['name']), async (collector) => {
        const made = { version: '987654321', options: { maxWaitSeconds: 0 } };
        await refusal(client.call(collector, 'WaitForUpdatesEx', made), 'InvalidCollectorVersion');
      });
    },
  },
  {
    name: 'a wait in which nothing happens ends in time without a set',
    does: 'reads',
    async run({ client }) {
      await collecting(client, filterOf(client.content.rootFolder, ['name']), async (collector) => {
        const first = await client.call(collector, 'WaitForUpdatesEx', { version: '' });
        const again = { version: first!.version, options: SHORT };
        assert.equal(await client.call(collector, 'WaitForUpdatesEx', again), undefined);
      });
    },
  },
  {
    name: 'a look for updates does not wait where there are none',
    does: 'reads',
    async run({ client }) {
      await collecting(client, filterOf(client.content.rootFolder, ['name']), async (collector) => {
        const first = await client.call(collector, 'CheckForUpdates', { version: '' });
        assert.equal(told(first).length, 1);
        assert.equal(await client.call(collector, 'CheckForUpdates', { version: first!.version }), undefined);
      });
    },
  },
  {
    name: 'a collector that was destroyed is answered with ManagedObjectNotFound',
    does: 'reads',
    async run({ client }) {
      const collector = await client.call(client.content.propertyCollector, 'CreatePropertyCollector');
      await client.call(collector, 'DestroyPropertyCollector');
      const wait = client.call(collector, 'WaitForUpdatesEx', { version: '', options: SHORT });
      await refusal(wait, 'ManagedObjectNotFound');
    },
  },
];
