/** What the cluster can take, as a scheduler asks for it. */
import type { HostHardwareSummary, HostListSummaryQuickStats, HostRuntimeInfo } from '../vim25/index.ts';
import { type Store, usableDatastores } from './datastores.ts';
import type { Surroundings } from './surroundings.ts';

/** One class of resource, as OpenStack's placement takes it. */
export interface Inventory {
  readonly total: number;
  /** Of the total, what is held back. */
  readonly reserved: number;
  readonly minUnit: number;
  /** What a single instance can have: no instance spans two hosts or two datastores. */
  readonly maxUnit: number;
  readonly stepSize: number;
}

/** The cluster as one hypervisor. `max*` is what a single host can take: no instance spans two. */
export interface AvailableResource {
  /** Stays the same for the life of the cluster: its id and the vCenter's. */
  readonly hypervisorHostname: string;
  readonly hypervisorType: string;
  readonly hypervisorVersion: string;
  /** Hosts that are connected, powered on and not in maintenance. */
  readonly hosts: number;
  readonly vcpus: number;
  readonly maxVcpus: number;
  readonly memoryMb: number;
  readonly memoryMbUsed: number;
  readonly maxMemoryMb: number;
  /** Of the freest usable datastore. */
  readonly localGb: number;
  readonly localGbUsed: number;
  readonly inventory: {
    readonly VCPU: Inventory;
    readonly MEMORY_MB: Inventory;
    /** Of all usable datastores. */
    readonly DISK_GB: Inventory;
  };
}

const MIB = 2 ** 20;
const GIB = 2 ** 30;

export async function availableResource(surroundings: Surroundings): Promise<AvailableResource> {
  const { client, cluster } = surroundings;
  const [hosts, stores] = await Promise.all([usableHosts(surroundings), usableDatastores(surroundings)]);
  const [freest] = stores as [Store, ...Store[]];
  const { about } = client;
  const { VCPU, MEMORY_MB } = hostInventory(surroundings, hosts);
  return {
    hypervisorHostname: `${cluster.value}.${about.instanceUuid}`,
    hypervisorType: about.name,
    hypervisorVersion: about.version,
    hosts: hosts.length,
    vcpus: VCPU.total - VCPU.reserved,
    maxVcpus: VCPU.maxUnit,
    memoryMb: MEMORY_MB.total - MEMORY_MB.reserved,
    memoryMbUsed: sum(hosts.map(({ usedMb }) => usedMb)),
    maxMemoryMb: MEMORY_MB.maxUnit,
    localGb: Math.floor(freest.capacity / GIB),
    localGbUsed: Math.floor((freest.capacity - freest.freeSpace) / GIB),
    inventory: { VCPU, MEMORY_MB, DISK_GB: diskInventory(surroundings, stores) },
  };
}

interface Host {
  readonly threads: number;
  readonly memoryMb: number;
  readonly usedMb: number;
}

async function usableHosts({ client, cluster }: Surroundings): Promise<Host[]> {
  const hosts: Host[] = [];
  const properties = ['summary.hardware', 'summary.runtime', 'summary.quickStats'] as const;
  for await (const found of client.retrieve({ type: 'HostSystem', properties, container: cluster })) {
    const hardware: HostHardwareSummary | undefined = found.properties['summary.hardware'];
    const stats: HostListSummaryQuickStats | undefined = found.properties['summary.quickStats'];
    if (!hardware || !takesInstances(found.properties['summary.runtime'])) continue;
    const memoryMb = Math.floor(hardware.memorySize / MIB);
    hosts.push({ threads: hardware.numCpuThreads, memoryMb, usedMb: stats?.overallMemoryUsage ?? 0 });
  }
  return hosts;
}

function takesInstances(runtime: HostRuntimeInfo | undefined): boolean {
  if (runtime?.connectionState !== 'connected' || runtime.inMaintenanceMode) return false;
  return runtime.powerState === undefined || runtime.powerState === 'poweredOn';
}

/** What is held back is held back on every host. */
function hostInventory({ options }: Surroundings, hosts: readonly Host[]): { VCPU: Inventory; MEMORY_MB: Inventory } {
  const { reservedHostCpus, reservedHostMemoryMb } = options;
  return {
    VCPU: inventoryOf(
      hosts.map(({ threads }) => threads),
      reservedHostCpus,
    ),
    MEMORY_MB: inventoryOf(
      hosts.map(({ memoryMb }) => memoryMb),
      reservedHostMemoryMb,
    ),
  };
}

function inventoryOf(sizes: readonly number[], reservedOfEach: number): Inventory {
  return {
    total: sum(sizes),
    reserved: sum(sizes.map((size) => Math.min(size, reservedOfEach))),
    minUnit: 1,
    maxUnit: Math.max(0, ...sizes.map((size) => size - reservedOfEach)),
    stepSize: 1,
  };
}

function diskInventory({ options }: Surroundings, stores: readonly Store[]): Inventory {
  return {
    total: Math.floor(sum(stores.map(({ capacity }) => capacity)) / GIB),
    reserved: Math.ceil(options.reservedHostDiskMb / 1024),
    minUnit: 1,
    maxUnit: Math.floor(Math.max(...stores.map(({ freeSpace }) => freeSpace)) / GIB),
    stepSize: 1,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
