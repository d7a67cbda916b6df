/**
 * The one place where Storage DRS weighs datastores; docs/storage-drs.md works an example out by hand.
 *
 *     demand(d)      = used(d) + 0.25 * what its thin disks may still grow by
 *     after(d, n)    = (demand(d) + n) / capacity(d)
 *
 * where n is what comes to it: all of a thick disk, a quarter of a thin one, and what a machine's own files take. A
 * datastore that stays at or below the threshold is better than one that passes it; then the lowest `after` wins; equals
 * go by more hosts that reach it, then by more free bytes, then by id.
 */
import type { StorageDrsSpaceLoadBalanceConfig } from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import { type Datastore, freeSpace, isReached } from '../datastore.ts';

/** The share of what may still be written that counts as if it were: vCenter's PercentIdleMBInSpaceDemand. */
export const IDLE_SHARE = 0.25;

const GIB = 2 ** 30;

/** Bytes of a datastore as a plan leaves it: what comes to it less what goes. */
export type Shifts = ReadonlyMap<string, number>;

export const NO_SHIFTS: Shifts = new Map();

/** Bytes used. */
export function used(datastore: Cell<Datastore>, shifts: Shifts = NO_SHIFTS): number {
  return datastore.state.volume.capacity - freeSpace(datastore) + (shifts.get(datastore.id) ?? 0);
}

/** Bytes used, and a share of those that may come. */
export function demand(datastore: Cell<Datastore>, shifts: Shifts = NO_SHIFTS): number {
  return used(datastore, shifts) + IDLE_SHARE * datastore.sum('vmUncommitted');
}

/** The share of its capacity that is asked for once so many bytes come to it. */
export function utilization(datastore: Cell<Datastore>, comes = 0, shifts: Shifts = NO_SHIFTS): number {
  return (demand(datastore, shifts) + comes) / datastore.state.volume.capacity;
}

/** The share above which a datastore is too full: told as such, or by the bytes that must stay free. */
export function threshold(datastore: Cell<Datastore>, config: StorageDrsSpaceLoadBalanceConfig | undefined): number {
  if (config?.spaceThresholdMode === 'freeSpace') {
    const { capacity } = datastore.state.volume;
    return Math.max(0, 1 - ((config.freeSpaceThresholdGB ?? 50) * GIB) / capacity);
  }
  return (config?.spaceUtilizationThreshold ?? 80) / 100;
}

export interface Weighed {
  readonly datastore: Cell<Datastore>;
  readonly after: number;
  /** It stays at or below its threshold. */
  readonly comfortable: boolean;
}

/** Datastores with room for so many bytes, best first. */
export function weighed(
  datastores: readonly Cell<Datastore>[],
  bytes: number,
  config: StorageDrsSpaceLoadBalanceConfig | undefined,
  shifts: Shifts = NO_SHIFTS,
): Weighed[] {
  const fit = datastores.filter((d) => freeSpace(d) - (shifts.get(d.id) ?? 0) >= bytes);
  const list = fit.map((datastore) => {
    const after = utilization(datastore, bytes, shifts);
    return { datastore, after, comfortable: after <= threshold(datastore, config) };
  });
  return list.sort(
    (a, b) =>
      Number(b.comfortable) - Number(a.comfortable) ||
      a.after - b.after ||
      reach(b.datastore) - reach(a.datastore) ||
      freeSpace(b.datastore) - freeSpace(a.datastore) ||
      numberOf(a.datastore.id) - numberOf(b.datastore.id),
  );
}

function reach(datastore: Cell<Datastore>): number {
  return datastore.state.mounts.filter(isReached).length;
}

function numberOf(id: string): number {
  return Number(id.replace(/^\D+/, ''));
}
