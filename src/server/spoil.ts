/** Carries out on the socket what a fault rule wants done to an answer. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SoapAnswer } from '../simulator/door.ts';

/** True when the answer has been dealt with; false when it is still to be sent, untouched. */
export async function spoil(answer: SoapAnswer, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const effect = answer.transport!;
  switch (effect.kind) {
    case 'reset':
      request.socket.resetAndDestroy();
      return true;
    case 'empty':
      request.socket.end();
      return true;
    case 'status':
      response.writeHead(effect.status ?? 503, { 'content-type': 'text/html' });
      response.end(effect.body ?? '');
      return true;
    case 'truncate': {
      const whole = Buffer.concat(answer.chunks);
      response.writeHead(answer.status, { 'content-type': 'text/xml; charset=utf-8', 'content-length': whole.length });
      response.write(whole.subarray(0, effect.amount ?? 0), () => request.socket.destroy());
      return true;
    }
    case 'delay':
      await new Promise((resolve) => setTimeout(resolve, effect.amount ?? 0));
      return false;
  }
}
