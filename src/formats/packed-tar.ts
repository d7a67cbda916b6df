/** A few texts as a tar archive that gzip packed: the same texts give the same bytes. */
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { TAR_END, tarHead, tarPadding } from './tar-head.ts';

export interface PackedText {
  /** At most 100 bytes. */
  readonly name: string;
  readonly text: string;
}

export function packedTar(files: readonly PackedText[]): Promise<Buffer> {
  const parts = files.flatMap(({ name, text }) => {
    const bytes = Buffer.from(text);
    return [tarHead(name, bytes.length), bytes, tarPadding(bytes.length)];
  });
  return promisify(gzip)(Buffer.concat([...parts, TAR_END]));
}
