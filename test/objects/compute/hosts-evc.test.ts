import { describe, expect, it } from 'vitest';
import { hostKind } from '../../../src/objects/compute/host/host.ts';
import type { Site } from '../../../src/objects/site.ts';
import { type Answer, Endpoint } from '../endpoint.ts';
import { Updates } from '../machine/updates.ts';
import { CLUSTER, cluster, hostPath } from './failure.ts';

/** Gives one host older processors than the others have. */
const aged = (name: string, evcMode: string) => (site: Site) => {
  site.world.turn(() => {
    for (const host of site.world.every(hostKind)) {
      if (host.state.name !== name) continue;
      site.world.update(host, { profile: Object.freeze({ ...host.state.profile, evcMode }) });
    }
  });
};

const manager = async (ep: Endpoint) => ep.call(await ep.at(CLUSTER), 'EvcManager');

describe('EVC', () => {
  it('offers the modes that all hosts can be held to', async () => {
    await using ep = await cluster({ vm: 0 }, null, aged('DC0_C0_H1', 'intel-haswell'));
    const evc = await manager(ep);
    expect(await ep.read(evc, 'managedCluster')).toEqual(await ep.at(CLUSTER));
    const state: Answer = await ep.read(evc, 'evcState');
    const keys = state.supportedEVCMode.map((mode: Answer) => mode.key);
    expect(keys).toContain('intel-haswell');
    expect(keys).not.toContain('intel-broadwell');
    expect(state.currentEVCModeKey).toBeUndefined();
    const capability: Answer = await ep.read({ type: 'ServiceInstance', value: 'ServiceInstance' }, 'capability');
    expect(capability.supportedEVCMode.map((mode: Answer) => mode.key)).toEqual(
      expect.arrayContaining(['intel-merom', 'intel-icelake', 'amd-zen3']),
    );
  });

  it('holds the hosts of a cluster to a mode, and lets them go', async () => {
    await using ep = await cluster({ vm: 0 }, null);
    const evc = await manager(ep);
    const host = await ep.at(hostPath(0));
    await using updates = await Updates.of(ep, host, ['summary.currentEVCModeKey', 'summary.maxEVCModeKey']);
    await ep.run(evc, 'ConfigureEvcMode_Task', { evcModeKey: 'intel-broadwell' });
    expect(await updates.next()).toEqual({ 'summary.currentEVCModeKey': 'intel-broadwell' });
    expect(await ep.read(evc, 'evcState.currentEVCModeKey')).toBe('intel-broadwell');
    expect(await ep.events()).toContain('ClusterReconfiguredEvent');
    await ep.run(evc, 'DisableEvcMode_Task');
    expect(await updates.next()).toEqual({ 'summary.currentEVCModeKey': undefined });
  });

  it('is refused for a mode of nobody, of another vendor, and of newer hosts', async () => {
    await using ep = await cluster({ vm: 0 }, null);
    const evc = await manager(ep);
    const refused = (evcModeKey: string) => ep.fault(evc, 'ConfigureEvcMode_Task', { evcModeKey });
    expect(await refused('intel-8086')).toMatchObject({ _typeName: 'InvalidArgument', invalidProperty: 'evcModeKey' });
    expect(await refused('amd-zen')).toMatchObject({ _typeName: 'EVCModeIllegalByVendor', modeCPUVendor: 'amd' });
    expect(await refused('intel-icelake')).toMatchObject({
      _typeName: 'EVCModeUnsupportedByHosts',
      hostName: ['DC0_C0_H0', 'DC0_C0_H1', 'DC0_C0_H2'],
    });
    const found: Answer = await ep.run(evc, 'CheckConfigureEvcMode_Task', { evcModeKey: 'intel-icelake' });
    expect(found).toEqual([
      expect.objectContaining({
        evcModeKey: 'intel-icelake',
        error: expect.objectContaining({ fault: expect.objectContaining({ _typeName: 'EVCModeUnsupportedByHosts' }) }),
      }),
    ]);
    expect(await ep.run(evc, 'CheckConfigureEvcMode_Task', { evcModeKey: 'intel-merom' })).toEqual([]);
  });

  it('is refused while machines run that count on more, until they boot anew', async () => {
    await using ep = await cluster({ vm: 1 }, null);
    const evc = await manager(ep);
    const [vm] = await ep.read(await ep.at(hostPath(0)), 'vm');
    expect(await ep.read(vm, 'runtime.minRequiredEVCModeKey')).toBe('intel-cascadelake');
    expect(await ep.fault(evc, 'ConfigureEvcMode_Task', { evcModeKey: 'intel-haswell' })).toMatchObject({
      _typeName: 'ActiveVMsBlockingEVC',
      hostName: ['DC0_C0_H0'],
    });
    await ep.run(vm, 'PowerOffVM_Task');
    await ep.run(evc, 'ConfigureEvcMode_Task', { evcModeKey: 'intel-haswell' });
    await ep.run(vm, 'PowerOnVM_Task');
    expect(await ep.read(vm, 'runtime.minRequiredEVCModeKey')).toBe('intel-haswell');
    await ep.run(evc, 'ConfigureEvcMode_Task', { evcModeKey: 'intel-skylake' });
    expect(await ep.read(vm, 'runtime.minRequiredEVCModeKey')).toBe('intel-haswell');
  });

  it('keeps hosts out that are too old', async () => {
    await using ep = await Endpoint.open({
      inventory: { vm: 0 },
      furnish: aged('DC0_H0', 'intel-westmere'),
    });
    const evc = await manager(ep);
    await ep.run(evc, 'ConfigureEvcMode_Task', { evcModeKey: 'intel-haswell' });
    const host = await ep.at('DC0/host/DC0_H0/DC0_H0');
    expect(await ep.fault(await ep.at(CLUSTER), 'MoveInto_Task', { host: [host] })).toMatchObject({
      _typeName: 'EVCAdmissionFailedCPUFeaturesForMode',
      currentEVCModeKey: 'intel-haswell',
    });
    expect(await ep.run(evc, 'CheckAddHostEvc_Task', { cnxSpec: { hostName: 'esx9', force: false } })).toEqual([]);
  });

  it('of one machine lets it see less, and keeps it off hosts that have less than that', async () => {
    await using ep = await cluster({ vm: 1 }, null, aged('DC0_C0_H1', 'intel-westmere'));
    const [vm] = await ep.read(await ep.at(hostPath(0)), 'vm');
    const modes: Answer[] = await ep.read(
      { type: 'ServiceInstance', value: 'ServiceInstance' },
      'capability.supportedEVCMode',
    );
    const mask = modes.find((mode) => mode.key === 'intel-haswell').featureMask;
    const apply = { mask, completeMasks: true };
    expect((await ep.fault(vm, 'ApplyEvcModeVM_Task', apply))._typeName).toBe('InvalidPowerState');
    await ep.run(vm, 'PowerOffVM_Task');
    const wrong = { mask: [{ ...mask[0], value: 'some' }], completeMasks: true };
    expect(await ep.fault(vm, 'ApplyEvcModeVM_Task', wrong)).toMatchObject({ invalidProperty: 'mask[0]' });
    await using updates = await Updates.of(ep, vm, ['runtime.featureMask', 'runtime.minRequiredEVCModeKey']);
    await ep.run(vm, 'ApplyEvcModeVM_Task', apply);
    expect(await updates.next()).toEqual({ 'runtime.featureMask': mask });
    const old = await ep.fault(vm, 'PowerOnVM_Task', { host: await ep.at(hostPath(1)) });
    expect(JSON.stringify(old)).toContain('FeatureRequirementsNotMet');
    await ep.run(vm, 'PowerOnVM_Task');
    expect(await updates.next()).toEqual({ 'runtime.minRequiredEVCModeKey': 'intel-haswell' });
    const extra: Answer[] = await ep.read(vm, 'config.extraConfig');
    expect(extra).toContainEqual(expect.objectContaining({ key: 'featMask.vm.cpuid.AVX2', value: 'Val:1' }));
    await ep.run(vm, 'PowerOffVM_Task');
    await ep.run(vm, 'ApplyEvcModeVM_Task', { mask: [], completeMasks: true });
    await ep.run(vm, 'PowerOnVM_Task', { host: await ep.at(hostPath(1)) });
    expect(await updates.next()).toEqual({
      'runtime.featureMask': undefined,
      'runtime.minRequiredEVCModeKey': 'intel-westmere',
    });
  });

  it('of one machine may hide single features and leave the others as they are', async () => {
    await using ep = await cluster({ vm: 1 }, null);
    const [vm] = await ep.read(await ep.at(hostPath(0)), 'vm');
    await ep.run(vm, 'PowerOffVM_Task');
    const mask = [{ key: 'cpuid.AVX2', featureName: 'cpuid.AVX2', value: 'Val:0' }];
    await ep.run(vm, 'ApplyEvcModeVM_Task', { mask, completeMasks: false });
    await ep.run(vm, 'PowerOnVM_Task');
    expect(await ep.read(vm, 'runtime.minRequiredEVCModeKey')).toBe('intel-ivybridge');
  });
});
