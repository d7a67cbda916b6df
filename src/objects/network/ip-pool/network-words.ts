/** What the IP pool of a network says to a vApp that asks: its mask, its gateway, an address on it. */
import type { Cell } from '../../../world/cell.ts';
import type { Family } from './addresses.ts';
import { configOf, type IpPoolFacets, type Pool } from './ip-pool.ts';

/** Words of an expression, `${gateway:VM Network}`, that a pool answers by itself. */
type Word = 'subnet' | 'netmask' | 'gateway' | 'dns' | 'domainName' | 'searchPath' | 'hostPrefix' | 'httpProxy';

const SAYS: { readonly [word in Word]: (pool: Pool, family: Family) => string | undefined } = {
  subnet: (pool, family) => configOf(pool, family)?.subnetAddress,
  netmask: (pool, family) => configOf(pool, family)?.netmask,
  gateway: (pool, family) => configOf(pool, family)?.gateway,
  dns: (pool, family) => configOf(pool, family)?.dns?.join(','),
  domainName: ({ state }) => state.said.dnsDomain,
  searchPath: ({ state }) => state.said.dnsSearchPath,
  hostPrefix: ({ state }) => state.said.hostPrefix,
  httpProxy: ({ state }) => state.said.httpProxy,
};

/** A word for a network, `ip` and `autoIp` among them: `[whole, word, network]`. */
export const OF_NETWORK: RegExp =
  /\$\{(ip|autoIp|subnet|netmask|gateway|domainName|searchPath|hostPrefix|dns|httpProxy):([^}]*)\}/;

export function isAddressWord(word: string | undefined): boolean {
  return word === 'ip' || word === 'autoIp';
}

/** The pool of a datacenter that is for the network of that name. */
export function poolNamed(
  datacenter: Cell | undefined,
  name: string,
): { readonly network: Cell; readonly pool: Pool } | undefined {
  for (const pool of datacenter?.back<IpPoolFacets>('ipPools') ?? []) {
    const network = pool.all<{ readonly name: string }>('network').find((n) => n.state.name === name);
    if (network) return { network: network as unknown as Cell, pool };
  }
  return undefined;
}

/** What a pool says for a word; undefined where it says nothing. */
export function wordOf(pool: Pool, word: string, family: Family): string | undefined {
  return Object.hasOwn(SAYS, word) ? SAYS[word as Word](pool, family) || undefined : undefined;
}
