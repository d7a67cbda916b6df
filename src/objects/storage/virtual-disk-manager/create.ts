/** CreateVirtualDisk_Task: a disk of zeros, or one that stands for a disk of the hosts' storage. */
import type { DeviceBackedVirtualDiskSpec, VirtualDiskSpec } from '../../../vim25/generated/index.ts';
import { invalidArgument } from '../../../world/fault.ts';
import type { Verb } from '../../../world/tasks.ts';
import { lunsOf } from '../../machine/device/raw-disk.ts';
import type { Site } from '../../site.ts';
import type { Named, Place } from '../datastore-place.ts';
import { isSparse, type StandingDisk, takesWhatIsWritten } from '../disk/standing-disk.ts';
import { emptyPlace, guardRoom } from './disk-place.ts';
import { askedCapacity, askedDisk, askedMapping } from './disk-spec.ts';
import { diskVerb } from './disk-verb.ts';
import { newUuid, put } from './put-disk.ts';
import { guardParts, isWrittenHosted, putHosted } from './put-hosted.ts';

export interface Creation extends Named {
  readonly spec: VirtualDiskSpec;
}

/** The disk of that name that a host of the datastore sees. Throws InvalidArgument when none does. */
function deviceNamed({ store }: Place, name: string): Lun {
  for (const host of store.all('host')) {
    const found = lunsOf(host).find((l) => [l.deviceName, l.canonicalName, l.uuid].includes(name));
    if (found) return found;
  }
  throw invalidArgument('spec.device');
}

type Lun = ReturnType<typeof lunsOf>[number];

/** A file that stands for a disk of the hosts' storage, and takes no room. */
function mapping(site: Site, args: Creation, device: string) {
  const asked = askedMapping(args.spec, 'spec');
  const place: Place = emptyPlace(site, args, false);
  const { deviceName, uuid: lunUuid, capacity } = deviceNamed(place, device);
  return { place, capacity: Number(capacity.block) * capacity.blockSize, raw: { deviceName, lunUuid }, ...asked };
}

function guarded(site: Site, args: Creation): ReturnType<typeof plain> & { readonly raw?: StandingDisk['raw'] } {
  const { device } = args.spec as Partial<DeviceBackedVirtualDiskSpec>;
  return device === undefined ? plain(site, args) : mapping(site, args, device);
}

function plain(site: Site, args: Creation) {
  const asked = askedDisk(args.spec, 'spec');
  const capacity = askedCapacity(args.spec, 'spec');
  const place: Place = emptyPlace(site, args, false);
  guardParts(place, asked.format, capacity, 'spec.capacityKb');
  guardRoom(place, takesWhatIsWritten(asked) || isSparse(asked.format) ? 0 : capacity);
  return { place, capacity, ...asked };
}

export const createDisk: Verb<Site, never> = diskVerb<Creation>({
  name: 'createVirtualDisk',
  begin({ site, args }) {
    const { format, capacity } = guarded(site, args);
    return format === 'eagerzeroedthick' ? capacity : 0;
  },
  finish({ site, args, task }) {
    const { place, capacity, adapter, format, raw } = guarded(site, args);
    const uuid = newUuid(site, place, task.id);
    if (isWrittenHosted(format)) {
      const again = () => guarded(site, args).place;
      return putHosted(site, { again, place, capacity, adapter, format, uuid, content: [] });
    }
    put(site, place, { capacity, adapter, format, uuid, ...(raw && { raw }) }, []);
    return { done: true, result: args.name };
  },
});
