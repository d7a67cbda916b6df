/** Images of a Glance, or of whatever speaks version 2 of its API. */
import { Writable } from 'node:stream';
import { SimError } from '../kernel/errors.ts';
import { ask, askJson, send, type WebOptions } from './http-stream.ts';
import type { Image, ImageProperties, ImageSink, ImageSource, NewImage } from './image.ts';
import { urlOf } from './image-url.ts';

export interface GlanceOptions extends WebOptions {
  /** `https://glance.example.com:9292`. */
  readonly url: string;
  /** Token of Keystone. */
  readonly token?: string | undefined;
}

export interface GlanceSink extends ImageSink {
  /** Id of the image that was made last. */
  readonly id: string | undefined;
}

export interface Glance {
  image(id: string): ImageSource;
  /** A new image for a snapshot; gone again when the snapshot fails. */
  sink(): GlanceSink;
}

/**
 * @example
 * const glance = openGlance({ url: 'https://glance.example.com:9292', token });
 * await driver.spawn({ name: 'web', uuid, flavor, image: glance.image(id) });
 */
export function openGlance({ url, token, ...web }: GlanceOptions): Glance {
  const base = urlOf(url.endsWith('/') ? url : `${url}/`);
  const headers = { ...web.headers, ...(token === undefined ? {} : { 'X-Auth-Token': token }) };
  const store: Store = { at: (path) => new URL(`v2/images${path}`, base), web: { ...web, headers } };
  return { image: (id) => source(store, id), sink: () => sink(store) };
}

interface Store {
  at(path: string): URL;
  readonly web: WebOptions;
}

function source({ at, web }: Store, id: string): ImageSource {
  const path = `/${encodeURIComponent(id)}`;
  return {
    async describe(signal) {
      return imageOf(id, (await askJson({ ...web, method: 'GET', url: at(path), signal })) as Record<string, unknown>);
    },
    open: (signal) => ask({ ...web, method: 'GET', url: at(`${path}/file`), signal }),
  };
}

/** What Glance says beside its own fields are the image's properties. */
function imageOf(id: string, said: Record<string, unknown>): Image {
  const { name, size, status, disk_format: diskFormat, os_hash_algo: algorithm, os_hash_value: value } = said;
  if (status !== undefined && status !== 'active') {
    throw new SimError('ERR_USAGE', `image '${id}' is ${status}`, { hint: 'only an active image has bytes' });
  }
  if (diskFormat !== 'vmdk' && diskFormat !== 'iso') {
    throw new SimError('ERR_USAGE', `image '${id}' is a ${diskFormat}`, { hint: 'vSphere takes vmdk and iso' });
  }
  const { container_format: containerFormat = 'bare' } = said;
  if (containerFormat !== 'bare' && containerFormat !== 'ova') {
    throw new SimError('ERR_USAGE', `image '${id}' is packed as ${containerFormat}`, { hint: 'unpack its disk first' });
  }
  const known = algorithm === 'sha512' || algorithm === 'sha256' || algorithm === 'md5';
  return {
    id,
    name: typeof name === 'string' ? name : undefined,
    size: typeof size === 'number' ? size : undefined,
    diskFormat,
    containerFormat,
    digest: known && typeof value === 'string' ? { algorithm, value } : undefined,
    properties: said as ImageProperties,
  };
}

function sink(store: Store): GlanceSink {
  let made: string | undefined;
  return {
    get id() {
      return made;
    },
    async open(image, signal) {
      const id = await create(store, image, signal);
      const { at, web } = store;
      const url = at(`/${encodeURIComponent(id)}/file`);
      const headers = { ...web.headers, 'Content-Type': 'application/octet-stream' };
      const file = send({ ...web, headers, method: 'PUT', url, signal });
      made = id;
      return removedOnFailure(file, async () => {
        made = undefined;
        (await ask({ ...web, method: 'DELETE', url: at(`/${encodeURIComponent(id)}`) })).resume();
      });
    },
  };
}

async function create({ at, web }: Store, image: NewImage, signal: AbortSignal | undefined): Promise<string> {
  const { name = 'snapshot', diskFormat, properties } = image;
  const headers = { ...web.headers, 'Content-Type': 'application/json' };
  const body = JSON.stringify({ name, disk_format: diskFormat, container_format: 'bare', ...properties });
  const answer = (await askJson({ ...web, headers, method: 'POST', url: at(''), body, signal })) as { id?: unknown };
  if (typeof answer.id === 'string') return answer.id;
  throw new SimError('ERR_CLIENT', `${at('').href} makes images without an id`);
}

/** A stream that ends only when it stands for something, and takes back what it stood for when it is destroyed. */
function removedOnFailure(inner: Writable, remove: () => Promise<void>): Writable {
  let whole = false;
  const outer = new Writable({
    write: (chunk: Uint8Array, encoding, done) => void inner.write(chunk, encoding, done),
    final: (done) =>
      void inner.end(() => {
        whole = true;
        done();
      }),
    destroy(error, done) {
      inner.destroy();
      if (whole) done(error);
      else
        remove().then(
          () => done(error),
          () => done(error),
        );
    },
  });
  inner.once('error', (error) => outer.destroy(error));
  return outer;
}
