/** Values that the platform works out when a vApp starts, from the IP pools of the networks its properties name. */
import type { VAppIPAssignmentInfo } from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import { datacenterOf } from '../../inventory/place.ts';
import { propertyFault, propertyKey, type VAppProperty } from '../../machine/v-app/v-app-config-property.ts';
import type { Family } from '../../network/ip-pool/addresses.ts';
import { allocate, freeAddress, givenOut, type IpPoolFacets, release } from '../../network/ip-pool/ip-pool.ts';
import { isAddressWord, OF_NETWORK, poolNamed, wordOf } from '../../network/ip-pool/network-words.ts';
import type { VApp } from './v-app.ts';
import { machinesIn } from './v-app-state.ts';

const ALLOCATED = /^(transientPolicy|fixedAllocatedPolicy)$/;

/** A property, and the machine or vApp it belongs to. */
interface Owned {
  readonly owner: string;
  readonly property: VAppProperty;
}

function* propertiesOf(self: Cell<VApp>): Generator<Owned> {
  for (const property of self.state.settings?.property ?? []) yield { owner: self.id, property };
  for (const vm of machinesIn(self)) {
    for (const property of vm.state.config.vApp?.property ?? []) yield { owner: vm.id, property };
  }
}

function familyOf(assignment: VAppIPAssignmentInfo | undefined): Family {
  return assignment?.ipProtocol === 'IPv6' ? 'ipv6' : 'ipv4';
}

/** The id under which a pool keeps the address of a property. */
function allocationId(owner: string, property: VAppProperty): string {
  return `${owner}/${propertyKey(property)}`;
}

/** The network on which a property asks for an address that the platform is to choose. */
function addressAsked({ property }: Owned, assignment: VAppIPAssignmentInfo | undefined): string | undefined {
  const { type, value, defaultValue } = property;
  if (!ALLOCATED.test(assignment?.ipAllocationPolicy ?? '')) return undefined;
  if (type.startsWith('ip:')) return value === '' ? type.slice(3) : undefined;
  const [, word, network] = type === 'expression' ? (OF_NETWORK.exec(defaultValue) ?? []) : [];
  return isAddressWord(word) ? network : undefined;
}

/** Throws when a property of the vApp, or of a machine in it, asks for something that nobody can give. */
export function guardComputable(self: Cell<VApp>): void {
  const assignment = self.state.settings?.ipAssignment;
  const datacenter = datacenterOf(self as unknown as Cell) as Cell | undefined;
  const family = familyOf(assignment);
  for (const owned of propertiesOf(self)) {
    const { property } = owned;
    const asked = addressAsked(owned, assignment);
    if (asked !== undefined) guardAddress(datacenter, owned, asked, family);
    else if (property.type === 'expression') guardWords(datacenter, property, family);
  }
}

function guardAddress(datacenter: Cell | undefined, { owner, property }: Owned, name: string, family: Family): void {
  const { pool, network } = poolNamed(datacenter, name) ?? {};
  if (!pool) throw propertyFault('MissingIpPool', property);
  const id = allocationId(owner, property);
  if (givenOut(pool, family).some((a) => a.id === id) || freeAddress(pool, family) !== undefined) return;
  throw propertyFault('NoAvailableIp', property, { network: network?.ref });
}

function guardWords(datacenter: Cell | undefined, property: VAppProperty, family: Family): void {
  for (const [, word = '', name = ''] of property.defaultValue.matchAll(new RegExp(OF_NETWORK, 'g'))) {
    const { pool } = poolNamed(datacenter, name) ?? {};
    if (pool && !isAddressWord(word) && wordOf(pool, word, family) !== undefined) continue;
    throw propertyFault('MissingNetworkIpConfig', property);
  }
}

/** Gives each property that asks for one an address. Inside a turn. */
export function allocateAddresses(self: Cell<VApp>): void {
  const assignment = self.state.settings?.ipAssignment;
  const datacenter = datacenterOf(self as unknown as Cell) as Cell | undefined;
  for (const owned of propertiesOf(self)) {
    const asked = addressAsked(owned, assignment);
    const { pool } = (asked !== undefined && poolNamed(datacenter, asked)) || {};
    const { owner, property } = owned;
    const asker = { id: allocationId(owner, property), extensionKey: '', owner };
    if (pool) allocate(pool, familyOf(assignment), asker);
  }
}

/** Addresses that are only for as long as the vApp runs are free again. Inside a turn. */
export function releaseTransient(self: Cell<VApp>): void {
  if (self.state.settings?.ipAssignment?.ipAllocationPolicy !== 'transientPolicy') return;
  const ids = new Set(Array.from(propertiesOf(self), ({ owner, property }) => allocationId(owner, property)));
  const datacenter = datacenterOf(self as unknown as Cell) as Cell | undefined;
  for (const pool of [...(datacenter?.back<IpPoolFacets>('ipPools') ?? [])]) release(pool, ({ id }) => ids.has(id));
}
