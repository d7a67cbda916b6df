/** What the machines of a pool use, those of the pools below it included. */
import type { Cell } from '../../../world/cell.ts';
import { ledgerOf } from './ledger.ts';
import { together, type Use } from './use.ts';

/** What a property that shows a pool's load has to declare: any machine of the compute resource may stand below it. */
export const READS_POOL_LOAD = [
  '@tick',
  'resourcePool',
  'owner.pools.parent',
  'owner.pools.+poolMemoryConfigured',
  'owner.pools.vm',
  'owner.pools.vm.power',
  'owner.pools.vm.starts',
  'owner.pools.vm.config',
  'owner.pools.vm.identity',
  'owner.pools.vm.devices',
  'owner.pools.vm.place',
  'owner.pools.vm.guest',
  'owner.pools.vm.load',
  'owner.pools.vm.outside',
  'owner.host.profile',
  'owner.host.runtime',
] as const;

export function poolUse(pool: Cell<object>): Use {
  const ledger = ledgerOf(pool.world);
  return together(withBelow(pool, (one) => ledger.sumOf(one as unknown as Cell)));
}

/** The same at a tick gone by. */
export function poolUseAt(pool: Cell<object>, tick: number): Use {
  const ledger = ledgerOf(pool.world);
  return together(withBelow(pool, (one) => ledger.sumAt(one as unknown as Cell, tick)));
}

/** What is had of a pool and of each below it. */
export function* withBelow<T>(pool: Cell<object>, of: (pool: Cell<object>) => T): Generator<T> {
  yield of(pool);
  for (const child of pool.back<object>('resourcePool')) yield* withBelow(child, of);
}
