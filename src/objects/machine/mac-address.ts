/** MAC addresses as vCenter gives them: 00:50:56:80:00:00 to 00:50:56:bf:ff:ff, none twice. */
import { fnv1a } from '../../kernel/random.ts';
import type { Site } from '../site.ts';

const SPACE = 2 ** 22;
/** Odd, so that multiples of it go through the whole space before one comes again. */
const STRIDE = 2_654_435_761;

export function nextAddress(site: Site): string {
  const start = fnv1a(site.ids.uuid('mac'));
  for (;;) {
    const n = site.world.numbers.next('#mac');
    const address = format(0x800000 + ((start + Math.imul(n, STRIDE)) >>> 0) % SPACE);
    if (site.world.lookup.get('macAddress', address).size === 0) return address;
  }
}

function format(low: number): string {
  const hex = low.toString(16).padStart(6, '0');
  return `00:50:56:${hex.slice(0, 2)}:${hex.slice(2, 4)}:${hex.slice(4)}`;
}
