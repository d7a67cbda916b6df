/** The one error of the client: whatever went wrong between a call and its answer. */
import { SimError } from '../kernel/errors.ts';
import type { DataObject, Ref } from '../vim25/value.ts';

export interface VsphereErrorParts {
  /** The API's fault, when the server answered with one. */
  readonly fault?: DataObject | undefined;
  /** Type of the fault as the server named it: `InvalidPowerState`. */
  readonly faultType?: string | undefined;
  /** Method called, or of the task that failed. */
  readonly method?: string | undefined;
  readonly object?: Ref | undefined;
  /** Find it again in vCenter's own logs. */
  readonly opId?: string | undefined;
  readonly retryable?: boolean | undefined;
  readonly maybeDone?: boolean | undefined;
  readonly timedOut?: boolean | undefined;
  readonly cause?: unknown;
  readonly hint?: string | undefined;
}

/** Faults that say "not now" rather than "no". */
const PASSING: ReadonlySet<string> = new Set([
  'TaskInProgress',
  'ConcurrentAccess',
  'HostCommunication',
  'HostNotReachable',
  'Timedout',
]);

/**
 * A call that failed. `faultType` tells what the server said; it is undefined when no answer came.
 *
 * @example
 * try { await client.call(vm, 'PowerOnVM_Task'); }
 * catch (error) { if (!(isVsphereError(error) && error.faultType === 'InvalidPowerState')) throw error; }
 */
export class VsphereError extends SimError {
  override readonly name = 'VsphereError';
  readonly fault: DataObject | undefined;
  readonly faultType: string | undefined;
  readonly method: string | undefined;
  readonly object: Ref | undefined;
  readonly opId: string | undefined;
  /** Whether the same call may succeed later without anybody changing anything. See `maybeDone` before repeating it. */
  readonly retryable: boolean;
  /**
   * Whether the call may have been done all the same: it went out, and no answer came back that tells. Then repeat only
   * what may be done twice, or look first.
   */
  readonly maybeDone: boolean;
  /** Whether the server kept silent for as long as it was allowed to. */
  readonly timedOut: boolean;
  /** What was said, without what it was said about. */
  readonly #said: string;

  constructor(code: 'ERR_CLIENT' | 'ERR_UNREACHABLE', message: string, parts: VsphereErrorParts = {}) {
    super(code, describe(message, parts), {
      ...(parts.cause === undefined ? {} : { cause: parts.cause }),
      ...(parts.hint === undefined ? {} : { hint: parts.hint }),
    });
    this.fault = parts.fault;
    this.faultType = parts.faultType;
    this.method = parts.method;
    this.object = parts.object;
    this.opId = parts.opId;
    this.retryable = parts.retryable ?? (parts.faultType !== undefined && PASSING.has(parts.faultType));
    this.maybeDone = parts.maybeDone ?? false;
    this.timedOut = parts.timedOut ?? false;
    this.#said = message;
  }

  /** The same error, with more known about it. */
  with(parts: VsphereErrorParts): VsphereError {
    const { fault, faultType, method, object, opId, retryable, maybeDone, timedOut, cause, hint } = this;
    const known = { fault, faultType, method, object, opId, retryable, maybeDone, timedOut, cause, hint };
    return new VsphereError(this.code as 'ERR_CLIENT' | 'ERR_UNREACHABLE', this.#said, { ...known, ...parts });
  }
}

/** Whether `error` is a {@link VsphereError}; with `faultType`, one of exactly that fault. */
export function isVsphereError(error: unknown, faultType?: string): error is VsphereError {
  return error instanceof VsphereError && (faultType === undefined || error.faultType === faultType);
}

function describe(message: string, { method, object, faultType, opId }: VsphereErrorParts): string {
  const where = method === undefined ? '' : `${method}${object ? ` on ${object.type} ${object.value}` : ''}: `;
  const what = faultType === undefined || message.startsWith(faultType) ? message : `${faultType}: ${message}`;
  return `${where}${what}${opId === undefined ? '' : ` (opID ${opId})`}`;
}
