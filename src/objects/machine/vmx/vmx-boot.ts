/**
 * The boot order in a .vmx: `bios.bootOrder` names kinds of devices and cards one by one, `bios.hddOrder` the disks in
 * turn. Disks stand together there, at the place of the first.
 */
import type { Device } from '../device/device.ts';
import { isCard, isDisk } from '../device/device.ts';
import type { Said } from '../machine.ts';
import type { VmxLines, VmxReading } from './vmx-lines.ts';
import { vmxName } from './vmx-slots.ts';

interface Entry {
  readonly _typeName?: string | undefined;
  readonly deviceKey?: number;
}

const DISK = 'VirtualMachineBootOptionsBootableDiskDevice';
const CARD = 'VirtualMachineBootOptionsBootableEthernetDevice';
const WORDS: { readonly [type: string]: string } = {
  [DISK]: 'hdd',
  VirtualMachineBootOptionsBootableCdromDevice: 'cdrom',
  VirtualMachineBootOptionsBootableFloppyDevice: 'floppy',
};

export function putBootOrder(lines: VmxLines, said: Said | undefined, devices: readonly Device[]): void {
  const order = said?.bootOptions?.bootOrder as readonly Entry[] | undefined;
  if (!order?.length) return;
  const nameOf = ({ deviceKey }: Entry) => {
    const device = devices.find((d) => d.key === deviceKey);
    return device && vmxName(device, devices);
  };
  const words = order.flatMap(
    (entry) => (entry._typeName === CARD ? nameOf(entry) : WORDS[entry._typeName ?? '']) ?? [],
  );
  lines.put('bios.bootOrder', [...new Set(words)].join(','));
  const disks = order.filter((entry) => entry._typeName === DISK).flatMap((entry) => nameOf(entry) ?? []);
  if (disks.length > 0) lines.put('bios.hddOrder', disks.join(','));
}

/** The order the lines tell of; undefined when they tell of none. */
export function readBootOrder(vmx: VmxReading, devices: readonly Device[]): readonly object[] | undefined {
  const words = split(vmx.text('bios.bootOrder'));
  const disks = split(vmx.text('bios.hddOrder'));
  const keyOf = (name: string) => devices.find((d) => vmxName(d, devices)?.toLowerCase() === name)?.key;
  const entry = (_typeName: string, deviceKey: number | undefined) =>
    deviceKey === undefined ? [] : [Object.freeze({ _typeName, deviceKey })];
  const order = words.flatMap((word) => {
    if (word === 'hdd') return disksIn(disks, devices, keyOf).flatMap((key) => entry(DISK, key));
    const type = Object.keys(WORDS).find((t) => WORDS[t] === word);
    if (type) return [Object.freeze({ _typeName: type })];
    return entry(CARD, devices.some((d) => isCard(d) && d.key === keyOf(word)) ? keyOf(word) : undefined);
  });
  return order.length === 0 ? undefined : Object.freeze(order);
}

function split(text: string | undefined): string[] {
  return (text ?? '')
    .toLowerCase()
    .split(',')
    .flatMap((word) => word.trim() || []);
}

/** Disks in the order said, or as they are plugged in. */
function disksIn(
  names: readonly string[],
  devices: readonly Device[],
  keyOf: (name: string) => number | undefined,
): number[] {
  if (names.length === 0) return devices.filter(isDisk).map((d) => d.key);
  return names.flatMap((name) => keyOf(name) ?? []);
}
