/** Finds what methods name: disks, volumes, datastores of a host. */
import type { Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import type { World } from '../../../world/world.ts';
import type { Call } from '../../call.ts';
import { type Datastore, datastoreKind, type Mount } from '../../storage/datastore.ts';
import type { Host } from '../host/host.ts';
import { canonicalName, type Drive, type DriveSettings, devicePath, drivesOf, driveUuid } from './drive.ts';

/** Throws what a host says of a request it cannot carry out. */
export function hostRefuses(text: string): never {
  throw new VimFault('PlatformConfigFault', { text });
}

/** A disk by its uuid, device path or canonical name. */
export function driveNamed(host: Cell<Host>, name: string): Drive | undefined {
  return drivesOf(host).find((d) => [driveUuid(d), devicePath(d), canonicalName(d)].includes(name));
}

/** Throws NotFound. */
export function knownDrive(host: Cell<Host>, name: string): Drive {
  const drive = driveNamed(host, name);
  if (!drive) throw new VimFault('NotFound');
  return drive;
}

/** Says something of a disk, inside a turn. */
export function setDrive(
  { world }: { readonly world: World },
  host: Cell<Host>,
  drive: Drive,
  said: DriveSettings,
): void {
  const uuid = driveUuid(drive);
  const { storage } = host.state;
  const drives = Object.freeze({ ...storage?.drives, [uuid]: Object.freeze({ ...storage?.drives?.[uuid], ...said }) });
  world.update(host, { storage: Object.freeze({ ...storage, drives }) });
}

/** Forgets what was said of a disk, inside a turn. */
export function forgetDrive({ world }: { readonly world: World }, host: Cell<Host>, drive: Drive): void {
  const { storage } = host.state;
  const { [driveUuid(drive)]: _said, ...drives } = storage?.drives ?? {};
  world.update(host, { storage: Object.freeze({ ...storage, drives: Object.freeze(drives) }) });
}

export interface Mounted {
  readonly store: Cell<Datastore>;
  readonly mount: Mount;
}

/** A datastore this host mounts. Throws NotFound. */
export function mountedHere(call: Call, host: Cell<Host>, ref: Ref): Mounted {
  const store = call.resolve(datastoreKind, ref);
  const mount = store.state.mounts.find((m) => m.host === host.id);
  if (!mount) throw new VimFault('NotFound');
  return { store, mount };
}

/** A VMFS volume this host knows, by its uuid. Throws NotFound. */
export function vmfsHere(host: Cell<Host>, uuid: string): Mounted {
  for (const store of host.back<Datastore>('datastore')) {
    const { volume, mounts } = store.state;
    const mount = mounts.find((m) => m.host === host.id);
    if (volume.type === 'VMFS' && volume.uuid === uuid && mount) return { store, mount };
  }
  throw new VimFault('NotFound');
}

/** Throws ResourceInUse while a machine of the host, or of any when none is named, has something on the datastore. */
export function guardUnused(store: Cell<Datastore>, host?: Cell<Host>): void {
  for (const vm of store.back('vm')) {
    if (!host || vm.one('host') === (host as unknown as Cell))
      throw new VimFault('ResourceInUse', { type: 'Datastore', name: store.state.name });
  }
}
