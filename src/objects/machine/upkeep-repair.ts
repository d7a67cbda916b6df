/** RepairVmDiskChains_Task: the files of a machine's disks are made to fit again, with what they hold by now. */
import { notSupported, VimFault } from '../../world/fault.ts';
import type { Verb } from '../../world/tasks.ts';
import { shortWork } from '../inventory/short-work.ts';
import type { MethodsOf } from '../managed-object.ts';
import type { Site } from '../site.ts';
import { diskAt, nameOfFile } from '../storage/disk/disk-at.ts';
import { chain, type Device, isDisk } from './device/device.ts';
import { repaired } from './device/disk-chain.ts';
import { guardUnlocked } from './disk-lock.ts';
import type { Machine } from './machine.ts';
import { guardReachable } from './standing.ts';
import { vmKind } from './virtual-machine.ts';
import { guardPower, touched, type Vm } from './work.ts';

const NAME = 'VirtualMachine.repairVmDiskChains';

/** Nobody has the files open meanwhile, and all of them are there. */
function guardRepairable(vm: Vm, site: Site): void {
  guardReachable(vm);
  if (vm.state.config.template) throw notSupported();
  guardPower(vm, 'poweredOff', 'poweredOff');
  guardUnlocked(site.world, vm.id, vm.state.devices);
  for (const disk of vm.state.devices.filter(isDisk)) guardWhole(vm, disk);
}

function guardWhole({ world }: Vm, { backing }: Device): void {
  for (const { file } of chain(backing)) {
    if (file && !diskAt(world, file)) throw new VimFault('FileNotFound', { file: nameOfFile(world, file) });
  }
}

const repair = shortWork<Machine>({
  name: NAME,
  kind: vmKind,
  guard: (vm, { site }) => guardRepairable(vm, site),
  change(vm, { site }) {
    const after = repaired(vm.state);
    const { devices, snapshots } = vm.state;
    if (after.devices === devices && after.snapshots === snapshots) return;
    site.world.update(vm, { ...after, identity: touched(site, vm) });
  },
});

export const repairMethods: MethodsOf<'VirtualMachine', Machine> = {
  RepairVmDiskChains_Task: (call, self) => call.startTask(NAME, self as never),
};

export const repairVerbs: readonly Verb<Site, never>[] = [repair];
