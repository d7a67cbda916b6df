import type { Schema } from '../vim25/schema.ts';
import { DecodeError, type DecodeErrorKind } from './decode-error.ts';

/** One document being decoded: against which table, how strictly, and where in it we are. */
export class Decoding {
  readonly schema: Schema;
  /** Newest version whose types, properties and values exist. */
  readonly limit: number;
  /** Whether what the table does not know is passed over rather than refused. */
  readonly lenient: boolean;
  /** Names on the way down, each followed by its index when it is an array's. */
  readonly path: (string | number)[] = [];

  constructor(schema: Schema, limit: number, lenient: boolean) {
    this.schema = schema;
    this.limit = limit;
    this.lenient = lenient;
  }

  fail(kind: DecodeErrorKind, message: string): never {
    let path = '';
    for (const step of this.path) {
      if (typeof step === 'number') path += `[${step}]`;
      else path += path === '' ? step : `.${step}`;
    }
    throw new DecodeError(kind, path, message);
  }
}
