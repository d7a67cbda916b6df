/** Machines that their host lost: it does not know them, or it cannot find or read their configuration file. */
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import type { World } from '../../../world/world.ts';
import { post } from '../../history/post.ts';
import type { Site } from '../../site.ts';
import { removeFile } from '../../storage/files.ts';
import { isHeldOutside } from '../../storage/held-files.ts';
import { fileKey } from '../device/device.ts';
import type { FileAt, Machine } from '../machine.ts';
import type { Vm } from '../work.ts';
import { deleteLeftVmx, leftMachine } from './left-files.ts';
import { standingFile } from './vmx-files.ts';

export type Loss = NonNullable<Machine['lost']>;

const EVENTS: { readonly [loss in Loss]: string } = {
  orphaned: 'VmOrphanedEvent',
  invalid: 'VmConfigMissingEvent',
  inaccessible: 'VmConfigMissingEvent',
};

/** Says that a machine is lost, inside a turn. `user` is '' for what nobody asked for. */
export function loseMachine(site: Site, vm: Vm, loss: Loss, user: string = ''): void {
  if (vm.state.lost === loss) return;
  site.world.update(vm, { lost: loss });
  post(site, user, EVENTS[loss], { template: vm.state.config.template ?? false }, { entity: vm as unknown as Cell });
}

/** A lost machine is found again, inside a turn. */
export function findMachine(site: Site, vm: Vm, user: string = ''): void {
  if (vm.state.lost === undefined) return;
  site.world.update(vm, { lost: undefined });
  post(
    site,
    user,
    'VmConnectedEvent',
    { template: vm.state.config.template ?? false },
    { entity: vm as unknown as Cell },
  );
}

/** Whether a running machine holds the file open, or somebody outside, so that nobody writes or deletes it. */
export function isLocked(world: World, vmx: FileAt): boolean {
  if (isHeldOutside(world, vmx)) return true;
  const [vm] = world.lookup.get('vmPathName', fileKey(vmx));
  return vm !== undefined && (vm.state as Machine).power.state === 'poweredOn';
}

/**
 * Deletes the .vmx at a place, inside a turn: its machine becomes inaccessible, and what left it there leaves its disks
 * alone. False when there is none. Throws FileLocked while its machine runs.
 */
export function deleteVmx(site: Site, vmx: FileAt, user: string): boolean {
  const { world } = site;
  if (isLocked(world, vmx)) throw new VimFault('FileLocked', { file: vmx.path });
  const written = standingFile(world, vmx);
  const [cell] = world.lookup.get('vmPathName', fileKey(vmx));
  const vm = cell as unknown as Vm | undefined;
  const own = vm ? vm.state.lost !== 'inaccessible' : leftMachine(world, vmx) !== undefined;
  if (written) removeFile(world, written);
  if (vm && own) loseMachine(site, vm, 'inaccessible', user);
  else if (own) deleteLeftVmx(site, vmx);
  return own || written !== undefined;
}
