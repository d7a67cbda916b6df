/** The text part of a VMDK: what kind of disk it is, where its data is, and what the disk says of itself. */
import { MAX_CAPACITY, SECTOR, VmdkError } from './bytes.ts';

export interface Extent {
  readonly access: 'RW' | 'RDONLY' | 'NOACCESS';
  /** In sectors. */
  readonly size: number;
  /** `FLAT`, `SPARSE`, `VMFS`, `VMFSSPARSE`, `ZERO`, ... */
  readonly type: string;
  readonly file?: string | undefined;
  /** In sectors, of flat extents. */
  readonly offset?: number | undefined;
}

export interface Descriptor {
  readonly cid: number;
  /** `ffffffff` stands for no parent: undefined here. */
  readonly parentCid?: number | undefined;
  /** `monolithicSparse`, `streamOptimized`, `vmfs`, `vmfsSparse`, ... */
  readonly createType: string;
  readonly parentFile?: string | undefined;
  readonly extents: readonly Extent[];
  /** `ddb.*` entries by what follows the dot: `adapterType`, `uuid`, `geometry.cylinders`. */
  readonly ddb: Readonly<Record<string, string>>;
}

const NO_PARENT = 0xffffffff;
const MAX_SIZE = 1 << 20;
const EXTENT = /^(RW|RDONLY|NOACCESS)\s+(\d+)\s+([A-Z0-9]+)(?:\s+"([^"]*)")?(?:\s+(\d+))?/;
const ENTRY = /^([\w.]+)\s*=\s*(?:"([^"]*)"|(.*))$/;

/** Whether the bytes a file begins with are a descriptor's. */
export function looksLikeDescriptor(head: Buffer): boolean {
  return /^\s*#\s*Disk DescriptorFile/.test(head.toString('latin1', 0, 100));
}

/** Reads a descriptor; padding with zero bytes is passed over. Throws VmdkError. */
export function readDescriptor(bytes: Buffer): Descriptor {
  if (bytes.length > MAX_SIZE) throw new VmdkError('the descriptor is too long');
  const end = bytes.indexOf(0);
  const text = bytes.toString('utf8', 0, end < 0 ? bytes.length : end);
  if (!looksLikeDescriptor(bytes)) throw new VmdkError('this is no disk descriptor');
  const extents: Extent[] = [];
  const entries = new Map<string, string>();
  for (const line of text.split('\n').map((l) => l.trim())) {
    const extent = EXTENT.exec(line);
    const entry = extent ? undefined : ENTRY.exec(line);
    if (extent) extents.push(extentOf(extent));
    else if (entry) entries.set(entry[1]!, entry[2] ?? entry[3]!);
  }
  const createType = entries.get('createType');
  if (createType === undefined) throw new VmdkError('the descriptor has no createType');
  const parentCid = cidOf(entries.get('parentCID') ?? 'ffffffff');
  const ddb = [...entries].filter(([key]) => key.startsWith('ddb.')).map(([key, value]) => [key.slice(4), value]);
  return {
    cid: cidOf(entries.get('CID') ?? 'fffffffe'),
    parentCid: parentCid === NO_PARENT ? undefined : parentCid,
    createType,
    parentFile: entries.get('parentFileNameHint'),
    extents,
    ddb: Object.fromEntries(ddb),
  };
}

export function writeDescriptor({ cid, parentCid, createType, parentFile, extents, ddb }: Descriptor): string {
  const hex = (n: number) => n.toString(16).padStart(8, '0');
  const lines = [
    '# Disk DescriptorFile',
    'version=1',
    `CID=${hex(cid)}`,
    `parentCID=${hex(parentCid ?? NO_PARENT)}`,
    `createType="${createType}"`,
    ...(parentFile === undefined ? [] : [`parentFileNameHint="${parentFile}"`]),
    '',
    '# Extent description',
    ...extents.map(extentLine),
    '',
    '# The Disk Data Base',
    '#DDB',
    '',
    ...Object.entries(ddb).map(([key, value]) => `ddb.${key} = "${value}"`),
  ];
  return `${lines.join('\n')}\n`;
}

/** Capacity in bytes: the sum of the extents. Throws VmdkError when no disk is as large. */
export function capacityOf({ extents }: Descriptor): number {
  const capacity = extents.reduce((sum, { size }) => sum + size, 0) * SECTOR;
  if (!(capacity <= MAX_CAPACITY)) throw new VmdkError('the disk claims to be larger than 62 TiB');
  return capacity;
}

function extentOf([, access, size, type, file, offset]: RegExpExecArray): Extent {
  return {
    access: access as Extent['access'],
    size: Number(size),
    type: type!,
    file,
    offset: offset === undefined ? undefined : Number(offset),
  };
}

function extentLine({ access, size, type, file, offset }: Extent): string {
  const parts = [access, size, type, file === undefined ? undefined : `"${file}"`, offset];
  return parts.filter((part) => part !== undefined).join(' ');
}

function cidOf(hex: string): number {
  const cid = /^[0-9a-f]{1,8}$/i.test(hex) ? Number.parseInt(hex, 16) : Number.NaN;
  if (Number.isNaN(cid)) throw new VmdkError(`"${hex.slice(0, 20)}" is no content id`);
  return cid;
}
