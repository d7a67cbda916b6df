/** Real time, for measuring only: nothing that the simulator does may depend on it. */

/** Milliseconds since some instant, with a fraction. */
export function realMilliseconds(): number {
  return performance.now();
}
