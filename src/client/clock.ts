/** The client's time: what a test puts another clock in the place of. */

export interface ClientClock {
  /** Milliseconds that never go back. */
  now(): number;
  /** Calls `run` once so many milliseconds have passed. What is done in the background keeps no process alive. */
  after(duration: number, run: () => void, options?: { readonly background?: boolean }): { cancel(): void };
}

/** The machine's own. */
export const realClock: ClientClock = {
  now: () => performance.now(),
  after(duration, run, { background = false } = {}) {
    const timer = setTimeout(run, duration);
    if (background) timer.unref();
    return { cancel: () => clearTimeout(timer) };
  },
};

/** Resolves after a while; rejects with the signal's reason as soon as that is aborted. */
export function sleep(clock: ClientClock, duration: number, signal?: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason);
      return;
    }
    const alarm = clock.after(duration, () => {
      signal?.removeEventListener('abort', stop);
      resolve();
    });
    const stop = (): void => {
      alarm.cancel();
      reject(signal!.reason);
    };
    signal?.addEventListener('abort', stop, { once: true });
  });
}

/** Waits for what others wait for too: only this waiting ends with the signal. */
export function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
