/** Placements that were recommended and may yet be applied: what was asked for, and where it would go. */
import type { ClusterRecommendation, StoragePlacementSpec } from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import { defineKind, type KindSpec } from '../../../world/kind.ts';
import type { World } from '../../../world/world.ts';

export interface Placement {
  readonly asked: {
    readonly spec: StoragePlacementSpec;
    readonly recommendation: ClusterRecommendation;
    /** Keys of all that answer the same request: one of them is applied. */
    readonly together: readonly string[];
    /** Instant on the clock until which it holds. */
    readonly until: number;
  };
}

/** No managed object of the API: no reference to it ever leaves. */
export const placementKind: KindSpec<Placement> = defineKind<Placement>({ type: 'StoragePlacement' });

function idOf(key: string): string {
  return `storage-placement-${key}`;
}

/** A placement that is kept, whether it still holds or not. */
export function keptPlacement(world: World, key: string): Cell<Placement> | undefined {
  return world.as(placementKind, idOf(key));
}

export function placementOf(world: World, key: string, now: number): Cell<Placement> | undefined {
  const placement = keptPlacement(world, key);
  return placement && placement.state.asked.until > now ? placement : undefined;
}

/** Keeps the answers to a request, and forgets those whose time is over. Inside a turn. */
export function keepPlacements(
  world: World,
  spec: StoragePlacementSpec,
  recommendations: readonly ClusterRecommendation[],
  now: number,
): void {
  for (const old of [...world.every(placementKind)]) if (old.state.asked.until <= now) world.destroy(old);
  const until = now + (spec.resourceLeaseDurationSec ?? LEASE) * 1000;
  const together = recommendations.map((r) => r.key);
  for (const recommendation of recommendations) {
    world.create(
      placementKind,
      { asked: Object.freeze({ spec, recommendation, together, until }) },
      idOf(recommendation.key),
    );
  }
}

/** Seconds for which a placement may be applied, where the request did not say. */
const LEASE = 3_600;

/** One of them was taken, or nobody wants it: all that answer the same request go. Inside a turn. */
export function dropPlacement(world: World, placement: Cell<Placement>): void {
  for (const key of placement.state.asked.together) {
    const sibling = world.as(placementKind, idOf(key));
    if (sibling) world.destroy(sibling);
  }
}
