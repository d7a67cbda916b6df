/**
 * What is asked of the guest rather than of the machine: it takes VMware Tools that run. The call ends when the guest was
 * asked; what the guest does then is a task of its own.
 */
import { notSupported, VimFault } from '../../../world/fault.ts';
import type { Verb } from '../../../world/tasks.ts';
import type { Call } from '../../call.ts';
import { type MethodsOf, verb } from '../../managed-object.ts';
import type { Site } from '../../site.ts';
import { upgradeWhenDue } from '../config/scheduled-upgrade.ts';
import { toolsRunning } from '../guest-info.ts';
import { type Machine, POWERED_OFF, type Power } from '../machine.ts';
import { guardConnected, guardReachable } from '../standing.ts';
import { askedMachineOf, guardPower, tell, type Vm, type Work } from '../work.ts';
import { reboot, stop, suspendNow } from './running.ts';

/** Throws unless a guest runs there that listens. */
export function guardGuest(vm: Vm, requested: Power['state']): void {
  guardConnected(vm);
  if (vm.state.config.template) throw notSupported();
  guardPower(vm, requested, 'poweredOn');
  guardReachable(vm);
  if (!toolsRunning(vm.state)) throw new VimFault('ToolsUnavailable');
}

/** The guest does as it was asked, if the machine still runs by then. */
function guestVerb(name: string, asked: string, does: (step: Work, vm: Vm) => void): Verb<Site, never> {
  return verb<object>({
    name,
    descriptionId: name,
    exclusive: false,
    steps: {
      begin(step) {
        tell(step, askedMachineOf(step), asked);
        return { next: 'finish', after: step.site.latency.duration(name) };
      },
      finish(step) {
        const vm = askedMachineOf(step);
        if (vm.state.power.state === 'poweredOn') does(step, vm);
        return { done: true };
      },
    },
  });
}

const shutdown = guestVerb('VirtualMachine.shutdownGuest', 'VmGuestShutdownEvent', (step, vm) => {
  stop(step.site, vm, Object.freeze({ ...POWERED_OFF, soft: true }));
  tell(step, vm, 'VmPoweredOffEvent');
});

const rebootGuest = guestVerb('VirtualMachine.rebootGuest', 'VmGuestRebootEvent', (step, vm) => {
  upgradeWhenDue(step, vm, true);
  if (!reboot(step.site, vm)) tell(step, vm, 'VmPoweredOffEvent');
});

/** A guest in standby has its machine suspended, unless the machine is set to go on running. */
const standby = guestVerb('VirtualMachine.standbyGuest', 'VmGuestStandbyEvent', (step, vm) => {
  const { power, config } = vm.state;
  if (config.said?.defaultPowerOps?.standbyAction === 'powerOnSuspend') {
    step.site.world.update(vm, { power: Object.freeze({ ...power, standby: true }) });
    return;
  }
  suspendNow(step.site, vm);
  tell(step, vm, 'VmSuspendedEvent');
});

function askGuest(call: Call, vm: Vm, name: string, requested: Power['state']): void {
  guardGuest(vm, requested);
  call.site.tasks.guardFree(vm.ref);
  call.startTask(name, vm as never);
}

export const guestPowerMethods: MethodsOf<'VirtualMachine', Machine> = {
  ShutdownGuest: (call, self) => askGuest(call, self, 'VirtualMachine.shutdownGuest', 'poweredOff'),
  RebootGuest: (call, self) => askGuest(call, self, 'VirtualMachine.rebootGuest', 'poweredOn'),
  StandbyGuest: (call, self) => askGuest(call, self, 'VirtualMachine.standbyGuest', 'suspended'),
};

export const guestPowerVerbs: readonly Verb<Site, never>[] = [shutdown, rebootGuest, standby];
