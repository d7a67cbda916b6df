/** The uuid of a disk by its path, for the managers of first class disks. */
import { plainUuid, spacedUuid } from '../../../formats/vmdk/vmfs.ts';
import { invalidArgument } from '../../../world/fault.ts';
import type { Verb } from '../../../world/tasks.ts';
import type { Call } from '../../call.ts';
import { verb } from '../../managed-object.ts';
import type { Site } from '../../site.ts';
import type { Named } from '../datastore-place.ts';
import { alter } from '../disk/alter.ts';
import { diskNamed, freeDisk } from '../virtual-disk-manager/disk-place.ts';
import { newUuid } from '../virtual-disk-manager/put-disk.ts';

export function diskUuid(call: Call, args: Named): string {
  return spacedUuid(String(diskNamed(call.site, args).known.backing['uuid']));
}

const NAME = 'VStorageObjectManager.setVirtualDiskUuid';

type Setting = Named & { readonly uuid?: string | undefined };

/** The uuid a request gives a disk; another one where it gives none. */
function uuidFor(site: Site, { uuid, ...named }: Setting, task: string): string {
  const { place } = freeDisk(site, named);
  const plain = plainUuid(uuid ?? newUuid(site, place, task));
  if (plain === undefined) throw invalidArgument('uuid');
  return plain;
}

export const setUuidVerb: Verb<Site, never> = verb<Setting>({
  name: NAME,
  descriptionId: NAME,
  exclusive: false,
  steps: {
    begin({ site, args, task }) {
      uuidFor(site, args, task.id);
      return { next: 'finish', after: site.latency.duration(NAME) };
    },
    finish({ site, args, task }) {
      const uuid = uuidFor(site, args, task.id);
      alter(site.world, freeDisk(site, args).known, { uuid });
      return { done: true };
    },
  },
});
