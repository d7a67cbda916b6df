import assert from 'node:assert/strict';
import type { ContractCase } from '../contract-case.ts';
import { refusal } from '../expect.ts';

export const inventoryCases: readonly ContractCase[] = [
  {
    name: 'the server says that it is a vCenter, and which version of the API it speaks',
    does: 'reads',
    async run({ client }) {
      const { apiType, apiVersion, instanceUuid, productLineId } = client.about;
      assert.deepEqual([apiType, productLineId], ['VirtualCenter', 'vpx']);
      assert.match(apiVersion, /^\d+\.\d+/);
      assert.match(instanceUuid ?? '', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i);
    },
  },
  {
    name: 'the root folder has no parent and may hold folders and datacenters only',
    does: 'reads',
    async run({ client }) {
      const { name, parent, childType } = await client.get(client.content.rootFolder, ['name', 'parent', 'childType']);
      assert.equal(name, 'Datacenters');
      assert.equal(parent, undefined);
      assert.deepEqual(childType?.toSorted(), ['Datacenter', 'Folder']);
    },
  },
  {
    name: 'a datacenter has a folder each for machines, hosts, datastores and networks',
    does: 'reads',
    async run({ client, ground }) {
      const { ref } = ground.datacenter;
      const { vmFolder, hostFolder, datastoreFolder, networkFolder } = await client.get(ref, [
        'vmFolder',
        'hostFolder',
        'datastoreFolder',
        'networkFolder',
      ]);
      const folders = [vmFolder, hostFolder, datastoreFolder!, networkFolder!];
      const names = await Promise.all(folders.map((folder) => client.get(folder, ['name', 'parent'])));
      assert.deepEqual(
        names.map(({ name }) => name),
        ['vm', 'host', 'datastore', 'network'],
      );
      for (const { parent } of names) assert.equal(parent?.value, ref.value);
    },
  },
  {
    name: 'a cluster lists its hosts, and each of them names it as its parent',
    does: 'reads',
    async run({ client, ground: { cluster } }) {
      const { host = [], summary } = await client.get(cluster.ref, ['host', 'summary']);
      assert.equal(summary.numHosts, host.length);
      for (const one of host) assert.equal((await client.get(one, 'parent'))?.value, cluster.ref.value);
    },
  },
  {
    name: "a cluster's pool is called Resources and names the cluster as its owner",
    does: 'reads',
    async run({ client, ground: { cluster, pool } }) {
      const { name, owner, parent } = await client.get(pool, ['name', 'owner', 'parent']);
      assert.equal(name, 'Resources');
      assert.deepEqual([owner.value, parent?.value], [cluster.ref.value, cluster.ref.value]);
    },
  },
  {
    name: 'the datastores and networks of a host list the host',
    does: 'reads',
    async run({ client, ground: { hosts } }) {
      const { ref } = hosts[0]!;
      const { datastore = [], network = [] } = await client.get(ref, ['datastore', 'network']);
      assert.ok(datastore.length > 0, 'the host has no datastore');
      for (const store of datastore) {
        const mounts = (await client.get(store, 'host')) ?? [];
        assert.ok(mounts.some(({ key }) => key.value === ref.value));
      }
      for (const one of network) {
        const list = (await client.get(one, 'host')) ?? [];
        assert.ok(list.some(({ value }) => value === ref.value));
      }
    },
  },
  {
    name: 'the free space of a datastore is part of its capacity',
    does: 'reads',
    async run({ client, ground: { datastores } }) {
      for (const { ref, name } of datastores) {
        const summary = await client.get(ref, 'summary');
        assert.equal(summary.name, name);
        assert.ok(summary.freeSpace >= 0 && summary.freeSpace <= summary.capacity, `${name} has room beyond its size`);
      }
    },
  },
  {
    name: 'the url of a datastore names its volume',
    does: 'reads',
    async run({ client, ground: { datastores } }) {
      const url = await client.get(datastores[0]!.ref, 'summary.url');
      assert.match(url, /^ds:\/\/\/vmfs\/volumes\/.+\/$/, `url is ${url}`);
    },
  },
  {
    name: 'a path that leads nowhere finds nothing',
    does: 'reads',
    async run({ client }) {
      assert.equal(await client.findByInventoryPath('no such datacenter/vm'), undefined);
    },
  },
  {
    name: 'an object is found by the path that its parents spell',
    does: 'changes',
    async run({ client, folder }) {
      const path = await client.inventoryPath(folder);
      assert.equal((await client.findByInventoryPath(path.replace(/^\//, '')))?.value, folder.value);
    },
  },
  {
    name: 'a child is found by its name in its parent, and no other by it',
    does: 'changes',
    async run({ client, folder }) {
      const inner = await client.call(folder, 'CreateFolder', { name: 'inner' });
      const find = (name: string) => client.call(client.content.searchIndex!, 'FindChild', { entity: folder, name });
      assert.equal((await find('inner'))?.value, inner.value);
      assert.equal(await find('outer'), undefined);
    },
  },
  {
    name: 'a folder is created in its parent, renamed, and gone when destroyed',
    does: 'changes',
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
    does: 'changes',
    async run({ client, folder }) {
      const first = await client.call(folder, 'CreateFolder', { name: 'same' });
      const { fault } = await refusal(client.call(folder, 'CreateFolder', { name: 'same' }), 'DuplicateName');
      assert.equal(fault?.name, 'same');
      assert.deepEqual(fault?.object, { type: 'Folder', value: first.value });
    },
  },
  {
    name: 'a folder is not given a name that its neighbour has: DuplicateName',
    does: 'changes',
    async run({ client, folder }) {
      await client.call(folder, 'CreateFolder', { name: 'taken' });
      const other = await client.call(folder, 'CreateFolder', { name: 'free' });
      await refusal(client.run(other, 'Rename_Task', { newName: 'taken' }), 'DuplicateName');
      assert.equal(await client.get(other, 'name'), 'free');
    },
  },
  {
    name: 'a folder takes with it what it holds when it is destroyed',
    does: 'changes',
    async run({ client, folder }) {
      const outer = await client.call(folder, 'CreateFolder', { name: 'outer' });
      const inner = await client.call(outer, 'CreateFolder', { name: 'inner' });
      await client.run(outer, 'Destroy_Task');
      const { fault } = await refusal(client.get(inner, 'name'), 'ManagedObjectNotFound');
      assert.deepEqual(fault?.obj, { type: 'Folder', value: inner.value });
    },
  },
  {
    name: 'a folder moved into another is found below it and nowhere else',
    does: 'changes',
    async run({ client, folder }) {
      const moved = await client.call(folder, 'CreateFolder', { name: 'moved' });
      const target = await client.call(folder, 'CreateFolder', { name: 'target' });
      await client.run(target, 'MoveIntoFolder_Task', { list: [moved] });
      assert.equal((await client.get(moved, 'parent'))?.value, target.value);
      const path = (await client.inventoryPath(folder)).replace(/^\//, '');
      assert.equal((await client.findByInventoryPath(`${path}/target/moved`))?.value, moved.value);
      assert.equal(await client.findByInventoryPath(`${path}/moved`), undefined);
    },
  },
  {
    name: 'a slash in a name stands escaped, in the name and in paths',
    does: 'changes',
    async run({ client, folder }) {
      const made = await client.call(folder, 'CreateFolder', { name: 'a%2fb' });
      assert.equal(await client.get(made, 'name'), 'a%2fb');
      const path = (await client.inventoryPath(folder)).replace(/^\//, '');
      assert.equal((await client.findByInventoryPath(`${path}/a%2fb`))?.value, made.value);
    },
  },
  {
    name: 'a folder for machines takes no datacenters and no clusters: NotSupported',
    does: 'changes',
    async run({ client, folder }) {
      await refusal(client.call(folder, 'CreateDatacenter', { name: 'inner' }), 'NotSupported');
      await refusal(client.call(folder, 'CreateClusterEx', { name: 'inner', spec: {} }), 'NotSupported');
    },
  },
  {
    name: 'folders and machines of one folder share their names: DuplicateName',
    does: 'changes',
    async run({ client, folder, machine, named }) {
      const vm = await machine('shared');
      const { fault } = await refusal(client.call(folder, 'CreateFolder', { name: named('shared') }), 'DuplicateName');
      assert.deepEqual(fault?.object, { type: 'VirtualMachine', value: vm.value });
    },
  },
  {
    name: 'a name keeps its spaces, its accents and its signs',
    does: 'changes',
    async run({ client, folder }) {
      const name = 'Füße & Söhne (größer <als> "zwei")';
      const made = await client.call(folder, 'CreateFolder', { name });
      assert.equal(await client.get(made, 'name'), name);
    },
  },
  {
    name: 'a host tells its processors and its memory',
    does: 'reads',
    async run({ client, ground: { hosts } }) {
      for (const { ref, name } of hosts) {
        const { config, hardware, host } = await client.get(ref, 'summary');
        assert.deepEqual([config.name, host?.value], [name, ref.value]);
        assert.ok(hardware && hardware.numCpuThreads >= hardware.numCpuCores && hardware.memorySize > 0);
      }
    },
  },
  {
    name: 'a host is found by its uuid and by its path',
    does: 'reads',
    async run({ client, ground: { hosts } }) {
      const { ref } = hosts[0]!;
      const uuid = (await client.get(ref, 'summary.hardware.uuid'))!;
      const found = await client.call(client.content.searchIndex!, 'FindByUuid', { uuid, vmSearch: false });
      assert.equal(found?.value, ref.value);
      const path = (await client.inventoryPath(ref)).replace(/^\//, '');
      assert.equal((await client.findByInventoryPath(path))?.value, ref.value);
    },
  },
  {
    name: 'the state of a part of a host is said by its colour, capital first',
    does: 'reads',
    async run({ client, ground: { hosts }, inapplicable }) {
      const health = await client.get(hosts[0]!.ref, 'runtime.healthSystemRuntime.hardwareStatusInfo');
      const parts = health?.cpuStatusInfo ?? inapplicable('the host knows no parts: it may be a virtual machine');
      for (const { name, status } of parts) assert.match(status.key, /^(Unknown|Green|Yellow|Red)$/, name);
    },
  },
];
