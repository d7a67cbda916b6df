/** CopyVirtualDisk_Task: what a disk reads as, in another place, of any format and for any adapter. */

import type { DiskContent, Layer } from '../../../spool/layer.ts';
import type { VirtualDiskSpec } from '../../../vim25/generated/index.ts';
import { VimFault } from '../../../world/fault.ts';
import type { Verb } from '../../../world/tasks.ts';
import { heldBy } from '../../machine/device/disk-content.ts';
import type { Site } from '../../site.ts';
import type { Named } from '../datastore-place.ts';
import { contentOfChain, guardWhole } from '../disk/disk-at.ts';
import { isWritten } from '../disk/machine-disk.ts';
import { type DiskFormat, isSparse } from '../disk/standing-disk.ts';
import { diskNamed, emptyPlace, givenBack, guardRoom } from './disk-place.ts';
import { askedDisk } from './disk-spec.ts';
import { diskVerb } from './disk-verb.ts';
import { uploadedContent } from './hosted-file.ts';
import { newUuid, put } from './put-disk.ts';
import { guardParts, type HostedFormat, isWrittenHosted, putHosted } from './put-hosted.ts';

export interface DiskTransfer {
  readonly source: Named;
  readonly destination: Named;
  readonly force: boolean;
}

export interface DiskCopy extends DiskTransfer {
  readonly spec?: VirtualDiskSpec | undefined;
}

/** Nobody said how the copy is to be laid out: it takes its whole size, and is zeroed where it is first written. */
const UNSAID: DiskFormat = 'zeroedthick';

function guarded(site: Site, { source, destination, force, spec }: DiskCopy) {
  const asked = spec && askedDisk(spec, 'destSpec');
  const { known, place } = diskNamed(site, source);
  if (isWritten(site.world, known.file)) throw new VimFault('FileLocked', { file: place.name });
  const to = emptyPlace(site, destination, force);
  if (to.store.id === known.file.datastore && to.path === known.file.path)
    throw new VimFault('FileAlreadyExists', { file: to.name });
  const format = asked?.format ?? UNSAID;
  const written = known.holder === 'uploaded' ? 0 : heldBy(known.backing, known.capacity);
  const takes = format === 'thin' || format === 'sesparse' || isSparse(format) ? written : known.capacity;
  guardParts(to, format, known.capacity, 'destSpec.diskType');
  guardRoom(to, takes - givenBack(site, to));
  const adapter = asked?.adapter ?? known.adapter ?? 'lsiLogic';
  return { known, to, format, adapter, written };
}

export const copyDisk: Verb<Site, never> = diskVerb<DiskCopy>({
  name: 'copyVirtualDisk',
  begin({ site, args }) {
    const { format, known, written } = guarded(site, args);
    return format === 'eagerzeroedthick' ? known.capacity : written;
  },
  finish(step) {
    const { site, args } = step;
    const { known, format } = guarded(site, args);
    if (known.holder === 'uploaded') return fromHosted(step);
    if (isWrittenHosted(format)) return toHosted(step, format, contentOfChain(known.backing));
    commit(step, contentOfChain(known.backing));
    return { done: true, result: args.destination.name };
  },
});

type CopyStep = { readonly site: Site; readonly args: DiskCopy; readonly task: { readonly id: string } };

/** Puts the copy in place, inside a turn. A disk that holds what was simulated rather than written keeps that figure. */
function commit({ site, args, task }: CopyStep, content: DiskContent, read?: number): void {
  const { known, to, format, adapter, written } = guarded(site, args);
  guardWhole(site.world, known);
  const { capacity } = known;
  const held = Math.min(capacity, read ?? written);
  if (format === 'thin' || format === 'sesparse') guardRoom(to, held - givenBack(site, to));
  put(site, to, { capacity, adapter, format, uuid: newUuid(site, to, task.id), used: held }, content);
}

async function fromHosted(step: CopyStep) {
  const { site, args } = step;
  const { known, to, format } = guarded(site, args);
  const made: Layer[] = [];
  const drop = () => {
    for (const { extent } of made) site.spool.drop(extent);
  };
  const content = await uploadedContent(site, known.file, to, made).catch((error: unknown) => {
    drop();
    throw error;
  });
  if (isWrittenHosted(format)) return toHosted(step, format, content).finally(drop);
  const read = content.reduce((sum, { size }) => sum + size, 0);
  return () => {
    try {
      commit(step, content, read);
    } catch (error) {
      drop();
      throw error;
    }
    return { done: true as const, result: args.destination.name };
  };
}

function toHosted({ site, args, task }: CopyStep, format: HostedFormat, content: DiskContent) {
  const { known, to, adapter } = guarded(site, args);
  const again = () => guarded(site, args).to;
  const uuid = newUuid(site, to, task.id);
  return putHosted(site, { again, place: to, capacity: known.capacity, adapter, format, uuid, content });
}
