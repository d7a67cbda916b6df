/** Shares, reservations and limits of pools, and what a client may ask for. */
import type { ResourceAllocationInfo, ResourceConfigSpec, SharesInfo } from '../../vim25/generated/index.ts';
import { invalidArgument } from '../../world/fault.ts';

/** CPU in MHz, memory in MB; -1 is no limit. */
export interface Allocation {
  readonly reservation: number;
  readonly expandable: boolean;
  readonly limit: number;
  readonly shares: SharesInfo;
}

export interface Allocations {
  readonly cpu: Allocation;
  readonly memory: Allocation;
  /** `disabled` or `scaleCpuAndMemoryShares`. */
  readonly scaleDescendants?: string | undefined;
  /** Instant of the last change. */
  readonly changed: number;
}

/** Shares of a pool by level: a pool counts like a VM of four CPUs and 16 GB. */
const LEVELS = {
  cpu: { low: 2_000, normal: 4_000, high: 8_000 },
  memory: { low: 81_920, normal: 163_840, high: 327_680 },
};

export type Resource = 'cpu' | 'memory';

export function normalShares(of: Resource): SharesInfo {
  return Object.freeze({ shares: LEVELS[of].normal, level: 'normal' });
}

/** What a pool has when nothing is said: no reservation, no limit, normal shares. */
export function unreserved(of: Resource): Allocation {
  return Object.freeze({ reservation: 0, expandable: true, limit: -1, shares: normalShares(of) });
}

/** Puts what a spec says over what holds. Throws InvalidArgument naming the part. */
export function allocated(
  of: Resource,
  said: ResourceAllocationInfo | undefined,
  before: Allocation,
  path: string,
): Allocation {
  if (!said) return before;
  const reservation = said.reservation ?? before.reservation;
  const limit = said.limit ?? before.limit;
  if (reservation < 0) throw invalidArgument(`${path}.reservation`);
  if (limit < -1 || (limit !== -1 && limit < reservation)) throw invalidArgument(`${path}.limit`);
  return Object.freeze({
    reservation,
    expandable: said.expandableReservation ?? before.expandable,
    limit,
    shares: said.shares ? sharesOf(of, said.shares, path) : before.shares,
  });
}

function sharesOf(of: Resource, { level, shares }: SharesInfo, path: string): SharesInfo {
  if (level !== 'custom') return Object.freeze({ shares: LEVELS[of][level], level });
  if (shares < 0) throw invalidArgument(`${path}.shares.shares`);
  return Object.freeze({ shares, level });
}

export function allocationInfo({ reservation, expandable, limit, shares }: Allocation): ResourceAllocationInfo {
  return { reservation, expandableReservation: expandable, limit, shares };
}

/** Puts a whole spec over what holds. */
export function allocations(
  spec: ResourceConfigSpec | undefined,
  before: Allocations,
  now: number,
  path: string,
): Allocations {
  if (!spec) return before;
  return Object.freeze({
    cpu: allocated('cpu', spec.cpuAllocation, before.cpu, `${path}.cpuAllocation`),
    memory: allocated('memory', spec.memoryAllocation, before.memory, `${path}.memoryAllocation`),
    scaleDescendants: spec.scaleDescendantsShares ?? before.scaleDescendants,
    changed: now,
  });
}

export function freshAllocations(now: number): Allocations {
  return Object.freeze({ cpu: unreserved('cpu'), memory: unreserved('memory'), changed: now });
}
