/** On, off and suspended: a vApp's parts go group by group, each by a task of its own under the vApp's. */
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import type { Outcome, Step, Verb } from '../../../world/tasks.ts';
import { resolve } from '../../call.ts';
import { verb } from '../../managed-object.ts';
import type { Site } from '../../site.ts';
import { type Activity, type VApp, vAppKind } from './v-app.ts';
import { type ChildWork, lookAgain, openChildren, startChild } from './v-app-child-tasks.ts';
import { allocateAddresses, guardComputable, releaseTransient } from './v-app-expressions.ts';
import { everyMachine, type Group, type Part, startOrder, stopOrder, suspendOrder } from './v-app-sequence.ts';
import { isRunning, isSuspended } from './v-app-state.ts';

type Work = Step<Site, PowerArgs>;

interface PowerArgs {
  readonly force?: boolean;
}

/** Where a sequence stands; plain data, as images keep it. */
interface Run {
  readonly groups: readonly Group[];
  /** Index of the group that is under way. */
  readonly at: number;
  readonly tasks: readonly string[];
  /** When the group's own work was done, or when its guests were asked to shut down. */
  readonly since: number;
  readonly looks?: number;
}

interface Plan {
  readonly groups: readonly Group[];
  readonly state: Activity['state'];
  readonly suspended: boolean;
}

const LOOK_AGAIN = 1_000;

function sequence(name: string, plan: (self: Cell<VApp>, args: PowerArgs) => Plan): Verb<Site, never> {
  return verb<PowerArgs>({
    name,
    descriptionId: name,
    cancelable: true,
    steps: {
      begin(step) {
        const self = resolve(step.site, vAppKind, step.request.target);
        const { groups, state, suspended } = plan(self, step.args);
        if (state === 'starting') allocateAddresses(self);
        step.site.world.update(self, { activity: Object.freeze({ state, suspended, task: step.task.id }) });
        return { next: 'act', after: step.site.latency.duration(name), state: { groups, at: 0 } };
      },
      act: (step) => act(step),
      wait: (step) => wait(step),
      linger: (step) => linger(step),
    },
    failed: (step) => rest(step as Work),
  });
}

/** The task is over, and nothing is done to the vApp as a whole any more. */
function rest({ site, task, request }: Work): void {
  const self = site.world.as(vAppKind, request.target.value);
  if (self?.state.activity?.task === task.id) site.world.update(self, { activity: undefined });
}

/** Starts the work of a group. */
function act(step: Work): Outcome {
  const run = step.state as Run;
  const group = run.groups[run.at];
  if (!group) {
    rest(step);
    const self = step.site.world.as(vAppKind, step.request.target.value);
    if (self && step.request.verb === 'VirtualApp.powerOff') releaseTransient(self);
    return { done: true };
  }
  const tasks = group.flatMap((part) => startPart(step, part) ?? []);
  return { next: 'wait', after: 0, state: { ...run, tasks, since: step.site.clock.now(), looks: 0 } };
}

function startPart(step: Work, { id, action }: Part): string | undefined {
  const target = step.site.world.find(id);
  const work = target && workOf(target, action);
  return work && startChild(step as never, target, work);
}

/** What is to be done for a part to be where its action takes it; nothing when it is there. */
function workOf(target: Cell, action: Action): ChildWork | undefined {
  if (target.is('VirtualApp')) {
    const running = isRunning(target as unknown as Cell<VApp>);
    if (action === 'powerOn') return running ? undefined : { verb: 'VirtualApp.powerOn', method: 'PowerOnVApp_Task' };
    if (action === 'suspend') return running ? { verb: 'VirtualApp.suspend', method: 'SuspendVApp_Task' } : undefined;
    const force = { force: false };
    const up = running || isSuspended(target as unknown as Cell<VApp>);
    return up ? { verb: 'VirtualApp.powerOff', method: 'PowerOffVApp_Task', args: force } : undefined;
  }
  const power = powerOf(target);
  if (action === 'powerOn') return power === 'poweredOn' ? undefined : MACHINE.powerOn;
  if (power === 'poweredOff') return undefined;
  if (action === 'powerOff' || power === 'suspended') return action === 'suspend' ? undefined : MACHINE.powerOff;
  if (action === 'guestShutdown') return heard(target) ? MACHINE.guestShutdown : MACHINE.powerOff;
  return MACHINE.suspend;
}

type Action = Part['action'];

