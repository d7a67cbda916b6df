/** VMware Tools mounted for installation, and upgraded. */
import { notSupported, VimFault } from '../../world/fault.ts';
import type { Verb } from '../../world/tasks.ts';
import { shortWork } from '../inventory/short-work.ts';
import type { Machine } from '../machine/machine.ts';
import { guardReachable } from '../machine/standing.ts';
import { vmKind } from '../machine/virtual-machine.ts';
import { guardPower, type Vm } from '../machine/work.ts';
import type { MethodsOf } from '../managed-object.ts';
import type { Site } from '../site.ts';
import { toolsRunning } from './awake.ts';
import { driveOf, mount, unmount } from './installer.ts';
import { LATEST_TOOLS } from './tools-version.ts';

/** Tools are looked after where a guest runs. */
function guardRunning(vm: Vm): void {
  guardReachable(vm);
  if (vm.state.config.template) throw notSupported();
  guardPower(vm, 'poweredOn', 'poweredOn');
}

const upgrade = shortWork<Machine>({
  name: 'VirtualMachine.upgradeTools',
  kind: vmKind,
  guard(vm) {
    guardRunning(vm);
    const { guest } = vm.state;
    if (!toolsRunning(vm.state)) throw new VimFault('ToolsUnavailable');
    // Packages of a distribution are upgraded by the distribution.
    if (guest && (guest.toolsType ?? 'guestToolsTypeOpenVMTools') === 'guestToolsTypeOpenVMTools') {
      throw new VimFault('VmToolsUpgradeFault');
    }
  },
  change(vm, { site }) {
    const { guest } = vm.state;
    if (guest) site.world.update(vm, { guest: Object.freeze({ ...guest, toolsVersion: LATEST_TOOLS }) });
    unmount(site, vm);
  },
});

export const toolsMethods: MethodsOf<'VirtualMachine', Machine> = {
  MountToolsInstaller(call, self) {
    guardRunning(self);
    const drive = driveOf(self.state);
    if (!drive) throw new VimFault('VmConfigFault');
    if (self.state.toolsInstaller) throw new VimFault('InvalidState');
    call.turn(() => mount(call.site, self, drive));
  },
  UnmountToolsInstaller(call, self) {
    guardRunning(self);
    if (!self.state.toolsInstaller) throw new VimFault('InvalidState');
    call.turn(() => unmount(call.site, self));
  },
  UpgradeTools_Task: (call, self, args) => call.startTask('VirtualMachine.upgradeTools', self as never, { ...args }),
};

export const toolsVerbs: readonly Verb<Site, never>[] = [upgrade];
