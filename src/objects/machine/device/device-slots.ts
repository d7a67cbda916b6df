/** Which keys and unit numbers there are: a key follows from where a device hangs, so neither is ever given twice. */

import type { Hardware } from '../config/hardware-version.ts';
import type { Device } from './device.ts';
import { isCard } from './device.ts';
import { deviceType, mostOf, unitsOf } from './device-types.ts';

export interface Slot {
  readonly key: number;
  readonly controllerKey: number | undefined;
  readonly unitNumber: number | undefined;
}

/** Whether devices of the type hang on a bus that the client names. */
export function needsBus(type: string): boolean {
  const row = deviceType(type);
  return row !== undefined && row.controller !== true && row.on === undefined && row.count > 0;
}

/** The next key for a controller; undefined when the machine has as many as it may. */
export function controllerSlot(
  devices: readonly Device[],
  spec: Device,
): (Slot & { readonly busNumber: number }) | undefined {
  const row = deviceType(spec._typeName);
  if (!row) return undefined;
  const wanted = spec.busNumber ?? 0;
  for (const bus of [wanted, ...Array.from({ length: row.count }, (_, i) => i)]) {
    const key = row.first + bus;
    if (bus < 0 || bus >= row.count || devices.some((d) => d.key === key)) continue;
    return { key, controllerKey: row.on, unitNumber: row.unit! + bus, busNumber: bus };
  }
  return undefined;
}

/** First keys for the units that a bus has beyond those it had at first. */
const FAR_UNITS: { readonly [first: number]: number } = { 2000: 131_072, 32000: 196_608 };
const FAR_UNITS_OF_A_BUS = 128;

function keyOf(
  { first, units }: { readonly first: number; readonly units: number },
  bus: number,
  unit: number,
): number {
  return unit < units ? first + bus * units + unit : (FAR_UNITS[first] ?? first) + bus * FAR_UNITS_OF_A_BUS + unit;
}

/** Whether a device of the type may hang on the controller at all. */
export function carries(controller: Device, type: string): boolean {
  return deviceType(controller._typeName)?.bus?.carries.includes(type) ?? false;
}

/** A unit on a controller: the one asked for, else the lowest that is free. Undefined when there is none. */
export function busSlot(
  devices: readonly Device[],
  controller: Device,
  wanted: number | undefined,
  hardware: Hardware,
): Slot | undefined {
  const bus = deviceType(controller._typeName)?.bus;
  if (!bus) return undefined;
  const most = unitsOf(controller._typeName, hardware);
  const units = wanted === undefined || wanted < 0 ? Array.from({ length: most }, (_, i) => i) : [wanted];
  for (const unit of units) {
    if (unit >= most || unit === bus.reserved) continue;
    const key = keyOf(bus, controller.busNumber ?? 0, unit);
    const taken = devices.some((d) => d.key === key || (d.controllerKey === controller.key && d.unitNumber === unit));
    if (!taken) return { key, controllerKey: controller.key, unitNumber: unit };
  }
  return undefined;
}

/**
 * The key for a device on a bus of its own kind: at the unit or key it asks for where that is free, else the next.
 * Undefined when the machine has as many as it may.
 */
export function plainSlot(devices: readonly Device[], spec: Device, hardware: Hardware): Slot | undefined {
  const row = deviceType(spec._typeName);
  if (row?.on === undefined || row.unit === undefined) return undefined;
  const most = mostOf(spec._typeName, hardware);
  // Units of the PCI bus are numbered through; on the SIO controller each kind counts by itself, and clients do not know.
  const numbered = row.on === 100 && spec.unitNumber !== undefined && spec.unitNumber >= 0;
  const asked = numbered ? spec.unitNumber! - row.unit : spec.key - row.first;
  for (const n of [asked, ...Array.from({ length: most }, (_, i) => i)]) {
    if (n < 0 || n >= most || devices.some((d) => d.key === row.first + n)) continue;
    return { key: row.first + n, controllerKey: row.on, unitNumber: row.unit + n };
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

/** In the order vCenter lists them: default devices, controllers, drives, disks, cards, then by key. */
export function inOrder(devices: readonly Device[]): Device[] {
  const rank = (d: Device, i: number) => {
    if (d.key < 1000 || d.key === 12000) return i - 1000;
    if (d.busNumber !== undefined) return 0;
    if (isCard(d)) return 9;
    return RANKS.indexOf(d._typeName) === -1 ? 10 : 1 + RANKS.indexOf(d._typeName);
  };
  const ranked = devices.map((d, i) => ({ d, r: rank(d, i) }));
  return ranked.sort((a, b) => a.r - b.r || a.d.key - b.d.key).map(({ d }) => d);
}
