/**
 * Machines whose console is to be seen by VNC: each at its port, on its host's address where that is one of this
 * machine. A port that somebody else has is moved, and with it every other, by the first of the offsets that will do.
 */
import { createServer, type Server, type Socket } from 'node:net';
import type { Host } from '../objects/compute/host/host.ts';
import { type Display, displaysOf } from '../objects/console/displays.ts';
import { ConsoleVisit } from '../simulator/console-door.ts';
import type { Consoles } from '../simulator/consoles.ts';
import { refusalOf } from '../simulator/refusal.ts';
import { Spoiled } from '../simulator/rules.ts';
import type { Simulation } from '../simulator/simulator.ts';
import type { Cell } from '../world/cell.ts';
import { isLoopback } from './address.ts';
import { pause } from './pace.ts';

/** How far ports are moved where the ones asked for are taken. */
const OFFSETS = [0, 10_000, 20_000, 30_000, 40_000, 50_000] as const;
const LAST_PORT = 65_535;

/** Where a console is to be seen by VNC. */
export interface ShownConsole {
  readonly vm: string;
  readonly name: string;
  readonly address: string;
  /** That of the machine's own settings is `wanted`. */
  readonly port: number;
  readonly wanted: number;
}

interface Opened {
  readonly server: Server;
  readonly sockets: Set<Socket>;
  readonly shown: ShownConsole;
  display: Display;
}

export class VncDoors {
  readonly #simulation: Simulation;
  readonly #consoles: Consoles;
  readonly #listen: string;
  readonly #open = new Map<string, Opened>();
  #offset = 0;
  #work: Promise<void> = Promise.resolve();
  #closed = false;

  /** `listen` is the address for machines whose host has none here. */
  constructor(simulation: Simulation, consoles: Consoles, listen: string) {
    this.#simulation = simulation;
    this.#consoles = consoles;
    this.#listen = listen;
  }

  get shown(): ShownConsole[] {
    return Array.from(this.#open.values(), ({ shown }) => shown);
  }

  /** Opens what is to be seen and closes what is not; resolves when that is done. */
  settle(): Promise<void> {
    this.#work = this.#work.then(() => this.#settle());
    return this.#work;
  }

  close(): void {
    this.#closed = true;
    for (const key of [...this.#open.keys()]) this.#close(key);
  }

  async #settle(): Promise<void> {
    if (this.#closed) return;
    const wanted = new Map<string, Display>();
    for (const display of displaysOf(this.#simulation.site.world)) {
      const key = `${this.#addressOf(display.host)} ${display.port}`;
      // Of two machines at one port the first has it.
      if (!wanted.has(key)) wanted.set(key, display);
    }
    for (const [key, opened] of this.#open) {
      const display = wanted.get(key);
      if (display?.vm === opened.display.vm && display.password === opened.display.password) opened.display = display;
      else this.#close(key);
    }
    for (const [key, display] of wanted) if (!this.#open.has(key)) await this.#listenFor(key, display);
  }

  async #listenFor(key: string, display: Display): Promise<void> {
    const address = this.#addressOf(display.host);
    for (const offset of OFFSETS) {
      if (offset < this.#offset || display.port + offset > LAST_PORT || this.#closed) continue;
      const sockets = new Set<Socket>();
      const server = createServer((socket) => this.#take(key, socket, sockets));
      if (!(await bound(server, display.port + offset, address))) continue;
      if (this.#closed) return void server.close();
      this.#offset = offset;
      const { vm, port } = display;
      const shown = { vm: vm.id, name: vm.state.name, address, port: port + offset, wanted: port };
      this.#open.set(key, { server, sockets, shown, display });
      return;
    }
  }

  /** A host that goes by an address of this machine is met there. */
  #addressOf({ state }: Cell<Host>): string {
    return isLoopback(state.identity.address) ? state.identity.address : this.#listen;
  }

  #take(key: string, socket: Socket, sockets: Set<Socket>): void {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    const display = this.#open.get(key)?.display;
    if (!display) return void socket.destroy();
    this.#show(display, socket).catch((error: unknown) => {
      this.#simulation.noteUnforeseen(error);
      socket.destroy();
    });
  }

  async #show({ vm, password }: Display, socket: Socket): Promise<void> {
    const visit = new ConsoleVisit(this.#simulation, 'CONNECT /vnc', vm, arrivalBy(socket), '');
    try {
      await visit.before();
      const effect = visit.after();
      if (effect?.delay !== undefined) await pause(effect.delay);
      // What else befalls an HTTP answer is the end of a connection that speaks no HTTP.
      const cut = effect !== undefined && effect.kind !== 'none';
      visit.end(cut ? 'cut' : 'answer');
      if (cut) return void socket.destroy();
    } catch (error) {
      const refusal = refusalOf(error);
      visit.end(refusal ? 'fault' : 'cut', refusal && String(refusal.status));
      if (!refusal && !(error instanceof Spoiled)) throw error;
      return void socket.destroy();
    }
    const console = this.#consoles.show(visit, password, {
      send: (bytes) => void socket.write(bytes),
      end: () => void socket.end(),
    });
    socket.on('data', (bytes: Buffer) => {
      console.take(bytes);
      this.#simulation.site.clock.drain();
    });
    socket.on('close', () => console.close());
  }

  #close(key: string): void {
    const opened = this.#open.get(key);
    this.#open.delete(key);
    opened?.server.close();
    for (const socket of opened?.sockets ?? []) socket.destroy();
  }
}

function bound(server: Server, port: number, address: string): Promise<boolean> {
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, address, () => resolve(true));
  });
}

function arrivalBy(socket: Socket) {
  return {
    address: `${socket.localAddress}:${socket.localPort}`,
    scheme: 'http' as const,
    remoteAddress: socket.remoteAddress ?? '',
    userAgent: '',
    connection: socket,
    onGone(then: () => void) {
      socket.once('close', then);
      return () => void socket.removeListener('close', then);
    },
    afterRealTime(milliseconds: number, then: () => void) {
      const timer = setTimeout(then, milliseconds).unref();
      return () => clearTimeout(timer);
    },
    setCookie() {},
  };
}
