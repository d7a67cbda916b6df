/**
 * Contents of the files that machines have on datastores, as they are at the moment of reading: the .vmx and .vmsd, the
 * nvram, the logs. Nothing of it is kept.
 */
import { decodeVmx, formatVmx, type VmxEntry } from '../../../formats/vmx.ts';
import { fnv1a } from '../../../kernel/random.ts';
import { formatTime } from '../../../kernel/time.ts';
import type { Cell } from '../../../world/cell.ts';
import type { World } from '../../../world/world.ts';
import { type FileFacets, fileAt } from '../../storage/files.ts';
import { fileKey, isDisk, sameFile } from '../device/device.ts';
import { filesOf, home, snapshotFile } from '../files.ts';
import type { FileAt, Machine, Snapshot } from '../machine.ts';
import { environmentImage } from '../v-app/environment-image.ts';
import { imageOf } from '../v-app/ovf-environment.ts';
import { type LeftMachine, leftMachine, leftMachinesOn } from './left-files.ts';
import { VmxLines } from './vmx-lines.ts';
import { vmxText } from './vmx-machine.ts';
import { vmxPath } from './vmx-path.ts';
import { vmxName } from './vmx-slots.ts';

export interface DerivedFile {
  readonly bytes: Uint8Array;
  readonly modified: number;
}

/** A machine of the inventory, or one that left its files. */
type Filed = LeftMachine;

/** The file of a machine at that place; undefined when no machine has one there, or one whose bytes are not derived. */
export function derivedFile(world: World, at: FileAt): DerivedFile | undefined {
  const machine = machineWith(world, at);
  if (!machine) return environmentAt(world, at);
  const file = filesOf(machine as Machine).find((f) => f.at.path === at.path && f.at.datastore === at.datastore);
  const bytes = file && contents(world, machine, file.type, file.size);
  return bytes && { bytes, modified: machine.identity.changed };
}

/** The image of its OVF environment that a running machine has in its drive. */
function environmentAt(world: World, at: FileAt): DerivedFile | undefined {
  if (!/_ovfenv-[^/]*\.iso$/.test(at.path)) return undefined;
  for (const vm of world.find(at.datastore)?.back<Machine>('vm') ?? []) {
    if (!sameFile(environmentImage(vm.state)?.at, at)) continue;
    return { bytes: imageOf(vm), modified: vm.state.power.bootTime ?? vm.state.identity.changed };
  }
  return undefined;
}

/** What the .vmx at that place says: what a client put there if that stands, else what follows from its machine. */
export function configText(world: World, at: FileAt): string | undefined {
  const written = standingFile(world, at);
  if (written) return written.state.content.text;
  const machine = ownerOfVmx(world, at);
  return machine && machine.lost !== 'inaccessible' ? vmxText(world, machine as Machine) : undefined;
}

/** The file a client put there; undefined when there is none, or when a machine has written its own over it since. */
export function standingFile(world: World, at: FileAt): Cell<FileFacets> | undefined {
  const file = fileAt(world, at.datastore, at.path);
  const machine = file && ownerOfVmx(world, at);
  if (!machine || machine.lost === 'inaccessible') return file;
  return file.state.content.over === machine.identity.changed ? file : undefined;
}

/** What to keep of bytes a client puts there, beside the bytes: nothing for what is no configuration file. */
export function noteOfWrite(world: World, at: FileAt, bytes: Uint8Array): Pick<FileFacets['content'], 'text' | 'over'> {
  return { text: decodeVmx(bytes), over: ownerOfVmx(world, at)?.identity.changed };
}

/** The most bytes a file may have to be read as a configuration file. */
export const LONGEST_VMX: number = 2 ** 20;

/** A machine's configuration file, or a template's. */
export function isVmx(path: string): boolean {
  return /\.vmt?x$/i.test(path);
}

/** The machine whose .vmx that is, registered or left. */
function ownerOfVmx(world: World, at: FileAt): Filed | undefined {
  const [vm] = world.lookup.get('vmPathName', fileKey(at));
  return vm ? (vm.state as Machine) : leftMachine(world, at);
}

