/** Copies that an array makes of VMFS volumes, as hosts see and resolve them. */
import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import { type Answer, Endpoint } from '../endpoint.ts';

class Copies extends Endpoint {
  store: Ref = undefined as never;
  host: Ref = undefined as never;
  datacenter: Ref = undefined as never;

  static override async open(): Promise<Copies> {
    const inventory = { cluster: 0, standaloneHost: 1, vm: 1, autostart: false };
    const { sim, client } = await Endpoint.open({ inventory, clock: { kind: 'manual' } });
    const at = new Copies(sim, client);
    at.store = await at.at('DC0/datastore/LocalDS_0');
    at.host = await at.at('DC0/host/DC0_H0/DC0_H0');
    at.datacenter = await at.at('DC0');
    return at;
  }

  /** The array copies the volume as it is now. */
  async copy(): Promise<void> {
    this.sim.faults.add({ effect: { world: { verb: 'datastore.copy', name: 'LocalDS_0' } } });
    await this.sim.clock.advance(0);
  }

  async system(): Promise<Ref> {
    return this.read(this.host, 'configManager.datastoreSystem');
  }

  async storage(): Promise<Ref> {
    return this.read(this.host, 'configManager.storageSystem');
  }

  async unresolved(): Promise<Answer[]> {
    return (await this.call(await this.system(), 'QueryUnresolvedVmfsVolumes')) ?? [];
  }

  async resignatured(): Promise<Ref> {
    const [{ extent }] = await this.unresolved();
    const extentDevicePath = extent.map(({ devicePath }: Answer) => devicePath);
    const done = await this.run(await this.system(), 'ResignatureUnresolvedVmfsVolume_Task', {
      resolutionSpec: { extentDevicePath },
    });
    return done.result;
  }

  async folder(path: string, dsName: string, body?: string): Promise<string> {
    const { user, password } = this.sim.credentials;
    const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
    const url = `${this.sim.url.replace(/\/sdk$/, '')}/folder/${path}?dcPath=DC0&dsName=${dsName}`;
    const answer = await fetch(url, { headers: { authorization }, ...(body && { method: 'PUT', body }) });
    if (!answer.ok) throw new Error(`${answer.status} for ${path}`);
    return answer.text();
  }
}

