/** What networks, switches and port groups answer. */
import type { Ref } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import { VimFault } from '../../world/fault.ts';
import { removalByCall } from '../inventory/destroyers.ts';
import { type ManagedObject, managedObject } from '../managed-object.ts';
import { switchKind } from './distributed-switch.ts';
import { addPortgroupsVerb, createPortgroupVerb, reconfigurePortgroupVerb } from './make-portgroup.ts';
import { reconfigureSwitchVerb } from './make-switch.ts';
import { networkKind } from './network.ts';
import { portgroupKind } from './portgroup.ts';
import { fetchPorts } from './ports.ts';

export const network: ManagedObject = managedObject('Network', networkKind, {
  DestroyNetwork(call, self) {
    const cell = self as unknown as Cell;
    const removal = removalByCall(call);
    removal.guard(cell);
    call.turn(() => removal.remove(cell));
  },
});

export const distributedSwitch: ManagedObject = managedObject(
  'VmwareDistributedVirtualSwitch',
  switchKind,
  {
    FetchDVPorts: (_call, self, { criteria }) => fetchPorts(self, criteria),
    FetchDVPortKeys: (_call, self, { criteria }) => fetchPorts(self, criteria).map((port) => port.key),
    LookupDvPortGroup(_call, self, { portgroupKey }) {
      for (const group of self.back('portgroup')) {
        if (group.id === portgroupKey) return group.ref as Ref<'DistributedVirtualPortgroup'>;
      }
      throw new VimFault('NotFound');
    },
    RefreshDVPortState() {},
    AddDVPortgroup_Task: (call, self, { spec }) =>
      call.startTask('DistributedVirtualSwitch.addPortgroups', self as never, { spec }),
    CreateDVPortgroup_Task: (call, self, { spec }) =>
      call.startTask('DistributedVirtualSwitch.addPortgroup', self as never, { spec: [spec] }),
    ReconfigureDvs_Task: (call, self, { spec }) =>
      call.startTask('DistributedVirtualSwitch.reconfigure', self as never, { spec }),
  },
  [addPortgroupsVerb, createPortgroupVerb, reconfigureSwitchVerb],
);

export const portgroup: ManagedObject = managedObject(
  'DistributedVirtualPortgroup',
  portgroupKind,
  {
    ReconfigureDVPortgroup_Task: (call, self, { spec }) =>
      call.startTask('DistributedVirtualPortgroup.reconfigure', self as never, { spec }),
  },
  [reconfigurePortgroupVerb],
);
