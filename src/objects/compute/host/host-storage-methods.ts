/** HostStorageSystem and HostDatastoreSystem: iSCSI, rescans, and datastores mounted and let go. */
import type { HostInternetScsiHbaSendTarget, HostNasVolumeSpec } from '../../../vim25/generated/index.ts';
import type { Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { invalidArgument, VimFault } from '../../../world/fault.ts';
import type { Call } from '../../call.ts';
import { eventArgument } from '../../history/event-argument.ts';
import { post } from '../../history/post.ts';
import type { Datacenter } from '../../inventory/datacenter.ts';
import { entityName } from '../../inventory/names.ts';
import { datacenterOf } from '../../inventory/place.ts';
import { guardUniqueAmong } from '../../inventory/rename.ts';
import { type ManagedObject, managedObject } from '../../managed-object.ts';
import { createDatastore, nasVolume } from '../../storage/create-datastore.ts';
import { type Datastore, datastoreKind, type Mount } from '../../storage/datastore.ts';
import { dropDatastore } from '../../storage/remove-datastore.ts';
import { urlOf, type Volume } from '../../storage/volume.ts';
import type { Host } from './host.ts';
import { change, hostOf } from './host-part-methods.ts';
import type { Iscsi } from './host-storage.ts';
import { datastoreSystemKind, type HostPart, storageSystemKind } from './host-systems.ts';

/** Bytes of a volume whose size nobody says: an NFS export, a directory. */
const VOLUME_BYTES = 4 * 2 ** 40;

function iscsi(call: Call, self: Cell<HostPart>, device: string, edit: (before: Iscsi) => Partial<Iscsi>): void {
  const host = hostOf(call, self);
  const before = host.state.iscsi;
  if (!before?.enabled || device !== 'vmhba64') throw new VimFault('NotFound');
  change(call, host, { iscsi: Object.freeze({ ...before, ...edit(before) }) });
}

const same = (a: HostInternetScsiHbaSendTarget) => (b: HostInternetScsiHbaSendTarget) =>
  a.address === b.address && (a.port ?? 3260) === (b.port ?? 3260);

const storageSystem = managedObject('HostStorageSystem', storageSystemKind, {
  UpdateSoftwareInternetScsiEnabled(call, self, { enabled }) {
    const host = hostOf(call, self);
    change(call, host, { iscsi: Object.freeze({ ...host.state.iscsi, enabled }) });
  },
  AddInternetScsiSendTargets: (call, self, { iScsiHbaDevice, targets }) =>
    iscsi(call, self, iScsiHbaDevice, ({ sendTargets = [] }) => {
      const added = targets.filter((t) => !sendTargets.some(same(t))).map((t) => ({ ...t, port: t.port ?? 3260 }));
      return { sendTargets: Object.freeze([...sendTargets, ...added]) };
    }),
  RemoveInternetScsiSendTargets: (call, self, { iScsiHbaDevice, targets }) =>
    iscsi(call, self, iScsiHbaDevice, ({ sendTargets = [] }) => {
      if (!targets.every((t) => sendTargets.some(same(t)))) throw new VimFault('NotFound');
      return { sendTargets: Object.freeze(sendTargets.filter((t) => !targets.some(same(t)))) };
    }),
  UpdateInternetScsiName: (call, self, { iScsiHbaDevice, iScsiName: name }) =>
    iscsi(call, self, iScsiHbaDevice, () => ({ name })),
  UpdateInternetScsiAlias: (call, self, { iScsiHbaDevice, iScsiAlias: alias }) =>
    iscsi(call, self, iScsiHbaDevice, () => ({ alias })),
  RescanHba(call, self, { hbaDevice }) {
    const known = hostOf(call, self).state.iscsi?.enabled ? ['vmhba0', 'vmhba1', 'vmhba64'] : ['vmhba0', 'vmhba1'];
    if (!known.includes(hbaDevice)) throw new VimFault('NotFound');
  },
  RescanAllHba() {},
  RescanVmfs() {},
  RefreshStorageSystem() {},
});

/** Mounts a volume that the datacenter may know already; its datastore is then the same one. */
function mount(
  call: Call,
  host: Cell<Host>,
  given: string,
  volume: Volume,
  how: Omit<Mount, 'host'>,
  event: string,
): Ref<'Datastore'> {
  const datacenter = datacenterOf(host as unknown as Cell)! as unknown as Cell<Datacenter>;
  const known = [...datacenter.back<Datastore>('datastore')].find((d) => d.state.volume.uuid === volume.uuid);
  const name = entityName(given);
  const mine: Mount = Object.freeze({ ...how, host: host.id });
  if (known?.state.mounts.some((m) => m.host === host.id)) {
    const type = known.state.name === name ? 'DuplicateName' : 'AlreadyExists';
    throw new VimFault(type, { name, ...(type === 'DuplicateName' && { object: known.ref }) });
  }
  guardUniqueAmong(datacenter.back<Datastore>('datastore'), name, known as unknown as Cell | undefined);
  return call.turn(() => {
    const cell =
      known ??
      createDatastore(
        call.site,
        { name, datacenter: datacenter.id, parent: datacenter.state.folders.datastore, volume, mounts: [] },
        call.site.flavour === 'esx' ? volume.uuid : undefined,
      );
    call.world.update(cell, { mounts: Object.freeze([...cell.state.mounts, mine]) });
    const properties = { datastore: eventArgument(cell as unknown as Cell), datastoreUrl: urlOf(volume) };
    post(call.site, call.user, event, properties, { entity: host as unknown as Cell });
    return cell.ref as Ref<'Datastore'>;
  });
}

function guardNas(spec: HostNasVolumeSpec): void {
  if (spec.remoteHost === '') throw invalidArgument('spec.remoteHost');
  if (spec.remotePath === '') throw invalidArgument('spec.remotePath');
  if (spec.accessMode !== 'readOnly' && spec.accessMode !== 'readWrite') throw invalidArgument('spec.accessMode');
}

const datastoreSystem = managedObject('HostDatastoreSystem', datastoreSystemKind, {
  CreateNasDatastore(call, self, { spec }) {
    guardNas(spec);
    const type = spec.type === 'NFS41' ? 'NFS41' : 'NFS';
    const remote = { host: spec.remoteHost, path: spec.remotePath, userName: spec.userName };
    const volume = nasVolume(call.site, remote, type, VOLUME_BYTES);
    const accessMode = spec.accessMode as 'readOnly' | 'readWrite';
    return mount(call, hostOf(call, self), spec.localPath, volume, { accessMode }, 'NASDatastoreCreatedEvent');
  },

  CreateLocalDatastore(call, self, { name, path }) {
    const [a, b] = call.site.ids.uuid(`directory/${path}`).split('-') as [string, string];
    const volume: Volume = {
      type: 'OTHER',
      uuid: `${a}-${b}`,
      capacity: VOLUME_BYTES,
      local: false,
      disk: '',
      directory: path,
    };
    return mount(call, hostOf(call, self), name, volume, {}, 'LocalDatastoreCreatedEvent');
  },

  RemoveDatastore(call, self, { datastore: ref }) {
    const host = hostOf(call, self);
    const datastore = call.resolve(datastoreKind, ref);
    if (!datastore.state.mounts.some((m) => m.host === host.id)) throw new VimFault('NotFound');
    for (const vm of datastore.back('vm')) {
      if (vm.one('host') === (host as unknown as Cell))
        throw new VimFault('ResourceInUse', { type: 'Datastore', name: datastore.state.name });
    }
    call.turn(() => {
      const mounts = datastore.state.mounts.filter((m) => m.host !== host.id);
      call.world.update(datastore, { mounts: Object.freeze(mounts) });
      const removed = { datastore: eventArgument(datastore as unknown as Cell) };
      post(call.site, call.user, 'DatastoreRemovedOnHostEvent', removed, { entity: host as unknown as Cell });
      if (mounts.length === 0 && datastore.countBack('vm') === 0)
        dropDatastore(call.site, datastore as unknown as Cell);
    });
  },
});

export const storageParts: readonly ManagedObject[] = [storageSystem, datastoreSystem];
