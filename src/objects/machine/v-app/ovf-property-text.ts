/** The text of a property as a guest is told it: its value, or what the platform works out for it. */
import type { VAppPropertyInfo } from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import type { VApp } from '../../compute/v-app/v-app.ts';
import type { Family } from '../../network/ip-pool/addresses.ts';
import { givenOut, type IpPoolFacets } from '../../network/ip-pool/ip-pool.ts';
import { isAddressWord, poolNamed, wordOf } from '../../network/ip-pool/network-words.ts';
import type { Machine } from '../machine.ts';
import { propertyKey } from './v-app-config-property.ts';

/** A property, and the machine or vApp that has it. */
export interface Told {
  readonly owner: string;
  readonly property: VAppPropertyInfo;
}

/** What the texts of a machine's properties follow from. */
export interface Scope {
  /** Those of its vApp. */
  readonly inherited: readonly Told[];
  readonly datacenter: Cell | undefined;
  readonly family: Family;
}

export function scopeOf(self: Cell<Machine>): Scope {
  const parent = self.one<VApp>('parentVApp');
  const settings = parent?.state.settings;
  return {
    inherited: toldBy(parent?.id ?? '', settings?.property),
    datacenter: self.all('network')[0]?.one('datacenter'),
    family: settings?.ipAssignment?.ipProtocol === 'IPv6' ? 'ipv6' : 'ipv4',
  };
}

export function toldBy(owner: string, properties: readonly VAppPropertyInfo[] | undefined): readonly Told[] {
  return (properties ?? []).map((property) => ({ owner, property }));
}

export function textOf(told: Told, scope: Scope): string {
  const { type = '', value, defaultValue = '' } = told.property;
  if (type.startsWith('ip:')) return value || addressFor(told, scope) || defaultValue;
  if (type !== 'expression') return value || defaultValue;
  return defaultValue.replace(/\$\{([^}:]+)(?::([^}]*))?\}/g, (_, name: string, network?: string) => {
    if (network !== undefined) return ofNetwork(told, scope, name, network);
    const source = scope.inherited.find((t) => propertyKey(t.property) === name);
    return source ? textOf(source, { ...scope, inherited: [] }) : '';
  });
}

function ofNetwork(told: Told, scope: Scope, word: string, network: string): string {
  if (word === 'net') return network;
  if (isAddressWord(word)) return addressFor(told, scope) ?? '';
  const pool = poolNamed(scope.datacenter, network)?.pool;
  return (pool && wordOf(pool, word, scope.family)) ?? '';
}

/** The address that a pool of the datacenter keeps for the property. */
function addressFor({ owner, property }: Told, { datacenter, family }: Scope): string | undefined {
  const id = `${owner}/${propertyKey(property)}`;
  for (const pool of datacenter?.back<IpPoolFacets>('ipPools') ?? []) {
    const found = givenOut(pool, family).find((a) => a.id === id);
    if (found) return found.address;
  }
  return undefined;
}
