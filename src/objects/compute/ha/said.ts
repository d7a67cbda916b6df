/** What HA says: events of vCenter's own id, that have no type of their own in the API. */
import type { Cell } from '../../../world/cell.ts';
import { nameOf } from '../../call.ts';
import { post } from '../../history/post.ts';
import { datacenterOf } from '../../inventory/place.ts';
import type { Site } from '../../site.ts';

type Severity = 'info' | 'warning' | 'error';

/** Sentences by event id; `{...}` is what stands around the object. */
const SENTENCES: { readonly [id: string]: readonly [Severity, string] } = {
  'com.vmware.vc.HA.HostStateChangedEvent': [
    'info',
    'The vSphere HA availability state of this host has changed to {state}',
  ],
  'com.vmware.vc.HA.DasHostFailedEvent': [
    'error',
    'vSphere HA detected a failed host {host} in cluster {cluster} in datacenter {datacenter}',
  ],
  'com.vmware.vc.HA.DasHostCompleteNetworkFailureEvent': [
    'error',
    'vSphere HA detected a complete network failure on host {host} in cluster {cluster} in datacenter {datacenter}',
  ],
  'com.vmware.vc.HA.DasHostIsolatedEvent': [
    'error',
    'vSphere HA detected that host {host} is isolated from cluster {cluster} in datacenter {datacenter}',
  ],
  'com.vmware.vc.HA.HostPartitionedFromMasterEvent': [
    'warning',
    'vSphere HA detected that host {host} is in a different network partition than the master to which vCenter Server is connected in cluster {cluster} in datacenter {datacenter}',
  ],
  'com.vmware.vc.HA.ClusterFailoverActionInitiatedEvent': [
    'warning',
    'vSphere HA initiated a failover action on {count} virtual machines in cluster {cluster} in datacenter {datacenter}',
  ],
  'com.vmware.vc.HA.ClusterFailoverActionCompletedEvent': [
    'info',
    'vSphere HA completed a failover action in cluster {cluster} in datacenter {datacenter}',
  ],
  'com.vmware.vc.ha.VmRestartedByHAEvent': [
    'warning',
    'Virtual machine {vm} was restarted on host {host} in cluster {cluster} by vSphere HA',
  ],
  'com.vmware.vc.HA.VmcpStorageFailureDetectedForVm': [
    'warning',
    'Datastore {ds} mounted on host {host} was inaccessible. vSphere HA detected that the datastore failed with {failureType}, and affected VM {vm} with files on the datastore',
  ],
  'com.vmware.vc.HA.VmcpStorageFailureCleared': [
    'info',
    'Datastore {ds} mounted on host {host} was inaccessible. The condition was cleared and the datastore is now accessible',
  ],
  'com.vmware.vc.HA.VmcpTerminateVmWithInaccessibleDatastore': [
    'warning',
    'vSphere HA terminated VM {vm} affected by an inaccessible datastore {ds} on host {host} in cluster {cluster}: the datastore failed with {failureType}',
  ],
  'com.vmware.vc.HA.VmcpNotTerminateVmWithInaccessibleDatastore': [
    'warning',
    'vSphere HA did not terminate VM {vm} affected by an inaccessible datastore {ds} on host {host} in cluster {cluster}: insufficient resources to restart it',
  ],
  'esx.problem.storage.apd.start': [
    'warning',
    'Device or filesystem with identifier {1} has entered the All Paths Down state.',
  ],
  'esx.problem.storage.apd.timeout': [
    'warning',
    'Device or filesystem with identifier {1} has entered the All Paths Down Timeout state after being in the All Paths Down state for 140 seconds. I/Os will now be fast failed.',
  ],
  'esx.clear.storage.apd.exit': [
    'info',
    'Device or filesystem with identifier {1} has exited the All Paths Down state.',
  ],
  'esx.problem.storage.connectivity.lost': ['error', 'Lost connectivity to storage device {1}.'],
  'esx.problem.scsi.device.io.latency.high': [
    'warning',
    'Device {1} performance has deteriorated. I/O latency increased from average value of {2} microseconds to {3} microseconds.',
  ],
  'esx.clear.scsi.device.io.latency.improved': [
    'info',
    'Device {1} performance has improved. I/O latency reduced from {3} microseconds to {2} microseconds.',
  ],
  'esx.problem.net.vmnic.linkstate.down': ['warning', 'Physical NIC {1} linkstate is down.'],
  'esx.clear.net.vmnic.linkstate.up': ['info', 'Physical NIC {1} linkstate is up.'],
  'esx.problem.net.redundancy.lost': [
    'warning',
    'Lost uplink redundancy on virtual switch {1}. Physical NIC {2} is down.',
  ],
  'esx.problem.net.connectivity.lost': [
    'error',
    'Lost network connectivity on virtual switch {1}. Physical NIC {2} is down.',
  ],
  'esx.clear.net.connectivity.restored': [
    'info',
    'Network connectivity restored on virtual switch {1}. Physical NIC {2} is up.',
  ],
  'esx.clear.storage.connectivity.restored': ['info', 'Connectivity to storage device {1} is restored.'],
};

/** Posts an event by its id about a host, a machine or a cluster; `more` are words of its own sentence. */
export function sayById(site: Site, entity: Cell, id: string, more: Readonly<Record<string, string>> = {}): void {
  const [severity, sentence] = SENTENCES[id] ?? ['info', id];
  const words: Record<string, string> = { ...around(entity), ...more };
  const properties = {
    eventTypeId: id,
    severity,
    message: sentence.replaceAll(/\{(\w+)\}/g, (_, word: string) => words[word] ?? ''),
    arguments: Object.entries(more).map(([key, value]) => ({ key, value })),
    objectId: entity.id,
    objectType: entity.type,
    objectName: nameOf(entity),
  };
  post(site, '', 'EventEx', properties, { entity });
}

function around(entity: Cell): Record<string, string> {
  const host = entity.is('VirtualMachine') ? entity.one('host') : entity;
  const cluster = host?.is('HostSystem') ? host.one('parent') : host;
  const datacenter = cluster && datacenterOf(cluster);
  const named = (cell: Cell | undefined) => (cell ? nameOf(cell) : '');
  return { vm: nameOf(entity), host: named(host), cluster: named(cluster), datacenter: named(datacenter) };
}

/** Posts an event of a type of its own; nobody asked for what it tells. */
export function postAbout(site: Site, entity: Cell, type: string, said: Record<string, unknown> = {}): void {
  post(site, '', type, said, { entity });
}
