/** How a request for a file or a picture came in, as the doors behind the server are told. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Arrival } from '../objects/call.ts';
import { addressOf } from './address.ts';

/** Where a request keeps how many bytes a second of its body may come in. */
export const RATE: unique symbol = Symbol('bytes per second');

export interface Rated {
  [RATE]?: number;
}

export function arrivalOf(request: IncomingMessage, response: ServerResponse): Arrival {
  const { headers, socket } = request;
  return {
    address: addressOf(request),
    scheme: 'encrypted' in socket ? 'https' : 'http',
    remoteAddress: socket.remoteAddress ?? '',
    userAgent: headers['user-agent'] ?? '',
    connection: socket,
    onGone(then) {
      response.once('close', then);
      return () => response.removeListener('close', then);
    },
    afterRealTime(milliseconds, then) {
      const timer = setTimeout(then, milliseconds).unref();
      return () => clearTimeout(timer);
    },
    slowDown(bytesPerSecond) {
      (request as Rated)[RATE] = bytesPerSecond;
    },
    // A file is no login: what opened a session for it ends with it.
    setCookie() {},
  };
}
