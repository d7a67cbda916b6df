/** Machines that a mandatory rule keeps together leave a host together: where the first goes there must be room for all. */
import type { Cell } from '../../../world/cell.ts';
import { cpuReservation, memoryReservation } from '../../machine/config/allocation.ts';
import type { Machine } from '../../machine/machine.ts';
import { demandOf } from '../../machine/power/demand.ts';
import type { Cluster } from '../cluster/cluster-config.ts';
import type { Demand } from './fit.ts';
import { tiesOf, type Whereabouts } from './rules.ts';

/** What a machine that leaves its host asks of another, with what must come after it. */
export function leavingDemand(cluster: Cell<Cluster>, vm: Cell<Machine>, where: Whereabouts): Demand {
  const demand = demandOf(vm.state, vm.id);
  let { cpu, memory } = demand;
  for (const { state } of followers(cluster, vm, where)) {
    cpu += cpuReservation(state.config);
    memory += memoryReservation(state.config);
  }
  return { ...demand, cpu, memory };
}

/** Running machines that have to be with it, and have no place yet either. */
function followers(cluster: Cell<Cluster>, vm: Cell<Machine>, where: Whereabouts): Cell<Machine>[] {
  if (vm.countBack('ruledBy') === 0) return [];
  const held = tiesOf(cluster).filter(({ sort, mandatory }) => mandatory && sort === 'together');
  const ids = new Set(held.flatMap(({ vms }) => (vms.includes(vm.id) ? vms : [])));
  return [...ids].flatMap((id) => {
    const other = cluster.world.find(id) as Cell<Machine> | undefined;
    const waits = id !== vm.id && other?.state.power?.state === 'poweredOn' && where(id) === undefined;
    return waits ? [other] : [];
  });
}
