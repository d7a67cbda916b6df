/**
 * What a guest is used for, as far as it shows in its demand: how busy it is at rest, at the height of its day, and how
 * often it has something special to do. Follows from the machine's identity alone. See docs/load.md for the formula.
 */
import { fractionAt, mix, wander } from './noise.ts';
import { DAY } from './tick.ts';

/** Shares of what the machine has, 0 to 1. */
export interface Want {
  readonly cpu: number;
  readonly memory: number;
}

interface Habit {
  /** Of all CPUs, at rest. */
  readonly rest: number;
  /** What the height of the day adds. */
  readonly day: number;
  /** Chance of a burst in each half hour. */
  readonly bursts: number;
}

/** A third of the guests of a data center do next to nothing, some work hard, the others are in between. */
function habitOf(seed: number): Habit {
  const kind = fractionAt(seed, 1);
  const within = fractionAt(seed, 2);
  if (kind < 0.35) return { rest: 0.008 + 0.02 * within, day: 0.01, bursts: 0.02 };
  if (kind < 0.8) return { rest: 0.03 + 0.08 * within, day: 0.05 + 0.12 * within, bursts: 0.1 };
  return { rest: 0.12 + 0.2 * within, day: 0.1 + 0.2 * within, bursts: 0.25 };
}

/** Half an hour: at most one burst in each. */
const WINDOW = 90;
/** A guest is done with its start after three minutes. */
const BOOT = 9;

/** What a guest wants at a tick, `age` ticks after its boot. */
export function want(seed: number, tick: number, age: number): Want {
  const habit = habitOf(seed);
  const day = habit.day * dayAt(seed, tick);
  const drift = 1 + 0.3 * wander(mix(seed, 3), tick, 45) + 0.15 * wander(mix(seed, 4), tick, 3);
  const cpu = (habit.rest + day) * drift + burst(seed, tick, habit.bursts) + start(age);
  const kept = 0.06 + 0.24 * fractionAt(seed, 5);
  const memory = kept * (1 + 0.2 * wander(mix(seed, 6), tick, 90)) + 0.5 * day + 0.1 * start(age);
  return { cpu: clamp(cpu), memory: clamp(memory) };
}

/** What a guest has touched of its memory since its boot and not given back: it grows, fast at first. */
export function touched(seed: number, age: number): number {
  const all = 0.45 + 0.5 * fractionAt(seed, 7);
  return clamp(all * (1 - 0.75 * Math.exp(-age / 540)));
}

/** 0 at night, 1 at the height of the working day. Each guest's day begins a little earlier or later. */
function dayAt(seed: number, tick: number): number {
  const shift = DAY * 0.12 * (fractionAt(seed, 8) - 0.5);
  return Math.max(0, Math.sin((2 * Math.PI * (tick + shift)) / DAY + Math.PI / 6));
}

/** At most one in a window: when, how long and how high are the window's dice. */
function burst(seed: number, tick: number, chance: number): number {
  const window = Math.floor(tick / WINDOW);
  const dice = mix(mix(seed, 9), window);
  if (fractionAt(dice, 1) >= chance) return 0;
  const length = 3 + Math.floor(30 * fractionAt(dice, 2));
  const from = window * WINDOW + Math.floor((WINDOW - length) * fractionAt(dice, 3));
  return tick >= from && tick < from + length ? 0.25 + 0.5 * fractionAt(dice, 4) : 0;
}

/** A guest that starts is busy, less and less. */
function start(age: number): number {
  return age >= 0 && age < BOOT ? 0.7 * (1 - age / BOOT) : 0;
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0.002, share));
}
