import assert from 'node:assert/strict';
import { filterOf, filterOfView } from '../../client/index.ts';
import type { RetrieveResult, TraversalSpec } from '../../vim25/index.ts';
import type { Context, ContractCase, ReadContext } from '../contract-case.ts';
import { refusal } from '../expect.ts';

const NAMES = ['a', 'b', 'c', 'd', 'e'];

export const propertyCases: readonly ContractCase[] = [
  {
    name: 'the pages of a retrieval hold every object once, and the last has no token',
    does: 'changes',
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
    does: 'changes',
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
    does: 'reads',
    async run({ client }) {
      const read = await client.get(client.content.rootFolder, ['name', 'parent']);
      assert.deepEqual(Object.keys(read), ['name']);
    },
  },
  {
    name: 'a part of a property is read by its path',
    does: 'reads',
    async run({ client, ground: { datastores } }) {
      const { ref, name } = datastores[0]!;
      const { summary } = await client.get(ref, ['summary']);
      assert.equal(await client.get(ref, 'summary.name'), name);
      assert.equal(await client.get(ref, 'summary.type'), summary.type);
    },
  },
  {
    name: 'all properties of an object come when all are asked for',
    does: 'reads',
    async run(context) {
      const result = await retrieve(context, filterOf(context.ground.datacenter.ref, []));
      const names = result?.objects[0]?.propSet?.map(({ name }) => name) ?? [];
      for (const wanted of ['name', 'parent', 'vmFolder', 'hostFolder', 'overallStatus', 'configStatus']) {
        assert.ok(names.includes(wanted), `${wanted} is not among ${names}`);
      }
    },
  },
  {
    name: 'an object that a property set does not fit is not answered',
    does: 'reads',
    async run(context) {
      const { rootFolder } = context.client.content;
      const spec = filterOf(rootFolder, ['name']);
      const result = await retrieve(context, { ...spec, propSet: [{ type: 'HostSystem', pathSet: ['name'] }] });
      assert.deepEqual(result?.objects ?? [], []);
    },
  },
  {
    name: 'a property set of a base type is read of all types derived from it',
    does: 'reads',
    async run(context) {
      const { cluster, datacenter } = context.ground;
      const view = await context.view(['Datacenter', 'ClusterComputeResource'], context.client.content.rootFolder);
      const result = await retrieve(context, filterOfView(view.ref, 'ManagedEntity', ['name']));
      const found = new Map(result?.objects.map(({ obj, propSet }) => [obj.value, propSet?.[0]?.val]));
      assert.equal(found.get(datacenter.ref.value), datacenter.name);
      assert.equal(found.get(cluster.ref.value), cluster.name);
    },
  },
  {
    name: 'the older call answers what the newer does',
    does: 'reads',
    async run(context) {
      const { client, ground } = context;
      const spec = filterOf(ground.cluster.ref, ['name', 'host']);
      const old = await client.call(client.content.propertyCollector, 'RetrieveProperties', { specSet: [spec] });
      assert.deepEqual(old, (await retrieve(context, spec))?.objects);
    },
  },
  {
    name: 'a traversal that names itself goes down every level and meets each object once',
    does: 'changes',
    async run(context) {
      const { client, folder } = context;
      const outer = await client.call(folder, 'CreateFolder', { name: 'outer' });
      const inner = await client.call(outer, 'CreateFolder', { name: 'inner' });
      const down: TraversalSpec = {
        _typeName: 'TraversalSpec',
        name: 'down',
        type: 'Folder',
        path: 'childEntity',
        skip: false,
        selectSet: [{ name: 'down' }],
      };
      const objectSet = [{ obj: folder, skip: false, selectSet: [down] }];
      const result = await retrieve(context, { propSet: [{ type: 'Folder', pathSet: ['name'] }], objectSet });
      const found = result?.objects.map(({ obj }) => obj.value).toSorted();
      assert.deepEqual(found, [folder, outer, inner].map(({ value }) => value).toSorted());
    },
  },
  {
    name: 'a view that is not recursive shows the children and not theirs',
    does: 'changes',
    async run({ client, folder }) {
      const outer = await client.call(folder, 'CreateFolder', { name: 'outer' });
      await client.call(outer, 'CreateFolder', { name: 'inner' });
      const flat = { container: folder, type: ['Folder'], recursive: false };
      const view = await client.call(client.content.viewManager!, 'CreateContainerView', flat);
      try {
        assert.deepEqual(await client.get(view, 'view'), [{ type: 'Folder', value: outer.value }]);
      } finally {
        await client.call(view, 'DestroyView');
      }
    },
  },
  {
    name: 'a list view holds what it was given, and what is put in and taken out later',
    does: 'reads',
    async run({ client, ground: { cluster, datacenter } }) {
      const obj = [datacenter.ref];
      const view = await client.call(client.content.viewManager!, 'CreateListView', { obj });
      try {
        const held = async () => ((await client.get(view, 'view')) ?? []).map(({ value }) => value);
        assert.deepEqual(await held(), [datacenter.ref.value]);
        await client.call(view, 'ModifyListView', { add: [cluster.ref], remove: obj });
        assert.deepEqual(await held(), [cluster.ref.value]);
      } finally {
        await client.call(view, 'DestroyView');
      }
    },
  },
  {
    name: 'a view that was destroyed is answered with ManagedObjectNotFound',
    does: 'reads',
    async run({ client }) {
      const every = { container: client.content.rootFolder, type: ['Datacenter'], recursive: true };
      const view = await client.call(client.content.viewManager!, 'CreateContainerView', every);
      await client.call(view, 'DestroyView');
      await refusal(client.get(view, 'view'), 'ManagedObjectNotFound');
    },
  },
  {
    name: 'a path that the type does not have is refused with InvalidProperty that names it',
    does: 'reads',
    async run(context) {
      const { rootFolder } = context.client.content;
      const { fault } = await refusal(retrieve(context, filterOf(rootFolder, ['noSuchThing'])), 'InvalidProperty');
      assert.equal(fault?.name, 'noSuchThing');
    },
  },
  {
    name: 'one value of extraConfig is read by its key',
    does: 'changes',
    async run({ client, machine }) {
      const entry = { _typeName: 'OptionValue', key: 'contract.word', value: 'heard' };
      const vm = await machine('keyed', { extraConfig: [entry] });
      const read = await client.get(vm, 'config.extraConfig["contract.word"]');
      assert.equal((read as { value?: unknown } | undefined)?.value, 'heard');
    },
  },
  {
    name: 'one device is read by its key',
    does: 'changes',
    async run({ client, machine }) {
      const vm = await machine('keyed');
      const read = await client.get(vm, 'config.hardware.device[500]');
      assert.equal((read as { _typeName?: string } | undefined)?._typeName, 'VirtualMachineVideoCard');
    },
  },
  {
    name: 'an object that never was is answered with ManagedObjectNotFound that carries it',
    does: 'reads',
    async run({ client }) {
      const stranger = { type: 'VirtualMachine', value: 'vm-987654321' } as const;
      const { fault } = await refusal(client.get(stranger, 'name'), 'ManagedObjectNotFound');
      assert.deepEqual(fault?.obj, stranger);
    },
  },
  {
    name: 'a bulk read gives every object once, whatever the size of its pages',
    does: 'changes',
    async run({ client, folder }) {
      for (const name of NAMES) await client.call(folder, 'CreateFolder', { name });
      for (const pageSize of [1, 3, 100]) {
        const names: string[] = [];
        const wanted = { type: 'Folder', properties: ['name'], container: folder, pageSize } as const;
        for await (const { properties } of client.retrieve(wanted)) names.push(properties.name ?? '');
        assert.deepEqual(names.toSorted(), NAMES);
      }
    },
  },
];

function retrieve({ client }: ReadContext, spec: ReturnType<typeof filterOf>): Promise<RetrieveResult | undefined> {
  const collector = client.content.propertyCollector;
  return client.call(collector, 'RetrievePropertiesEx', { specSet: [spec], options: {} });
}

async function makeFolders({ client, folder }: Context): Promise<void> {
  for (const name of NAMES) await client.call(folder, 'CreateFolder', { name });
}
