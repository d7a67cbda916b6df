/** RetrieveDasAdvancedRuntimeInfo: what HA counts with. */
import type {
  ClusterDasAdvancedRuntimeInfo,
  ClusterFailoverLevelAdmissionControlPolicy,
  DasHeartbeatDatastoreInfo,
} from '../../../vim25/generated/index.ts';
import type { Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { type Datastore, isReached } from '../../storage/datastore.ts';
import type { Cluster } from '../cluster/cluster-config.ts';
import { dasOf } from '../cluster/cluster-config.ts';
import type { Host } from '../host/host.ts';
import { policyOf } from './admission.ts';
import { takesPart } from './agents.ts';
import { slotsOf } from './slots.ts';

const MIB = 2 ** 20;
/** How many datastores each host beats its heart on: `das.heartbeatDsPerHost`. */
const HEARTBEAT_DATASTORES = 2;

export function advancedRuntimeInfo(self: Cell<Cluster>): ClusterDasAdvancedRuntimeInfo | undefined {
  const policy = policyOf(self.state);
  if (!policy) return undefined;
  const hosts = [...self.back<Host>('host')].filter(takesPart);
  const info = {
    _typeName: 'ClusterDasAdvancedRuntimeInfo',
    dasHostInfo: { _typeName: 'ClusterDasHostInfo' },
    vmcpSupported: { storageAPDSupported: true, storagePDLSupported: true },
    heartbeatDatastoreInfo: heartbeatDatastores(self, hosts),
  };
  if (policy._typeName !== 'ClusterFailoverLevelAdmissionControlPolicy') return info as ClusterDasAdvancedRuntimeInfo;
  return { ...info, ...slotInfo(self, policy as never, hosts.length) } as ClusterDasAdvancedRuntimeInfo;
}

function slotInfo(self: Cell<Cluster>, policy: ClusterFailoverLevelAdmissionControlPolicy, good: number): object {
  const { size, hosts, total, used, large, level } = slotsOf(self, policy);
  const kept = [...hosts.map(({ slots }) => slots)].sort((a, b) => b - a).slice(0, Math.max(0, policy.failoverLevel));
  const unreserved = total - used - kept.reduce((sum, n) => sum + n, 0);
  return {
    _typeName: 'ClusterDasFailoverLevelAdvancedRuntimeInfo',
    slotInfo: { numVcpus: 1, cpuMHz: size.cpu, memoryMB: Math.ceil(size.memory / MIB) },
    totalSlots: total,
    usedSlots: used,
    unreservedSlots: level < policy.failoverLevel ? 0 : Math.max(0, unreserved),
    totalVms: [...self.back<Host>('host')].reduce((sum, host) => sum + host.sum('vmPoweredOn'), 0),
    totalHosts: self.countBack('host'),
    totalGoodHosts: good,
    hostSlots: hosts.map(({ host, slots }) => ({ host: host.ref, slots })),
    vmsRequiringMultipleSlots: large.map(({ vm, slots }) => ({ vm: vm.ref, slots })),
  };
}

/** Those somebody chose come first, then what most hosts share. */
function heartbeatDatastores(self: Cell<Cluster>, hosts: readonly Cell<Host>[]): DasHeartbeatDatastoreInfo[] {
  const chosen = new Set(dasOf(self.state).heartbeatDatastore?.map((ref) => ref.value));
  const reach = new Map<Cell<Datastore>, Ref<'HostSystem'>[]>();
  for (const host of hosts) {
    for (const datastore of host.back<Datastore>('datastore')) {
      const mount = datastore.state.mounts.find((m) => m.host === host.id);
      if (!mount || !isReached(mount)) continue;
      reach.set(datastore, [...(reach.get(datastore) ?? []), host.ref as Ref<'HostSystem'>]);
    }
  }
  const order = [...reach].sort(
    ([a, of], [b, than]) => Number(chosen.has(b.id)) - Number(chosen.has(a.id)) || than.length - of.length,
  );
  return order
    .filter(([, by]) => by.length > 1 || hosts.length === 1)
    .slice(0, HEARTBEAT_DATASTORES)
    .map(([datastore, by]) => ({ datastore: datastore.ref as Ref<'Datastore'>, hosts: by }));
}
