/** The files of a machine that moves: which go where, under which names, and how the disks of a chain stay together. */
import type { VirtualMachineRelocateSpec } from '../../../vim25/generated/index.ts';
import { invalidArgument } from '../../../world/fault.ts';
import type { Site } from '../../site.ts';
import type { Backing, Device } from '../device/device.ts';
import { chain, fileKey, isDisk } from '../device/device.ts';
import { filesAs, home, stem } from '../files.ts';
import type { FileAt, Files, Machine } from '../machine.ts';
import { freeVmx } from '../naming.ts';
import { diskDatastores, flattened, linked, provisioningAsked } from './rehome.ts';

const MOVES: ReadonlySet<string> = new Set([
  'moveAllDiskBackingsAndAllowSharing',
  'moveAllDiskBackingsAndDisallowSharing',
  'moveAllDiskBackingsAndConsolidate',
  'moveChildMostDiskBacking',
  'createNewChildDiskBacking',
]);

/** Throws InvalidArgument naming what the spec says of disks that are not there, or in no known way. */
export function guardLocators(
  { diskMoveType, disk = [] }: VirtualMachineRelocateSpec,
  devices: readonly Device[],
): void {
  if (diskMoveType !== undefined && !MOVES.has(diskMoveType)) throw invalidArgument('spec.diskMoveType');
  disk.forEach((locator, i) => {
    if (!devices.some((d) => isDisk(d) && d.key === locator.diskId)) throw invalidArgument(`spec.disk[${i}].diskId`);
    if (locator.diskMoveType !== undefined && !MOVES.has(locator.diskMoveType)) {
      throw invalidArgument(`spec.disk[${i}].diskMoveType`);
    }
  });
}

export type Stored = Pick<Machine, 'files' | 'devices' | 'snapshots' | 'loose'>;

/** The machine's files and disks where the spec wants them. */
export function stored(site: Site, m: Machine, spec: VirtualMachineRelocateSpec): Stored {
  const datastore = spec.datastore?.value;
  const files = movedHome(site, m, datastore);
  const moving = new Moving(site, m, files, spec);
  const devices = moving.all(m.devices);
  const list = m.snapshots?.list.map((s) => {
    const saved = { ...s.saved, files, devices: moving.saved(s.saved.devices) };
    return files === m.files && saved.devices === s.saved.devices
      ? s
      : Object.freeze({ ...s, saved: Object.freeze(saved) });
  });
  const same = !list || list.every((s, i) => s === m.snapshots!.list[i]);
  return {
    files,
    devices,
    snapshots: same ? m.snapshots : Object.freeze({ ...m.snapshots!, list: Object.freeze(list) }),
    loose: m.loose && Object.freeze(m.loose.map((file) => moving.went(file) ?? file)),
  };
}

/** A machine that moves is named anew after what it is called now; directories of its own making stay behind. */
function movedHome(site: Site, { files, name, config }: Machine, datastore: string | undefined): Files {
  if (datastore === undefined || datastore === files.vmx.datastore) return files;
  const home = Object.freeze({ vmx: freeVmx(site, datastore, name, name) });
  return filesAs(home, config.template ? 'template' : 'machine');
}

class Moving {
  readonly #site: Site;
  readonly #machine: Machine;
  readonly #files: Files;
  readonly #spec: VirtualMachineRelocateSpec;
  readonly #to: (disk: Device) => string;
  /** Where each file went, and what came to stand at each place. */
  readonly #went = new Map<string, FileAt>();
  readonly #taken = new Set<string>();

  constructor(site: Site, machine: Machine, files: Files, spec: VirtualMachineRelocateSpec) {
    this.#site = site;
    this.#machine = machine;
    this.#files = files;
    this.#spec = spec;
    this.#to = diskDatastores(spec, spec.datastore?.value);
  }

  went(file: FileAt): FileAt | undefined {
    return this.#went.get(fileKey(file));
  }

