/** VcenterVStorageObjectManager and HostVStorageObjectManager: the same disks under the names either has for its methods. */
import { formatTime } from '../../../kernel/time.ts';
import type { VStorageObject } from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import { invalidArgument, VimFault } from '../../../world/fault.ts';
import type { Verb } from '../../../world/tasks.ts';
import type { Call } from '../../call.ts';
import { isDisk, sameFile } from '../../machine/device/device.ts';
import type { AnyMethod } from '../../managed-object.ts';
import type { Site } from '../../site.ts';
import { datastoreKind } from '../datastore.ts';
import { machinesWith } from '../disk/disk-at.ts';
import { alterVerbs } from './alter.ts';
import { attachMethods } from './attach.ts';
import {
  change,
  diskOf,
  type Fcd,
  type FcdNamed,
  type FirstClassDisk,
  fcdNamed,
  snapshotOf,
  storageObject,
} from './first-class-disk.ts';
import { cloneVerb, createVerb, fromSnapshotVerb } from './make.ts';
import { type Registration, registerDisk } from './register.ts';

type Method = (call: Call, self: Cell, args: never) => unknown;

/** Starts one of the verbs with the arguments as they came. */
const task =
  (name: string): Method =>
  (call, self, args) =>
    call.startTask(`VStorageObjectManager.${name}`, self, { ...(args as object) });

const retrieve = (call: Call, _: Cell, args: FcdNamed): VStorageObject => {
  const disk = fcdNamed(call.world, args);
  return storageObject(call.site, disk);
};

function rename(call: Call, _: Cell, args: FcdNamed & { readonly name: string }): void {
  const disk = fcdNamed(call.world, args);
  if (args.name.trim() === '') throw invalidArgument('name');
  call.turn(() => change(disk, { said: Object.freeze({ ...disk.state.said, name: args.name }) }));
}

function list(call: Call, _: Cell, { datastore }: Pick<FcdNamed, 'datastore'>): { readonly id: string }[] {
  const store = call.resolve(datastoreKind, datastore);
  return Array.from(store.back<FirstClassDisk>('firstClassDisk'), (disk) => ({ id: disk.state.identity.id }));
}

function state(call: Call, _: Cell, args: FcdNamed): { readonly tentative: boolean } {
  fcdNamed(call.world, args);
  return { tentative: false };
}

const FLAGS: ReadonlySet<string> = new Set(['keepAfterDeleteVm', 'disableRelocation', 'enableChangedBlockTracking']);

type Flagged = FcdNamed & { readonly controlFlags?: readonly string[] | undefined };

const flags =
  (on: boolean): Method =>
  (call, _, args: Flagged) => {
    const disk = fcdNamed(call.world, args);
    const asked = args.controlFlags ?? [];
    if (asked.some((flag) => !FLAGS.has(flag))) throw invalidArgument('controlFlags');
    const others = disk.state.said.flags.filter((flag) => !asked.includes(flag));
    const after = Object.freeze(on ? [...others, ...asked] : others);
    call.turn(() => change(disk, { said: Object.freeze({ ...disk.state.said, flags: after }) }));
  };

function snapshots(call: Call, _: Cell, args: FcdNamed): object {
  const { state } = fcdNamed(call.world, args);
  return {
    snapshots: state.snapshots.map(({ id, description, created }) => ({
      id: { id },
      createTime: formatTime(created),
      description,
    })),
  };
}

function snapshotDetails(call: Call, _: Cell, args: FcdNamed & { readonly snapshotId: { readonly id: string } }) {
  const disk = fcdNamed(call.world, args);
  const snapshot = snapshotOf(disk, args.snapshotId);
  const number = String(disk.state.snapshots.indexOf(snapshot) + 1).padStart(6, '0');
  return { path: disk.state.place.path.replace(/\.vmdk$/i, `-${number}.vmdk`) };
}

type OfKey = FcdNamed & { readonly key?: string; readonly prefix?: string | undefined };

function metadata(call: Call, _: Cell, args: OfKey) {
  return fcdNamed(call.world, args).state.said.metadata.filter((m) => m.key.startsWith(args.prefix ?? ''));
}

