/** What a descriptor tells of a disk that no machine has. */
import type { Backing } from '../../machine/device/device.ts';

/** `ddb.adapterType`, as the API spells it. */
export type DiskAdapter = 'ide' | 'busLogic' | 'lsiLogic';

/** How a disk's bytes are laid out. The last two are one file, as hosted products and exports have them. */
export type DiskFormat =
  | 'thin'
  | 'zeroedthick'
  | 'eagerzeroedthick'
  | 'sesparse'
  | 'rdm'
  | 'rdmp'
  | 'monolithicSparse'
  | 'streamOptimized';

export interface StandingDisk {
  /** Bytes. */
  readonly capacity: number;
  readonly uuid: string;
  readonly adapter: DiskAdapter;
  readonly format: DiskFormat;
  /** Name of the file beside the descriptor that holds the data; its own where both are one file. */
  readonly extent: string;
  /** The file below, of a disk that only holds what differs from it. */
  readonly parent?: Backing | undefined;
  /** The disk of the host's storage that it stands for. */
  readonly raw?: { readonly deviceName: string; readonly lunUuid: string } | undefined;
  readonly contentId?: string | undefined;
}

/** Whether it is one file with both the descriptor and the data, which no ESXi host runs a machine on. */
export function isHosted({ format }: Pick<StandingDisk, 'format'>): boolean {
  return format === 'monolithicSparse' || format === 'streamOptimized';
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
