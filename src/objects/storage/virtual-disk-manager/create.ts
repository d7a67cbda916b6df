/** CreateVirtualDisk_Task: a disk of zeros. */
import type { VirtualDiskSpec } from '../../../vim25/generated/index.ts';
import type { Verb } from '../../../world/tasks.ts';
import type { Site } from '../../site.ts';
import type { Named, Place } from '../datastore-place.ts';
import { takesWhatIsWritten } from '../disk/standing-disk.ts';
import { emptyPlace, guardRoom } from './disk-place.ts';
import { askedCapacity, askedDisk } from './disk-spec.ts';
import { diskVerb } from './disk-verb.ts';
import { putHosted } from './hosted-file.ts';
import { newUuid, put } from './put-disk.ts';

export interface Creation extends Named {
  readonly spec: VirtualDiskSpec;
}

function guarded(site: Site, args: Creation) {
  const asked = askedDisk(args.spec, 'spec');
  const capacity = askedCapacity(args.spec, 'spec');
  const place: Place = emptyPlace(site, args, false);
  guardRoom(place, takesWhatIsWritten(asked) || asked.format === 'monolithicSparse' ? 0 : capacity);
  return { place, capacity, ...asked };
}

export const createDisk: Verb<Site, never> = diskVerb<Creation>({
  name: 'createVirtualDisk',
  begin({ site, args }) {
    const { format, capacity } = guarded(site, args);
    return format === 'eagerzeroedthick' ? capacity : 0;
  },
  finish({ site, args, task }) {
    const { place, capacity, adapter, format } = guarded(site, args);
    const uuid = newUuid(site, place, task.id);
    if (format === 'monolithicSparse') {
      const again = () => guarded(site, args).place;
      return putHosted(site, { again, place, capacity, adapter, uuid, content: [] });
    }
    put(site, place, { capacity, adapter, format, uuid }, []);
    return { done: true, result: args.name };
  },
});
