/** Scenarios: worlds and fault scripts, by the name of one that comes with simsphere or by file. */
import { resolve as resolvePath } from 'node:path';
import type { RuleInput } from '../faults/rule.ts';
import type { ClockMode } from '../kernel/clock.ts';
import { parseDuration, parseTime } from '../kernel/time.ts';
import type { SimulatorOptions } from '../simulator/options.ts';
import type { Simulation } from '../simulator/simulator.ts';
import { vim25 } from '../vim25/vim25.ts';
import type { ScenarioDocument } from './document.ts';
import { examineDisks } from './file-furnish.ts';
import { furnish } from './furnish.ts';
import { productOf } from './saved-inventory.ts';
import { readSaved } from './saved-object.ts';
import { ScenarioError } from './scenario-error.ts';
import type { Scenario } from './schema.ts';
import { directoryOf, scenarioText } from './shelf.ts';
import { Timeline } from './timeline.ts';

export { builtInScenarios } from './shelf.ts';

export interface LoadedScenario {
  readonly name: string;
  readonly description: string;
  readonly scenario: Scenario;
  /** Where each word of it stands. */
  readonly document: ScenarioDocument;
  /** Whether it may name files of this machine: what came over the network may not. */
  readonly files: boolean;
}

/** Reads and checks a scenario. Throws ScenarioError (ERR_SCENARIO) with file, line, column and what was meant. */
export async function loadScenario(nameOrFile: string): Promise<LoadedScenario> {
  return parseScenario(nameOrFile, scenarioText(nameOrFile));
}

/** The same from text; `file` is what errors call it. */
export async function parseScenario(
  file: string,
  text: string,
  { files = true }: { readonly files?: boolean } = {},
): Promise<LoadedScenario> {
  const [{ ScenarioDocument }, { checkScenario }] = await Promise.all([import('./document.ts'), import('./check.ts')]);
  const document = new ScenarioDocument(file, text);
  const scenario = checkScenario(document);
  return { name: scenario.name ?? file, description: scenario.description ?? '', scenario, document, files };
}

/** The options that make a simulator of a scenario. What `given` says goes before what the scenario says. */
export function scenarioOptions<T extends SimulatorOptions>(
  { scenario, document, files }: LoadedScenario,
  given: T,
): T {
  const { seed, apiVersion, esx, clock, start, latency, permissions, world, faults, timeline } = scenario;
  const { sessionTimeout, sessionsPerUser } = scenario;
  const inventory = {
    ...((world.datacenters.length > 0 || world.objects) && NOTHING),
    ...withoutUnsaid(world.counts),
    ...given.inventory,
  };
  const resolve = (file: string) => {
    if (files) return resolvePath(directoryOf(document.file), file);
    throw new ScenarioError(document.file, undefined, [], `names the file ${file}: what is sent to a server may not`);
  };
  const said = {
    seed,
    apiVersion,
    esx,
    clock: clock === undefined ? undefined : clockMode(clock),
    start: start === undefined ? undefined : parseTime(start),
    latency: latency as SimulatorOptions['latency'],
    permissions,
    sessionTimeout: sessionTimeout === undefined ? undefined : parseDuration(sessionTimeout),
    sessionsPerUser,
  };
  return {
    ...(typeof world.objects === 'string' && savedProduct(resolve(world.objects))),
    ...withoutUnsaid(said),
    ...withoutUnsaid(given),
    inventory,
    faults: [...(faults as RuleInput[]), ...(given.faults ?? [])],
    furnish: (site) => {
      const { hostName } = inventory;
      furnish(site, world, { hostName, resolve }, (path, message) => document.error(['world', ...path], message));
      given.furnish?.(site);
    },
    ...(timeline.length > 0 && { script: (simulation: Simulation) => new Timeline(simulation, timeline) }),
    prepare: async (site) => {
      await examineDisks(site);
      await given.prepare?.(site);
    },
  } satisfies SimulatorOptions as unknown as T;
}

/** What a directory was saved of; whether it is one at all is told when its objects are put into the world. */
function savedProduct(directory: string): Pick<SimulatorOptions, 'esx' | 'apiVersion'> {
  try {
    return productOf(readSaved(vim25, directory));
  } catch {
    return {};
  }
}

/** Counts of a world that the scenario describes itself. */
const NOTHING = { dc: 0, vm: 0, ds: 0 } as const;

function clockMode(text: string): ClockMode {
  return text === 'real' || text === 'manual' ? { kind: text } : { kind: 'scaled', speed: Number(text.slice(1)) };
}

function withoutUnsaid<T extends object>(options: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as never;
}
