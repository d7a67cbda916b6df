/** VirtualMachine: its facets' relations and sums, and every property a client reads of it. */
import type { VirtualMachineRuntimeInfo } from '../../vim25/generated/index.ts';
import { ref } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import { defineKind, type KindSpec } from '../../world/kind.ts';
import { protection, READS_PROTECTION } from '../compute/ha/protection.ts';
import { isDisplayed } from '../console/vnc-settings.ts';
import { customizationInfo, withPendingCustomization } from '../customization/info.ts';
import { addressesOf as guestAddresses, takenAddresses } from '../guest/cards.ts';
import { extentsOf } from '../guest/extents.ts';
import { hostNameOf } from '../guest/host-name.ts';
import { childKey, managedEntity } from '../inventory/managed-entity.ts';
import { followed } from '../policy/profile.ts';
import { countedCpu, cpuReservation, guestReservation, memoryReservation } from './config/allocation.ts';
import { configInfo } from './config/config-info.ts';
import { machineResources } from './config/resources.ts';
import { fileKey, networkOf } from './device/device.ts';
import { diskExtents } from './device/disk-content.ts';
import { READS_TOLERANCE, READS_TOLERANCE_INFO, toleranceRuntime, withTolerance } from './fault-tolerance/tolerance.ts';
import { datastoresOf, spaceOn } from './files.ts';
import { guestInfo, heartbeat } from './guest-info.ts';
import { fileLayout, fileLayoutEx, storageInfo } from './layout.ts';
import type { Machine } from './machine.ts';
import { datastoreUrls, namesOf, READS_NAMES } from './names.ts';
import { overlaid } from './outside.ts';
import { READS_QUICK_STATS } from './quick-stats.ts';
import { capabilityOf, hostOf, READS_CAPABILITY, READS_RUNTIME, runtimeInfo } from './runtime-info.ts';
import { deviceLists } from './snapshot/delta.ts';
import { withSnapshotFiles, withSnapshotKeys } from './snapshot/snapshot-layout.ts';
import { needsConsolidation } from './snapshot/snapshot-loose.ts';
import { childrenOf, snapshotInfo, snapshotRef } from './snapshot/snapshot-tree.ts';
import { connectionOf } from './standing.ts';
import { machineSummary } from './summary.ts';
import { imageBytes } from './v-app/environment-image.ts';
import { READS_ENVIRONMENT, withEnvironment } from './v-app/ovf-environment.ts';

const MIB = 2 ** 20;
/** What a guest is found by follows from these. */
const FOUND_BY = ['guest', 'power', 'devices', 'customized', 'outside'] as const;
const POWER_FACETS = ['power', 'config'] as const;
const SPACE_FACETS = ['devices', 'files', 'power', 'config', 'snapshots', 'starts', 'tolerance'] as const;
const FILED = [...SPACE_FACETS, 'identity', 'measured', ...READS_NAMES] as const;

const running = (value: (s: Machine) => number) => (s: Machine) => (s.power.state === 'poweredOn' ? value(s) : 0);
const idle = (value: (s: Machine) => number) => (s: Machine) => (s.power.state === 'poweredOn' ? 0 : value(s));
const runningCpu = running((s) => cpuReservation(s.config));
const runningMemory = running((s) => memoryReservation(s.config));
const runningConfigured = running((s) => s.config.memoryMB * MIB);
const runningCpus = running((s) => s.config.numCPU);
const runningCount = running(() => 1);

