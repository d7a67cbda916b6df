/** What a door answers whom it does not serve: doors speak HTTP, and have no typed faults. */
import { VimFault } from '../world/fault.ts';

/** An HTTP status and the reason for it. */
export class Refusal extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
  }
}

/** Fault rules that answer with a SOAP fault reach a door as a plain failure. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  if (!(error instanceof VimFault)) return undefined;
  return new Refusal(error.type === 'NotAuthenticated' ? 401 : 500, `${error.type}: ${error.message}`);
}
