/** Manifests of OVF packages: `SHA256(disk.vmdk)= 5f2c…`, one file a line. */
import { createHash } from 'node:crypto';

export interface Digest {
  readonly algorithm: 'sha1' | 'sha256' | 'sha512';
  /** In lower case. */
  readonly hex: string;
  /** Line of the manifest. */
  readonly line: number;
}

const LINE = /^(SHA1|SHA256|SHA512) ?\((.+)\) ?= ?([0-9a-f]+)\s*$/i;

/** What it says of each file; lines of another form say nothing. */
export function readManifest(text: string): Map<string, Digest> {
  const found = new Map<string, Digest>();
  for (const [i, line] of text.split('\n').entries()) {
    const [, algorithm, file, hex] = LINE.exec(line) ?? [];
    if (!algorithm || !file || !hex) continue;
    found.set(file, {
      algorithm: algorithm.toLowerCase() as Digest['algorithm'],
      hex: hex.toLowerCase(),
      line: i + 1,
    });
  }
  return found;
}

/** A file is not what its manifest says. */
export class WrongDigest extends Error {
  readonly line: number;

  constructor(file: string, { algorithm, line }: Digest) {
    super(`the ${algorithm.toUpperCase()} digest of ${file} is not that of its manifest (line ${line})`);
    this.name = 'WrongDigest';
    this.line = line;
  }
}

/** The same bytes; throws WrongDigest behind the last of them. */
export async function* checked(
  bytes: AsyncIterable<Uint8Array>,
  file: string,
  said: Digest,
): AsyncGenerator<Uint8Array> {
  const hash = createHash(said.algorithm);
  for await (const chunk of bytes) {
    hash.update(chunk);
    yield chunk;
  }
  if (hash.digest('hex') !== said.hex) throw new WrongDigest(file, said);
}
