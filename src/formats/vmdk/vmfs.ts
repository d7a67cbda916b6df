/** Descriptors as ESXi writes them beside the extents of disks on a datastore. */
import { SECTOR } from './bytes.ts';
import type { Descriptor } from './descriptor.ts';
import { geometryOf } from './geometry.ts';

export interface VmfsDisk {
  /** In bytes. */
  readonly capacity: number;
  /** The extent's name, beside the descriptor: `x-flat.vmdk`, `x-000001-delta.vmdk`. */
  readonly file: string;
  readonly cid: number;
  /** 32 hexadecimal digits. Default: zeros, and the content id behind them. */
  readonly longContentId?: string | undefined;
}

export interface VmfsFlatDisk extends VmfsDisk {
  /** As a descriptor calls it: `ide`, `buslogic`, `lsilogic`. */
  readonly adapterType: string;
  /** As vSphere tells it, `6000C29a-...`. */
  readonly uuid: string;
  readonly thin: boolean;
  /** Default 21. */
  readonly hardwareVersion?: number | undefined;
  /** As Tools count. Default 2147483647: nobody knows. */
  readonly toolsVersion?: number | undefined;
}

export interface VmfsDeltaDisk extends VmfsDisk {
  readonly parentCid: number;
  /** The parent's descriptor, beside this one, or its whole path. */
  readonly parentFile: string;
}

export function flatDescriptor(disk: VmfsFlatDisk): Descriptor {
  const { capacity, file, cid, adapterType, uuid, thin } = disk;
  const { cylinders, heads, sectors } = geometryOf(capacity, adapterType);
  return {
    cid,
    createType: 'vmfs',
    extents: [{ access: 'RW', size: capacity / SECTOR, type: 'VMFS', file }],
    ddb: {
      adapterType,
      'geometry.cylinders': String(cylinders),
      'geometry.heads': String(heads),
      'geometry.sectors': String(sectors),
      longContentID: longContentIdOf(disk),
      ...(thin ? { thinProvisioned: '1' } : {}),
      toolsVersion: String(disk.toolsVersion ?? 2_147_483_647),
      uuid: spacedUuid(uuid),
      virtualHWVersion: String(disk.hardwareVersion ?? 21),
    },
  };
}

export function deltaDescriptor(disk: VmfsDeltaDisk): Descriptor {
  const { capacity, file, cid, parentCid, parentFile } = disk;
  return {
    cid,
    parentCid,
    createType: 'vmfsSparse',
    parentFile,
    extents: [{ access: 'RW', size: capacity / SECTOR, type: 'VMFSSPARSE', file }],
    ddb: { longContentID: longContentIdOf(disk) },
  };
}

/** `60 00 C2 9a 12 34 56 78-9a bc de f0 12 34 56 78`, of a uuid in any writing. */
export function spacedUuid(uuid: string): string {
  const bytes = uuid.replace(/[^0-9a-f]/gi, '').match(/../g) ?? [];
  return `${bytes.slice(0, 8).join(' ')}-${bytes.slice(8).join(' ')}`;
}

/** The uuid of a descriptor as vSphere tells it; undefined when it is none. */
export function plainUuid(spaced: string): string | undefined {
  const hex = spaced.replace(/[\s-]/g, '');
  if (!/^[0-9a-f]{32}$/i.test(hex)) return undefined;
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

function longContentIdOf({ cid, longContentId }: VmfsDisk): string {
  return longContentId ?? cid.toString(16).padStart(32, '0');
}
