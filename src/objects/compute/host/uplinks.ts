/**
 * Physical cards of a host lose their link, or have it again. A switch without any is cut off; when it is the one that the
 * host is managed through, the host is too.
 */
import { fitsName } from '../../../kernel/glob.ts';
import type { Cell } from '../../../world/cell.ts';
import type { Site } from '../../site.ts';
import { failHost } from '../ha/failing.ts';
import { recoverHost } from '../ha/recovery.ts';
import { sayById } from '../ha/said.ts';
import type { Host } from './host.ts';

/** A switch on the host, by name, with the cards it uplinks through. */
interface Uplinked {
  readonly name: string;
  readonly nics: readonly string[];
}

interface Proxied {
  readonly name: string;
  readonly members: readonly { readonly host: string; readonly nics: readonly string[] }[];
}

/** `cards` is a name or a pattern, such as `vmnic0`. */
export function loseUplinks(site: Site, host: Cell<Host>, cards = '*'): void {
  const before = host.state.unplugged ?? [];
  const lost = cardsOf(host).filter((card) => fitsName(cards, card) && !before.includes(card));
  if (lost.length === 0) return;
  site.world.turn(() => {
    site.world.update(host, { unplugged: Object.freeze([...before, ...lost]) });
    for (const card of lost) say(site, host, 'esx.problem.net.vmnic.linkstate.down', { '1': card });
    for (const { name, nics } of switchesOf(host)) {
      const down = nics.find((card) => lost.includes(card));
      if (down === undefined) continue;
      const cut = nics.every((card) => host.state.unplugged?.includes(card));
      say(site, host, `esx.problem.net.${cut ? 'connectivity' : 'redundancy'}.lost`, { '1': name, '2': down });
    }
    if (isUnmanaged(host)) failHost(site, host, 'isolated');
  });
}

export function regainUplinks(site: Site, host: Cell<Host>, cards = '*'): void {
  const before = host.state.unplugged ?? [];
  const found = before.filter((card) => fitsName(cards, card));
  if (found.length === 0) return;
  site.world.turn(() => {
    const wasUnmanaged = isUnmanaged(host);
    const left = before.filter((card) => !found.includes(card));
    site.world.update(host, { unplugged: left.length === 0 ? undefined : Object.freeze(left) });
    if (wasUnmanaged && !isUnmanaged(host) && host.state.runtime.failure?.kind === 'isolated') recoverHost(site, host);
    for (const card of found) say(site, host, 'esx.clear.net.vmnic.linkstate.up', { '1': card });
    for (const { name, nics } of switchesOf(host)) {
      const up = nics.find((card) => found.includes(card));
      if (up !== undefined) say(site, host, 'esx.clear.net.connectivity.restored', { '1': name, '2': up });
    }
  });
}

function cardsOf({ state }: Cell<Host>): string[] {
  return Array.from({ length: state.profile.nics }, (_, i) => `vmnic${i}`);
}

function switchesOf(host: Cell<Host>): Uplinked[] {
  const proxied = Array.from(host.back<Proxied>('dvs'), ({ state: { name, members } }) => ({
    name,
    nics: members.find((member) => member.host === host.id)?.nics ?? [],
  }));
  return [...host.state.switches, ...proxied].filter(({ nics }) => nics.length > 0);
}

/** Whether the switch that the management interface is on has no link left. */
function isUnmanaged(host: Cell<Host>): boolean {
  const { vmkNics, portGroups, switches, unplugged } = host.state;
  const group = portGroups.find(({ name }) => name === vmkNics[0]?.portGroup);
  const nics = switches.find(({ name }) => name === group?.switch)?.nics ?? [];
  return nics.length > 0 && nics.every((card) => unplugged?.includes(card));
}

function say(site: Site, host: Cell<Host>, id: string, words: Readonly<Record<string, string>>): void {
  sayById(site, host as unknown as Cell, id, words);
}
