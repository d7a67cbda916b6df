/**
 * Channels of `node:diagnostics_channel` on which each Simulator of the process is told of: once it accepts calls, and
 * when it has answered its last. Whoever wants to hear all that any of them is asked listens to its `journal`.
 */
export const STARTED = 'simsphere:started';
export const CLOSING = 'simsphere:closing';
