/**
 * The work of a move: it is looked at, waits for its turn, copies in parts that its progress tells, and is done. What it
 * rests on is looked at again at each part, so a host that goes down, or a datastore that fills, ends it where it is.
 */
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import type { Outcome, Step, Verb } from '../../../world/tasks.ts';
import { noteMigration } from '../../compute/drs/history.ts';
import type { Host } from '../../compute/host/host.ts';
import { verb } from '../../managed-object.ts';
import type { Site } from '../../site.ts';
import { settle } from '../config/reconfigure.ts';
import { letGo } from '../disk-owner.ts';
import { spaceOn } from '../files.ts';
import type { Machine } from '../machine.ts';
import { deviceLists } from '../snapshot/delta.ts';
import { machineOf, type Vm, type Work } from '../work.ts';
import { movesFiles, tellArrival, tellBeginning, tellFailure } from './migrate-events.ts';
import { guardMove } from './migrate-guards.ts';
import { enterLine, leaveLine, migrationOf, waitsFor } from './migration.ts';
import { type Plan, type Relocation, relocationPlan } from './relocate-plan.ts';

/** What a move is called, and how its end is told where DRS asked for it. */
export interface Moving {
  readonly name: string;
  /** The work whose typical duration it has. */
  readonly takes?: 'VirtualMachine.migrate' | 'VirtualMachine.relocate';
  readonly byDrs?: boolean;
}

/** Where a move is: the host that was chosen when it began, and how much is copied. */
interface Way {
  readonly host: Cell<Host>['ref'];
  /** Milliseconds that each part takes. */
  readonly part: number;
  readonly parts: number;
}

/** A move that waits for its turn, and how long it will take. */
interface Waiting {
  readonly total: number;
}

type MoveStep = Step<Site, Relocation>;

const PARTS = 10;

function guardedPlan({ site, args, state }: MoveStep, vm: Vm): Plan {
  const way = state as Way | undefined;
  const relocation = way ? { ...args, spec: { ...args.spec, host: way.host } } : args;
  const plan = relocationPlan(site, vm, relocation as Relocation);
  guardMove(plan, relocation as Relocation);
  return plan;
}

/** Data that is copied: all of the machine's that comes to another datastore; the host alone changes without any. */
function copiedGib({ vm, after }: Plan): number {
  if (!movesFiles(vm.state, after)) return 0;
  const ids = new Set([after.files.vmx.datastore, ...after.devices.flatMap((d) => d.backing?.file?.datastore ?? [])]);
  let bytes = 0;
  for (const id of ids) bytes += Math.max(0, spaceOn(after, id).used - spaceOn(vm.state, id).used);
  return bytes / 2 ** 30;
}

/** A verb that moves a machine. */
export function movingVerb({ name, takes, byDrs }: Moving): Verb<Site, never> {
  return verb<Relocation>({
    name,
    descriptionId: name,
    cancelable: true,
    steps: {
      begin(step) {
        const waited = step.state as Waiting | undefined;
        const known = waited && migrationOf(step.site.world, step.task);
        if (known && waitsFor(known) > 0) return { next: 'begin', after: waitsFor(known), state: waited };
        const plan = guardedPlan({ ...step, state: undefined }, machineOf(step as Work<never>));
        const total = waited?.total ?? step.site.latency.duration(takes ?? name, copiedGib(plan));
        // The number of its task keeps its place, wherever it is to go by now.
        leaveLine(step.site.world, step.task);
        const after = waitsFor(enterLine(step.task, plan));
        if (total > 0 && after > 0) return { next: 'begin', after, state: { total } };
        tellBeginning(step as Work<never>, plan.vm, plan.after);
        const parts = total === 0 ? 0 : PARTS;
        return onward({ host: plan.host.ref, part: total / Math.max(1, parts), parts });
      },
      copy(step) {
        const way = step.state as Way;
        guardedPlan(step, machineOf(step as Work<never>));
        return onward({ ...way, parts: way.parts - 1 });
      },
      finish(step) {
        const vm = machineOf(step as Work<never>);
        const before = vm.state;
        const { after, changed } = guardedPlan(step, vm);
        step.site.world.update(vm, after);
        settle(step.site, vm, changed, vm.state.devices);
        letGo(step.site, deviceLists(before), deviceLists(vm.state), () => false);
        leaveLine(step.site.world, step.task);
        tellArrival(step as Work<never>, vm, before, byDrs === true);
        noteMigration(step.site, vm, before, byDrs === true);
        return { done: true };
      },
    },
    failed(step, fault) {
      leaveLine(step.site.world, step.task);
      const vm = step.site.world.find(step.request.target.value) as unknown as Vm | undefined;
      if (vm && !REFUSALS.has(fault.type)) tellFailure(step as Work<never>, vm, intended(step, vm), fault);
    },
  });
}

function onward(way: Way): Outcome {
  const percent = way.parts === 0 ? undefined : Math.round((100 * (PARTS - way.parts)) / PARTS);
  const next = way.parts > 1 ? 'copy' : 'finish';
  return { next, after: way.part, state: way, ...(percent !== undefined && { percent }) };
}

/** Refused before anything was tried: no event tells of it. */
const REFUSALS: ReadonlySet<string> = new Set([
  'InvalidArgument',
  'InvalidPowerState',
  'NotSupported',
  'ManagedObjectNotFound',
]);

/** What the machine would have been, unless that never came clear. */
function intended({ site, args }: MoveStep, vm: Vm): Machine | undefined {
  try {
    return relocationPlan(site, vm, args).after;
  } catch (error) {
    if (error instanceof VimFault) return undefined;
    throw error;
  }
}
