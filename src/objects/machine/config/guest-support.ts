/**
 * Which guests a machine may be said to run. The API names them, each from a version on; a hardware version lists those
 * that were known when it was made, and a host those that its release knows.
 */
import type { Cell } from '../../../world/cell.ts';
import { invalidArgument, VimFault } from '../../../world/fault.ts';
import type { World } from '../../../world/world.ts';
import type { Host } from '../../compute/host/host.ts';
import type { Site } from '../../site.ts';
import { HARDWARE, hardwareNumber } from './hardware-version.ts';

type Named = ReadonlyMap<string, number>;

const NONE: Named = new Map();

/** Every identifier of the API, with the index of the version that brought it. */
function named({ model }: World): Named {
  return model.schema.enum('VirtualMachineGuestOsIdentifier')?.values ?? NONE;
}

/** Guests that older hardware was taught by updates of its release. */
const TAUGHT: readonly (readonly [RegExp, hardware: number])[] = [[/^windows9(Server64|_64)?Guest$/, 8]];

/** Whether the presented API names a guest. */
export function isNamed({ world, version }: Site, id: string): boolean {
  const since = named(world).get(id);
  return since !== undefined && since <= version;
}

/** The oldest hardware version that lists a guest: the youngest there was when the guest got its name. */
function firstHardware(world: World, id: string): number {
  const taught = TAUGHT.find(([ids]) => ids.test(id));
  if (taught) return taught[1];
  const { schema } = world.model;
  const since = named(world).get(id) ?? 0;
  // Those that were there before the API said since when are as old as anything.
  if (since <= schema.versionIndex('5.5')) return 0;
  return HARDWARE.findLast((row) => schema.versionIndex(row.since) <= since)?.number ?? 0;
}

/** The guests that a hardware version has on a server, in the API's order. `host` narrows them to those of its release. */
export function guestsOf(site: Site, hardware: number, host?: Cell<Host>): string[] {
  const { world } = site;
  const release = Math.min(site.version, host ? releaseOf(host) : site.version);
  return Array.from(named(world)).flatMap(([id, since]) => {
    return since <= release && firstHardware(world, id) <= hardware ? [id] : [];
  });
}

/** Throws InvalidArgument for a guest the presented API does not name, UnsupportedGuest for one the hardware does not list. */
export function guardGuest(site: Site, id: string, version: string): void {
  if (!isNamed(site, id)) throw invalidArgument('configSpec.guestId');
  if (firstHardware(site.world, id) > hardwareNumber(version)) throw unsupportedGuest(id);
}

/** Why a host cannot take a guest; undefined when it can. */
export function guestRefusal(host: Cell<Host>, id: string): VimFault | undefined {
  const since = named(host.world).get(id) ?? 0;
  return since > releaseOf(host) ? unsupportedGuest(id) : undefined;
}

/** Throws UnsupportedGuest for a guest that the host's release does not know. */
export function guardGuestOn(host: Cell<Host> | undefined, id: string | undefined): void {
  const fault = host && id ? guestRefusal(host, id) : undefined;
  if (fault) throw fault;
}

function unsupportedGuest(unsupportedGuestOS: string): VimFault {
  return new VimFault('UnsupportedGuest', { property: 'configSpec.guestId', unsupportedGuestOS });
}

/** Index of the API version that a host's release speaks; one of nobody's list knows everything. */
export function releaseOf(host: Cell<Host>): number {
  const own = host.world.model.schema.versionIndex(host.state.product.apiVersion);
  return own < 0 ? Number.POSITIVE_INFINITY : own;
}
