/** Upkeep of a machine: its guest's words forgotten, its disks put in order, its files measured. */
import { notSupported, VimFault } from '../../world/fault.ts';
import type { MethodsOf } from '../managed-object.ts';
import type { Machine } from './machine.ts';
import { guardConnected } from './standing.ts';
import { guardPower, type Vm } from './work.ts';

/** Only a machine that is off is put in order: its guest is not there to be disturbed. */
function guardOff(vm: Vm): void {
  guardConnected(vm);
  if (vm.state.config.template) throw notSupported();
  guardPower(vm, 'poweredOff', 'poweredOff');
}

export const upkeepMethods: MethodsOf<'VirtualMachine', Machine> = {
  /** What the guest said of itself is forgotten, and the addresses it was given are free for others. */
  ResetGuestInformation(call, self) {
    guardConnected(self);
    if (self.state.power.state !== 'poweredOff') throw new VimFault('InvalidState');
    const { guest } = self.state;
    if (!guest) return;
    const { hostName: _hostName, ipAddress: _ipAddress, net: _net, leases: _leases, ...kept } = guest;
    call.turn(() => call.world.update(self, { guest: Object.freeze(kept) }));
  },

  /** Flat files have no fragments that anybody could read of: what is left of the method is whom it refuses. */
  DefragmentAllDisks(call, self) {
    guardOff(self);
    call.site.tasks.guardFree(self.ref);
  },

  RefreshStorageInfo(call, self) {
    guardConnected(self);
    call.turn(() => call.world.update(self, { measured: call.site.clock.now() }));
  },
};
