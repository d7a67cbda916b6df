/** What a client's SOAPAction settles: the namespace to answer in, the API version, and the encoder for it. */
import { createEncoder, type Encoder, negotiate, parseSoapAction } from '../soap/index.ts';
import type { Schema } from '../vim25/schema.ts';

/** Clients send a handful of headers over and over; somebody who sends a new one each time gains nothing. */
const REMEMBERED = 64;

export interface Dialect {
  readonly namespace: string;
  /** Index into the schema's versions. */
  readonly version: number;
  readonly encoder: Encoder;
}

export class Dialects {
  readonly #schema: Schema;
  readonly #presented: number;
  readonly #unnamed: string | undefined;
  readonly #encoders = new Map<number, Encoder>();
  readonly #known = new Map<string | undefined, Dialect>();

  /** `presented` is the newest version there is here; `unnamed` that of clients which name none. */
  constructor(schema: Schema, presented: number, unnamed?: string) {
    this.#schema = schema;
    this.#presented = presented;
    this.#unnamed = unnamed;
  }

  of(header: string | undefined): Dialect {
    let dialect = this.#known.get(header);
    if (!dialect) {
      const action = parseSoapAction(header, this.#schema.namespace);
      const version = negotiate(action, this.#presented, this.#schema, this.#unnamed);
      // What builds on another table is asked for in several ways; only one namespace has its types.
      const namespace = this.#schema.base ? this.#schema.namespace : action.namespace;
      dialect = { namespace, version, encoder: this.#encoder(version) };
      if (this.#known.size >= REMEMBERED) this.#known.clear();
      this.#known.set(header, dialect);
    }
    return dialect;
  }

  #encoder(version: number): Encoder {
    let encoder = this.#encoders.get(version);
    if (!encoder) {
      encoder = createEncoder(this.#schema, version);
      this.#encoders.set(version, encoder);
    }
    return encoder;
  }
}
