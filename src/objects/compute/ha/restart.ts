/** One machine of a failed host, started on another. */
import type { Cell } from '../../../world/cell.ts';
import type { VimFault } from '../../../world/fault.ts';
import { eventArgument } from '../../history/event-argument.ts';
import type { Machine } from '../../machine/machine.ts';
import { start } from '../../machine/power/running.ts';
import { vmKind } from '../../machine/virtual-machine.ts';
import type { Site } from '../../site.ts';
import type { Cluster } from '../cluster/cluster-config.ts';
import type { Waiting } from './failover-state.ts';
import { postAbout, sayById } from './said.ts';
import type { Survivors } from './survivors.ts';

const SCARCE: ReadonlySet<string> = new Set(['InsufficientCpuResourcesFault', 'InsufficientMemoryResourcesFault']);

/** Starts the machine, and says so; or says, the first time, that no host can have it. Gives whether it runs. Inside a turn. */
export function restart(
  site: Site,
  cluster: Cell<Cluster>,
  survivors: Survivors,
  { vm: id, host: from, tries }: Waiting,
): boolean {
  const vm = site.world.as(vmKind, id)!;
  const target = survivors.hostFor(vm);
  if (!target) {
    if (tries === 0) refused(site, vm, survivors.refusal(cluster, vm));
    return false;
  }
  const source = site.world.find(from);
  if (vm.state.question) site.world.update(vm, { question: undefined });
  start(site, vm, target);
  survivors.took(target, vm);
  const cell = vm as unknown as Cell;
  if (source && source.id !== target.id) {
    postAbout(site, cell, 'VmRestartedOnAlternateHostEvent', { sourceHost: eventArgument(source) });
  } else postAbout(site, cell, 'VmPoweredOnEvent');
  sayById(site, cell, 'com.vmware.vc.ha.VmRestartedByHAEvent');
  return true;
}

function refused(site: Site, vm: Cell<Machine>, reason: VimFault): void {
  const cell = vm as unknown as Cell;
  const faults = (reason.detail['error'] ?? []) as readonly { readonly fault?: { readonly _typeName?: string } }[];
  if (faults.some(({ fault }) => SCARCE.has(fault?._typeName ?? ''))) {
    postAbout(site, cell, 'NotEnoughResourcesToStartVmEvent', { reason: reason.message });
  }
  postAbout(site, cell, 'VmFailoverFailed', { reason: reason.localized() });
}
