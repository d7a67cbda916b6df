/** Packages in one file, as an OVA is one: of all that is in it the first disk its descriptor names is the image. */
import { OvfError } from '../formats/ovf/envelope.ts';
import { readOvf } from '../formats/ovf/read-ovf.ts';
import { membersOf, TarError, type TarMember } from '../formats/tar.ts';
import { SimError } from '../kernel/errors.ts';

export interface PackedDisk {
  readonly size: number;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** How a file is compressed that is not. */
const PLAIN: ReadonlySet<string> = new Set(['', 'identity']);
/** A descriptor that is longer is none. */
const LONGEST = 10 * 2 ** 20;

/** Reads a package up to its disk. Throws ERR_USAGE, now or as the disk is read, where no disk can be had of it. */
export async function packedDisk(archive: AsyncIterable<Uint8Array>, id: string): Promise<PackedDisk> {
  const members = membersOf(archive);
  let href: string | undefined;
  try {
    for (let next = await members.next(); !next.done; next = await members.next()) {
      const member = next.value;
      if (href !== undefined && isAt(href, member.name))
        return { size: member.size, bytes: whole(member, members, id) };
      if (href === undefined && isDescriptor(member.name)) href = diskOf(await textOf(member), id);
    }
  } catch (error) {
    throw asRefusal(error, id);
  }
  throw refused(id, href === undefined ? 'has no descriptor' : `has no ${href} behind its descriptor`);
}

/** The last bytes are held back until the package has come to its end: only there it shows that it was whole. */
async function* whole(disk: TarMember, members: AsyncIterable<TarMember>, id: string): AsyncGenerator<Uint8Array> {
  let last: Uint8Array | undefined;
  try {
    for await (const part of disk.bytes()) {
      if (last) yield last;
      last = part;
    }
    for await (const _ of members);
  } catch (error) {
    throw asRefusal(error, id);
  }
  if (last) yield last;
}

async function textOf(member: TarMember): Promise<string> {
  if (member.size > LONGEST) throw new TarError('its descriptor is too long');
  const parts: Buffer[] = [];
  for await (const part of member.bytes()) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

/** Name of the file that a descriptor's first disk is in. */
function diskOf(descriptor: string, id: string): string {
  const { disks, files } = readOvf(descriptor);
  const disk = disks.find(({ file }) => file !== undefined);
  const file = files.find((one) => one.id === disk?.file);
  if (!file) throw refused(id, 'has no disk');
  const { compression = '', chunkSize, href } = file;
  if (!PLAIN.has(compression)) throw refused(id, `has its disk packed by ${compression}`);
  if (chunkSize) throw refused(id, 'has its disk in several files');
  return href;
}

/** A system of files may leave a shadow of each of its own in an archive: `._web.ovf`. */
function isDescriptor(name: string): boolean {
  return /(?:^|\/)[^./][^/]*\.ovf$/.test(name);
}

/** A descriptor refers to a file by a URI, and to one beside itself. */
function isAt(href: string, name: string): boolean {
  const path = href.replace(/^\.\//, '');
  return path === name || decoded(path) === name;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function asRefusal(error: unknown, id: string): unknown {
  const unfit = error instanceof TarError || error instanceof OvfError;
  return unfit ? refused(id, `cannot be read: ${error.message}`, error) : error;
}

function refused(id: string, what: string, cause?: unknown): SimError {
  return new SimError('ERR_USAGE', `image '${id}' is a package and ${what}`, {
    ...(cause === undefined ? {} : { cause }),
    hint: 'an OVA has its descriptor first, and the disk as a VMDK of its own',
  });
}
