/** The machine that a .vmx on a datastore is of, as it would stand in the inventory. */
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import type { Site } from '../../site.ts';
import { removeStanding } from '../../storage/disk/standing.ts';
import { removeFile } from '../../storage/files.ts';
import { identity } from '../config/create-vm.ts';
import { fileKey, isDisk } from '../device/device.ts';
import { ownFiles } from '../device/disk-content.ts';
import { stem } from '../files.ts';
import { type FileAt, type Machine, POWERED_OFF } from '../machine.ts';
import { deviceLists } from '../snapshot/delta.ts';
import { type LeftMachine, leftMachine, takeMachine } from './left-files.ts';
import { findDisk } from './vmx-disks.ts';
import { configText, standingFile } from './vmx-files.ts';
import { type Described, readVmx, vmxText } from './vmx-machine.ts';
import { merged } from './vmx-merge.ts';
import type { VmxPlace } from './vmx-read-devices.ts';

/** A machine without its place, and what it was that made it. */
export interface Found {
  readonly machine: LeftMachine;
  /** What left the files; none for files a client put there. */
  readonly left: LeftMachine | undefined;
  /** Which uuids the file did not tell. */
  readonly gave: { readonly uuid: boolean; readonly instanceUuid: boolean };
}

/**
 * Reads the .vmx at a place. `known` is what is known of the machine beside its file. Throws NotFound when there is no
 * file, FileNotFound for a disk that is not there, InvalidVmConfig for what cannot be read.
 */
export function foundMachine(
  site: Site,
  owner: Cell | undefined,
  vmx: FileAt,
  id: string,
  known: LeftMachine | undefined = leftMachine(site.world, vmx),
): Found {
  const text = configText(site.world, vmx);
  if (text === undefined) throw new VimFault('NotFound');
  const files = known && fileKey(known.files.vmx) === fileKey(vmx) ? known.files : Object.freeze({ vmx });
  const place: VmxPlace = {
    site,
    owner,
    files,
    findDisk: (file) => findDisk(site.world, known, file),
  };
  if (known) {
    const before = vmxText(site.world, known as Machine);
    if (text === before) return { machine: guarded(site, known), left: known, gave: NOTHING };
    const [told, tells] = [readVmx(place, before), readVmx(place, text)];
    return { machine: { ...known, ...merged(known, told, tells) }, left: known, gave: NOTHING };
  }
  const tells = readVmx(place, text);
  return { machine: fresh(site, tells, vmx, id), left: undefined, gave: given(tells) };
}

/** A file that says what it said before tells nothing new; its disks must be there all the same. */
function guarded(site: Site, known: LeftMachine): LeftMachine {
  for (const { backing } of known.devices.filter(isDisk)) {
    const file = backing?.file;
    if (file && !findDisk(site.world, known, file)) throw new VimFault('FileNotFound', { file: file.path });
  }
  return known;
}

const NOTHING = { uuid: false, instanceUuid: false } as const;

function given({ identity: { uuid, instanceUuid } }: Described): Found['gave'] {
  return { uuid: uuid === undefined, instanceUuid: instanceUuid === undefined };
}

function fresh(site: Site, tells: Described, vmx: FileAt, id: string): LeftMachine {
  const told = Object.fromEntries(Object.entries(tells.identity).filter(([, v]) => v !== undefined));
  const changed = standingFile(site.world, vmx)?.state.content.modified ?? site.clock.now();
  return {
    name: tells.name ?? stem(tells.files),
    identity: Object.freeze({ ...identity(site, id), changed, ...told }),
    config: tells.config,
    devices: tells.devices,
    files: tells.files,
    power: POWERED_OFF,
  };
}

/** The files have a machine of the inventory again, inside a turn: nobody's files any more, and the .vmx its own. */
export function claim(site: Site, { machine, left }: Found): void {
  const written = standingFile(site.world, machine.files.vmx);
  if (written) removeFile(site.world, written);
  if (left && leftMachine(site.world, machine.files.vmx) === left) takeMachine(site.world, left);
  for (const { backing } of ownFiles(deviceLists(machine)).values()) removeStanding(site.world, backing.file!);
}
