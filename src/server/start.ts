/** `startSimulator`: a simulation with its doors open. */
import type { RuleBook } from '../faults/rule-book.ts';
import type { Journal } from '../journal/journal.ts';
import type { Clock } from '../kernel/clock.ts';
import { SimError } from '../kernel/errors.ts';
import type { PrivilegeReport } from '../objects/access/privilege-report.ts';
import type { Disks } from '../simulator/disks.ts';
import type { Interception, Interceptor, MethodName } from '../simulator/interceptions.ts';
import type { Leak } from '../simulator/leaks.ts';
import type { SimulatorOptions } from '../simulator/options.ts';
import type { Credentials, ResetOptions, Simulation } from '../simulator/simulator.ts';
import type { WorldAccess } from '../simulator/world-access.ts';
import type { ListedImage } from '../state/images.ts';
import { CLOSING, STARTED } from './channels.ts';
import type { ListenOptions } from './server.ts';
import { type Playing, Stage } from './stage.ts';
import type { ShownConsole } from './vnc.ts';

export type { PrivilegeQuestion, PrivilegeReport, UserPrivileges } from '../objects/access/privilege-report.ts';

export interface StartOptions extends SimulatorOptions, ListenOptions {
  /** A built-in scenario's name, or a YAML file. What else is said here goes before what it says. */
  readonly scenario?: string;
  /** Directory that keeps the world across restarts; in an empty one the other options make it. See docs/state.md. */
  readonly state?: string;
  /** Also forces each change out to the disk, so that it outlives the machine's end. */
  readonly stateSync?: boolean;
  /** False closes the control API; only health and readiness are told then. */
  readonly control?: boolean;
  /** A YAML file that says how long work takes; it goes before `latency`. */
  readonly latencyFile?: string;
  /** Opens the control API to callers that are not on loopback and send this word. */
  readonly controlToken?: string;
}

/** A running simulator. It cannot exist unstarted; after `close` every use throws ERR_CLOSED. */
export class Simulator implements AsyncDisposable {
  readonly #stage: Stage;
  #closed = false;

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  /** SOAP endpoint: `https://127.0.0.1:PORT/sdk`. */
  get url(): string {
    return `${this.#stage.listening.origin}/sdk`;
  }

  /** Control API: `https://127.0.0.1:PORT/_simsphere`. */
  get controlUrl(): string {
    return `${this.#stage.listening.origin}/_simsphere`;
  }

  get credentials(): Credentials {
    return this.#stage.simulation.credentials;
  }

  /** PEM of the CA to trust; undefined with plain HTTP or a certificate of one's own. */
  get ca(): string | undefined {
    return this.#stage.listening.ca;
  }

  /** SHA-1 of the server's certificate, as vSphere writes it. */
  get thumbprint(): string | undefined {
    return this.#stage.listening.thumbprint;
  }

  get seed(): string {
    return this.#stage.simulation.seed;
  }

  /** The fault rules in force: `add`, `list`, `remove`, `clear`. */
  get faults(): RuleBook {
    return this.#open().faults;
  }

  /** The simulator's clock; a manual one is moved with `advance` and `step`. */
  get clock(): Clock {
    return this.#open().site.clock;
  }

  get journal(): Journal {
    return this.#open().journal;
  }

  /** Which privileges were needed so far, by whom and for what: `report`, `clear`. */
  get privileges(): PrivilegeReport {
    return this.#open().privileges;
  }

  /** Disks of machines as their guests see them: `read`, `write`, `open`. */
  get disks(): Disks {
    return this.#open().disks;
  }

  /** Where consoles of machines are to be seen by VNC: address, port, and the port their settings ask for. */
  consoles(): Promise<readonly ShownConsole[]> {
    this.#open();
    return this.#stage.consoles.shown();
  }

  /** What nobody foresaw; empty in a healthy run. */
  get unforeseen(): readonly unknown[] {
    return this.#stage.simulation.engine.unforeseen;
  }

  /** The simulation behind the doors. */
  get simulation(): Simulation {
    return this.#open();
  }

  /** The world: objects by path, their properties, methods called as the administrator, and what fate may do (`do`). */
  get world(): WorldAccess {
    return this.#open().bench.world;
  }

  /** What clients opened and have not closed, each with the call that opened it. */
  leaks(): Leak[] {
    return this.#open().bench.leaks();
  }

  /**
   * Puts a function in front of a method, or of all that a glob fits: it answers in its place, throws a `fault`, or passes
   * the call on. `remove` of what it gives takes it away again; so does `reset`.
   */
  intercept<M extends MethodName>(method: M, handler: Interceptor<M>): Interception;
  intercept(method: string, handler: Interceptor): Interception;
  intercept(method: string, handler: Interceptor): Interception {
    return this.#open().bench.intercept(method, handler);
  }

  /** Takes an image of the world under a name. Throws SimError ERR_IMAGE for a name that is none. */
  save(name: string): ListedImage {
    return this.#open().save(name);
  }

  /** Returns to an image, any number of times. Who is logged in stays so. Throws SimError ERR_IMAGE where there is none. */
  restore(name: string): void {
    this.#open().restore(name);
  }

  /** The images there are, in the order they were taken. */
  get images(): readonly ListedImage[] {
    return this.#open().images;
  }

  /** Gives an image up. False when there is none of the name. */
  drop(name: string): boolean {
    return this.#open().drop(name);
  }

  /** The whole world as a tar archive: objects, contents of datastores, fault rules. Sessions and images are not in it. */
  dump(): AsyncGenerator<Uint8Array> {
    return this.#open().dump();
  }

  /**
   * The world becomes the one of a dump, of a simulator of the same kind and version. Throws SimError ERR_DUMP for what is
   * no whole and sound dump, and then nothing has changed.
   */
  load(dump: Uint8Array | AsyncIterable<Uint8Array>): Promise<void> {
    return this.#open().load(dump instanceof Uint8Array ? once(dump) : dump);
  }

  /** The scenario that is on; undefined where there is none. */
  get scenario(): Playing | undefined {
    return this.#stage.playing;
  }

  /**
   * Puts on another scenario, by name or as YAML; the address stays, everybody is logged out. Throws SimError ERR_SCENARIO
   * for a wrong one, and then what was on goes on.
   */
  play(scenario: { readonly name: string } | { readonly text: string }): Promise<Playing> {
    this.#open();
    return this.#stage.play(scenario);
  }

  /** Figures in the text format of Prometheus. */
  metrics(): string {
    return this.#open().bench.metrics();
  }

  /** Returns to the world as it was when it started; `keep` says what else of it stays. */
  reset(options?: ResetOptions): void {
    this.#open().reset(options);
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#stage.close();
    CLOSING.publish(this);
    this.#stage.simulation.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  #open(): Simulation {
    if (this.#closed) throw new SimError('ERR_CLOSED', 'the simulator is closed');
    return this.#stage.simulation;
  }
}

/**
 * Starts a simulator and resolves once it accepts calls. Throws SimError ERR_PORT_IN_USE or ERR_USAGE, ERR_SCENARIO for
 * a wrong scenario and ERR_RULE for a wrong rule.
 */
export async function startSimulator(options: StartOptions = {}): Promise<Simulator> {
  const simulator = new Simulator(await Stage.open(options));
  STARTED.publish(simulator);
  return simulator;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
