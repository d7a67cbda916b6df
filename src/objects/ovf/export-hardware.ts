/** A machine's devices as rows of a descriptor: the way back from `hardware.ts`. */
import type { OvfItem } from '../../formats/ovf/envelope.ts';
import type { Cell } from '../../world/cell.ts';
import { type Device, isCard, networkOf } from '../machine/device/device.ts';
import { labelOf } from '../machine/device/label.ts';
import type { Machine } from '../machine/machine.ts';
import { CARD, CD, CPU, DISK, FLOPPY, IDE, MEMORY, SCSI, SOUND, STORAGE, SUBTYPES, USB } from './resource-types.ts';

const MEGABYTE = 'byte * 2^20';

/** The machine's rows; `contents` says what of the package a disk or drive holds: `ovf:/disk/vmdisk1`. */
export function rowsOfMachine(vm: Cell<Machine>, contents: (device: Device) => string | undefined): OvfItem[] {
  const { config, devices } = vm.state;
  const rows: OvfItem[] = [
    {
      ...row('1', CPU, `${config.numCPU} virtual CPU(s)`),
      units: 'hertz * 10^6',
      quantity: config.numCPU,
      coresPerSocket: config.coresPerSocket,
    },
    { ...row('2', MEMORY, `${config.memoryMB}MB of memory`), units: MEGABYTE, quantity: config.memoryMB },
  ];
  const ids = new Map<number, string>();
  // What hangs on another comes after it.
  const order = [...devices].sort((a, b) => Number(b.busNumber !== undefined) - Number(a.busNumber !== undefined));
  for (const device of order) {
    const type = typeOf(device);
    if (type === undefined) continue;
    const id = String(rows.length + 1);
    ids.set(device.key, id);
    const parent = type === CARD ? undefined : ids.get(device.controllerKey ?? -1);
    const held = contents(device);
    rows.push({
      ...row(id, type, labelOf(devices, device)),
      subTypes: SUBTYPES[device._typeName] ?? [],
      address: device.busNumber === undefined ? undefined : String(device.busNumber),
      parent,
      addressOnParent: parent === undefined ? undefined : device.unitNumber,
      ...(held !== undefined && { hostResources: [held] }),
      ...(isCard(device) && { connections: [networkName(vm, device)] }),
      ...(device.connectable && { connected: device.connectable.startConnected }),
    });
  }
  return rows;
}

function row(id: string, type: number, name: string): OvfItem {
  const none = { subTypes: [], hostResources: [], connections: [], options: [], config: new Map() };
  return { id, type, name, ...none, required: true, line: 0 };
}

/** Devices every machine has without being told, and those nobody else could give it, are left out. */
function typeOf({ _typeName: type }: Device): number | undefined {
  if (type === 'VirtualDisk') return DISK;
  if (type === 'VirtualCdrom') return CD;
  if (type === 'VirtualFloppy') return FLOPPY;
  if (type === 'VirtualIDEController') return IDE;
  if (/^Virtual(AHCI|NVME)Controller$/.test(type)) return STORAGE;
  if (/^VirtualUSB(XHCI)?Controller$/.test(type)) return USB;
  if (/^Virtual(HdAudioCard|Ensoniq1371)$/.test(type)) return SOUND;
  if (/^(ParaVirtualSCSI|VirtualBusLogic|VirtualLsiLogic(SAS)?)Controller$/.test(type)) return SCSI;
  return isCard({ _typeName: type }) ? CARD : undefined;
}

/** Name of the network a card is plugged into; `none` for one that is plugged into nothing. */
export function networkName(vm: Cell<Machine>, card: Device): string {
  return String(vm.world.find(networkOf(card) ?? '')?.get('name') ?? 'none');
}
