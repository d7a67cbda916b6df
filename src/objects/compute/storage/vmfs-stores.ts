/** Datastores on VMFS volumes: made on extents, and grown to more of them. */
import type { Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import type { Call } from '../../call.ts';
import { eventArgument } from '../../history/event-argument.ts';
import { post } from '../../history/post.ts';
import { extentVolume } from '../../storage/create-datastore.ts';
import type { Datastore } from '../../storage/datastore.ts';
import { capacityOf, type VolumeExtent } from '../../storage/extents.ts';
import type { VmfsFormat, Volume } from '../../storage/volume.ts';
import type { Host } from '../host/host.ts';
import { scsiDisk } from './devices.ts';
import { knownDrive } from './known.ts';
import { alsoSeeing, mount } from './mounting.ts';

/** What ESXi 8 still makes. */
export const MAJOR_VERSIONS: readonly number[] = [5, 6];

/** A new datastore on these extents, on every host that sees them. */
export function createOn(
  call: Call,
  host: Cell<Host>,
  name: string,
  on: readonly VolumeExtent[],
  format: VmfsFormat,
): Ref<'Datastore'> {
  const extents = Object.freeze([...on]);
  const volume: Volume = {
    ...extentVolume(call.site, extents, driveIsLocal(host, extents[0]!)),
    vmfs: Object.freeze(format),
  };
  return mount(call, host, { name, volume, event: 'VMFSDatastoreCreatedEvent', others: alsoSeeing(host, volume) });
}

function driveIsLocal(host: Cell<Host>, { disk }: VolumeExtent): boolean {
  return scsiDisk(host.state, knownDrive(host, `naa.${disk}`)).localDisk === true;
}

/** The volume stands on these extents from now on. */
export function grow(
  call: Call,
  host: Cell<Host>,
  store: Cell<Datastore>,
  extents: readonly VolumeExtent[],
  event: string,
): Ref<'Datastore'> {
  const { volume } = store.state;
  const capacity = volume.extents ? capacityOf(extents) : volume.capacity + capacityOf(extents.slice(1));
  call.turn(() => {
    call.world.update(store, {
      volume: Object.freeze({ ...volume, extents: Object.freeze([...extents]), capacity }),
      refreshed: call.site.clock.now(),
    });
    const datastore = eventArgument(store as unknown as Cell);
    post(call.site, call.user, event, { datastore }, { entity: host as unknown as Cell });
    const grown = { datastore, oldCapacity: volume.capacity, newCapacity: capacity };
    post(call.site, call.user, 'DatastoreCapacityIncreasedEvent', grown, { entity: store as unknown as Cell });
  });
  return store.ref as Ref<'Datastore'>;
}
