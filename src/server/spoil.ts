/** Carries out on the socket what a fault rule wants done to an answer. */
import type { TransportEffect } from '../simulator/transport.ts';
import { reset } from './connection.ts';
import type { Headers, Way } from './exchange.ts';
import { type Pace, paceOf, pause, writePaced } from './pace.ts';
import { endInAlert } from './tls-alert.ts';

/** An answer that was not sent yet. */
export interface Unsent {
  readonly status: number;
  readonly headers: Headers;
  /** Hands over the body piece by piece, until `take` says false. A piece is good only until the next one comes. */
  body(take: (chunk: Uint8Array) => boolean | Promise<boolean>): Promise<void>;
}

/** True when the answer has been dealt with; false when it is still to be sent, untouched. */
export async function spoil(effect: TransportEffect, answer: Unsent, way: Way): Promise<boolean> {
  if (effect.delay !== undefined) await pause(effect.delay);
  if (way.gone) return true;
  switch (effect.kind) {
    case 'none':
      return false;
    case 'reset':
      reset(way.socket);
      break;
    case 'empty':
      way.socket.end();
      break;
    case 'alert':
      endInAlert(way.socket);
      break;
    case 'status':
      sendOther(effect, way);
      break;
    case 'garbage':
      way.socket.write(effect.noise ?? '', () => way.socket.destroySoon());
      break;
    case 'garbled':
      sendNoise(effect.noise ?? new Uint8Array(), answer, way);
      break;
    case 'badChunk':
      await breakChunk(answer, way);
      break;
    case 'truncate':
      await cutShort(answer, effect.amount ?? 0, way);
      break;
    case 'stall':
      if (effect.amount !== undefined) await standStill(answer, effect.amount, effect.every, way);
      break;
    case 'dribble':
      await sendPaced(answer, { bytes: effect.amount ?? 1, pause: effect.every ?? 0 }, way);
      break;
    case 'bandwidth':
      await sendPaced(answer, paceOf(effect.amount ?? 1), way);
      break;
    case 'close':
      await sendAndClose(answer, way);
      break;
  }
  return true;
}

function sendOther({ status = 503, headers, body = '' }: TransportEffect, way: Way): void {
  const length = { 'content-length': Buffer.byteLength(body) };
  way.send(status, { 'content-type': 'text/html', ...headers, ...length }, body);
}

function sendNoise(noise: Uint8Array, { status, headers }: Unsent, way: Way): void {
  way.send(status, { ...headers, 'content-length': noise.length }, [Buffer.from(noise)]);
}

/** The first bytes of a body; `left` says how many more were wanted than there are. */
async function firstBytes(answer: Unsent, bytes: number): Promise<Buffer> {
  const kept: Uint8Array[] = [];
  let left = bytes;
  await answer.body((chunk) => {
    if (left > 0) kept.push(Buffer.from(chunk.subarray(0, left)));
    left -= chunk.length;
    return left > 0;
  });
  return Buffer.concat(kept);
}

/** The first bytes of the body and then the end of the connection, under headers that promised all of it. */
async function cutShort(answer: Unsent, bytes: number, way: Way): Promise<void> {
  const kept = await firstBytes(answer, bytes);
  way.open(answer.status, answer.headers).write(kept, () => way.socket.destroySoon());
}

/** Some of the body in a chunk that is right, and behind it one whose size is no number. */
async function breakChunk(answer: Unsent, way: Way): Promise<void> {
  const some = await firstBytes(answer, 64);
  const { 'content-length': _length, ...headers } = answer.headers;
  const body = way.open(answer.status, headers);
  const broken = () => way.socket.write('what?\r\n', () => way.socket.destroySoon());
  if (some.length === 0) broken();
  else body.write(some, broken);
}

/** The body up to a place, then nothing: for ever, or for a while and then the rest. */
async function standStill(answer: Unsent, bytes: number, wait: number | undefined, way: Way): Promise<void> {
  const body = way.open(answer.status, answer.headers);
  let left = bytes;
  let waited = false;
  await answer.body(async (chunk) => {
    const now = waited ? chunk : chunk.subarray(0, left);
    if (now.length > 0) body.write(Buffer.from(now));
    left -= chunk.length;
    if (waited || left > 0) return !way.gone;
    waited = true;
    if (wait === undefined) return false;
    await pause(wait);
    if (way.gone) return false;
    if (now.length < chunk.length) body.write(Buffer.from(chunk.subarray(now.length)));
    return !way.gone;
  });
  if (wait !== undefined && !way.gone) body.end();
}

async function sendPaced(answer: Unsent, pace: Pace, way: Way): Promise<void> {
  const body = way.open(answer.status, answer.headers);
  await answer.body((chunk) => writePaced(Buffer.from(chunk), pace, body));
  if (!way.gone) body.end();
}

/** As a server that is restarted, or one behind a proxy that is: the connection goes when the next request may be on its way. */
async function sendAndClose(answer: Unsent, way: Way): Promise<void> {
  const body = way.open(answer.status, answer.headers);
  await answer.body((chunk) => {
    body.write(Buffer.from(chunk));
    return !way.gone;
  });
  body.end(() => way.socket.destroySoon());
}
