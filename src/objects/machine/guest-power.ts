/** What is asked of the guest rather than of the machine: it takes VMware Tools that run. */
import { VimFault } from '../../world/fault.ts';
import type { Call } from '../call.ts';
import { post } from '../history/post.ts';
import type { MethodsOf } from '../managed-object.ts';
import { toolsRunning } from './guest-info.ts';
import type { Machine } from './machine.ts';
import { reboot, stop, suspendNow } from './power.ts';
import { guardPower, type Vm } from './work.ts';

function guardGuest(vm: Vm, requested: Machine['power']['state']): void {
  guardPower(vm, requested, 'poweredOn');
  if (!toolsRunning(vm.state)) throw new VimFault('ToolsUnavailable');
}

function say(call: Call, vm: Vm, type: string): void {
  post(call.site, call.user, type, { template: false }, { entity: vm as never });
}

export const guestPowerMethods: MethodsOf<'VirtualMachine', Machine> = {
  ShutdownGuest(call, self) {
    guardGuest(self, 'poweredOff');
    call.turn(() => {
      say(call, self, 'VmGuestShutdownEvent');
      stop(call.site, self);
      say(call, self, 'VmPoweredOffEvent');
    });
  },
  RebootGuest(call, self) {
    guardGuest(self, 'poweredOn');
    call.turn(() => {
      say(call, self, 'VmGuestRebootEvent');
      reboot(call.site, self);
    });
  },
  StandbyGuest(call, self) {
    guardGuest(self, 'suspended');
    call.turn(() => {
      say(call, self, 'VmGuestStandbyEvent');
      suspendNow(call.site, self);
      say(call, self, 'VmSuspendedEvent');
    });
  },
};
