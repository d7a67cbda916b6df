import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import { Endpoint } from '../endpoint.ts';

const system = async (ep: Endpoint) =>
  ep.read(await ep.at('DC0/host/DC0_H0/DC0_H0'), 'configManager.datastoreSystem') as Promise<Ref>;

describe('a datastore', () => {
  it('is mounted from an export or a directory, and let go', async () => {
    await using ep = await Endpoint.open();
    const self = await system(ep);
    await ep.events();
    const spec = { remoteHost: 'nas', remotePath: '/vol', localPath: 'nfs1', accessMode: 'readWrite' };
    const nas: Ref = await ep.call(self, 'CreateNasDatastore', { spec });
    expect(await ep.read(nas, 'summary')).toMatchObject({ type: 'NFS', accessible: true });
    expect(await ep.fault(self, 'CreateNasDatastore', { spec })).toMatchObject({
      _typeName: 'DuplicateName',
      object: nas,
    });
    await ep.call(self, 'CreateLocalDatastore', { name: 'disk', path: '/vmfs/disk' });
    expect(await ep.names(await ep.read(self, 'datastore'))).toEqual(expect.arrayContaining(['nfs1', 'disk']));
    expect(await ep.events()).toEqual(['NASDatastoreCreatedEvent', 'LocalDatastoreCreatedEvent']);
    expect(await ep.fault(self, 'CreateLocalDatastore', { name: 'disk', path: '/vmfs/disk' })).toMatchObject({
      _typeName: 'DuplicateName',
    });
    await ep.call(self, 'RemoveDatastore', { datastore: nas });
    expect(await ep.exists('DC0/datastore/nfs1')).toBe(false);
    const used = await ep.at('DC0/datastore/LocalDS_0');
    expect(await ep.fault(self, 'RemoveDatastore', { datastore: used })).toMatchObject({ _typeName: 'ResourceInUse' });
  });

  it('is renamed, refreshed and destroyed', async () => {
    await using ep = await Endpoint.open({ inventory: { ds: 2 } });
    const [used, empty] = [await ep.at('DC0/datastore/LocalDS_0'), await ep.at('DC0/datastore/LocalDS_1')];
    await ep.call(empty, 'RenameDatastore', { newName: 'spare' });
    await ep.call(empty, 'RefreshDatastore');
    await ep.call(empty, 'RefreshDatastoreStorageInfo');
    expect(await ep.read(empty, 'summary.name')).toBe('spare');
    expect(await ep.fault(empty, 'RenameDatastore', { newName: 'LocalDS_0' })).toMatchObject({
      _typeName: 'DuplicateName',
      object: used,
    });
    expect(await ep.call(empty, 'IsClusteredVmdkEnabled')).toBe(false);
    expect(await ep.fault(used, 'DestroyDatastore')).toMatchObject({ _typeName: 'ResourceInUse' });
    await ep.call(empty, 'DestroyDatastore');
    expect(await ep.exists('DC0/datastore/spare')).toBe(false);
  });

  it('enters maintenance mode once, and leaves it', async () => {
    await using ep = await Endpoint.open({ inventory: { ds: 2 } });
    const empty = await ep.at('DC0/datastore/LocalDS_1');
    await ep.call(empty, 'DatastoreEnterMaintenanceMode');
    expect(await ep.read(empty, 'summary.maintenanceMode')).toBe('inMaintenance');
    expect(await ep.fault(empty, 'DatastoreEnterMaintenanceMode')).toMatchObject({ _typeName: 'InvalidState' });
    await ep.run(empty, 'DatastoreExitMaintenanceMode_Task');
    expect(await ep.read(empty, 'summary.maintenanceMode')).toBe('normal');
    expect(await ep.fault(empty, 'DatastoreExitMaintenanceMode_Task')).toMatchObject({ _typeName: 'InvalidState' });
  });
});

describe('files on a datastore', () => {
  it('are put into directories, copied, moved and deleted', async () => {
    await using ep = await Endpoint.open();
    const manager = ep.manager('fileManager');
    const datacenter = await ep.at('DC0');
    const file = (name: string) => `[LocalDS_0] iso/${name}`;
    const door = { datacenter: 'DC0' };
    const text = async (name: string) => {
      const parts: Buffer[] = [];
      for await (const part of await ep.client.download(file(name), door)) parts.push(part as Buffer);
      return Buffer.concat(parts).toString();
    };
    const transfer = (sourceName: string, destinationName: string) => ({
      sourceName: file(sourceName),
      sourceDatacenter: datacenter,
      destinationName: file(destinationName),
    });
    const directory = { name: '[LocalDS_0] iso', datacenter, createParentDirectories: false };
    await ep.call(manager, 'MakeDirectory', directory);
    expect(await ep.fault(manager, 'MakeDirectory', directory)).toMatchObject({ _typeName: 'FileAlreadyExists' });
    await ep.client.upload(file('a.iso'), Buffer.from('bytes'), door);
    await ep.run(manager, 'CopyDatastoreFile_Task', transfer('a.iso', 'b.iso'));
    await ep.run(manager, 'MoveDatastoreFile_Task', transfer('a.iso', 'c.iso'));
    expect([await text('b.iso'), await text('c.iso')]).toEqual(['bytes', 'bytes']);
    for (const method of ['CopyDatastoreFile_Task', 'MoveDatastoreFile_Task']) {
      expect(await ep.fault(manager, method, transfer('a.iso', 'd.iso'))).toMatchObject({
        _typeName: 'FileNotFound',
        file: file('a.iso'),
      });
    }
    await ep.run(manager, 'DeleteDatastoreFile_Task', { name: file('b.iso'), datacenter });
    expect(await ep.fault(manager, 'DeleteDatastoreFile_Task', { name: file('b.iso'), datacenter })).toMatchObject({
      _typeName: 'FileNotFound',
    });
  });
});
