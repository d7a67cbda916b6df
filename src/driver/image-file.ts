/** Images that are files of this machine. */
import { once } from 'node:events';
import { createReadStream, createWriteStream, type WriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { SimError } from '../kernel/errors.ts';
import { formatsOf, type Image, type ImageSink, type ImageSource } from './image.ts';

/**
 * An image in a file. Its id is the file's name without the ending, which also tells a vmdk from an ISO and an OVA.
 *
 * @example
 * await driver.spawn({ name: 'web', uuid, flavor, image: imageFile('cirros.vmdk', { properties: { vmware_disktype: 'sparse' } }) });
 */
export function imageFile(path: string, known: Partial<Omit<Image, 'size'>> = {}): ImageSource {
  const ending = extname(path);
  return {
    async describe() {
      const { size } = await there(path);
      return { id: basename(path, ending), ...formatsOf(ending), ...known, size };
    },
    async open() {
      await there(path);
      return createReadStream(path);
    },
  };
}

async function there(path: string): Promise<{ readonly size: number }> {
  try {
    return await stat(path);
  } catch (cause) {
    throw new SimError('ERR_USAGE', `there is no image at ${path}: ${(cause as Error).message}`, {
      cause,
      hint: 'give the path of a file that can be read',
    });
  }
}

/** A file for a snapshot. It stands under its name once it is whole; before that it is `<path>.part`. */
export function imageFileSink(path: string): ImageSink {
  return {
    async open() {
      const part = `${path}.part`;
      const file = createWriteStream(part);
      await once(file, 'open');
      return standing(file, part, path);
    },
  };
}

function standing(file: WriteStream, part: string, path: string): Writable {
  let whole = false;
  const put = async () => {
    file.end();
    await finished(file);
    await rename(part, path);
    whole = true;
  };
  const drop = async () => {
    file.destroy();
    if (!whole) await rm(part, { force: true });
  };
  const stream = new Writable({
    write: (chunk: Uint8Array, _encoding, done) => void file.write(chunk, done),
    final: (done) => void put().then(() => done(), done),
    destroy: (error, done) => void drop().then(() => done(error), done),
  });
  file.on('error', (error) => stream.destroy(error));
  return stream;
}
