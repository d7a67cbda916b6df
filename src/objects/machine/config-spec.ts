/** A ConfigSpec put on a configuration: each part checked, and refused by its path. */
import type { OptionValue, ResourceAllocationInfo, VirtualMachineConfigSpec } from '../../vim25/generated/index.ts';
import { invalidArgument, notSupported, VimFault } from '../../world/fault.ts';
import type { Site } from '../site.ts';
import { isHardware, latestHardware } from './hardware-version.ts';
import type { Config, Identity, Said } from './machine.ts';
import { plainOptions } from './outside.ts';

const MOST_CPUS = 768;
const MOST_MEMORY_MB = 24 * 1024 * 1024;

/** What a machine has of which nothing is said when it is created. */
export function freshConfig(site: Site): Config {
  return { guestId: 'otherGuest', version: latestHardware(site), numCPU: 1, coresPerSocket: 1, memoryMB: 32 };
}

/** The configuration after the spec. Devices, name and identity are others' work. */
export function configured(site: Site, before: Config, spec: VirtualMachineConfigSpec): Config {
  guardBuilt(spec);
  const numCPU = spec.numCPUs ?? before.numCPU;
  const coresPerSocket = cores(spec, before, numCPU);
  const memoryMB = spec.memoryMB ?? before.memoryMB;
  if (!(numCPU >= 1 && numCPU <= MOST_CPUS)) throw invalidArgument('configSpec.numCPUs');
  if (!(memoryMB >= 4 && memoryMB <= MOST_MEMORY_MB && memoryMB % 4 === 0))
    throw invalidArgument('configSpec.memoryMB');
  return Object.freeze({
    ...before,
    guestId: guest(site, spec.guestId) ?? before.guestId,
    version: hardware(site, spec.version) ?? before.version,
    numCPU,
    coresPerSocket,
    memoryMB,
    virtualICH7MPresent: spec.virtualICH7MPresent ?? before.virtualICH7MPresent,
    virtualSMCPresent: spec.virtualSMCPresent ?? before.virtualSMCPresent,
    cpu: allocation(before.cpu, spec.cpuAllocation, 'cpuAllocation'),
    memory: allocation(before.memory, spec.memoryAllocation, 'memoryAllocation'),
    extra: options(before.extra, plainOptions(spec.extraConfig)),
    said: said(before.said, spec),
  });
}

/** Identity after the spec; `changed` grows with every change. */
export function identified(before: Identity, spec: VirtualMachineConfigSpec, now: number): Identity {
  return Object.freeze({
    ...before,
    uuid: uuid(spec.uuid, 'configSpec.uuid') ?? before.uuid,
    instanceUuid: uuid(spec.instanceUuid, 'configSpec.instanceUuid') ?? before.instanceUuid,
    locationId: spec.locationId ?? before.locationId,
    changed: changedAfter(before.changed, now),
  });
}

