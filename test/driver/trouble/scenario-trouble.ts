/** The scenarios that make trouble, taken apart: the world as it is before, and what goes wrong in it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse, stringify } from 'yaml';
import type { RuleInput, Simulator } from '../../../src/index.ts';

const SCENARIOS = resolve(import.meta.dirname, '../../../scenarios');

interface Entry {
  readonly at: string;
  readonly world: { readonly verb: string } & Readonly<Record<string, unknown>>;
}

export interface Trouble {
  readonly name: string;
  /** The scenario without what goes wrong, as YAML. */
  readonly peace: string;
  readonly faults: readonly RuleInput[];
  readonly timeline: readonly Entry[];
  /** Default: the one datastore that every world has. */
  readonly datastoreRegex?: string | undefined;
  /** Who suffers it; the administrator where nobody is said. */
  readonly login?: { readonly username: string; readonly password: string } | undefined;
}

/** What is trouble without faults or a timeline: for whom. */
const BY_NATURE: Readonly<Record<string, Trouble['login']>> = {
  'restricted-user': { username: 'operator@vsphere.local', password: 'operator' },
};

/** Troubles, those of one world together. */
export function troublesByWorld(): Trouble[][] {
  const names = readdirSync(SCENARIOS).flatMap((file) => /^(.*)\.yaml$/.exec(file)?.[1] ?? []);
  const worlds = new Map<string, Trouble[]>();
  for (const name of names.sort()) {
    const { faults = [], timeline = [], ...rest } = parse(readFileSync(join(SCENARIOS, `${name}.yaml`), 'utf8'));
    const login = BY_NATURE[name];
    if (faults.length + timeline.length === 0 && !login) continue;
    const peace = stringify({ ...rest, name: 'peace', description: 'nothing is wrong here' });
    worlds.set(peace, [...(worlds.get(peace) ?? []), { name, peace, faults, timeline, login }]);
  }
  return [...worlds.values()];
}

/** Units of durations as scenarios write them. */
const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };

function millis(duration: string): number {
  const [, number, unit] = /^([\d.]+)(ms|s|m|h)$/.exec(duration) ?? [];
  return Number(number) * UNITS[unit!]!;
}

/**
 * Lets it begin. What the scenario has at once is so at once; what it has later begins a second from now, when the work
 * is well under way, and goes on as far apart as there. Machines that a scenario names are all those there are.
 */
export function begin({ faults, timeline }: Trouble, sim: Simulator, dice: string): void {
  for (const rule of faults) sim.faults.add({ ...rule, id: `${rule.id}-${dice}` });
  const first = Math.min(...timeline.map(({ at }) => millis(at)).filter((at) => at > 0));
  for (const [n, { at, world }] of timeline.entries()) {
    const aimed = world.verb.startsWith('file.') ? { name: '*' } : {};
    // Images are small here, and the wire takes real time.
    const quick = world.verb === 'datastore.slow' ? { bandwidth: '16MiB' } : {};
    const effect = { ...world, ...aimed, ...quick };
    const wait = millis(at);
    if (wait === 0) sim.world.do(effect.verb, argumentsOf(effect));
    else {
      const after = `${wait - first + 1_000}ms`;
      sim.faults.add({ id: `hour-${n}`, when: { after }, effect: { world: effect } } as RuleInput);
    }
  }
}

function argumentsOf({ verb: _verb, ...rest }: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return rest;
}
