import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Ref } from '../../client/index.ts';
import type { VirtualDevice, VirtualDisk, VirtualDiskFlatVer2BackingInfo } from '../../vim25/index.ts';
import type { Context, ContractCase } from '../contract-case.ts';

/** A VM with one 1 GiB disk, made by the driver as any instance. */
async function withDisk({ driver }: Context): Promise<Ref<'VirtualMachine'>> {
  const flavor = { vcpus: 1, memoryMb: 32, rootGb: 1 };
  return (await driver.spawn({ name: 'disk', uuid: randomUUID(), flavor, networks: [{}], powerOn: false })).ref;
}

async function device(context: Context, vm: Ref<'VirtualMachine'>, type: RegExp): Promise<VirtualDevice> {
  const all = (await context.client.get(vm, 'config.hardware.device')) ?? [];
  const found = all.find(({ _typeName }) => type.test(_typeName ?? ''));
  assert.ok(found, `no ${type} among ${all.map(({ _typeName }) => _typeName).join(', ')}`);
  return found;
}

export const deviceCases: readonly ContractCase[] = [
  {
    name: 'a disk added with negative keys gets keys of the server, on the controller added with it',
    async run(context) {
      const vm = await withDisk(context);
      const controller = await device(context, vm, /^VirtualLsiLogicController$/);
      const disk = (await device(context, vm, /^VirtualDisk$/)) as VirtualDisk;
      const keys = [controller.key, disk.key, disk.controllerKey];
      assert.deepEqual(keys, [1000, 2000, 1000], `controller, disk and its controllerKey are ${keys}`);
      assert.equal(disk.capacityInKB, 1024 * 1024);
      const { fileName } = disk.backing as VirtualDiskFlatVer2BackingInfo;
      assert.match(fileName, /^\[.+\] .+\.vmdk$/);
    },
  },
  {
    name: 'devices are labelled as people know them',
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
    name: 'a network lists the VM that has a NIC on it',
    async run(context) {
      const { client } = context;
      const vm = await withDisk(context);
      const networks = (await client.get(vm, 'network')) ?? [];
      assert.equal(networks.length, 1);
      const members = (await client.get(networks[0]!, 'vm')) ?? [];
      assert.ok(
        members.some((one) => one.value === vm.value),
        'the network does not list it',
      );
    },
  },
];
