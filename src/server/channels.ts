/**
 * Channels of `node:diagnostics_channel` on which each Simulator of the process is told of: once it accepts calls, and
 * when it has answered its last. Whoever wants to hear all that any of them is asked listens to its `journal`.
 *
 * They are held here: Node forgets a channel that nobody holds, and who subscribes to it just then is forgotten with it.
 */
import { type Channel, channel } from 'node:diagnostics_channel';

export const STARTED: Channel = channel('simsphere:started');
export const CLOSING: Channel = channel('simsphere:closing');
