/** The managed objects of this room, and the methods about machines that other types have. */
import type { Facets } from '../../world/kind.ts';
import { freeOfVApps } from '../compute/v-app/v-app-children.ts';
import { type ManagedObject, type MethodsOf, managedObject } from '../managed-object.ts';
import { evcMethods, evcVerbs } from './config/apply-evc.ts';
import { createVerbs } from './config/create-vm.ts';
import { reconfigureMethods, reconfigureVerb } from './config/reconfigure.ts';
import { cloneMethods, cloneVerbs } from './copy/clone.ts';
import { lifecycleMethods, lifecycleVerbs } from './lifecycle.ts';
import { relocateMethods, relocateVerbs } from './move/relocate.ts';
import { askMethods } from './power/ask.ts';
import { consoleMethods } from './power/console-methods.ts';
import { guestPowerMethods, guestPowerVerbs } from './power/guest-power.ts';
import { powerMethods, powerVerbs } from './power/power.ts';
import { powerOnMultiVerb } from './power/power-on-multi.ts';
import { screenshotMethods, screenshotVerbs } from './power/screenshot.ts';
import { trackingMethods } from './snapshot/change-tracking.ts';
import { snapshotKind } from './snapshot/snapshot.ts';
import { machineSnapshotMethods, snapshotMethods, snapshotVerbs } from './snapshot/snapshot-tasks.ts';
import { upkeepMethods } from './upkeep-methods.ts';
import { repairMethods, repairVerbs } from './upkeep-repair.ts';
import { vmKind } from './virtual-machine.ts';
import { registerVerb } from './vmx/register-vm.ts';

export interface BorrowedMethods {
  readonly type: string;
  readonly methods: ManagedObject['methods'];
  readonly verbs: ManagedObject['verbs'];
}

export const machineObjects: readonly ManagedObject[] = [
  managedObject(
    'VirtualMachine',
    vmKind,
    {
      ...freeOfVApps(powerMethods),
      ...freeOfVApps(guestPowerMethods),
      ...askMethods,
      ...consoleMethods,
      ...upkeepMethods,
      ...repairMethods,
      ...screenshotMethods,
      ...reconfigureMethods,
      ...evcMethods,
      ...lifecycleMethods,
      ...machineSnapshotMethods,
      ...trackingMethods,
      ...cloneMethods,
      ...relocateMethods,
    },
    [
      ...powerVerbs,
      ...guestPowerVerbs,
      ...screenshotVerbs,
      reconfigureVerb,
      ...repairVerbs,
      ...evcVerbs,
      ...lifecycleVerbs,
      ...snapshotVerbs,
      ...cloneVerbs,
      ...relocateVerbs,
    ],
  ),
  managedObject('VirtualMachineSnapshot', snapshotKind, snapshotMethods),
];

const folderMethods: MethodsOf<'Folder', Facets> = {
  CreateVM_Task: (call, self, { config, pool, host }) =>
    call.startTask('Folder.createVm', self, { config, pool, host }),
  RegisterVM_Task: (call, self, args) => call.startTask('Folder.registerVm', self, { ...args }),
};

const poolMethods: MethodsOf<'ResourcePool', Facets> = {
  CreateChildVM_Task: (call, self, { config, host }) =>
    call.startTask('ResourcePool.createVm', self, { config, pool: self.ref, host }),
  RegisterChildVM_Task: (call, self, { path, name, host }) =>
    call.startTask('ResourcePool.registerVm', self, { path, name, host, asTemplate: false, pool: self.ref }),
};

const datacenterMethods: MethodsOf<'Datacenter', Facets> = {
  PowerOnMultiVM_Task: (call, self, { vm, option }) => call.startTask('Datacenter.powerOnVm', self, { vm, option }),
};

function borrowed<T extends 'Folder' | 'ResourcePool' | 'Datacenter'>(
  type: T,
  methods: MethodsOf<T, Facets>,
  verbs: ManagedObject['verbs'],
): BorrowedMethods {
  return { type, methods: methods as BorrowedMethods['methods'], verbs };
}

/** Methods that live on folders, pools and datacenters. */
export const machineMethods: readonly BorrowedMethods[] = [
  borrowed('Folder', folderMethods, [...createVerbs, registerVerb]),
  borrowed('ResourcePool', poolMethods, []),
  borrowed('Datacenter', datacenterMethods, [powerOnMultiVerb]),
];
