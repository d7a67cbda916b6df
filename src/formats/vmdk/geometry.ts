/** Cylinders, heads and sectors, as VMware counts them for a capacity and an adapter. */
import { SECTOR } from './bytes.ts';

export interface Geometry {
  readonly cylinders: number;
  readonly heads: number;
  readonly sectors: number;
}

const GIB = 2 ** 30;
const MAX_CYLINDERS = 65_535;

export function geometryOf(capacity: number, adapterType: string): Geometry {
  const [heads, sectors] = shape(capacity, adapterType);
  const cylinders = Math.ceil(capacity / SECTOR / (heads * sectors));
  return {
    cylinders: Math.max(1, Math.min(cylinders, adapterType === 'ide' ? 16_383 : MAX_CYLINDERS)),
    heads,
    sectors,
  };
}

/** SCSI disks grow heads and sectors with their size; IDE disks always have 16 heads and 63 sectors. */
function shape(capacity: number, adapterType: string): [heads: number, sectors: number] {
  if (adapterType === 'ide') return [16, 63];
  if (capacity < GIB) return [64, 32];
  return capacity < 2 * GIB ? [128, 32] : [255, 63];
}
