/** What a descriptor tells of a disk that no machine has. */
import type { Backing } from '../../machine/device/device.ts';

/** `ddb.adapterType`, as the API spells it. */
export type DiskAdapter = 'ide' | 'busLogic' | 'lsiLogic';

/** How a disk's bytes are laid out. The last four are those of hosted products and exports. */
export type DiskFormat =
  | 'thin'
  | 'zeroedthick'
  | 'eagerzeroedthick'
  | 'sesparse'
  | 'rdm'
  | 'rdmp'
  | 'monolithicSparse'
  | 'streamOptimized'
  | 'twoGbMaxExtentSparse'
  | 'twoGbMaxExtentFlat';

export interface StandingDisk {
  /** Bytes. */
  readonly capacity: number;
  readonly uuid: string;
  readonly adapter: DiskAdapter;
  readonly format: DiskFormat;
  /** Name of the file beside the descriptor that holds the data; its own where both are one file. */
  readonly extent: string;
  /** Names of the files beside the descriptor that hold the data one after the other, where they are several. */
  readonly parts?: readonly string[] | undefined;
  /** The file below, of a disk that only holds what differs from it. */
  readonly parent?: Backing | undefined;
  /** Content id that the file below had when a client's descriptor was written; another one makes the disk invalid. */
  readonly parentCid?: number | undefined;
  /** The disk of the host's storage that it stands for. */
  readonly raw?: { readonly deviceName: string; readonly lunUuid: string } | undefined;
  readonly contentId?: string | undefined;
}

/** Whether it is laid out as no ESXi host runs a machine on: descriptor and data in one file, or data in several. */
export function isHosted({ format }: Pick<StandingDisk, 'format'>): boolean {
  return HOSTED.has(format);
}

const HOSTED: ReadonlySet<DiskFormat> = new Set<DiskFormat>([
  'monolithicSparse',
  'streamOptimized',
  'twoGbMaxExtentSparse',
  'twoGbMaxExtentFlat',
]);

/** Whether a hosted product keeps of it only what holds data. */
export function isSparse(format: DiskFormat): boolean {
  return format === 'monolithicSparse' || format === 'twoGbMaxExtentSparse';
}

/** Whether its extent takes only what was written to it. */
export function takesWhatIsWritten({ format, parent }: Pick<StandingDisk, 'format' | 'parent'>): boolean {
  return format === 'thin' || format === 'sesparse' || format === 'rdm' || format === 'rdmp' || parent !== undefined;
}

const BACKINGS: { readonly [format in DiskFormat]?: string } = {
  sesparse: 'VirtualDiskSeSparseBackingInfo',
  rdm: 'VirtualDiskRawDiskMappingVer1BackingInfo',
  rdmp: 'VirtualDiskRawDiskMappingVer1BackingInfo',
  monolithicSparse: 'VirtualDiskSparseVer2BackingInfo',
  streamOptimized: 'VirtualDiskSparseVer2BackingInfo',
  twoGbMaxExtentSparse: 'VirtualDiskSparseVer2BackingInfo',
};

/** The type of backing that the API has for a format. */
export function backingType(format: DiskFormat): string {
  return BACKINGS[format] ?? 'VirtualDiskFlatVer2BackingInfo';
}

const CONTROLLERS: { readonly [adapter in DiskAdapter]: string } = {
  ide: 'VirtualIDEController',
  busLogic: 'VirtualBusLogicController',
  lsiLogic: 'VirtualLsiLogicController',
};

/** The type of controller that an adapter is. */
export function controllerType(adapter: DiskAdapter): string {
  return CONTROLLERS[adapter];
}
