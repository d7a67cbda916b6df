/** A call as its bytes have it: most are never looked at, and bytes are cheaper to keep than what they say. */
import type { Source } from '../journal/journal.ts';
import { Streamed } from '../objects/managed-object.ts';
import { decodeParams, decodeResult, parseXml, readEnvelope } from '../soap/index.ts';
import type { Method, Schema } from '../vim25/schema.ts';
import type { DataObject } from '../vim25/value.ts';
import type { Written } from './answer.ts';

export class CallSource implements Source {
  readonly #schema: Schema;
  readonly #method: Method;
  readonly #presented: number;
  readonly #bytes: Uint8Array;
  #value: unknown;
  #body: Written['body'] | undefined;

  constructor(schema: Schema, method: Method, presented: number, bytes: Uint8Array) {
    this.#schema = schema;
    this.#method = method;
    this.#presented = presented;
    this.#bytes = bytes;
  }

  /** What was answered: the value itself, or the bytes of one that is made as it is written. */
  answered(value: unknown, body: Written['body'] | undefined): void {
    if (value instanceof Streamed) this.#body = body;
    else this.#value = value;
  }

  args(): DataObject {
    return decodeParams(this.#method, payloadOf(this.#bytes), this.#schema, this.#presented).params;
  }

  answer(): unknown {
    return this.#body === undefined ? this.#value : readAnswer(this.#schema, this.#method, this.#body);
  }
}

/** What a client would have read. */
export function readAnswer(schema: Schema, method: Method, body: Written['body']): unknown {
  const bytes = typeof body === 'string' ? Buffer.from(body) : Buffer.concat(body);
  return decodeResult(method, payloadOf(bytes), schema);
}

function payloadOf(bytes: Uint8Array): ReturnType<typeof readEnvelope>['payload'] {
  return readEnvelope(parseXml(bytes)).payload;
}
