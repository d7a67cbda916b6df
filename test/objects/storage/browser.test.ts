import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import { datastoreKind } from '../../../src/objects/storage/datastore.ts';
import { type Answer, Endpoint } from '../endpoint.ts';

class Shelf {
  readonly ep: Endpoint;
  readonly browser: Ref;
  readonly store: Ref;

  private constructor(ep: Endpoint, store: Ref, browser: Ref) {
    this.ep = ep;
    this.store = store;
    this.browser = browser;
  }

  static async over(ep: Endpoint): Promise<Shelf> {
    const store = await ep.at('DC0/datastore/LocalDS_0');
    return new Shelf(ep, store, await ep.read(store, 'browser'));
  }

  async put(path: string, bytes = 3): Promise<void> {
    const { sim } = this.ep;
    const url = `${new URL(sim.url).origin}/folder/${encodeURI(path)}?dcPath=DC0&dsName=LocalDS_0`;
    const authorization = `Basic ${btoa(`${sim.credentials.user}:${sim.credentials.password}`)}`;
    const answer = await fetch(url, { method: 'PUT', headers: { authorization }, body: 'x'.repeat(bytes) });
    expect(answer.status).toBe(201);
  }

  search(path: string, searchSpec?: object): Promise<Answer> {
    return this.ep.run(this.browser, 'SearchDatastore_Task', { datastorePath: path, searchSpec });
  }

  async names(path: string, searchSpec?: object): Promise<string[]> {
    return ((await this.search(path, searchSpec)).file ?? []).map((file: Answer) => file.path);
  }

  below(path: string, searchSpec?: object): Promise<Answer[]> {
    return this.ep.run(this.browser, 'SearchDatastoreSubFolders_Task', { datastorePath: path, searchSpec });
  }
}

const VM = 'DC0_C0_RP0_VM0';

