/** Leases, none of which is left open because its answer was lost: it would hold its machine until it runs out. */
import { randomUUID } from 'node:crypto';
import type { Lease, Ref } from '../client/index.ts';
import { passes, persist, taskOf } from './steady.ts';
import type { Surroundings } from './surroundings.ts';

/** Longest wait for a lease that was given up to end, in milliseconds. */
const PATIENCE = 30_000;

/** Asks for a lease and waits until it is ready. */
export function openLease(
  surroundings: Surroundings,
  ask: (options: { readonly opId: string }) => Promise<Ref<'HttpNfcLease'>>,
  signal: AbortSignal | undefined,
): Promise<Lease> {
  const { client, options } = surroundings;
  return persist(
    surroundings,
    async () => {
      const opId = `simsphere-driver-${randomUUID()}`;
      try {
        return await client.lease(await ask({ opId }), { signal, stallTimeout: options.taskStallTimeout });
      } catch (error) {
        if (passes(error)) await close(surroundings, opId);
        throw error;
      }
    },
    signal,
  );
}

/** A lease lives as long as its task. */
async function close({ client }: Surroundings, opId: string): Promise<void> {
  try {
    const task = await taskOf(client, opId);
    if (!task) return;
    await client.call(task, 'CancelTask').catch(() => {});
    await client.waitForTask(task, { signal: AbortSignal.timeout(PATIENCE) });
  } catch {
    // It has ended, as it was told to, or runs out by itself.
  }
}
