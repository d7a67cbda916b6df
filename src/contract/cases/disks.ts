import assert from 'node:assert/strict';
import type { FileBackedVirtualDiskSpec } from '../../vim25/index.ts';
import type { Context, ContractCase } from '../contract-case.ts';
import { refusal } from '../expect.ts';

const SPEC: FileBackedVirtualDiskSpec = {
  _typeName: 'FileBackedVirtualDiskSpec',
  adapterType: 'lsiLogic',
  diskType: 'thin',
  capacityKb: 1024,
};

/** The manager of disks that belong to no VM, bound to the contract's datacenter and directory. */
async function disks({ client, directory, ground }: Context) {
  const manager = client.content.virtualDiskManager!;
  const datacenter = ground.datacenter.ref;
  const room = await directory();
  const at = (name: string) => `${room}/${name}`;
  return {
    at,
    create: (name: string) => client.run(manager, 'CreateVirtualDisk_Task', { name: at(name), datacenter, spec: SPEC }),
    remove: (name: string) => client.run(manager, 'DeleteVirtualDisk_Task', { name: at(name), datacenter }),
    uuid: (name: string) => client.call(manager, 'QueryVirtualDiskUuid', { name: at(name), datacenter }),
    extend: (name: string, newCapacityKb: number) =>
      client.run(manager, 'ExtendVirtualDisk_Task', { name: at(name), datacenter, newCapacityKb }),
    copy: (from: string, to: string) => {
      const paths = { sourceName: at(from), destName: at(to) };
      const params = { ...paths, sourceDatacenter: datacenter, destDatacenter: datacenter, force: false };
      return client.run(manager, 'CopyVirtualDisk_Task', params);
    },
    move: (from: string, to: string) => {
      const paths = { sourceName: at(from), destName: at(to) };
      const params = { ...paths, sourceDatacenter: datacenter, destDatacenter: datacenter, force: false };
      return client.run(manager, 'MoveVirtualDisk_Task', params);
    },
  };
}

export const diskCases: readonly ContractCase[] = [
  {
    name: 'a disk of no VM is created, has a uuid, and is gone when it is deleted',
    does: 'changes',
    async run(context) {
      const { create, remove, uuid } = await disks(context);
      await create('one.vmdk');
      assert.match(await uuid('one.vmdk'), /^[0-9a-f]{2}([ -]?[0-9a-f]{2}){15}$/i);
      await remove('one.vmdk');
      await refusal(uuid('one.vmdk'), 'FileNotFound');
    },
  },
  {
    name: 'a disk is not created where there is one already: FileAlreadyExists',
    does: 'changes',
    async run(context) {
      const { create } = await disks(context);
      await create('first.vmdk');
      await refusal(create('first.vmdk'), 'FileAlreadyExists');
    },
  },
  {
    name: 'a disk that is not there is not deleted: FileNotFound',
    does: 'changes',
    async run(context) {
      const { remove } = await disks(context);
      await refusal(remove('none.vmdk'), 'FileNotFound');
    },
  },
  {
    name: 'a copied disk is at both places',
    does: 'changes',
    async run(context) {
      const { copy, create, uuid } = await disks(context);
      await create('source.vmdk');
      await copy('source.vmdk', 'copy.vmdk');
      for (const name of ['source.vmdk', 'copy.vmdk']) assert.match(await uuid(name), /\S/);
    },
  },
  {
    name: 'a moved disk is at its new place only, under the uuid that it had',
    does: 'changes',
    async run(context) {
      const { create, move, uuid } = await disks(context);
      await create('here.vmdk');
      const before = await uuid('here.vmdk');
      await move('here.vmdk', 'there.vmdk');
      assert.equal(await uuid('there.vmdk'), before);
      await refusal(uuid('here.vmdk'), 'FileNotFound');
    },
  },
  {
    name: 'a disk of no VM is attached to one with the size that it was created with or grown to',
    does: 'changes',
    async run(context) {
      const { client, instance } = context;
      const { at, create, extend } = await disks(context);
      await create('grown.vmdk');
      await extend('grown.vmdk', 4096);
      const { ref } = await instance('taker', { powerOn: false });
      const all = (await client.get(ref, 'config.hardware.device')) ?? [];
      const { controllerKey } = all.find(({ _typeName }) => _typeName === 'VirtualDisk')!;
      const backing = {
        _typeName: 'VirtualDiskFlatVer2BackingInfo',
        fileName: at('grown.vmdk'),
        diskMode: 'persistent',
      };
      const device = { _typeName: 'VirtualDisk', key: -1, controllerKey, unitNumber: 1, capacityInKB: 4096, backing };
      await client.run(ref, 'ReconfigVM_Task', { spec: { deviceChange: [{ operation: 'add', device }] } });
      const after = (await client.get(ref, 'config.hardware.device')) ?? [];
      const sizes = after
        .filter(({ _typeName }) => _typeName === 'VirtualDisk')
        .map((disk) => (disk as typeof device).capacityInKB);
      assert.deepEqual(sizes, [1024 * 1024, 4096]);
    },
  },
];
