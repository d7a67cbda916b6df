/** Waits for SIGINT or SIGTERM; resolves to the exit code a shell expects of either. */
export function stopSignal(): Promise<number> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve(130));
    process.once('SIGTERM', () => resolve(143));
  });
}
