/** HostSystem.summary. */
import type { HostConfigSummary, HostHardwareSummary, HostListSummary } from '../../../vim25/generated/index.ts';
import type { Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { hostLoad, READS_LOAD } from '../load/host-load.ts';
import { TICK } from '../load/tick.ts';
import { thumbprintOf } from './certificate.ts';
import type { Host } from './host.ts';
import { serviceTag } from './host-addresses.ts';
import { coresOf, threadsOf } from './host-profile.ts';
import { hostRuntime, READS_RUNTIME } from './host-runtime.ts';

export const READS_SUMMARY = [
  'name',
  'identity',
  'product',
  'vmkNics',
  'iscsi',
  'status',
  'customValues',
  'compute.evc',
  ...READS_RUNTIME,
  ...READS_LOAD,
] as const;

export function hostSummary(s: Host, self: Cell<Host>): HostListSummary {
  const { cpu, memory } = hostLoad(self);
  return {
    host: self.ref as Ref<'HostSystem'>,
    hardware: hardwareSummary(s),
    runtime: hostRuntime(s, self),
    config: configSummary(s),
    quickStats: {
      overallCpuUsage: cpu,
      overallMemoryUsage: memory,
      distributedCpuFairness: 1_000,
      distributedMemoryFairness: 1_000,
      availablePMemCapacity: 0,
      uptime: (self.world.tick - s.runtime.bootTick) * TICK,
    },
    overallStatus: s.status ?? 'green',
    rebootRequired: false,
    customValue: s.customValues ?? [],
    managementServerIp: '10.10.0.2',
    currentEVCModeKey: self.one<{ readonly evc?: string }>('compute')?.state.evc,
    maxEVCModeKey: s.profile.evcMode,
  };
}

export function hardwareSummary({ profile, identity, iscsi }: Host): HostHardwareSummary {
  return {
    vendor: profile.vendor,
    model: profile.model,
    uuid: identity.uuid,
    otherIdentifyingInfo: [identifying(serviceTag(identity))],
    memorySize: profile.memory,
    cpuModel: profile.cpuModel,
    cpuMhz: profile.mhz,
    numCpuPkgs: profile.packages,
    numCpuCores: coresOf(profile),
    numCpuThreads: threadsOf(profile),
    numNics: profile.nics,
    numHBAs: iscsi?.enabled ? 3 : 2,
  };
}

export function identifying(identifierValue: string): NonNullable<HostHardwareSummary['otherIdentifyingInfo']>[number] {
  return {
    identifierValue,
    identifierType: { label: 'Service tag', summary: 'Service tag of the system', key: 'ServiceTag' },
  };
}

export function configSummary(s: Host): HostConfigSummary {
  return {
    name: s.name,
    port: s.identity.port ?? 443,
    sslThumbprint: thumbprintOf(s.name),
    product: s.product,
    vmotionEnabled: s.vmkNics.some((nic) => nic.traffic.includes('vmotion')),
    faultToleranceEnabled: s.vmkNics.some((nic) => nic.traffic.includes('faultToleranceLogging')),
  };
}
