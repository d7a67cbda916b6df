/** What a host answers. */
import type { HostConnectInfo, HostListSummary, VirtualMachineSummary } from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import { guardVCenter } from '../../inventory/place.ts';
import { type ManagedObject, managedObject } from '../../managed-object.ts';
import type { Site } from '../../site.ts';
import { disconnectVerb, reconnectVerb } from './connection.ts';
import { type Host, hostKind } from './host.ts';
import { enterMaintenanceVerb, exitMaintenanceVerb } from './maintenance.ts';

export const host: ManagedObject = managedObject(
  'HostSystem',
  hostKind,
  {
    EnterMaintenanceMode_Task: (call, self, args) =>
      call.startTask('HostSystem.enterMaintenanceMode', self as never, { ...args }),
    ExitMaintenanceMode_Task: (call, self, args) =>
      call.startTask('HostSystem.exitMaintenanceMode', self as never, { ...args }),
    DisconnectHost_Task(call, self) {
      guardVCenter(call.site);
      return call.startTask('HostSystem.disconnect', self as never);
    },
    ReconnectHost_Task(call, self) {
      guardVCenter(call.site);
      return call.startTask('HostSystem.reconnect', self as never);
    },
    QueryHostConnectionInfo: (call, self) => connectionInfo(call.site, self),
    RetrieveHardwareUptime: (call, self) => Math.floor((call.site.clock.now() - self.state.runtime.bootTime) / 1000),
    QueryMemoryOverhead: (_call, _self, { memorySize, numVcpus }) =>
      32 * 2 ** 20 * numVcpus + Math.round(memorySize / 128),
  },
  [enterMaintenanceVerb, exitMaintenanceVerb, disconnectVerb, reconnectVerb],
);

/** What vCenter learns of a host before it takes it in. */
function connectionInfo(site: Site, self: Cell<Host>): HostConnectInfo {
  return {
    serverIp: site.flavour === 'vcenter' ? '10.10.0.2' : undefined,
    inDasCluster: false,
    host: self.get('summary') as HostListSummary,
    vm: Array.from(self.back('vm'), (vm) => vm.get('summary') as VirtualMachineSummary),
    vimAccountNameRequired: false,
    clusterSupported: true,
    network: self.all('network').map((network) => ({ summary: network.get('summary') })) as never,
    datastore: Array.from(self.back('datastore'), (datastore) => ({ summary: datastore.get('summary') })) as never,
    capability: self.get('capability') as never,
  };
}
