/** Hosts and compute resources leave the inventory; the machines they are run on. */
import type { Cell } from '../../world/cell.ts';
import { VimFault } from '../../world/fault.ts';
import { post } from '../history/post.ts';
import type { Destroyer, Removal } from '../inventory/destroy.ts';
import type { OpaqueNetwork } from '../network/opaque-network.ts';
import type { DistributedSwitch } from '../network/switch.ts';
import type { Site } from '../site.ts';
import type { Datastore } from '../storage/datastore.ts';
import { dropDatastore } from '../storage/remove-datastore.ts';
import { lookAgain } from './ha/failover.ts';
import type { Host } from './host/host.ts';

/** A host of a cluster goes when it is in maintenance mode or disconnected, as vCenter asks; a standalone one at any time. */
export const hostDestroyer: Destroyer = {
  guard(cell) {
    const { runtime } = cell.state as Host;
    const inCluster = cell.one('parent')?.is('ClusterComputeResource') ?? false;
    if (inCluster && runtime.connection === 'connected' && !runtime.maintenance) throw new VimFault('InvalidState');
  },
  remove(cell, removal) {
    const compute = cell.one('parent');
    removeHost(cell as unknown as Cell<Host>, removal);
    lookAgain(removal.site, compute as never);
    if (compute && !compute.is('ClusterComputeResource')) removeCompute(compute, removal);
  },
};

export const computeDestroyer: Destroyer = {
  guard() {},
  remove(cell, removal) {
    const isCluster = cell.is('ClusterComputeResource');
    for (const host of [...cell.back<Host>('host')]) removeHost(host, removal);
    if (isCluster)
      post(removal.site, removal.user, 'ClusterDestroyedEvent', {}, { entity: cell, chainId: removal.chainId });
    removeCompute(cell, removal);
  },
};

/** Takes away a compute resource that has no hosts any more, and whatever machines are left in its pools. */
function removeCompute(compute: Cell, removal: Removal): void {
  const unregister = removal.as('unregister');
  for (const pool of compute.back('pools')) for (const vm of [...pool.back('vm')]) unregister.remove(vm);
  dropCompute(removal.site, compute);
}

/** Takes away an empty compute resource with its pools and browsers, inside a turn. */
export function dropCompute(site: Site, compute: Cell): void {
  for (const inverse of ['pools', 'environmentBrowser', 'datastoreBrowser', 'evcManager']) {
    for (const cell of [...compute.back(inverse)]) site.world.destroy(cell);
  }
  site.world.destroy(compute);
}

function removeHost(host: Cell<Host>, removal: Removal): void {
  const { site, user, chainId } = removal;
  const unregister = removal.as('unregister');
  for (const vm of [...host.back('vm')]) unregister.remove(vm);
  post(site, user, 'HostRemovedEvent', {}, { entity: host as unknown as Cell, chainId });
  const networks = host.all('network');
  leaveStorage(site, host);
  leaveNetworks(site, host);
  for (const inverse of ['parts', 'optionManager', 'datastoreBrowser']) {
    for (const part of [...host.back(inverse)]) site.world.destroy(part);
  }
  site.world.destroy(host);
  // A standard network is there as long as a host has it or a VM names it.
  for (const network of networks) {
    if (network.countBack('host') === 0 && network.countBack('vm') === 0) site.world.destroy(network);
  }
}

/** A datastore no host mounts any more leaves the inventory too. */
function leaveStorage(site: Site, host: Cell<Host>): void {
  for (const datastore of [...host.back<Datastore>('datastore')]) {
    const mounts = datastore.state.mounts.filter((m) => m.host !== host.id);
    site.world.update(datastore, { mounts: Object.freeze(mounts) });
    if (mounts.length === 0 && datastore.countBack('vm') === 0) dropDatastore(site, datastore as unknown as Cell);
  }
}

export function leaveNetworks(site: Site, host: Cell<Host>): void {
  for (const dvs of [...host.back<DistributedSwitch>('dvs')]) {
    site.world.update(dvs, { members: Object.freeze(dvs.state.members.filter((m) => m.host !== host.id)) });
  }
  for (const network of [...host.back<OpaqueNetwork>('opaqueNetwork')]) {
    site.world.update(network, { hosts: Object.freeze(network.state.hosts.filter((id) => id !== host.id)) });
  }
}
