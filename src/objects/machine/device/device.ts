/**
 * A device as it is kept: the API's shape without what follows from the rest (labels, lists of what hangs on a
 * controller, names of datastores). A backing's file is kept as datastore and path, so a renamed datastore is found.
 */

import type { DiskContent } from '../../../spool/layer.ts';
import type { VirtualDeviceConnectInfo } from '../../../vim25/generated/index.ts';
import type { Applied } from '../../policy/profile.ts';
import type { FileAt } from '../machine.ts';

export interface Backing {
  readonly _typeName: string;
  readonly file?: FileAt | undefined;
  /** The file below this one in a chain of deltas. */
  readonly parent?: Backing | undefined;
  /** Bytes the file takes, where it takes less than the disk's capacity. */
  readonly used?: number | undefined;
  /** What was written to this file of a disk; never anything where it is absent. */
  readonly content?: DiskContent | undefined;
  /** The file belongs to another machine, or to none: it is counted and deleted there. So do those below it. */
  readonly foreign?: true | undefined;
  /** The content id it has by now, where what lies over it counts on another: `contentId`. */
  readonly nowContentId?: string | undefined;
  /** What the disk was made of at each of its last snapshots, where changes are tracked. */
  readonly tracked?: Tracked | undefined;
  readonly [property: string]: unknown;
}

export interface Tracked {
  readonly series: string;
  /** Marks set in this series; the last of them are kept. */
  readonly count: number;
  /** Extents of the layers there were. */
  readonly marks: readonly (readonly string[])[];
}

export interface Device {
  readonly _typeName: string;
  readonly key: number;
  readonly controllerKey?: number | undefined;
  readonly unitNumber?: number | undefined;
  /** Which of its kind it is, as its label says: 2 in `Hard disk 2`. */
  readonly ordinal?: number | undefined;
  readonly backing?: Backing | undefined;
  readonly connectable?: VirtualDeviceConnectInfo | undefined;
  readonly busNumber?: number | undefined;
  readonly macAddress?: string | undefined;
  readonly addressType?: string | undefined;
  readonly capacityInBytes?: number | undefined;
  /** The storage policy a disk follows. */
  readonly policy?: Applied | undefined;
  readonly [property: string]: unknown;
}

const CARDS: ReadonlySet<string> = new Set([
  'VirtualEthernetCard',
  'VirtualE1000',
  'VirtualE1000e',
  'VirtualPCNet32',
  'VirtualVmxnet',
  'VirtualVmxnet2',
  'VirtualVmxnet3',
  'VirtualVmxnet3Vrdma',
  'VirtualSriovEthernetCard',
]);

const SCSI: ReadonlySet<string> = new Set([
  'VirtualSCSIController',
  'VirtualLsiLogicController',
  'VirtualLsiLogicSASController',
  'VirtualBusLogicController',
  'ParaVirtualSCSIController',
]);

export function isDisk(device: { readonly _typeName?: string | undefined }): boolean {
  return device._typeName === 'VirtualDisk';
}

export function isCard(device: { readonly _typeName?: string | undefined }): boolean {
  return CARDS.has(device._typeName ?? '');
}

export function isScsi(device: { readonly _typeName?: string | undefined }): boolean {
  return SCSI.has(device._typeName ?? '');
}

/** A backing and those below it, top first. */
export function* chain(backing: Backing | undefined): Generator<Backing> {
  for (let b = backing; b; b = b.parent) yield b;
}

export function sameFile(a: FileAt | undefined, b: FileAt | undefined): boolean {
  return a !== undefined && b !== undefined && a.datastore === b.datastore && a.path === b.path;
}

/** Key of the indexes of files. */
export function fileKey(file: FileAt): string {
  return `${file.datastore}/${file.path}`;
}

/** What a network card is plugged into: the id of a network, when its backing names one. */
export function networkOf(device: Device): string | undefined {
  return isCard(device) ? (device.backing?.['networkId'] as string | undefined) : undefined;
}
