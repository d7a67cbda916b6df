import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import { befall } from '../compute/failure.ts';
import { type Answer, Endpoint } from '../endpoint.ts';

const VM = '/DC0/vm/DC0_C0_RP0_VM0';

/** An export that the hosts of the cluster mount. */
async function exported(ep: Endpoint, accessMode: string, hosts = [0, 1, 2]): Promise<Ref> {
  let store: Ref | undefined;
  for (const n of hosts) {
    const { datastoreSystem } = await ep.read(await ep.at(`/DC0/host/DC0_C0/DC0_C0_H${n}`), 'configManager');
    const spec = { remoteHost: 'filer', remotePath: '/shelf', localPath: 'shelf', accessMode };
    store = await ep.call(datastoreSystem, 'CreateNasDatastore', { spec });
  }
  return store!;
}

async function folder(ep: Endpoint, verb: string, path: string, store = 'shelf'): Promise<number> {
  const { sim } = ep;
  const authorization = `Basic ${btoa(`${sim.credentials.user}:${sim.credentials.password}`)}`;
  const url = `${new URL(sim.url).origin}/folder/${path}?dcPath=DC0&dsName=${store}`;
  return (await fetch(url, { method: verb, headers: { authorization }, ...(verb === 'PUT' && { body: 'x' }) })).status;
}

const newDisk = {
  operation: 'add',
  fileOperation: 'create',
  device: {
    _typeName: 'VirtualDisk',
    key: -1,
    controllerKey: 1000,
    unitNumber: 5,
    capacityInKB: 1024,
    backing: { _typeName: 'VirtualDiskFlatVer2BackingInfo', fileName: '[shelf] ', diskMode: 'persistent' },
  },
};

/** Everything that would write to the shelf, by what refuses it. */
async function refusals(ep: Endpoint, shelf: Ref): Promise<Record<string, unknown>> {
  const datacenter = await ep.at('/DC0');
  const [files, disks] = [ep.manager('fileManager'), ep.manager('virtualDiskManager')];
  const vmFolder = await ep.at('/DC0/vm');
  const [vm, pool] = [await ep.at(VM), await ep.at('/DC0/host/DC0_C0/Resources')];
  expect(await folder(ep, 'PUT', 'source', 'LocalDS_0')).toBeLessThan(300);
  const from = { sourceName: '[LocalDS_0] source', sourceDatacenter: datacenter, destinationName: '[shelf] copy' };
  const spec = {
    _typeName: 'FileBackedVirtualDiskSpec',
    diskType: 'thin',
    adapterType: 'lsiLogic',
    capacityKb: 1024,
  };
  const tries: [string, Ref, string, object][] = [
    ['directory', files, 'MakeDirectory', { name: '[shelf] new', datacenter }],
    ['copy', files, 'CopyDatastoreFile_Task', from],
    ['move', files, 'MoveDatastoreFile_Task', from],
    ['delete', files, 'DeleteDatastoreFile_Task', { name: '[shelf] there', datacenter }],
    [
      'move away',
      files,
      'MoveDatastoreFile_Task',
      { sourceName: '[shelf] there', sourceDatacenter: datacenter, destinationName: '[LocalDS_0] there' },
    ],
    ['disk', disks, 'CreateVirtualDisk_Task', { name: '[shelf] d.vmdk', datacenter, spec }],
    ['machine', vmFolder, 'CreateVM_Task', { pool, config: { name: 'new', files: { vmPathName: '[shelf]' } } }],
    ['device', vm, 'ReconfigVM_Task', { spec: { deviceChange: [newDisk] } }],
    ['clone', vm, 'CloneVM_Task', { folder: vmFolder, name: 'twin', spec: cloneSpec(shelf) }],
  ];
  const found: Record<string, unknown> = {};
  for (const [what, self, method, args] of tries) found[what] = (await ep.fault(self, method, args))._typeName;
  return found;
}

const cloneSpec = (datastore: Ref) => ({ location: { datastore }, powerOn: false, template: false });

describe('a datastore that every host mounts read only', () => {
  it('is read, and written by nobody', async () => {
    await using ep = await Endpoint.open();
    const shelf = await exported(ep, 'readWrite');
    expect(await folder(ep, 'PUT', 'there')).toBe(201);
    await remount(ep, shelf, 'readOnly');
    expect((await ep.read(shelf, 'host'))[0].mountInfo).toMatchObject({ accessMode: 'readOnly', accessible: true });
    expect([await folder(ep, 'GET', 'there'), await folder(ep, 'GET', '')]).toEqual([200, 200]);
    expect([await folder(ep, 'PUT', 'more'), await folder(ep, 'DELETE', 'there')]).toEqual([403, 403]);
    const files = await ep.run(await ep.read(shelf, 'browser'), 'SearchDatastore_Task', { datastorePath: '[shelf]' });
    expect(files.file.map((file: Answer) => file.path)).toEqual(['there']);
    const refused = await refusals(ep, shelf);
    expect(new Set(Object.values(refused)), JSON.stringify(refused)).toEqual(new Set(['DatastoreNotWritableOnHost']));
  });

  it('names itself and the host in what it refuses with', async () => {
    await using ep = await Endpoint.open();
    const shelf = await exported(ep, 'readOnly');
    const host = await ep.read(await ep.at(VM), 'runtime.host');
    expect(await ep.fault(await ep.at(VM), 'ReconfigVM_Task', { spec: { deviceChange: [newDisk] } })).toMatchObject({
      _typeName: 'DatastoreNotWritableOnHost',
      datastore: shelf,
      name: 'shelf',
      host,
    });
  });

  it('takes files as soon as one host mounts it to write', async () => {
    await using ep = await Endpoint.open();
    await exported(ep, 'readOnly', [0, 1]);
    expect(await folder(ep, 'PUT', 'there')).toBe(403);
    await exported(ep, 'readWrite', [2]);
    expect(await folder(ep, 'PUT', 'there')).toBe(201);
  });
});