function metadataValue(call: Call, _: Cell, args: OfKey): string {
  const found = fcdNamed(call.world, args).state.said.metadata.find((m) => m.key === args.key);
  if (!found) throw new VimFault('KeyNotFound', { key: args.key });
  return found.value;
}

function associations(call: Call, _: Cell, { ids = [] }: { readonly ids?: readonly FcdNamed[] }): object[] {
  return ids.map((named) => {
    try {
      return { id: named.id, vmDiskAssociations: attached(fcdNamed(call.world, named)) };
    } catch (error) {
      if (!(error instanceof VimFault)) throw error;
      return { id: named.id, fault: error.localized() };
    }
  });
}

/** Which disks of which machines it is. */
function attached(disk: Fcd): { readonly vmId: string; readonly diskKey: number }[] {
  const { place } = disk.state;
  diskOf(disk);
  return [...machinesWith(disk.world, place)].flatMap((vm) =>
    vm.state.devices
      .filter((d) => isDisk(d) && sameFile(d.backing?.file, place))
      .map((d) => ({ vmId: vm.id, diskKey: d.key })),
  );
}

/** By the names that the two managers share but for the word `Host` in front. */
const COMMON: { readonly [name: string]: Method } = {
  CreateDisk_Task: task('createDisk'),
  RegisterDisk: (call, _, args: Registration) => registerDisk(call, args),
  ExtendDisk_Task: task('extendDisk'),
  InflateDisk_Task: task('inflateDisk'),
  RenameVStorageObject: rename as Method,
  DeleteVStorageObject_Task: task('deleteVStorageObject'),
  RetrieveVStorageObject: retrieve as Method,
  RetrieveVStorageObjectState: state as Method,
  ListVStorageObject: list as Method,
  CloneVStorageObject_Task: task('cloneVStorageObject'),
  SetVStorageObjectControlFlags: flags(true),
  ClearVStorageObjectControlFlags: flags(false),
  ReconcileDatastoreInventory_Task: task('reconcileDatastoreInventory'),
};

const VCENTER: { readonly [name: string]: Method } = {
  ...COMMON,
  UpdateVStorageObjectPolicy_Task: task('updateVStorageObjectPolicy'),
  RetrieveVStorageObjectAssociations: associations as Method,
  VStorageObjectCreateSnapshot_Task: task('createSnapshot'),
  DeleteSnapshot_Task: task('deleteSnapshot'),
  RetrieveSnapshotInfo: snapshots as Method,
  RetrieveSnapshotDetails: snapshotDetails as Method,
  CreateDiskFromSnapshot_Task: task('createDiskFromSnapshot'),
  RevertVStorageObject_Task: task('revertVStorageObject'),
};

const HOST: { readonly [name: string]: Method } = {
  ...Object.fromEntries(Object.entries(COMMON).map(([name, method]) => [`Host${name}`, method])),
  HostVStorageObjectCreateSnapshot_Task: task('createSnapshot'),
  HostVStorageObjectDeleteSnapshot_Task: task('deleteSnapshot'),
  HostVStorageObjectRetrieveSnapshotInfo: snapshots as Method,
  HostVStorageObjectCreateDiskFromSnapshot_Task: task('createDiskFromSnapshot'),
  HostVStorageObjectRevert_Task: task('revertVStorageObject'),
  HostUpdateVStorageObjectMetadata_Task: task('updateVStorageObjectMetadata'),
  HostRetrieveVStorageObjectMetadata: metadata as Method,
  HostRetrieveVStorageObjectMetadataValue: metadataValue as Method,
};

/** What this room adds to types of others. */
export const firstClassMethods: readonly {
  readonly type: string;
  readonly methods: { readonly [name: string]: AnyMethod };
  readonly verbs?: readonly Verb<Site, never>[];
}[] = [
  { type: 'VcenterVStorageObjectManager', methods: VCENTER as never },
  {
    type: 'HostVStorageObjectManager',
    methods: HOST as never,
    verbs: [createVerb, cloneVerb, fromSnapshotVerb, ...alterVerbs],
  },
  attachMethods,
];
