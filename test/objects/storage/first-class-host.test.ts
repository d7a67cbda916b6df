/** The manager of an ESXi host: the same disks under names that begin with its own. */
import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/vim25/value.ts';
import { type Answer, Endpoint } from '../endpoint.ts';

const MIB = 2 ** 20;

async function open() {
  const ep = await Endpoint.open({ esx: true });
  const manager = ep.manager('vStorageObjectManager');
  const [datastore]: Ref[] = await ep.read(await ep.at('ha-datacenter'), 'datastore');
  const backingSpec = { _typeName: 'VslmCreateSpecDiskFileBackingSpec', datastore };
  const disk = await ep.run(manager, 'HostCreateDisk_Task', { spec: { name: 'disk', capacityInMB: 8, backingSpec } });
  const named = { id: disk.config.id, datastore };
  const on = (method: string, more: object = {}): Promise<Answer> =>
    (method.endsWith('_Task') ? ep.run : ep.call).call(ep, manager, method, { ...named, ...more });
  const vm = await ep.at('ha-datacenter/vm/ha-host_VM0');
  const write = async (text: string) => {
    await ep.run(vm, 'AttachDisk_Task', { diskId: disk.config.id, datastore });
    const devices: Answer[] = await ep.read(vm, 'config.hardware.device');
    const key = devices.find((d) => d.vDiskId?.id === disk.config.id.id).key;
    await ep.sim.disks.write({ vm: vm.value, key }, 0, Buffer.from(text));
    await ep.run(vm, 'DetachDisk_Task', { diskId: disk.config.id });
  };
  const text = async ({ config }: Answer): Promise<string> => {
    const [, store, path] = /^\[(.+)\] (.+)\.vmdk$/.exec(config.backing.filePath)!;
    const { user, password } = ep.sim.credentials;
    const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
    const url = `${ep.sim.url.replace(/\/sdk$/, '')}/folder/${path}-flat.vmdk?dcPath=ha-datacenter&dsName=${store}`;
    const answer = await fetch(url, { headers: { authorization, range: 'bytes=0-3' } });
    return Buffer.from(await answer.arrayBuffer()).toString('latin1');
  };
  return {
    ep,
    manager,
    datastore: datastore!,
    backingSpec,
    disk,
    on,
    write,
    text,
    [Symbol.asyncDispose]: () => ep[Symbol.asyncDispose](),
  };
}

describe('the manager of a host', () => {
  it('renames, extends and inflates disks, and changes their flags', async () => {
    await using site = await open();
    await site.on('HostRenameVStorageObject', { name: 'other' });
    await site.on('HostExtendDisk_Task', { newCapacityInMB: 16 });
    const free = async () => (await site.ep.read(site.datastore, 'summary')).freeSpace;
    const before = await free();
    await site.on('HostInflateDisk_Task');
    expect(before - (await free())).toBe(16 * MIB);
    const flags = { controlFlags: ['keepAfterDeleteVm', 'enableChangedBlockTracking'] };
    await site.on('HostClearVStorageObjectControlFlags', flags);
    expect((await site.on('HostRetrieveVStorageObject')).config).toMatchObject({
      name: 'other',
      capacityInMB: 16,
      keepAfterDeleteVm: false,
      changedBlockTrackingEnabled: false,
    });
    await site.on('HostSetVStorageObjectControlFlags', flags);
    expect((await site.on('HostRetrieveVStorageObject')).config).toMatchObject({
      keepAfterDeleteVm: true,
      changedBlockTrackingEnabled: true,
    });
    expect(await site.on('HostRetrieveVStorageObjectState')).toMatchObject({ tentative: false });
    expect(await site.on('HostRetrieveVStorageInfrastructureObjectPolicy')).toEqual([]);
  });

  it('clones disks and takes them back to snapshots with what they hold', async () => {
    await using site = await open();
    await site.write('then');
    const { id } = await site.on('HostVStorageObjectCreateSnapshot_Task', { description: 'then' });
    await site.write('now!');
    const spec = { name: 'copy', backingSpec: site.backingSpec };
    const copy = await site.on('HostCloneVStorageObject_Task', { spec });
    await site.on('HostVStorageObjectRevert_Task', { snapshotId: { id } });
    expect([await site.text(copy), await site.text(site.disk)]).toEqual(['now!', 'then']);
  });

  it('forgets disks whose files are gone, and takes up others', async () => {
    await using site = await open();
    const { ep, manager, datastore } = site;
    const name = site.disk.config.backing.filePath;
    const disks = ep.manager('virtualDiskManager');
    await ep.run(disks, 'CopyVirtualDisk_Task', { sourceName: name, destName: name.replace(/fcd\/.*/, 'plain.vmdk') });
    await ep.run(disks, 'DeleteVirtualDisk_Task', { name });
    await site.on('HostReconcileDatastoreInventory_Task');
    expect(await ep.call(manager, 'HostListVStorageObject', { datastore })).toEqual([]);
    const path = name.replace(/fcd\/.*/, 'plain.vmdk');
    const made = await ep.call(manager, 'HostRegisterDisk', { path, name: 'plain', modifyControlFlags: true });
    expect(made.config).toMatchObject({ name: 'plain', capacityInMB: 8, backing: { filePath: path } });
    expect(await ep.call(manager, 'HostListVStorageObject', { datastore })).toMatchObject([made.config.id]);
  });
});
