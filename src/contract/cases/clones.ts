import assert from 'node:assert/strict';
import type { Ref } from '../../client/index.ts';
import type {
  VirtualDevice,
  VirtualDisk,
  VirtualDiskFlatVer2BackingInfo,
  VirtualEthernetCard,
  VirtualMachineCloneSpec,
} from '../../vim25/index.ts';
import type { Context, ContractCase } from '../contract-case.ts';

const PLAIN: VirtualMachineCloneSpec = { location: {}, powerOn: false, template: false };

function clone(
  { client, folder, named }: Context,
  source: Ref<'VirtualMachine'>,
  spec: VirtualMachineCloneSpec = PLAIN,
): Promise<Ref<'VirtualMachine'>> {
  return client.run(source, 'CloneVM_Task', { folder, name: named('clone'), spec });
}

async function device<T extends VirtualDevice>(
  { client }: Context,
  vm: Ref<'VirtualMachine'>,
  type: string,
): Promise<T> {
  const all = (await client.get(vm, 'config.hardware.device')) ?? [];
  return all.find(({ _typeName }) => _typeName === type) as T;
}

async function diskOf(context: Context, vm: Ref<'VirtualMachine'>): Promise<VirtualDiskFlatVer2BackingInfo> {
  return (await device<VirtualDisk>(context, vm, 'VirtualDisk')).backing as VirtualDiskFlatVer2BackingInfo;
}

export const cloneCases: readonly ContractCase[] = [
  {
    name: 'a clone has the hardware of its source and identities of its own',
    does: 'changes',
    async run(context) {
      const { client, machine, named } = context;
      const source = await machine('source', { numCPUs: 2 });
      const made = await clone(context, source);
      assert.notEqual(made.value, source.value);
      const [one, two] = await Promise.all([source, made].map((vm) => client.get(vm, 'config')));
      assert.equal(two?.name, named('clone'));
      assert.equal(two?.hardware.numCPU, 2);
      assert.notEqual(two?.uuid, one?.uuid);
      assert.notEqual(two?.instanceUuid, one?.instanceUuid);
      assert.notEqual(two?.files.vmPathName, one?.files.vmPathName);
    },
  },
  {
    name: 'a clone has a disk of its own, as large as that of its source',
    does: 'changes',
    async run(context) {
      const { ref: source } = await context.instance('source', { powerOn: false });
      const made = await clone(context, source);
      assert.notEqual((await diskOf(context, made)).fileName, (await diskOf(context, source)).fileName);
      assert.equal((await device<VirtualDisk>(context, made, 'VirtualDisk')).capacityInKB, 1024 * 1024);
    },
  },
  {
    name: 'the NIC of a clone has an address of its own',
    does: 'changes',
    needs: ['network'],
    async run(context) {
      const { ref: source } = await context.instance('source', { networks: [{}], powerOn: false });
      const made = await clone(context, source);
      const addresses = [];
      for (const vm of [source, made]) {
        addresses.push((await device<VirtualEthernetCard>(context, vm, 'VirtualVmxnet3')).macAddress);
      }
      assert.notEqual(addresses[0], addresses[1], `both have ${addresses[0]}`);
    },
  },
  {
    name: 'a clone may be made with other hardware than its source',
    does: 'changes',
    async run(context) {
      const source = await context.machine('source', { numCPUs: 1 });
      const made = await clone(context, source, { ...PLAIN, config: { numCPUs: 2, memoryMB: 64 } });
      const { numCPU, memoryMB } = (await context.client.get(made, 'config.hardware'))!;
      assert.deepEqual([numCPU, memoryMB], [2, 64]);
      assert.equal(await context.client.get(source, 'config.hardware.numCPU'), 1);
    },
  },
  {
    name: 'a running VM is cloned, and its clone is off',
    does: 'changes',
    async run(context) {
      const source = await context.machine('source');
      await context.client.run(source, 'PowerOnVM_Task');
      const made = await clone(context, source);
      assert.equal(await context.client.get(made, 'runtime.powerState'), 'poweredOff');
      assert.equal(await context.client.get(source, 'runtime.powerState'), 'poweredOn');
    },
  },
  {
    name: 'a clone is started where that is asked for',
    does: 'changes',
    async run(context) {
      const made = await clone(context, await context.machine('source'), { ...PLAIN, powerOn: true });
      assert.equal(await context.client.get(made, 'runtime.powerState'), 'poweredOn');
    },
  },
  {
    name: 'a VM is cloned to a template, and a template to a VM in the pool that is named',
    does: 'changes',
    async run(context) {
      const { client, folder, ground, machine, named } = context;
      const template = await clone(context, await machine('source'), { ...PLAIN, template: true });
      assert.equal(await client.get(template, 'config.template'), true);
      const spec = { ...PLAIN, location: { pool: ground.pool } };
      const made = await client.run(template, 'CloneVM_Task', { folder, name: named('deployed'), spec });
      const { config, resourcePool } = await client.get(made, ['config', 'resourcePool']);
      assert.deepEqual([config?.template, resourcePool?.value], [false, ground.pool.value]);
    },
  },
  {
    name: 'a template is not cloned to a VM without a pool',
    does: 'changes',
    async run(context) {
      const { client, machine } = context;
      const template = await machine('template');
      await client.call(template, 'MarkAsTemplate');
      await assert.rejects(clone(context, template), 'a VM was made without a pool');
    },
  },
  {
    name: 'a linked clone writes above the disk of the snapshot that it was made from',
    does: 'changes',
    async run(context) {
      const { client, instance } = context;
      const { ref: source } = await instance('source', { powerOn: false });
      const base = await diskOf(context, source);
      const taken = { name: 'base', memory: false, quiesce: false };
      const snapshot = await client.run(source, 'CreateSnapshot_Task', taken);
      const location = { diskMoveType: 'createNewChildDiskBacking' };
      const made = await clone(context, source, { ...PLAIN, location, snapshot });
      const { fileName, parent } = await diskOf(context, made);
      assert.equal(parent?.fileName, base.fileName, `its parent is ${parent?.fileName}`);
      assert.notEqual(fileName, base.fileName);
    },
  },
];
