/** Reading and writing all of what was asked, however little the system does at a time. */
import type { FileHandle } from 'node:fs/promises';
import { isZero } from '../formats/vmdk/bytes.ts';
import { DataMap } from './data-map.ts';

const PIECE = 2 ** 20;

/** Full files have no holes to be looked for. */
export async function dataIn(file: FileHandle): Promise<DataMap> {
  const { size, blocks } = await file.stat();
  const data = new DataMap();
  if (blocks * 512 >= size && size > 0) data.mark(0, size);
  else {
    const bytes = Buffer.allocUnsafe(Math.min(size, PIECE));
    for (let at = 0; at < size; at += bytes.length) {
      const read = await readAll(file, bytes, at);
      if (!isZero(bytes, 0, read)) data.mark(at, at + read);
    }
  }
  return data;
}

export async function writeAll(file: FileHandle, bytes: Uint8Array, place: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    done += (await file.write(bytes, done, bytes.length - done, place + done)).bytesWritten;
  }
}

export async function readAll(file: FileHandle, bytes: Buffer, at: number): Promise<number> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesRead } = await file.read(bytes, done, bytes.length - done, at + done);
    if (bytesRead === 0) return done;
    done += bytesRead;
  }
  return bytes.length;
}
