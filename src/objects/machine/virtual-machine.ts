/** VirtualMachine: its facets' relations and sums, and every property a client reads of it. */
import type { ResourceConfigSpec, VirtualMachineRuntimeInfo } from '../../vim25/generated/index.ts';
import { type Ref, ref } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import { defineKind, type KindSpec } from '../../world/kind.ts';
import { managedEntity } from '../inventory/managed-entity.ts';
import { cpuAllocation, cpuReservation, memoryAllocation, memoryReservation } from './allocation.ts';
import { configInfo } from './config-info.ts';
import { fileKey, networkOf } from './device.ts';
import { datastoresOf, spaceOn } from './files.ts';
import { guestInfo, heartbeat } from './guest-info.ts';
import { fileLayout, fileLayoutEx, storageInfo } from './layout.ts';
import type { Machine } from './machine.ts';
import { datastoreUrls, namesOf, READS_NAMES } from './names.ts';
import { overlaid } from './outside.ts';
import { CAPABILITY, coreMhz, hostOf, READS_RUNTIME, runtimeInfo } from './runtime-info.ts';
import { childrenOf, snapshotInfo, snapshotRef } from './snapshot-tree.ts';
import { machineSummary } from './summary.ts';

const MIB = 2 ** 20;
const POWER_FACETS = ['power', 'config'] as const;
const SPACE_FACETS = ['devices', 'files', 'power', 'config', 'snapshots'] as const;
const FILED = [...SPACE_FACETS, 'identity', ...READS_NAMES] as const;

const running = (value: (s: Machine) => number) => (s: Machine) => (s.power.state === 'poweredOn' ? value(s) : 0);
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
  },
  sums: {
    vmCpuReservation: { relation: 'host', facets: POWER_FACETS, value: runningCpu },
    vmMemoryReservation: { relation: 'host', facets: POWER_FACETS, value: runningMemory },
    vmMemoryConfigured: { relation: 'host', facets: POWER_FACETS, value: runningConfigured },
    vmCpus: { relation: 'host', facets: POWER_FACETS, value: runningCpus },
    vmPoweredOn: { relation: 'host', facets: POWER_FACETS, value: runningCount },
    poolCpuReservation: { relation: 'pool', facets: POWER_FACETS, value: runningCpu },
    poolMemoryReservation: { relation: 'pool', facets: POWER_FACETS, value: runningMemory },
    poolMemoryConfigured: { relation: 'pool', facets: POWER_FACETS, value: runningConfigured },
    poolPoweredOn: { relation: 'pool', facets: POWER_FACETS, value: runningCount },
    vmBytes: { relation: 'datastore', facets: SPACE_FACETS, value: (s, at) => spaceOn(s, at).used },
    vmUncommitted: { relation: 'datastore', facets: SPACE_FACETS, value: (s, at) => spaceOn(s, at).growth },
  },
  indexes: {
    uuid: { facets: ['identity'], keys: (s) => s.identity.uuid },
    instanceUuid: { facets: ['identity'], keys: (s) => s.identity.instanceUuid },
    dnsName: { facets: ['guest', 'outside'], keys: (s) => said(s, 'hostName')?.toLowerCase() },
    ipAddress: { facets: ['guest', 'outside'], keys: (s) => said(s, 'ipAddress') },
    vmPathName: { facets: ['files'], keys: (s) => fileKey(s.files.vmx) },
    macAddress: { facets: ['devices'], keys: addressesOf },
    vmFile: { facets: ['devices', 'snapshots'], keys: diskKeysOf },
  },
  properties: {
    capability: { reads: [], value: () => CAPABILITY },
    config: {
      reads: ['name', 'identity', 'config', 'devices', 'files', 'outside', 'datastore.volume', ...READS_NAMES],
      value: (s, self) => overlaid(configInfo(s, namesOf(self), datastoreUrls(self)), s.outside, 'config'),
    },
    layout: { reads: FILED, value: (s, self) => fileLayout(s, namesOf(self)) },
    layoutEx: { reads: FILED, value: (s, self) => fileLayoutEx(s, namesOf(self)) },
    storage: { reads: FILED, value: (s) => storageInfo(s) },
    environmentBrowser: { reads: ['host.parent'], value: (_, self) => environmentBrowser(self) },
    resourcePool: { reads: ['place', 'pool.name'], value: (_, self) => self.one('pool')?.ref },
    parentVApp: { reads: ['place', 'parentVApp.name'], value: (_, self) => self.one('parentVApp')?.ref },
    resourceConfig: { reads: ['config', 'identity'], value: (s, self) => resourceConfig(s, self) },
    runtime: { reads: [...READS_RUNTIME, 'outside'], value: (s, self) => runtime(s, self) },
    guest: {
      reads: ['guest', 'power', 'config', 'devices', 'outside', 'network.name'],
      value: (s, self) => overlaid(guestInfo(s, namesOf(self).network), s.outside, 'guest'),
    },
    guestHeartbeatStatus: {
      reads: ['guest', 'power', 'outside'],
      value: (s) => overlaid(heartbeat(s), s.outside, 'guestHeartbeatStatus'),
    },
    summary: {
      reads: ['@tick', '.config', '.runtime', '.guest', '.storage', 'status', 'customValues'],
      value: (s, self) =>
        machineSummary(s, self.ref, namesOf(self), runtime(s, self), self.world.tick, coreMhz(hostOf(self))),
    },
    datastore: { reads: ['datastore.name'], value: (_, self) => self.all('datastore').map((d) => d.ref) },
    network: { reads: ['network.name'], value: (_, self) => self.all('network').map((n) => n.ref) },
    snapshot: { reads: ['snapshots'], value: (s, self) => snapshotInfo(s.snapshots, self.ref) },
    rootSnapshot: { reads: ['snapshots'], value: (s) => childrenOf(s.snapshots, undefined).map(snapshotRef) },
  },
});

function runtime(s: Machine, self: Cell<Machine>): VirtualMachineRuntimeInfo {
  return overlaid(runtimeInfo(s, hostOf(self)), s.outside, 'runtime');
}

/** What the guest says of itself, or somebody outside says for it. */
function said({ guest, outside }: Machine, part: 'hostName' | 'ipAddress'): string | undefined {
  return (outside?.[`guest.${part}`] as string | undefined) ?? guest?.[part];
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

function resourceConfig(s: Machine, self: Cell<Machine>): ResourceConfigSpec {
  return {
    _typeName: 'ResourceConfigSpec',
    entity: self.ref as Ref<'ManagedEntity'>,
    cpuAllocation: cpuAllocation(s.config),
    memoryAllocation: memoryAllocation(s.config),
  };
}
