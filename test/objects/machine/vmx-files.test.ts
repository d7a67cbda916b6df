import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import { parseVmx, type Vmx } from '../../../src/formats/vmx.ts';
import { Endpoint } from '../endpoint.ts';
import { Updates } from '../updates.ts';
import { folderOf } from './folder.ts';

/** An idle machine of the default model, and the files of its datastore. */
async function idle() {
  const ep = await Endpoint.open();
  const vm = await ep.at('DC0/vm/DC0_H0_VM0');
  await ep.run(vm, 'PowerOffVM_Task');
  return { ep, vm, ...folderOf(ep) };
}

describe('the .vmx of a machine', () => {
  it('tells what the machine is made of, in the words of a host', async () => {
    const { ep, vm, vmx } = await idle();
    await using _ = ep;
    const { uuid, instanceUuid, hardware } = await ep.read(vm, 'config');
    const card = hardware.device.find((d: { key: number }) => d.key === 4000);
    const file: Vmx = await vmx('DC0_H0_VM0/DC0_H0_VM0.vmx');
    const expected = {
      '.encoding': 'UTF-8',
      'config.version': '8',
      'virtualHW.version': '21',
      displayName: 'DC0_H0_VM0',
      guestOS: 'other',
      numvcpus: '1',
      'cpuid.coresPerSocket': '1',
      memsize: '32',
      nvram: 'DC0_H0_VM0.nvram',
      'scsi0.present': 'TRUE',
      'scsi0.virtualDev': 'pvscsi',
      'scsi0.sharedBus': 'none',
      'scsi0:0.present': 'TRUE',
      'scsi0:0.deviceType': 'scsi-hardDisk',
      'scsi0:0.fileName': 'DC0_H0_VM0.vmdk',
      'ethernet0.present': 'TRUE',
      'ethernet0.virtualDev': 'vmxnet3',
      'ethernet0.addressType': 'vpx',
      'ethernet0.generatedAddress': card.macAddress,
      'floppy0.present': 'FALSE',
      'sched.cpu.shares': 'normal',
      'sched.mem.min': '0',
    };
    expect(Object.fromEntries(Object.keys(expected).map((key) => [key, file.get(key)]))).toEqual(expected);
    const digits = (key: string) => file.get(key)!.replace(/[ -]/g, '');
    expect(file.get('uuid.bios')).toMatch(/^([0-9a-f]{2} ){7}[0-9a-f]{2}-([0-9a-f]{2} ){7}[0-9a-f]{2}$/);
    expect([digits('uuid.bios'), digits('vc.uuid')]).toEqual([uuid, instanceUuid].map((u) => u.replaceAll('-', '')));
  });

  it('is true to the configuration at every moment', async () => {
    const { ep, vm, vmx } = await idle();
    await using _ = ep;
    const of = async (...keys: string[]) => {
      const file: Vmx = await vmx('DC0_H0_VM0/DC0_H0_VM0.vmx');
      return keys.map((key) => file.get(key));
    };
    const change = (spec: object) => ep.run(vm, 'ReconfigVM_Task', { spec });
    await change({
      numCPUs: 4,
      numCoresPerSocket: 2,
      memoryMB: 512,
      annotation: 'first line\nsaid "so" | not',
      guestId: 'debian11_64Guest',
      extraConfig: [{ _typeName: 'OptionValue', key: 'guestinfo.role', value: 'db' }],
      cpuAllocation: { reservation: 100, limit: 1000, shares: { level: 'custom', shares: 4321 } },
      firmware: 'efi',
      flags: { diskUuidEnabled: true },
    });
    const keys = ['numvcpus', 'cpuid.coresPerSocket', 'memSize', 'annotation', 'guestOS', 'guestinfo.role'];
    expect(await of(...keys)).toEqual(['4', '2', '512', 'first line\nsaid "so" | not', 'debian11-64', 'db']);
    const more = ['sched.cpu.min', 'sched.cpu.max', 'sched.cpu.shares', 'firmware', 'disk.enableUUID'];
    expect(await of(...more)).toEqual(['100', '1000', '4321', 'efi', 'TRUE']);
    await ep.run(vm, 'Rename_Task', { newName: 'other' });
    await change({ extraConfig: [{ _typeName: 'OptionValue', key: 'guestinfo.role', value: '' }] });
    expect(await of('displayName', 'guestinfo.role')).toEqual(['other', undefined]);
    await change({
      deviceChange: [{ operation: 'remove', device: { _typeName: 'VirtualVmxnet3', key: 4000 } }],
    });
    expect(await of('ethernet0.present')).toEqual([undefined]);
  });

  it('names drives and ports by what backs them', async () => {
    const { ep, vm, vmx } = await idle();
    await using _ = ep;
    const add = (device: object) => ({ operation: 'add', device });
    const cdrom = (unitNumber: number, backing: object) =>
      add({ _typeName: 'VirtualCdrom', key: -unitNumber - 1, controllerKey: 201, unitNumber, backing });
    await ep.run(vm, 'ReconfigVM_Task', {
      spec: {
        deviceChange: [
          cdrom(0, { _typeName: 'VirtualCdromRemotePassthroughBackingInfo', deviceName: '', exclusive: false }),
          cdrom(1, { _typeName: 'VirtualCdromAtapiBackingInfo', deviceName: '/dev/cd0' }),
          add({
            _typeName: 'VirtualSerialPort',
            key: -5,
            yieldOnPoll: true,
            backing: { _typeName: 'VirtualSerialPortURIBackingInfo', serviceURI: 'tcp://:13370', direction: 'server' },
          }),
        ],
      },
    });
    const file = await vmx('DC0_H0_VM0/DC0_H0_VM0.vmx');
    const of = (...keys: string[]) => keys.map((key) => file.get(key));
    expect(of('ide1:0.deviceType', 'ide1:0.clientDevice', 'ide1:0.present')).toEqual(['cdrom-raw', 'TRUE', 'TRUE']);
    expect(of('ide1:1.deviceType', 'ide1:1.fileName')).toEqual(['atapi-cdrom', '/dev/cd0']);
    expect(of('serial0.fileType', 'serial0.fileName', 'serial0.network.endPoint', 'serial0.yieldOnMsrRead')).toEqual([
      'network',
      'tcp://:13370',
      'server',
      'TRUE',
    ]);
  });

  it('stands beside a list of snapshots, an nvram that stays the same, and a log', async () => {
    const { ep, vm, vmx, get } = await idle();
    await using _ = ep;
    const empty = await vmx('DC0_H0_VM0/DC0_H0_VM0.vmsd');
    expect(empty.get('snapshot.numSnapshots')).toBe(undefined);
    await ep.run(vm, 'CreateSnapshot_Task', { name: 'first', description: 'a "b"', memory: false, quiesce: false });
    await ep.run(vm, 'CreateSnapshot_Task', { name: 'second', memory: false, quiesce: false });
    const list = await vmx('DC0_H0_VM0/DC0_H0_VM0.vmsd');
    expect(['numSnapshots', 'current', 'lastUID'].map((key) => list.get(`snapshot.${key}`))).toEqual(['2', '2', '2']);
    expect(['displayName', 'description', 'disk0.node', 'filename'].map((key) => list.get(`snapshot0.${key}`))).toEqual(
      ['first', 'a "b"', 'scsi0:0', 'DC0_H0_VM0-Snapshot1.vmsn'],
    );
    expect(list.get('snapshot1.parent')).toBe('1');
    const nvram = await get('DC0_H0_VM0/DC0_H0_VM0.nvram');
    expect(nvram.subarray(0, 4).toString()).toBe('MRVN');
    await ep.run(vm, 'ReconfigVM_Task', { spec: { annotation: 'else' } });
    expect(await get('DC0_H0_VM0/DC0_H0_VM0.nvram')).toEqual(nvram);
    await ep.run(vm, 'PowerOnVM_Task');
    expect((await get('DC0_H0_VM0/vmware.log')).toString()).toMatch(/vmx - DICT +memSize = "32"/);
  });

  it('is gone when its machine is', async () => {
    const { ep, vm, status } = await idle();
    await using _ = ep;
    expect(await status('GET', 'DC0_H0_VM0/DC0_H0_VM0.vmx')).toBe(200);
    await ep.run(vm, 'Destroy_Task');
    expect(await status('GET', 'DC0_H0_VM0/DC0_H0_VM0.vmx')).toBe(404);
  });
});

