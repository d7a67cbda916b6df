/** Disks of a host's storage that a machine can be given as they are. */
import type { HostScsiDisk, HostStorageDeviceInfo } from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';

export interface Lun {
  /** `/vmfs/devices/disks/naa.…`, or as the host names it. */
  readonly deviceName: string;
  readonly uuid: string;
  readonly bytes: number;
}

/** The disk of that device name, canonical name or uuid that a host of the compute resource has. */
export function lunNamed(owner: Cell | undefined, name: string): Lun | undefined {
  if (name === '') return undefined;
  for (const host of owner?.back('host') ?? []) {
    const lun = lunsOf(host as unknown as Cell).find((l) => [l.deviceName, l.canonicalName, l.uuid].includes(name));
    if (lun) {
      return {
        deviceName: lun.deviceName,
        uuid: lun.uuid,
        bytes: Number(lun.capacity.block) * lun.capacity.blockSize,
      };
    }
  }
  return undefined;
}

export function lunsOf(host: Cell): readonly HostScsiDisk[] {
  const config = host.get('config') as { readonly storageDevice?: HostStorageDeviceInfo } | undefined;
  return (config?.storageDevice?.scsiLun ?? []).filter((l) => l._typeName === 'HostScsiDisk') as HostScsiDisk[];
}
