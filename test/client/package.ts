/** A package of one machine with one disk: its descriptor. */
import { readFileSync } from 'node:fs';

/** Text of the descriptor; the disk's file is `disk.vmdk`, the network is called `lan`. */
export const packageOf = (size: number): string =>
  readFileSync(new URL('./package.ovf', import.meta.url), 'utf8').replace('SIZE', String(size));
