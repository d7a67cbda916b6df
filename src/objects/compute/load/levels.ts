/**
 * The division of one tick: at which level each pool of a compute resource divides among its children, and each host
 * among its machines. Pools divide the capacity of all hosts from the root down; a host then divides its own among the
 * machines on it, each with the shares that its place among the pools makes of its own.
 */
import type { Allocation } from '../allocation.ts';
import { type Claim, ceilingOf, divide, ENOUGH, floorOf, got, type Level } from './division.ts';

export type Resource = 'cpu' | 'memory';

/** A machine's claim, and where it stands. */
export interface MachineClaim {
  readonly claim: Claim;
  readonly pool: string | undefined;
  readonly host: string;
}

export interface PoolNode {
  readonly id: string;
  readonly allocation: Allocation;
  readonly children: readonly PoolNode[];
}

/** Levels by id of pool and of host; one that is not there has enough for all. */
export interface Levels {
  readonly pools: ReadonlyMap<string, Level>;
  readonly hosts: ReadonlyMap<string, Level>;
  /** What a share of a machine is worth on its host, by id of pool. */
  readonly worth: ReadonlyMap<string, number>;
}

const NONE: ReadonlyMap<string, never> = new Map<string, never>();
export const PLENTY: Levels = Object.freeze({ pools: NONE, hosts: NONE, worth: NONE });

/** What a machine gets: no more than its pool, nor than its host has for it. */
export function entitled({ claim, pool, host }: MachineClaim, levels: Levels): number {
  const byPool = got(claim, levels.pools.get(pool ?? '') ?? ENOUGH);
  const level = levels.hosts.get(host);
  return level ? got(onHost(claim, byPool, levels.worth.get(pool ?? '') ?? 1), level) : byPool;
}

/** What a machine that got so much of its pool claims of its host. */
function onHost(claim: Claim, byPool: number, worth: number): Claim {
  return { want: byPool, reservation: claim.reservation, limit: -1, shares: claim.shares * worth };
}

/** The levels at which machines divide what hosts have, by id of host. */
export function levelsOf(
  root: PoolNode | undefined,
  machines: readonly MachineClaim[],
  hosts: ReadonlyMap<string, number>,
): Levels {
  const pools = new Map<string, Level>();
  const worth = new Map<string, number>();
  let there = 0;
  for (const capacity of hosts.values()) there += capacity;
  if (root)
    dividePool(
      gather(
        root,
        byPlace(machines, (m) => m.pool),
      ),
      there,
      1,
      pools,
      worth,
    );
  const levels: Levels = { pools, hosts: new Map(), worth };
  const onHosts = byPlace(machines, (m) => m.host);
  for (const [host, capacity] of hosts) {
    const claims = (onHosts.get(host) ?? []).map((m) =>
      onHost(m.claim, got(m.claim, pools.get(m.pool ?? '') ?? ENOUGH), worth.get(m.pool ?? '') ?? 1),
    );
    const level = divide(capacity, claims);
    if (level !== ENOUGH) (levels.hosts as Map<string, Level>).set(host, level);
  }
  return pools.size === 0 && levels.hosts.size === 0 ? PLENTY : levels;
}

/** A pool with the claims in it: what it wants is what its children can use, what it is promised what they are. */
interface Gathered {
  readonly id: string;
  readonly claim: Claim;
  readonly machines: readonly Claim[];
  readonly children: readonly Gathered[];
}

function gather(node: PoolNode, machines: ReadonlyMap<string, readonly MachineClaim[]>): Gathered {
  const children = node.children.map((child) => gather(child, machines));
  const own = (machines.get(node.id) ?? []).map((m) => m.claim);
  const claims = [...own, ...children.map((c) => c.claim)];
  const want = claims.reduce((sum, c) => sum + ceilingOf(c), 0);
  const promised = claims.reduce((sum, c) => sum + floorOf(c), 0);
  const { reservation, limit, shares } = node.allocation;
  const claim = { want, reservation: Math.max(reservation, promised), limit, shares: shares.shares };
  return { id: node.id, claim, machines: own, children };
}

function dividePool(
  { id, machines, children }: Gathered,
  there: number,
  worthOfAll: number,
  pools: Map<string, Level>,
  worth: Map<string, number>,
): void {
  const claims = [...machines, ...children.map((c) => c.claim)];
  const level = divide(there, claims);
  const each =
    worthOfAll /
    Math.max(
      1,
      claims.reduce((sum, c) => sum + c.shares, 0),
    );
  worth.set(id, each);
  if (level !== ENOUGH) pools.set(id, level);
  for (const child of children) dividePool(child, got(child.claim, level), each * child.claim.shares, pools, worth);
}

function byPlace(
  machines: readonly MachineClaim[],
  place: (machine: MachineClaim) => string | undefined,
): Map<string, MachineClaim[]> {
  const found = new Map<string, MachineClaim[]>();
  for (const machine of machines) {
    const at = place(machine);
    if (at === undefined) continue;
    const list = found.get(at);
    if (list) list.push(machine);
    else found.set(at, [machine]);
  }
  return found;
}
