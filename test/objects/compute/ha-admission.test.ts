import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import type { Endpoint } from '../endpoint.ts';
import { Updates } from '../machine/updates.ts';
import { befall, CLUSTER, cluster, events, hostPath, machines, named, pass, reconfigure } from './failure.ts';

const SLOTS = { _typeName: 'ClusterFailoverLevelAdmissionControlPolicy', failoverLevel: 1 };
const SHARE = {
  _typeName: 'ClusterFailoverResourcesAdmissionControlPolicy',
  cpuFailoverResourcesPercent: 40,
  memoryFailoverResourcesPercent: 40,
  autoComputePercentages: false,
};

const off = (ep: Endpoint) => machines(ep).then((all) => all.filter((vm) => vm.power === 'poweredOff'));
const reserving = (megabytes: number) => ({
  spec: { memoryMB: 131_072, memoryAllocation: { reservation: megabytes } },
});

/** Two hosts of 128 GB; machines that are off and reserve 50 GB each. */
async function big(policy: object): Promise<{ ep: Endpoint; vms: Ref[]; cluster: Ref }> {
  const ep = await cluster({ host: 2, vm: 5, autostart: false }, { admissionControlPolicy: policy });
  const vms = (await off(ep)).map((vm) => vm.ref);
  for (const vm of vms) await ep.run(vm, 'ReconfigVM_Task', reserving(50_000));
  return { ep, vms, cluster: await ep.at(CLUSTER) };
}

describe('admission control by slots', () => {
  it('starts as many machines as the hosts that are left could start', async () => {
    const { ep, vms, cluster } = await big(SLOTS);
    await using _ = ep;
    await ep.run(vms[0]!, 'PowerOnVM_Task');
    await ep.run(vms[1]!, 'PowerOnVM_Task');
    expect(await ep.read(cluster, 'summary.admissionControlInfo')).toEqual(
      expect.objectContaining({ _typeName: 'ClusterFailoverLevelAdmissionControlInfo', currentFailoverLevel: 1 }),
    );
    expect(await ep.fault(vms[2]!, 'PowerOnVM_Task')).toMatchObject({
      _typeName: 'InsufficientFailoverResourcesFault',
    });
    await reconfigure(ep, { dasConfig: { admissionControlEnabled: false } });
    await ep.run(vms[2]!, 'PowerOnVM_Task');
    expect(await ep.read(cluster, 'summary.currentFailoverLevel')).toBe(0);
  });

  it('tells what it counts with', async () => {
    const { ep, vms, cluster } = await big(SLOTS);
    await using _ = ep;
    await ep.run(vms[0]!, 'PowerOnVM_Task');
    const info = await ep.call(cluster, 'RetrieveDasAdvancedRuntimeInfo');
    expect(info).toMatchObject({
      _typeName: 'ClusterDasFailoverLevelAdvancedRuntimeInfo',
      slotInfo: { numVcpus: 1, cpuMHz: 32 },
      totalSlots: 4,
      usedSlots: 1,
      unreservedSlots: 1,
      totalVms: 1,
      totalHosts: 2,
      totalGoodHosts: 2,
      hostSlots: [{ slots: 2 }, { slots: 2 }],
    });
    expect(info.slotInfo.memoryMB).toBeGreaterThan(50_000);
    expect(info.heartbeatDatastoreInfo[0].hosts).toHaveLength(2);
  });

  it('of a size of their own counts large machines for several', async () => {
    const slotPolicy = { _typeName: 'ClusterFixedSizeSlotPolicy', cpu: 1_000, memory: 10_240 };
    const { ep, vms, cluster } = await big({ ...SLOTS, slotPolicy });
    await using _ = ep;
    await ep.run(vms[0]!, 'PowerOnVM_Task');
    const info = await ep.call(cluster, 'RetrieveDasAdvancedRuntimeInfo');
    expect(info).toMatchObject({
      slotInfo: { cpuMHz: 1_000, memoryMB: 10_240 },
      vmsRequiringMultipleSlots: [{ vm: vms[0], slots: 5 }],
      usedSlots: 5,
    });
  });
});

describe('admission control by a share of the cluster', () => {
  it('keeps it free of reservations', async () => {
    const { ep, vms, cluster } = await big(SHARE);
    await using _ = ep;
    await ep.run(vms[0]!, 'PowerOnVM_Task');
    await ep.run(vms[1]!, 'PowerOnVM_Task');
    expect(await ep.read(cluster, 'summary.admissionControlInfo')).toMatchObject({
      _typeName: 'ClusterFailoverResourcesAdmissionControlInfo',
      currentCpuFailoverResourcesPercent: 99,
    });
    expect(await ep.fault(vms[2]!, 'PowerOnVM_Task')).toMatchObject({
      _typeName: 'InsufficientFailoverResourcesFault',
    });
  });

  it('keeps machines that run from reserving more', async () => {
    const { ep, vms } = await big(SHARE);
    await using _ = ep;
    await ep.run(vms[0]!, 'PowerOnVM_Task');
    await ep.run(vms[1]!, 'PowerOnVM_Task');
    const grown = (reservation: number) => ({ spec: { memoryAllocation: { reservation } } });
    await ep.run(vms[0]!, 'ReconfigVM_Task', grown(60_000));
    expect(await ep.fault(vms[0]!, 'ReconfigVM_Task', grown(120_000))).toMatchObject({
      _typeName: 'InsufficientFailoverResourcesFault',
    });
    await ep.run(vms[0]!, 'ReconfigVM_Task', grown(10_000));
  });

  it('that follows from the number of hosts is one host of them', async () => {
    const { ep, vms } = await big({ ...SHARE, autoComputePercentages: true, failoverLevel: 1 });
    await using _ = ep;
    await ep.run(vms[0]!, 'PowerOnVM_Task');
    await ep.run(vms[1]!, 'PowerOnVM_Task');
    expect(await ep.fault(vms[2]!, 'PowerOnVM_Task')).toMatchObject({
      _typeName: 'InsufficientFailoverResourcesFault',
    });
  });

  it('is refused where it is no share', async () => {
    await using ep = await cluster();
    const fault = await ep.fault(await ep.at(CLUSTER), 'ReconfigureCluster_Task', {
      spec: { dasConfig: { admissionControlPolicy: { ...SHARE, cpuFailoverResourcesPercent: 101 } } },
      modify: true,
    });
    expect(fault).toMatchObject({
      _typeName: 'InvalidArgument',
      invalidProperty: 'spec.dasConfig.admissionControlPolicy.cpuFailoverResourcesPercent',
    });
  });
});

