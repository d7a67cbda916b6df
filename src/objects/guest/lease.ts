/**
 * Addresses that cards get by DHCP. Every network has a subnet of its own, 10.N.0.0/16, N following from the seed; a
 * card gets an address that follows from its MAC, or the next that is free.
 */

import type { Lease } from '../machine/machine.ts';
import type { Site } from '../site.ts';

export const PREFIX_LENGTH = 16;
/** Last bytes run from 2 to 251, third ones from 1 to 254. */
const PER_ROW = 250;
const HOSTS = PER_ROW * 254;

/** The first two bytes of a network's addresses: `10.37`. */
export function subnetOf(site: Pick<Site, 'random'>, network: string): string {
  return `10.${site.random(`guest/subnet/${network}`).between(16, 255)}`;
}

/** Gives a card on a network an address that nobody has. Inside a turn, so that the next one sees it. */
export function leaseFor(site: Site, network: string, mac: string, given: readonly Lease[]): Lease {
  const subnet = subnetOf(site, network);
  const first = site.random(`guest/lease/${mac}`).between(0, HOSTS - 1);
  for (let step = 0; step < HOSTS; step++) {
    const ip = `${subnet}.${hostPart((first + step) % HOSTS)}`;
    const taken = site.world.lookup.get('guestAddress', ip).size > 0 || given.some((lease) => lease.ip === ip);
    if (!taken) return Object.freeze({ mac, ip });
  }
  return Object.freeze({ mac, ip: `${subnet}.${hostPart(first)}` });
}

function hostPart(number: number): string {
  return `${1 + Math.floor(number / PER_ROW)}.${2 + (number % PER_ROW)}`;
}

/** Where the traffic of an address goes: the first address of its subnet. */
export function gatewayOf(ip: string): string {
  return `${ip.split('.').slice(0, 2).join('.')}.0.1`;
}
