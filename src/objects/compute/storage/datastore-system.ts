/** HostDatastoreSystem: datastores made on a host's disks, mounted from elsewhere, grown, and let go. */
import type {
  HostDatastoreSystemVvolDatastoreSpec,
  HostNasVolumeSpec,
  VmfsDatastoreCreateSpec,
} from '../../../vim25/generated/index.ts';
import { box, type Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { invalidArgument, VimFault } from '../../../world/fault.ts';
import type { Verb } from '../../../world/tasks.ts';
import type { Call } from '../../call.ts';
import { resolve } from '../../call.ts';
import { eventArgument } from '../../history/event-argument.ts';
import { post } from '../../history/post.ts';
import { shortWork } from '../../inventory/short-work.ts';
import { type ManagedObject, managedObject } from '../../managed-object.ts';
import type { Site } from '../../site.ts';
import { nasVolume } from '../../storage/create-datastore.ts';
import { type Datastore, datastoreKind } from '../../storage/datastore.ts';
import { extentsOf } from '../../storage/extents.ts';
import { dropDatastore } from '../../storage/remove-datastore.ts';
import type { Volume } from '../../storage/volume.ts';
import { type Host, hostKind } from '../host/host.ts';
import { hostOf } from '../host/host-part-methods.ts';
import { datastoreSystemKind, type HostPart } from '../host/host-systems.ts';
import { scsiDisk } from './devices.ts';
import type { HostStorage } from './drive.ts';
import { eachOf } from './each-of.ts';
import { guardUnused, hostRefuses, knownDrive, mountedHere } from './known.ts';
import { mount } from './mounting.ts';
import { resignatureMethods, resignatureVerbs } from './unresolved.ts';
import {
  createOptions,
  expandOptions,
  extendOptions,
  extentsGrown,
  extentsToAdd,
  extentsToCreate,
  freeDrives,
} from './vmfs.ts';
import { createOn, grow, MAJOR_VERSIONS } from './vmfs-stores.ts';

/** Bytes of a volume whose size nobody says: an NFS export, a directory. */
const VOLUME_BYTES = 4 * 2 ** 40;
const DEEPEST_QUEUE = 256;
const QUEUE = 64;

function guardNas(spec: HostNasVolumeSpec): void {
  if (spec.remoteHost === '') throw invalidArgument('spec.remoteHost');
  if (spec.remotePath === '') throw invalidArgument('spec.remotePath');
  if (spec.accessMode !== 'readOnly' && spec.accessMode !== 'readWrite') throw invalidArgument('spec.accessMode');
  if (!['NFS', 'NFS41', undefined].includes(spec.type?.toUpperCase())) throw invalidArgument('spec.type');
}

function createNas(call: Call, host: Cell<Host>, spec: HostNasVolumeSpec): Ref<'Datastore'> {
  guardNas(spec);
  const type = spec.type?.toUpperCase() === 'NFS41' ? 'NFS41' : 'NFS';
  const { userName, remoteHostNames: hosts, securityType: security } = spec;
  const remote = { host: spec.remoteHost, path: spec.remotePath, userName, hosts, security };
  const volume = nasVolume(call.site, remote, type, VOLUME_BYTES);
  const accessMode = spec.accessMode as 'readOnly' | 'readWrite';
  return mount(call, host, { name: spec.localPath, volume, how: { accessMode }, event: 'NASDatastoreCreatedEvent' });
}

function createLocal(call: Call, host: Cell<Host>, name: string, directory: string): Ref<'Datastore'> {
  if (directory === '') throw new VimFault('FileNotFound', { file: directory });
  const { ids, shown } = call.site;
  const lent = shown?.lend(directory);
  const [a, b] = ids.uuid(`directory/${directory}`).split('-') as [string, string];
  const at = { uuid: `${a}-${b}`, capacity: VOLUME_BYTES, local: false, disk: '', directory: lent?.root ?? directory };
  const made = mount(call, host, { name, volume: { type: 'OTHER', ...at }, event: 'LocalDatastoreCreatedEvent' });
  if (lent) shown!.open(call.resolve(datastoreKind, made), lent);
  return made;
}

function createVmfs(call: Call, host: Cell<Host>, spec: VmfsDatastoreCreateSpec): Ref<'Datastore'> {
  const { majorVersion: major, volumeName: name, unmapPriority: priority, unmapBandwidthSpec: bandwidth } = spec.vmfs;
  if (!MAJOR_VERSIONS.includes(major)) throw invalidArgument('spec.vmfs.majorVersion');
  return createOn(call, host, name, extentsToCreate(host, spec), { major, priority, bandwidth });
}

function vmfsStore(call: Call, host: Cell<Host>, ref: Ref): Cell<Datastore> {
  const { store } = mountedHere(call, host, ref);
  if (store.state.volume.type !== 'VMFS') throw new VimFault('NotFound');
  return store;
}

function createVvol(
  call: Call,
  host: Cell<Host>,
  { name, scId }: HostDatastoreSystemVvolDatastoreSpec,
): Ref<'Datastore'> {
  const uuid = /^(?:vvol:)?([0-9a-f]{16}-[0-9a-f]{16}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i.exec(scId)?.[1];
  if (uuid === undefined) throw new VimFault('NotFound');
  const volume: Volume = { type: 'VVOL', uuid: `vvol:${uuid}`, capacity: VOLUME_BYTES, local: false, disk: '' };
  return mount(call, host, { name, volume, event: 'LocalDatastoreCreatedEvent' });
}

/** Who acts, and under which chain of events. */
interface By {
  readonly site: Site;
  readonly user: string;
  readonly chainId?: number;
}

/** Throws what keeps a datastore on a host. */
function guardRemoval(host: Cell<Host>, store: Cell<Datastore>): void {
  if (!store.state.mounts.some((m) => m.host === host.id)) throw new VimFault('NotFound');
  guardUnused(store, store.state.volume.type === 'VMFS' ? undefined : host);
}

/** A VMFS volume is gone for every host; any other one this host only lets go of. Inside a turn. */
function remove({ site, user, chainId }: By, host: Cell<Host>, store: Cell<Datastore>): void {
  const isVmfs = store.state.volume.type === 'VMFS';
  const datastore = eventArgument(store as unknown as Cell);
  const about = (entity: Cell) => (chainId === undefined ? { entity } : { entity, chainId });
  const mounts = isVmfs ? [] : store.state.mounts.filter((m) => m.host !== host.id);
  for (const { host: id } of store.state.mounts) {
    const from = site.world.as(hostKind, id);
    if (from && !mounts.some((m) => m.host === id))
      post(site, user, 'DatastoreRemovedOnHostEvent', { datastore }, about(from as unknown as Cell));
  }
  if (mounts.length === 0 && store.countBack('vm') === 0) dropDatastore(site, store as unknown as Cell);
  else site.world.update(store, { mounts: Object.freeze(mounts) });
}

const removeMany: Verb<Site, never> = shortWork<HostPart, { readonly datastores: readonly Ref[] }>({
  name: 'host.DatastoreSystem.removeDatastoreEx',
  kind: datastoreSystemKind,
  change(self, { site, request, args }) {
    const host = resolve(site, hostKind, { type: 'HostSystem', value: self.state.host });
    const by = { site, user: request.user, chainId: request.eventChainId };
    const results = eachOf(args.datastores, (key) => {
      const store = resolve(site, datastoreKind, key);
      guardRemoval(host, store);
      remove(by, host, store);
    });
    return box('ArrayOfHostDatastoreSystemDatastoreResult', results);
  },
});

function say(call: Call, self: Cell<HostPart>, said: HostStorage): void {
  const host = hostOf(call, self);
  call.turn(() => call.world.update(host, { storage: Object.freeze({ ...host.state.storage, ...said }) }));
}

function setClustered(call: Call, self: Cell<HostPart>, ref: Ref, clustered: boolean): void {
  const store = vmfsStore(call, hostOf(call, self), ref);
  const { volume } = store.state;
  if (volume.local || volume.vmfs?.major === 5) hostRefuses('The volume cannot hold clustered virtual disks.');
  const vmfs = Object.freeze({ ...volume.vmfs, clustered });
  call.turn(() => call.world.update(store, { volume: Object.freeze({ ...volume, vmfs }) }));
}

export const datastoreSystem: ManagedObject = managedObject(
  'HostDatastoreSystem',
  datastoreSystemKind,
  {
    CreateNasDatastore: (call, self, { spec }) => createNas(call, hostOf(call, self), spec),
    CreateLocalDatastore: (call, self, { name, path }) => createLocal(call, hostOf(call, self), name, path),
    CreateVvolDatastore: (call, self, { spec }) => createVvol(call, hostOf(call, self), spec),
    CreateVmfsDatastore: (call, self, { spec }) => createVmfs(call, hostOf(call, self), spec),

    QueryAvailableDisksForVmfs(call, self, { datastore }) {
      const host = hostOf(call, self);
      const store = datastore && vmfsStore(call, host, datastore);
      return freeDrives(host, store).map((drive) => scsiDisk(host.state, drive));
    },
    QueryVmfsDatastoreCreateOptions(call, self, { devicePath, vmfsMajorVersion = 6 }) {
      if (!MAJOR_VERSIONS.includes(vmfsMajorVersion)) throw invalidArgument('vmfsMajorVersion');
      const host = hostOf(call, self);
      return createOptions(host, knownDrive(host, devicePath), vmfsMajorVersion);
    },
    QueryVmfsDatastoreExtendOptions(call, self, { datastore, devicePath, suppressExpandCandidates }) {
      const host = hostOf(call, self);
      const store = vmfsStore(call, host, datastore);
      const drive = knownDrive(host, devicePath);
      const isOwn = extentsOf(store.state.volume).some(({ disk }) => disk === drive.naa);
      return isOwn && suppressExpandCandidates ? [] : extendOptions(host, drive);
    },
    QueryVmfsDatastoreExpandOptions(call, self, { datastore }) {
      const host = hostOf(call, self);
      return expandOptions(host, vmfsStore(call, host, datastore));
    },
    ExtendVmfsDatastore(call, self, { datastore, spec }) {
      const host = hostOf(call, self);
      const store = vmfsStore(call, host, datastore);
      const extents = [...extentsOf(store.state.volume), ...extentsToAdd(host, spec)];
      return grow(call, host, store, extents, 'VMFSDatastoreExtendedEvent');
    },
    ExpandVmfsDatastore(call, self, { datastore, spec }) {
      const host = hostOf(call, self);
      const store = vmfsStore(call, host, datastore);
      return grow(call, host, store, extentsGrown(host, store, spec), 'VMFSDatastoreExpandedEvent');
    },
    ...resignatureMethods,
    EnableClusteredVmdkSupport: (call, self, { datastore }) => setClustered(call, self, datastore, true),
    DisableClusteredVmdkSupport: (call, self, { datastore }) => setClustered(call, self, datastore, false),

    /** The exports of a server are looked up again under its name. */
    ResolveNfsServerHostName(call, self, { hostName, volumeName, isNFS41 }) {
      const host = hostOf(call, self);
      const stores = [...host.back<Datastore>('datastore')].filter(({ state: { name, volume } }) => {
        const { hosts = [], host: server } = volume.remote ?? {};
        const isMeant = isNFS41 === undefined || (volume.type === 'NFS41') === isNFS41;
        return [server, ...hosts].includes(hostName) && isMeant && (volumeName ?? name) === name;
      });
      if (stores.length === 0) hostRefuses(`Nothing of '${hostName}' is mounted.`);
      call.turn(() => {
        for (const store of stores) call.world.update(store, { refreshed: call.site.clock.now() });
      });
    },

    RemoveDatastore(call, self, { datastore }) {
      const host = hostOf(call, self);
      const store = call.resolve(datastoreKind, datastore);
      guardRemoval(host, store);
      call.turn(() => remove(call, host, store));
    },
    RemoveDatastoreEx_Task: (call, self, { datastore: datastores }) =>
      call.startTask(removeMany.name, self as never, { datastores }),

    ConfigureDatastorePrincipal: (call, self, { userName: principal }) => {
      if (principal === '') throw invalidArgument('userName');
      say(call, self, { principal });
    },
    UpdateLocalSwapDatastore(call, self, { datastore }) {
      if (!datastore) return say(call, self, { swap: undefined });
      const host = hostOf(call, self);
      const { store, mount: how } = mountedHere(call, host, datastore);
      const named = { datastore: store.ref, name: store.state.name };
      if (how.accessible === false || how.mounted === false) throw new VimFault('InaccessibleDatastore', named);
      if (how.accessMode === 'readOnly') throw new VimFault('DatastoreNotWritableOnHost', { ...named, host: host.ref });
      say(call, self, { swap: store.id });
    },
    SetMaxQueueDepth(call, self, { datastore, maxQdepth }) {
      const host = hostOf(call, self);
      const { store } = mountedHere(call, host, datastore);
      const depth = Number(maxQdepth);
      if (depth < 1 || depth > DEEPEST_QUEUE) throw invalidArgument('maxQdepth');
      say(call, self, { queueDepths: Object.freeze({ ...host.state.storage?.queueDepths, [store.id]: depth }) });
    },
    QueryMaxQueueDepth(call, self, { datastore }) {
      const host = hostOf(call, self);
      return host.state.storage?.queueDepths?.[mountedHere(call, host, datastore).store.id] ?? QUEUE;
    },
  },
  [removeMany, ...resignatureVerbs],
);
