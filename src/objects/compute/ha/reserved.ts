/** What machines are promised and what hosts have for it: the figures of admission control. */
import type { Cell } from '../../../world/cell.ts';
import { cpuReservation, LEAST_CPU, memoryReservation } from '../../machine/config/allocation.ts';
import type { Machine } from '../../machine/machine.ts';
import type { Cluster } from '../cluster/cluster-config.ts';
import { type Host, isEffective } from '../host/host.ts';
import { usableCpu, usableMemory } from '../host/host-profile.ts';

/** CPU in MHz, memory in bytes with overhead. */
export interface Reserved {
  readonly cpu: number;
  readonly memory: number;
}

export function counted({ cpu, memory }: Reserved): Reserved {
  return { cpu: Math.max(cpu, LEAST_CPU), memory };
}

/** The machines of a cluster that run, those on hosts that are gone included: they are to run again. */
export function* runningIn(cluster: Cell<Cluster>): Generator<Cell<Machine>> {
  for (const host of cluster.back<Host>('host')) {
    for (const vm of host.back<Machine>('vm')) if (vm.state.power.state === 'poweredOn') yield vm;
  }
}

export function reservedBy(vm: Cell<Machine>): Reserved {
  const { config } = vm.state;
  return counted({ cpu: cpuReservation(config), memory: memoryReservation(config) });
}

/** All of them together. */
export function reservedIn(cluster: Cell<Cluster>): Reserved {
  let cpu = 0;
  let memory = 0;
  for (const host of cluster.back<Host>('host')) {
    cpu += host.sum('vmCpuCounted');
    memory += host.sum('vmMemoryReservation');
  }
  return { cpu, memory };
}

/** The hosts machines can run on. */
export function goodHosts(cluster: Cell<Cluster>): Cell<Host>[] {
  return [...cluster.back<Host>('host')].filter((host) => isEffective(host.state));
}

export function roomOf(host: Cell<Host>): Reserved {
  const { profile } = host.state;
  return { cpu: usableCpu(profile), memory: usableMemory(profile) };
}
