/** Virtual hardware of a descriptor as devices to add: keys below zero, each controller before what hangs on it. */
import type { OvfEnvelope, OvfFileRef, OvfHardware, OvfItem } from '../../formats/ovf/envelope.ts';
import { unitOf } from '../../formats/ovf/envelope.ts';
import type { LocalizedMethodFault, OvfFileItem } from '../../vim25/generated/index.ts';
import type { Cell } from '../../world/cell.ts';
import { faultOf } from './faults.ts';
import {
  CARD,
  CD,
  CPU,
  DISK,
  DVD,
  FLOPPY,
  IDE,
  MEMORY,
  OTHER,
  SCSI,
  SOUND,
  STORAGE,
  TYPES,
  USB,
  VIDEO,
} from './resource-types.ts';

export interface DeviceChange {
  readonly _typeName: 'VirtualDeviceConfigSpec';
  readonly operation: 'add';
  readonly fileOperation?: 'create' | undefined;
  readonly device: Readonly<Record<string, unknown>>;
}

export interface Built {
  readonly cpus: number;
  readonly coresPerSocket: number | undefined;
  readonly memoryMB: number;
  readonly changes: readonly DeviceChange[];
  readonly files: readonly OvfFileItem[];
}

export interface Building {
  readonly envelope: OvfEnvelope;
  readonly entity: string;
  readonly option: string;
  /** What a network of the descriptor is here. */
  readonly networkFor: (name: string) => Cell | undefined;
  readonly thin: boolean | undefined;
  readonly eager: boolean;
  readonly datastore: string;
  readonly error: LocalizedMethodFault[];
  readonly warning: LocalizedMethodFault[];
}

const MIB = 2 ** 20;

/** What stands for a row that names no subtype, or the first of those that are known. */
const USUAL: Readonly<Record<number, string>> = {
  [SCSI]: 'VirtualLsiLogicController',
  [STORAGE]: 'VirtualAHCIController',
  [CARD]: 'VirtualE1000',
  [USB]: 'VirtualUSBController',
  [SOUND]: 'VirtualHdAudioCard',
};

/** Rows for a deployment option: those of the option stand over those for all. */
export function itemsFor({ items }: OvfHardware, option: string): OvfItem[] {
  const chosen = new Map<string, OvfItem>();
  for (const item of items) {
    if (item.bound === 'min' || item.bound === 'max') continue;
    if (item.options.length > 0 && !item.options.includes(option)) continue;
    if (chosen.has(item.id) && item.options.length === 0) continue;
    chosen.set(item.id, item);
  }
  return [...chosen.values()];
}

export function built(hardware: OvfHardware, b: Building): Built {
  const rows = itemsFor(hardware, b.option);
  const maker = new Maker(rows, b);
  for (const item of rows) maker.add(item);
  const sum = (type: number, of: (item: OvfItem) => number) =>
    rows.filter((item) => item.type === type).reduce((total, item) => total + of(item), 0);
  const cores = rows.find(({ type }) => type === CPU)?.coresPerSocket;
  return {
    cpus: sum(CPU, ({ quantity }) => quantity ?? 1) || 1,
    coresPerSocket: cores,
    memoryMB: Math.round(sum(MEMORY, ({ quantity, units }) => (quantity ?? 0) * (unitOf(units) ?? MIB)) / MIB) || 512,
    changes: maker.changes,
    files: maker.files,
  };
}

class Maker {
  readonly changes: DeviceChange[] = [];
  readonly files: OvfFileItem[] = [];
  readonly #b: Building;
  readonly #keys = new Map<string, number>();
  readonly #rows: readonly OvfItem[];

  constructor(rows: readonly OvfItem[], b: Building) {
    this.#rows = rows;
    this.#b = b;
    // Fixed before any is made: a disk may stand before its controller.
    for (const [i, { id }] of rows.entries()) this.#keys.set(id, -(i + 1));
  }

  add(item: OvfItem): void {
    switch (item.type) {
      case CPU:
      case MEMORY:
        return;
      case IDE:
        return this.#device(item, 'VirtualIDEController', { busNumber: Number(item.address ?? 0) });
      case SCSI:
        return this.#typed(item, { busNumber: Number(item.address ?? 0) || 0, sharedBus: 'noSharing' });
      case STORAGE:
        return this.#typed(item, { busNumber: Number(item.address ?? 0) || 0 });
      case CARD:
        return this.#card(item);
      case DISK:
        return this.#disk(item);
      case CD:
      case DVD:
        return this.#drive(item, 'VirtualCdrom');
      case FLOPPY:
        return this.#drive(item, 'VirtualFloppy');
      case USB:
      case SOUND:
        return this.#typed(item, {});
      case VIDEO:
        return;
      case OTHER:
        // What every machine has anyhow.
        if (item.subTypes.some((s) => /^vmware\.(vmci|keyboard|pointing)/i.test(s))) return;
        return this.#unknown(item);
      default:
        return this.#unknown(item);
    }
  }

  #unknown(item: OvfItem): void {
    const flaw = {
      kind: 'OvfUnsupportedType',
      element: item.name,
      attribute: item.id,
      value: String(item.type),
      line: item.line,
    };
    (item.required ? this.#b.error : this.#b.warning).push(faultOf(flaw));
  }