  /** The machine's own devices. */
  all(devices: readonly Device[]): readonly Device[] {
    return unlessSame(devices, (d) => this.#disk(d));
  }

  /** Those a snapshot keeps: their disks go with the machine's, unless only what lies on top of them does. */
  saved(devices: readonly Device[]): readonly Device[] {
    return unlessSame(devices, (d) => (isOnlyTop(this.#moveOf(d)) ? d : this.#whole(d)));
  }

  #moveOf(d: Device): string | undefined {
    return this.#spec.disk?.find((l) => l.diskId === d.key)?.diskMoveType ?? this.#spec.diskMoveType;
  }

  #disk(d: Device): Device {
    const { backing } = d;
    if (!isDisk(d) || !backing?.file) return d;
    const move = this.#moveOf(d);
    const datastore = this.#to(d);
    if (move === 'createNewChildDiskBacking') return linked(d, this.#fresh(backing.file, datastore), backing);
    if (datastore === backing.file.datastore) return d;
    if (move === 'moveChildMostDiskBacking') {
      return Object.freeze({ ...d, backing: rehoused(backing, this.#place(backing.file, datastore)) });
    }
    const asked = provisioningAsked(this.#spec, d);
    const joins = move === 'moveAllDiskBackingsAndConsolidate' || (asked !== undefined && !backing.parent);
    if (!joins || this.#machine.snapshots) return this.#whole(d);
    const root = [...chain(backing)].at(-1)!.file!;
    return flattened(d, this.#place(root, datastore), String(backing['uuid'] ?? ''), asked);
  }

  /** A disk with its whole chain. */
  #whole(d: Device): Device {
    const { backing } = d;
    if (!isDisk(d) || !backing?.file) return d;
    const datastore = this.#to(d);
    if (datastore === backing.file.datastore) return d;
    const place = (b: Backing): Backing => {
      const there = rehoused(b, this.#place(b.file!, datastore));
      return b.parent ? Object.freeze({ ...there, parent: place(b.parent) }) : there;
    };
    return Object.freeze({ ...d, backing: place(backing) });
  }

  /** Where a file goes on a datastore; the same file goes to the same place. */
  #place(file: FileAt, datastore: string): FileAt {
    const known = this.#went.get(fileKey(file));
    if (known) return known;
    const at = file.datastore === datastore ? file : this.#fresh(file, datastore);
    this.#went.set(fileKey(file), at);
    return at;
  }

  /** A name in the machine's directory that no other file has. */
  #fresh({ path }: FileAt, datastore: string): FileAt {
    const base = renamed(path.replace(/^.*\//, ''), stem(this.#machine.files), stem(this.#files));
    for (let n = 0; ; n++) {
      const name = n === 0 ? base : base.replace(/(\.vmdk)?$/i, `_${n}$1`);
      const at = Object.freeze({ datastore, path: `${home(this.#files).path}/${name}` });
      const key = fileKey(at);
      if (this.#taken.has(key) || this.#site.world.lookup.get('vmFile', key).size > 0) continue;
      this.#taken.add(key);
      return at;
    }
  }
}

/** A file of another machine that is copied becomes this one's own. */
function rehoused({ foreign, ...b }: Backing, file: FileAt): Backing {
  const stays = foreign && file.datastore === b.file?.datastore && file.path === b.file.path;
  return Object.freeze({ ...b, file, ...(stays && { foreign }) } as Backing);
}

function isOnlyTop(move: string | undefined): boolean {
  return move === 'moveChildMostDiskBacking' || move === 'createNewChildDiskBacking';
}

/** Files named after the machine's old name are named after its new one. */
function renamed(name: string, from: string, to: string): string {
  const rest = name.slice(from.length);
  return name.startsWith(from) && /^([-_]\d+)*\.vmdk$/i.test(rest) ? to + rest : name;
}

function unlessSame(devices: readonly Device[], change: (d: Device) => Device): readonly Device[] {
  const after = devices.map(change);
  return after.every((d, i) => d === devices[i]) ? devices : Object.freeze(after);
}
