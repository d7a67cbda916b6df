/** Hardware versions by host: each release of ESXi knows its own and older ones. */
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import type { Host } from '../../compute/host/host.ts';
import type { Site } from '../../site.ts';
import { hardwareKey, hardwareNumber, knownHardware, latestHardware } from './hardware-version.ts';

function numbersOn(site: Site, host: Cell<Host>): number[] {
  const { schema } = site;
  const own = schema.versionIndex(host.state.product.apiVersion);
  return knownHardware(site).flatMap((h) => (schema.versionIndex(h.since) <= own ? [h.number] : []));
}

/** The youngest version that a host, where there is one, runs. */
export function latestOn(site: Site, host: Cell<Host> | undefined): string {
  const number = host && numbersOn(site, host).at(-1);
  return number === undefined ? latestHardware(site) : hardwareKey(number);
}

export function runsOn(site: Site, host: Cell<Host>, version: string): boolean {
  return numbersOn(site, host).includes(hardwareNumber(version));
}

/** Throws VirtualHardwareVersionNotSupported naming the host. */
export function guardRunsOn(site: Site, host: Cell<Host> | undefined, version: string): void {
  if (!host || runsOn(site, host, version)) return;
  throw new VimFault('VirtualHardwareVersionNotSupported', { hostName: host.state.name, host: host.ref });
}
