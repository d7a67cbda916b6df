/** HA is switched on or off, or set otherwise: what is refused, and what that means for the hosts' agents. */
import type {
  ClusterDasAdmissionControlPolicy,
  ClusterDasConfigInfo,
  ClusterFailoverHostAdmissionControlPolicy,
  ClusterFailoverLevelAdmissionControlPolicy,
  ClusterFailoverResourcesAdmissionControlPolicy,
} from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import { invalidArgument } from '../../../world/fault.ts';
import { post } from '../../history/post.ts';
import type { Site } from '../../site.ts';
import { type Cluster, dasOf } from '../cluster/cluster-config.ts';
import type { Host } from '../host/host.ts';
import { takesPart } from './agents.ts';
import { lookAgain, mark } from './failover.ts';
import { AT_REST } from './failover-state.ts';

/** Throws InvalidArgument for a policy that no cluster can keep, and for hosts of another. */
export function guardDas(cluster: Cell<Cluster>, das: ClusterDasConfigInfo | undefined): void {
  const policy = das?.admissionControlPolicy;
  const path = 'spec.dasConfig.admissionControlPolicy';
  if (das?.failoverLevel !== undefined && das.failoverLevel < 0) throw invalidArgument('spec.dasConfig.failoverLevel');
  if (policy) guardPolicy(cluster, policy, path);
}

function guardPolicy(cluster: Cell<Cluster>, policy: ClusterDasAdmissionControlPolicy, path: string): void {
  const level = (policy as ClusterFailoverLevelAdmissionControlPolicy).failoverLevel;
  if (level !== undefined && level < 0) throw invalidArgument(`${path}.failoverLevel`);
  if (policy._typeName === 'ClusterFailoverResourcesAdmissionControlPolicy') {
    const said = policy as ClusterFailoverResourcesAdmissionControlPolicy;
    for (const share of ['cpuFailoverResourcesPercent', 'memoryFailoverResourcesPercent'] as const) {
      if (said[share] < 0 || said[share] > 100) throw invalidArgument(`${path}.${share}`);
    }
  }
  const aside = (policy as ClusterFailoverHostAdmissionControlPolicy).failoverHosts ?? [];
  aside.forEach((host, i) => {
    if (cluster.world.find(host.value)?.one('parent')?.id !== cluster.id) {
      throw invalidArgument(`${path}.failoverHosts[${i}]`);
    }
  });
}

/** After a cluster was reconfigured, inside the turn that did it. */
export function dasReconfigured(
  site: Site,
  cluster: Cell<Cluster>,
  before: Cluster,
  by: { readonly user: string; readonly chainId: number },
): void {
  const self = cluster as unknown as Cell;
  const say = (type: string, entity: Cell = self) => post(site, by.user, type, {}, { entity, chainId: by.chainId });
  const [was, is] = [dasOf(before), dasOf(cluster.state)];
  if (was.enabled !== is.enabled) {
    if (!is.enabled && cluster.state.failover) {
      mark(site, cluster.state.failover.waiting, undefined);
      site.world.update(cluster, { failover: Object.freeze({ ...AT_REST, short: cluster.state.failover.short }) });
    }
    for (const host of cluster.back<Host>('host')) {
      if (!takesPart(host)) continue;
      say(is.enabled ? 'HostDasEnablingEvent' : 'HostDasDisablingEvent', host as unknown as Cell);
      say(is.enabled ? 'HostDasEnabledEvent' : 'HostDasDisabledEvent', host as unknown as Cell);
    }
  }
  if (is.enabled && was.enabled && was.admissionControlEnabled !== is.admissionControlEnabled) {
    say(is.admissionControlEnabled ? 'DasAdmissionControlEnabledEvent' : 'DasAdmissionControlDisabledEvent');
  }
  lookAgain(site, cluster);
}
