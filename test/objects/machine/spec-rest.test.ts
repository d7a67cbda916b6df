/** Parts of a ConfigSpec that hang on what hosts and key providers have. */
import { describe, expect, it } from 'vitest';
import type { Host } from '../../../src/objects/compute/host/host.ts';
import { hostKind } from '../../../src/objects/compute/host/host.ts';
import type { Cell } from '../../../src/world/cell.ts';
import { Endpoint } from '../endpoint.ts';
import { Updates } from '../updates.ts';

async function idle(apiVersion?: string) {
  const ep = await Endpoint.open({
    inventory: { autostart: false },
    furnish: ({ world }) =>
      world.turn(() => {
        if (apiVersion === undefined) return;
        for (const host of world.every(hostKind) as Iterable<Cell<Host>>) {
          world.update(host, { product: Object.freeze({ ...host.state.product, apiVersion }) });
        }
      }),
  });
  const vm = await ep.at('DC0/vm/DC0_H0_VM0');
  const refused = (spec: object) => ep.fault(vm, 'ReconfigVM_Task', { spec });
  return { ep, vm, refused };
}

describe('a specification', () => {
  it('that asks for encryption is refused for want of the key, by its name', async () => {
    const { ep, vm, refused } = await idle();
    await using _ = ep;
    const cryptoKeyId = { keyId: 'k1', providerId: { id: 'provider' } };
    expect(await refused({ crypto: { _typeName: 'CryptoSpecEncrypt', cryptoKeyId } })).toMatchObject({
      _typeName: 'EncryptionKeyRequired',
      requiredKey: [cryptoKeyId],
    });
    expect(await refused({ crypto: { _typeName: 'CryptoSpecDecrypt' } })).toMatchObject({
      _typeName: 'InvalidArgument',
      invalidProperty: 'configSpec.crypto',
    });
    await ep.run(vm, 'ReconfigVM_Task', { spec: { crypto: { _typeName: 'CryptoSpecNoOp' }, annotation: 'plain' } });
    expect(await ep.read(vm, 'config.annotation')).toBe('plain');
  });

  it('says how persistent memory goes through a revert', async () => {
    const { ep, vm, refused } = await idle();
    await using _ = ep;
    const seen = await Updates.of(ep, vm, 'config.pmem', 'config.annotation');
    await ep.run(vm, 'ReconfigVM_Task', { spec: { pmem: { snapshotMode: 'independent_eraseonrevert' } } });
    expect(await seen.next()).toEqual(['config.pmem']);
    expect(await ep.read(vm, 'config.pmem')).toMatchObject({ snapshotMode: 'independent_eraseonrevert' });
    expect(await refused({ pmem: { snapshotMode: 'some' } })).toMatchObject({
      invalidProperty: 'configSpec.pmem.snapshotMode',
    });
  });

  it('lets memory grow while the machine runs, in the steps that it says', async () => {
    const { ep, vm, refused } = await idle();
    await using _ = ep;
    const reconfigure = (spec: object) => ep.run(vm, 'ReconfigVM_Task', { spec });
    const limits = async () => [
      await ep.read(vm, 'config.hotPlugMemoryLimit'),
      await ep.read(vm, 'config.hotPlugMemoryIncrementSize'),
    ];
    await reconfigure({ memoryMB: 4096, guestId: 'debian11_64Guest' });
    expect(await limits()).toEqual([4096, 0]);
    await reconfigure({ memoryHotAddEnabled: true });
    expect(await limits()).toEqual([65_536, 128]);
    await ep.run(vm, 'PowerOnVM_Task');
    expect(await refused({ memoryMB: 4096 + 64 })).toMatchObject({ invalidProperty: 'configSpec.memoryMB' });
    await reconfigure({ memoryMB: 4096 + 128 });
    expect(await ep.read(vm, 'config.hardware.memoryMB')).toBe(4224);
  });

  it('with a virtual GPU is counted as such', async () => {
    const { ep, vm } = await idle();
    await using _ = ep;
    const seen = await Updates.of(ep, vm, 'summary.config');
    const backing = { _typeName: 'VirtualPCIPassthroughVmiopBackingInfo', vgpu: 'grid_p4-8q' };
    const device = { _typeName: 'VirtualPCIPassthrough', key: -1, backing };
    await ep.run(vm, 'ReconfigVM_Task', { spec: { deviceChange: [{ operation: 'add', device }] } });
    expect(await seen.next()).toEqual(['summary.config']);
    expect(await ep.read(vm, 'summary.config.numVmiopBackings')).toBe(1);
  });

  it('names no group of devices that no host has', async () => {
    const { ep, refused } = await idle();
    await using _ = ep;
    const group = {
      _typeName: 'VirtualMachineVirtualDeviceGroupsVendorDeviceGroup',
      groupInstanceKey: 1,
      deviceGroupName: 'some',
    };
    expect(await refused({ deviceGroups: { deviceGroup: [group] } })).toMatchObject({
      _typeName: 'InvalidArgument',
      invalidProperty: 'configSpec.deviceGroups.deviceGroup[0]',
    });
  });
});

describe('hardware of a machine on an older host', () => {
  it('is raised as far as that host goes, and no further', async () => {
    const { ep, vm } = await idle('7.0.1.0');
    await using _ = ep;
    const parts = { host: await ep.read(vm, 'runtime.host'), pool: await ep.read(vm, 'resourcePool') };
    const config = { name: 'older', version: 'vmx-13', files: { vmPathName: '[LocalDS_0]' } };
    const older = await ep.run(await ep.at('DC0/vm'), 'CreateVM_Task', { config, ...parts });
    expect(await ep.fault(older, 'UpgradeVM_Task', { version: 'vmx-21' })).toMatchObject({
      _typeName: 'VirtualHardwareVersionNotSupported',
      host: parts.host,
    });
    await ep.run(older, 'UpgradeVM_Task', {});
    expect(await ep.read(older, 'config.version')).toBe('vmx-18');
  });
});