describe('hosts that stand aside', () => {
  it('are given nothing until another fails', async () => {
    await using ep = await cluster({ host: 3, vm: 4, autostart: false });
    const failoverHosts = [await ep.at(hostPath(2))];
    await reconfigure(ep, {
      dasConfig: { admissionControlPolicy: { _typeName: 'ClusterFailoverHostAdmissionControlPolicy', failoverHosts } },
    });
    for (const { ref } of await machines(ep)) await ep.run(ref, 'PowerOnVM_Task');
    expect((await machines(ep)).map((vm) => vm.host)).not.toContain('DC0_C0_H2');
    const self = await ep.at(CLUSTER);
    expect(await ep.read(self, 'summary.admissionControlInfo.hostStatus')).toEqual([
      expect.objectContaining({ host: failoverHosts[0], status: 'green' }),
    ]);
    const [vm] = await machines(ep);
    await ep.run(vm!.ref, 'PowerOffVM_Task');
    expect(await ep.fault(vm!.ref, 'PowerOnVM_Task', { host: failoverHosts[0] })).toMatchObject({
      _typeName: 'InsufficientFailoverResourcesFault',
    });
    await befall(ep, 'host.crash', 'DC0_C0_H0');
    await pass(ep, 60);
    expect((await machines(ep)).map((m) => m.host)).toContain('DC0_C0_H2');
    expect(await ep.read(self, 'summary.admissionControlInfo.hostStatus')).toEqual([
      expect.objectContaining({ status: 'yellow' }),
    ]);
  });
});

describe('a cluster that lost what it is to keep free', () => {
  it('says so, and says when it is there again', async () => {
    const { ep, vms, cluster } = await big(SLOTS);
    await using _ = ep;
    await ep.run(vms[0]!, 'PowerOnVM_Task');
    await using updates = await Updates.of(ep, cluster, ['summary.currentFailoverLevel']);
    await befall(ep, 'host.crash', 'DC0_C0_H1');
    expect(await updates.next()).toEqual({ 'summary.currentFailoverLevel': 0 });
    await pass(ep, 60);
    expect((await events(ep)).map(named)).toContain('InsufficientFailoverResourcesEvent');
    const here = (await machines(ep)).find((vm) => vm.power === 'poweredOff' && vm.host === 'DC0_C0_H0');
    expect(await ep.fault(here!.ref, 'PowerOnVM_Task')).toMatchObject({
      _typeName: 'InsufficientFailoverResourcesFault',
    });
    await befall(ep, 'host.recover', 'DC0_C0_H1');
    expect(await updates.next()).toEqual({ 'summary.currentFailoverLevel': 1 });
    expect((await events(ep)).map(named)).toContain('FailoverLevelRestored');
    await ep.run(vms[1]!, 'PowerOnVM_Task');
  });
});

describe('a cluster that was given more than it may have', () => {
  it('has enough again when machines are switched off', async () => {
    const { ep, vms } = await big(SLOTS);
    await using _ = ep;
    await reconfigure(ep, { dasConfig: { admissionControlEnabled: false } });
    for (const vm of vms.slice(0, 3)) await ep.run(vm, 'PowerOnVM_Task');
    await ep.events();
    await reconfigure(ep, { dasConfig: { admissionControlEnabled: true } });
    expect(await ep.events()).toEqual(
      expect.arrayContaining(['DasAdmissionControlEnabledEvent', 'InsufficientFailoverResourcesEvent']),
    );
    await ep.run(vms[0]!, 'PowerOffVM_Task');
    await pass(ep, 20);
    expect(await ep.events()).toContain('FailoverLevelRestored');
  });
});

describe('HA', () => {
  it('switched on and off tells each host and the cluster', async () => {
    await using ep = await cluster({}, null);
    const host = await ep.at(hostPath(0));
    await using updates = await Updates.of(ep, host, ['runtime.dasHostState']);
    await reconfigure(ep, { dasConfig: { enabled: true } });
    expect(await updates.next()).toMatchObject({ 'runtime.dasHostState': { state: 'master' } });
    expect(await ep.events()).toEqual(
      expect.arrayContaining(['DasEnabledEvent', 'HostDasEnablingEvent', 'HostDasEnabledEvent']),
    );
    await reconfigure(ep, { dasConfig: { enabled: false } });
    expect(await updates.next()).toEqual({ 'runtime.dasHostState': undefined });
    expect(await ep.events()).toEqual(expect.arrayContaining(['DasDisabledEvent', 'HostDasDisabledEvent']));
    expect(await ep.call(await ep.at(CLUSTER), 'RetrieveDasAdvancedRuntimeInfo')).toBeUndefined();
  });
});
