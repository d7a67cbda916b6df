import assert from 'node:assert/strict';
import type { Ref } from '../../client/index.ts';
import type {
  VirtualCdrom,
  VirtualDevice,
  VirtualDeviceConfigSpec,
  VirtualDisk,
  VirtualDiskFlatVer2BackingInfo,
  VirtualEthernetCard,
} from '../../vim25/index.ts';
import type { Context, ContractCase } from '../contract-case.ts';
import { refusal } from '../expect.ts';

/** A VM with one 1 GiB disk and a NIC, made by the driver as any instance. */
async function withDisk({ instance }: Context): Promise<Ref<'VirtualMachine'>> {
  return (await instance('disk', { networks: [{}], powerOn: false })).ref;
}

async function devices({ client }: Context, vm: Ref<'VirtualMachine'>, type: RegExp): Promise<VirtualDevice[]> {
  const all = (await client.get(vm, 'config.hardware.device')) ?? [];
  return all.filter(({ _typeName }) => type.test(_typeName ?? ''));
}

async function device(context: Context, vm: Ref<'VirtualMachine'>, type: RegExp): Promise<VirtualDevice> {
  const [found] = await devices(context, vm, type);
  assert.ok(found, `there is no ${type}`);
  return found;
}

async function disk(context: Context, vm: Ref<'VirtualMachine'>): Promise<VirtualDisk> {
  return (await device(context, vm, /^VirtualDisk$/)) as VirtualDisk;
}

function change({ client }: Context, vm: Ref<'VirtualMachine'>, ...deviceChange: VirtualDeviceConfigSpec[]) {
  return client.run(vm, 'ReconfigVM_Task', { spec: { deviceChange } });
}

const NEW_DISK: VirtualDiskFlatVer2BackingInfo = {
  _typeName: 'VirtualDiskFlatVer2BackingInfo',
  fileName: '',
  diskMode: 'persistent',
  thinProvisioned: true,
};

function another(controllerKey: number, fileName = ''): VirtualDisk {
  const backing = { ...NEW_DISK, fileName };
  return { _typeName: 'VirtualDisk', key: -1, controllerKey, unitNumber: 1, capacityInKB: 2048, backing };
}

function fileOf({ backing }: VirtualDisk): string {
  return (backing as VirtualDiskFlatVer2BackingInfo).fileName;
}

/** Whether a file is where its path says. */
async function exists({ client, datastore }: Context, path: string): Promise<boolean> {
  const [, directory, name] = /^(\[.+\] .+)\/([^/]+)$/.exec(path) ?? [];
  const browser = await client.get(datastore.ref, 'browser');
  const search = { datastorePath: directory!, searchSpec: { matchPattern: [name!] } };
  const found = await client.run(browser, 'SearchDatastore_Task', search);
  return (found?.file ?? []).length > 0;
}

