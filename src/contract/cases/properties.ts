import assert from 'node:assert/strict';
import { filterOf, filterOfView } from '../../client/index.ts';
import type { Context, ContractCase } from '../contract-case.ts';
import { refusal } from '../expect.ts';

const NAMES = ['a', 'b', 'c', 'd', 'e'];

export const propertyCases: readonly ContractCase[] = [
  {
    name: 'the pages of a retrieval hold every object once, and the last has no token',
    async run(context) {
      const { client } = context;
      await makeFolders(context);
      const view = await context.view(['Folder']);
      const specSet = [filterOfView(view.ref, 'Folder', ['name'])];
      const collector = client.content.propertyCollector;
      const seen: unknown[] = [];
      let page = await client.call(collector, 'RetrievePropertiesEx', { specSet, options: { maxObjects: 2 } });
      while (page) {
        assert.ok(page.objects.length <= 2, `a page holds ${page.objects.length} objects`);
        seen.push(...page.objects.map((object) => object.propSet?.[0]?.val));
        if (page.token === undefined) break;
        page = await client.call(collector, 'ContinueRetrievePropertiesEx', { token: page.token });
      }
      assert.deepEqual(seen.toSorted(), NAMES);
    },
  },
  {
    name: 'a container view follows what is made and destroyed after it was opened',
    async run({ client, machine, view: open }) {
      const view = await open(['VirtualMachine']);
      const members = async (): Promise<string[]> =>
        ((await client.get(view.ref, 'view')) ?? []).map((ref) => ref.value);
      assert.deepEqual(await members(), []);
      const vm = await machine('late');
      assert.deepEqual(await members(), [vm.value]);
      await client.run(vm, 'Destroy_Task');
      assert.deepEqual(await members(), []);
    },
  },
  {
    name: 'a property that is unset is left out, and not an error',
    async run({ client }) {
      const read = await client.get(client.content.rootFolder, ['name', 'parent']);
      assert.deepEqual(Object.keys(read), ['name']);
    },
  },
  {
    name: 'a path that the type does not have is refused with InvalidProperty that names it',
    async run({ client, folder }) {
      const call = client.call(client.content.propertyCollector, 'RetrievePropertiesEx', {
        specSet: [filterOf(folder, ['noSuchThing'])],
        options: {},
      });
      const { fault } = await refusal(call, 'InvalidProperty');
      assert.equal(fault?.name, 'noSuchThing');
    },
  },
  {
    name: 'one value of extraConfig is read by its key',
    async run({ client, machine }) {
      const entry = { _typeName: 'OptionValue', key: 'contract.word', value: 'heard' };
      const vm = await machine('keyed', { extraConfig: [entry] });
      const read = await client.get(vm, 'config.extraConfig["contract.word"]');
      assert.equal((read as { value?: unknown } | undefined)?.value, 'heard');
    },
  },
  {
    name: 'an object that never was is answered with ManagedObjectNotFound that carries it',
    async run({ client }) {
      const stranger = { type: 'VirtualMachine', value: 'vm-987654321' } as const;
      const { fault } = await refusal(client.call(stranger, 'PowerOnVM_Task'), 'ManagedObjectNotFound');
      assert.deepEqual(fault?.obj, stranger);
    },
  },
];

async function makeFolders({ client, folder }: Context): Promise<void> {
  for (const name of NAMES) await client.call(folder, 'CreateFolder', { name });
}