describe('a .vmx that a client deletes', () => {
  it('leaves the machine inaccessible: it can only be forgotten, or found again', async () => {
    const { ep, vm, status, get, put } = await idle();
    await using _ = ep;
    const path = 'DC0_H0_VM0/DC0_H0_VM0.vmx';
    const text = await get(path);
    await ep.events();
    const seen = await watched(ep, vm, 'runtime.connectionState');
    expect(await status('DELETE', path)).toBe(200);
    expect(await seen.next()).toBe('inaccessible');
    expect(await ep.events()).toContain('VmConfigMissingEvent');
    expect(await status('GET', path)).toBe(404);
    for (const method of ['PowerOnVM_Task', 'Destroy_Task', 'MarkAsTemplate', 'ReconfigVM_Task', 'Rename_Task']) {
      const args = { newName: 'x', spec: {} };
      expect(await ep.fault(vm, method, args)).toMatchObject({ _typeName: 'InvalidState' });
    }
    await put(path, text);
    expect(await ep.read(vm, 'runtime.connectionState')).toBe('inaccessible');
    await ep.call(vm, 'Reload');
    expect(await seen.next()).toBe('connected');
    expect(await ep.events()).toContain('VmConnectedEvent');
    await ep.run(vm, 'PowerOnVM_Task');
    expect(await status('DELETE', path)).toBe(409);
    expect(await status('PUT', path)).toBe(409);
  });

  it('and one that nobody can read makes it invalid', async () => {
    const { ep, vm, put } = await idle();
    await using _ = ep;
    const path = 'DC0_H0_VM0/DC0_H0_VM0.vmx';
    await put(path, 'this is no configuration\n');
    await ep.call(vm, 'Reload');
    expect(await ep.read(vm, 'runtime.connectionState')).toBe('invalid');
    await ep.call(vm, 'UnregisterVM');
    expect(await ep.exists('DC0/vm/DC0_H0_VM0')).toBe(false);
  });
});

