import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import { type Answer, Endpoint } from '../endpoint.ts';
import { Updates } from './updates.ts';

const MODIFIED = {
  _typeName: 'GenericVmConfigFault',
  reason: 'The parent virtual disk has been modified since the child was created.',
};
const snapshot = { name: 'two', memory: false, quiesce: false };

/** A machine with a snapshot, and another that has the file below it as a disk of its own; both off. */
async function scene(): Promise<{ ep: Endpoint; vm: Ref; other: Ref }> {
  const ep = await Endpoint.open({ apiVersion: '9.1.0', inventory: { host: 1, standaloneHost: 0, vm: 2 } } as never);
  const [vm, other] = [await ep.at('DC0/vm/DC0_C0_RP0_VM0'), await ep.at('DC0/vm/DC0_C0_RP0_VM1')];
  for (const one of [vm, other]) await ep.run(one, 'PowerOffVM_Task');
  const base = await diskOf(ep, vm);
  await ep.run(vm, 'CreateSnapshot_Task', { ...snapshot, name: 'one' });
  const device = {
    _typeName: 'VirtualDisk',
    key: -1,
    controllerKey: 1000,
    unitNumber: 5,
    capacityInKB: 0,
    backing: { _typeName: 'VirtualDiskFlatVer2BackingInfo', fileName: base.fileName, diskMode: 'persistent' },
  };
  await ep.run(other, 'ReconfigVM_Task', { spec: { deviceChange: [{ operation: 'add', device }] } });
  return { ep, vm, other };
}

const diskOf = async (ep: Endpoint, vm: Ref): Promise<Answer> =>
  (await ep.read(vm, 'config.hardware.device')).find((d: Answer) => d._typeName === 'VirtualDisk').backing;
const issueOf = async (ep: Endpoint, vm: Ref): Promise<Answer> =>
  (await ep.read(vm, 'config.hardware.device')).find((d: Answer) => d._typeName === 'VirtualDisk').diskChainBrokenIssue;

describe('a file below a snapshot that another machine wrote to', () => {
  it('leaves the machine unable to start, to be snapshotted or consolidated, and says so', async () => {
    const { ep, vm, other } = await scene();
    await using _ = ep;
    expect(await issueOf(ep, vm)).toBeUndefined();
    await using updates = await Updates.of(ep, vm, ['runtime.diskChainBroken', 'config.changeVersion']);
    await ep.run(other, 'PowerOnVM_Task');
    expect(await updates.next()).toEqual({ 'runtime.diskChainBroken': true });
    await ep.run(other, 'PowerOffVM_Task');
    expect(await issueOf(ep, vm)).toBe('cidMismatch');
    expect(await ep.fault(vm, 'PowerOnVM_Task')).toMatchObject(MODIFIED);
    expect(await ep.fault(vm, 'CreateSnapshot_Task', snapshot)).toMatchObject(MODIFIED);
    expect(await ep.fault(vm, 'RemoveAllSnapshots_Task')).toMatchObject(MODIFIED);
    expect(await ep.read(other, 'runtime.diskChainBroken')).toBeUndefined();
  });

  it('is counted on as it is by now when the chain was repaired', async () => {
    const { ep, vm, other } = await scene();
    await using _ = ep;
    const before = (await diskOf(ep, vm)).parent.contentId;
    await ep.run(other, 'PowerOnVM_Task');
    await ep.run(other, 'PowerOffVM_Task');
    await using updates = await Updates.of(ep, vm, ['runtime.diskChainBroken']);
    await ep.run(vm, 'RepairVmDiskChains_Task');
    expect(await updates.next()).toEqual({ 'runtime.diskChainBroken': undefined });
    expect(await issueOf(ep, vm)).toBeUndefined();
    expect((await diskOf(ep, vm)).parent.contentId).not.toBe(before);
    await ep.run(vm, 'PowerOnVM_Task');
    await ep.run(vm, 'RemoveAllSnapshots_Task');
    expect(await ep.read(vm, 'runtime.powerState')).toBe('poweredOn');
  });

  it('fits again, too, when the machine goes back to its snapshot', async () => {
    const { ep, vm, other } = await scene();
    await using _ = ep;
    await ep.run(other, 'PowerOnVM_Task');
    await ep.run(other, 'PowerOffVM_Task');
    await ep.run(vm, 'RepairVmDiskChains_Task');
    await ep.run(vm, 'RevertToCurrentSnapshot_Task');
    await ep.run(vm, 'PowerOnVM_Task');
    expect(await ep.read(vm, 'runtime.diskChainBroken')).toBeUndefined();
  });
});

describe('repairing the chains of disks', () => {
  it('changes nothing where all files fit', async () => {
    const { ep, vm } = await scene();
    await using _ = ep;
    const before = await ep.read(vm, 'config.changeVersion');
    await ep.run(vm, 'RepairVmDiskChains_Task');
    expect(await ep.read(vm, 'config.changeVersion')).toBe(before);
  });

  it('waits until the machine is off, and until nobody has its files open', async () => {
    const { ep, vm, other } = await scene();
    await using _ = ep;
    await ep.run(other, 'PowerOnVM_Task');
    expect(await ep.fault(vm, 'RepairVmDiskChains_Task')).toMatchObject({ _typeName: 'FileLocked' });
    expect(await ep.fault(other, 'RepairVmDiskChains_Task')).toMatchObject({
      _typeName: 'InvalidPowerState',
      existingState: 'poweredOn',
    });
    await ep.run(other, 'SuspendVM_Task');
    expect(await ep.fault(other, 'RepairVmDiskChains_Task')).toMatchObject({ existingState: 'suspended' });
  });

  it('is nothing for a template, nor for an API that does not know it', async () => {
    const { ep, vm } = await scene();
    await using _ = ep;
    await ep.run(vm, 'RemoveAllSnapshots_Task');
    await ep.call(vm, 'MarkAsTemplate');
    expect(await ep.fault(vm, 'RepairVmDiskChains_Task')).toMatchObject({ _typeName: 'NotSupported' });
    await using older = await Endpoint.open({ inventory: { host: 1, standaloneHost: 0, vm: 1 } });
    const known = await older.at('DC0/vm/DC0_C0_RP0_VM0');
    await expect(older.call(known, 'RepairVmDiskChains_Task')).rejects.toThrow(/RepairVmDiskChains_Task/);
  });
});
