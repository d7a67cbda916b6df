/** Hosts come into the inventory: standalone, or into a cluster. */
import type { HostConnectSpec } from '../../../vim25/generated/index.ts';
import type { Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { invalidArgument, notSupported, VimFault } from '../../../world/fault.ts';
import type { Step, Verb } from '../../../world/tasks.ts';
import { resolve } from '../../call.ts';
import { post } from '../../history/post.ts';
import type { Datacenter } from '../../inventory/datacenter.ts';
import { type Folder, folderKind } from '../../inventory/folder.ts';
import { entityName, guardUnique } from '../../inventory/names.ts';
import { datacenterOf } from '../../inventory/place.ts';
import { shortWork } from '../../inventory/short-work.ts';
import { createNetwork, networkNamed } from '../../network/network.ts';
import type { Site } from '../../site.ts';
import type { Datastore } from '../../storage/datastore.ts';
import { clusterKind } from '../cluster/cluster.ts';
import type { Cluster } from '../cluster/cluster-config.ts';
import { createHost, createStandalone } from '../create-compute.ts';
import { guardAdmission } from '../evc/compatible.ts';
import { lookAgain } from '../ha/failover.ts';
import { agentFound } from '../ha/recovery.ts';
import { poolKind } from '../pool/resource-pool.ts';
import { guardCertificate } from './certificate.ts';
import type { Host } from './host.ts';
import { DEFAULT_PROFILE } from './host-profile.ts';
import { defaultPortGroups } from './host-switches.ts';
import { guardRoom } from './move-host.ts';

/**
 * The name under which a host is to be reached. Throws NoHost, AlreadyConnected when it is in the inventory, SSLVerifyFault
 * when it is not who it is said to be, and InvalidLogin when the user is named and the password is not.
 */
export function guardNew(site: Site, spec: HostConnectSpec): string {
  const hostName = spec.hostName?.trim() ?? '';
  if (hostName === '') throw new VimFault('NoHost', { name: hostName });
  for (const other of site.world.lookup.get('dnsName', hostName.toLowerCase())) {
    if (other.is('HostSystem')) throw new VimFault('AlreadyConnected', { name: hostName });
  }
  guardCertificate(site, spec, hostName);
  if (spec.userName === '' || (spec.userName !== undefined && !spec.password)) throw new VimFault('InvalidLogin');
  return entityName(hostName);
}

/** A host brings `VM Network`; the datacenter has one Network of that name for all its hosts. */
function enter(site: Site, name: string, compute: Cell, connected: boolean): Cell<Host> {
  const datacenter = datacenterOf(compute)! as unknown as Cell<Datacenter>;
  const network =
    networkNamed(datacenter as unknown as Cell, 'VM Network') ??
    createNetwork(site, 'VM Network', datacenter.id, datacenter.state.folders.network);
  const portGroups = defaultPortGroups('VM Network', network.id);
  const host = createHost(site, { name, parent: compute.id, portGroups });
  if (!connected) {
    site.world.update(host, { runtime: Object.freeze({ ...host.state.runtime, connection: 'disconnected' }) });
  }
  return host;
}

function announce({ site, request }: Step<Site, never>, host: Cell<Host>): void {
  const about = { entity: host as unknown as Cell, chainId: request.eventChainId };
  post(site, request.user, 'HostAddedEvent', {}, about);
  if (host.state.runtime.connection === 'connected') post(site, request.user, 'HostConnectedEvent', {}, about);
}

interface AddStandalone {
  readonly spec: HostConnectSpec;
  readonly addConnected: boolean;
}

/** Says that a host did not come in, and why. */
const failed: NonNullable<Verb<Site, never>['failed']> = ({ site, request }, fault) => {
  const parent = site.world.find(request.target.value);
  const hostname = (request.args['spec'] as HostConnectSpec | undefined)?.hostName ?? '';
  if (!parent || hostname === '') return;
  const about = { entity: parent, chainId: request.eventChainId };
  const event = CONNECTION_EVENTS[fault.type];
  if (event) post(site, request.user, event, {}, about);
  post(site, request.user, 'HostAddFailedEvent', { hostname }, about);
};

/** The events that go with faults of the connection. */
const CONNECTION_EVENTS: { readonly [fault: string]: string | undefined } = {
  AlreadyConnected: 'HostCnxFailedAlreadyManagedEvent',
  InvalidLogin: 'HostCnxFailedBadUsernameEvent',
};

const addStandalone: Verb<Site, never> = shortWork<Folder, AddStandalone>({
  name: 'Folder.addStandaloneHost',
  kind: folderKind,
  guard: (self, { site, args }) => guardStandalone(site, self, args.spec),
  change: (self, step) => addAlone(step as never, self, step.args.spec, step.args.addConnected).one('parent')!.ref,
});

export function guardStandalone(site: Site, folder: Cell<Folder>, spec: HostConnectSpec): void {
  if (!folder.state.childTypes.includes('ComputeResource')) throw notSupported();
  guardUnique(folder as unknown as Cell, guardNew(site, spec));
}

/** Adds a host with a compute resource of its own, inside a turn. */
export function addAlone(
  step: Step<Site, never>,
  folder: Cell<Folder>,
  spec: HostConnectSpec,
  connected: boolean,
): Cell<Host> {
  const { site } = step;
  const compute = createStandalone(site, guardNew(site, spec), folder.id);
  const host = enter(site, compute.state.name, compute as unknown as Cell, connected);
  announce(step, host);
  return host;
}

export const addStandaloneVerb: Verb<Site, never> = { ...addStandalone, failed };

interface AddHost {
  readonly spec: HostConnectSpec;
  readonly asConnected: boolean;
  readonly resourcePool?: Ref | undefined;
}

const addHost: Verb<Site, never> = shortWork<Cluster, AddHost>({
  name: 'ClusterComputeResource.addHost',
  kind: clusterKind,
  guard(self, { site, args }) {
    guardMember(site, self, args.spec);
    const pool = args.resourcePool && resolve(site, poolKind, args.resourcePool);
    if (pool && pool.state.owner !== self.id) throw invalidArgument('resourcePool');
  },
  change: (self, step) => addMember(step as never, self, step.args.spec, step.args.asConnected).ref,
});

export function guardMember(site: Site, cluster: Cell<Cluster>, spec: HostConnectSpec): void {
  guardUnique(cluster as unknown as Cell, guardNew(site, spec));
  guardRoom(cluster);
  guardAdmission(cluster, DEFAULT_PROFILE);
}

/** Adds a host to a cluster, inside a turn. */
export function addMember(
  step: Step<Site, never>,
  cluster: Cell<Cluster>,
  spec: HostConnectSpec,
  connected: boolean,
): Cell<Host> {
  const { site } = step;
  const others = [...cluster.back<Host>('host')];
  const host = enter(site, guardNew(site, spec), cluster as unknown as Cell, connected);
  shareStorage(site, host, others);
  announce(step, host);
  agentFound(site, host);
  lookAgain(site, cluster);
  return host;
}

export const addHostVerb: Verb<Site, never> = { ...addHost, failed };

/** The disks that all hosts of a cluster reach are zoned to the new host too. */
function shareStorage(site: Site, host: Cell<Host>, others: readonly Cell<Host>[]): void {
  const [first, ...rest] = others;
  for (const datastore of [...(first?.back<Datastore>('datastore') ?? [])]) {
    const { mounts, volume } = datastore.state;
    const everywhere = rest.every((other) => mounts.some((m) => m.host === other.id));
    if (volume.local || !everywhere) continue;
    site.world.update(datastore, { mounts: Object.freeze([...mounts, Object.freeze({ host: host.id })]) });
  }
}
