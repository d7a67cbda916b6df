/** GetResourceUsage: what a cluster uses of what it has, in the figures of its quick statistics. */
import type { ClusterResourceUsageSummary } from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import { type Datastore, freeSpace } from '../../storage/datastore.ts';
import { type Host, isEffective } from '../host/host.ts';
import { cpuOf } from '../host/host-profile.ts';
import { hostLoad } from '../load/host-load.ts';
import type { Cluster } from './cluster-config.ts';

const MIB = 2 ** 20;

/** Hosts that can run machines count, and each datastore that one of them mounts counts once. */
export function resourceUsage(self: Cell<Cluster>): ClusterResourceUsageSummary {
  const hosts = [...self.back<Host>('host')].filter((host) => isEffective(host.state));
  const stores = new Set(hosts.flatMap((host) => [...host.back<Datastore>('datastore')]));
  let [cpu, cpuAll, memory, memoryAll, storage, storageAll] = [0, 0, 0, 0, 0, 0];
  for (const host of hosts) {
    const load = hostLoad(host);
    cpu += load.cpu;
    memory += load.memory;
    cpuAll += cpuOf(host.state.profile);
    memoryAll += host.state.profile.memory;
  }
  for (const store of stores) {
    const { capacity } = store.state.volume;
    storage += capacity - freeSpace(store);
    storageAll += capacity;
  }
  return {
    cpuUsedMHz: cpu,
    cpuCapacityMHz: cpuAll,
    memUsedMB: memory,
    memCapacityMB: Math.floor(memoryAll / MIB),
    pMemAvailableMB: 0,
    pMemCapacityMB: 0,
    storageUsedMB: Math.ceil(storage / MIB),
    storageCapacityMB: Math.floor(storageAll / MIB),
  };
}
