/**
 * The addresses and names that a simulator's hosts go by. Clients upload to a host by its name (nova to
 * `https://<HostSystem.name>:<port>/folder`), so who names a host by an address of this machine is met there.
 */
import { isIPv4 } from 'node:net';
import type { Simulation } from '../simulator/simulator.ts';
import type { ListenOptions } from './server.ts';

/** No more names than these are written into a certificate, which goes out with every connection, or listened at. */
const MOST = 64;

/** Where to listen, and what the certificate covers, beside what was asked for. */
export function hostDoors(simulation: Simulation, { also = [], names = [] }: ListenOptions): ListenOptions {
  const hosts = Array.from(simulation.site.world.ofType('HostSystem'), (host) => String(host.get('name')));
  const addresses = hosts.filter(isLoopbackAddress);
  const domains = hosts.filter((name) => /^[a-z\d-]+(\.[a-z\d-]+)+$/i.test(name) && !isIPv4(name));
  return { also: [...also, ...addresses.slice(0, MOST)], names: [...names, ...domains.slice(0, MOST)] };
}

function isLoopbackAddress(name: string): boolean {
  return isIPv4(name) && name.startsWith('127.') && name !== '127.0.0.1';
}
