/** What of a machine is put on a datastore as one piece: its own files, its disks; together, or each by itself. */
import type { VirtualDeviceConfigSpec, VirtualMachineConfigSpec } from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import { chain, type Device, isDisk } from '../../machine/device/device.ts';
import { filesOf } from '../../machine/files.ts';
import type { Machine } from '../../machine/machine.ts';
import { IDLE_SHARE } from './score.ts';
import type { MachineSettings } from './settings.ts';

export interface Part {
  /** Keys of disks. */
  readonly disks: readonly number[];
  /** Whether the machine's own files go with them. */
  readonly home: boolean;
  /** What it asks of a datastore. */
  readonly bytes: number;
  /** Datastore it stands on; none for what is new. */
  readonly on?: string | undefined;
}

const MIB = 2 ** 20;

type Spread = Pick<MachineSettings, 'together' | 'apart'>;

/** A new machine: its swap file is as large as its memory. */
export function partsOfNew(spec: VirtualMachineConfigSpec, how: Spread): Part[] {
  const home: Part = { disks: [], home: true, bytes: (spec.memoryMB ?? 0) * MIB };
  return joined([home, ...newDisks(spec.deviceChange)], how);
}

/** Disks that a spec adds, each a part. */
export function newDisks(changes: readonly VirtualDeviceConfigSpec[] | undefined): Part[] {
  return (changes ?? []).flatMap(({ operation, fileOperation, device }) => {
    if (operation !== 'add' || fileOperation !== 'create' || device._typeName !== 'VirtualDisk') return [];
    const disk = device as unknown as NewDisk;
    const bytes = Number(disk.capacityInBytes ?? (disk.capacityInKB ?? 0) * 1024);
    const share = disk.backing?.thinProvisioned === true ? IDLE_SHARE : 1;
    return [{ disks: [disk.key], home: false, bytes: bytes * share }];
  });
}

interface NewDisk {
  readonly key: number;
  readonly capacityInKB?: number;
  readonly capacityInBytes?: number;
  readonly backing?: { readonly thinProvisioned?: boolean };
}

/** A machine as it stands. */
export function partsOfMachine(vm: Cell<Machine>, how: Spread): Part[] {
  const { files, devices } = vm.state;
  const disks = devices.filter((d) => isDisk(d) && d.backing?.file);
  const chained = new Set(disks.flatMap((d) => Array.from(chain(d.backing), (b) => keyOf(b.file!))));
  const own = filesOf(vm.state).filter((f) => f.at.datastore === files.vmx.datastore && !chained.has(keyOf(f.at)));
  const home: Part = {
    disks: [],
    home: true,
    bytes: own.filter((f) => !f.type.startsWith('disk')).reduce((sum, f) => sum + f.size, 0),
    on: files.vmx.datastore,
  };
  return joined([home, ...disks.map(partOfDisk)], how);
}

function partOfDisk(disk: Device): Part {
  const capacity = disk.capacityInBytes ?? 0;
  const held = Array.from(chain(disk.backing)).reduce((sum, b) => sum + (b.used ?? capacity), 0);
  const growth = Math.max(0, capacity - (disk.backing?.used ?? capacity));
  return { disks: [disk.key], home: false, bytes: held + IDLE_SHARE * growth, on: disk.backing!.file!.datastore };
}

function keyOf({ datastore, path }: { readonly datastore: string; readonly path: string }): string {
  return `${datastore}/${path}`;
}

/** What keeps together becomes one part; of disks that must be apart the first goes with the machine's own files. */
function joined(parts: readonly Part[], { together, apart }: Spread): Part[] {
  if (together) return [merged(parts)];
  const bound = new Set(apart.flat());
  const [first] = apart.flat();
  if (first !== undefined) bound.delete(first);
  const loose = apart.length === 0 ? [] : parts.filter((p) => p.home || !p.disks.some((key) => bound.has(key)));
  const rest = parts.filter((p) => !loose.includes(p));
  return loose.length > 0 ? [merged(loose), ...rest] : [...rest];
}

function merged(parts: readonly Part[]): Part {
  const standing = new Set(parts.map((p) => p.on));
  return {
    disks: parts.flatMap((p) => p.disks),
    home: parts.some((p) => p.home),
    bytes: parts.reduce((sum, p) => sum + p.bytes, 0),
    on: standing.size === 1 ? parts[0]!.on : undefined,
  };
}
