/** How a host comes to mount a volume, and how volumes that are gone leave their disks behind. */
import type { Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import type { Call } from '../../call.ts';
import { eventArgument } from '../../history/event-argument.ts';
import { post } from '../../history/post.ts';
import type { Datacenter } from '../../inventory/datacenter.ts';
import { entityName } from '../../inventory/names.ts';
import { datacenterOf } from '../../inventory/place.ts';
import { guardUniqueAmong } from '../../inventory/rename.ts';
import type { Site } from '../../site.ts';
import { createDatastore } from '../../storage/create-datastore.ts';
import type { Datastore, Mount } from '../../storage/datastore.ts';
import { extentsOf } from '../../storage/extents.ts';
import { urlOf, type Volume } from '../../storage/volume.ts';
import { type Host, hostKind } from '../host/host.ts';
import { drivesOf, settingsOf } from './drive.ts';

export interface Mounting {
  readonly name: string;
  readonly volume: Volume;
  readonly how?: Omit<Mount, 'host'>;
  /** The event of the host that mounted it. */
  readonly event: string;
  /** Hosts that mount it too because they see its disks. */
  readonly others?: readonly Cell<Host>[];
}

function datacenterAround(host: Cell<Host>): Cell<Datacenter> {
  return datacenterOf(host as unknown as Cell)! as unknown as Cell<Datacenter>;
}

/** Mounts a volume that the datacenter may know already; its datastore is then the same one. */
export function mount(call: Call, host: Cell<Host>, given: Mounting): Ref<'Datastore'> {
  const { volume, event, how = {}, others = [] } = given;
  const datacenter = datacenterAround(host);
  const known = [...datacenter.back<Datastore>('datastore')].find((d) => d.state.volume.uuid === volume.uuid);
  const name = entityName(given.name);
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
    const mounts = [host, ...others].map(({ id }) => Object.freeze({ ...how, host: id }));
    call.world.update(cell, { mounts: Object.freeze([...cell.state.mounts, ...mounts]) });
    const properties = { datastore: eventArgument(cell as unknown as Cell), datastoreUrl: urlOf(volume) };
    post(call.site, call.user, event, properties, { entity: host as unknown as Cell });
    for (const other of others) discovered(call, other, cell);
    return cell.ref as Ref<'Datastore'>;
  });
}

function discovered(call: Call, host: Cell<Host>, store: Cell<Datastore>): void {
  const datastore = eventArgument(store as unknown as Cell);
  post(call.site, call.user, 'DatastoreDiscoveredEvent', { datastore }, { entity: host as unknown as Cell });
}

/** The other connected hosts of the datacenter that see all of a volume's disks: vCenter has them look at once. */
export function alsoSeeing(host: Cell<Host>, volume: Volume): Cell<Host>[] {
  return (hostsAround(host) as Cell<Host>[]).filter((other) => other !== host && sees(other, volume));
}

function hostsAround(host: Cell<Host>): Cell<Host>[] {
  const datacenter = datacenterOf(host as unknown as Cell);
  return [...host.world.every<Host>(hostKind)].filter(
    (other) => other.state.runtime.connection === 'connected' && datacenterOf(other as unknown as Cell) === datacenter,
  );
}

function sees(host: Cell<Host>, volume: Volume): boolean {
  const drives = drivesOf(host).filter((drive) => !settingsOf(host.state, drive).detached);
  return extentsOf(volume).every(({ disk }) => drives.some(({ naa }) => naa === disk));
}

/** Mounts every VMFS volume that stands on the host's disks and is not mounted yet. */
export function discover(call: Call, host: Cell<Host>): void {
  const unmounted = [...datacenterAround(host).back<Datastore>('datastore')].filter(
    ({ state: { volume, mounts } }) =>
      volume.type === 'VMFS' && !mounts.some((m) => m.host === host.id) && sees(host, volume),
  );
  if (unmounted.length === 0) return;
  call.turn(() => {
    for (const store of unmounted) {
      call.world.update(store, { mounts: Object.freeze([...store.state.mounts, Object.freeze({ host: host.id })]) });
      discovered(call, host, store);
    }
  });
}

/** The disks of a volume that goes stay with the hosts that saw them. Inside a turn. */
export function leaveDrives({ world }: Site, { volume, mounts }: Datastore): void {
  if (volume.type !== 'VMFS') return;
  for (const { host: id } of mounts) {
    const host = world.as(hostKind, id);
    if (!host) continue;
    const seen = new Set(drivesOf(host).map(({ naa }) => naa));
    const left = extentsOf(volume)
      .filter(({ disk }) => !seen.has(disk))
      .map(({ disk: naa, whole: bytes }) => Object.freeze({ naa, bytes, local: volume.local }));
    if (left.length === 0) continue;
    const { storage } = host.state;
    world.update(host, {
      storage: Object.freeze({ ...storage, left: Object.freeze([...(storage?.left ?? []), ...left]) }),
    });
  }
}
