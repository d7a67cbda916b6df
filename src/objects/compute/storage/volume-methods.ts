/** HostStorageSystem: scans, and VMFS volumes that a host mounts, unmounts and forgets. */
import type { HostNasVolumeUserInfo } from '../../../vim25/generated/index.ts';
import { box } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { invalidArgument, VimFault } from '../../../world/fault.ts';
import type { Verb } from '../../../world/tasks.ts';
import type { Call } from '../../call.ts';
import { resolve } from '../../call.ts';
import { shortWork } from '../../inventory/short-work.ts';
import type { MethodsOf } from '../../managed-object.ts';
import type { Site } from '../../site.ts';
import type { Mount } from '../../storage/datastore.ts';
import { dropDatastore } from '../../storage/remove-datastore.ts';
import type { VmfsFormat } from '../../storage/volume.ts';
import { type Host, hostKind } from '../host/host.ts';
import { change, hostOf } from '../host/host-part-methods.ts';
import { type HostPart, storageSystemKind } from '../host/host-systems.ts';
import { hbaNames } from './adapters.ts';
import { ISCSI_HBA } from './drive.ts';
import { eachOf } from './each-of.ts';
import { foundTargets } from './iscsi-methods.ts';
import { guardUnused, type Mounted, vmfsHere } from './known.ts';
import { discover } from './mounting.ts';

/** Throws what keeps a volume from being mounted or unmounted. */
function guardMounting(host: Cell<Host>, { store, mount }: Mounted, mounted: boolean): void {
  if ((mount.mounted !== false) === mounted) throw new VimFault('InvalidState');
  if (!mounted) guardUnused(store, host);
}

/** Inside a turn. */
function setMounted({ store }: Mounted, host: Cell<Host>, mounted: boolean): void {
  const mounts = store.state.mounts.map((m): Mount => {
    if (m.host !== host.id) return m;
    const { mounted: _mounted, accessible: _accessible, ...rest } = m;
    return Object.freeze(mounted ? rest : { ...rest, mounted: false, accessible: false });
  });
  store.world.update(store, { mounts: Object.freeze(mounts) });
}

function mountOne(call: Call, self: Cell<HostPart>, uuid: string, mounted: boolean): void {
  const host = hostOf(call, self);
  const found = vmfsHere(host, uuid);
  guardMounting(host, found, mounted);
  call.turn(() => setMounted(found, host, mounted));
}

function mountMany(name: string, mounted: boolean): Verb<Site, never> {
  return shortWork<HostPart, { readonly uuids: readonly string[] }>({
    name: `host.StorageSystem.${name}`,
    kind: storageSystemKind,
    change(self, { site, args }) {
      const host = resolve(site, hostKind, { type: 'HostSystem', value: self.state.host });
      const results = eachOf(args.uuids, (key) => {
        const found = vmfsHere(host, key);
        guardMounting(host, found, mounted);
        setMounted(found, host, mounted);
      });
      return box('ArrayOfHostStorageSystemVmfsVolumeResult', results);
    },
  });
}

const mountEx = mountMany('mountVmfsVolumeEx', true);
const unmountEx = mountMany('unmountVmfsVolumeEx', false);
export const volumeVerbs: readonly Verb<Site, never>[] = [mountEx, unmountEx];

function format(call: Call, self: Cell<HostPart>, uuid: string, said: VmfsFormat): void {
  const { store } = vmfsHere(hostOf(call, self), uuid);
  const { volume } = store.state;
  const vmfs = Object.freeze({ ...volume.vmfs, ...said });
  call.turn(() => call.world.update(store, { volume: Object.freeze({ ...volume, vmfs }) }));
}

const PRIORITIES: readonly string[] = ['none', 'low'];
const BANDWIDTH_POLICIES: readonly string[] = ['fixed', 'dynamic'];

/** What iSCSI targets show is looked at anew; nothing happens by itself before that. */
function scanIscsi(call: Call, host: Cell<Host>): void {
  const { iscsi } = host.state;
  if (!iscsi?.enabled) return;
  const found = foundTargets(call, host);
  const before = iscsi.found ?? [];
  if (found.length === before.length && found.every(({ naa }, i) => naa === before[i]!.naa)) return;
  change(call, host, { iscsi: Object.freeze({ ...iscsi, found }) });
}

function sayNfsUser(call: Call, self: Cell<HostPart>, nfsUser: string | undefined): void {
  const host = hostOf(call, self);
  change(call, host, { storage: Object.freeze({ ...host.state.storage, nfsUser }) });
}

export const volumeMethods: MethodsOf<'HostStorageSystem', HostPart> = {
  RescanHba(call, self, { hbaDevice }) {
    const host = hostOf(call, self);
    if (!hbaNames(host.state).includes(hbaDevice)) throw new VimFault('NotFound');
    if (hbaDevice === ISCSI_HBA) scanIscsi(call, host);
  },
  RescanAllHba: (call, self) => scanIscsi(call, hostOf(call, self)),
  RescanVmfs: (call, self) => discover(call, hostOf(call, self)),
  RefreshStorageSystem: (call, self) => discover(call, hostOf(call, self)),

  MountVmfsVolume: (call, self, { vmfsUuid }) => mountOne(call, self, vmfsUuid, true),
  UnmountVmfsVolume: (call, self, { vmfsUuid }) => mountOne(call, self, vmfsUuid, false),
  MountVmfsVolumeEx_Task: (call, self, { vmfsUuid: uuids }) => call.startTask(mountEx.name, self as never, { uuids }),
  UnmountVmfsVolumeEx_Task: (call, self, { vmfsUuid: uuids }) =>
    call.startTask(unmountEx.name, self as never, { uuids }),

  /** What is unmounted can be forgotten; the last host that forgets takes the datastore off the inventory. */
  DeleteVmfsVolumeState(call, self, { vmfsUuid }) {
    const host = hostOf(call, self);
    const { store, mount } = vmfsHere(host, vmfsUuid);
    if (mount.mounted !== false) throw new VimFault('HostConfigFault');
    const mounts = store.state.mounts.filter((m) => m.host !== host.id);
    call.turn(() => {
      call.world.update(store, { mounts: Object.freeze(mounts) });
      if (mounts.length === 0 && store.countBack('vm') === 0) dropDatastore(call.site, store as unknown as Cell);
    });
  },

  UpdateVmfsUnmapPriority(call, self, { vmfsUuid, unmapPriority: priority }) {
    if (!PRIORITIES.includes(priority)) throw invalidArgument('unmapPriority');
    format(call, self, vmfsUuid, { priority });
  },
  UpdateVmfsUnmapBandwidth(call, self, { vmfsUuid, unmapBandwidthSpec: bandwidth }) {
    if (!BANDWIDTH_POLICIES.includes(bandwidth.policy)) throw invalidArgument('unmapBandwidthSpec.policy');
    format(call, self, vmfsUuid, { bandwidth });
  },

  SetNFSUser: (call, self, { user }) => {
    if (user === '') throw invalidArgument('user');
    sayNfsUser(call, self, user);
  },
  ChangeNFSUserPassword(call, self) {
    if (hostOf(call, self).state.storage?.nfsUser === undefined) throw new VimFault('NotFound');
  },
  QueryNFSUser(call, self) {
    const user = hostOf(call, self).state.storage?.nfsUser;
    return (user === undefined ? undefined : { user }) as HostNasVolumeUserInfo;
  },
  ClearNFSUser: (call, self) => sayNfsUser(call, self, undefined),
};
