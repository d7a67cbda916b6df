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

/** Where the image is; undefined for a machine that is off, wants none, or has no drive to put it in. */
export function environmentImage(
  m: Pick<Machine, 'config' | 'devices' | 'files' | 'power' | 'name'>,
): EnvironmentImage | undefined {
  if (m.power.state !== 'poweredOn' || !m.config.vApp?.ovfEnvironmentTransport?.includes(ISO)) return undefined;
  const drive = m.devices.find((d: Device) => d._typeName === 'VirtualCdrom');
  if (!drive) return undefined;
  const { datastore, path } = home(m.files);
  return { at: { datastore, path: `${path}/_ovfenv-${m.name}.iso` }, drive: drive.key };
}
