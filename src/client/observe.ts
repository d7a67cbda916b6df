/** Whoever wants to see each call and its answer: a recorder, a log, a counter. */
import type { DataObject, Ref } from '../vim25/value.ts';

export interface ObservedCall {
  readonly self: Ref;
  readonly method: string;
  /** As they are sent: those of a login hold the password. */
  readonly params: DataObject;
  readonly opId: string;
}

export type ObservedOutcome = { readonly value: unknown } | { readonly error: unknown };

/** Told of each call as it is sent; what it returns is told how the call ended. */
export type Observer = (call: ObservedCall) => ((outcome: ObservedOutcome) => void) | undefined;

/** Does the work, and tells the observer of it. */
export async function observed<R extends { readonly value: unknown }>(
  observe: Observer | undefined,
  call: ObservedCall,
  work: () => Promise<R>,
): Promise<R> {
  const ended = observe?.(call);
  try {
    const reply = await work();
    ended?.({ value: reply.value });
    return reply;
  } catch (error) {
    ended?.({ error });
    throw error;
  }
}
