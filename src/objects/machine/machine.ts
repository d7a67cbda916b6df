/**
 * What is said about a virtual machine: its facets. Whatever else a client reads is derived from these.
 *
 * Only what differs from a fresh machine is kept, and equal records are shared between machines.
 */
import type {
  GuestNicInfo,
  OptionValue,
  ResourceAllocationInfo,
  VirtualMachineConfigInfo,
} from '../../vim25/generated/index.ts';
import type { Entity } from '../inventory/managed-entity.ts';
import type { Device } from './device.ts';

export interface Identity {
  /** The BIOS uuid; begins with `42` when vCenter made it. */
  readonly uuid: string;
  /** Unique in a vCenter; begins with `50` when vCenter made it. */
  readonly instanceUuid: string;
  readonly locationId?: string | undefined;
  readonly createDate: number;
  /** Instant of the last change of configuration: `config.changeVersion`. Always grows. */
  readonly changed: number;
}

/** Parts of ConfigInfo that a spec set and that are not kept elsewhere; they stand over the defaults. */
export type Said = Partial<
  Pick<
    VirtualMachineConfigInfo,
    | 'alternateGuestName'
    | 'annotation'
    | 'bootOptions'
    | 'changeTrackingEnabled'
    | 'consolePreferences'
    | 'cpuAffinity'
    | 'cpuHotAddEnabled'
    | 'cpuHotRemoveEnabled'
    | 'defaultPowerOps'
    | 'firmware'
    | 'flags'
    | 'ftEncryptionMode'
    | 'guestAutoLockEnabled'
    | 'latencySensitivity'
    | 'managedBy'
    | 'maxMksConnections'
    | 'memoryHotAddEnabled'
    | 'memoryReservationLockedToMax'
    | 'messageBusTunnelEnabled'
    | 'migrateEncryption'
    | 'nestedHVEnabled'
    | 'npivTemporaryDisabled'
    | 'npivOnNonRdmDisks'
    | 'rebootPowerOff'
    | 'scheduledHardwareUpgradeInfo'
    | 'sevEnabled'
    | 'swapPlacement'
    | 'tools'
    | 'vPMCEnabled'
    | 'vcpuConfig'
    | 'repConfig'
  >
>;

export interface Config {
  readonly guestId: string;
  /** `vmx-21` */
  readonly version: string;
  readonly numCPU: number;
  readonly coresPerSocket: number;
  readonly memoryMB: number;
  readonly template?: boolean | undefined;
  readonly virtualICH7MPresent?: boolean | undefined;
  readonly virtualSMCPresent?: boolean | undefined;
  /** What was said of CPU and memory; what was not is the default. */
  readonly cpu?: Partial<ResourceAllocationInfo> | undefined;
  readonly memory?: Partial<ResourceAllocationInfo> | undefined;
  readonly extra?: readonly OptionValue[] | undefined;
  readonly said?: Said | undefined;
}

/** Where it runs. A template has a host and no pool. Ids. */
export interface Place {
  readonly host?: string | undefined;
  readonly pool?: string | undefined;
  readonly vApp?: string | undefined;
}

export interface Power {
  readonly state: 'poweredOff' | 'poweredOn' | 'suspended';
  readonly bootTime?: number | undefined;
  /** The load model's tick at boot; uptime counts from there. */
  readonly bootTick?: number | undefined;
  readonly suspendTime?: number | undefined;
  /** How long it has been suspended since boot, in milliseconds. */
  readonly suspended?: number | undefined;
  readonly unclean?: boolean | undefined;
}

/** A file on a datastore: the datastore's id, and the path below its root. */
export interface FileAt {
  readonly datastore: string;
  readonly path: string;
}

/** Home of the machine's own files: `dir/name.vmx`. */
export interface Files {
  readonly vmx: FileAt;
  readonly snapshotDirectory?: FileAt | undefined;
  readonly suspendDirectory?: FileAt | undefined;
  readonly logDirectory?: FileAt | undefined;
}

/** What the guest says of itself through VMware Tools. Absent: no tools are installed. */
export interface Guest {
  readonly toolsVersion: string;
  readonly running: boolean;
  readonly hostName?: string | undefined;
  readonly ipAddress?: string | undefined;
  readonly net?: readonly GuestNicInfo[] | undefined;
}

/** What a customization gave the guest's system; it stands over what the guest would have chosen by itself. */
export interface Customized {
  readonly hostName?: string | undefined;
  readonly domain?: string | undefined;
  readonly dnsServers?: readonly string[] | undefined;
  readonly dnsSuffixes?: readonly string[] | undefined;
  readonly nics: readonly {
    readonly mac?: string | undefined;
    readonly addresses: readonly { readonly ip: string; readonly prefixLength: number }[];
    readonly gateways: readonly string[];
    readonly dhcp: boolean;
  }[];
}

/** A moment of the machine that it can go back to. */
export interface Saved {
  readonly config: Config;
  readonly devices: readonly Device[];
  readonly files: Files;
  readonly name: string;
  readonly changed: number;
  readonly power: Power;
  /** Whether the memory was kept too, so that going back means running again. */
  readonly memory: boolean;
}

export interface Snapshot {
  /** `snapshot-3` */
  readonly id: string;
  readonly parent?: string | undefined;
  /** Number within the machine: 1, 2, ... */
  readonly number: number;
  readonly name: string;
  readonly description: string;
  readonly createTime: number;
  readonly quiesced: boolean;
  readonly saved: Saved;
}

/** Snapshots, older before younger, and the one the machine stands on. */
export interface Snapshots {
  readonly current: string | undefined;
  readonly last: number;
  readonly list: readonly Snapshot[];
}

/** Values of properties set from outside, by path: `guest.ipAddress`. They stand over what is derived. */
export type Outside = Readonly<Record<string, unknown>>;

export interface Machine extends Entity {
  readonly identity: Identity;
  readonly config: Config;
  readonly devices: readonly Device[];
  readonly place: Place;
  readonly power: Power;
  readonly files: Files;
  readonly guest?: Guest | undefined;
  readonly customized?: Customized | undefined;
  readonly snapshots?: Snapshots | undefined;
  readonly outside?: Outside | undefined;
}

/** The facets that a snapshot keeps, and of which ConfigInfo is made. */
export type Configured = Pick<Machine, 'name' | 'identity' | 'config' | 'devices' | 'files'>;

export const POWERED_OFF: Power = Object.freeze({ state: 'poweredOff' });