/** Every host lets go of the export and mounts it again; one at a time, so that its files stay. */
async function remount(ep: Endpoint, datastore: Ref, accessMode: string): Promise<void> {
  for (const n of [0, 1, 2]) {
    const { datastoreSystem } = await ep.read(await ep.at(`/DC0/host/DC0_C0/DC0_C0_H${n}`), 'configManager');
    await ep.call(datastoreSystem, 'RemoveDatastore', { datastore });
    const spec = { remoteHost: 'filer', remotePath: '/shelf', localPath: 'shelf', accessMode };
    await ep.call(datastoreSystem, 'CreateNasDatastore', { spec });
  }
}

describe('a datastore whose paths are all down', () => {
  it('is told to be out of reach, with the reason, and every door says so', async () => {
    await using ep = await Endpoint.open();
    const shelf = await exported(ep, 'readWrite');
    await befall(ep, 'datastore.inaccessible', 'shelf');
    expect(await ep.read(shelf, 'summary.accessible')).toBe(false);
    expect((await ep.read(shelf, 'host'))[0].mountInfo).toMatchObject({
      accessible: false,
      inaccessibleReason: 'AllPathsDown_Start',
    });
    expect([await folder(ep, 'GET', 'there'), await folder(ep, 'PUT', 'there')]).toEqual([503, 503]);
    expect(await refusals(ep, shelf)).toEqual({
      directory: 'InaccessibleDatastore',
      copy: 'InaccessibleDatastore',
      move: 'InaccessibleDatastore',
      delete: 'InaccessibleDatastore',
      'move away': 'InaccessibleDatastore',
      disk: 'InaccessibleDatastore',
      machine: 'NoCompatibleHost',
      device: 'InaccessibleDatastore',
      clone: 'NoCompatibleHost',
    });
    await befall(ep, 'datastore.accessible', 'shelf');
    expect(await folder(ep, 'PUT', 'there')).toBe(201);
  });
});

describe('a datastore that only a disconnected host mounts', () => {
  it('is out of reach until the host is connected again', async () => {
    await using ep = await Endpoint.open();
    const shelf = await exported(ep, 'readWrite', [0]);
    const host = await ep.at('/DC0/host/DC0_C0/DC0_C0_H0');
    expect(await folder(ep, 'PUT', 'there')).toBe(201);
    await ep.run(host, 'DisconnectHost_Task');
    expect(await ep.read(shelf, 'summary.accessible')).toBe(false);
    expect((await ep.read(shelf, 'host'))[0].mountInfo).toMatchObject({ mounted: true, accessible: false });
    expect(await folder(ep, 'GET', 'there')).toBe(503);
    const { browser } = { browser: await ep.read(shelf, 'browser') };
    expect(await ep.fault(browser, 'SearchDatastore_Task', { datastorePath: '[shelf]' })).toMatchObject({
      _typeName: 'InaccessibleDatastore',
      datastore: shelf,
      name: 'shelf',
    });
    await ep.run(host, 'ReconnectHost_Task');
    expect(await ep.read(shelf, 'summary.accessible')).toBe(true);
    expect(await folder(ep, 'GET', 'there')).toBe(200);
  });

  it('stays in reach where another host mounts it too', async () => {
    await using ep = await Endpoint.open();
    const shelf = await exported(ep, 'readWrite', [0, 1]);
    const host = await ep.at('/DC0/host/DC0_C0/DC0_C0_H0');
    await ep.run(host, 'DisconnectHost_Task');
    expect(await ep.read(shelf, 'summary.accessible')).toBe(true);
    const mounts: Answer[] = await ep.read(shelf, 'host');
    expect(mounts.map(({ key, mountInfo }) => [key.value === host.value, mountInfo.accessible])).toEqual([
      [true, false],
      [false, true],
    ]);
    expect(await folder(ep, 'PUT', 'there')).toBe(201);
  });
});

describe('a datastore that one of its hosts lost', () => {
  it('is looked into by the others, and not through that host', async () => {
    await using ep = await Endpoint.open();
    const shelf = await exported(ep, 'readWrite');
    await befall(ep, 'datastore.lost', 'shelf', { host: 'DC0_C0_H0' });
    expect((await ep.read(shelf, 'host'))[0].mountInfo).toMatchObject({
      accessible: false,
      inaccessibleReason: 'PermanentDeviceLoss',
    });
    const search = { datastorePath: '[shelf]' };
    const through = async (n: number) => ep.read(await ep.at(`/DC0/host/DC0_C0/DC0_C0_H${n}`), 'datastoreBrowser');
    expect(await ep.fault(await through(0), 'SearchDatastore_Task', search)).toMatchObject({
      _typeName: 'InaccessibleDatastore',
      datastore: shelf,
    });
    for (const browser of [await through(1), await ep.read(shelf, 'browser')])
      expect(await ep.run(browser, 'SearchDatastore_Task', search)).toMatchObject({ folderPath: '[shelf]' });
    expect(await ep.read(shelf, 'summary.accessible')).toBe(true);
  });
});
