/** The load model's step. */

/** Seconds of clock from one tick to the next: the interval of a realtime sample. */
export const TICK = 20;
/** Ticks of a day. */
export const DAY = 86_400 / TICK;
