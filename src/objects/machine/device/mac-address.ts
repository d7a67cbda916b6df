/**
 * MAC addresses: vCenter assigns 00:50:56:80:00:00 to 00:50:56:bf:ff:ff, ESXi by itself generates in 00:0c:29; none
 * twice.
 */
import { fnv1a } from '../../../kernel/random.ts';
import { VimFault } from '../../../world/fault.ts';
import type { Site } from '../../site.ts';
import type { Device } from './device.ts';
import type { Setting } from './device-setting.ts';

const SPACE = 2 ** 22;
/** Odd, so that steps of it go through the whole space before one comes again. */
const STRIDE = 2_654_435_761;

/** The next address of the simulator's own sequence that nobody has. */
export function nextAddress(site: Site): string {
  const start = fnv1a(site.ids.uuid('mac'));
  for (;;) {
    const address = formatted(site, start + Math.imul(site.world.numbers.next('#mac'), STRIDE));
    if (isFree(site, address)) return address;
  }
}

/** An address that follows from a uuid; the next free one where it is taken. */
export function addressFor(site: Site, uuid: string): string {
  for (let n = fnv1a(uuid); ; n++) {
    const address = formatted(site, n);
    if (isFree(site, address)) return address;
  }
}

function isFree(site: Site, address: string): boolean {
  return !site.world.lookup.has('macAddress', address);
}

function formatted({ flavour }: Site, n: number): string {
  const hex = (0x800000 + ((n >>> 0) % SPACE)).toString(16);
  return `${flavour === 'esx' ? '00:0c:29' : '00:50:56'}:${hex.slice(0, 2)}:${hex.slice(2, 4)}:${hex.slice(4)}`;
}

/** What the addresses are called that the server gives. */
export function givenType({ flavour }: Site): 'assigned' | 'generated' {
  return flavour === 'esx' ? 'generated' : 'assigned';
}

const ADDRESS = /^[0-9a-f]{2}(:[0-9a-f]{2}){5}$/i;
const OURS = /^00:50:56:[89ab][0-9a-f]:|^00:0c:29:/i;

type Address = Pick<Device, 'addressType' | 'macAddress'>;

/**
 * The address of a card. A manual one is the client's. Any other is the server's to give: what a client says of it
 * stands as long as it lies in the server's range and nobody has it.
 */
export function address(
  setting: Setting,
  devices: readonly Device[],
  given: Device,
  before: Device | undefined,
  index: number,
): Address {
  const asked = given.macAddress || undefined;
  const type = (given.addressType || (asked && asked !== before?.macAddress ? 'manual' : 'assigned')).toLowerCase();
  if (!/^(manual|assigned|generated)$/.test(type)) throw refusal('addressType', index);
  if (asked !== undefined && !isUsable(asked)) throw refusal('macAddress', index);
  const same = asked === undefined || asked === before?.macAddress;
  if (type === 'manual') return manual(asked ?? before?.macAddress, index);
  if (before && same && before.addressType !== 'manual') return pick(before);
  const { site, machine } = setting;
  const others = devices.some((d) => d.key !== before?.key && d.macAddress?.toLowerCase() === asked?.toLowerCase());
  const own = machine?.devices.some((d) => d.macAddress === asked) ?? false;
  if (asked && OURS.test(asked) && !others && (own || isFree(site, asked.toLowerCase()))) {
    return { addressType: givenType(site), macAddress: asked };
  }
  if (before && before.addressType !== 'manual') return pick(before);
  return { addressType: givenType(site), macAddress: nextAddress(site) };
}

function manual(macAddress: string | undefined, index: number): Address {
  if (macAddress === undefined) throw refusal('macAddress', index);
  return { addressType: 'manual', macAddress };
}

function pick({ addressType, macAddress }: Device): Address {
  return { addressType, macAddress };
}

/** Addresses of groups and the empty one are nobody's. */
function isUsable(address: string): boolean {
  return ADDRESS.test(address) && Number.parseInt(address.slice(0, 2), 16) % 2 === 0 && !/^(00:?){6}$/.test(address);
}

function refusal(property: string, deviceIndex: number): VimFault {
  return new VimFault('InvalidDeviceSpec', { property: `virtualDeviceSpec.device.${property}`, deviceIndex });
}
