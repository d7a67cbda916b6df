/** The doors to consoles. What serves them is loaded when the first machine is to be seen, or the first ticket is shown. */
import type { Socket } from 'node:net';
import { displaysRevision } from '../objects/console/displays.ts';
import type { Simulation } from '../simulator/simulator.ts';
import type { TicketSockets } from './ticket-socket.ts';
import type { ShownConsole, VncDoors } from './vnc.ts';

const TICKET = Buffer.from('GET /ticket/');

interface Loaded {
  readonly tickets: TicketSockets;
  readonly vnc: VncDoors;
}

export class ConsoleDoors {
  readonly #simulation: Simulation;
  readonly #listen: string;
  #loading: Promise<Loaded> | undefined;
  #loaded: Loaded | undefined;
  #revision = 0;
  #settled: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(simulation: Simulation, listen: string) {
    this.#simulation = simulation;
    this.#listen = listen;
    simulation.site.world.enlist({ begin: () => {}, rollback: () => {}, commit: () => this.#notice() });
    this.#notice();
  }

  /** Where consoles are to be seen by VNC, once the doors are as the world wants them. */
  async shown(): Promise<readonly ShownConsole[]> {
    await this.#settled;
    return this.#loaded?.vnc.shown ?? [];
  }

  /** Whether a connection that begins like this is for a console. */
  wants(unread: Buffer): boolean {
    return unread.subarray(0, TICKET.length).equals(TICKET);
  }

  /** Takes a paused connection over. */
  take(socket: Socket): void {
    socket.on('error', () => socket.destroy());
    this.#load().then(
      ({ tickets }) => {
        tickets.take(socket);
        socket.resume();
      },
      (error: unknown) => {
        this.#simulation.noteUnforeseen(error);
        socket.destroy();
      },
    );
  }

  close(): void {
    this.#closed = true;
    this.#loaded?.vnc.close();
    this.#loaded?.tickets.close();
  }

  #notice(): void {
    const revision = displaysRevision(this.#simulation.site.world);
    if (revision === this.#revision || this.#closed) return;
    this.#revision = revision;
    this.#settled = this.#load()
      .then(({ vnc }) => vnc.settle())
      .catch((error: unknown) => this.#simulation.noteUnforeseen(error));
  }

  #load(): Promise<Loaded> {
    this.#loading ??= this.#begin();
    return this.#loading;
  }

  async #begin(): Promise<Loaded> {
    const [{ Consoles }, { ticketSockets }, { VncDoors }] = await Promise.all([
      import('../simulator/consoles.ts'),
      import('./ticket-socket.ts'),
      import('./vnc.ts'),
    ]);
    const consoles = new Consoles(this.#simulation);
    this.#loaded = {
      tickets: ticketSockets(this.#simulation, consoles),
      vnc: new VncDoors(this.#simulation, consoles, this.#listen),
    };
    if (this.#closed) this.close();
    return this.#loaded;
  }
}
