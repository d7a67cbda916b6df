/** ClusterEVCManager: the mode a cluster's hosts are held to. */
import type { ClusterEVCManagerCheckResult, ClusterEVCManagerEVCState } from '../../../vim25/generated/index.ts';
import type { Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { invalidArgument, VimFault } from '../../../world/fault.ts';
import { defineKind, type KindSpec } from '../../../world/kind.ts';
import type { Machine } from '../../machine/machine.ts';
import type { Cluster } from '../cluster/cluster-config.ts';
import type { Host } from '../host/host.ts';
import { neededBy } from './compatible.ts';
import { evcMode, featureLists, featuresOf, GENERATIONS, type Generation, generationOf, includes } from './modes.ts';

export interface EvcFacets {
  readonly cluster: string;
}

export const evcManagerKind: KindSpec<EvcFacets> = defineKind<EvcFacets>({
  type: 'ClusterEVCManager',
  prefix: 'evc',
  relations: {
    cluster: { facet: 'cluster', to: 'ClusterComputeResource', of: (s) => s.cluster, inverse: 'evcManager' },
  },
  properties: {
    availableField: { reads: [], value: () => [] },
    value: { reads: [], value: () => [] },
    managedCluster: { reads: ['cluster'], value: (s) => ({ type: 'ClusterComputeResource', value: s.cluster }) },
    evcState: {
      reads: ['cluster.evc', 'cluster.host', 'cluster.host.profile'],
      value: (_, self) => evcState(clusterOf(self)),
    },
  },
});

export function clusterOf(self: Cell<EvcFacets>): Cell<Cluster> {
  return self.one<Cluster>('cluster')!;
}

/** The manager of a cluster; it comes to be when somebody first asks for it. */
export function evcManagerOf(cluster: Cell<Cluster>): Cell<EvcFacets> {
  for (const known of cluster.back<EvcFacets>('evcManager')) return known;
  const { world } = cluster;
  const id = cluster.id.replace(/^domain-c/, 'evc-');
  return world.turn(() => world.create(evcManagerKind, { cluster: cluster.id }, id));
}

function evcState(cluster: Cell<Cluster>): ClusterEVCManagerEVCState {
  const current = generationOf(cluster.state.evc);
  return {
    _typeName: 'ClusterEVCManagerEVCState',
    supportedEVCMode: supported(cluster).map(evcMode),
    currentEVCModeKey: current?.key,
    guaranteedCPUFeatures: [],
    ...(current ? featureLists(featuresOf(current)) : {}),
  };
}

/** The modes that all hosts of a cluster can be held to. */
function supported(cluster: Cell<Cluster>): Generation[] {
  const hosts = [...cluster.back<Host>('host')];
  return GENERATIONS.filter((g) => hosts.every((host) => includes(host.state.profile.evcMode, g.key)));
}

/** The mode of that name. Throws InvalidArgument. */
export function modeNamed(key: string): Generation {
  const mode = generationOf(key);
  if (!mode) throw invalidArgument('evcModeKey');
  return mode;
}

/** Everything that keeps a cluster from a mode. */
export function obstacles(cluster: Cell<Cluster>, mode: Generation): VimFault[] {
  const hosts = [...cluster.back<Host>('host')];
  const foreign = hosts.find((host) => host.state.profile.cpuVendor !== mode.vendor);
  if (foreign) {
    const vendors = { clusterCPUVendor: foreign.state.profile.cpuVendor, modeCPUVendor: mode.vendor };
    return [new VimFault('EVCModeIllegalByVendor', vendors)];
  }
  const old = hosts.filter((host) => !includes(host.state.profile.evcMode, mode.key));
  const blocked = hosts.filter((host) => [...host.back<Machine>('vm')].some((vm) => exceeds(vm, mode)));
  const named = (list: readonly Cell<Host>[]) => ({
    evcMode: mode.key,
    host: list.map((host) => host.ref),
    hostName: list.map((host) => host.state.name),
  });
  return [
    ...(old.length > 0 ? [new VimFault('EVCModeUnsupportedByHosts', named(old))] : []),
    ...(blocked.length > 0 ? [new VimFault('ActiveVMsBlockingEVC', named(blocked))] : []),
  ];
}

function exceeds(vm: Cell<Machine>, mode: Generation): boolean {
  return !includes(mode.key, neededBy(vm) ?? mode.key);
}

/** Faults as the checks report them. */
export function results(mode: string, faults: readonly VimFault[]): ClusterEVCManagerCheckResult[] {
  return faults.map((fault) => ({
    _typeName: 'ClusterEVCManagerCheckResult',
    evcModeKey: mode,
    error: fault.localized() as never,
    host: fault.detail['host'] as readonly Ref<'HostSystem'>[] | undefined,
  }));
}