export const vmKind: KindSpec<Machine> = defineKind<Machine>({
  type: 'VirtualMachine',
  base: managedEntity as never,
  prefix: 'vm',
  relations: {
    pool: { facet: 'place', to: 'ResourcePool', of: (s) => s.place.pool, inverse: 'vm', structural: true },
    host: { facet: 'place', to: 'HostSystem', of: (s) => s.place.host, inverse: 'vm', structural: true },
    parentVApp: { facet: 'place', to: 'VirtualApp', of: (s) => s.place.vApp, inverse: 'vAppVm', structural: true },
    datastore: { facet: 'devices', to: 'Datastore', of: datastoresOf, inverse: 'vm' },
    network: { facet: 'devices', to: 'Network', of: networksOf, inverse: 'vm' },
    primary: { facet: 'primary', to: 'VirtualMachine', of: (s) => s.primary, inverse: 'secondary' },
  },
  sums: {
    vmCpuReservation: { relation: 'host', facets: POWER_FACETS, value: runningCpu },
    vmCpuCounted: { relation: 'host', facets: POWER_FACETS, value: running((s) => countedCpu(s.config)) },
    vmMemoryReservation: { relation: 'host', facets: POWER_FACETS, value: runningMemory },
    idleCpuReservation: { relation: 'host', facets: POWER_FACETS, value: idle((s) => cpuReservation(s.config)) },
    idleMemoryReservation: { relation: 'host', facets: POWER_FACETS, value: idle((s) => guestReservation(s.config)) },
    vmMemoryConfigured: { relation: 'host', facets: POWER_FACETS, value: runningConfigured },
    vmCpus: { relation: 'host', facets: POWER_FACETS, value: runningCpus },
    vmPoweredOn: { relation: 'host', facets: POWER_FACETS, value: runningCount },
    poolCpuReservation: { relation: 'pool', facets: POWER_FACETS, value: runningCpu },
    poolMemoryReservation: { relation: 'pool', facets: POWER_FACETS, value: runningMemory },
    poolMemoryConfigured: { relation: 'pool', facets: POWER_FACETS, value: runningConfigured },
    vmBytes: {
      relation: 'datastore',
      facets: SPACE_FACETS,
      value: (s, at) => spaceOn(s, at).used + imageBytes(s, at),
    },
    vmUncommitted: { relation: 'datastore', facets: SPACE_FACETS, value: (s, at) => spaceOn(s, at).growth },
  },
  indexes: {
    // A secondary has its primary's name, uuid and addresses: who looks for those means the primary.
    childName: { facets: ['name', 'parent', 'primary'], keys: alone((s) => childKey(s.parent, s.name)) },
    uuid: { facets: ['identity', 'primary'], keys: alone((s) => s.identity.uuid) },
    instanceUuid: { facets: ['identity'], keys: (s) => s.identity.instanceUuid },
    dnsName: { facets: FOUND_BY, keys: (s) => namesInGuest(s) },
    ipAddress: { facets: FOUND_BY, keys: (s) => addressesInGuest(s) },
    guestAddress: { facets: ['guest', 'customized'], keys: takenAddresses },
    guestExtent: { facets: ['guestSystem', 'snapshots'], keys: extentsOf },
    vmPathName: { facets: ['files'], keys: (s) => fileKey(s.files.vmx) },
    macAddress: { facets: ['devices', 'primary'], keys: alone(addressesOf) },
    pair: { facets: ['tolerance'], keys: (s) => (s.tolerance ? 'primary' : undefined) },
    followed: { facets: ['policy', 'devices'], keys: followed },
    display: { facets: ['config', 'power', 'place'], keys: (s) => (isDisplayed(s) ? 'vnc' : undefined), counted: true },
    vmFile: { facets: ['devices', 'snapshots'], keys: diskKeysOf },
    diskExtent: { facets: ['devices', 'snapshots'], keys: (s) => diskExtents(deviceLists(s)) },
  },
  properties: {
    capability: { reads: READS_CAPABILITY, value: (s) => capabilityOf(s) },
    config: {
      reads: [
        'name',
        'identity',
        'files',
        'outside',
        'customizing',
        'datastore.volume',
        ...READS_NAMES,
        ...READS_ENVIRONMENT,
        ...READS_TOLERANCE_INFO,
      ],
      value: (s, self) => overlaid(config(s, self), s.outside, 'config'),
    },
    layout: { reads: FILED, value: (s, self) => withSnapshotFiles(fileLayout(s, namesOf(self)), s, namesOf(self)) },
    layoutEx: { reads: FILED, value: (s, self) => withSnapshotKeys(fileLayoutEx(s, namesOf(self)), s, namesOf(self)) },
    storage: { reads: FILED, value: (s) => storageInfo(s) },
    environmentBrowser: { reads: ['host.parent'], value: (_, self) => environmentBrowser(self) },
    resourcePool: { reads: ['place', 'pool.name'], value: (_, self) => self.one('pool')?.ref },
    parentVApp: { reads: ['place', 'parentVApp.name'], value: (_, self) => self.one('parentVApp')?.ref },
    resourceConfig: { reads: ['config', 'identity'], value: (_, self) => machineResources(self) },
    runtime: {
      reads: [
        ...READS_RUNTIME,
        ...READS_PROTECTION,
        ...READS_TOLERANCE,
        'outside',
        'snapshots',
        'loose',
        'toolsInstaller',
        'console',
      ],
      value: (s, self) => runtime(s, self),
    },
    guest: {
      reads: [
        'guest',
        'power',
        'config',
        'devices',
        'displays',
        'outside',
        'customizing',
        'customized',
        'network.name',
      ],
      value: (s, self) => {
        const guest = { ...guestInfo(s, namesOf(self).network), customizationInfo: customizationInfo(s) };
        return overlaid(guest, s.outside, 'guest');
      },
    },
    guestHeartbeatStatus: {
      reads: ['guest', 'power', 'outside', 'hung'],
      value: (s) => overlaid(heartbeat(s), s.outside, 'guestHeartbeatStatus'),
    },
    summary: {
      reads: [...READS_QUICK_STATS, '.config', '.runtime', '.guest', '.storage', 'status', 'customValues'],
      value: (s, self) => machineSummary(s, self, namesOf(self), runtime(s, self)),
    },
    datastore: { reads: ['datastore.name'], value: (_, self) => self.all('datastore').map((d) => d.ref) },
    network: { reads: ['network.name'], value: (_, self) => self.all('network').map((n) => n.ref) },
    snapshot: { reads: ['snapshots'], value: (s, self) => snapshotInfo(s.snapshots, self.ref) },
    rootSnapshot: { reads: ['snapshots'], value: (s) => childrenOf(s.snapshots, undefined).map(snapshotRef) },
  },
});

