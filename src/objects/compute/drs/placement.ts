/** DRS, the part that decides where a machine starts: on the fittest of the hosts that fit. docs/drs.md has the formula. */
import type { LocalizedMethodFault } from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import type { World } from '../../../world/world.ts';
import type { Machine } from '../../machine/machine.ts';
import type { Host } from '../host/host.ts';
import { type ComingTo, type Demand, refusal, sieve, tiesIn } from './fit.ts';
import { bindsDrs, breaks, settledIn, type Whereabouts } from './rules.ts';
import { type Amount, freeShare, WORTH_MOVING } from './score.ts';
import { takenIn, weightOf } from './taken.ts';

export { type Demand, refusal } from './fit.ts';

const MIB = 2 ** 20;
const NOTHING: Amount = Object.freeze({ cpu: 0, memory: 0 });

/** What is decided and not done yet: where machines are going, and what they will take there. */
export interface Ahead {
  readonly where: Whereabouts;
  /** By host. */
  readonly taken: (host: string) => Amount | undefined;
  /** What they reserve there. */
  readonly coming?: ComingTo;
}

/** The share of the host that stays free with the machine on it: 1 when all of it does, below 0 when too little is there. */
export function score(host: Cell<Host>, demand: Demand, ahead?: Ahead): number {
  return scorer(host.world, demand, ahead)(host).score;
}

interface Scored {
  readonly score: number;
  /** Machines registered there. */
  readonly machines: number;
}

function scorer(world: World, demand: Demand, ahead?: Ahead): (host: Cell<Host>) => Scored {
  const asks = asking(world, demand);
  const lookAt = takenIn(world);
  return (host) => {
    const taken = lookAt(host);
    const more = ahead?.taken(host.id);
    const all = more ? { cpu: taken.cpu + more.cpu, memory: taken.memory + more.memory } : taken;
    return { score: freeShare(taken.of, all, asks(host)), machines: taken.machines };
  };
}

/** What the machine takes of a host: one that runs elsewhere as much as it takes there, and nothing more where it is. */
function asking(world: World, demand: Demand): (host: Cell<Host>) => Amount {
  const vm = demand.vm === undefined ? undefined : (world.find(demand.vm) as Cell<Machine> | undefined);
  const at = vm?.state.power?.state === 'poweredOn' ? vm.one<Host>('host') : undefined;
  if (vm && at) {
    const weight = weightOf(vm, at);
    return (host) => (host === at ? NOTHING : weight);
  }
  const memory = Math.max(demand.configured, demand.memory) / MIB;
  return (host) => ({ cpu: Math.max(demand.cpu, demand.cpus * host.state.profile.mhz), memory });
}

/** How much speaks against a host that nobody forbids: rules it would break, and a host that is to be spared. */
function qualmsAbout(demand: Demand, where: Whereabouts): (host: Cell<Host>) => number {
  const ties = tiesIn(demand.cold ? undefined : demand.vm);
  return (host) => {
    const spared = host.state.runtime.quarantine ? 1 : 0;
    const broken = ties(host).filter((tie) => !bindsDrs(tie) && breaks(tie, demand.vm!, host.id, where));
    return spared + broken.length;
  };
}

export interface Ranked extends Scored {
  readonly host: Cell<Host>;
  readonly qualms: number;
}

/**
 * The hosts that can run the machine with their scores, best first; equals as they were given: by their ids. A host is
 * asked whether it can when its turn comes: whoever wants the best asks few of them.
 */
export function* ranking(hosts: readonly Cell<Host>[], demand: Demand, ahead?: Ahead): Generator<Ranked> {
  const [first] = hosts;
  if (!first) return;
  const where = ahead?.where ?? settledIn(first.world);
  const refuses = sieve(first.world, demand, 'drs', where, ahead?.coming);
  for (const one of inOrder(hosts, demand, where, ahead)) if (!refuses(one.host)) yield one;
}

/** All of the hosts, the fittest first, whether they can run the machine or not. */
function inOrder(
  hosts: readonly Cell<Host>[],
  demand: Demand,
  where: Whereabouts,
  ahead: Ahead | undefined,
): readonly Ranked[] {
  const scoreOf = scorer(hosts[0]!.world, demand, ahead);
  const qualmsOf = qualmsAbout(demand, where);
  return hosts
    .map((host) => {
      const { score, machines } = scoreOf(host);
      return { host, score, machines, qualms: qualmsOf(host) };
    })
    .sort((a, b) => a.qualms - b.qualms || b.score - a.score || a.machines - b.machines);
}

/** The host that is best for the machine, of those that can run it. */
export function fittest(hosts: readonly Cell<Host>[], demand: Demand): Cell<Host> | undefined {
  for (const { host } of ranking(hosts, demand)) return host;
  return undefined;
}

/** The best host of several. `current` is kept unless another is worth the move. Throws NoCompatibleHost. */
export function bestHost(
  hosts: readonly Cell<Host>[],
  demand: Demand,
  current?: Cell<Host>,
  ahead?: Ahead,
): Cell<Host> {
  let best: Ranked | undefined;
  for (const one of ranking(hosts, demand, ahead)) {
    best ??= one;
    if (!current || one.qualms > best.qualms) break;
    if (one.host === current) return best.score - one.score > WORTH_MOVING ? best.host : current;
    if (best.score - one.score > WORTH_MOVING) break;
  }
  if (!best) throw noCompatibleHost(hosts, demand, ahead);
  return best.host;
}

/** Says of each host why not. */
export function noCompatibleHost(hosts: readonly Cell<Host>[], demand: Demand, ahead?: Ahead): VimFault {
  const refused = hosts.flatMap((host) => {
    const fault = refusal(host, demand, 'drs', ahead?.where, ahead?.coming);
    return fault ? [{ host: host.ref, error: fault.localized() as LocalizedMethodFault }] : [];
  });
  return new VimFault('NoCompatibleHost', {
    host: refused.map(({ host }) => host),
    error: refused.map(({ error }) => error),
  });
}

function numberOf(id: string): number {
  return Number(id.slice(id.lastIndexOf('-') + 1));
}

/** The hosts of a compute resource, in order of their ids. */
export function hostsOf(computeResource: Cell): Cell<Host>[] {
  const numbered: { readonly host: Cell<Host>; readonly number: number }[] = [];
  for (const host of computeResource.back<Host>('host')) {
    if (host.is('HostSystem')) numbered.push({ host, number: numberOf(host.id) });
  }
  return numbered.sort((a, b) => a.number - b.number).map(({ host }) => host);
}

/** Whether DRS decides where the machines of a compute resource run. */
export function hasDrs(computeResource: Cell): boolean {
  if (!computeResource.is('ClusterComputeResource')) return false;
  const { drs } = computeResource.state as { readonly drs?: { readonly enabled?: boolean } };
  return drs?.enabled === true;
}