export const deviceCases: readonly ContractCase[] = [
  {
    name: 'a new VM has the devices that every one has, under the keys that they always have',
    does: 'changes',
    async run(context) {
      const vm = await context.machine('plain');
      const all = await devices(context, vm, /./);
      const found = all.map(({ key, _typeName }) => `${key} ${_typeName}`);
      for (const wanted of [
        '100 VirtualPCIController',
        '200 VirtualIDEController',
        '201 VirtualIDEController',
        '300 VirtualPS2Controller',
        '400 VirtualSIOController',
        '500 VirtualMachineVideoCard',
        '600 VirtualKeyboard',
        '700 VirtualPointingDevice',
      ]) {
        assert.ok(found.includes(wanted), `${wanted} is not among ${found.join(', ')}`);
      }
    },
  },
  {
    name: 'a disk added with negative keys gets keys of the server, on the controller added with it',
    does: 'changes',
    needs: ['network'],
    async run(context) {
      const vm = await withDisk(context);
      const controller = await device(context, vm, /^VirtualLsiLogicController$/);
      const added = await disk(context, vm);
      const keys = [controller.key, added.key, added.controllerKey];
      assert.deepEqual(keys, [1000, 2000, 1000], `controller, disk and its controllerKey are ${keys}`);
      assert.equal(added.capacityInKB, 1024 * 1024);
      assert.match(fileOf(added), /^\[.+\] .+\.vmdk$/);
    },
  },
  {
    name: 'devices are labelled as people know them',
    does: 'changes',
    needs: ['network'],
    async run(context) {
      const vm = await withDisk(context);
      const labels = [];
      for (const type of [/^VirtualLsiLogicController$/, /^VirtualDisk$/, /^VirtualVmxnet3$/]) {
        labels.push((await device(context, vm, type)).deviceInfo?.label);
      }
      assert.deepEqual(labels, ['SCSI controller 0', 'Hard disk 1', 'Network adapter 1'], `labels are ${labels}`);
    },
  },
  {
    name: 'a disk tells its capacity in bytes too, and the datastore that it lies on',
    does: 'changes',
    async run(context) {
      const { capacityInBytes, capacityInKB, backing } = await disk(context, await withDisk(context));
      assert.equal(capacityInBytes, capacityInKB * 1024);
      const { datastore } = backing as VirtualDiskFlatVer2BackingInfo;
      assert.equal(datastore?.value, context.datastore.ref.value);
    },
  },
  {
    name: 'a second disk stands beside the first, with a file of its own',
    does: 'changes',
    async run(context) {
      const vm = await withDisk(context);
      const { controllerKey } = await disk(context, vm);
      await change(context, vm, { operation: 'add', fileOperation: 'create', device: another(controllerKey!) });
      const disks = (await devices(context, vm, /^VirtualDisk$/)) as VirtualDisk[];
      assert.deepEqual(
        disks.map(({ unitNumber, capacityInKB }) => [unitNumber, capacityInKB]),
        [
          [0, 1024 * 1024],
          [1, 2048],
        ],
      );
      assert.notEqual(fileOf(disks[0]!), fileOf(disks[1]!));
    },
  },
  {
    name: 'a disk grows, and does not shrink',
    does: 'changes',
    async run(context) {
      const vm = await withDisk(context);
      const resize = async (capacityInKB: number) => {
        const { capacityInBytes: _, ...old } = await disk(context, vm);
        await change(context, vm, { operation: 'edit', device: { ...old, capacityInKB } as VirtualDisk });
      };
      await resize(2 * 1024 * 1024);
      assert.equal((await disk(context, vm)).capacityInKB, 2 * 1024 * 1024);
      await assert.rejects(resize(1024 * 1024), 'a disk was made smaller');
      assert.equal((await disk(context, vm)).capacityInKB, 2 * 1024 * 1024);
    },
  },
  {
    name: 'a disk removed with its file is gone from the datastore',
    does: 'changes',
    async run(context) {
      const vm = await withDisk(context);
      const old = await disk(context, vm);
      assert.ok(await exists(context, fileOf(old)), 'the file was not there before');
      await change(context, vm, { operation: 'remove', fileOperation: 'destroy', device: old });
      assert.deepEqual(await devices(context, vm, /^VirtualDisk$/), []);
      assert.ok(!(await exists(context, fileOf(old))), 'the file is still there');
    },
  },
  {
    name: 'a disk removed without its file is attached again, to another VM',
    does: 'changes',
    async run(context) {
      const vm = await withDisk(context);
      const old = await disk(context, vm);
      const name = context.named('other');
      const directory = await context.directory();
      const kept = `${directory}/kept.vmdk`;
      await change(context, vm, { operation: 'remove', device: old });
      const { datacenter } = context.ground;
      await context.client.run(context.client.content.virtualDiskManager!, 'MoveVirtualDisk_Task', {
        sourceName: fileOf(old),
        sourceDatacenter: datacenter.ref,
        destName: kept,
        destDatacenter: datacenter.ref,
        force: false,
      });
      const other = await context.instance('other', { powerOn: false });
      const { controllerKey } = await disk(context, other.ref);
      await change(context, other.ref, { operation: 'add', device: another(controllerKey!, kept) });
      const disks = (await devices(context, other.ref, /^VirtualDisk$/)) as VirtualDisk[];
      assert.deepEqual([disks.length, fileOf(disks[1]!)], [2, kept], `the disks of ${name}`);
      assert.equal(disks[1]!.capacityInKB, 1024 * 1024);
    },
  },
  {
    name: 'a device that is not there is not removed but refused with InvalidDeviceSpec',
    does: 'changes',
    async run(context) {
      const vm = await withDisk(context);
      const device = { ...(await disk(context, vm)), key: 2099, unitNumber: 9 };
      await refusal(change(context, vm, { operation: 'remove', device }), 'InvalidDeviceSpec');
    },
  },
  {
    name: 'a CD drive is added, holds an image, and is labelled as people know it',
    does: 'changes',
    async run(context) {
      const directory = await context.directory();
      const iso = `${directory}/tools.iso`;
      const { datacenterPath: datacenter } = context.ground;
      await context.client.upload(iso, Buffer.alloc(2048, 7), { datacenter });
      const vm = await context.machine('drive');
      const drive: VirtualCdrom = {
        _typeName: 'VirtualCdrom',
        key: -1,
        controllerKey: 200,
        unitNumber: 0,
        backing: { _typeName: 'VirtualCdromIsoBackingInfo', fileName: iso } as VirtualCdrom['backing'] & object,
        connectable: { startConnected: true, allowGuestControl: true, connected: false },
      };
      await change(context, vm, { operation: 'add', device: drive });
      const { backing, connectable, deviceInfo, key } = await device(context, vm, /^VirtualCdrom$/);
      assert.equal((backing as { fileName?: string }).fileName, iso);
      assert.equal(connectable?.startConnected, true);
      const seen = [key, deviceInfo?.label];
      assert.deepEqual(seen, [3000, 'CD/DVD drive 1'], `key and label are ${seen}`);
    },
  },
  {
    name: 'a NIC gets an address of the range of vCenter, or keeps the one that it was given',
    does: 'changes',
    needs: ['network'],
    async run(context) {
      const macAddress = '00:50:56:01:02:03';
      const { ref } = await context.instance('nics', { networks: [{}, { macAddress }], powerOn: false });
      const nics = (await devices(context, ref, /^VirtualVmxnet3$/)) as VirtualEthernetCard[];
      assert.equal(nics[1]?.macAddress, macAddress);
      assert.match(nics[0]?.macAddress ?? '', /^00:50:56:/i, `the address is ${nics[0]?.macAddress}`);
    },
  },
  {
    name: 'two NICs made by the server have different addresses',
    does: 'changes',
    needs: ['network'],
    async run(context) {
      const { ref } = await context.instance('nics', { networks: [{}, {}], powerOn: false });
      const nics = (await devices(context, ref, /^VirtualVmxnet3$/)) as VirtualEthernetCard[];
      assert.equal(new Set(nics.map((nic) => nic.macAddress)).size, 2);
    },
  },
  {
    name: 'whether a NIC is plugged in at the start is changed by an edit',
    does: 'changes',
    needs: ['network'],
    async run(context) {
      const vm = await withDisk(context);
      const nic = (await device(context, vm, /^VirtualVmxnet3$/)) as VirtualEthernetCard;
      const connectable = { ...nic.connectable!, startConnected: false };
      await change(context, vm, { operation: 'edit', device: { ...nic, connectable } as VirtualEthernetCard });
      const after = (await device(context, vm, /^VirtualVmxnet3$/)) as VirtualEthernetCard;
      assert.equal(after.connectable?.startConnected, false);
      assert.equal(after.macAddress, nic.macAddress);
    },
  },
  {
    name: 'a network lists the VM that has a NIC on it, and no more when the NIC is gone',
    does: 'changes',
    needs: ['network'],
    async run(context) {
      const { client } = context;
      const vm = await withDisk(context);
      const networks = (await client.get(vm, 'network')) ?? [];
      assert.equal(networks.length, 1);
      const members = async () => ((await client.get(networks[0]!, 'vm')) ?? []).map(({ value }) => value);
      assert.ok((await members()).includes(vm.value), 'the network does not list it');
      await change(context, vm, { operation: 'remove', device: await device(context, vm, /^VirtualVmxnet3$/) });
      assert.ok(!(await members()).includes(vm.value), 'the network lists it still');
      assert.deepEqual((await client.get(vm, 'network')) ?? [], []);
    },
  },
];
