/** HostSystem.systemResources: how ESXi shares the machine between itself and VMs. */
import type { HostSystemResourceInfo, ResourceConfigSpec } from '../../../vim25/generated/index.ts';
import { cpuOf, type HostProfile, usableCpu, usableMemory } from './host-profile.ts';

const MIB = 2 ** 20;

export function systemResources(p: HostProfile): HostSystemResourceInfo {
  const memory = Math.round(p.memory / MIB);
  const forVms = Math.round(usableMemory(p) / MIB);
  const node = (
    key: string,
    cpu: number,
    mem: number,
    child: HostSystemResourceInfo[] = [],
  ): HostSystemResourceInfo => ({
    key,
    config: allocation(cpu, mem),
    child,
  });
  return node('host', cpuOf(p), memory, [
    node('host/system', cpuOf(p) - usableCpu(p), memory - forVms, [
      node('host/system/kernel', 0, 0),
      node('host/system/vmotion', 0, 0),
    ]),
    node('host/vim', 0, 0),
    node('host/iofilters', 0, 0),
    node('host/user', usableCpu(p), forVms),
  ]);
}

function allocation(cpu: number, memory: number): ResourceConfigSpec {
  const shares = { shares: 1000, level: 'normal' } as const;
  return {
    cpuAllocation: { reservation: cpu, expandableReservation: true, limit: -1, shares },
    memoryAllocation: { reservation: memory, expandableReservation: true, limit: -1, shares },
  };
}
