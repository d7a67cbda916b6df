/** A ConfigSpec put on a configuration: each part checked, and refused by its path. */
import { formatTime } from '../../../kernel/time.ts';
import type { ResourceAllocationInfo, VirtualMachineConfigSpec } from '../../../vim25/generated/index.ts';
import { invalidArgument, notSupported } from '../../../world/fault.ts';
import type { Site } from '../../site.ts';
import type { Config, Identity } from '../machine.ts';
import { plainOptions } from '../outside.ts';
import { type VAppConfig, vAppConfigured } from '../v-app/v-app-config.ts';
import { guardFeatures, guardSizes, guardTogether, guardWords } from './config-limits.ts';
import { optionsAfter } from './config-options.ts';
import { saidAfter } from './config-said.ts';
import { guardCrypto } from './crypto-spec.ts';
import { guardGuest } from './guest-support.ts';
import { hardwareNumber, isHardware, latestHardware } from './hardware-version.ts';

/** What a machine has of which nothing is said when it is created. */
export function freshConfig(site: Site, version: string = latestHardware(site)): Config {
  return { guestId: 'otherGuest', version, numCPU: 1, coresPerSocket: 1, memoryMB: 32 };
}

/** The configuration after the spec. Devices, name and identity are others' work. */
export function configured(site: Site, before: Config, spec: VirtualMachineConfigSpec): Config {
  guardBuilt(spec);
  guardWords(spec);
  const version = hardware(site, spec.version) ?? before.version;
  guardFeatures(spec, version);
  const numCPU = spec.numCPUs ?? before.numCPU;
  const sizes = {
    version,
    numCPU,
    coresPerSocket: cores(spec, before, numCPU),
    memoryMB: spec.memoryMB ?? before.memoryMB,
  };
  guardSizes(sizes);
  const after: Config = Object.freeze({
    ...before,
    ...sizes,
    guestId: guest(site, before, spec.guestId, version),
    autoCores: autoCores(spec, before, version),
    motherboardLayout: spec.motherboardLayout ?? before.motherboardLayout,
    simultaneousThreads: spec.simultaneousThreads ?? before.simultaneousThreads,
    virtualICH7MPresent: spec.virtualICH7MPresent ?? before.virtualICH7MPresent,
    virtualSMCPresent: spec.virtualSMCPresent ?? before.virtualSMCPresent,
    cpu: allocation(before.cpu, spec.cpuAllocation, 'cpuAllocation'),
    memory: memory(before.memory, spec.memoryAllocation, sizes.memoryMB),
    extra: optionsAfter(before.extra, plainOptions(spec.extraConfig)),
    said: saidAfter(before.said, spec),
    vApp: vApp(before.vApp, spec),
  });
  guardTogether(after, spec);
  return after;
}

/** Identity after the spec; `changed` grows with every change. An empty uuid asks the server for another. */
export function identified(site: Site, before: Identity, spec: VirtualMachineConfigSpec, id: string): Identity {
  const fresh = `${id}/${formatTime(before.changed)}`;
  const renewed = (given: string | undefined, path: string, make: () => string) =>
    given === '' ? make() : uuid(given, path);
  return Object.freeze({
    ...before,
    uuid: renewed(spec.uuid, 'configSpec.uuid', () => site.ids.biosUuid(fresh)) ?? before.uuid,
    instanceUuid:
      renewed(spec.instanceUuid, 'configSpec.instanceUuid', () => site.ids.instanceUuid(fresh)) ?? before.instanceUuid,
    locationId: spec.locationId ?? before.locationId,
    changed: changedAfter(before.changed, site.clock.now()),
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
  const { npivNodeWorldWideName, npivPortWorldWideName, npivWorldWideNameOp } = spec;
  const npiv = [npivNodeWorldWideName, npivPortWorldWideName, npivWorldWideNameOp];
  guardCrypto(spec.crypto, 'configSpec.crypto');
  const groups = spec.deviceGroups?.deviceGroup;
  // No host here has a device of a vendor's group.
  if (groups?.length) throw invalidArgument('configSpec.deviceGroups.deviceGroup[0]');
  const asked = [spec.ftInfo, ...npiv];
  if (asked.some((part) => part !== undefined)) throw notSupported();
}

function guest(site: Site, before: Config, asked: string | undefined, version: string): string {
  if (asked === undefined || asked === '' || asked === before.guestId) return before.guestId;
  guardGuest(site, asked, version);
  return asked;
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

/** No cores asked for leaves them to the server, from hardware version 20 on. */
function autoCores({ numCoresPerSocket }: VirtualMachineConfigSpec, before: Config, version: string): true | undefined {
  if (numCoresPerSocket === undefined) return before.autoCores ? true : undefined;
  return numCoresPerSocket === 0 && hardwareNumber(version) >= 20 ? true : undefined;
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

/** A machine reserves no more memory than it has. */
function memory(before: Allocation, given: ResourceAllocationInfo | undefined, memoryMB: number): Allocation {
  if ((given?.reservation ?? 0) > memoryMB) throw invalidArgument('configSpec.memoryAllocation.reservation');
  const after = allocation(before, given, 'memoryAllocation');
  if ((after?.reservation ?? 0) <= memoryMB) return after;
  return Object.freeze({ ...after, reservation: memoryMB });
}

function vApp(before: VAppConfig | undefined, spec: VirtualMachineConfigSpec): VAppConfig | undefined {
  if (spec.vAppConfigRemoved && spec.vAppConfig) throw invalidArgument('configSpec.vAppConfigRemoved');
  if (spec.vAppConfigRemoved) return undefined;
  return spec.vAppConfig ? vAppConfigured(before, spec.vAppConfig, 'configSpec.vAppConfig') : before;
}
