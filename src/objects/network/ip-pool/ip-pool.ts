/** IP pools of a datacenter: what vApps are told of networks, and the addresses that are given out on them. */
import type { IpPool, IpPoolIpPoolConfigInfo } from '../../../vim25/generated/index.ts';
import type { Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { defineKind, type KindSpec } from '../../../world/kind.ts';
import { addressOf, type Family, numberOf, rangesIn } from './addresses.ts';

export interface Allocation {
  readonly address: string;
  readonly id: string;
  readonly extensionKey: string;
  /** The vApp or machine that has it; when that is gone, nobody has. */
  readonly owner?: string | undefined;
}

export interface IpPoolFacets {
  /** Id of the datacenter, and the pool's number in it. */
  readonly of: { readonly datacenter: string; readonly number: number };
  /** What was said of it, but for networks. */
  readonly said: Omit<IpPool, 'networkAssociation'>;
  /** Ids of the networks it is for. */
  readonly networks: readonly string[];
  readonly allocated: readonly Allocation[];
}

/** No managed object of the API: clients know it by its number. */
export const ipPoolKind: KindSpec<IpPoolFacets> = defineKind<IpPoolFacets>({
  type: 'IpPoolOfDatacenter',
  prefix: '#ip-pool',
  relations: {
    datacenter: { facet: 'of', to: 'Datacenter', of: (s) => s.of.datacenter, inverse: 'ipPools' },
    network: { facet: 'networks', to: 'Network', of: (s) => s.networks, inverse: 'ipPool' },
  },
});

export type Pool = Cell<IpPoolFacets>;

/** The pool a network belongs to. */
export function poolOf(network: Cell): Pool | undefined {
  const [pool] = network.back<IpPoolFacets>('ipPool');
  return pool;
}

export function configOf({ state }: Pool, family: Family): IpPoolIpPoolConfigInfo | undefined {
  return family === 'ipv4' ? state.said.ipv4Config : state.said.ipv6Config;
}

/** Addresses given out of a family. */
export function givenOut({ state, world }: Pool, family: Family): readonly Allocation[] {
  return state.allocated.filter(
    ({ address, owner }) =>
      address.includes(':') === (family === 'ipv6') && (owner === undefined || world.find(owner) !== undefined),
  );
}

/** The first address of the ranges that nobody has; undefined when all are given out, or the pool gives out none. */
export function freeAddress(pool: Pool, family: Family): string | undefined {
  const config = configOf(pool, family);
  if (!config?.ipPoolEnabled) return undefined;
  const taken = new Set(givenOut(pool, family).map(({ address }) => numberOf(address)));
  for (const { first, count } of rangesIn(family, config.range ?? '') ?? []) {
    for (let n = first; n < first + count; n++) if (!taken.has(n)) return addressOf(family, n);
  }
  return undefined;
}

/** How many addresses the ranges have. */
function sizeOf(pool: Pool, family: Family): number {
  const ranges = rangesIn(family, configOf(pool, family)?.range ?? '') ?? [];
  return Number(ranges.reduce((sum, { count }) => sum + count, 0n));
}

/** The pool as a client reads it. */
export function poolInfo(pool: Pool): IpPool {
  const { of, said } = pool.state;
  const [v4, v6] = [givenOut(pool, 'ipv4').length, givenOut(pool, 'ipv6').length];
  return {
    ...said,
    id: of.number,
    networkAssociation: pool.all('network').map((network) => ({
      network: network.ref as Ref<'Network'>,
      networkName: String(network.get('name') ?? ''),
    })),
    availableIpv4Addresses: Math.max(0, sizeOf(pool, 'ipv4') - v4),
    availableIpv6Addresses: Math.max(0, sizeOf(pool, 'ipv6') - v6),
    allocatedIpv4Addresses: v4,
    allocatedIpv6Addresses: v6,
  };
}

/** Gives an address to whoever has that id, the one it has already where there is one. Inside a turn. */
export function allocate(pool: Pool, family: Family, asker: Omit<Allocation, 'address'>): string | undefined {
  const { id, extensionKey } = asker;
  const known = givenOut(pool, family).find((a) => a.id === id && a.extensionKey === extensionKey);
  if (known) return known.address;
  const address = freeAddress(pool, family);
  if (address === undefined) return undefined;
  const allocated = Object.freeze([
    ...pool.state.allocated.filter((a) => a.address !== address),
    Object.freeze({ ...asker, address }),
  ]);
  pool.world.update(pool, { allocated });
  return address;
}

/** Takes back what those of some ids have. Inside a turn. */
export function release(pool: Pool, isGone: (allocation: Allocation) => boolean): void {
  const allocated = pool.state.allocated.filter((a) => !isGone(a));
  if (allocated.length < pool.state.allocated.length) {
    pool.world.update(pool, { allocated: Object.freeze(allocated) });
  }
}
