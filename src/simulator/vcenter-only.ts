/** What an ESXi does not do by itself: whoever asks it is told NotSupported. */
import type { Site } from '../objects/site.ts';
import type { Method } from '../vim25/schema.ts';
import { VimFault } from '../world/fault.ts';

/** Copies and moves, templates, what lasts over several hosts, and what vCenter does to its hosts. */
const METHODS: ReadonlySet<string> = new Set([
  'Datacenter.PowerOnMultiVM_Task',
  'Datacenter.QueryConnectionInfo',
  'Datacenter.QueryConnectionInfoViaSpec',
  'Datacenter.ReconfigureDatacenter_Task',
  'HostSystem.DisconnectHost_Task',
  'HostSystem.PowerDownHostToStandBy_Task',
  'HostSystem.PowerUpHostFromStandBy_Task',
  'HostSystem.ReconnectHost_Task',
  'ResourcePool.CreateVApp',
  'VirtualMachine.CloneVM_Task',
  'VirtualMachine.CreateSecondaryVMEx_Task',
  'VirtualMachine.CreateSecondaryVM_Task',
  'VirtualMachine.InstantClone_Task',
  'VirtualMachine.MarkAsTemplate',
  'VirtualMachine.MarkAsVirtualMachine',
  'VirtualMachine.MigrateVM_Task',
  'VirtualMachine.PromoteDisks_Task',
  'VirtualMachine.RelocateVM_Task',
]);

/** Throws NotSupported for a call that only a vCenter answers. */
export function guardFlavour({ flavour }: Site, { owner, name }: Method): void {
  if (flavour === 'esx' && METHODS.has(`${owner}.${name}`)) throw new VimFault('NotSupported');
}
