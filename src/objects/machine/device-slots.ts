/** Which keys and unit numbers there are: a key follows from where a device hangs, so neither is ever given twice. */
import type { Device } from './device.ts';
import { isCard, isScsi } from './device.ts';

export interface Slot {
  readonly key: number;
  readonly controllerKey: number | undefined;
  readonly unitNumber: number | undefined;
}

/** Ranges of keys of controllers: first key, how many, and the PCI unit of the first. */
const CONTROLLERS: { readonly [type: string]: readonly [first: number, count: number, unit: number] } = {
  VirtualAHCIController: [15000, 4, 24],
  VirtualNVMEController: [31000, 4, 30],
  VirtualUSBController: [7000, 1, 22],
  VirtualUSBXHCIController: [14000, 1, 23],
};
const SCSI_CONTROLLERS = [1000, 4, 3] as const;

/** Disks and drives on a bus: key of the first unit of the first bus, units of a bus, the unit that is the bus's own. */
interface Bus {
  readonly first: number;
  readonly units: number;
  readonly reserved?: number;
}
const SCSI_BUS: Bus = { first: 2000, units: 16, reserved: 7 };
const BUSES: { readonly [type: string]: Bus } = {
  VirtualIDEController: { first: 3000, units: 2 },
  VirtualAHCIController: { first: 16000, units: 30 },
  VirtualNVMEController: { first: 32000, units: 15 },
};

/** Other devices: first key, how many there may be, the controller they hang on and the unit of the first. */
const OTHERS: { readonly [type: string]: readonly [first: number, count: number, controller: number, unit: number] } = {
  VirtualFloppy: [8000, 2, 400, 0],
  VirtualSerialPort: [9000, 32, 400, 0],
  VirtualParallelPort: [10000, 3, 400, 0],
  VirtualSoundCard: [5000, 1, 100, 40],
  VirtualHdAudioCard: [5000, 1, 100, 40],
  VirtualTPM: [11000, 1, 100, 41],
  VirtualPCIPassthrough: [13000, 16, 100, 60],
  VirtualWDT: [18000, 1, 100, 42],
  VirtualPrecisionClock: [19000, 1, 100, 43],
};
const CARDS = [4000, 10, 100, 7] as const;
const UNKNOWN = [20000, 64, 100, 80] as const;

/** Whether devices of the type hang on a bus of disks and drives. */
export function needsBus(type: string): boolean {
  return type === 'VirtualDisk' || type === 'VirtualCdrom';
}

/** The next key for a controller; undefined when the machine has as many as it may. */
export function controllerSlot(
  devices: readonly Device[],
  spec: Device,
): (Slot & { readonly busNumber: number }) | undefined {
  const range = isScsi(spec) ? SCSI_CONTROLLERS : CONTROLLERS[spec._typeName];
  if (!range) return undefined;
  const [first, count, unit] = range;
  const wanted = spec.busNumber ?? 0;
  for (const bus of [wanted, ...Array.from({ length: count }, (_, i) => i)]) {
    const key = first + bus;
    if (bus < 0 || bus >= count || devices.some((d) => d.key === key)) continue;
    return { key, controllerKey: 100, unitNumber: unit + bus, busNumber: bus };
  }
  return undefined;
}

/** The bus of a controller; undefined for one that carries no disks. */
function busOf(controller: Device): Bus | undefined {
  return isScsi(controller) ? SCSI_BUS : BUSES[controller._typeName];
}

/** A unit on a controller: the one asked for, else the lowest that is free. Undefined when there is none. */
export function busSlot(devices: readonly Device[], controller: Device, wanted: number | undefined): Slot | undefined {
  const bus = busOf(controller);
  if (!bus) return undefined;
  const units = wanted === undefined || wanted < 0 ? Array.from({ length: bus.units }, (_, i) => i) : [wanted];
  for (const unit of units) {
    if (unit >= bus.units || unit === bus.reserved) continue;
    const key = bus.first + (controller.busNumber ?? 0) * bus.units + unit;
    const taken = devices.some((d) => d.key === key || (d.controllerKey === controller.key && d.unitNumber === unit));
    if (!taken) return { key, controllerKey: controller.key, unitNumber: unit };
  }
  return undefined;
}

/** The next key for a device on a bus of its own kind; undefined when the machine has as many as it may. */
export function plainSlot(devices: readonly Device[], spec: Device): Slot | undefined {
  const [first, count, controllerKey, unit] = isCard(spec) ? CARDS : (OTHERS[spec._typeName] ?? UNKNOWN);
  for (let n = 0; n < count; n++) {
    if (!devices.some((d) => d.key === first + n)) return { key: first + n, controllerKey, unitNumber: unit + n };
  }
  return undefined;
}

/** The number of a device's label: the lowest that no other of its type has. */
export function ordinalFor(devices: readonly Device[], type: string): number {
  const taken = new Set(devices.filter((d) => d._typeName === type).map((d) => d.ordinal));
  let n = 1;
  while (taken.has(n)) n++;
  return n;
}

const RANKS = ['VirtualCdrom', 'VirtualDisk', 'VirtualFloppy'];

/** In the order vCenter lists them: default devices, controllers, drives, disks, then by key. */
export function inOrder(devices: readonly Device[]): Device[] {
  const rank = (d: Device, i: number) => {
    if (d.key < 1000 || d.key === 12000) return i - 1000;
    if (d.busNumber !== undefined) return 0;
    return RANKS.indexOf(d._typeName) === -1 ? 10 : 1 + RANKS.indexOf(d._typeName);
  };
  const ranked = devices.map((d, i) => ({ d, r: rank(d, i) }));
  return ranked.sort((a, b) => a.r - b.r || a.d.key - b.d.key).map(({ d }) => d);
}
