/** MAC addresses as vCenter gives them: 00:50:56:80:00:00 to 00:50:56:bf:ff:ff, none twice. */
import { fnv1a } from '../../kernel/random.ts';
import type { Site } from '../site.ts';

const SPACE = 2 ** 22;
/** Odd, so that steps of it go through the whole space before one comes again. */
const STRIDE = 2_654_435_761;

/** The next address of the simulator's own sequence that nobody has. */
export function nextAddress(site: Site): string {
  const start = fnv1a(site.ids.uuid('mac'));
  for (;;) {
    const address = formatted(start + Math.imul(site.world.numbers.next('#mac'), STRIDE));
    if (isFree(site, address)) return address;
  }
}

/** An address that follows from a uuid; the next free one where it is taken. */
export function addressFor(site: Site, uuid: string): string {
  for (let n = fnv1a(uuid); ; n++) {
    const address = formatted(n);
    if (isFree(site, address)) return address;
  }
}

function isFree(site: Site, address: string): boolean {
  return site.world.lookup.get('macAddress', address).size === 0;
}

function formatted(n: number): string {
  const hex = (0x800000 + ((n >>> 0) % SPACE)).toString(16);
  return `00:50:56:${hex.slice(0, 2)}:${hex.slice(2, 4)}:${hex.slice(4)}`;
}
