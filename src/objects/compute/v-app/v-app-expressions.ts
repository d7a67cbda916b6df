/** Values that the platform works out when a vApp starts; no datacenter here has IP pools to work them out from. */
import type { VAppIPAssignmentInfo } from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import { propertyFault, type VAppProperty } from '../../machine/v-app/v-app-config-property.ts';
import type { VApp } from './v-app.ts';
import { machinesIn } from './v-app-state.ts';

/** `${gateway:VM Network}` and the like: what only the IP configuration of a network says. */
const OF_NETWORK = /\$\{(ip|autoIp|subnet|netmask|gateway|domainName|searchPath|hostPrefix|dns|httpProxy):[^}]*\}/;
const ALLOCATED = /^(transientPolicy|fixedAllocatedPolicy)$/;

/** Throws when a property of the vApp, or of a machine in it, asks for something that nobody can give. */
export function guardComputable(self: Cell<VApp>): void {
  const { settings } = self.state;
  const lists = [settings?.property, ...Array.from(machinesIn(self), (vm) => vm.state.config.vApp?.property)];
  for (const list of lists) for (const property of list ?? []) guardProperty(property, settings?.ipAssignment);
}

function guardProperty(property: VAppProperty, assignment: VAppIPAssignmentInfo | undefined): void {
  const { type, defaultValue } = property;
  if (type === 'expression' && OF_NETWORK.test(defaultValue)) throw propertyFault('MissingNetworkIpConfig', property);
  const allocated = ALLOCATED.test(assignment?.ipAllocationPolicy ?? '');
  if (allocated && type.startsWith('ip:')) throw propertyFault('MissingIpPool', property);
}
