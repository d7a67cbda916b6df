/** What vCenter learns of a host before it takes it in, or of one that it has. */
import type {
  HostConnectInfo,
  HostConnectSpec,
  HostListSummary,
  VirtualMachineSummary,
} from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import type { Datacenter } from '../../inventory/datacenter.ts';
import type { MethodsOf } from '../../managed-object.ts';
import type { Site } from '../../site.ts';
import { freshHost } from '../create-compute.ts';
import { haClusterOf } from '../ha/agents.ts';
import { guardNew } from './add-host.ts';
import type { Host } from './host.ts';
import { hostCapability } from './host-capability.ts';
import { configSummary, hardwareSummary } from './host-summary.ts';

export function connectionInfo(site: Site, self: Cell<Host>): HostConnectInfo {
  return {
    serverIp: site.flavour === 'vcenter' ? '10.10.0.2' : undefined,
    inDasCluster: haClusterOf(self) !== undefined,
    host: self.get('summary') as HostListSummary,
    vm: Array.from(self.back('vm'), (vm) => vm.get('summary') as VirtualMachineSummary),
    vimAccountNameRequired: false,
    clusterSupported: true,
    network: self.all('network').map((network) => ({ summary: network.get('summary') })) as never,
    datastore: Array.from(self.back('datastore'), (datastore) => ({ summary: datastore.get('summary') })) as never,
    capability: self.get('capability') as never,
  };
}

/** The host that AddHost would take in next under that name. Throws what AddHost throws. */
function newcomer(site: Site, spec: HostConnectSpec): HostConnectInfo {
  const name = guardNew(site, spec);
  if (spec.userName === undefined) throw new VimFault('InvalidLogin');
  const host = freshHost(site, { name, parent: '', portGroups: [] }, site.world.numbers.last('#host') + 1);
  return {
    inDasCluster: false,
    host: {
      hardware: hardwareSummary(host),
      config: configSummary(host),
      quickStats: {},
      overallStatus: 'gray',
      rebootRequired: false,
    },
    vm: [],
    vimAccountNameRequired: false,
    clusterSupported: true,
    network: [{ summary: { _typeName: 'NetworkSummary', name: 'VM Network', accessible: true } }],
    datastore: [],
    capability: hostCapability(host.profile),
  };
}

const methods: MethodsOf<'Datacenter', Datacenter> = {
  QueryConnectionInfo: (call, _self, { hostname, port, username, password, sslThumbprint }) =>
    newcomer(call.site, { hostName: hostname, port, userName: username, password, sslThumbprint, force: false }),
  QueryConnectionInfoViaSpec: (call, _self, { spec }) => newcomer(call.site, spec),
};

export const connectionMethods = { type: 'Datacenter', methods: methods as never };
