/** The guest's view of its network cards: which addresses each has, and where they come from. */
import { type Device, isCard, networkOf } from '../machine/device/device.ts';
import type { Customized, Machine } from '../machine/machine.ts';
import { isSeen, stageOf } from './awake.ts';
import { gatewayOf, PREFIX_LENGTH } from './lease.ts';

export interface CardAddress {
  readonly ip: string;
  readonly prefixLength: number;
  readonly origin: 'manual' | 'dhcp' | 'linklayer';
}

export interface GuestCard {
  readonly device: Device;
  readonly connected: boolean;
  readonly dhcp: boolean;
  readonly addresses: readonly CardAddress[];
  readonly gateways: readonly string[];
}

type Looked = Pick<Machine, 'guest' | 'power' | 'devices' | 'customized' | 'outside'>;
type Setting = Customized['nics'][number];

/** What a customization says of a card: by its MAC, else by its place among those that name none. */
function settingOf(customized: Customized | undefined, card: Device, index: number): Setting | undefined {
  const nics = customized?.nics ?? [];
  const named = nics.find(({ mac }) => mac !== undefined && mac.toLowerCase() === card.macAddress?.toLowerCase());
  const byPlace = nics[index];
  return named ?? (byPlace?.mac === undefined ? byPlace : undefined);
}

/** Whether a card that is up waits for an address of its network. */
function wantsLease(m: Looked, card: Device, index: number): boolean {
  if (!isConnected(card) || card.macAddress === undefined || m.guest?.net) return false;
  if (index === 0 && m.guest?.ipAddress !== undefined) return false;
  const setting = settingOf(m.customized, card, index);
  return (setting?.dhcp ?? true) && !m.guest?.leases?.some(({ mac }) => mac === card.macAddress);
}

function isConnected(card: Device): boolean {
  return card.connectable?.connected ?? true;
}

/** Cards that have no address yet and are to get one. */
export function cardsWaiting(m: Looked): Device[] {
  return m.devices.filter(isCard).filter((card, i) => wantsLease(m, card, i));
}

/** The cards of a guest that is up. */
export function guestCards(m: Looked): GuestCard[] {
  return isSeen(m) ? m.devices.filter(isCard).map((device, i) => guestCard(m, device, i)) : [];
}

function guestCard(m: Looked, device: Device, index: number): GuestCard {
  const connected = isConnected(device);
  const setting = settingOf(m.customized, device, index);
  const dhcp = setting?.dhcp ?? !(index === 0 && m.guest?.ipAddress !== undefined);
  if (!connected) return { device, connected, dhcp, addresses: [], gateways: [] };
  const own = stageOf(m) === 'network' ? routable(m, device, index, setting) : [];
  const gateways = setting?.gateways.length ? setting.gateways : own.slice(0, 1).flatMap(defaultGateway);
  const local = linkLocal(device.macAddress);
  return { device, connected, dhcp, addresses: [...own, ...local], gateways: own.length > 0 ? gateways : [] };
}

function routable(m: Looked, card: Device, index: number, setting: Setting | undefined): CardAddress[] {
  const fixed = (setting?.addresses ?? []).map((a): CardAddress => ({ ...a, origin: 'manual' }));
  if (fixed.length > 0 || setting?.dhcp === false) return fixed;
  const said = index === 0 && setting === undefined ? m.guest?.ipAddress : undefined;
  if (said !== undefined) return [{ ip: said, prefixLength: said.includes(':') ? 64 : 24, origin: 'manual' }];
  const lease = m.guest?.leases?.find(({ mac }) => mac === card.macAddress);
  return lease ? [{ ip: lease.ip, prefixLength: PREFIX_LENGTH, origin: 'dhcp' }] : [];
}

/** A guest whose address was said rather than given finds its gateway at the first address of its network. */
function defaultGateway({ ip, origin }: CardAddress): string[] {
  if (ip.includes(':')) return [];
  return [origin === 'dhcp' ? gatewayOf(ip) : `${ip.slice(0, ip.lastIndexOf('.'))}.1`];
}

/** The IPv6 address every card gives itself (RFC 4291, modified EUI-64). */
function linkLocal(mac: string | undefined): CardAddress[] {
  const bytes = mac?.split(':').map((b) => Number.parseInt(b, 16)) ?? [];
  if (bytes.length !== 6 || bytes.some(Number.isNaN)) return [];
  const [a, b, c, d, e, f] = bytes as [number, number, number, number, number, number];
  const groups = [((a ^ 2) << 8) | b, (c << 8) | 0xff, 0xfe00 | d, (e << 8) | f].map((g) => g.toString(16));
  return [{ ip: `fe80::${groups.join(':')}`, prefixLength: 64, origin: 'linklayer' }];
}

/** Every address under which the guest is found. */
export function addressesOf(m: Looked): string[] {
  const own = guestCards(m).flatMap((c) => c.addresses.filter((a) => a.origin !== 'linklayer').map((a) => a.ip));
  const saved = stageOf(m) === 'network' ? (m.guest?.net ?? []).flatMap((card) => card.ipAddress ?? []) : [];
  return [...new Set([...own, ...saved])];
}

/** Addresses that nobody else is to get, whether the machine runs or not. */
export function takenAddresses({ guest, customized }: Pick<Machine, 'guest' | 'customized'>): string[] {
  const leased = guest?.leases?.map((lease) => lease.ip) ?? [];
  const fixed = customized?.nics.flatMap((nic) => nic.addresses.map((a) => a.ip)) ?? [];
  const said = guest?.net?.flatMap((card) => card.ipAddress ?? []) ?? [];
  return [...leased, ...fixed, ...said, ...(guest?.ipAddress === undefined ? [] : [guest.ipAddress])];
}

/** The address a client is told first. */
export function primaryAddress(m: Looked): string | undefined {
  if (m.guest?.net && m.guest.ipAddress !== undefined) return stageOf(m) === 'network' ? m.guest.ipAddress : undefined;
  const all = addressesOf(m);
  return all.find((ip) => !ip.includes(':')) ?? all[0];
}

/** Ids of networks are kept in the backings; opaque ones and switches' own have none that is known here. */
export function networkIdOf(card: Device): string {
  return networkOf(card) ?? 'none';
}
