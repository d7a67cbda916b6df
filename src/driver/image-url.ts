/** Images on web servers. */
import { basename, extname } from 'node:path/posix';
import { SimError } from '../kernel/errors.ts';
import { ask, send, type WebOptions } from './http-stream.ts';
import { formatsOf, type Image, type ImageSink, type ImageSource } from './image.ts';

/** An image at an address. Its id is the last part of the path without the ending, which tells a vmdk from an ISO and an OVA. */
export function imageUrl(address: string, known: Partial<Image> = {}, web: WebOptions = {}): ImageSource {
  const url = urlOf(address);
  const ending = extname(url.pathname);
  return {
    async describe(signal) {
      const answer = await ask({ ...web, method: 'HEAD', url, signal });
      answer.resume();
      const length = answer.headers['content-length'];
      const id = basename(decodeURIComponent(url.pathname), ending);
      return { id, ...formatsOf(ending), size: length === undefined ? undefined : Number(length), ...known };
    },
    open: (signal) => ask({ ...web, method: 'GET', url, signal }),
  };
}

/** An address that takes a snapshot by PUT. */
export function imageUrlSink(address: string, web: WebOptions = {}): ImageSink {
  const url = urlOf(address);
  const headers = { 'Content-Type': 'application/octet-stream', ...web.headers };
  return { open: async (_image, signal) => send({ ...web, headers, method: 'PUT', url, signal }) };
}

export function urlOf(address: string): URL {
  if (URL.canParse(address)) return new URL(address);
  throw new SimError('ERR_USAGE', `'${address}' is no address of a web server`, { hint: 'http:// or https://' });
}
