/** Which controllers take a disk whose descriptor says so. */
import type { VimFault } from '../../../world/fault.ts';
import { isScsi } from '../../machine/device/device.ts';
import { invalidBacking } from '../../machine/device/device-rules.ts';
import type { DiskAdapter } from './standing-disk.ts';

/**
 * What vCenter says to a disk made for IDE that is to hang on a SCSI controller, and the reverse; undefined for those that
 * fit. Controllers of SATA and NVMe take either. `index` is the place of the device in the spec.
 */
export function misfit(
  adapter: DiskAdapter | undefined,
  controller: { readonly _typeName: string } | undefined,
  index: number,
): VimFault | undefined {
  if (adapter === undefined || !controller) return undefined;
  const refused = adapter === 'ide' ? isScsi(controller) : controller._typeName === 'VirtualIDEController';
  return refused ? invalidBacking('', index) : undefined;
}
