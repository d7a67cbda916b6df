/** Tickets that open a machine's console once, to whoever shows them. Secrets never follow from the seed. */
import { randomBytes } from 'node:crypto';
import type { Cell } from '../../world/cell.ts';
import { defineKind, type KindSpec } from '../../world/kind.ts';
import type { World } from '../../world/world.ts';
import type { Machine } from '../machine/machine.ts';
import type { Site } from '../site.ts';

export type TicketType = 'mks' | 'webmks';

export interface ConsoleTicket {
  readonly holder: {
    readonly vm: string;
    readonly type: TicketType;
    readonly secret: string;
    /** Who asked for it. */
    readonly user: string;
  };
}

/** No managed object of the API: it has no properties, and no reference to it ever leaves. */
export const consoleTicketKind: KindSpec<ConsoleTicket> = defineKind<ConsoleTicket>({
  type: 'ConsoleTicket',
  volatile: true,
  relations: { vm: { facet: 'holder', to: 'VirtualMachine', of: (s) => s.holder.vm, inverse: 'consoleTicket' } },
  indexes: { consoleTicket: { facets: ['holder'], keys: (s) => s.holder.secret } },
});

/** A ticket that nobody uses is forgotten. */
const GOOD_FOR = 30 * 60_000;
/** Tickets one machine may have; the oldest gives way. */
const MOST = 100;

/** Gives out a ticket. Inside a turn. */
export function giveTicket(site: Site, vm: Cell<Machine>, type: TicketType, user: string): ConsoleTicket['holder'] {
  const { world, clock } = site;
  const [oldest] = vm.countBack('consoleTicket') >= MOST ? vm.back('consoleTicket') : [];
  if (oldest) world.destroy(oldest);
  const holder = Object.freeze({ vm: vm.id, type, secret: randomBytes(8).toString('hex'), user });
  const ticket = world.create(consoleTicketKind, { holder }, freeId(world));
  const forget = () => ticket.alive && world.turn(() => world.destroy(ticket));
  clock.at(clock.now() + GOOD_FOR, forget, { background: true, lasting: true });
  return holder;
}

/** The ticket of a secret, while it is good. */
export function ticketOf(world: World, secret: string): Cell<ConsoleTicket> | undefined {
  return world.as(consoleTicketKind, world.lookup.first('consoleTicket', secret)?.id);
}

/** Tickets outlive a return to an earlier world, whose numbers begin anew. */
function freeId(world: World): string {
  for (;;) {
    const id = `console-ticket-${world.numbers.next('#consoleTicket')}`;
    if (!world.find(id)) return id;
  }
}
