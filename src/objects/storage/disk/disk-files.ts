/** The files of disks as a client reads them: descriptors and extents, made of what is known of the disk. */
import { type Descriptor, writeDescriptor } from '../../../formats/vmdk/descriptor.ts';
import { deltaDescriptor, flatDescriptor } from '../../../formats/vmdk/vmfs.ts';
import { writeCowd } from '../../../formats/vmdk/write-cowd.ts';
import type { DiskContent } from '../../../spool/layer.ts';
import type { World } from '../../../world/world.ts';
import { sameFile } from '../../machine/device/device.ts';
import { extentOf } from '../../machine/files.ts';
import type { FileAt } from '../../machine/machine.ts';
import type { Site } from '../../site.ts';
import type { Datastore } from '../datastore.ts';
import { directoryOf, fileAt } from '../files.ts';
import { cidOf, contentOfChain, diskAt, type KnownDisk } from './disk-at.ts';
import { descriptorOf } from './machine-disk.ts';
import { layersOf } from './standing.ts';

/** A file whose bytes are made while they are read. */
export interface MadeFile {
  readonly size: number;
  /** Instant on the clock. */
  readonly modified: number;
  /** Of the spool, that they are made of. */
  readonly extents: readonly string[];
  read(start: number, end: number): AsyncIterable<Uint8Array>;
}

/** The file of a disk at that place; undefined when there is none, or when a client's own bytes stand there. */
export async function diskFileAt(site: Site, at: FileAt): Promise<MadeFile | undefined> {
  const { world } = site;
  const content = fileAt(world, at.datastore, at.path)?.state.content;
  if (content?.directory || content?.extent !== undefined) return undefined;
  const modified = content?.modified ?? site.clock.now();
  const text = descriptorText(world, at);
  if (text !== undefined) return madeOf(Buffer.from(text), modified);
  const data = dataAt(world, at);
  if (!data) return undefined;
  const disk = site.layers.open(data.content, data.capacity);
  const extents = [...data.content, ...data.below].map(({ extent }) => extent);
  if (!data.isDelta) return { size: data.capacity, modified, extents, read: (start, end) => disk.bytes(start, end) };
  const planned = await writeCowd(site.layers.delta(data.content, data.below, data.capacity));
  return { size: planned.size, modified, extents, read: (start, end) => part(planned.bytes(), start, end) };
}

/** What the descriptor of the disk says that has it there. */
export function descriptorText(world: World, at: FileAt): string | undefined {
  const known = diskAt(world, at);
  if (!known || known.holder === 'uploaded') return undefined;
  return writeDescriptor(descriptorFor(world, known));
}

function descriptorFor(world: World, known: KnownDisk): Descriptor {
  const { file, capacity, backing } = known;
  const standing = fileAt(world, file.datastore, file.path)?.state.disk;
  const name = standing?.extent ?? lastPart(extentOf(backing).path);
  const cid = cidOf(backing);
  const { parent } = backing;
  if (parent?.file) {
    const parentFile = pathFrom(world, file, parent.file);
    return deltaDescriptor({ capacity, file: name, cid, parentCid: cidOf(parent), parentFile });
  }
  const flat = flatDescriptor({
    capacity,
    file: name,
    cid,
    adapterType: (known.adapter ?? 'lsiLogic').toLowerCase(),
    uuid: String(backing['uuid'] ?? ''),
    thin: backing['thinProvisioned'] === true,
  });
  if (backing['deviceName'] === undefined) return flat;
  const [createType, type] =
    backing['compatibilityMode'] === 'virtualMode'
      ? ['vmfsRawDeviceMap', 'VMFSRDM']
      : ['vmfsPassthroughRawDeviceMap', 'VMFSRDM'];
  return { ...flat, createType: createType!, extents: flat.extents.map((extent) => ({ ...extent, type: type! })) };
}

/** A file as a descriptor names it: beside itself by its name, elsewhere by its whole path. */
function pathFrom(world: World, from: FileAt, to: FileAt): string {
  if (to.datastore === from.datastore && directoryOf(to.path) === directoryOf(from.path)) return lastPart(to.path);
  const store = world.find(to.datastore)?.state as Datastore | undefined;
  return `/vmfs/volumes/${store?.volume.uuid ?? ''}/${to.path}`;
}

interface Data {
  readonly content: DiskContent;
  /** What lies below a delta. */
  readonly below: DiskContent;
  readonly capacity: number;
  readonly isDelta: boolean;
}

/** What an extent holds, whether a machine has it or nobody. */
function dataAt(world: World, at: FileAt): Data | undefined {
  const content = fileAt(world, at.datastore, at.path)?.state.content;
  const descriptor = descriptorOf(at);
  const known = descriptor && diskAt(world, descriptor);
  const below = contentOfChain(known?.backing.parent);
  if (content) {
    return { content: layersOf(content), below, capacity: content.size, isDelta: /-delta\.vmdk$/i.test(at.path) };
  }
  if (!known || known.missing || !sameFile(extentOf(known.backing), at)) return undefined;
  const { backing, capacity } = known;
  return { content: backing.content ?? [], below, capacity, isDelta: backing.parent !== undefined };
}

function madeOf(bytes: Buffer, modified: number): MadeFile {
  return {
    size: bytes.length,
    modified,
    extents: [],
    async *read(start, end) {
      yield bytes.subarray(start, end);
    },
  };
}

/** A part of what can only be made from its beginning on. */
async function* part(bytes: AsyncIterable<Buffer>, start: number, end: number): AsyncGenerator<Uint8Array> {
  let at = 0;
  for await (const piece of bytes) {
    const [from, to] = [Math.max(0, start - at), Math.min(piece.length, end - at)];
    if (to > from) yield piece.subarray(from, to);
    at += piece.length;
    if (at >= end) return;
  }
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
