/** Every file that machines have on a datastore, whether they are on the inventory or only left their files there. */
import type { Cell } from '../../world/cell.ts';
import type { World } from '../../world/world.ts';
import type { Datastore } from '../storage/datastore.ts';
import { directoryOf, fileAt, filesIn, removeFile } from '../storage/files.ts';
import { hardwareNumber } from './config/hardware-version.ts';
import { type Backing, chain, type Device, fileKey, isDisk } from './device/device.ts';
import { filesOf, home, type MachineFile, stem } from './files.ts';
import { measuredAt } from './layout.ts';
import type { Machine } from './machine.ts';
import { environmentImage, IMAGE_BYTES } from './v-app/environment-image.ts';
import { type LeftMachine, machinesLeftWith } from './vmx/left-files.ts';

/** A disk's descriptor tells what the disk is. */
export interface DiskFile {
  readonly backing: Backing;
  /** Bytes. */
  readonly capacity: number;
  /** Type of what it hangs on, where it hangs on anything. */
  readonly controller: string | undefined;
  readonly hardwareVersion: number | undefined;
}

export interface FileOnDatastore extends MachineFile {
  readonly modified: number;
  readonly disk?: DiskFile | undefined;
  /** Number of the hardware version its machine has. */
  readonly hardwareVersion?: number | undefined;
  /** The machine on the inventory that has it open. */
  readonly openBy?: string | undefined;
}

/** `wanted` says of which machines, where not of all. */
export function* machineFilesOn(
  datastore: Cell<Datastore>,
  wanted: (machine: LeftMachine) => boolean = () => true,
): Generator<FileOnDatastore> {
  const { world, id } = datastore;
  for (const vm of datastore.back<Machine>('vm')) {
    if (!wanted(vm.state)) continue;
    const openBy = vm.state.power.state === 'poweredOn' ? vm.id : undefined;
    for (const file of filesWithDisks(vm.state)) if (file.at.datastore === id) yield { ...file, openBy };
    const image = environmentImage(vm.state);
    if (image?.at.datastore === id) {
      yield { at: image.at, type: 'image', size: IMAGE_BYTES, growth: 0, modified: measuredAt(vm.state), openBy };
    }
  }
  for (const machine of machinesLeftWith(world, id)) {
    if (!wanted(machine)) continue;
    for (const file of filesWithDisks(machine as Machine)) if (file.at.datastore === id) yield file;
  }
}

function* filesWithDisks(m: Machine): Generator<FileOnDatastore> {
  const hardwareVersion = hardwareNumber(m.config.version);
  const modified = measuredAt(m);
  const disks = new Map<string, DiskFile>();
  for (const devices of [m.devices, ...(m.snapshots?.list.map((s) => s.saved.devices) ?? [])]) {
    for (const [key, disk] of descriptors(devices, hardwareVersion)) disks.set(key, disk);
  }
  for (const file of filesOf(m)) {
    if (!file.foreign) yield { ...file, modified, hardwareVersion, disk: disks.get(fileKey(file.at)) };
  }
}

function descriptors(devices: readonly Device[], hardwareVersion: number | undefined): Map<string, DiskFile> {
  const found = new Map<string, DiskFile>();
  for (const device of devices) {
    if (!isDisk(device)) continue;
    const controller = devices.find((d) => d.key === device.controllerKey)?._typeName;
    for (const backing of chain(device.backing)) {
      if (!backing.file) continue;
      found.set(fileKey(backing.file), { backing, capacity: device.capacityInBytes ?? 0, controller, hardwareVersion });
    }
  }
  return found;
}

/**
 * Deletes what clients put in the place of files of a machine that is destroyed, inside a turn: its own files go with it.
 * A directory of nothing else goes too; other files in it are nobody's business here.
 */
export function deleteOwnFiles(world: World, machine: Machine): void {
  const own = new Set(
    filesOf(machine)
      .filter((f) => !f.foreign)
      .map(({ at }) => `${at.datastore}/${at.path}`),
  );
  const directory = home(machine.files);
  const name = stem(machine.files);
  for (const file of filesIn(world, directory.datastore, directory.path)) {
    const { at, content } = file.state;
    const last = at.path.slice(directoryOf(at.path).length).replace(/^\//, '');
    const isOwn =
      own.has(`${at.datastore}/${at.path}`) || /^vmware(-\d+)?\.log$/.test(last) || isNamedAfter(last, name);
    if (!content.directory && isOwn) removeFile(world, file);
  }
  const made = directory.path === '' ? undefined : fileAt(world, directory.datastore, directory.path);
  if (made?.state.content.directory && filesIn(world, directory.datastore, directory.path).length === 0) {
    removeFile(world, made);
  }
}

/** What a host writes beside a .vmx and calls by its name. */
function isNamedAfter(last: string, name: string): boolean {
  return last.startsWith(name) && /\.(vmx|vmtx|vmxf|vmx~|vmsd|nvram|vmss|vmsn|vmem|vswp|hlog|scoreboard)$/i.test(last);
}
