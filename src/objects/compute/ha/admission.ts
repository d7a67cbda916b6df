/**
 * Admission control: what a cluster keeps free so that the machines of hosts that fail can be started on others. By
 * slots, by a share of CPU and memory, or by hosts that stand aside.
 */
import type {
  ClusterDasAdmissionControlInfo,
  ClusterDasAdmissionControlPolicy,
  ClusterFailoverHostAdmissionControlPolicy,
  ClusterFailoverLevelAdmissionControlPolicy,
  ClusterFailoverResourcesAdmissionControlPolicy,
  ManagedEntityStatus,
} from '../../../vim25/generated/index.ts';
import type { Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import type { Machine } from '../../machine/machine.ts';
import { type Cluster, dasOf } from '../cluster/cluster-config.ts';
import { type Host, isEffective } from '../host/host.ts';
import { counted, goodHosts, type Reserved, reservedBy, reservedIn, roomOf } from './reserved.ts';
import { levelOf, slotsOf } from './slots.ts';

/** What `admissionInfo` and `failoverLevel` read of a cluster. */
export const READS_FAILOVER = [
  'das',
  'host',
  'host.profile',
  'host.runtime',
  'host.vm.config',
  'host.vm.power',
  'host.+vmCpuCounted',
  'host.+vmMemoryReservation',
  'host.+vmPoweredOn',
] as const;

const NOTHING: Reserved = { cpu: 0, memory: 0 };

/** What the cluster's policy says, when HA is on; undefined where there is no HA. */
export function policyOf(s: Cluster): ClusterDasAdmissionControlPolicy | undefined {
  return s.das?.enabled ? (dasOf(s).admissionControlPolicy ?? undefined) : undefined;
}

function enforced(s: Cluster): ClusterDasAdmissionControlPolicy | undefined {
  return dasOf(s).admissionControlEnabled === false ? undefined : policyOf(s);
}

/**
 * Why no machine of such demands may start in the cluster beside those that run: InsufficientFailoverResourcesFault when
 * the cluster could then no longer bear the failures it is set to bear. Demands count what a machine reserves, memory
 * with its overhead; for a machine that runs already, what it is to reserve beyond what it does.
 */
export function failoverRefusal(cluster: Cell, ...demands: readonly Reserved[]): VimFault | undefined {
  if (!cluster.is('ClusterComputeResource')) return undefined;
  const self = cluster as unknown as Cell<Cluster>;
  const policy = enforced(self.state);
  if (!policy) return undefined;
  return bears(self, policy, demands.map(counted)) ? undefined : new VimFault('InsufficientFailoverResourcesFault');
}

/** The same for a machine that runs and is to reserve so much instead of what it does. */
export function growthRefusal(vm: Cell<Machine>, after: Reserved): VimFault | undefined {
  const cluster = vm.one<Host>('host')?.one<Cluster>('parent');
  if (!cluster?.is('ClusterComputeResource') || vm.state.power.state !== 'poweredOn') return undefined;
  const [now, then] = [reservedBy(vm), counted(after)];
  const policy = enforced(cluster.state);
  if (!policy || (then.cpu <= now.cpu && then.memory <= now.memory)) return undefined;
  return bears(cluster, policy, [then], { instead: vm })
    ? undefined
    : new VimFault('InsufficientFailoverResourcesFault');
}

/** Whether a cluster could no longer bear what it is set to bear, as it is now or without one of its hosts. */
export function isShort(self: Cell<Cluster>, without?: Cell<Host>): boolean {
  const policy = enforced(self.state);
  return policy !== undefined && !bears(self, policy, [], { without });
}

/** Whether it is the going of that host that takes from a cluster what it is to bear. */
export function leavesShort(self: Cell<Cluster>, host: Cell<Host>): boolean {
  return !isShort(self) && isShort(self, host);
}

/** What is not counted: a host that is to go, a machine that is among `more` as it will be. */
interface But {
  readonly without?: Cell<Host> | undefined;
  readonly instead?: Cell<Machine> | undefined;
}

function bears(
  self: Cell<Cluster>,
  policy: ClusterDasAdmissionControlPolicy,
  more: readonly Reserved[],
  { without, instead }: But = {},
): boolean {
  switch (policy._typeName) {
    case 'ClusterFailoverLevelAdmissionControlPolicy': {
      const levels = policy as ClusterFailoverLevelAdmissionControlPolicy;
      const { hosts, used } = slotsOf(self, levels, more, instead);
      const left = hosts.filter(({ host }) => host !== without).map(({ slots }) => slots);
      return levelOf(left, used) >= levels.failoverLevel;
    }
    case 'ClusterFailoverHostAdmissionControlPolicy': {
      const aside = standingAside(self.state);
      return (
        aside.length === 0 || hostsAside(self).some(({ host, status }) => status !== 'red' && host !== without?.ref)
      );
    }
    default: {
      const percent = keptPercent(self, policy as ClusterFailoverResourcesAdmissionControlPolicy);
      const free = freePercent(self, instead ? [...more, minus(reservedBy(instead))] : more, without);
      return free.cpu >= percent.cpu && free.memory >= percent.memory;
    }
  }
}

/** The shares that are to stay free. */
export function keptPercent(self: Cell<Cluster>, policy: ClusterFailoverResourcesAdmissionControlPolicy): Reserved {
  if (policy.autoComputePercentages === false) {
    return { cpu: policy.cpuFailoverResourcesPercent, memory: policy.memoryFailoverResourcesPercent };
  }
  const hosts = [...self.back<Host>('host')].filter((host) => !host.state.runtime.maintenance).length;
  const share = hosts === 0 ? 0 : Math.min(100, Math.floor((100 * (policy.failoverLevel ?? 1)) / hosts));
  return { cpu: share, memory: share };
}

/** The shares that are free of reservations. */
export function freePercent(self: Cell<Cluster>, more: readonly Reserved[] = [], without?: Cell<Host>): Reserved {
  const total = sumOf(
    goodHosts(self)
      .filter((host) => host !== without)
      .map(roomOf),
  );
  const used = sumOf([reservedIn(self), ...more]);
  const free = (all: number, taken: number) => (all === 0 ? 0 : Math.max(0, (100 * (all - taken)) / all));
  return { cpu: free(total.cpu, used.cpu), memory: free(total.memory, used.memory) };
}

function minus({ cpu, memory }: Reserved): Reserved {
  return { cpu: -cpu, memory: -memory };
}

function sumOf(all: readonly Reserved[]): Reserved {
  return all.reduce((sum, r) => ({ cpu: sum.cpu + r.cpu, memory: sum.memory + r.memory }), NOTHING);
}

/** Hosts that run nothing until another fails. Ids. */
export function standingAside(s: Cluster): readonly string[] {
  const policy = policyOf(s);
  if (policy?._typeName !== 'ClusterFailoverHostAdmissionControlPolicy') return [];
  return (policy as ClusterFailoverHostAdmissionControlPolicy).failoverHosts?.map((ref) => ref.value) ?? [];
}

/** Whether a host is kept for failures, so that nothing is started on it or moved there. */
export function standsAside(host: Cell<Host>): boolean {
  const cluster = host.one<Cluster>('parent');
  return cluster?.is('ClusterComputeResource') === true && standingAside(cluster.state).includes(host.id);
}

function hostsAside(self: Cell<Cluster>): { readonly host: Ref<'HostSystem'>; readonly status: ManagedEntityStatus }[] {
  return standingAside(self.state).flatMap((id) => {
    const host = self.world.find(id) as Cell<Host> | undefined;
    if (!host) return [];
    const status = !isEffective(host.state) ? 'red' : host.sum('vmPoweredOn') > 0 ? 'yellow' : 'green';
    return [{ host: host.ref as Ref<'HostSystem'>, status }];
  });
}

/** `summary.admissionControlInfo`. */
export function admissionInfo(self: Cell<Cluster>): ClusterDasAdmissionControlInfo | undefined {
  const policy = policyOf(self.state);
  switch (policy?._typeName) {
    case undefined:
      return undefined;
    case 'ClusterFailoverLevelAdmissionControlPolicy':
      return {
        _typeName: 'ClusterFailoverLevelAdmissionControlInfo',
        currentFailoverLevel: slotsOf(self, policy as ClusterFailoverLevelAdmissionControlPolicy).level,
      } as ClusterDasAdmissionControlInfo;
    case 'ClusterFailoverHostAdmissionControlPolicy':
      return {
        _typeName: 'ClusterFailoverHostAdmissionControlInfo',
        hostStatus: hostsAside(self),
      } as ClusterDasAdmissionControlInfo;
    default: {
      const free = freePercent(self);
      return {
        _typeName: 'ClusterFailoverResourcesAdmissionControlInfo',
        currentCpuFailoverResourcesPercent: Math.floor(free.cpu),
        currentMemoryFailoverResourcesPercent: Math.floor(free.memory),
      } as ClusterDasAdmissionControlInfo;
    }
  }
}

/** `summary.currentFailoverLevel`: hosts that may fail; -1 where there is no HA. */
export function failoverLevel(self: Cell<Cluster>): number {
  const policy = policyOf(self.state);
  if (!policy) return -1;
  if (policy._typeName === 'ClusterFailoverLevelAdmissionControlPolicy') {
    return slotsOf(self, policy as ClusterFailoverLevelAdmissionControlPolicy).level;
  }
  const used = reservedIn(self);
  const rooms = goodHosts(self).map(roomOf);
  return Math.min(
    levelOf(
      rooms.map((r) => r.cpu),
      used.cpu,
    ),
    levelOf(
      rooms.map((r) => r.memory),
      used.memory,
    ),
  );
}
