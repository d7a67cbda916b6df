/** What a guest reads, writes, sends and receives: it follows from how busy it is, and from what it is used for. */
import { fractionAt, mix, wander } from './noise.ts';

/** KB a second, requests or packets a second, and milliseconds. */
export interface Io {
  readonly read: number;
  readonly write: number;
  readonly reads: number;
  readonly writes: number;
  readonly received: number;
  readonly sent: number;
  readonly packetsIn: number;
  readonly packetsOut: number;
}

export const NO_IO: Io = Object.freeze({
  read: 0,
  write: 0,
  reads: 0,
  writes: 0,
  received: 0,
  sent: 0,
  packetsIn: 0,
  packetsOut: 0,
});

/** Of a guest that keeps that share of its CPUs busy. */
export function guestIo(seed: number, tick: number, share: number): Io {
  const drift = 1 + 0.4 * wander(mix(seed, 21), tick, 6);
  const disk = drift * (4 + 2_400 * fractionAt(seed, 22) ** 2 * (0.1 + share));
  const reading = 0.2 + 0.5 * fractionAt(seed, 23);
  const net = (1 + 0.4 * wander(mix(seed, 24), tick, 4)) * (2 + 1_800 * fractionAt(seed, 25) ** 2 * (0.1 + share));
  const receiving = 0.3 + 0.4 * fractionAt(seed, 26);
  const block = 8 + 24 * fractionAt(seed, 27);
  return {
    read: disk * reading,
    write: disk * (1 - reading),
    reads: (disk * reading) / block,
    writes: (disk * (1 - reading)) / block,
    received: net * receiving,
    sent: net * (1 - receiving),
    packetsIn: net * receiving * 1.4,
    packetsOut: net * (1 - receiving) * 1.2,
  };
}

/** A part of it: of what goes over disks, and of what goes over cards. */
export function scaled(io: Io, disk: number, net: number): Io {
  return {
    read: io.read * disk,
    write: io.write * disk,
    reads: io.reads * disk,
    writes: io.writes * disk,
    received: io.received * net,
    sent: io.sent * net,
    packetsIn: io.packetsIn * net,
    packetsOut: io.packetsOut * net,
  };
}

export function ioTogether(parts: Iterable<Io>): Io {
  const sum: { -readonly [K in keyof Io]: number } = { ...NO_IO };
  for (const io of parts) for (const key of KEYS) sum[key] += io[key];
  return sum;
}

const KEYS = Object.keys(NO_IO) as (keyof Io)[];

/** How the parts of something share it: parts of a whole that change a little from tick to tick. */
export function shares(seed: number, tick: number, count: number): number[] {
  const weights = Array.from({ length: count }, (_, i) => 1 + 0.4 * wander(mix(seed, 40 + i), tick, 3));
  const all = weights.reduce((sum, w) => sum + w, 0);
  return weights.map((w) => w / all);
}