describe('a .vmx that a client writes over', () => {
  it('counts once the machine is reloaded', async () => {
    const { ep, vm, get, put } = await idle();
    await using _ = ep;
    const path = 'DC0_H0_VM0/DC0_H0_VM0.vmx';
    const text = (await get(path)).toString();
    const edited = `${text.replace('memSize = "32"', 'memsize = "256"')}guestinfo.by = "hand"\n`;
    await put(path, edited);
    expect((await get(path)).toString()).toBe(edited);
    expect(await ep.read(vm, 'config.hardware.memoryMB')).toBe(32);
    const seen = await watched(ep, vm, 'config.hardware.memoryMB');
    await ep.run(vm, 'reloadVirtualMachineFromPath_Task', { configurationPath: `[LocalDS_0] ${path}` });
    expect(await seen.next()).toBe(256);
    expect(await ep.events()).toContain('VmReloadFromPathEvent');
    expect(await ep.read(vm, 'config.extraConfig["guestinfo.by"].value')).toBe('hand');
    expect(parseVmx((await get(path)).toString()).get('memSize')).toBe('256');
    await ep.run(vm, 'ReconfigVM_Task', { spec: { memoryMB: 64 } });
    expect(parseVmx((await get(path)).toString()).get('memSize')).toBe('64');
  });

  it('is forgotten when the machine writes its own again', async () => {
    const { ep, vm, get, put } = await idle();
    await using _ = ep;
    const path = 'DC0_H0_VM0/DC0_H0_VM0.vmx';
    await put(path, 'displayName = "mine"\n');
    await ep.run(vm, 'ReconfigVM_Task', { spec: { annotation: 'yours' } });
    expect(parseVmx((await get(path)).toString()).get('annotation')).toBe('yours');
  });

  it('does nothing to a machine that runs', async () => {
    const { ep, vm } = await idle();
    await using _ = ep;
    await ep.run(vm, 'PowerOnVM_Task');
    const configurationPath = '[LocalDS_0] DC0_H0_VM0/DC0_H0_VM0.vmx';
    expect(await ep.fault(vm, 'reloadVirtualMachineFromPath_Task', { configurationPath })).toMatchObject({
      _typeName: 'InvalidPowerState',
    });
    expect(await ep.events()).toContain('VmReloadFromPathFailedEvent');
  });
});

/** The value of a property, once an update told of it. */
async function watched(ep: Endpoint, object: Ref, path: string) {
  const updates = await Updates.of(ep, object, path);
  return {
    async next(): Promise<unknown> {
      expect(await updates.next()).toEqual([path]);
      return ep.read(object, path);
    },
  };
}