/** Keys of what is found by them, unless it is the second run of another. */
function alone<K>(keys: (s: Machine) => K): (s: Machine) => K | undefined {
  return (s) => (s.primary === undefined ? keys(s) : undefined);
}

function config(s: Machine, self: Cell<Machine>): object {
  const info = withEnvironment(withPendingCustomization(configInfo(s, namesOf(self), datastoreUrls(self)), s), s, self);
  return withTolerance(info, self);
}

function runtime(s: Machine, self: Cell<Machine>): VirtualMachineRuntimeInfo {
  const dasVmProtection = protection(self);
  const known = {
    ...runtimeInfo(s, hostOf(self), connectionOf(self)),
    ...toleranceRuntime(self),
    numMksConnections: self.countBack('console'),
  };
  const info = dasVmProtection ? { ...known, dasVmProtection } : known;
  const loose = s.loose ? { ...info, consolidationNeeded: needsConsolidation(s) } : info;
  const told = s.toolsInstaller ? { ...loose, toolsInstallerMounted: true } : loose;
  return overlaid(told, s.outside, 'runtime');
}

/** The guest's name and addresses, or those that somebody outside says for it. */
function namesInGuest(s: Machine): string | undefined {
  return ((s.outside?.['guest.hostName'] as string | undefined) ?? hostNameOf(s))?.toLowerCase();
}

function addressesInGuest(s: Machine): readonly string[] {
  const said = s.outside?.['guest.ipAddress'] as string | undefined;
  return said === undefined ? guestAddresses(s) : [said];
}

function networksOf(s: Machine): string[] {
  const ids: string[] = [];
  for (const d of s.devices) {
    const id = networkOf(d);
    if (id !== undefined && !ids.includes(id)) ids.push(id);
  }
  return ids;
}

function addressesOf(s: Machine): string[] {
  const addresses: string[] = [];
  for (const d of s.devices) if (d.macAddress !== undefined) addresses.push(d.macAddress.toLowerCase());
  return addresses;
}

/** Every file of every disk, those below a snapshot included. */
function diskKeysOf(s: Machine): string[] {
  const keys = new Set<string>();
  for (const devices of [s.devices, ...(s.snapshots?.list.map((x) => x.saved.devices) ?? [])]) {
    for (const d of devices) for (let b = d.backing; b; b = b.parent) if (b.file) keys.add(fileKey(b.file));
  }
  return [...keys];
}

/** A compute resource and its environment browser share a number. */
function environmentBrowser(self: Cell<Machine>): object | undefined {
  const computeResource = self.one<{ readonly parent?: string }>('host')?.state.parent;
  const number = computeResource?.match(/\d+$/)?.[0];
  if (computeResource === undefined) return undefined;
  return ref('EnvironmentBrowser', number ? `envbrowser-${number}` : `${computeResource}-envbrowser`);
}
