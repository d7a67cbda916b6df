/** On, off, reset, suspend: tasks that end in another power state. */

import type { Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { notSupported, type VimFault } from '../../../world/fault.ts';
import type { Outcome, Verb } from '../../../world/tasks.ts';
import { resolve } from '../../call.ts';
import { hasDrs } from '../../compute/drs/placement.ts';
import { type Host, hostKind } from '../../compute/host/host.ts';
import { type MethodsOf, verb } from '../../managed-object.ts';
import type { Site } from '../../site.ts';
import { swapWhenDue } from '../config/device-swap.ts';
import { upgradeWhenDue } from '../config/scheduled-upgrade.ts';
import { guardChains } from '../device/disk-chain.ts';
import { openOutputs } from '../device/serial-output.ts';
import { guardUnlocked } from '../disk-lock.ts';
import { guardSpace } from '../disk-room.ts';
import type { Machine } from '../machine.ts';
import { guardHosted, guardReachable } from '../standing.ts';
import { vmKind } from '../virtual-machine.ts';
import { askedMachineOf, guardPower, isRefusal, tell, type Vm, type Work } from '../work.ts';
import { type Answers, waiting } from './ask.ts';
import { hostToStart } from './demand.ts';
import { reboot, start, stop, suspendNow } from './running.ts';

export { reboot, start, stop, suspendNow };

interface PowerOn {
  readonly host?: Ref<'HostSystem'> | undefined;
}

/** Says that the work failed, unless it was refused before it began. */
function failure(event: string): NonNullable<Verb<Site, never>['failed']> {
  return (step, fault: VimFault) => {
    const vm = step.site.world.find(step.request.target.value);
    if (vm && !isRefusal(fault)) tell(step, vm as unknown as Vm, event, { reason: fault.localized() });
  };
}

const powerOn = verb<PowerOn>({
  name: 'VirtualMachine.powerOn',
  descriptionId: 'VirtualMachine.powerOn',
  steps: {
    begin(step) {
      const vm = startable(step);
      const host = hostToStart(vm, askedHost(step.site, step.args.host));
      const event = vm.state.power.state === 'suspended' ? 'VmResumingEvent' : 'VmStartingEvent';
      tell(step, vm, event, { host: named(host) });
      return { next: 'finish', after: step.site.latency.duration('VirtualMachine.powerOn') };
    },
    finish(step) {
      const vm = startable(step);
      const host = hostToStart(vm, askedHost(step.site, step.args.host));
      if (isWaiting(step, vm)) return waiting('finish', step.state);
      const place = { ...vm.state.place, host: host.id };
      guardSpace(step.site.world, vm.state, { ...vm.state, place, power: { state: 'poweredOn' } });
      guardUnlocked(step.site.world, vm.id, vm.state.devices);
      guardChains(vm.state);
      if (vm.state.power.state === 'poweredOff') {
        upgradeWhenDue(step, vm);
        swapWhenDue(step, vm);
      }
      start(step.site, vm, host);
      tellPoweredOn(step, vm);
      return { done: true };
    },
  },
  failed: failure('VmFailedToPowerOnEvent') as never,
});

/** The machine, when it may start as far as its own state goes; what its host cannot reach is for the host to say. */
function startable(step: Work<PowerOn>): Vm {
  const vm = resolve(step.site, vmKind, step.request.target);
  guardHosted(vm);
  guardStart(vm);
  return vm;
}

/** Whether somebody has to answer before the machine can start: what a script asks, or what its devices make it ask. */
function isWaiting(step: Work<PowerOn>, vm: Vm): boolean {
  if (vm.state.question) return true;
  return vm.state.power.state === 'poweredOff' && !openOutputs(step.site, vm, step.state as Answers | undefined);
}

/** Where DRS chooses the host, it is DRS that powers on, and vCenter says so. */
export function tellPoweredOn(step: Work<never> | Work, vm: Vm): void {
  const owner = vm.one('host')?.one('parent');
  tell(step, vm, owner && hasDrs(owner) ? 'DrsVmPoweredOnEvent' : 'VmPoweredOnEvent');
}

function guardTemplate(vm: Vm): void {
  if (vm.state.config.template) throw notSupported();
}

/** Throws NotSupported for a template, InvalidPowerState for what runs. */
export function guardStart(vm: Vm): void {
  guardTemplate(vm);
  guardPower(vm, 'poweredOn', 'poweredOff', 'suspended');
}

/** Throws ManagedObjectNotFound when there is none. */
export function askedHost(site: Site, ref: Ref | undefined): Cell<Host> | undefined {
  return ref && resolve(site, hostKind, ref);
}

function named(host: Cell<Host>): object {
  return { _typeName: 'HostEventArgument', name: host.state.name, host: host.ref };
}

interface PowerWork {
  readonly name: string;
  readonly guard: (vm: Vm) => void;
  /** The event before the change, and the one that tells of its failure. */
  readonly before: string;
  readonly failed: string;
  /** The change, and the event after it. */
  readonly change: (step: Work, vm: Vm) => void;
}

/** A task of a change and the events about it; a question that comes up on the way holds it until it is answered. */
function powerVerb({ name, guard, before, failed, change }: PowerWork): Verb<Site, never> {
  const guarded = (step: Work): Vm => {
    const vm = askedMachineOf(step);
    guardTemplate(vm);
    guard(vm);
    return vm;
  };
  return verb<object>({
    name,
    descriptionId: name,
    steps: {
      begin(step) {
        const vm = guarded(step);
        guardReachable(vm);
        tell(step, vm, before);
        return { next: 'finish', after: step.site.latency.duration(name) };
      },
      finish(step): Outcome {
        const vm = guarded(step);
        if (vm.state.question) return waiting('finish', step.state);
        change(step, vm);
        return { done: true };
      },
    },
    failed: failure(failed) as never,
  });
}

const powerOff = powerVerb({
  name: 'VirtualMachine.powerOff',
  guard: (vm) => guardPower(vm, 'poweredOff', 'poweredOn', 'suspended'),
  before: 'VmStoppingEvent',
  failed: 'VmFailedToPowerOffEvent',
  change(step, vm) {
    stop(step.site, vm);
    tell(step, vm, 'VmPoweredOffEvent');
  },
});

const reset = powerVerb({
  name: 'VirtualMachine.reset',
  guard: (vm) => guardPower(vm, 'poweredOn', 'poweredOn'),
  before: 'VmResettingEvent',
  failed: 'VmFailedToResetEvent',
  change(step, vm) {
    if (!reboot(step.site, vm)) tell(step, vm, 'VmPoweredOffEvent');
  },
});

const suspend = powerVerb({
  name: 'VirtualMachine.suspend',
  guard: (vm) => guardPower(vm, 'suspended', 'poweredOn'),
  before: 'VmSuspendingEvent',
  failed: 'VmFailedToSuspendEvent',
  change(step, vm) {
    guardSpace(step.site.world, vm.state, { ...vm.state, power: { state: 'suspended' } });
    suspendNow(step.site, vm);
    tell(step, vm, 'VmSuspendedEvent');
  },
});

export const powerMethods: MethodsOf<'VirtualMachine', Machine> = {
  PowerOnVM_Task: (call, self, args) => call.startTask('VirtualMachine.powerOn', self as never, { ...args }),
  PowerOffVM_Task: (call, self) => call.startTask('VirtualMachine.powerOff', self as never),
  ResetVM_Task: (call, self) => call.startTask('VirtualMachine.reset', self as never),
  SuspendVM_Task: (call, self) => call.startTask('VirtualMachine.suspend', self as never),
};

export const powerVerbs: readonly Verb<Site, never>[] = [powerOn, powerOff, reset, suspend];
