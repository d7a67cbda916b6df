import assert from 'node:assert/strict';
import type { ContractCase } from '../contract-case.ts';
import { refusal } from '../expect.ts';

export const inventoryCases: readonly ContractCase[] = [
  {
    name: 'an object is found by the path that its parents spell',
    async run({ client, folder }) {
      const path = await client.inventoryPath(folder);
      assert.equal((await client.findByInventoryPath(path.slice(1)))?.value, folder.value);
    },
  },
  {
    name: 'a path that leads nowhere finds nothing',
    async run({ client }) {
      assert.equal(await client.findByInventoryPath('no such datacenter/vm'), undefined);
    },
  },
  {
    name: 'a folder is created in its parent, renamed, and gone when destroyed',
    async run({ client, folder }) {
      const made = await client.call(folder, 'CreateFolder', { name: 'one' });
      assert.equal((await client.get(made, 'parent'))?.value, folder.value);
      await client.run(made, 'Rename_Task', { newName: 'two' });
      assert.equal(await client.get(made, 'name'), 'two');
      await client.run(made, 'Destroy_Task');
      const children = (await client.get(folder, 'childEntity'))?.map((child) => child.value);
      assert.ok(!children?.includes(made.value), 'the parent still lists it');
    },
  },
  {
    name: 'a second folder of the same name is refused with DuplicateName that carries the first',
    async run({ client, folder }) {
      const first = await client.call(folder, 'CreateFolder', { name: 'same' });
      const { fault } = await refusal(client.call(folder, 'CreateFolder', { name: 'same' }), 'DuplicateName');
      assert.equal(fault?.name, 'same');
      assert.deepEqual(fault?.object, { type: 'Folder', value: first.value });
    },
  },
  {
    name: 'a folder takes with it what it holds when it is destroyed',
    async run({ client, folder }) {
      const outer = await client.call(folder, 'CreateFolder', { name: 'outer' });
      const inner = await client.call(outer, 'CreateFolder', { name: 'inner' });
      await client.run(outer, 'Destroy_Task');
      const { fault } = await refusal(client.get(inner, 'name'), 'ManagedObjectNotFound');
      assert.deepEqual(fault?.obj, { type: 'Folder', value: inner.value });
    },
  },
];
