/** HostSystem.systemResources: how ESXi shares the machine between itself and VMs. */
import type {
  HostSystemResourceInfo,
  ResourceAllocationInfo,
  ResourceConfigSpec,
} from '../../../vim25/generated/index.ts';
import { invalidArgument } from '../../../world/fault.ts';
import { cpuOf, type HostProfile, usableCpu, usableMemory } from './host-profile.ts';

const MIB = 2 ** 20;

/** What somebody set of the groups, by their keys. */
export type SystemResources = Readonly<Record<string, ResourceConfigSpec>>;

export function systemResources(p: HostProfile, set: SystemResources = {}): HostSystemResourceInfo {
  const memory = Math.round(p.memory / MIB);
  const forVms = Math.round(usableMemory(p) / MIB);
  const node = (
    key: string,
    cpu: number,
    mem: number,
    child: HostSystemResourceInfo[] = [],
  ): HostSystemResourceInfo => ({
    key,
    config: set[key] ?? allocation(cpu, mem),
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

/** What is set after somebody gave groups other allocations. Throws InvalidArgument for a group that no host has. */
export function changedResources(
  p: HostProfile,
  before: SystemResources,
  said: HostSystemResourceInfo,
): SystemResources {
  const known = new Map(groups(systemResources(p, before)).map(({ key, config }) => [key, config]));
  const after = { ...before };
  for (const { key, config } of groups(said)) {
    const now = known.get(key);
    if (!now) throw invalidArgument('resourceInfo.key');
    if (!config) continue;
    after[key] = Object.freeze({
      cpuAllocation: merged(now.cpuAllocation, config.cpuAllocation, 'cpuAllocation'),
      memoryAllocation: merged(now.memoryAllocation, config.memoryAllocation, 'memoryAllocation'),
    });
  }
  return Object.freeze(after);
}

function groups(info: HostSystemResourceInfo): HostSystemResourceInfo[] {
  return [info, ...(info.child ?? []).flatMap(groups)];
}

function merged(now: ResourceAllocationInfo, said: ResourceAllocationInfo, part: string): ResourceAllocationInfo {
  const given = Object.entries(said).filter(([name, value]) => value !== undefined && name !== '_typeName');
  const after: ResourceAllocationInfo = { ...now, ...Object.fromEntries(given) };
  const { reservation = 0, limit = -1 } = after;
  if (reservation < 0) throw invalidArgument(`resourceInfo.config.${part}.reservation`);
  if (limit < -1 || (limit >= 0 && limit < reservation)) throw invalidArgument(`resourceInfo.config.${part}.limit`);
  return Object.freeze(after);
}
