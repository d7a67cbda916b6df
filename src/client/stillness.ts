/** How long a task, or a lease in the making, may stand still: the same state, and not a percent more. */
import type { Ref } from '../vim25/value.ts';
import type { ClientClock } from './clock.ts';
import { VsphereError } from './vsphere-error.ts';

/** No alarm can be set for longer. */
const LONGEST = 0x7fffffff;

/** Watches over one wait; `signal` is aborted when nothing new was told for too long, or with the signal it was given. */
export class Stillness {
  readonly #ending = new AbortController();
  readonly #given: AbortSignal | undefined;
  readonly #clock: ClientClock;
  readonly #limit: number;
  readonly #object: Ref;
  /** What was told last, by path. */
  readonly #told = new Map<string, unknown>();
  #moved: number;
  #alarm: { cancel(): void } | undefined;

  constructor(clock: ClientClock, limit: number, object: Ref, signal: AbortSignal | undefined) {
    this.#clock = clock;
    this.#limit = limit;
    this.#object = object;
    this.#moved = clock.now();
    this.#given = signal;
    // Not AbortSignal.any: what it makes stays with the signal it was made of.
    if (signal?.aborted) this.#stop();
    signal?.addEventListener('abort', this.#stop, { once: true });
    this.#arm(limit);
  }

  get signal(): AbortSignal {
    return this.#ending.signal;
  }

  /** A state or a percentage as the server tells it; the same again is nothing new. */
  note(path: string, value: unknown): void {
    if (this.#told.get(path) === value) return;
    this.#told.set(path, value);
    this.#moved = this.#clock.now();
  }

  over(): void {
    this.#alarm?.cancel();
    this.#given?.removeEventListener('abort', this.#stop);
  }

  readonly #stop = (): void => this.#ending.abort(this.#given?.reason);

  #arm(left: number): void {
    this.#alarm = this.#clock.after(Math.min(left, LONGEST), () => this.#look());
  }

  #look(): void {
    const left = this.#moved + this.#limit - this.#clock.now();
    if (left > 0) this.#arm(left);
    else this.#ending.abort(stoodStill(this.#object, this.#limit));
  }
}

function stoodStill(object: Ref, limit: number): VsphereError {
  const what = object.type === 'Task' ? 'task' : 'lease';
  return new VsphereError('ERR_CLIENT', `the ${what} has stood still for ${limit} ms`, {
    object,
    timedOut: true,
    hint: 'it may go on all the same: cancel it, or wait for it longer',
  });
}

/** Whether a wait was ended because the task, or the lease, stood still. */
export function isStandstill(error: unknown): error is VsphereError {
  return error instanceof VsphereError && error.timedOut && error.code === 'ERR_CLIENT';
}
