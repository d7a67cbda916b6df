/**
 * How what there is becomes what each one gets. One formula for CPU and memory, pools, hosts and machines; docs/load.md
 * tells it in words.
 *
 * Each claim has a floor, what it is promised of what it wants: min(reservation, want); and a ceiling, what it can use:
 * min(limit, want). Between the two it gets its shares times a level that is the same for all:
 *
 *     get = max(floor, min(ceiling, level * shares))
 *
 * The level is the highest at which all together get no more than there is. When everybody can have its ceiling, there is
 * no level. When not even the floors fit, each gets the same part of its floor.
 */

export interface Claim {
  readonly want: number;
  readonly reservation: number;
  /** Below 0 is none. */
  readonly limit: number;
  readonly shares: number;
}

export interface Level {
  /** What one share is worth; infinite when there is enough for all. */
  readonly share: number;
  /** Part of its floor that everybody gets: 1 unless more is promised than there is. */
  readonly floor: number;
}

export const ENOUGH: Level = Object.freeze({ share: Number.POSITIVE_INFINITY, floor: 1 });

export function ceilingOf({ want, limit }: Claim): number {
  return limit < 0 ? want : Math.min(want, limit);
}

export function floorOf(claim: Claim): number {
  return Math.min(claim.reservation, ceilingOf(claim));
}

/** What a claim gets at a level. */
export function got(claim: Claim, level: Level): number {
  const ceiling = ceilingOf(claim);
  if (level.share === Number.POSITIVE_INFINITY) return ceiling;
  return Math.max(level.floor * floorOf(claim), Math.min(ceiling, level.share * claim.shares));
}

/** The level at which claims divide what there is. */
export function divide(there: number, claims: readonly Claim[]): Level {
  const floors = sum(claims, floorOf);
  if (sum(claims, ceilingOf) <= there) return ENOUGH;
  if (floors >= there) return { share: 0, floor: floors > 0 ? Math.max(0, there) / floors : 1 };
  let low = 0;
  let high = claims.reduce((most, c) => Math.max(most, ceilingOf(c) / Math.max(c.shares, 1e-9)), 0);
  for (let i = 0; i < HALVINGS; i++) {
    const share = (low + high) / 2;
    if (sum(claims, (c) => got(c, { share, floor: 1 })) <= there) low = share;
    else high = share;
  }
  return { share: low, floor: 1 };
}

/** Brings a level to within a millionth of what it can be. */
const HALVINGS = 40;

function sum(claims: readonly Claim[], of: (claim: Claim) => number): number {
  let total = 0;
  for (const claim of claims) total += of(claim);
  return total;
}
