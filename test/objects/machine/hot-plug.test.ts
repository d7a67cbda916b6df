import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import { type Answer, Endpoint } from '../endpoint.ts';
import { Updates } from './updates.ts';

/** A machine of the default model, as the spec says and then running. */
async function running(spec: Answer): Promise<{ ep: Endpoint; vm: Ref; change: (s: Answer) => Promise<Answer> }> {
  const ep = await Endpoint.open({ inventory: { host: 1, standaloneHost: 0, vm: 1 } });
  const vm = await ep.at('DC0/vm/DC0_C0_RP0_VM0');
  await ep.run(vm, 'PowerOffVM_Task');
  await ep.run(vm, 'ReconfigVM_Task', { spec });
  await ep.run(vm, 'PowerOnVM_Task');
  return { ep, vm, change: (s) => ep.run(vm, 'ReconfigVM_Task', { spec: s }) };
}

const limits = async (ep: Endpoint, vm: Ref) => [
  await ep.read(vm, 'config.hotPlugMemoryLimit'),
  await ep.read(vm, 'config.hotPlugMemoryIncrementSize'),
];

const HOT = { memoryHotAddEnabled: true, cpuHotAddEnabled: true, cpuHotRemoveEnabled: true };
const LINUX = { ...HOT, guestId: 'debian11_64Guest' };
const WINDOWS = { ...HOT, guestId: 'windows2019srv_64Guest' };

describe('the memory of a running machine', () => {
  it('grows to sixteen times what it was switched on with, however it has grown since', async () => {
    const { ep, vm, change } = await running({ ...WINDOWS, memoryMB: 256 });
    await using _ = ep;
    expect(await limits(ep, vm)).toEqual([4_096, 8]);
    await using updates = await Updates.of(ep, vm, ['config.hardware.memoryMB', 'config.hotPlugMemoryLimit']);
    await change({ memoryMB: 1_024 });
    expect(await updates.next()).toEqual({ 'config.hardware.memoryMB': 1_024 });
    expect(await limits(ep, vm)).toEqual([4_096, 8]);
    expect(await ep.fault(vm, 'ReconfigVM_Task', { spec: { memoryMB: 4_104 } })).toMatchObject({
      _typeName: 'InvalidVmConfig',
      property: 'configSpec.memoryMB',
    });
    expect(await ep.read(vm, 'config.hardware.memoryMB')).toBe(1_024);
    await change({ memoryMB: 4_096 });
    await ep.run(vm, 'ResetVM_Task');
    expect(await limits(ep, vm)).toEqual([4_096, 8]);
    await ep.run(vm, 'PowerOffVM_Task');
    await ep.run(vm, 'PowerOnVM_Task');
    expect(await limits(ep, vm)).toEqual([65_536, 128]);
  });

  it('stays below 3 GB where a Linux of 64 bits came up with no more', async () => {
    const { ep, vm, change } = await running({ ...LINUX, memoryMB: 2_048 });
    await using _ = ep;
    expect((await limits(ep, vm))[0]).toBe(3_072);
    await change({ memoryMB: 3_072 });
    expect(await ep.fault(vm, 'ReconfigVM_Task', { spec: { memoryMB: 4_096 } })).toMatchObject({
      _typeName: 'InvalidVmConfig',
    });
    await ep.run(vm, 'PowerOffVM_Task');
    await change({ memoryMB: 4_096 });
    await ep.run(vm, 'PowerOnVM_Task');
    expect((await limits(ep, vm))[0]).toBe(65_536);
  });

  it('never shrinks, and grows in no guest that does not know how', async () => {
    const { ep, vm, change } = await running({ ...WINDOWS, memoryMB: 1_024 });
    await using _ = ep;
    const refused = (memoryMB: number) => ep.fault(vm, 'ReconfigVM_Task', { spec: { memoryMB } });
    expect(await refused(512)).toMatchObject({ _typeName: 'MemoryHotPlugNotSupported' });
    await ep.run(vm, 'PowerOffVM_Task');
    await change({ guestId: 'winNetEnterpriseGuest' });
    await ep.run(vm, 'PowerOnVM_Task');
    expect(await limits(ep, vm)).toEqual([1_024, 0]);
    expect(await refused(2_048)).toMatchObject({ _typeName: 'MemoryHotPlugNotSupported' });
  });

  it('starts anew in a clone', async () => {
    const { ep, vm, change } = await running({ ...WINDOWS, memoryMB: 256 });
    await using _ = ep;
    await change({ memoryMB: 512 });
    const spec = { location: {}, powerOn: false, template: false };
    const clone = await ep.run(vm, 'CloneVM_Task', { folder: await ep.at('DC0/vm'), name: 'clone', spec });
    expect((await limits(ep, clone))[0]).toBe(8_192);
  });
});

describe('the processors of a running machine', () => {
  const refusal = { _typeName: 'CpuHotPlugNotSupported' };

  it('come where hot add is on and the guest knows how, by whole sockets, as many as the hardware has', async () => {
    const { ep, vm, change } = await running({ ...LINUX, numCPUs: 2, numCoresPerSocket: 2 });
    await using _ = ep;
    await using updates = await Updates.of(ep, vm, ['config.hardware.numCPU', 'summary.config.numCpu']);
    await change({ numCPUs: 4 });
    expect(await updates.next()).toEqual({ 'config.hardware.numCPU': 4, 'summary.config.numCpu': 4 });
    const refused = (numCPUs: number) => ep.fault(vm, 'ReconfigVM_Task', { spec: { numCPUs } });
    expect(await refused(5)).toMatchObject({ invalidProperty: 'configSpec.numCPUs' });
    expect(await refused(770)).toMatchObject({ invalidProperty: 'configSpec.numCPUs' });
    expect(await refused(256)).toMatchObject({ _typeName: 'NotEnoughLogicalCpus' });
  });

  it('go in no guest, though hot remove is on', async () => {
    const { ep, vm } = await running({ ...LINUX, numCPUs: 4 });
    await using _ = ep;
    expect(await ep.fault(vm, 'ReconfigVM_Task', { spec: { numCPUs: 2 } })).toMatchObject(refusal);
  });

  it('do not come to a guest of 32 bits', async () => {
    const { ep, vm } = await running({ ...HOT, guestId: 'rhel5Guest', numCPUs: 1 });
    await using _ = ep;
    expect(await ep.fault(vm, 'ReconfigVM_Task', { spec: { numCPUs: 2 } })).toMatchObject(refusal);
  });
});
