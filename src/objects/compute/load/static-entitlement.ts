/** What machines would get if every one wanted all it may have: the worst that can come to them. */
import type { Cell } from '../../../world/cell.ts';
import type { Machine } from '../../machine/machine.ts';
import { utmost } from './divider.ts';
import { ENOUGH, got } from './division.ts';
import type { Load } from './host-load.ts';
import { type HostFacts, ledgerOf } from './ledger.ts';
import { withBelow } from './pool-load.ts';
import { claimOf } from './use.ts';

const NOTHING: Load = Object.freeze({ cpu: 0, memory: 0 });

/** Of one machine: MHz, and MB without overhead. */
export function machineEntitlement(vm: Cell<Machine>): Load {
  const host = vm.one<HostFacts>('host')?.state;
  const load = utmost(vm.state, host, vm.world.tick);
  if (load.overhead === 0) return NOTHING;
  const { cpu, memory } = ledgerOf(vm.world).divider.busiest(host?.parent);
  const pool = vm.state.place.pool ?? '';
  return {
    cpu: Math.floor(got(claimOf('cpu', vm.state, load), cpu.pools.get(pool) ?? ENOUGH)),
    memory: Math.floor(got(claimOf('memory', vm.state, load), memory.pools.get(pool) ?? ENOUGH)) - load.overhead,
  };
}

/** Of a pool, with those below it. */
export function staticEntitlement(pool: Cell<object>): Load {
  let cpu = 0;
  let memory = 0;
  for (const vms of withBelow(pool, (one) => one.back<Machine>('vm'))) {
    for (const vm of vms) {
      const part = machineEntitlement(vm);
      cpu += part.cpu;
      memory += part.memory;
    }
  }
  return { cpu, memory };
}
