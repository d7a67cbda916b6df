/** Trying again what passes by itself, and starting a task once though the answer to the call was lost. */
import { randomUUID } from 'node:crypto';
import { type CallArguments, type Client, isVsphereError, type MethodName, type Ref } from '../client/index.ts';
import type { Surroundings } from './surroundings.ts';

const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 10_000;

/** On the client's clock. Throws the signal's reason as soon as that is aborted. */
function pause({ clock }: Surroundings['options'], length: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const over = () => {
      signal?.removeEventListener('abort', stop);
      resolve();
    };
    const timer = clock ? clock.after(length, over) : setTimeout(over, length);
    const stop = () => {
      if ('cancel' in timer) timer.cancel();
      else clearTimeout(timer);
      reject(signal!.reason);
    };
    signal?.addEventListener('abort', stop, { once: true });
  });
}

/** A signal that is aborted once so many milliseconds have passed. */
export function patience({ clock }: Surroundings['options'], length: number): AbortSignal {
  if (!clock) return AbortSignal.timeout(length);
  const ending = new AbortController();
  clock.after(length, () => ending.abort(new DOMException('it took too long', 'TimeoutError')), { background: true });
  return ending.signal;
}

/** Whether the same may succeed later without anybody changing anything. */
export function passes(error: unknown): boolean {
  return isVsphereError(error) && error.retryable;
}

/** Whether no answer came, of whatever would have been answered. */
export function isLost(error: unknown): boolean {
  return passes(error) && isVsphereError(error) && error.faultType === undefined;
}

/** Does something that may be done twice, again and again while what stops it is `passing`; longer pauses each time. */
export async function persist<T>(
  { options }: Surroundings,
  attempt: () => Promise<T>,
  signal?: AbortSignal,
  passing: (error: unknown) => boolean = passes,
): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      if (signal?.aborted || tries >= options.apiRetryCount || !passing(error)) throw error;
    }
    await pause(options, Math.min(FIRST_PAUSE * 2 ** (tries - 1), LONGEST_PAUSE), signal);
  }
}

/**
 * Starts a task. After an answer that never came the server is asked for a task of the call's opID before the call is
 * made once more, so that nothing is done twice.
 */
export function startTask<T extends string, M extends MethodName<T>>(
  surroundings: Surroundings,
  self: Ref<T>,
  method: M,
  params: NonNullable<CallArguments<T, M>[0]>,
): Promise<Ref<'Task'>> {
  const { client } = surroundings;
  const opId = `simsphere-driver-${randomUUID()}`;
  let asked = false;
  return persist(surroundings, async () => {
    const known = asked ? await taskOf(client, opId) : undefined;
    if (known) return known;
    asked = true;
    const started = client.call(self, method, ...([params, { opId }] as unknown as CallArguments<T, M>));
    return (await started) as unknown as Ref<'Task'>;
  });
}

/** The task that a call of an opID has started, where there is one. */
export async function taskOf(client: Client, opId: string): Promise<Ref<'Task'> | undefined> {
  const { taskManager } = client.content;
  if (!taskManager) return undefined;
  const collector = await client.call(taskManager, 'CreateCollectorForTasks', { filter: { activationId: [opId] } });
  try {
    const tasks = await client.call(collector, 'ReadNextTasks', { maxCount: 10 });
    // A server that knows no such filter gives tasks of others too.
    return tasks?.find(({ activationId }) => activationId === opId)?.task;
  } finally {
    // It goes with the session at the latest.
    await client.call(collector, 'DestroyCollector').catch(() => {});
  }
}