const MACHINE: { readonly [A in Action]: ChildWork } = {
  powerOn: { verb: 'VirtualMachine.powerOn', method: 'PowerOnVM_Task' },
  powerOff: { verb: 'VirtualMachine.powerOff', method: 'PowerOffVM_Task' },
  suspend: { verb: 'VirtualMachine.suspend', method: 'SuspendVM_Task' },
  guestShutdown: { verb: 'VirtualMachine.shutdownGuest', method: 'ShutdownGuest' },
};

function powerOf(target: Cell): string | undefined {
  return (target.state as { readonly power?: { readonly state: string } }).power?.state;
}

/** Whether the guest's tools are heard of. */
function heard(target: Cell | undefined): boolean {
  return target?.get('guestHeartbeatStatus') === 'green';
}

/** Waits until a group's tasks are done; a guest that was asked to shut down has so long to do it. */
function wait(step: Work): Outcome {
  const { site } = step;
  const run = step.state as Run;
  const open = openChildren(site, run.tasks);
  if (open.length > 0) return lookAgain(site, open, 'wait', run);
  const now = site.clock.now();
  const asked = run.groups[run.at]!.filter(({ id, action }) => {
    const vm = action === 'guestShutdown' ? site.world.find(id) : undefined;
    return vm && powerOf(vm) === 'poweredOn';
  });
  const patient = asked.filter(({ delay }) => now < run.since + delay);
  if (patient.length > 0) return { next: 'wait', after: soon(patient, run.since, now), state: run };
  if (asked.length > 0) {
    const tasks = asked.map(({ id }) => startChild(step as never, site.world.find(id)!, MACHINE.powerOff));
    return { next: 'wait', after: 0, state: { ...run, tasks, looks: 0 } };
  }
  return {
    next: 'linger',
    after: 0,
    state: { ...run, since: now },
    percent: Math.round((90 * (run.at + 1)) / run.groups.length),
  };
}

/** A machine gives those after it some time; one whose guest is waited for, until that is heard of. */
function linger(step: Work): Outcome {
  const { site } = step;
  const run = step.state as Run;
  const next = { next: 'act', after: 0, state: { ...run, at: run.at + 1 } };
  const starts = run.groups[run.at]!.filter(({ action }) => action === 'powerOn');
  if (run.at + 1 >= run.groups.length) return next;
  const now = site.clock.now();
  const quiet = starts.filter(({ id, delay, guest }) => {
    const target = site.world.find(id);
    // One that is gone, or went off again, is not heard of any more.
    if (guest && (!target || powerOf(target) !== 'poweredOn' || heard(target))) return false;
    return now < run.since + delay || (guest && delay === 0);
  });
  if (quiet.length === 0) return next;
  const endless = quiet.every(({ delay }) => delay === 0);
  const after = quiet.some(({ guest }) => guest) ? soon(quiet, run.since, now) : longest(quiet, run.since, now);
  return { next: 'linger', after, state: run, waits: endless };
}

function longest(parts: readonly Part[], since: number, now: number): number {
  return Math.max(...parts.map(({ delay }) => since + delay - now));
}

function soon(parts: readonly Part[], since: number, now: number): number {
  const left = longest(parts, since, now);
  return left > 0 ? Math.min(LOOK_AGAIN, left) : LOOK_AGAIN;
}

function guardState(self: Cell<VApp>, requestedState: string, fits: boolean): void {
  if (fits) return;
  const existingState = isRunning(self) ? 'poweredOn' : isSuspended(self) ? 'suspended' : 'poweredOff';
  throw new VimFault('InvalidPowerState', { requestedState, existingState });
}

export const vAppPowerVerbs: readonly Verb<Site, never>[] = [
  sequence('VirtualApp.powerOn', (self) => {
    guardState(self, 'poweredOn', !isRunning(self));
    const groups = startOrder(self);
    guardComputable(self);
    return { groups, state: 'starting', suspended: isSuspended(self) };
  }),
  sequence('VirtualApp.powerOff', (self, { force }) => {
    guardState(self, 'poweredOff', isRunning(self) || isSuspended(self));
    return { groups: force ? everyMachine(self) : stopOrder(self), state: 'stopping', suspended: false };
  }),
  sequence('VirtualApp.suspend', (self) => {
    guardState(self, 'suspended', isRunning(self));
    return { groups: suspendOrder(self), state: 'stopping', suspended: true };
  }),
];
