/** A disk found by the path of its descriptor, whoever has it: a machine, one that was left, or nobody. */
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import type { World } from '../../../world/world.ts';
import { type Backing, chain, type Device, fileKey, isDisk, sameFile } from '../../machine/device/device.ts';
import { contentOf, foreign } from '../../machine/device/disk-content.ts';
import type { FileAt, Machine } from '../../machine/machine.ts';
import { deviceLists } from '../../machine/snapshot/delta.ts';
import { leftMachinesOn } from '../../machine/vmx/left-files.ts';
import { type FileFacets, fileAt } from '../files.ts';
import { extentFile, extentPlace, layersOf, partMissing, standingAt } from './standing.ts';
import { backingType, type DiskAdapter, isHosted, type StandingDisk, takesWhatIsWritten } from './standing-disk.ts';

export interface KnownDisk {
  readonly file: FileAt;
  /** Bytes. */
  readonly capacity: number;
  /** From that file down, with what each file of the chain holds. */
  readonly backing: Backing;
  readonly adapter?: DiskAdapter | undefined;
  /** `uploaded`: one file with descriptor and data, which has to be copied before a machine can have it. */
  readonly holder: 'machine' | 'left' | 'standing' | 'uploaded';
  /** The machine on the inventory that has it. */
  readonly vm?: Cell<Machine> | undefined;
  /** A file of the disk that is not there. */
  readonly missing?: FileAt | undefined;
  /** Its extent is shorter than its descriptor says. */
  readonly short?: boolean | undefined;
}

export { contentOf as contentOfChain };

export function diskAt(world: World, file: FileAt): KnownDisk | undefined {
  return ofMachine(world, file) ?? ofLeftMachine(world, file) ?? ofNobody(world, file, new Set());
}

/** The same, for whoever needs all of it. Throws FileNotFound, naming what is not there, and InvalidDiskFormat. */
export function wholeDiskAt(world: World, file: FileAt, name: string): KnownDisk {
  const known = diskAt(world, file);
  const there = fileAt(world, file.datastore, file.path)?.state.content;
  if (!known) throw there && !there.directory ? notADisk() : new VimFault('FileNotFound', { file: name });
  guardWhole(world, known);
  return known;
}

/** Throws FileNotFound when a file of the disk is missing, InvalidDiskFormat when one is not what it should be. */
export function guardWhole(world: World, { missing, short }: KnownDisk): void {
  if (missing) throw new VimFault('FileNotFound', { file: nameOfFile(world, missing) });
  if (short) throw notADisk();
}

export function notADisk(): VimFault {
  return new VimFault('InvalidDiskFormat');
}

/** `[datastore] dir/file` */
export function nameOfFile(world: World, { datastore, path }: FileAt): string {
  return `[${String(world.find(datastore)?.get('name') ?? '')}] ${path}`;
}

/** Machines on the inventory that have the file in the chain of one of their disks, as their own or not. */
export function* machinesWith(world: World, file: FileAt): Generator<Cell<Machine>> {
  yield* world.lookup.get('vmFile', fileKey(file)) as unknown as Set<Cell<Machine>>;
}

function ofMachine(world: World, file: FileAt): KnownDisk | undefined {
  for (const vm of machinesWith(world, file)) {
    const found = among(deviceLists(vm.state), file);
    if (found) return { ...found, holder: 'machine', vm };
  }
  return undefined;
}

function ofLeftMachine(world: World, file: FileAt): KnownDisk | undefined {
  for (const { id } of world.ofType('Datastore')) {
    for (const machine of leftMachinesOn(world, id)) {
      const found = among(deviceLists(machine), file);
      if (found) return { ...found, holder: 'left' };
    }
  }
  return undefined;
}

type Found = Pick<KnownDisk, 'file' | 'capacity' | 'backing' | 'adapter' | 'missing'>;

/** Whoever only reads from a file does not make it be there. */
function among(lists: readonly (readonly Device[])[], file: FileAt): Found | undefined {
  for (const devices of lists) {
    for (const disk of devices) {
      if (!isDisk(disk)) continue;
      for (const backing of chain(disk.backing)) {
        if (backing.foreign || !sameFile(backing.file, file)) continue;
        const controller = devices.find((d) => d.key === disk.controllerKey)?._typeName;
        return { file, capacity: disk.capacityInBytes ?? 0, backing, adapter: adapterOf(controller) };
      }
    }
  }
  return undefined;
}

