/** Which fault of the API a wrong request is answered with. `InvalidType` is a kind of `InvalidRequest`. */
export type DecodeErrorKind = 'InvalidRequest' | 'InvalidArgument' | 'InvalidType';

/** A request (or an answer) that is well-formed XML and yet not what the API table says. */
export class DecodeError extends Error {
  override readonly name = 'DecodeError';
  readonly kind: DecodeErrorKind;
  /** Where: `spec.deviceChange[0].device.key`; empty for the request as a whole. */
  readonly path: string;

  constructor(kind: DecodeErrorKind, path: string, message: string) {
    super(message);
    this.kind = kind;
    this.path = path;
  }
}
