/** Where a machine may run, and what it asks of a host. */
import type { Cell } from '../../../world/cell.ts';
import { invalidArgument, VimFault } from '../../../world/fault.ts';
import type { Host } from '../../compute/host/host.ts';
import { bestHost, type Demand, hasDrs, hostsOf, ranked, refusal } from '../../compute/placement.ts';
import { cpuReservation, memoryReservation } from '../config/allocation.ts';
import { networkOf } from '../device/device.ts';
import { datastoresOf } from '../files.ts';
import type { Machine } from '../machine.ts';

type Asking = Pick<Machine, 'config' | 'devices' | 'files' | 'snapshots'>;

export function demandOf(m: Asking): Demand {
  const { config } = m;
  return {
    cpus: config.numCPU,
    cpu: cpuReservation(config),
    memory: memoryReservation(config),
    configured: config.memoryMB * 2 ** 20,
    datastores: datastoresOf(m),
    networks: m.devices.flatMap((d) => networkOf(d) ?? []),
  };
}

/** What a machine that is not started asks: that the host is there and reaches what it is made of. */
function standing(demand: Demand): Demand {
  return { ...demand, cpus: 0, cpu: 0, memory: 0 };
}

/** Throws what keeps the host from running the machine. */
export function guardHost(host: Cell<Host>, m: Asking): void {
  const fault = refusal(host, demandOf(m));
  if (fault) throw fault;
}

/** The host a new machine is put on: the one asked for, or the best of its compute resource. */
export function hostForNew(owner: Cell | undefined, asked: Cell<Host> | undefined, m: Asking): Cell<Host> {
  if (asked) {
    if (owner && asked.one('parent') !== owner) throw invalidArgument('host');
    const fault = refusal(asked, standing(demandOf(m)));
    if (fault) throw fault;
    return asked;
  }
  const hosts = owner ? hostsOf(owner) : [];
  const [only] = hosts;
  const demand = standing(demandOf(m));
  if (only && hosts.length === 1) {
    const fault = refusal(only, demand);
    if (fault) throw fault;
  }
  return ranked(hosts, demand)[0] ?? bestHost(hosts, demand);
}

interface PoolRuntime {
  readonly cpu: { readonly unreservedForVm: number };
  readonly memory: { readonly unreservedForVm: number };
}

/** Throws when the machine's pool, and the pools that one may borrow from, have not left what it reserves. */
function guardPool(vm: Cell<Machine>): void {
  const runtime = vm.one('pool')?.get('runtime') as PoolRuntime | undefined;
  if (!runtime) return;
  const { cpu, memory } = demandOf(vm.state);
  const free = { cpu: runtime.cpu.unreservedForVm, memory: runtime.memory.unreservedForVm };
  if (memory > free.memory) {
    throw new VimFault('InsufficientMemoryResourcesFault', { unreserved: free.memory, requested: memory });
  }
  if (cpu > free.cpu) throw new VimFault('InsufficientCpuResourcesFault', { unreserved: free.cpu, requested: cpu });
}

/**
 * The host a machine is started on. One that is asked for must have room; DRS looks at all of its cluster; without DRS
 * the machine starts where it stands or not at all.
 */
export function hostToStart(vm: Cell<Machine>, asked: Cell<Host> | undefined): Cell<Host> {
  const current = vm.one<Host>('host');
  const owner = current?.one('parent');
  guardPool(vm);
  if (asked) {
    if (!owner || asked.one('parent') !== owner) throw invalidArgument('host');
    guardHost(asked, vm.state);
    return asked;
  }
  if (owner && hasDrs(owner)) return bestHost(hostsOf(owner), demandOf(vm.state), current);
  if (!current) throw invalidArgument('host');
  guardHost(current, vm.state);
  return current;
}