/** What a host writes into the descriptor of a disk that hangs on a controller of that type. */
export function adapterOf(controller: string | undefined): DiskAdapter {
  if (controller === 'VirtualIDEController') return 'ide';
  return controller === 'VirtualBusLogicController' ? 'busLogic' : 'lsiLogic';
}

function ofNobody(world: World, file: FileAt, above: Set<string>): KnownDisk | undefined {
  const descriptor = standingAt(world, file);
  if (!descriptor) return undefined;
  const disk = descriptor.state.disk!;
  const extent = extentFile(descriptor);
  const below = disk.parent?.file && lower(world, disk.parent.file, above.add(fileKey(file)));
  const missing = extent ? partMissing(descriptor) : extentPlace(descriptor);
  const lost = disk.parent && !below ? disk.parent.file : below?.missing;
  return {
    file,
    capacity: disk.capacity,
    backing: backingOf(file, disk, extent, below?.backing ?? disk.parent),
    adapter: disk.adapter,
    holder: isHosted(disk) || below?.holder === 'uploaded' ? 'uploaded' : 'standing',
    ...((missing ?? lost) && { missing: missing ?? lost }),
    ...(isShort(disk, extent) && { short: true }),
    ...((below?.short || isChanged(disk, below)) && { short: true }),
  };
}

/** Longer than any chain of disks may be. */
const DEEPEST = 255;

/** Whether what lies below is no more what a client's descriptor says. */
function isChanged({ parentCid }: StandingDisk, below: KnownDisk | undefined): boolean {
  return parentCid !== undefined && below !== undefined && cidOf(below.backing) !== parentCid;
}

/** What a descriptor says of what a disk held when it was last opened to be written. */
export function cidOf({ contentId }: Backing): number {
  const cid = Number.parseInt(String(contentId ?? '').slice(-8), 16);
  return Number.isNaN(cid) ? 0xfffffffe : cid;
}

/** What lies below; nothing for descriptors that name each other in a circle. */
function lower(world: World, file: FileAt, above: Set<string>): KnownDisk | undefined {
  if (above.has(fileKey(file)) || above.size > DEEPEST) return undefined;
  return ofMachine(world, file) ?? ofLeftMachine(world, file) ?? ofNobody(world, file, above);
}

/** Bytes that a client brought are all there is; of what a host wrote the rest is known to be zeros. */
function isShort(disk: StandingDisk, extent: Cell<FileFacets> | undefined): boolean {
  const content = extent?.state.content;
  if (isHosted(disk) || disk.raw || content?.extent === undefined) return false;
  return disk.parent ? content.layers === undefined : content.size < disk.capacity;
}

/** As a machine would have it. */
function backingOf(
  file: FileAt,
  disk: StandingDisk,
  extent: Cell<FileFacets> | undefined,
  below: Backing | undefined,
): Backing {
  const content = extent && !isHosted(disk) ? layersOf(extent.state.content) : [];
  const { raw, format } = disk;
  const common = {
    _typeName: backingType(format),
    file,
    uuid: disk.uuid,
    contentId: disk.contentId ?? 'fffffffe',
    sharing: 'sharingNone',
    ...(content.length > 0 && { content }),
    ...(takesWhatIsWritten(disk) && { used: extent?.state.content.held ?? extent?.state.content.size ?? 0 }),
    ...(below && { parent: foreign(below) }),
  };
  if (raw) {
    const compatibilityMode = format === 'rdm' ? 'virtualMode' : 'physicalMode';
    return Object.freeze({ ...common, ...raw, compatibilityMode, diskMode: 'independent_persistent' });
  }
  return Object.freeze({
    ...common,
    diskMode: 'persistent',
    split: disk.parts !== undefined,
    writeThrough: false,
    digestEnabled: false,
    thinProvisioned: format === 'thin' || disk.parent !== undefined,
    ...(format === 'eagerzeroedthick' && { eagerlyScrub: true }),
    ...(disk.parent && { deltaDiskFormat: 'redoLogFormat', deltaDiskFormatVariant: 'vmfsSparseVariant' }),
  });
}
