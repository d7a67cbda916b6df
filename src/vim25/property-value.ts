import type { Property } from './schema.ts';

/**
 * Where the encoded form of a derived value is kept. It belongs to one value: when `value` is another one, what is
 * kept is worthless. The encoder sets `encoded`; the owner of the memo may watch that to account for its size.
 */
export interface Memo {
  readonly value: unknown;
  /** An {@link EncodedValue}, or whatever another codec keeps here. */
  encoded?: unknown;
}

/** A value in an anyType position as it goes out at one API version: everything of its element but the name. */
export class EncodedValue {
  readonly version: number;
  /** Long contents are kept as bytes, short ones as text. */
  readonly content: string | Buffer;

  constructor(version: number, content: string | Buffer) {
    this.version = version;
    this.content = content;
  }
}

/**
 * The value of a managed object's property, on its way into an anyType. The declared property says what plain values
 * cannot: that a number is a long, a string an enum, a list an `ArrayOfX`.
 */
export class PropertyValue {
  readonly property: Property;
  readonly value: unknown;
  readonly memo: Memo | undefined;

  constructor(property: Property, value: unknown, memo?: Memo) {
    this.property = property;
    this.value = value;
    this.memo = memo;
  }
}
