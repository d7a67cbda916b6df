/** What a scenario says of hosts that stand. Inside a turn. */
import { fitsName } from '../kernel/glob.ts';
import { type Host, hostKind } from '../objects/compute/host/host.ts';
import type { Site } from '../objects/site.ts';
import type { Cell } from '../world/cell.ts';

export interface HostChange {
  readonly iscsi?: boolean | undefined;
  readonly maintenance?: boolean | undefined;
}

/** Tells whether any host goes by the name. */
export function describeHosts(site: Site, { name, ...said }: HostChange & { readonly name: string }): boolean {
  const found = [...site.world.every<Host>(hostKind)].filter((host) => fitsName(name, host.state.name));
  for (const host of found) changeHost(site, host, said);
  return found.length > 0;
}

export function changeHost(site: Site, host: Cell<Host>, { iscsi, maintenance }: HostChange): void {
  site.world.update(host, {
    ...(iscsi !== undefined && { iscsi: Object.freeze({ enabled: iscsi }) }),
    ...(maintenance !== undefined && { runtime: Object.freeze({ ...host.state.runtime, maintenance }) }),
  });
}
