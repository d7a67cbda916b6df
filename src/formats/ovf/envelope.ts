/** What an OVF descriptor says, in its own words: files, disks, networks, and machines made of numbered items. */

export interface OvfFileRef {
  readonly id: string;
  readonly href: string;
  /** Bytes. */
  readonly size?: number | undefined;
  readonly compression?: string | undefined;
  readonly chunkSize?: number | undefined;
}

export interface OvfDisk {
  readonly id: string;
  /** Bytes. */
  readonly capacity: number;
  /** Id of the file that holds its data; none for an empty disk. */
  readonly file?: string | undefined;
  /** URI of its format. */
  readonly format?: string | undefined;
  readonly populated?: number | undefined;
}

export interface OvfNetwork {
  readonly name: string;
  readonly description: string;
}

export interface OvfOption {
  readonly id: string;
  readonly label: string;
  readonly description: string;
}

export interface OvfProperty {
  readonly key: string;
  readonly type: string;
  readonly label: string;
  readonly description: string;
  readonly category: string;
  readonly userConfigurable: boolean;
  readonly password: boolean;
  readonly qualifiers: string;
  /** By deployment option; '' for what holds without one. */
  readonly values: ReadonlyMap<string, string>;
}

export interface OvfProduct {
  readonly classId: string;
  readonly instanceId: string;
  readonly product: string;
  readonly vendor: string;
  readonly version: string;
  readonly fullVersion: string;
  readonly productUrl: string;
  readonly vendorUrl: string;
  readonly appUrl: string;
  readonly properties: readonly OvfProperty[];
}

/** A row of virtual hardware, as the CIM model of resource allocation has it. */
export interface OvfItem {
  readonly id: string;
  /** 3 CPU, 4 memory, 5 IDE, 6 SCSI, 10 network card, 14 floppy, 15 and 16 CD and DVD, 17 disk, 20 other storage, ... */
  readonly type: number;
  readonly subTypes: readonly string[];
  readonly name: string;
  readonly parent?: string | undefined;
  readonly addressOnParent?: number | undefined;
  readonly address?: string | undefined;
  readonly hostResources: readonly string[];
  readonly connections: readonly string[];
  readonly connected?: boolean | undefined;
  readonly units?: string | undefined;
  readonly quantity?: number | undefined;
  readonly coresPerSocket?: number | undefined;
  readonly reservation?: number | undefined;
  readonly limit?: number | undefined;
  readonly weight?: number | undefined;
  /** Deployment options it is for; for all when there are none. */
  readonly options: readonly string[];
  /** `min`, `max` or `normal`: which of several values it gives. */
  readonly bound?: string | undefined;
  readonly required: boolean;
  /** `vmw:Config` rows below it. */
  readonly config: ReadonlyMap<string, string>;
  readonly line: number;
}

export interface OvfHardware {
  /** `vmx-07`, `vmx-13`, ...: any of them will do. */
  readonly families: readonly string[];
  readonly items: readonly OvfItem[];
  readonly config: ReadonlyMap<string, string>;
  readonly extraConfig: ReadonlyMap<string, string>;
  readonly transports: readonly string[];
}

export interface OvfStartup {
  readonly id: string;
  readonly order: number;
  /** Seconds. */
  readonly startDelay: number;
  readonly stopDelay: number;
  readonly waitingForGuest: boolean;
  readonly startAction: string;
  readonly stopAction: string;
}

interface OvfContent {
  readonly id: string;
  readonly name: string;
  readonly annotation: string;
  readonly products: readonly OvfProduct[];
  readonly eulas: readonly string[];
}

export interface OvfSystem extends OvfContent {
  readonly kind: 'system';
  /** CIM's number of the operating system. */
  readonly os: { readonly id: number; readonly description: string; readonly guestId?: string | undefined } | undefined;
  readonly hardware: readonly OvfHardware[];
}

export interface OvfCollection extends OvfContent {
  readonly kind: 'collection';
  readonly startup: readonly OvfStartup[];
  readonly children: readonly OvfEntity[];
}

export type OvfEntity = OvfSystem | OvfCollection;

export interface OvfEnvelope {
  readonly files: readonly OvfFileRef[];
  readonly disks: readonly OvfDisk[];
  readonly networks: readonly OvfNetwork[];
  readonly options: readonly OvfOption[];
  readonly defaultOption: string;
  readonly root: OvfEntity;
  /** What was passed over, in words. */
  readonly ignored: readonly OvfFlaw[];
}

/** Something wrong with a descriptor. */
export interface OvfFlaw {
  /** `OvfMissingElement`, `OvfInvalidValueReference`, ...: the words of the API for it. */
  readonly kind: string;
  readonly element: string;
  readonly attribute?: string | undefined;
  readonly value?: string | undefined;
  readonly line: number;
}

/** A descriptor that cannot be read; the first thing wrong with it. */
export class OvfError extends Error {
  readonly flaw: OvfFlaw;

  constructor(flaw: OvfFlaw, message: string) {
    super(message);
    this.name = 'OvfError';
    this.flaw = flaw;
  }
}

/** Bytes in a unit as DMTF writes it: `byte * 2^20`, or as older files do: `MegaBytes`. Undefined for what is no unit. */
export function unitOf(text: string | undefined): number | undefined {
  const told = (text ?? 'byte').replaceAll(' ', '').toLowerCase();
  const power = /^bytes?\*(?:2\^(\d{1,2})|(\d{1,15}))$/.exec(told);
  if (power) return power[1] === undefined ? Number(power[2]) : 2 ** Number(power[1]);
  return UNITS[told];
}

const UNITS: Readonly<Record<string, number>> = {
  byte: 1,
  bytes: 1,
  kilobytes: 2 ** 10,
  megabytes: 2 ** 20,
  gigabytes: 2 ** 30,
  terabytes: 2 ** 40,
};