/** A later instant than the last, even when the clock stands still. */
export function changedAfter(last: number, now: number): number {
  return now > last ? now : last + 0.001;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function uuid(given: string | undefined, path: string): string | undefined {
  if (given === undefined || given === '') return undefined;
  const lower = given.toLowerCase();
  if (!UUID.test(lower)) throw invalidArgument(path);
  return lower;
}

/** Parts that would change how a machine behaves in ways nothing here does: refused rather than forgotten. */
function guardBuilt(spec: VirtualMachineConfigSpec): void {
  const asked = [spec.crypto, spec.ftInfo, spec.vAppConfig, spec.deviceGroups, spec.pmem];
  if (asked.some((part) => part !== undefined)) throw notSupported();
}

function guest(site: Site, guestId: string | undefined): string | undefined {
  if (guestId === undefined || guestId === '') return undefined;
  const since = site.schema.enum('VirtualMachineGuestOsIdentifier')?.values.get(guestId);
  if (since === undefined || since > site.version) throw invalidArgument('configSpec.guestId');
  return guestId;
}

function hardware(site: Site, version: string | undefined): string | undefined {
  if (version === undefined || version === '') return undefined;
  if (!isHardware(site, version)) throw invalidArgument('configSpec.version');
  return version;
}

/** A spec that changes the number of CPUs alone leaves the sockets to follow, when the cores still divide it. */
function cores(spec: VirtualMachineConfigSpec, before: Config, numCPU: number): number {
  const given = spec.numCoresPerSocket;
  if (given === undefined || given === 0) return numCPU % before.coresPerSocket === 0 ? before.coresPerSocket : 1;
  if (given < 0 || numCPU % given !== 0) throw invalidArgument('configSpec.numCoresPerSocket');
  return given;
}

type Allocation = Partial<ResourceAllocationInfo> | undefined;

function allocation(before: Allocation, given: ResourceAllocationInfo | undefined, part: string): Allocation {
  if (!given) return before;
  const { _typeName: _type, ...told } = given;
  const after = { ...before, ...Object.fromEntries(Object.entries(told).filter(([, v]) => v !== undefined)) };
  const { reservation = 0, limit = -1, shares } = after as Partial<ResourceAllocationInfo>;
  if (reservation < 0) throw invalidArgument(`configSpec.${part}.reservation`);
  if (limit < -1 || (limit >= 0 && limit < reservation)) throw invalidArgument(`configSpec.${part}.limit`);
  if (shares?.level === 'custom' && !(shares.shares >= 0)) throw invalidArgument(`configSpec.${part}.shares`);
  return Object.freeze(after);
}

/** An option without a value, or with an empty one, goes. */
function options(before: Config['extra'], given: readonly OptionValue[] | undefined): Config['extra'] {
  if (!given || given.length === 0) return before;
  const byKey = new Map((before ?? []).map((o) => [o.key, o]));
  for (const option of given) {
    if (option.value === undefined || option.value === '') byKey.delete(option.key);
    else byKey.set(option.key, Object.freeze({ _typeName: 'OptionValue', key: option.key, value: option.value }));
  }
  return byKey.size === 0 ? undefined : Object.freeze([...byKey.values()]);
}

const PLAIN = [
  'alternateGuestName',
  'annotation',
  'changeTrackingEnabled',
  'consolePreferences',
  'cpuAffinity',
  'cpuHotAddEnabled',
  'cpuHotRemoveEnabled',
  'firmware',
  'ftEncryptionMode',
  'guestAutoLockEnabled',
  'latencySensitivity',
  'maxMksConnections',
  'memoryHotAddEnabled',
  'memoryReservationLockedToMax',
  'messageBusTunnelEnabled',
  'migrateEncryption',
  'nestedHVEnabled',
  'npivOnNonRdmDisks',
  'npivTemporaryDisabled',
  'rebootPowerOff',
  'repConfig',
  'scheduledHardwareUpgradeInfo',
  'sevEnabled',
  'swapPlacement',
  'vPMCEnabled',
  'vcpuConfig',
] as const satisfies readonly (keyof Said & keyof VirtualMachineConfigSpec)[];

function said(before: Said | undefined, spec: VirtualMachineConfigSpec): Said | undefined {
  if (spec.firmware !== undefined && !/^(bios|efi)$/.test(spec.firmware)) throw invalidArgument('configSpec.firmware');
  const after: Record<string, unknown> = { ...before };
  for (const part of PLAIN) if (spec[part] !== undefined) after[part] = spec[part];
  merge(after, 'flags', spec.flags);
  merge(after, 'tools', spec.tools);
  merge(after, 'bootOptions', spec.bootOptions);
  merge(after, 'defaultPowerOps', spec.powerOpInfo);
  if (spec.managedBy) after['managedBy'] = spec.managedBy.extensionKey === '' ? undefined : spec.managedBy;
  return Object.keys(after).length === 0 ? undefined : Object.freeze(after as Said);
}

function merge(after: Record<string, unknown>, part: string, given: object | undefined): void {
  if (!given) return;
  const told = Object.fromEntries(Object.entries(given).filter(([, v]) => v !== undefined));
  after[part] = Object.freeze({ ...(after[part] as object | undefined), ...told });
}

/** What may not change while the machine runs; CPU and memory grow where hot add is on. */
export function guardRunning(before: Config, after: Config): void {
  const hot = { cpu: before.said?.cpuHotAddEnabled, memory: before.said?.memoryHotAddEnabled };
  if (after.numCPU < before.numCPU && !before.said?.cpuHotRemoveEnabled) throw new VimFault('CpuHotPlugNotSupported');
  if (after.numCPU > before.numCPU && !hot.cpu) throw new VimFault('CpuHotPlugNotSupported');
  if (after.memoryMB < before.memoryMB) throw new VimFault('MemoryHotPlugNotSupported');
  if (after.memoryMB > before.memoryMB && !hot.memory) throw new VimFault('MemoryHotPlugNotSupported');
  const cold = (c: Config) => [
    c.guestId,
    c.version,
    c.coresPerSocket,
    c.said?.firmware,
    c.said?.cpuHotAddEnabled,
    c.said?.memoryHotAddEnabled,
  ];
  const [was, will] = [cold(before), cold(after)];
  if (was.some((v, i) => v !== will[i])) {
    throw new VimFault('InvalidPowerState', { requestedState: 'poweredOff', existingState: 'poweredOn' });
  }
}
