/**
 * What is said about a virtual machine: its facets. Whatever else a client reads is derived from these.
 *
 * Only what differs from a fresh machine is kept, and equal records are shared between machines.
 */
import type { GuestInfo, GuestNicInfo, OptionValue, ResourceAllocationInfo } from '../../vim25/generated/index.ts';
import type { LoadScript } from '../compute/load/script.ts';
import type { GuestSystem } from '../guest/system.ts';
import type { Entity } from '../inventory/managed-entity.ts';
import type { Applied } from '../policy/profile.ts';
import type { Said } from './config/said.ts';
import type { Device } from './device/device.ts';
import type { Tolerance } from './fault-tolerance/tolerance.ts';
import type { Question } from './power/question.ts';
import type { VAppConfig } from './v-app/v-app-config.ts';

export type { Said };

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

export interface Config {
  readonly guestId: string;
  /** `vmx-21` */
  readonly version: string;
  readonly numCPU: number;
  readonly coresPerSocket: number;
  readonly memoryMB: number;
  /** What it was switched on with, where it has more by now. */
  readonly memoryAtBoot?: number | undefined;
  readonly template?: boolean | undefined;
  /** The server chooses the cores of a socket. */
  readonly autoCores?: boolean | undefined;
  readonly motherboardLayout?: string | undefined;
  readonly simultaneousThreads?: number | undefined;
  readonly virtualICH7MPresent?: boolean | undefined;
  readonly virtualSMCPresent?: boolean | undefined;
  /** What was said of CPU and memory; what was not is the default. */
  readonly cpu?: Partial<ResourceAllocationInfo> | undefined;
  readonly memory?: Partial<ResourceAllocationInfo> | undefined;
  readonly extra?: readonly OptionValue[] | undefined;
  readonly said?: Said | undefined;
  /** What makes it a product of its own; kept with the rest in snapshots, and taken along by clones. */
  readonly vApp?: VAppConfig | undefined;
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
  /** When it was switched on, where it was reset since: a reset is no power-on. */
  readonly onTime?: number | undefined;
  /** The load model's tick at boot; uptime counts from there. */
  readonly bootTick?: number | undefined;
  readonly suspendTime?: number | undefined;
  /** How long it has been suspended since boot, in milliseconds. */
  readonly suspended?: number | undefined;
  /** Its process ended without being told to: killed, or gone with its host. */
  readonly unclean?: boolean | undefined;
  /** It is off because its guest came to rest. */
  readonly soft?: boolean | undefined;
  /** The load model's tick when it was suspended; those until it is resumed are no uptime. */
  readonly suspendTick?: number | undefined;
  /** The EVC mode whose processors it saw when it booted. */
  readonly evc?: string | undefined;
  /** The guest sleeps while the machine goes on running. */
  readonly standby?: boolean | undefined;
}

/** How the guest's desktop is laid out, once somebody set it. */
export interface Display {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
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
  /** What installed the tools; the distribution's own packages unless said. */
  readonly toolsType?: GuestInfo['toolsInstallType'];
  /** How far the guest has come since the machine's boot. */
  readonly awake?: Awake | undefined;
  /** Addresses that cards were given, kept as a DHCP server keeps them. */
  readonly leases?: readonly Lease[] | undefined;
}

/** What there is of a guest, and of which boot: its tools run, then its network has addresses. */
export interface Awake {
  /** `power.bootTime` of the boot; of any other nothing is said. */
  readonly boot: number;
  readonly stage: 'stopped' | 'tools' | 'network';
}

export interface Lease {
  readonly mac: string;
  readonly ip: string;
}

/** The CD of VMware Tools in the machine's drive, and what the drive held before. */
export interface ToolsInstaller {
  /** Key of the CD-ROM drive. */
  readonly drive: number;
  readonly before: Pick<Device, 'backing' | 'connectable'>;
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

/** Since when a guest hangs, and in which boot: with another it is over. */
export interface Hung {
  readonly since: number;
  /** `power.bootTime`. */
  readonly boot: number;
}

/** A customization on its way into the guest, or how the last one went. */
export interface Customizing {
  /** Name of the package that waits for the guest: `config.tools.pendingCustomization`. */
  readonly package: string;
  readonly identity: 'linux' | 'sysprep' | 'cloudinit';
  readonly phase: 'pending' | 'running' | 'succeeded' | 'failed';
  /** What it gives the guest. */
  readonly outcome: Customized;
  /** Why the guest will not take it, where that is known beforehand and no reason to refuse it. */
  readonly flaw?: string | undefined;
  /** It goes into a guest that runs, by a task of its own. */
  readonly live?: boolean | undefined;
  readonly startTime?: number | undefined;
  readonly endTime?: number | undefined;
  readonly error?: string | undefined;
}

/** What a guest keeps on its machine's disks, and in its memory. */
export type Inside = Pick<Machine, 'guest' | 'guestSystem' | 'customized' | 'customizing' | 'toolsInstaller'>;

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
  /** The guest as it was; absent for a snapshot of which only the machine is known. */
  readonly inside?: Inside | undefined;
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
  readonly customizing?: Customizing | undefined;
  /** The guest's users, files and processes, where anybody looked at or said any. */
  readonly guestSystem?: GuestSystem | undefined;
  readonly toolsInstaller?: ToolsInstaller | undefined;
  readonly snapshots?: Snapshots | undefined;
  /** Files in the chains of its disks that snapshots left there when they went. */
  readonly loose?: readonly FileAt[] | undefined;
  readonly outside?: Outside | undefined;
  /** What its process waits for somebody to answer. */
  readonly question?: Question | undefined;
  /** How often its process was started: each start begins a new log. */
  readonly starts?: number | undefined;
  /** Its host knows nothing of it, or cannot read its configuration file, or does not find it. */
  readonly lost?: 'orphaned' | 'invalid' | 'inaccessible' | undefined;
  readonly displays?: readonly Display[] | undefined;
  /** Its guest gives no sign of life in this boot, while the machine runs on. */
  readonly hung?: Hung | undefined;
  /** When HA reset it because of that. */
  readonly resets?: readonly number[] | undefined;
  /** HA is about to start it elsewhere. */
  readonly failingOver?: true | undefined;
  /** Its demand, where somebody wrote that down. */
  readonly load?: LoadScript | undefined;
  /** The storage policy that its home follows; each disk has its own. */
  readonly policy?: Applied | undefined;
  /** When somebody last had its files measured. */
  readonly measured?: number | undefined;
  /** It is run twice in step, and the primary of the pair. */
  readonly tolerance?: Tolerance | undefined;
  /** Id of the machine that it is the secondary of. */
  readonly primary?: string | undefined;
}

/** The facets that a snapshot keeps, and of which ConfigInfo is made. */
export type Configured = Pick<Machine, 'name' | 'identity' | 'config' | 'devices' | 'files'>;

export const POWERED_OFF: Power = Object.freeze({ state: 'poweredOff' });
