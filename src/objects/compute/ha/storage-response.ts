/** HA ends machines whose host lost their storage, so that they start where it is reached. */
import type { Cell } from '../../../world/cell.ts';
import { type Machine, POWERED_OFF } from '../../machine/machine.ts';
import { stop } from '../../machine/power/running.ts';
import type { Site } from '../../site.ts';
import type { Datastore } from '../../storage/datastore.ts';
import type { Host } from '../host/host.ts';
import { haClusterOf } from './agents.ts';
import { takeOn } from './failover.ts';
import type { Waiting } from './failover-state.ts';
import { sayById } from './said.ts';
import type { StoragePolicy } from './storage-policy.ts';
import { Survivors } from './survivors.ts';

/** Inside a turn. A device that is gone for good leaves a machine nothing to wait for; paths that are down may come back. */
export function respondToLoss(
  site: Site,
  host: Cell<Host>,
  datastore: Cell<Datastore>,
  machines: readonly (readonly [Cell<Machine>, StoragePolicy])[],
  kind: 'apd' | 'pdl',
): void {
  const cluster = haClusterOf(host);
  const { failure } = host.state.runtime;
  // What ran on a host that is down is started elsewhere anyway.
  if (!cluster || failure?.kind === 'crashed' || failure?.kind === 'poweredOff') return;
  // A host that is cut off cannot ask whether there is room elsewhere.
  const alone = failure?.kind === 'isolated' || failure?.kind === 'partitioned';
  const survivors = new Survivors(cluster);
  const ended: Waiting[] = [];
  for (const [vm, policy] of machines) {
    const response = policy[kind];
    if (response !== 'conservative' && response !== 'aggressive') continue;
    const sure = kind === 'pdl' || (alone ? response === 'aggressive' : survivors.hostFor(vm) !== undefined);
    const cell = vm as unknown as Cell;
    const said = { ds: datastore.state.name, failureType: kind.toUpperCase() };
    if (!sure) {
      sayById(site, cell, 'com.vmware.vc.HA.VmcpNotTerminateVmWithInaccessibleDatastore', said);
      continue;
    }
    sayById(site, cell, 'com.vmware.vc.HA.VmcpTerminateVmWithInaccessibleDatastore', said);
    stop(site, vm, Object.freeze({ ...POWERED_OFF, unclean: true }));
    ended.push(Object.freeze({ vm: vm.id, host: host.id, priority: policy.priority, tries: 0 }));
  }
  takeOn(site, cluster, ended);
}
