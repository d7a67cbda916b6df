/** From vcsim's flags and environment to options of `startSimulator`. */
import { tmpdir } from 'node:os';
import type { StartOptions } from '../server/start.ts';
import { delayRules } from './delays.ts';
import { startOptions } from './start-options.ts';
import { addressOnNetwork, type Flags, listenAddress, secret, tlsFiles } from './vcsim-flags.ts';

type Furnish = NonNullable<StartOptions['furnish']>;

/** Throws ERR_USAGE for a flag that cannot be followed. */
export async function vcsimOptions(given: Flags): Promise<StartOptions> {
  const { 'api-version': asked, username, password: word, ...flags } = given;
  const { host, port } = listenAddress(flags['l'] as string);
  const user = secret(username as string);
  const password = secret(word as string);
  const address = addressOnNetwork(host);
  const loaded = flags['load'] === '' ? {} : await saved(flags['load'] as string);
  const http = flags['tls'] === false;
  return {
    ...startOptions(flags, port),
    ...loaded,
    ...(asked !== '' && { apiVersion: asked as string }),
    listen: host,
    port,
    http,
    showDatastores: tmpdir(),
    secureCookies: process.env['VCSIM_SECURE_COOKIES'] === 'true',
    ...(user !== '' || password !== '' ? { user: user || 'user', password: password || 'pass' } : { anyLogin: true }),
    ...(address !== undefined && { names: [address] }),
    ...tlsFiles(flags),
    faults: delayRules({
      delay: flags['delay'] as number,
      methods: flags['method-delay'] as string,
      jitter: flags['delay-jitter'] as string,
    }),
    furnish: (site) => {
      loaded.furnish?.(site);
      putServerUrl(site, http ? 'http' : 'https');
      if (process.env['VCSIM_HOST_PORT_UNIQUE'] === 'true') putHostPorts(site);
    },
  };
}

/** A saved inventory in place of the counted one; what of it was left out is told on stderr. */
async function saved(directory: string): Promise<StartOptions> {
  const { savedInventory } = await import('../scenario/saved-inventory.ts');
  return savedInventory(directory, ({ restored, left }) => {
    if (left.size === 0) return;
    const dropped = [...left].map(([type, n]) => `${type} ${n}`).join(', ');
    process.stderr.write(`simsphere: ${directory}: ${restored} objects restored; left out: ${dropped}\n`);
  });
}

/** Where a reader of the line finds a server that listens on all addresses. */
export function vcsimUrl(url: string, flags: Flags): string {
  const at = new URL(url);
  at.hostname = addressOnNetwork(listenAddress(flags['l'] as string).host) ?? at.hostname;
  return at.href;
}

/** vcsim's hosts are on port 902 unless each is to be told by its own. */
const HOST_PORT = 902;

function putHostPorts({ world }: Parameters<Furnish>[0]): void {
  let port = HOST_PORT;
  world.turn(() => {
    for (const cell of world.ofType('HostSystem')) {
      const { identity } = cell.state as { readonly identity: object };
      world.update(cell, { identity: Object.freeze({ ...identity, port: ++port }) } as object);
    }
  });
}

/** Setting `vcsim.server.url`: scripts tell by it that this is no real vCenter, and where it is. */
function putServerUrl(site: Parameters<Furnish>[0], scheme: string): void {
  for (const cell of site.world.ofType('OptionManager')) {
    const { settings, host } = cell.state as { readonly settings: readonly object[]; readonly host?: string };
    if (host !== undefined) continue;
    const setting = { key: 'vcsim.server.url', value: `${scheme}://{address}/sdk` };
    const next = Object.freeze([...settings, Object.freeze(setting)]);
    site.world.turn(() => site.world.update(cell, { settings: next } as object));
  }
}
