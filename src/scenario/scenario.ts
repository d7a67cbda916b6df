/** Scenarios: worlds and fault scripts, by the name of one that comes with simsphere or by file. */
import { readdirSync, readFileSync } from 'node:fs';
import type { RuleInput } from '../faults/rule.ts';
import { meant } from '../faults/rule-error.ts';
import type { ClockMode } from '../kernel/clock.ts';
import { parseDuration, parseTime } from '../kernel/time.ts';
import type { SimulatorOptions } from '../simulator/options.ts';
import type { ScenarioDocument } from './document.ts';
import { furnish } from './furnish.ts';
import { ScenarioError } from './scenario-error.ts';
import type { Scenario } from './schema.ts';

const BUILT_IN = new URL('../../scenarios/', import.meta.url);

export interface LoadedScenario {
  readonly name: string;
  readonly description: string;
  readonly scenario: Scenario;
  /** Where each word of it stands. */
  readonly document: ScenarioDocument;
}

/** Names of the scenarios that come with simsphere. */
export function builtInScenarios(): string[] {
  const files = readdirSync(BUILT_IN).filter((name) => name.endsWith('.yaml'));
  return files.map((name) => name.slice(0, -'.yaml'.length)).sort();
}

/** Reads and checks a scenario. Throws ScenarioError (ERR_SCENARIO) with file, line, column and what was meant. */
export async function loadScenario(nameOrFile: string): Promise<LoadedScenario> {
  const isFile = /[/\\]|\.(ya?ml|json)$/i.test(nameOrFile);
  if (!isFile && !builtInScenarios().includes(nameOrFile)) {
    const known = builtInScenarios();
    const hint = meant(nameOrFile, known) || `; there are ${known.join(', ')}`;
    throw new ScenarioError(nameOrFile, undefined, [], `no scenario of that name comes with simsphere${hint}`);
  }
  return parseScenario(nameOrFile, readText(isFile ? nameOrFile : new URL(`${nameOrFile}.yaml`, BUILT_IN), nameOrFile));
}

/** The same from text; `file` is what errors call it. */
export async function parseScenario(file: string, text: string): Promise<LoadedScenario> {
  const [{ ScenarioDocument }, { checkScenario }] = await Promise.all([import('./document.ts'), import('./check.ts')]);
  const document = new ScenarioDocument(file, text);
  const scenario = checkScenario(document);
  return { name: scenario.name ?? file, description: scenario.description ?? '', scenario, document };
}

/** The options that make a simulator of a scenario. What `given` says goes before what the scenario says. */
export function scenarioOptions<T extends SimulatorOptions>({ scenario, document }: LoadedScenario, given: T): T {
  const { seed, apiVersion, esx, clock, start, latency, permissions, world, faults } = scenario;
  const { sessionTimeout, sessionsPerUser } = scenario;
  const said = {
    seed,
    apiVersion,
    esx,
    clock: clock === undefined ? undefined : clockMode(clock),
    start: start === undefined ? undefined : parseTime(start),
    latency,
    permissions,
    sessionTimeout: sessionTimeout === undefined ? undefined : parseDuration(sessionTimeout),
    sessionsPerUser,
  };
  return {
    ...withoutUnsaid(said),
    ...withoutUnsaid(given),
    inventory: { ...withoutUnsaid(world.counts), ...given.inventory },
    faults: [...(faults as RuleInput[]), ...(given.faults ?? [])],
    furnish: (site) => {
      furnish(site, world, (path, message) => document.error(['world', ...path], message));
      given.furnish?.(site);
    },
  } satisfies SimulatorOptions as unknown as T;
}

function clockMode(text: string): ClockMode {
  return text === 'real' || text === 'manual' ? { kind: text } : { kind: 'scaled', speed: Number(text.slice(1)) };
}

function withoutUnsaid<T extends object>(options: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as never;
}

function readText(file: URL | string, name: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new ScenarioError(name, undefined, [], `cannot be read: ${(error as Error).message}`);
  }
}