describe('a browser of a datastore', () => {
  it('lists what clients put there and what machines have there, directories among it', async () => {
    await using ep = await Endpoint.open();
    const shelf = await Shelf.over(ep);
    await shelf.put('images/deep/disk.iso');
    const top = await shelf.search('[LocalDS_0]');
    expect(top).toMatchObject({ folderPath: '[LocalDS_0]', datastore: shelf.store });
    expect(top.file.map((file: Answer) => [file._typeName, file.path])).toEqual(
      expect.arrayContaining([
        ['FileInfo', 'images'],
        ['FileInfo', VM],
      ]),
    );
    const own = await shelf.names(`[LocalDS_0] ${VM}`);
    expect(own).toEqual(
      expect.arrayContaining([`${VM}.vmx`, `${VM}.nvram`, `${VM}.vmdk`, `${VM}-flat.vmdk`, 'vmware.log']),
    );
  });

  it('tells of a file only what the details ask for', async () => {
    await using ep = await Endpoint.open();
    const shelf = await Shelf.over(ep);
    await shelf.put('a/file.iso', 5);
    const [bare] = (await shelf.search('[LocalDS_0] a')).file;
    expect(bare).toEqual({ _typeName: 'FileInfo', path: 'file.iso' });
    const details = { fileType: true, fileSize: true, modification: true, fileOwner: true };
    const [whole] = (await shelf.search('[LocalDS_0] a/', { details })).file;
    expect(whole).toMatchObject({ _typeName: 'IsoImageFileInfo', path: 'file.iso', fileSize: 5, owner: 'root' });
    expect(Date.parse(whole.modification)).toBeGreaterThan(0);
  });

  it('shows a flat disk as its descriptor to whoever asks for disks, with what the disk is', async () => {
    await using ep = await Endpoint.open();
    const shelf = await Shelf.over(ep);
    const details = {
      diskType: true,
      capacityKb: true,
      hardwareVersion: true,
      controllerType: true,
      diskExtents: true,
      thin: true,
    };
    const disks = (filter?: object) =>
      shelf.search(`[LocalDS_0] ${VM}`, { query: [{ _typeName: 'VmDiskFileQuery', details, filter }] });
    const { file } = await disks();
    expect(file).toHaveLength(1);
    expect(file[0]).toMatchObject({
      _typeName: 'VmDiskFileInfo',
      path: `${VM}.vmdk`,
      diskType: 'VirtualDiskFlatVer2BackingInfo',
      controllerType: expect.stringMatching(/Controller$/),
      diskExtents: [`${VM}-flat.vmdk`],
    });
    const { thin, capacityKb } = file[0];
    expect(capacityKb).toBeGreaterThan(0);
    expect((await disks({ thin: !thin })).file).toBeUndefined();
    expect((await disks({ controllerType: ['VirtualIDEController'] })).file).toBeUndefined();
  });

  it('takes patterns of names, each in turn, and types of files, each once', async () => {
    await using ep = await Endpoint.open();
    const shelf = await Shelf.over(ep);
    for (const name of ['a.iso', 'b.ISO', 'c.img', 'd.txt', 'dir.iso/x']) await shelf.put(`x/${name}`);
    expect(await shelf.names('[LocalDS_0] x', { matchPattern: ['?.iso', 'd*'] })).toEqual([
      'a.iso',
      'd.txt',
      'dir.iso',
    ]);
    const query = [{ _typeName: 'IsoImageFileQuery' }, { _typeName: 'FolderFileQuery' }];
    expect(await shelf.names('[LocalDS_0] x', { query })).toEqual(['a.iso', 'dir.iso']);
    const anyCase = { query, searchCaseInsensitive: true, sortFoldersFirst: true };
    expect(await shelf.names('[LocalDS_0] x', anyCase)).toEqual(['dir.iso', 'a.iso', 'b.ISO']);
    expect(
      await ep.fault(shelf.browser, 'SearchDatastore_Task', {
        datastorePath: '[LocalDS_0] x',
        searchSpec: { query: [query[0], query[0]] },
      }),
    ).toMatchObject({ _typeName: 'InvalidArgument', invalidProperty: 'searchSpec.query[1]' });
  });

  it('looks below a directory, each directory before what it holds', async () => {
    await using ep = await Endpoint.open();
    const shelf = await Shelf.over(ep);
    for (const path of ['t/one', 't/s/two', 't/s/u/three', 't-not/four']) await shelf.put(path);
    const found = await shelf.below('[LocalDS_0] t', { matchPattern: ['t*'] });
    expect(found.map((r) => [r.folderPath, (r.file ?? []).map((f: Answer) => f.path)])).toEqual([
      ['[LocalDS_0] t', []],
      ['[LocalDS_0] t/s/', ['two']],
      ['[LocalDS_0] t/s/u/', ['three']],
    ]);
  });

  it('refuses what is not there, is no directory, is another datastore or no path', async () => {
    await using ep = await Endpoint.open();
    const shelf = await Shelf.over(ep);
    await shelf.put('a/file');
    const fault = (datastorePath: string) => ep.fault(shelf.browser, 'SearchDatastore_Task', { datastorePath });
    expect(await fault('[LocalDS_0] b')).toMatchObject({ _typeName: 'FileNotFound', file: '[LocalDS_0] b' });
    expect(await fault('[LocalDS_0] a/file')).toMatchObject({ _typeName: 'NotADirectory' });
    expect(await fault('[other] a')).toMatchObject({ _typeName: 'InvalidDatastore' });
    expect(await fault('a')).toMatchObject({ _typeName: 'InvalidDatastorePath', datastorePath: 'a' });
    expect(await fault('[LocalDS_0] ../a')).toMatchObject({ _typeName: 'InvalidDatastorePath' });
  });

  it('of a host looks into all that the host mounts', async () => {
    await using ep = await Endpoint.open({ inventory: { ds: 2 } });
    const host = await ep.at('DC0/host/DC0_H0/DC0_H0');
    const browser: Ref = await ep.read(host, 'datastoreBrowser');
    for (const name of ['LocalDS_0', 'LocalDS_1']) {
      const { folderPath } = await ep.run(browser, 'SearchDatastore_Task', { datastorePath: `[${name}]` });
      expect(folderPath).toBe(`[${name}]`);
    }
  });

  it('shows a file of a machine no longer once the machine is gone', async () => {
    await using ep = await Endpoint.open();
    const shelf = await Shelf.over(ep);
    const vm = await ep.at(`DC0/vm/${VM}`);
    await ep.run(vm, 'PowerOffVM_Task');
    expect(await shelf.names('[LocalDS_0]', { matchPattern: [VM] })).toEqual([VM]);
    await ep.run(vm, 'Destroy_Task');
    expect(await shelf.names('[LocalDS_0]', { matchPattern: [VM] })).toEqual([]);
  });

  it('deletes a file, the old way', async () => {
    await using ep = await Endpoint.open();
    const shelf = await Shelf.over(ep);
    await shelf.put('a/file');
    await ep.call(shelf.browser, 'DeleteFile', { datastorePath: '[LocalDS_0] a/file' });
    expect(await shelf.names('[LocalDS_0] a')).toEqual([]);
    expect(await ep.fault(shelf.browser, 'DeleteFile', { datastorePath: '[LocalDS_0] a/file' })).toMatchObject({
      _typeName: 'FileNotFound',
    });
  });
});

describe('a file manager', () => {
  it('gives a file another owner, when there is such a user', async () => {
    await using ep = await Endpoint.open();
    const shelf = await Shelf.over(ep);
    await shelf.put('a/file');
    const files = ep.manager('fileManager');
    const name = '[LocalDS_0] a/file';
    await ep.call(files, 'ChangeOwner', { name, owner: ep.sim.credentials.user });
    const [file] = (
      await shelf.search('[LocalDS_0] a', {
        details: { fileType: false, fileSize: false, modification: false, fileOwner: true },
      })
    ).file;
    expect(file.owner).toBe(ep.sim.credentials.user);
    expect(await ep.fault(files, 'ChangeOwner', { name, owner: 'nobody@nowhere' })).toMatchObject({
      _typeName: 'UserNotFound',
      principal: 'nobody@nowhere',
    });
    expect(await ep.fault(files, 'ChangeOwner', { name: '[LocalDS_0] b', owner: 'root' })).toMatchObject({
      _typeName: 'FileNotFound',
    });
  });

  it('tells which host has a file open', async () => {
    await using ep = await Endpoint.open();
    const files = ep.manager('fileManager');
    const vm = await ep.at(`DC0/vm/${VM}`);
    const path = `[LocalDS_0] ${VM}/${VM}.vmx`;
    const host = await ep.read(await ep.read(vm, 'runtime.host'), 'name');
    const { lockInfo } = await ep.call(files, 'QueryFileLockInfo', { path });
    expect(lockInfo).toMatchObject([
      { filePath: path, host, lockMode: 'exclusive', mac: expect.stringMatching(/^..:/) },
    ]);
    await ep.run(vm, 'PowerOffVM_Task');
    expect((await ep.call(files, 'QueryFileLockInfo', { path })).lockInfo).toBeUndefined();
    expect(await ep.fault(files, 'QueryFileLockInfo', { path: '[LocalDS_0] no/such' })).toMatchObject({
      _typeName: 'FileNotFound',
    });
  });
});

