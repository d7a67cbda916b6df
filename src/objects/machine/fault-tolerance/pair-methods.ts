/** What is done to a pair by its primary: the secondary switched off and on, terminated, made primary, given up. */
import type { Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { invalidArgument, VimFault } from '../../../world/fault.ts';
import type { Step, Verb } from '../../../world/tasks.ts';
import { protection } from '../../compute/ha/protection.ts';
import { shortWork } from '../../inventory/short-work.ts';
import type { Site } from '../../site.ts';
import { removeMachine } from '../lifecycle.ts';
import { type Machine, POWERED_OFF } from '../machine.ts';
import { askedHost } from '../power/power.ts';
import { stop } from '../power/running.ts';
import { guardReachable } from '../standing.ts';
import { vmKind } from '../virtual-machine.ts';
import { touched, type Work } from '../work.ts';
import { doerOf, say, tellState } from './pair-events.ts';
import { failOver } from './roles.ts';
import { hostForSecondary } from './secondary-host.ts';
import { secondaryStart } from './secondary-result.ts';
import { pairOf, type Tolerance, toleranceState } from './tolerance.ts';

type Vm = Cell<Machine>;

interface Naming {
  readonly vm?: Ref | undefined;
  readonly host?: Ref<'HostSystem'> | undefined;
}

type PairStep = Step<Site, Naming>;

interface PairWork {
  readonly name: string;
  readonly guard?: (primary: Vm, secondary: Vm, step: PairStep) => void;
  readonly change: (primary: Vm, secondary: Vm, step: PairStep) => unknown;
}

/**
 * The secondary of a pair that is led by that machine. Throws InvalidState for a machine that runs alone, InvalidArgument
 * for another than its secondary.
 */
function secondaryFor(primary: Vm, asked: Ref | undefined): Vm {
  const secondary = pairOf(primary)?.secondary;
  if (!secondary) throw new VimFault('InvalidState');
  if (asked && asked.value !== secondary.id) throw invalidArgument('vm');
  return secondary;
}

function pairWork({ name, guard, change }: PairWork): Verb<Site, never> {
  return shortWork<Machine, Naming>({
    name: `VirtualMachine.${name}`,
    kind: vmKind,
    guard(primary, step) {
      guardReachable(primary);
      guard?.(primary, secondaryFor(primary, step.args.vm), step);
      secondaryFor(primary, step.args.vm);
    },
    change: (primary, step) => change(primary, secondaryFor(primary, step.args.vm), step),
  });
}

function update({ site }: PairStep, primary: Vm, change: Partial<Tolerance>): void {
  const { stranded: _stranded, ...tolerance } = primary.state.tolerance as Tolerance;
  site.world.update(primary, { tolerance: Object.freeze({ ...tolerance, ...change }) });
}

function instanceUuidOf({ state }: Vm): { readonly instanceUuid: string } {
  return { instanceUuid: state.identity.instanceUuid };
}

/** Throws InvalidState unless both run and are alike. */
function guardRunning(primary: Vm): void {
  if (toleranceState(primary) !== 'running') throw new VimFault('InvalidState');
}

function guardProtected(primary: Vm): void {
  if (protection(primary)?.dasProtected) return;
  throw new VimFault('FaultToleranceVmNotDasProtected', { vm: primary.ref, vmName: primary.state.name });
}

const doer = (step: PairStep) => doerOf(step as Work<never>);

const turnOff = pairWork({
  name: 'turnOffFaultTolerance',
  change(primary, secondary, step) {
    const before = toleranceState(primary);
    // Its datastores, of which there may be one less, are read off its devices.
    const devices = Object.freeze([...primary.state.devices]);
    step.site.world.update(primary, { tolerance: undefined, devices, identity: touched(step.site, primary) });
    giveUp(step, secondary);
    say(doer(step), primary, 'VmFaultToleranceTurnedOffEvent');
    tellState(doer(step), primary, before);
  },
});

/** The secondary goes with its files. */
function giveUp(step: PairStep, secondary: Vm): void {
  if (secondary.state.power.state === 'poweredOn') {
    stop(step.site, secondary);
    say(doer(step), secondary, 'VmPoweredOffEvent');
  }
  say(doer(step), secondary, 'VmRemovedEvent');
  removeMachine(step.site, secondary, 'destroy');
}

const makePrimary = pairWork({
  name: 'makePrimary',
  guard: guardRunning,
  change(primary, _secondary, step) {
    failOver(doer(step), primary, 'userAction');
  },
});

/** The secondary's process is ended, as a test of what follows: another is started. */
const terminate = pairWork({
  name: 'terminateFaultTolerantVM',
  guard(primary) {
    guardRunning(primary);
    guardProtected(primary);
  },
  change(primary, secondary, step) {
    update(step, primary, { reason: 'userAction', synced: undefined });
    stop(step.site, secondary, Object.freeze({ ...POWERED_OFF, unclean: true }));
    say(doer(step), secondary, 'VmFaultToleranceVmTerminatedEvent', { reason: 'userAction' });
    tellState(doer(step), primary);
  },
});

const disable = pairWork({
  name: 'disableSecondary',
  guard(primary, secondary) {
    if (!primary.state.tolerance!.enabled) throw new VimFault('SecondaryVmAlreadyDisabled', instanceUuidOf(secondary));
  },
  change(primary, secondary, step) {
    update(step, primary, { enabled: false, synced: undefined });
    if (secondary.state.power.state === 'poweredOn') {
      stop(step.site, secondary);
      say(doer(step), secondary, 'VmPoweredOffEvent');
    }
    say(doer(step), primary, 'VmSecondaryDisabledEvent');
    tellState(doer(step), primary);
  },
});

const enable = pairWork({
  name: 'enableSecondary',
  guard(primary, secondary, { site, args }) {
    if (primary.state.tolerance!.enabled) throw new VimFault('SecondaryVmAlreadyEnabled', instanceUuidOf(secondary));
    if (!args.host) return;
    const starts = primary.state.power.state === 'poweredOn';
    hostForSecondary({ primary, secondary: secondary.state, id: secondary.id, starts }, askedHost(site, args.host));
  },
  change(primary, secondary, step) {
    const { host } = step.args;
    update(step, primary, { enabled: true });
    if (host) {
      const place = Object.freeze({ ...secondary.state.place, host: host.value });
      step.site.world.update(secondary, { place });
    }
    say(doer(step), primary, 'VmSecondaryEnabledEvent');
    tellState(doer(step), primary);
    return secondaryStart(step as Work<never>, primary, secondary, host);
  },
});

export const pairVerbs: readonly Verb<Site, never>[] = [turnOff, makePrimary, terminate, disable, enable];