function machineWith(world: World, at: FileAt): Filed | undefined {
  const called = (ending: string) => ({ ...at, path: at.path.replace(/\.(vmsd|nvram)$/i, ending) });
  const own = ownerOfVmx(world, called('.vmx')) ?? ownerOfVmx(world, called('.vmtx'));
  if (own) return own.lost === 'inaccessible' && isVmx(at.path) ? undefined : own;
  if (!/\.log$/.test(at.path)) return undefined;
  const datastore = world.find(at.datastore);
  const logsThere = (m: Filed) => {
    const directory = m.files.logDirectory ?? home(m.files);
    return directory.datastore === at.datastore && at.path.startsWith(`${directory.path}/`);
  };
  for (const vm of datastore?.back<Machine>('vm') ?? []) if (logsThere(vm.state)) return vm.state;
  return leftMachinesOn(world, at.datastore).find(logsThere);
}

function contents(world: World, m: Filed, type: string, size: number): Uint8Array | undefined {
  switch (type) {
    case 'config':
      return encoded(vmxText(world, m as Machine));
    case 'snapshotList':
      return encoded(vmsdText(world, m));
    case 'nvram':
      return nvram(m.identity.uuid, size);
    case 'log':
      return encoded(logText(world, m));
    default:
      return undefined;
  }
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** The .vmsd: the tree of snapshots, each with the disks it keeps. */
function vmsdText(world: World, m: Filed): string {
  const list = m.snapshots?.list ?? [];
  if (!m.snapshots) return formatVmx([]);
  const numberOf = (id: string | undefined) => list.find((s) => s.id === id)?.number ?? 0;
  const lines = new VmxLines();
  lines.put('snapshot.lastUID', m.snapshots.last);
  lines.put('snapshot.current', numberOf(m.snapshots.current));
  for (const [n, snapshot] of list.entries()) {
    for (const { key, value } of snapshotLines(world, m, snapshot)) lines.put(`snapshot${n}.${key}`, value);
    if (snapshot.parent !== undefined) lines.put(`snapshot${n}.parent`, numberOf(snapshot.parent));
  }
  lines.put('snapshot.numSnapshots', list.length);
  return formatVmx(lines.entries);
}

function snapshotLines(world: World, m: Filed, s: Snapshot): VmxEntry[] {
  const microseconds = BigInt(Math.round(s.createTime * 1000));
  const disks = s.saved.devices.filter((d) => isDisk(d) && d.backing?.file);
  const row = (key: string, value: string | number) => ({ key, value: String(value) });
  return [
    row('uid', s.number),
    row('filename', snapshotFile(m.files, s.number, '.vmsn').path.replace(/^.*\//, '')),
    row('displayName', s.name),
    row('description', s.description),
    ...(s.saved.memory ? [row('type', 1)] : []),
    row('createTimeHigh', Number(BigInt.asIntN(32, microseconds >> 32n))),
    row('createTimeLow', Number(BigInt.asIntN(32, microseconds))),
    row('numDisks', disks.length),
    ...disks.flatMap((d, n) => [
      row(`disk${n}.fileName`, vmxPath(world, m.files, d.backing!.file!)),
      row(`disk${n}.node`, vmxName(d, s.saved.devices) ?? ''),
    ]),
  ];
}

/** Bytes that stay the same as long as the machine is the same one. */
function nvram(uuid: string, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  bytes.set(encoded('MRVN'));
  for (let at = 4; at < size; at++) bytes[at] = fnv1a(`${uuid}/${at >> 6}`) >>> ((at & 3) * 8);
  return bytes;
}

/** The log as a host begins it when a machine starts: what it runs, and its configuration line by line. */
function logText(world: World, m: Filed): string {
  const time = formatTime(m.power.bootTime ?? m.identity.changed);
  const line = (text: string) => `${time} In(05) vmx - ${text}\n`;
  const rows = vmxText(world, m as Machine)
    .split('\n')
    .filter((l) => l !== '');
  const head = [`Log for VMware ESX version=8.0.3 option=Release`, `Hostname is localhost`, `Command line: "vmx" "-s"`];
  const dictionary = rows.map((row) => `DICT ${row.replace(/^(\S+) =/, (_, key: string) => `${key.padStart(26)} =`)}`);
  return [...head, '--- CONFIGURATION ---', ...dictionary].map(line).join('');
}
