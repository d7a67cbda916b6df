/** A whole machine as the text of its .vmx, and a text as a machine. */
import { formatVmx, parseVmx, VmxSyntaxError } from '../../../formats/vmx.ts';
import { VimFault } from '../../../world/fault.ts';
import type { World } from '../../../world/world.ts';
import { filesOf } from '../files.ts';
import type { Configured, Identity, Machine } from '../machine.ts';
import { putDevices } from './vmx-devices.ts';
import { putExtra, putGeneral, readConfig, readIdentity } from './vmx-general.ts';
import { VmxLines, VmxReading } from './vmx-lines.ts';
import { fileCalled, vmxPath } from './vmx-path.ts';
import { readDevices, type VmxPlace } from './vmx-read-devices.ts';

/** What a .vmx tells of a machine. Uuids it does not have are for whoever reads it to give. */
export interface Described {
  readonly name: string | undefined;
  readonly identity: Partial<Identity>;
  readonly config: Machine['config'];
  readonly devices: Machine['devices'];
  readonly files: Machine['files'];
}

/** The .vmx of a machine as it is configured now. */
export function vmxText(world: World, m: Configured & Pick<Machine, 'power' | 'snapshots' | 'starts'>): string {
  const lines = new VmxLines();
  const called = (type: string) => {
    const file = filesOf(m).find((f) => f.type === type);
    return file && vmxPath(world, m.files, file.at);
  };
  putGeneral(lines, world, m);
  lines.put('checkpoint.vmState', called('suspend') ?? '');
  lines.put('cleanShutdown', m.power.state !== 'poweredOn');
  lines.put('sched.swap.derivedName', called('swap'));
  putDevices(lines, world, m.files, m.devices);
  putExtra(lines, m.config.extra);
  return formatVmx(lines.entries);
}

/** Reads a .vmx. Throws InvalidVmConfig naming the line or the key that is wrong, FileNotFound for a missing disk. */
export function readVmx(place: VmxPlace, text: string): Described {
  const vmx = new VmxReading(parsed(text));
  const { name, identity } = readIdentity(vmx);
  const devices = readDevices(place, vmx);
  const directories = readDirectories(place, vmx);
  return {
    name,
    identity,
    devices,
    config: readConfig(place.site, vmx, devices),
    files: Object.freeze({ ...place.files, ...directories }),
  };
}

/** Where its snapshots, its suspended state and its logs go, as far as that is elsewhere. */
function readDirectories({ owner, files }: VmxPlace, vmx: VmxReading): Partial<Machine['files']> {
  // Under another name, or beside the machine's own files, it is an option like any other.
  const elsewhere = /\/vmware\.log$/.test(vmx.look('log.fileName') ?? '');
  const named = {
    snapshotDirectory: vmx.text('workingDir'),
    suspendDirectory: vmx.text('suspend.directory'),
    logDirectory: elsewhere ? vmx.text('log.fileName')?.replace(/\/[^/]*$/, '') : undefined,
  };
  const found = Object.entries(named).map(([kind, path]) => [kind, path ? fileCalled(owner, files, path) : undefined]);
  return Object.fromEntries(found.filter(([, at]) => at !== undefined));
}

function parsed(text: string): ReturnType<typeof parseVmx> {
  try {
    return parseVmx(text);
  } catch (error) {
    if (error instanceof VmxSyntaxError) throw new VimFault('InvalidVmConfig', { property: `line ${error.line}` });
    throw error;
  }
}
