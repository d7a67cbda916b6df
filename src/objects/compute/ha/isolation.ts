/** A host that is cut off does with its machines what it was told to; those it ended start elsewhere. */
import type { Cell } from '../../../world/cell.ts';
import { toolsRunning } from '../../guest/awake.ts';
import { eventArgument } from '../../history/event-argument.ts';
import { type Machine, POWERED_OFF } from '../../machine/machine.ts';
import { stop } from '../../machine/power/running.ts';
import type { Site } from '../../site.ts';
import type { Cluster } from '../cluster/cluster-config.ts';
import type { Host } from '../host/host.ts';
import { leaderOf } from './agents.ts';
import { takeOn } from './failover.ts';
import type { Waiting } from './failover-state.ts';
import { postAbout, sayById } from './said.ts';
import { type VmPolicy, vmPolicy } from './vm-policy.ts';

/** Inside a turn. A host ends nothing when all the cluster is cut off: there is nobody to start it again. */
export function respondToIsolation(site: Site, cluster: Cell<Cluster>, host: Cell<Host>): void {
  const isolatedHost = eventArgument(host as unknown as Cell);
  postAbout(site, cluster as unknown as Cell, 'DasHostIsolatedEvent', { isolatedHost });
  sayById(site, host as unknown as Cell, 'com.vmware.vc.HA.DasHostIsolatedEvent');
  if (!leaderOf(cluster)) {
    if (allDeclared(cluster)) postAbout(site, cluster as unknown as Cell, 'DasClusterIsolatedEvent');
    return;
  }
  const ended: Waiting[] = [];
  for (const vm of [...host.back<Machine>('vm')]) {
    const { onIsolation, priority } = vmPolicy(cluster.state, vm.id);
    if (vm.state.power.state !== 'poweredOn' || onIsolation === 'none' || priority === undefined) continue;
    end(site, vm, onIsolation, isolatedHost);
    ended.push(Object.freeze({ vm: vm.id, host: host.id, priority, tries: 0 }));
  }
  takeOn(site, cluster, ended);
}

/** Whether the last of the hosts that are cut off has come to know it. */
function allDeclared(cluster: Cell<Cluster>): boolean {
  return [...cluster.back<Host>('host')].every((host) => host.state.runtime.failure?.declared !== undefined);
}

/** A guest without tools cannot be asked to shut down. */
function end(site: Site, vm: Cell<Machine>, how: VmPolicy['onIsolation'], isolatedHost: object): void {
  const clean = how === 'shutdown' && toolsRunning(vm.state);
  stop(site, vm, clean ? POWERED_OFF : Object.freeze({ ...POWERED_OFF, unclean: true }));
  const shutdownResult = clean ? 'shutdown' : 'poweredOff';
  postAbout(site, vm as unknown as Cell, 'VmShutdownOnIsolationEvent', { isolatedHost, shutdownResult });
}
