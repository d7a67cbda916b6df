/**
 * A host is emptied: DRS moves its machines to other hosts, each by a task of its own. What cannot be moved, what DRS may
 * not move by itself and what is worked on stays, and the host waits for it.
 */
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import { type TaskFacets, taskKind } from '../../../world/task.ts';
import { isOpen, type Outcome, type Step } from '../../../world/tasks.ts';
import { isBusy } from '../../inventory/managed-entity.ts';
import type { Machine } from '../../machine/machine.ts';
import { startDrsMigration } from '../../machine/move/drs-migrate.ts';
import type { Site } from '../../site.ts';
import type { Cluster } from '../cluster/cluster-config.ts';
import { Placements } from '../drs/ahead.ts';
import { behaviourOf } from '../drs/behaviour.ts';
import { leavingDemand } from '../drs/followers.ts';
import { lookAt } from '../drs/look.ts';
import { bestHost, hasDrs, hostsOf } from '../drs/placement.ts';
import { leavesShort } from '../ha/admission.ts';
import type { Host } from './host.ts';

/** What a step that empties a host is asked. */
export interface Emptying {
  /** Seconds; 0 waits for ever. */
  readonly timeout: number;
  readonly poweredOff: boolean;
}

/** How far it is; the step's state. */
export interface Evacuation {
  readonly since: number;
  /** How many machines were to go when it began. */
  readonly all?: number | undefined;
  /** Tasks that move machines now. */
  readonly moving?: readonly string[] | undefined;
  /** Machines that were tried in this round. */
  readonly tried?: readonly string[] | undefined;
  /** How often it has looked at the moves without waiting. */
  readonly looks?: number | undefined;
  /** DRS has said what the host waits for. */
  readonly advised?: boolean | undefined;
}

/** How often a host that is not empty yet is looked at again. */
const LOOK_AGAIN = 5_000;
/** Looks in a row at moves that are due, before some time is left for what waits for I/O. */
const EAGER = 40;
const LONG_WAIT = 1_000;

/** What is left to do until the host is empty; undefined once it is. Throws Timedout. */
export function emptied(step: Step<Site, never>, host: Cell<Host>, asked: Emptying, next: string): Outcome | undefined {
  const { site } = step;
  const state = step.state as Evacuation;
  const left = staying(host, asked);
  if (left.length === 0) return undefined;
  if (asked.timeout > 0 && site.clock.now() - state.since >= asked.timeout * 1_000) throw new VimFault('Timedout');
  const { since, all = left.length } = state;
  const percent = 10 + Math.floor((80 * Math.max(0, all - left.length)) / all);
  const open = openMoves(site, state.moving);
  if (open.length > 0) return { ...whenMoved(site, open, next, { ...state, all }), percent };
  const tried = new Set(state.tried);
  const moving = moveAway(
    step,
    host,
    left.filter((vm) => !tried.has(vm.id)),
  );
  if (moving.length === 0) {
    if (!state.advised) advise(site, host);
    const waiting = { since, all, advised: true };
    return { next, after: untilNext(step, asked, state), state: waiting, waits: asked.timeout === 0, percent };
  }
  const moved = [...tried, ...left.map((vm) => vm.id)];
  return { next, after: 0, state: { since, all, moving, tried: moved }, percent };
}

/** DRS recommends the moves that it may not make by itself, and says which machines have nowhere to go. */
function advise(site: Site, host: Cell<Host>): void {
  const cluster = host.one<Cluster>('parent');
  if (cluster && hasDrs(cluster as unknown as Cell)) lookAt(site, cluster, { onlyRules: true });
}

function untilNext({ site }: Step<Site, never>, { timeout }: Emptying, { since }: Evacuation): number {
  const rest = timeout > 0 ? since + timeout * 1_000 - site.clock.now() : LOOK_AGAIN;
  return Math.max(0, Math.min(LOOK_AGAIN, rest));
}

/** The machines the host waits for. */
function staying(host: Cell<Host>, { poweredOff }: Emptying): Cell<Machine>[] {
  const clusters = host.one('parent')?.is('ClusterComputeResource') === true;
  return [...host.back<Machine>('vm')].filter(
    (vm) => vm.state.power.state === 'poweredOn' || (poweredOff && clusters && vm.state.lost === undefined),
  );
}

function openMoves(site: Site, ids: readonly string[] | undefined): Cell<TaskFacets>[] {
  return (ids ?? []).flatMap((id) => site.world.as(taskKind, id) ?? []).filter(isOpen);
}

/** Comes back when the first of the moves may be done. */
function whenMoved(site: Site, open: readonly Cell<TaskFacets>[], next: string, state: Evacuation): Outcome {
  const looks = (state.looks ?? 0) + 1;
  const due = Math.min(...open.map((task) => task.state.progress.due - site.clock.now()));
  const after = Math.min(LONG_WAIT, Math.max(looks > EAGER ? 50 : 0, due));
  const waits = open.every((task) => task.state.progress.waits === true);
  return { next, after, state: { ...state, looks: due > 0 ? 0 : looks }, waits };
}

/** Starts what DRS may move; gives the tasks. DRS takes no host away that is kept for failures. */
function moveAway(step: Step<Site, never>, host: Cell<Host>, vms: readonly Cell<Machine>[]): string[] {
  const { site, request, task } = step;
  const compute = host.one<Cluster>('parent');
  if (!compute || !hasDrs(compute as unknown as Cell)) return [];
  const others = hostsOf(compute as unknown as Cell).filter((other) => other !== host);
  if (others.length === 0 || leavesShort(compute, host)) return [];
  const ahead = new Placements(site.world);
  const tasks: string[] = [];
  for (const vm of vms) {
    if (isBusy(vm as unknown as Cell) || !mayMove(compute, vm)) continue;
    const target = elsewhere(compute, others, vm, ahead);
    if (!target) continue;
    ahead.add(vm, target, vm.state.power.state === 'poweredOn');
    const by = { user: request.user, opId: request.opId, parentKey: task.id };
    tasks.push(startDrsMigration(site, vm, target, by).id);
  }
  return tasks;
}

function mayMove(cluster: Cell<Cluster>, vm: Cell<Machine>): boolean {
  return vm.state.power.state !== 'poweredOn' || behaviourOf(cluster, vm.id) === 'fullyAutomated';
}

function elsewhere(
  cluster: Cell<Cluster>,
  others: readonly Cell<Host>[],
  vm: Cell<Machine>,
  ahead: Placements,
): Cell<Host> | undefined {
  const demand = leavingDemand(cluster, vm, ahead.where);
  const cold = vm.state.power.state !== 'poweredOn';
  try {
    return bestHost(others, cold ? { ...demand, cold } : demand, undefined, ahead);
  } catch (error) {
    if (error instanceof VimFault) return undefined;
    throw error;
  }
}
