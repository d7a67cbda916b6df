/** Consoles without sockets: who comes to one, by a ticket or by VNC, and whether they may. */

import { viewerFor } from '../objects/access/viewer.ts';
import type { Arrival } from '../objects/call.ts';
import { hasRoom } from '../objects/console/connection.ts';
import { type ConsoleTicket, ticketOf } from '../objects/console/ticket.ts';
import type { Machine } from '../objects/machine/machine.ts';
import { vmKind } from '../objects/machine/virtual-machine.ts';
import type { Cell } from '../world/cell.ts';
import { Refusal } from './refusal.ts';
import type { Simulation } from './simulator.ts';
import { Visit } from './visit.ts';

/** Somebody who wants to see a machine's console. */
export class ConsoleVisit extends Visit {
  readonly vm: Cell<Machine>;
  /** Who they are in vCenter; '' for who knows no more than the console's password. */
  readonly user: string;
  readonly client: string;

  constructor(simulation: Simulation, method: string, vm: Cell<Machine>, arrival: Arrival, user: string) {
    const viewer = viewerFor(undefined, arrival.address);
    super(simulation, { method, arrival, viewer, comer: undefined, self: vm as unknown as Cell, user, args: {} });
    this.vm = vm;
    this.user = user;
    this.client = arrival.remoteAddress;
  }

  /** Throws Refusal 503 where there is no console, or none for one more. */
  protected override guard(): void {
    if (!hasRoom(this.vm)) throw new Refusal(503, 'this machine shows no console, or not to one more');
  }
}

/** A ticket is used up by whoever shows it, when rules have let them by. */
export class TicketVisit extends ConsoleVisit {
  readonly #ticket: Cell<ConsoleTicket>;

  /** Throws Refusal 404 for a ticket that is none, or no more. */
  constructor(simulation: Simulation, secret: string, arrival: Arrival) {
    const { world } = simulation.site;
    const ticket = ticketOf(world, secret);
    const vm = world.as(vmKind, ticket?.state.holder.vm);
    if (!ticket || !vm) throw new Refusal(404, 'no such ticket');
    super(simulation, 'GET /ticket', vm, arrival, ticket.state.holder.user);
    this.#ticket = ticket;
  }

  protected override guard(): void {
    super.guard();
    if (!this.#ticket.alive) throw new Refusal(404, 'no such ticket');
    this.site.world.turn(() => this.site.world.destroy(this.#ticket));
  }
}
