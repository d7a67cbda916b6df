/**
 * The arithmetic of DRS, all of it: how good a host is for a machine, how uneven a cluster is, and what move is worth its
 * cost. docs/drs.md says the same in words, with an example worked out by hand that a test works out again.
 */

/** MHz of CPU, MB of memory. */
export interface Amount {
  readonly cpu: number;
  readonly memory: number;
}

/** Seconds from one look at a cluster to the next. */
export const PERIOD = 300;

/** Of memory that lies behind a guest and is not in use, the share that counts as needed: `PercentIdleMBInMemDemand`. */
export const IDLE_NEEDED = 25;

/**
 * The share of a host that stays free once it runs what it runs and the machine too: of CPU or of memory, whichever is
 * less; in whole hundredths, so that what hardly differs is equal.
 */
export function freeShare(capacity: Amount, taken: Amount, asked: Amount): number {
  const cpu = 1 - (taken.cpu + asked.cpu) / capacity.cpu;
  const memory = 1 - (taken.memory + asked.memory) / capacity.memory;
  return Math.round(100 * Math.min(cpu, memory)) / 100;
}

/** A machine that stands on one host starts on another only where that leaves so much more free. */
export const WORTH_MOVING = 0.05;

/** MB a running machine needs: what its guest uses, a part of what lies idle behind it, and the hypervisor's own. */
export function memoryNeeded(active: number, consumed: number, overhead: number, idlePercent: number): number {
  return active + (Math.max(0, consumed - active) * idlePercent) / 100 + overhead;
}

/** A host's load: what its machines want of what it has, of CPU or of memory, whichever is more. */
export function loadShare(capacity: Amount, wanted: Amount): number {
  return Math.max(wanted.cpu / capacity.cpu, wanted.memory / capacity.memory);
}

/** How uneven the loads of hosts are: their standard deviation. */
export function imbalance(shares: readonly number[]): number {
  const sum = shares.reduce((total, share) => total + share, 0);
  return deviation(
    shares.length,
    sum,
    shares.reduce((total, share) => total + share * share, 0),
  );
}

/** The same from the sum of so many loads and the sum of their squares. */
export function deviation(hosts: number, sum: number, squares: number): number {
  return hosts === 0 ? 0 : Math.sqrt(Math.max(0, squares / hosts - (sum / hosts) ** 2));
}

/** Of what rules and maintenance demand. */
export const MANDATORY = 5;

/**
 * How much a cluster so uneven calls for moves: 1, hardly, to 4. VMware's own rule: priority is 6 - ceil(s / 0.1 x sqrt(n)),
 * and the rating of the API is 6 less that.
 */
export function balanceRating(deviation: number, hosts: number): number {
  const steps = Math.ceil(Math.round(1e6 * 10 * deviation * Math.sqrt(hosts)) / 1e6);
  return Math.min(MANDATORY - 1, Math.max(0, steps));
}

/**
 * The deviation that is left alone at a `vmotionRate`: recommendations rated below it are not made. Undefined where
 * nothing is moved for balance at all.
 */
export function toleratedImbalance(vmotionRate: number, hosts: number): number | undefined {
  if (vmotionRate >= MANDATORY || hosts === 0) return undefined;
  return (vmotionRate - 1) / (10 * Math.sqrt(hosts));
}

/** What a move costs, in shares of a host: something for any, and more for the memory that is copied. */
export function moveCost(consumedMB: number): number {
  return 0.01 + (0.001 * consumedMB) / 1024;
}

/** What a move gains: by how much the cluster comes to be more even, times its hosts, as a move concerns but two of them. */
export function moveGain(hosts: number, before: number, after: number): number {
  return hosts * (before - after);
}

/** 1 to 5: how good a host is beside the best one. */
export function hostRating(score: number, best: number): number {
  return Math.max(1, MANDATORY - Math.floor((best - score) * 10));
}
