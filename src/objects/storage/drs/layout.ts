/** Where parts go: every way worth proposing, best first. */
import type { StorageDrsSpaceLoadBalanceConfig } from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import type { Datastore } from '../datastore.ts';
import type { Part } from './parts.ts';
import { NO_SHIFTS, type Shifts, weighed } from './score.ts';

export interface Placed {
  readonly part: Part;
  readonly datastore: Cell<Datastore>;
}

export type Layout = readonly Placed[];

export interface Wish {
  readonly parts: readonly Part[];
  readonly candidates: readonly Cell<Datastore>[];
  /** Sets of disks that must be on datastores of their own. */
  readonly apart: readonly (readonly number[])[];
  readonly config: StorageDrsSpaceLoadBalanceConfig | undefined;
  readonly shifts?: Shifts | undefined;
}

/**
 * The largest part takes each datastore it fits on in turn, best first; the others then follow, each to the best that is
 * left for it. None where some part fits nowhere.
 */
export function layouts(wish: Wish): Layout[] {
  const parts = [...wish.parts].sort((a, b) => b.bytes - a.bytes);
  const [first, ...others] = parts;
  if (!first) return [];
  const shifts = wish.shifts ?? NO_SHIFTS;
  const choices = weighed(wish.candidates, first.bytes, wish.config, shifts);
  return choices.flatMap(({ datastore }) => {
    const layout = others.reduce<Layout | undefined>(
      (done, part) => done && follow(wish, done, part),
      [{ part: first, datastore }],
    );
    return layout ? [layout] : [];
  });
}

function follow(wish: Wish, done: Layout, part: Part): Layout | undefined {
  const shifts = new Map(wish.shifts ?? NO_SHIFTS);
  for (const { part: p, datastore } of done) shifts.set(datastore.id, (shifts.get(datastore.id) ?? 0) + p.bytes);
  const taken = new Set(done.flatMap((p) => (conflict(wish.apart, p.part, part) ? [p.datastore] : [])));
  const free = wish.candidates.filter((d) => !taken.has(d));
  const [best] = weighed(free, part.bytes, wish.config, shifts);
  return best && [...done, { part, datastore: best.datastore }];
}

function conflict(apart: Wish['apart'], a: Part, b: Part): boolean {
  return apart.some((set) => a.disks.some((key) => set.includes(key)) && b.disks.some((key) => set.includes(key)));
}
