/** Files as a browser shows them: of which type each is by its name, and what is told of one of that type. */
import { formatTime } from '../../kernel/time.ts';
import type {
  FileInfo,
  FileQuery,
  FileQueryFlags,
  VmConfigFileQuery,
  VmDiskFileQuery,
} from '../../vim25/generated/index.ts';
import { fileKey } from '../machine/device/device.ts';
import { extentOf } from '../machine/files.ts';
import type { DiskFile } from '../machine/machine-files.ts';
import type { Entry } from './directory.ts';
import { backingType, controllerType, type StandingDisk } from './disk/standing-disk.ts';

type FileType = (typeof TYPES)[number][0];

/** Types of files by their names, the narrower first. A disk is its descriptor; what holds its data is a plain file. */
const TYPES = [
  ['VmConfig', /\.vmx$/],
  ['TemplateConfig', /\.vmtx$/],
  ['VmDisk', /(?<!-(flat|delta|sesparse|ctk|rdm|rdmp|s\d{3}))\.vmdk$/],
  ['VmSnapshot', /\.vmsn$/],
  ['IsoImage', /\.iso$/],
  ['FloppyImage', /\.(flp|img)$/],
  ['VmNvram', /\.nvram$/],
  ['VmLog', /\.log$/],
] as const;

/** `Folder`, a type of the list, or none. */
export function fileTypeOf({ name, directory }: Entry, anyCase: boolean): FileType | 'Folder' | undefined {
  if (directory) return 'Folder';
  const asked = anyCase ? name.toLowerCase() : name;
  return TYPES.find(([, ending]) => ending.test(asked))?.[0];
}

/** What a query tells of a file; undefined when the file is none of its type, or not one its filter lets through. */
export function answerTo(query: FileQuery, entry: Entry, anyCase: boolean): FileInfo | undefined {
  const asked = String((query as { readonly _typeName?: string })._typeName ?? 'FileQuery');
  if (asked === 'FileQuery') return { _typeName: 'FileInfo', path: entry.name } as FileInfo;
  const type = fileTypeOf(entry, anyCase);
  const isTemplate = type === 'TemplateConfig' && asked === 'VmConfigFileQuery';
  if (asked !== `${type}FileQuery` && !isTemplate) return undefined;
  const info = { _typeName: `${type}FileInfo`, path: entry.name } as FileInfo;
  if (asked === 'VmDiskFileQuery') return diskInfo(query as VmDiskFileQuery, entry, info);
  return type === 'VmConfig' || type === 'TemplateConfig' ? configInfo(query as VmConfigFileQuery, entry, info) : info;
}

/** A file without its type being asked for: typed all the same where the flags say so. */
export function plainInfo(entry: Entry, details: FileQueryFlags | undefined): FileInfo {
  const type = details?.fileType ? fileTypeOf(entry, false) : undefined;
  return { _typeName: `${type === undefined ? '' : type}FileInfo`, path: entry.name } as FileInfo;
}

/** What the flags ask for of any file. */
export function detailsOf({ size, modified, owner }: Entry, details: FileQueryFlags | undefined): Partial<FileInfo> {
  return {
    ...(details?.fileSize && { fileSize: size }),
    ...(details?.modification && { modification: formatTime(modified) }),
    ...(details?.fileOwner && { owner }),
  };
}

const VERSION_OF_ESX_DISKS = 4;

function configInfo({ filter, details }: VmConfigFileQuery, { owned }: Entry, info: FileInfo): FileInfo | undefined {
  const version = owned?.hardwareVersion;
  const wanted = filter?.matchConfigVersion;
  if (wanted?.length && (version === undefined || !wanted.includes(version))) return undefined;
  if (filter?.encrypted) return undefined;
  return { ...info, ...(details?.configVersion && version !== undefined && { configVersion: version }) } as FileInfo;
}

function diskInfo({ filter, details }: VmDiskFileQuery, entry: Entry, info: FileInfo): FileInfo | undefined {
  const { disk, owned } = entry;
  const told = disk ? standingDetails(disk) : owned?.disk && diskDetails(owned.disk);
  const fits = <T>(wanted: readonly T[] | undefined, value: T | undefined) =>
    !wanted?.length || (value !== undefined && wanted.includes(value));
  if (!fits(filter?.diskType, told?.diskType) || !fits(filter?.controllerType, told?.controllerType)) return undefined;
  if (!fits(filter?.matchHardwareVersion, told?.hardwareVersion)) return undefined;
  if (filter?.encrypted || (filter?.thin !== undefined && filter.thin !== told?.thin)) return undefined;
  if (!told || !details) return info;
  const asked = Object.entries(told).filter(([key, v]) => v !== undefined && details[key as keyof typeof details]);
  return { ...info, ...Object.fromEntries(asked) } as FileInfo;
}

function standingDetails(disk: StandingDisk) {
  return {
    diskType: backingType(disk.format),
    capacityKb: Math.floor(disk.capacity / 1024),
    hardwareVersion: VERSION_OF_ESX_DISKS,
    controllerType: controllerType(disk.adapter),
    diskExtents: disk.parts ? [...disk.parts] : [disk.extent],
    thin: disk.format === 'thin' || disk.parent !== undefined,
    sectorFormat: 'native_512',
  };
}

function diskDetails({ backing, capacity, controller, hardwareVersion }: DiskFile) {
  return {
    diskType: backing._typeName,
    capacityKb: Math.floor(capacity / 1024),
    hardwareVersion: hardwareVersion === undefined ? undefined : Math.min(hardwareVersion, VERSION_OF_ESX_DISKS),
    controllerType: controller,
    diskExtents: backing.file && [fileKey(extentOf(backing)).replace(/^.*\//, '')],
    thin: backing['thinProvisioned'] === true,
    sectorFormat: 'native_512',
  };
}
