import { describe, expect, it } from 'vitest';
import { Endpoint } from '../endpoint.ts';

const VM = 'DC0_C0_RP0_VM0';

/** What a method of the FileManager refuses with, on the first datastore. */
async function manager(ep: Endpoint) {
  const datacenter = await ep.at('/DC0');
  const self = ep.manager('fileManager');
  const refused = (method: string, args: object) => ep.fault(self, method, { datacenter, ...args });
  return {
    made: (name: string, more: object = {}) => ep.call(self, 'MakeDirectory', { name, datacenter, ...more }),
    notMade: (name: string, more: object = {}) => refused('MakeDirectory', { name, ...more }),
    notDeleted: (path: string) => refused('DeleteDatastoreFile_Task', { name: `[LocalDS_0] ${path}` }),
    notMoved: (from: string, to: string, force = false) =>
      ep.fault(self, 'MoveDatastoreFile_Task', {
        sourceName: `[LocalDS_0] ${from}`,
        sourceDatacenter: datacenter,
        destinationName: `[LocalDS_0] ${to}`,
        force,
      }),
  };
}

describe('the faults of the file manager', () => {
  it('tell a path that is none from a datastore that is not there', async () => {
    await using ep = await Endpoint.open();
    const { made, notMade } = await manager(ep);
    const none = ['', 'LocalDS_0', '[LocalDS_0', '[] x', '[LocalDS_0] ../x', '[LocalDS_0] a/../../x'];
    const tooMuch = [`[LocalDS_0] ${'x'.repeat(256)}`, `[LocalDS_0] ${'a/'.repeat(65)}`];
    for (const datastorePath of [...none, ...tooMuch, '/vmfs/volumes/LocalDS_0/x'])
      expect(await notMade(datastorePath)).toMatchObject({ _typeName: 'InvalidDatastorePath', datastorePath });
    expect(await notMade('[nowhere] x')).toMatchObject({ _typeName: 'InvalidDatastore', name: 'nowhere' });
    await made(`[LocalDS_0] ${'x'.repeat(255)}`);
    await made('[LocalDS_0]/with/slash', { createParentDirectories: true });
    expect(await notMade('[LocalDS_0] with/slash/')).toMatchObject({ _typeName: 'FileAlreadyExists' });
  });

  it('name the file as it was asked for', async () => {
    await using ep = await Endpoint.open();
    const { notDeleted, notMoved } = await manager(ep);
    for (const name of [`${VM}.vmx`, `${VM}.vmdk`, `${VM}-flat.vmdk`, `${VM}.nvram`, 'vmware.log']) {
      const locked = { _typeName: 'FileLocked', file: `[LocalDS_0] ${VM}/${name}` };
      expect(await notDeleted(`${VM}/${name}`)).toEqual(locked);
      expect(await notMoved(`${VM}/${name}`, 'elsewhere')).toEqual(locked);
    }
    const whole = { _typeName: 'CannotDeleteFile', file: `[LocalDS_0] ${VM}` };
    expect([await notDeleted(VM), await notMoved(VM, 'elsewhere')]).toEqual([whole, whole]);
    expect(await notDeleted('none')).toEqual({ _typeName: 'FileNotFound', file: '[LocalDS_0] none' });
    expect(await notMoved('none', 'other')).toEqual({ _typeName: 'FileNotFound', file: '[LocalDS_0] none' });
  });
});

describe('what a file manager did', () => {
  it('is told by events of the datastore that was written to', async () => {
    await using ep = await Endpoint.open();
    const { made } = await manager(ep);
    await made('[LocalDS_0] first');
    await ep.events();
    const files = ep.manager('fileManager');
    const datacenter = await ep.at('/DC0');
    const pair = (from: string, to: string) => ({
      sourceName: `[LocalDS_0] ${from}`,
      sourceDatacenter: datacenter,
      destinationName: `[LocalDS_0] ${to}`,
    });
    await ep.run(files, 'CopyDatastoreFile_Task', pair('first', 'second'));
    await ep.run(files, 'MoveDatastoreFile_Task', pair('second', 'third'));
    await ep.run(files, 'DeleteDatastoreFile_Task', { name: '[LocalDS_0] third', datacenter });
    const told = await ep.call(ep.manager('eventManager'), 'QueryEvents', { filter: {} });
    const events = told.filter((event: { _typeName: string }) => /^DatastoreFile/.test(event._typeName));
    const datastore = await ep.at('/DC0/datastore/LocalDS_0');
    expect(events).toMatchObject([
      { _typeName: 'DatastoreFileCopiedEvent', sourceFile: '[LocalDS_0] first', targetFile: '[LocalDS_0] second' },
      { _typeName: 'DatastoreFileMovedEvent', sourceFile: '[LocalDS_0] second', targetFile: '[LocalDS_0] third' },
      { _typeName: 'DatastoreFileDeletedEvent', targetFile: '[LocalDS_0] third', ds: { datastore } },
    ]);
    expect(events[2].fullFormattedMessage).toBe('Deleted [LocalDS_0] third from LocalDS_0');
  });
});
