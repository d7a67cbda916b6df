/** What is told of a clone: a copy of a machine is cloned, a machine made of a template is deployed. */
import type { Cell } from '../../../world/cell.ts';
import type { VimFault } from '../../../world/fault.ts';
import { eventArgument } from '../../history/event-argument.ts';
import { post } from '../../history/post.ts';
import type { Machine } from '../machine.ts';
import { tell, type Vm, type Work } from '../work.ts';
import type { Cloning } from './clone.ts';

type Step = Work<Cloning>;

function deploys({ args }: Step, vm: Vm): boolean {
  return vm.state.config.template === true && !args.spec.template;
}

function argument(cell: Vm | Cell): object {
  return eventArgument(cell as Cell);
}

/** The work begins. A deployment is told of the machine to be, which is not there yet. */
export function announceClone(step: Step, vm: Vm, machine: Machine, id: string): void {
  const { world } = step.site;
  const host = world.find(machine.place.host!)!;
  if (deploys(step, vm)) {
    const made = { _typeName: 'VmEventArgument', name: machine.name, vm: { type: 'VirtualMachine', value: id } };
    const about = { entity: host, chainId: step.request.eventChainId };
    const properties = { vm: made, template: false, srcTemplate: argument(vm) };
    post(step.site, step.request.user, 'VmBeingDeployedEvent', properties, about);
    return;
  }
  const destHost = argument(host);
  const destName = machine.name;
  const folder = machine.parent === undefined ? undefined : world.find(machine.parent);
  if (folder) tell(step, vm, 'VmBeingClonedEvent', { destFolder: argument(folder), destName, destHost });
  else tell(step, vm, 'VmBeingClonedNoFolderEvent', { destName, destHost });
}

export function tellCloned(step: Step, vm: Vm, made: Vm): void {
  if (deploys(step, vm)) tell(step, made, 'VmDeployedEvent', { srcTemplate: argument(vm) });
  else tell(step, made, 'VmClonedEvent', { sourceVm: argument(vm) });
}

export function tellCloneFailed(step: Step, vm: Vm, fault: VimFault): void {
  const { world } = step.site;
  const { folder, name, spec } = step.args;
  const reason = fault.localized();
  if (deploys(step, vm)) {
    const datastore = world.find(spec.location.datastore?.value ?? vm.state.files.vmx.datastore);
    if (!datastore) return;
    const destDatastore = { _typeName: 'EntityEventArgument', name: String(datastore.get('name') ?? '') };
    tell(step, vm, 'VmDeployFailedEvent', { destDatastore, reason });
    return;
  }
  const destFolder = world.find(folder.value);
  const destHost = world.find(spec.location.host?.value ?? vm.state.place.host ?? '');
  if (!destFolder || !destHost) return;
  tell(step, vm, 'VmCloneFailedEvent', {
    destFolder: argument(destFolder),
    destName: name,
    destHost: argument(destHost),
    reason,
  });
}
