/** Renamed, destroyed, taken off the inventory, upgraded. */
import type { Cell } from '../../world/cell.ts';
import { invalidArgument, VimFault } from '../../world/fault.ts';
import type { Verb } from '../../world/tasks.ts';
import type { Host } from '../compute/host/host.ts';
import { post } from '../history/post.ts';
import type { Destroyer } from '../inventory/destroy.ts';
import { shortWork } from '../inventory/short-work.ts';
import type { MethodsOf } from '../managed-object.ts';
import type { Site } from '../site.ts';
import { outlivesMachines } from '../storage/first-class/whereabouts.ts';
import { hardwareNumber, isHardware } from './config/hardware-version.ts';
import { guardRunsOn, latestOn } from './config/host-hardware.ts';
import { templateMethods } from './copy/template.ts';
import { leaveDisks, letGo } from './disk-owner.ts';
import { guardAlone, mirrorPrimary } from './fault-tolerance/mirror.ts';
import { partPair } from './fault-tolerance/part.ts';
import type { Machine } from './machine.ts';
import { deleteOwnFiles } from './machine-files.ts';
import { machineName } from './naming.ts';
import { deviceLists } from './snapshot/delta.ts';
import { connectionOf, guardReachable } from './standing.ts';
import { vmKind } from './virtual-machine.ts';
import { leaveMachine } from './vmx/left-files.ts';
import { record, recordedVerbs } from './vmx/recorded.ts';
import { registerChildVerb } from './vmx/register-vm.ts';
import { reloadMethods, reloadVerb } from './vmx/vmx-reload.ts';
import { guardPower, isRefusal, tell, touched, type Vm, type Work } from './work.ts';

function homeOf(vm: Vm): Cell | undefined {
  return vm.one('parent') ?? vm.one('parentVApp');
}

const rename = shortWork<Machine, { readonly newName: string }>({
  name: 'VirtualMachine.rename',
  kind: vmKind,
  guard(vm, { args }) {
    guardReachable(vm);
    machineName(homeOf(vm), args.newName, vm as never);
  },
  change(vm, step) {
    const oldName = vm.state.name;
    const name = machineName(homeOf(vm), step.args.newName, vm as never);
    step.site.world.update(vm, { name, identity: touched(step.site, vm) });
    mirrorPrimary(step.site, vm);
    tell(step as Work<never>, vm, 'VmRenamedEvent', { oldName, newName: name });
  },
});

/** A machine that its host lost does not run there, whatever was known of it last. */
function guardIdle(vm: Vm): void {
  if (vm.state.lost === undefined) guardPower(vm, 'poweredOff', 'poweredOff', 'suspended');
}

/** What cannot be reached cannot be told to go from its datastores, only be forgotten. */
function guardDestroy(vm: Vm): void {
  guardReachable(vm);
  guardIdle(vm);
}

/** A host that is away cannot be told to forget a machine; one that lost it needs no telling. */
function guardUnregister(vm: Vm): void {
  if (vm.state.lost === undefined && connectionOf(vm) === 'disconnected') guardReachable(vm);
  guardIdle(vm);
}

/** Takes a machine away, inside a turn: with its files, or leaving them on their datastores. */
export function removeMachine(site: Site, vm: Vm, mode: 'destroy' | 'unregister'): void {
  partPair(site, vm);
  for (const snapshot of [...vm.back('snapshotHandles')]) site.world.destroy(snapshot);
  const { issues: _issues, ...state } = vm.state;
  site.world.destroy(vm);
  if (mode === 'destroy') {
    deleteOwnFiles(site.world, state);
    letGo(site, deviceLists(state), [], ({ backing }) => outlivesMachines(site.world, backing.file));
  } else if (state.lost === 'inaccessible') leaveDisks(site, deviceLists(state));
  else leaveMachine(site.world, state);
}

const destroy = shortWork<Machine>({
  name: 'VirtualMachine.destroy',
  kind: vmKind,
  guard: guardDestroy,
  change(vm, step) {
    tell(step, vm, 'VmRemovedEvent');
    removeMachine(step.site, vm, 'destroy');
  },
});

/** How a machine goes when its folder, pool or host does. */
export const machineDestroyer: Destroyer = {
  guard: (cell) => guardIdle(cell as never),
  remove(cell, { site, user, chainId, mode }) {
    const vm = cell as unknown as Vm;
    post(site, user, 'VmRemovedEvent', { template: vm.state.config.template ?? false }, { entity: cell, chainId });
    removeMachine(site, vm, mode);
  },
};

const upgrade = shortWork<Machine, { readonly version?: string | undefined }>({
  name: 'VirtualMachine.upgradeVirtualHardware',
  kind: vmKind,
  guard(vm, { site, args }) {
    guardReachable(vm);
    const version = args.version || latestOn(site, vm.one<Host>('host'));
    if (!isHardware(site, version)) throw invalidArgument('version');
    guardRunsOn(site, vm.one<Host>('host'), version);
    if (hardwareNumber(version) <= hardwareNumber(vm.state.config.version)) throw new VimFault('AlreadyUpgraded');
    guardPower(vm, 'poweredOff', 'poweredOff');
    guardAlone(vm);
  },
  change(vm, step) {
    const version = step.args.version || latestOn(step.site, vm.one<Host>('host'));
    tell(step as Work<never>, vm, 'VmUpgradingEvent', { version });
    step.site.world.update(vm, {
      config: Object.freeze({ ...vm.state.config, version }),
      identity: touched(step.site, vm),
    });
    tell(step as Work<never>, vm, 'VmUpgradeCompleteEvent', { version });
  },
  failed(vm, step, fault) {
    if (!isRefusal(fault)) tell(step as Work<never>, vm, 'VmUpgradeFailedEvent');
  },
});

export const lifecycleMethods: MethodsOf<'VirtualMachine', Machine> = {
  Rename_Task: (call, self, { newName }) => call.startTask('VirtualMachine.rename', self as never, { newName }),
  Destroy_Task: (call, self) => call.startTask('VirtualMachine.destroy', self as never),
  UpgradeVM_Task: (call, self, args) =>
    call.startTask('VirtualMachine.upgradeVirtualHardware', self as never, { ...args }),
  UnregisterVM(call, self) {
    call.site.tasks.guardFree(self.ref);
    guardUnregister(self);
    call.turn(() => {
      const chainId = record(call, self, 'unregister');
      const template = self.state.config.template ?? false;
      post(call.site, call.user, 'VmRemovedEvent', { template }, { entity: self as never, chainId });
      removeMachine(call.site, self, 'unregister');
    });
  },
  ...templateMethods,
  ...reloadMethods,
};

export const lifecycleVerbs: readonly Verb<Site, never>[] = [
  rename,
  destroy,
  upgrade,
  reloadVerb,
  registerChildVerb,
  ...recordedVerbs,
];
