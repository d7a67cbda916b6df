/** Taking back what failed half-way. */
import { SimError } from '../kernel/errors.ts';
import { isLost, persist } from './steady.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * Takes work back that failed and throws why it failed. Whatever signal ended the work does not end this. Where it cannot
 * be taken back the error says so, with both reasons as its cause.
 */
export async function undo(
  surroundings: Surroundings,
  what: string,
  reason: unknown,
  back: () => Promise<void>,
): Promise<never> {
  try {
    // A task that meets another's is started anew as it is; here only the way there is tried again.
    await persist(surroundings, back, undefined, isLost);
  } catch (error) {
    const [why, whyNot] = [reason, error].map((e) => (e instanceof Error ? e.message : String(e)));
    throw new SimError('ERR_CLIENT', `${what} failed (${why}) and could not be taken back: ${whyNot}`, {
      cause: new AggregateError([reason, error]),
      hint: 'ask for it again once the server is well',
    });
  }
  throw reason;
}