describe('a namespace manager', () => {
  it('refuses a datastore that is a file system', async () => {
    await using ep = await Endpoint.open();
    const { store } = await Shelf.over(ep);
    const manager = ep.manager('datastoreNamespaceManager');
    const refused = { _typeName: 'InvalidDatastore', datastore: store, name: 'LocalDS_0' };
    expect(await ep.fault(manager, 'CreateDirectory', { datastore: store })).toMatchObject(refused);
    const url = await ep.read(store, 'summary.url');
    expect(await ep.fault(manager, 'DeleteDirectory', { datastorePath: `${url}a` })).toMatchObject(refused);
    expect(await ep.fault(manager, 'DeleteDirectory', { datastorePath: 'a' })).toMatchObject({
      _typeName: 'InvalidDatastorePath',
    });
  });

  it('makes, names and takes away the top directories of an object store', async () => {
    await using ep = await Endpoint.open();
    const shelf = await Shelf.over(ep);
    const { world } = ep.sim.simulation.site;
    const cell = world.as(datastoreKind, shelf.store.value)!;
    world.turn(() => world.update(cell, { volume: { ...cell.state.volume, type: 'vsan' } }));
    const manager = ep.manager('datastoreNamespaceManager');
    const { uuid } = cell.state.volume;
    const path = await ep.call(manager, 'CreateDirectory', { datastore: shelf.store, displayName: 'mine' });
    expect(path).toBe(`/vmfs/volumes/${uuid}/mine`);
    expect(await shelf.names('[LocalDS_0]', { matchPattern: ['mine'] })).toEqual(['mine']);
    const other = await ep.call(manager, 'CreateDirectory', { datastore: shelf.store });
    expect(other).toMatch(new RegExp(`^/vmfs/volumes/${uuid}/[0-9a-f-]{36}$`));
    const again = { datastore: shelf.store, displayName: 'mine' };
    expect(await ep.fault(manager, 'CreateDirectory', again)).toMatchObject({ _typeName: 'FileAlreadyExists' });
    const url = 'ds:///vmfs/volumes/LocalDS_0/mine/a.vmdk';
    const converted = await ep.call(manager, 'ConvertNamespacePathToUuidPath', { namespaceUrl: url });
    expect(converted).toBe(`ds:///vmfs/volumes/${uuid}/mine/a.vmdk`);
    await shelf.put('mine/file');
    const deleted = (datastorePath: string) => ep.fault(manager, 'DeleteDirectory', { datastorePath });
    expect(await deleted(path)).toMatchObject({ _typeName: 'CannotDeleteFile' });
    await ep.call(manager, 'DeleteDirectory', { datastorePath: other });
    expect(await deleted(other)).toMatchObject({ _typeName: 'FileNotFound' });
  });

  it('tells how much a top directory may hold and holds, and lets it hold more', async () => {
    await using ep = await Endpoint.open();
    const shelf = await Shelf.over(ep);
    const { world } = ep.sim.simulation.site;
    const cell = world.as(datastoreKind, shelf.store.value)!;
    world.turn(() => world.update(cell, { volume: { ...cell.state.volume, type: 'VVOL' } }));
    const manager = ep.manager('datastoreNamespaceManager');
    const stableName = await ep.call(manager, 'CreateDirectory', {
      datastore: shelf.store,
      displayName: 'mine',
      size: 4096,
    });
    const info = () => ep.call(manager, 'QueryDirectoryInfo', { stableName });
    expect(await info()).toMatchObject({ capacity: 4096, used: 0 });
    await shelf.put('mine/file', 2_500_000);
    await ep.call(manager, 'IncreaseDirectorySize', { stableName, size: 8192 });
    expect(await info()).toMatchObject({ capacity: 8192, used: 3 });
    expect(await ep.fault(manager, 'IncreaseDirectorySize', { stableName, size: 8192 })).toMatchObject({
      _typeName: 'InvalidArgument',
      invalidProperty: 'size',
    });
    const other = `${stableName}/below`;
    expect(await ep.fault(manager, 'QueryDirectoryInfo', { stableName: other })).toMatchObject({
      _typeName: 'FileNotFound',
    });
  });
});
