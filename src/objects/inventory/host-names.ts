/** Names of the hosts that an inventory of counts comes with. */
import { SimError } from '../../kernel/errors.ts';
import type { World } from '../../world/world.ts';

/** Where a host stands; all but `fallback` count from 0. */
export interface HostPlace {
  /** What it is called when nobody says. */
  readonly fallback: string;
  readonly datacenter: number;
  /** Its cluster's number; 0 for a standalone host. */
  readonly cluster: number;
  readonly host: number;
}

/**
 * The name by a pattern such as `127.0.1.{n}` or `esx{h}.c{c}.example`: `{n}` counts hosts from 1, `{d}`, `{c}` and `{h}`
 * are the numbers of datacenter, cluster and host from 0. Throws ERR_USAGE for a name that another host has already.
 */
export function hostName(world: World, pattern: string | undefined, place: HostPlace): string {
  if (pattern === undefined) return place.fallback;
  const hosts = world.ofType('HostSystem');
  const { datacenter: d, cluster: c, host: h } = place;
  const values: Readonly<Record<string, number>> = { n: hosts.size + 1, d, c, h };
  const name = pattern.replace(/\{([ndch])\}/g, (_, letter: string) => String(values[letter]));
  if ([...hosts].some((host) => (host.state as { readonly name?: string }).name === name)) {
    throw new SimError('ERR_USAGE', `the host name '${pattern}' makes two hosts '${name}'; put {n} into it`);
  }
  return name;
}
