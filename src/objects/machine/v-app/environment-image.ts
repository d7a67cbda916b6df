/** The OVF environment on a CD: an image in the machine's directory, in its first drive for as long as it runs. */
import type { Device } from '../device/device.ts';
import { home } from '../files.ts';
import type { FileAt, Machine } from '../machine.ts';

/** The transport by which a guest reads its OVF environment from a CD. */
const ISO = 'iso';

export interface EnvironmentImage {
  readonly at: FileAt;
  /** Key of the drive it is in. */
  readonly drive: number;
}

/** Bytes of such an image, unless what it holds needs more. */
export const IMAGE_BYTES: number = 2 ** 18;

type Equipped = Pick<Machine, 'config' | 'devices' | 'files' | 'power'>;

/** The drive that has the image; undefined for a machine that is off, wants none, or has no drive to put it in. */
function driveOf(m: Equipped): Device | undefined {
  if (m.power.state !== 'poweredOn' || !m.config.vApp?.ovfEnvironmentTransport?.includes(ISO)) return undefined;
  return m.devices.find((d: Device) => d._typeName === 'VirtualCdrom');
}

/** Where the image is, if there is one. */
export function environmentImage(m: Equipped & Pick<Machine, 'name'>): EnvironmentImage | undefined {
  const drive = driveOf(m);
  if (!drive) return undefined;
  const { datastore, path } = home(m.files);
  return { at: { datastore, path: `${path}/_ovfenv-${m.name}.iso` }, drive: drive.key };
}

/** Bytes that the image takes on a datastore. */
export function imageBytes(m: Equipped, datastore: string): number {
  return m.files.vmx.datastore === datastore && driveOf(m) ? IMAGE_BYTES : 0;
}