  #typed(item: OvfItem, properties: object): void {
    const known = item.subTypes.map((name) => TYPES.get(name.toLowerCase())).find((type) => type !== undefined);
    const type = known ?? (item.subTypes.length === 0 ? USUAL[item.type] : undefined);
    if (type !== undefined) return this.#device(item, type, properties);
    const value = item.subTypes.join(' ');
    const flaw = { kind: 'OvfUnsupportedSubType', element: item.name, attribute: item.id, value, line: item.line };
    (item.required ? this.#b.error : this.#b.warning).push(faultOf(flaw));
  }

  #device(item: OvfItem, type: string, properties: object, fileOperation?: 'create'): void {
    const parent = item.parent === undefined ? undefined : this.#keys.get(item.parent);
    this.changes.push({
      _typeName: 'VirtualDeviceConfigSpec',
      operation: 'add',
      fileOperation,
      device: {
        _typeName: type,
        key: this.#keys.get(item.id)!,
        controllerKey: parent,
        unitNumber: parent === undefined ? undefined : (item.addressOnParent ?? 0),
        ...properties,
      },
    });
  }

  #card(item: OvfItem): void {
    const name = item.connections[0] ?? '';
    const network = this.#b.networkFor(name);
    if (!network) {
      this.#b.error.push(faultOf({ kind: 'OvfNoHostNic', element: 'Connection', line: item.line }));
      return;
    }
    this.#typed(
      { ...item, parent: undefined },
      { addressType: 'generated', connectable: connectable(item), backing: cardBacking(network) },
    );
  }

  #disk(item: OvfItem): void {
    const { envelope, datastore, thin, eager } = this.#b;
    const [kind, id] = referred(item);
    const disk = kind === 'disk' ? envelope.disks.find((d) => d.id === id) : undefined;
    if (!disk) {
      const flaw = { kind: 'OvfMissingElement', element: 'Disk', line: item.line };
      this.#b.error.push(faultOf(flaw));
      return;
    }
    const backing = {
      _typeName: 'VirtualDiskFlatVer2BackingInfo',
      fileName: datastore,
      diskMode: 'persistent',
      thinProvisioned: thin,
      ...(eager && { eagerlyScrub: true }),
    };
    this.#device(item, 'VirtualDisk', { capacityInKB: Math.ceil(disk.capacity / 1024), backing }, 'create');
    const file = envelope.files.find(({ id: fileId }) => fileId === disk.file);
    if (file) this.#file(item, file, false);
  }

  #drive(item: OvfItem, type: string): void {
    const [kind, id] = referred(item);
    const file = kind === 'file' ? this.#b.envelope.files.find((f) => f.id === id) : undefined;
    const words = type === 'VirtualCdrom' ? 'VirtualCdromRemotePassthrough' : 'VirtualFloppyRemoteDevice';
    const backing = {
      _typeName: `${words}BackingInfo`,
      deviceName: '',
      ...(type === 'VirtualCdrom' && { exclusive: false }),
    };
    this.#device(item, type, { connectable: connectable(item), backing });
    if (file) this.#file(item, file, true);
  }

  #file(item: OvfItem, file: OvfFileRef, create: boolean): void {
    this.files.push({
      _typeName: 'OvfFileItem',
      deviceId: `/${this.#b.entity}/${this.#place(item)}`,
      path: file.href,
      compressionMethod: file.compression,
      chunkSize: file.chunkSize,
      size: file.size,
      cimType: item.type,
      create,
    } as OvfFileItem);
  }

  /** `VirtualLsiLogicController0:0`: the controller's type, its bus, and the place on it. */
  #place(item: OvfItem): string {
    const parent = this.#rows.find(({ id }) => id === item.parent);
    const controller = this.changes.find(({ device }) => device['key'] === this.#keys.get(item.parent ?? ''))?.device;
    const type = String(
      controller?.['_typeName'] ?? (parent?.type === IDE ? 'VirtualIDEController' : 'VirtualController'),
    );
    return `${type}${String(controller?.['busNumber'] ?? parent?.address ?? 0)}:${item.addressOnParent ?? 0}`;
  }
}

/** `ovf:/disk/vmdisk1` as its kind and the id. */
function referred({ hostResources }: OvfItem): readonly [string, string] {
  const match = /^(?:ovf:)?\/(disk|file)\/(.+)$/.exec(hostResources[0] ?? '');
  return match ? [match[1]!, match[2]!] : ['', ''];
}

function connectable({ connected }: OvfItem): object {
  return { startConnected: connected ?? true, allowGuestControl: true, connected: connected ?? true };
}

function cardBacking(network: Cell): object {
  if (network.is('DistributedVirtualPortgroup')) {
    const { key, distributedVirtualSwitch } = network.get('config') as {
      readonly key: string;
      readonly distributedVirtualSwitch: { readonly value: string };
    };
    const switchUuid = network.world.find(distributedVirtualSwitch.value)?.get('uuid');
    const port = { switchUuid, portgroupKey: key };
    return { _typeName: 'VirtualEthernetCardDistributedVirtualPortBackingInfo', port };
  }
  if (network.is('OpaqueNetwork')) {
    const { opaqueNetworkId, opaqueNetworkType } = network.get('summary') as Record<string, string>;
    return { _typeName: 'VirtualEthernetCardOpaqueNetworkBackingInfo', opaqueNetworkId, opaqueNetworkType };
  }
  return { _typeName: 'VirtualEthernetCardNetworkBackingInfo', deviceName: network.get('name'), network: network.ref };
}
