/** Renamed, destroyed, taken off the inventory, made a template and back, upgraded. */
import type { Ref } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import { invalidArgument, VimFault } from '../../world/fault.ts';
import type { Verb } from '../../world/tasks.ts';
import type { Call } from '../call.ts';
import { post } from '../history/post.ts';
import type { Destroyer } from '../inventory/destroy.ts';
import { shortWork } from '../inventory/short-work.ts';
import type { MethodsOf } from '../managed-object.ts';
import type { Site } from '../site.ts';
import { hostForNew } from './demand.ts';
import { hardwareNumber, isHardware, latestHardware } from './hardware-version.ts';
import { leaveMachine } from './left-files.ts';
import type { Machine } from './machine.ts';
import { machineName } from './naming.ts';
import { askedHost } from './power.ts';
import { ownerOf } from './surroundings.ts';
import { vmKind } from './virtual-machine.ts';
import { guardPower, tell, touched, type Vm, type Work } from './work.ts';

function homeOf(vm: Vm): Cell | undefined {
  return vm.one('parent') ?? vm.one('parentVApp');
}

const rename = shortWork<Machine, { readonly newName: string }>({
  name: 'VirtualMachine.rename',
  kind: vmKind,
  guard: (vm, { args }) => void machineName(homeOf(vm), args.newName, vm as never),
  change(vm, step) {
    const oldName = vm.state.name;
    const name = machineName(homeOf(vm), step.args.newName, vm as never);
    step.site.world.update(vm, { name, identity: touched(step.site, vm) });
    tell(step as Work<never>, vm, 'VmRenamedEvent', { oldName, newName: name });
  },
});

function guardIdle(vm: Vm): void {
  guardPower(vm, 'poweredOff', 'poweredOff', 'suspended');
}

/** Takes a machine away, inside a turn: with its files, or leaving them on their datastores. */
export function removeMachine(site: Site, vm: Vm, mode: 'destroy' | 'unregister'): void {
  for (const snapshot of [...vm.back('snapshotHandles')]) site.world.destroy(snapshot);
  const { state } = vm;
  site.world.destroy(vm);
  if (mode === 'unregister') leaveMachine(site.world, state);
}

const destroy = shortWork<Machine>({
  name: 'VirtualMachine.destroy',
  kind: vmKind,
  guard: guardIdle,
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
    const version = args.version || latestHardware(site);
    if (!isHardware(site, version)) throw invalidArgument('version');
    if (hardwareNumber(version) <= hardwareNumber(vm.state.config.version)) throw new VimFault('AlreadyUpgraded');
    guardPower(vm, 'poweredOff', 'poweredOff');
  },
  change(vm, step) {
    const version = step.args.version || latestHardware(step.site);
    step.site.world.update(vm, {
      config: Object.freeze({ ...vm.state.config, version }),
      identity: touched(step.site, vm),
    });
    tell(step as Work<never>, vm, 'VmUpgradeCompleteEvent', { version });
  },
});

function say(call: Call, vm: Vm, type: string): void {
  post(call.site, call.user, type, { template: vm.state.config.template ?? false }, { entity: vm as never });
}

function asTemplate(call: Call, vm: Vm): void {
  if (vm.state.config.template) throw new VimFault('InvalidState');
  guardPower(vm, 'poweredOff', 'poweredOff');
  call.turn(() => {
    const { config, place } = vm.state;
    call.world.update(vm, {
      config: Object.freeze({ ...config, template: true }),
      place: Object.freeze({ host: place.host }),
      identity: touched(call.site, vm),
    });
  });
}

function asMachine(call: Call, vm: Vm, poolRef: Ref, hostRef: Ref | undefined): void {
  if (!vm.state.config.template) throw new VimFault('InvalidState');
  const pool = call.world.find(poolRef.value);
  const owner = ownerOf(pool);
  const current = vm.one('host');
  const stays = hostRef === undefined && current?.one('parent') === owner;
  const host = stays ? current : hostForNew(owner, askedHost(call.site, hostRef), vm.state);
  call.turn(() => {
    const { template: _template, ...config } = vm.state.config;
    const vApp = pool?.is('VirtualApp') ? pool.id : undefined;
    call.world.update(vm, {
      config: Object.freeze(config),
      place: Object.freeze({ host: host?.id, pool: pool?.id, vApp }),
      identity: touched(call.site, vm),
    });
  });
}

export const lifecycleMethods: MethodsOf<'VirtualMachine', Machine> = {
  Rename_Task: (call, self, { newName }) => call.startTask('VirtualMachine.rename', self as never, { newName }),
  Destroy_Task: (call, self) => call.startTask('VirtualMachine.destroy', self as never),
  UpgradeVM_Task: (call, self, args) =>
    call.startTask('VirtualMachine.upgradeVirtualHardware', self as never, { ...args }),
  UnregisterVM(call, self) {
    call.site.tasks.guardFree(self.ref);
    guardIdle(self);
    call.turn(() => {
      say(call, self, 'VmRemovedEvent');
      removeMachine(call.site, self, 'unregister');
    });
  },
  MarkAsTemplate: (call, self) => asTemplate(call, self),
  MarkAsVirtualMachine: (call, self, { pool, host }) => asMachine(call, self, pool, host),
};

export const lifecycleVerbs: readonly Verb<Site, never>[] = [rename, destroy, upgrade];
