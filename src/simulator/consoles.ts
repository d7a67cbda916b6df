/** The consoles that somebody looks at: each a conversation that is told when its machine looks otherwise, or is off. */
import { randomBytes } from 'node:crypto';
import { Conversation } from '../formats/rfb/conversation.ts';
import { CHALLENGE } from '../formats/rfb/password.ts';
import { onceGone } from '../objects/access/sessions/belongings.ts';
import { type ConsoleConnection, closeConsole, hasRoom, openConsole } from '../objects/console/connection.ts';
import { pictureOf } from '../objects/machine/power/screenshot.ts';
import type { Cell } from '../world/cell.ts';
import type { ConsoleVisit } from './console-door.ts';
import type { Simulation } from './simulator.ts';

/** The connection that a console is shown on. */
export interface ConsoleLine {
  send(bytes: Buffer): void;
  /** Ends it when all was sent. */
  end(): void;
}

export class Consoles {
  readonly #simulation: Simulation;
  readonly #open = new Set<Console>();
  #armed = false;

  constructor(simulation: Simulation) {
    this.#simulation = simulation;
    const { world } = simulation.site;
    world.enlist({ begin: () => {}, rollback: () => {}, commit: () => this.#arm() });
  }

  /** Shows a console to who was let in. `password` is asked for first, where there is one. */
  show(visit: ConsoleVisit, password: string | undefined, line: ConsoleLine): Console {
    const { site } = this.#simulation;
    const console = new Console(visit, password, line, {
      opened: () => openConsole(site, visit.vm, visit),
      closed: (connection) => {
        this.#open.delete(console);
        if (connection) closeConsole(site, connection);
      },
    });
    this.#open.add(console);
    return console;
  }

  /** After a turn, and not within it. */
  #arm(): void {
    if (this.#armed || this.#open.size === 0) return;
    this.#armed = true;
    const { clock } = this.#simulation.site;
    const look = () => {
      this.#armed = false;
      for (const console of [...this.#open]) console.look();
    };
    clock.at(clock.now(), look, { background: true, lasting: true });
  }
}

interface Books {
  opened(): Cell<ConsoleConnection>;
  closed(connection: Cell<ConsoleConnection> | undefined): void;
}

/** One client at one console. */
export class Console {
  readonly #visit: ConsoleVisit;
  readonly #line: ConsoleLine;
  readonly #books: Books;
  readonly #conversation: Conversation;
  #connection: Cell<ConsoleConnection> | undefined;
  #stamp = -1;
  #over = false;

  constructor(visit: ConsoleVisit, password: string | undefined, line: ConsoleLine, books: Books) {
    this.#visit = visit;
    this.#line = line;
    this.#books = books;
    this.#conversation = new Conversation({
      name: visit.vm.state.name,
      password,
      challenge: randomBytes(CHALLENGE),
      screen: () => pictureOf(visit.vm),
      send: (bytes) => line.send(bytes),
      entered: () => this.#enter(),
      end: () => this.close(),
    });
  }

  take(bytes: Buffer): void {
    if (!this.#over) this.#conversation.take(bytes);
  }

  /** The machine may have changed. */
  look(): void {
    const { vm } = this.#visit;
    if (!vm.alive || vm.state.power.state !== 'poweredOn') return this.close();
    if (vm.stamp === this.#stamp) return;
    this.#stamp = vm.stamp;
    this.#conversation.refresh();
  }

  /** The client is gone, or is to go. */
  close(): void {
    if (this.#over) return;
    this.#over = true;
    this.#conversation.stop();
    this.#line.end();
    this.#books.closed(this.#connection);
  }

  #enter(): void {
    if (!hasRoom(this.#visit.vm)) return this.close();
    const connection = this.#books.opened();
    this.#connection = connection;
    onceGone(connection, () => this.close());
  }
}
