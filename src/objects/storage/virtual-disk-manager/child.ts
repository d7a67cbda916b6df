/** CreateChildDisk_Task, of the internal API: a disk that only holds what differs from another. */
import type { Ref } from '../../../vim25/value.ts';
import { VimFault } from '../../../world/fault.ts';
import type { Verb } from '../../../world/tasks.ts';
import { foreign } from '../../machine/device/disk-content.ts';
import type { Site } from '../../site.ts';
import { notADisk } from '../disk/disk-at.ts';
import { isWritten } from '../disk/machine-disk.ts';
import { diskNamed, emptyPlace } from './disk-place.ts';
import { diskVerb } from './disk-verb.ts';
import { newUuid, put } from './put-disk.ts';

export interface ChildCreation {
  readonly childName: string;
  readonly childDatacenter?: Ref | undefined;
  readonly parentName: string;
  readonly parentDatacenter?: Ref | undefined;
  /** A disk of its own; otherwise it goes on as the same one, under the same uuid. */
  readonly isLinkedClone: boolean;
}

function guarded(site: Site, args: ChildCreation) {
  const { childName, childDatacenter, parentName, parentDatacenter } = args;
  const { known } = diskNamed(site, { name: parentName, datacenter: parentDatacenter, parameter: 'parentDatacenter' });
  if (known.holder === 'uploaded') throw notADisk();
  if (isWritten(site.world, known.file)) throw new VimFault('FileLocked', { file: parentName });
  const datacenter = childDatacenter ?? parentDatacenter;
  const place = emptyPlace(site, { name: childName, datacenter, parameter: 'childDatacenter' }, false);
  return { known, place };
}

export const createChild: Verb<Site, never> = diskVerb<ChildCreation>({
  name: 'createChildDisk',
  begin({ site, args }) {
    guarded(site, args);
    return 0;
  },
  finish({ site, args, task }) {
    const { known, place } = guarded(site, args);
    const { capacity, backing, adapter = 'lsiLogic' } = known;
    const uuid = args.isLinkedClone ? newUuid(site, place, task.id) : String(backing['uuid']);
    put(site, place, { capacity, adapter, format: 'thin', uuid, parent: foreign(backing) }, []);
    return { done: true, result: args.childName };
  },
});