describe('a copy of a VMFS volume', () => {
  it('is seen by the host as unresolved, on a disk that is not free', async () => {
    await using at = await Copies.open();
    expect(await at.unresolved()).toEqual([]);
    await at.copy();
    const [volume, ...others] = await at.unresolved();
    const { volume: own } = await at.read(at.store, 'info').then(({ vmfs }) => ({ volume: vmfs }));
    expect(others).toEqual([]);
    expect(volume).toMatchObject({ vmfsLabel: 'LocalDS_0', vmfsUuid: own.uuid, resolveStatus: { resolvable: true } });
    expect(volume.extent).toMatchObject([{ isHeadExtent: true, reason: 'uuidConflict', vmfsUuid: own.uuid }]);
    const { diskName } = volume.extent[0].device;
    expect(diskName).not.toBe(own.extent[0].diskName);
    const luns = await at.read(await at.storage(), 'storageDeviceInfo.scsiLun');
    expect(luns.map(({ canonicalName }: Answer) => canonicalName)).toContain(diskName);
    const free = await at.call(await at.system(), 'QueryAvailableDisksForVmfs');
    expect(free.map(({ canonicalName }: Answer) => canonicalName)).not.toContain(diskName);
    expect(await at.call(await at.storage(), 'QueryUnresolvedVmfsVolume')).toEqual([volume]);
    await at.copy();
    expect((await at.unresolved()).map(({ resolveStatus }) => resolveStatus.multipleCopies)).toEqual([true, true]);
  });

  it('is a datastore of its own once it is resignatured, with the files of that moment', async () => {
    await using at = await Copies.open();
    await at.folder('note.txt', 'LocalDS_0', 'before');
    const vm = await at.at('DC0/vm/DC0_H0_VM0');
    const [{ key }] = (await at.read(vm, 'config.hardware.device')).filter(
      (d: Answer) => d._typeName === 'VirtualDisk',
    );
    await at.sim.disks.write({ vm: vm.value, key }, 0, Buffer.from('before'));
    const { freeSpace } = await at.read(at.store, 'summary');
    await at.copy();
    await at.folder('note.txt', 'LocalDS_0', 'after');
    await at.sim.disks.write({ vm: vm.value, key }, 0, Buffer.from('after!'));
    const made = await at.resignatured();
    const name = await at.read(made, 'name');
    expect(name).toMatch(/^snap-[0-9a-f]{8}-LocalDS_0$/);
    expect((await at.read(made, 'info')).vmfs.uuid).not.toBe((await at.read(at.store, 'info')).vmfs.uuid);
    expect(await at.unresolved()).toEqual([]);
    expect(await at.folder('note.txt', name)).toBe('before');
    // Configuration files are as long as what they say.
    expect(Math.abs((await at.read(made, 'summary')).freeSpace - freeSpace)).toBeLessThan(4_096);
    await at.run(vm, 'Destroy_Task');
    const folder = await at.at('DC0/vm');
    const pool = await at.at('DC0/host/DC0_H0/Resources');
    const path = `[${name}] DC0_H0_VM0/DC0_H0_VM0.vmx`;
    expect(await at.folder('DC0_H0_VM0/DC0_H0_VM0.vmx', name)).toContain('displayName = "DC0_H0_VM0"');
    const again = await at.run(folder, 'RegisterVM_Task', { path, asTemplate: false, pool });
    const text = await at.sim.disks.read({ vm: again.value, key }, 0, 6);
    expect(text.toString()).toBe('before');
  });

  it('is refused on extents that are none of its own', async () => {
    await using at = await Copies.open();
    await at.copy();
    const system = await at.system();
    const spec = (extentDevicePath: string[]) => ({ resolutionSpec: { extentDevicePath } });
    const [{ extent, vmfsUuid: uuid }] = await at.unresolved();
    const none = await at.fault(system, 'ResignatureUnresolvedVmfsVolume_Task', spec(['/vmfs/devices/disks/naa.1:1']));
    expect(none._typeName).toBe('PlatformConfigFault');
    const more = spec([extent[0].devicePath, '/vmfs/devices/disks/naa.1:1']);
    expect(await at.fault(system, 'ResignatureUnresolvedVmfsVolume_Task', more)).toMatchObject({
      _typeName: 'VmfsAmbiguousMount',
      uuid,
    });
    expect(await at.unresolved()).toHaveLength(1);
  });

  it('is mounted as the volume itself where that is gone, and let go of again', async () => {
    await using at = await Copies.open();
    await at.run(await at.at('DC0/vm/DC0_H0_VM0'), 'Destroy_Task');
    await at.folder('note.txt', 'LocalDS_0', 'before');
    await at.copy();
    const storage = await at.storage();
    const [{ extent, vmfsUuid: uuid }] = await at.unresolved();
    const extentDevicePath = extent.map(({ devicePath }: Answer) => devicePath);
    const force = { resolutionSpec: [{ extentDevicePath, uuidResolution: 'forceMount' }] };
    const [refused] = await at.call(storage, 'ResolveMultipleUnresolvedVmfsVolumes', force);
    expect(refused.fault.fault).toMatchObject({ _typeName: 'VmfsAlreadyMounted', uuid });
    await at.call(await at.system(), 'RemoveDatastore', { datastore: at.store });
    expect((await at.unresolved())[0].extent[0].reason).toBe('diskIdMismatch');
    const [done] = await at.run(storage, 'ResolveMultipleUnresolvedVmfsVolumesEx_Task', force);
    expect(done.vmfs).toMatchObject({ uuid, name: 'LocalDS_0', forceMountedInfo: { mounted: true } });
    expect(await at.folder('note.txt', 'LocalDS_0')).toBe('before');
    await at.call(storage, 'UnmountForceMountedVmfsVolume', { vmfsUuid: uuid });
    expect(await at.unresolved()).toHaveLength(1);
    const [own] = await at.call(storage, 'ResolveMultipleUnresolvedVmfsVolumes', {
      resolutionSpec: [
        { extentDevicePath: [(await at.unresolved())[0].extent[0].devicePath], uuidResolution: 'resignature' },
      ],
    });
    expect(own.vmfs.uuid).not.toBe(uuid);
    expect(await at.folder('note.txt', own.vmfs.name)).toBe('before');
    const odd = { resolutionSpec: [{ extentDevicePath, uuidResolution: 'hope' }] };
    expect(await at.fault(storage, 'ResolveMultipleUnresolvedVmfsVolumes', odd)).toMatchObject({
      _typeName: 'InvalidArgument',
    });
  });

  it('has files of machines that name places on it, once they are updated', async () => {
    await using at = await Copies.open();
    const files = at.manager('fileManager');
    const disks = at.manager('virtualDiskManager');
    const datacenter = at.datacenter;
    await at.call(files, 'MakeDirectory', { name: '[LocalDS_0] data', datacenter });
    const spec = {
      _typeName: 'FileBackedVirtualDiskSpec',
      diskType: 'thin',
      adapterType: 'lsiLogic',
      capacityKb: 1_024,
    };
    await at.run(disks, 'CreateVirtualDisk_Task', { name: '[LocalDS_0] data/d.vmdk', datacenter, spec });
    const child = { childName: '[LocalDS_0] child.vmdk', parentName: '[LocalDS_0] data/d.vmdk', isLinkedClone: true };
    const where = { childDatacenter: datacenter, parentDatacenter: datacenter };
    await at.run(disks, 'CreateChildDisk_Task', { ...child, ...where });
    const old = (await at.read(at.store, 'info')).vmfs.uuid;
    await at.folder(
      'm/m.vmx',
      'LocalDS_0',
      `displayName = "m"\nscsi0:0.fileName = "/vmfs/volumes/${old}/data/d.vmdk"\n`,
    );
    await at.copy();
    const made = await at.resignatured();
    const [name, { uuid }] = [await at.read(made, 'name'), (await at.read(made, 'info')).vmfs];
    expect(await at.folder('m/m.vmx', name)).toContain(`/vmfs/volumes/${old}/data/d.vmdk`);
    expect(await at.folder('child.vmdk', name)).toContain(`parentFileNameHint="/vmfs/volumes/${old}/data/d.vmdk"`);
    const mapping = (oldMountPath: string) => ({ mountPathDatastoreMapping: [{ oldMountPath, datastore: made }] });
    const odd = await at.fault(made, 'UpdateVirtualMachineFiles_Task', mapping('/elsewhere'));
    expect(odd).toMatchObject({ _typeName: 'InvalidArgument' });
    const done = await at.run(made, 'UpdateVirtualMachineFiles_Task', mapping(`/vmfs/volumes/${old}`));
    expect(done.failedVmFile).toBeUndefined();
    expect(await at.folder('m/m.vmx', name)).toContain(`/vmfs/volumes/${uuid}/data/d.vmdk`);
    expect(await at.folder('child.vmdk', name)).toContain('parentFileNameHint="/vmfs/volumes/');
    expect(await at.folder('child.vmdk', name)).toContain(`${uuid}/data/d.vmdk`);
    expect(await at.folder('m/m.vmx', 'LocalDS_0')).toContain(`/vmfs/volumes/${old}/data/d.vmdk`);
  });
});
