/** On, off, reset, suspend: tasks that end in another power state. */
import type { Ref } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import { notSupported } from '../../world/fault.ts';
import type { Verb } from '../../world/tasks.ts';
import type { Host } from '../compute/host.ts';
import { type MethodsOf, verb } from '../managed-object.ts';
import type { Site } from '../site.ts';
import { hostToStart } from './demand.ts';
import type { Device } from './device.ts';
import { type Machine, POWERED_OFF, type Power } from './machine.ts';
import { guardPower, machineOf, tell, type Vm, type Work } from './work.ts';

interface PowerOn {
  readonly host?: Ref<'HostSystem'> | undefined;
}

const powerOn = verb<PowerOn>({
  name: 'VirtualMachine.powerOn',
  descriptionId: 'VirtualMachine.powerOn',
  steps: {
    begin(step) {
      const vm = machineOf(step);
      guardStart(vm);
      const host = hostToStart(vm, askedHost(step.site, step.args.host));
      tell(step, vm, 'VmStartingEvent', { host: named(host) });
      return { next: 'finish', after: step.site.latency.duration('VirtualMachine.powerOn') };
    },
    finish(step) {
      const vm = machineOf(step);
      guardStart(vm);
      start(step.site, vm, hostToStart(vm, askedHost(step.site, step.args.host)));
      tell(step, vm, 'VmPoweredOnEvent');
      return { done: true };
    },
  },
  failed(step, fault) {
    const vm = step.site.world.find(step.request.target.value);
    if (vm && fault.type !== 'InvalidPowerState' && fault.type !== 'NotSupported') {
      tell(step as Work, vm as unknown as Vm, 'VmFailedToPowerOnEvent', { reason: fault.localized() });
    }
  },
});

function guardStart(vm: Vm): void {
  if (vm.state.config.template) throw notSupported();
  guardPower(vm, 'poweredOn', 'poweredOff', 'suspended');
}

export function askedHost(site: Site, ref: Ref | undefined): Cell<Host> | undefined {
  return ref && (site.world.find(ref.value) as Cell<Host> | undefined);
}

function named(host: Cell<Host>): object {
  return { _typeName: 'HostEventArgument', name: host.state.name, host: host.ref };
}

/** Puts a machine into the running state, inside a turn. */
export function start(site: Site, vm: Vm, host: Cell<Host>): void {
  const { power, place } = vm.state;
  const now = site.clock.now();
  const resumed = power.state === 'suspended' && power.bootTime !== undefined;
  site.world.update(vm, {
    place: place.host === host.id ? place : Object.freeze({ ...place, host: host.id }),
    power: Object.freeze({
      state: 'poweredOn',
      bootTime: resumed ? power.bootTime : now,
      bootTick: resumed ? power.bootTick : site.world.tick,
      suspended: resumed ? (power.suspended ?? 0) + now - (power.suspendTime ?? now) : undefined,
    } satisfies Power),
    devices: plugged(vm.state.devices, true),
    guest: vm.state.guest && Object.freeze({ ...vm.state.guest, running: true }),
  });
}

/** Takes a machine out of the running state, inside a turn. */
export function stop(site: Site, vm: Vm, power: Power = POWERED_OFF): void {
  site.world.update(vm, {
    power,
    devices: power.state === 'poweredOff' ? plugged(vm.state.devices, false) : vm.state.devices,
    guest: vm.state.guest && Object.freeze({ ...vm.state.guest, running: false }),
  });
}

/** Devices are connected while the machine runs, as far as they are to be from its start. */
function plugged(devices: Machine['devices'], running: boolean): Machine['devices'] {
  const plug = (d: Device): Device => {
    if (!d.connectable) return d;
    const connected = running && d.connectable.startConnected;
    const status = running ? 'ok' : 'untried';
    if (d.connectable.connected === connected && d.connectable.status === status) return d;
    return Object.freeze({ ...d, connectable: Object.freeze({ ...d.connectable, connected, status }) });
  };
  const after = devices.map(plug);
  return after.every((d, i) => d === devices[i]) ? devices : Object.freeze(after);
}

/** A task of two events and one change between them. */
function powerVerb(
  name: string,
  guard: (vm: Vm) => void,
  before: string,
  change: (step: Work, vm: Vm) => void,
  after?: string,
): Verb<Site, never> {
  return verb<object>({
    name,
    descriptionId: name,
    steps: {
      begin(step) {
        const vm = machineOf(step);
        guard(vm);
        tell(step, vm, before);
        return { next: 'finish', after: step.site.latency.duration(name) };
      },
      finish(step) {
        const vm = machineOf(step);
        guard(vm);
        change(step, vm);
        if (after !== undefined) tell(step, vm, after);
        return { done: true };
      },
    },
  });
}

const powerOff = powerVerb(
  'VirtualMachine.powerOff',
  (vm) => guardPower(vm, 'poweredOff', 'poweredOn', 'suspended'),
  'VmStoppingEvent',
  (step, vm) => stop(step.site, vm),
  'VmPoweredOffEvent',
);

const reset = powerVerb(
  'VirtualMachine.reset',
  (vm) => guardPower(vm, 'poweredOn', 'poweredOn'),
  'VmResettingEvent',
  ({ site }, vm) => reboot(site, vm),
);

const suspend = powerVerb(
  'VirtualMachine.suspend',
  (vm) => guardPower(vm, 'suspended', 'poweredOn'),
  'VmSuspendingEvent',
  ({ site }, vm) => suspendNow(site, vm),
  'VmSuspendedEvent',
);

export function reboot(site: Site, vm: Vm): void {
  const { power } = vm.state;
  site.world.update(vm, { power: Object.freeze({ ...power, bootTime: site.clock.now(), bootTick: site.world.tick }) });
}

export function suspendNow(site: Site, vm: Vm): void {
  stop(site, vm, Object.freeze({ ...vm.state.power, state: 'suspended', suspendTime: site.clock.now() }));
}

export const powerMethods: MethodsOf<'VirtualMachine', Machine> = {
  PowerOnVM_Task: (call, self, args) => call.startTask('VirtualMachine.powerOn', self as never, { ...args }),
  PowerOffVM_Task: (call, self) => call.startTask('VirtualMachine.powerOff', self as never),
  ResetVM_Task: (call, self) => call.startTask('VirtualMachine.reset', self as never),
  SuspendVM_Task: (call, self) => call.startTask('VirtualMachine.suspend', self as never),
};

export const powerVerbs: readonly Verb<Site, never>[] = [powerOn, powerOff, reset, suspend];
