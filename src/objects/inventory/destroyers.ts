/** Who takes what away, and the verbs of Destroy_Task. */
import type { Cell } from '../../world/cell.ts';
import { notSupported } from '../../world/fault.ts';
import type { KindSpec } from '../../world/kind.ts';
import type { Step, Verb } from '../../world/tasks.ts';
import type { Call } from '../call.ts';
import { clusterKind } from '../compute/cluster/cluster.ts';
import { computeResourceKind } from '../compute/compute-resource.ts';
import { hostKind } from '../compute/host/host.ts';
import { poolDestroyer, vAppDestroyer } from '../compute/pool/remove-pool.ts';
import { poolKind } from '../compute/pool/resource-pool.ts';
import { computeDestroyer, hostDestroyer } from '../compute/remove-compute.ts';
import { vAppKind } from '../compute/v-app/v-app.ts';
import { chainFromHere } from '../history/chain.ts';
import { machineDestroyer } from '../machine/lifecycle.ts';
import { switchKind } from '../network/distributed-switch.ts';
import { networkKind } from '../network/network.ts';
import { portgroupKind } from '../network/portgroup.ts';
import { networkDestroyer, portgroupDestroyer, switchDestroyer } from '../network/remove-network.ts';
import type { Site } from '../site.ts';
import { datastoreKind } from '../storage/datastore.ts';
import { datastoreDestroyer, podDestroyer } from '../storage/remove-datastore.ts';
import { storagePodKind } from '../storage/storage-pod.ts';
import { datacenterKind } from './datacenter.ts';
import { type Destroyers, type Removal, removal } from './destroy.ts';
import { type Folder, folderKind } from './folder.ts';
import type { Entity } from './managed-entity.ts';
import { datacenterDestroyer, folderDestroyer } from './remove-folder.ts';
import { shortWork } from './short-work.ts';

const DESTROYERS: Destroyers = Object.freeze({
  Folder: folderDestroyer,
  StoragePod: podDestroyer,
  Datacenter: datacenterDestroyer,
  ComputeResource: computeDestroyer,
  HostSystem: hostDestroyer,
  ResourcePool: poolDestroyer,
  VirtualApp: vAppDestroyer,
  VirtualMachine: machineDestroyer,
  Datastore: datastoreDestroyer,
  Network: networkDestroyer,
  DistributedVirtualPortgroup: portgroupDestroyer,
  DistributedVirtualSwitch: switchDestroyer,
});

/** A removal by a call that starts no task. */
export function removalByCall({ site, user }: Call): Removal {
  return removalBy(site, user, chainFromHere(site.world));
}

/** A removal by whoever is named. */
export function removalBy(site: Site, user: string, chainId: number): Removal {
  return removal(DESTROYERS, { site, user, chainId });
}

function destroyVerb<F extends Entity>(kind: KindSpec<F>): Verb<Site, never> {
  const by = ({ site, request }: Step<Site, object>) => removalBy(site, request.user, request.eventChainId);
  return shortWork<F>({
    name: `${kind.type}.destroy`,
    kind,
    guard: (self, step) => by(step).guard(self as unknown as Cell),
    change: (self, step) => by(step).remove(self as unknown as Cell),
  });
}

/** A folder of machines goes, and what ran or lay in it stays on hosts and datastores. */
const unregisterVerb: Verb<Site, never> = shortWork<Folder>({
  name: 'Folder.unregisterAndDestroy',
  kind: folderKind,
  guard(self, { site, request }) {
    if (!self.state.childTypes.includes('VirtualMachine')) throw notSupported();
    removalBy(site, request.user, request.eventChainId)
      .as('unregister')
      .guard(self as unknown as Cell);
  },
  change(self, { site, request }) {
    removalBy(site, request.user, request.eventChainId)
      .as('unregister')
      .remove(self as unknown as Cell);
  },
});

export const destroyVerbs: readonly Verb<Site, never>[] = [
  unregisterVerb,
  destroyVerb(folderKind),
  destroyVerb(storagePodKind),
  destroyVerb(datacenterKind),
  destroyVerb(computeResourceKind),
  destroyVerb(clusterKind),
  destroyVerb(hostKind),
  destroyVerb(poolKind),
  destroyVerb(vAppKind),
  destroyVerb(datastoreKind),
  destroyVerb(networkKind),
  destroyVerb(switchKind),
  destroyVerb(portgroupKind),
];
