/** `startSimulator`: a simulation with its doors open. */
import { channel } from 'node:diagnostics_channel';
import type { RuleBook } from '../faults/rule-book.ts';
import type { Journal } from '../journal/journal.ts';
import type { Clock } from '../kernel/clock.ts';
import { SimError } from '../kernel/errors.ts';
import type { PrivilegeReport } from '../objects/access/privilege-report.ts';
import type { Disks } from '../simulator/disks.ts';
import type { SimulatorOptions } from '../simulator/options.ts';
import { type Credentials, type ResetOptions, Simulation } from '../simulator/simulator.ts';
import { about } from './about.ts';
import { CLOSING, STARTED } from './channels.ts';
import { control } from './control.ts';
import { folder } from './folder.ts';
import { guestFile } from './guest-file.ts';
import { nfc } from './nfc.ts';
import { screen } from './screen.ts';
import { type Listening, type ListenOptions, listen } from './server.ts';
import { tokenService } from './sts.ts';

export type { PrivilegeQuestion, PrivilegeReport, UserPrivileges } from '../objects/access/privilege-report.ts';

export interface StartOptions extends SimulatorOptions, ListenOptions {
  /** A built-in scenario's name, or a YAML file. What else is said here goes before what it says. */
  readonly scenario?: string;
  /** Opens the control API to callers that are not on loopback and send this word. */
  readonly controlToken?: string;
}

/** A running simulator. It cannot exist unstarted; after `close` every use throws ERR_CLOSED. */
export class Simulator implements AsyncDisposable {
  readonly #simulation: Simulation;
  readonly #listening: Listening;
  #closed = false;

  constructor(simulation: Simulation, listening: Listening) {
    this.#simulation = simulation;
    this.#listening = listening;
  }

  /** SOAP endpoint: `https://127.0.0.1:PORT/sdk`. */
  get url(): string {
    return `${this.#listening.origin}/sdk`;
  }

  /** Control API: `https://127.0.0.1:PORT/_simsphere`. */
  get controlUrl(): string {
    return `${this.#listening.origin}/_simsphere`;
  }

  get credentials(): Credentials {
    return this.#simulation.credentials;
  }

  /** PEM of the CA to trust; undefined with plain HTTP or a certificate of one's own. */
  get ca(): string | undefined {
    return this.#listening.ca;
  }

  /** SHA-1 of the server's certificate, as vSphere writes it. */
  get thumbprint(): string | undefined {
    return this.#listening.thumbprint;
  }

  get seed(): string {
    return this.#simulation.seed;
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

  /** What nobody foresaw; empty in a healthy run. */
  get unforeseen(): readonly unknown[] {
    return this.#simulation.engine.unforeseen;
  }

  /** The simulation behind the doors. */
  get simulation(): Simulation {
    return this.#open();
  }

  /** Returns to the world as it was when it started; `keep` says what else of it stays. */
  reset(options?: ResetOptions): void {
    this.#open().reset(options);
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#listening.close();
    channel(CLOSING).publish(this);
    this.#simulation.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  #open(): Simulation {
    if (this.#closed) throw new SimError('ERR_CLOSED', 'the simulator is closed');
    return this.#simulation;
  }
}

/**
 * Starts a simulator and resolves once it accepts calls. Throws SimError ERR_PORT_IN_USE or ERR_USAGE, ERR_SCENARIO for
 * a wrong scenario and ERR_RULE for a wrong rule.
 */
export async function startSimulator(options: StartOptions = {}): Promise<Simulator> {
  const simulation = new Simulation(
    options.scenario === undefined ? options : await withScenario(options, options.scenario),
  );
  simulation.pulls.fetcher = async (errand) => (await import('./fetcher.ts')).fetchFrom(errand);
  try {
    let listening: Listening | undefined;
    const doors = [
      control(simulation, { token: options.controlToken, ca: () => listening?.ca }),
      folder(simulation),
      tokenService(simulation),
      screen(simulation),
      guestFile(simulation),
      nfc(simulation),
      about,
    ];
    listening = await listen(simulation, options, doors);
    const simulator = new Simulator(simulation, listening);
    channel(STARTED).publish(simulator);
    return simulator;
  } catch (error) {
    simulation.close();
    throw error;
  }
}

async function withScenario(options: StartOptions, scenario: string): Promise<StartOptions> {
  const { loadScenario, scenarioOptions } = await import('../scenario/scenario.ts');
  return scenarioOptions(await loadScenario(scenario), options);
}
