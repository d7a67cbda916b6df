/** What the cluster can take, as a scheduler asks for it. */
import type { HostListSummary } from '../vim25/index.ts';
import { usableDatastores } from './datastores.ts';
import type { Surroundings } from './surroundings.ts';

/** The cluster as one hypervisor. `max*` is what a single host can take: no instance spans two. */
export interface AvailableResource {
  /** Stays the same for the life of the cluster: its id and the vCenter's. */
  readonly hypervisorHostname: string;
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
}

const MIB = 1024 * 1024;
const GIB = 1024 * MIB;

export async function availableResource(surroundings: Surroundings): Promise<AvailableResource> {
  const { client, cluster, options } = surroundings;
  const reserved = options.reservedHostMemoryMb ?? 512;
  const [refs, [store]] = await Promise.all([client.get(cluster, 'host'), usableDatastores(surroundings)]);
  const summaries = await Promise.all((refs ?? []).map((host) => client.get(host, 'summary')));
  const hosts = summaries.filter(takesInstances).map((summary) => ({
    threads: summary.hardware?.numCpuThreads ?? 0,
    memoryMb: Math.max(0, Math.floor((summary.hardware?.memorySize ?? 0) / MIB) - reserved),
    usedMb: summary.quickStats.overallMemoryUsage ?? 0,
  }));
  const { about } = client;
  return {
    hypervisorHostname: `${cluster.value}.${about.instanceUuid}`,
    hypervisorVersion: about.version,
    hosts: hosts.length,
    vcpus: sum(hosts.map((host) => host.threads)),
    maxVcpus: Math.max(0, ...hosts.map((host) => host.threads)),
    memoryMb: sum(hosts.map((host) => host.memoryMb)),
    memoryMbUsed: sum(hosts.map((host) => host.usedMb)),
    maxMemoryMb: Math.max(0, ...hosts.map((host) => host.memoryMb)),
    localGb: Math.floor(store!.capacity / GIB),
    localGbUsed: Math.floor((store!.capacity - store!.freeSpace) / GIB),
  };
}

function takesInstances({ runtime }: HostListSummary): boolean {
  if (runtime?.connectionState !== 'connected' || runtime.inMaintenanceMode) return false;
  return runtime.powerState === undefined || runtime.powerState === 'poweredOn';
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
