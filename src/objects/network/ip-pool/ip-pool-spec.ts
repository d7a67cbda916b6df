/** What a client may say of an IP pool; refusals name the part. */
import type { IpPool, IpPoolIpPoolConfigInfo } from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import { invalidArgument } from '../../../world/fault.ts';
import { type Family, isOf, prefixOf, rangesIn } from './addresses.ts';
import { type IpPoolFacets, type Pool, poolOf } from './ip-pool.ts';

/** The pool after what is said of it. Throws InvalidArgument. */
export function poolSaid(
  datacenter: Cell,
  before: Pool | undefined,
  given: IpPool,
): Pick<IpPoolFacets, 'said' | 'networks'> {
  const { id: _id, networkAssociation, _typeName, ...rest } = given;
  const { availableIpv4Addresses: _a, availableIpv6Addresses: _b, ...more } = rest;
  const { allocatedIpv4Addresses: _c, allocatedIpv6Addresses: _d, ...said } = more;
  const all = { ...before?.state.said, ...Object.fromEntries(Object.entries(said).filter(([, v]) => v !== undefined)) };
  guardName(datacenter, before, all.name);
  guardConfig('ipv4', all.ipv4Config);
  guardConfig('ipv6', all.ipv6Config);
  const networks = networkAssociation
    ? networkAssociation.map((a, i) => associated(datacenter, before, a, `pool.networkAssociation[${i}]`))
    : (before?.state.networks ?? []);
  return { said: Object.freeze(all), networks: Object.freeze(networks) };
}

function guardName(datacenter: Cell, before: Pool | undefined, name: string | undefined): void {
  if (!name?.trim()) throw invalidArgument('pool.name');
  for (const other of datacenter.back<IpPoolFacets>('ipPools')) {
    if (other !== before && other.state.said.name === name) throw invalidArgument('pool.name');
  }
}

type Association = NonNullable<IpPool['networkAssociation']>[number];

/** A network of the datacenter that no other pool is for. */
function associated(datacenter: Cell, before: Pool | undefined, { network }: Association, path: string): string {
  const found = network && datacenter.world.find(network.value);
  if (!found || found.one('datacenter') !== datacenter) throw invalidArgument(`${path}.network`);
  const owner = poolOf(found);
  if (owner && owner !== before) throw invalidArgument(`${path}.network`);
  return found.id;
}

function guardConfig(family: Family, config: IpPoolIpPoolConfigInfo | undefined): void {
  if (!config) return;
  const path = `pool.${family}Config`;
  for (const part of ['subnetAddress', 'gateway'] as const) {
    if (config[part] && !isOf(family, config[part])) throw invalidArgument(`${path}.${part}`);
  }
  if (config.netmask && prefixOf(family, config.netmask) === undefined) throw invalidArgument(`${path}.netmask`);
  if (config.dns?.some((dns) => !isOf(family, dns))) throw invalidArgument(`${path}.dns`);
  const ranges = rangesIn(family, config.range ?? '');
  if (!ranges || (config.ipPoolEnabled && ranges.length === 0)) throw invalidArgument(`${path}.range`);
}
