/** What stands behind the listener: a simulation with its doors, which may give way to another while the server runs. */
import { SimError } from '../kernel/errors.ts';
import { endSessions } from '../objects/access/sessions/sessions.ts';
import type { LoadedScenario } from '../scenario/scenario.ts';
import { Simulation } from '../simulator/simulator.ts';
import { about } from './about.ts';
import { ConsoleDoors } from './console-doors.ts';
import { control } from './control.ts';
import { diagnostics } from './diagnostics.ts';
import { folder } from './folder.ts';
import { guestFile } from './guest-file.ts';
import { hostDoors } from './host-doors.ts';
import { stateOf } from './kept-state.ts';
import { nfc } from './nfc.ts';
import { screen } from './screen.ts';
import { type Front, type Listening, listen } from './server.ts';
import type { StartOptions } from './start.ts';
import { tokenService } from './sts.ts';

/** The scenario that is on, as it was written. */
export interface Playing {
  readonly name: string;
  readonly description: string;
  readonly document: unknown;
}

interface Made {
  readonly simulation: Simulation;
  readonly consoles: ConsoleDoors;
  readonly playing: Playing | undefined;
}

export class Stage {
  readonly #options: StartOptions;
  #made: Made;
  #listening: Listening | undefined;
  #changing: Promise<void> = Promise.resolve();

  private constructor(options: StartOptions, made: Made) {
    this.#options = options;
    this.#made = made;
  }

  /** Makes the simulation and opens its doors. */
  static async open(options: StartOptions): Promise<Stage> {
    const loaded = options.scenario === undefined ? undefined : await loadedOf(options.scenario);
    const stage = new Stage(options, await make(options, loaded));
    const { simulation, consoles } = stage.#made;
    try {
      const doors = { ...options, ...hostDoors(simulation, options) };
      stage.#listening = await listen(stage.#front(), doors);
    } catch (error) {
      consoles.close();
      simulation.close();
      throw error;
    }
    return stage;
  }

  get simulation(): Simulation {
    return this.#made.simulation;
  }

  get consoles(): ConsoleDoors {
    return this.#made.consoles;
  }

  get listening(): Listening {
    return this.#listening!;
  }

  get playing(): Playing | undefined {
    return this.#made.playing;
  }

  /**
   * Puts on another scenario, by name or as text. What the server was started with goes before what it says. Everybody is
   * logged out; the address stays. Throws ScenarioError or RuleError, and then what was on goes on.
   */
  play(scenario: { readonly name: string } | { readonly text: string }): Promise<Playing> {
    const next = this.#changing.then(() => this.#play(scenario));
    this.#changing = next.then(
      () => {},
      () => {},
    );
    return next;
  }

  async #play(scenario: { readonly name: string } | { readonly text: string }): Promise<Playing> {
    if (this.#options.state !== undefined) {
      throw new SimError('ERR_USAGE', 'this world is kept by --state; another scenario would be another world', {
        hint: 'start a server without --state, or in another directory',
      });
    }
    const loaded = await ('name' in scenario ? loadedOf(scenario.name) : readOf(scenario.text));
    const before = this.#made;
    this.#made = await make(this.#options, loaded);
    before.simulation.journal.handOver(this.simulation.journal);
    before.simulation.site.log.handOver(this.simulation.site.log);
    this.#listening?.show(this.#front());
    endSessions(before.simulation.site);
    before.simulation.site.clock.drain();
    before.consoles.close();
    before.simulation.close();
    return this.#made.playing!;
  }

  async close(): Promise<void> {
    await this.#changing;
    this.consoles.close();
    await this.#listening?.close();
  }

  #front(): Front {
    const { simulation, consoles } = this.#made;
    const { control: isOpen, controlToken: token } = this.#options;
    const handlers = [
      control(simulation, { off: isOpen === false, token, ca: () => this.#listening?.ca, stage: this }),
      folder(simulation),
      tokenService(simulation),
      screen(simulation),
      diagnostics(simulation),
      guestFile(simulation),
      nfc(simulation),
      about,
    ];
    return { simulation, handlers, consoles };
  }
}

async function make(options: StartOptions, loaded: LoadedScenario | undefined): Promise<Made> {
  const timed = options.latencyFile === undefined ? options : await withLatency(options, options.latencyFile);
  const made = loaded ? (await import('../scenario/scenario.ts')).scenarioOptions(loaded, timed) : timed;
  const keptIn = await stateOf(options);
  const simulation = simulationOf({ ...made, keptIn });
  simulation.pulls.fetcher = async (errand) => (await import('./fetcher.ts')).fetchFrom(errand);
  try {
    await simulation.prepare();
  } catch (error) {
    simulation.close();
    throw error;
  }
  const playing = loaded && {
    name: loaded.name,
    description: loaded.description,
    document: loaded.document.data(),
  };
  return { simulation, consoles: new ConsoleDoors(simulation, options.listen ?? '127.0.0.1'), playing };
}

function simulationOf(options: StartOptions): Simulation {
  try {
    return new Simulation(options);
  } catch (error) {
    options.keptIn?.close();
    throw error;
  }
}

async function withLatency(options: StartOptions, file: string): Promise<StartOptions> {
  const { loadLatency } = await import('../scenario/latency-file.ts');
  return { ...options, latency: loadLatency(file) };
}

async function loadedOf(scenario: string): Promise<LoadedScenario> {
  return (await import('../scenario/scenario.ts')).loadScenario(scenario);
}

async function readOf(text: string): Promise<LoadedScenario> {
  return (await import('../scenario/scenario.ts')).parseScenario('the scenario', text, { files: false });
}
