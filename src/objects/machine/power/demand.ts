/** Where a machine may run, and what it asks of a host. */
import type { Cell } from '../../../world/cell.ts';
import { invalidArgument } from '../../../world/fault.ts';
import type { Cluster } from '../../compute/cluster/cluster-config.ts';
import { behaviourOf, startsAlone } from '../../compute/drs/behaviour.ts';
import {
  bestHost,
  type Demand,
  fittest,
  hasDrs,
  hostsOf,
  noCompatibleHost,
  refusal,
} from '../../compute/drs/placement.ts';
import { failoverRefusal } from '../../compute/ha/admission.ts';
import type { Host } from '../../compute/host/host.ts';
import { poolRefusal } from '../../compute/pool/admission.ts';
import type { Pool } from '../../compute/pool/pool.ts';
import { cpuReservation, memoryReservation } from '../config/allocation.ts';
import { networkOf } from '../device/device.ts';
import { datastoresOf } from '../files.ts';
import type { Machine } from '../machine.ts';

type Asking = Pick<Machine, 'config' | 'devices' | 'files' | 'snapshots'>;

/** `vm` is the machine's id, where it is in the inventory already: the rules of its cluster go by it. */
export function demandOf(m: Asking, vm?: string): Demand {
  const { config } = m;
  return {
    vm,
    cpus: config.numCPU,
    cpu: cpuReservation(config),
    memory: memoryReservation(config),
    configured: config.memoryMB * 2 ** 20,
    version: config.version,
    guest: config.guestId,
    datastores: datastoresOf(m),
    networks: m.devices.flatMap((d) => networkOf(d) ?? []),
  };
}

/** What a machine that is not started asks: that the host is there and reaches what it is made of. */
export function standing(demand: Demand): Demand {
  return { ...demand, cpus: 0, cpu: 0, memory: 0, cold: true };
}

/** Throws what keeps the host from running the machine. */
export function guardHost(host: Cell<Host>, m: Asking, vm?: string): void {
  const fault = refusal(host, demandOf(m, vm));
  if (fault) throw fault;
}

export interface Newcomer {
  /** It is started at once, so the host must have room for it too. */
  readonly starts?: boolean | undefined;
  /** Where it stays when nobody chooses for it: the host of the machine it is copied from. */
  readonly current?: Cell<Host> | undefined;
  /** The argument that names the host. */
  readonly path?: string;
}

/**
 * The host a new machine is put on: the one asked for, or the best of its cluster, or a standalone one. Without DRS a
 * cluster chooses none, and somebody has to say which.
 */
export function hostForNew(
  owner: Cell | undefined,
  asked: Cell<Host> | undefined,
  m: Asking,
  { starts, current, path = 'host' }: Newcomer = {},
): Cell<Host> {
  const demand = starts ? demandOf(m) : standing(demandOf(m));
  const taking = (host: Cell<Host>): Cell<Host> => {
    const fault = refusal(host, demand);
    if (fault) throw fault;
    return host;
  };
  if (asked) {
    if (owner && asked.one('parent') !== owner) throw invalidArgument(path);
    return taking(asked);
  }
  const hosts = owner ? hostsOf(owner) : [];
  const [only] = hosts;
  if (only && !hasDrs(owner!)) {
    if (hosts.length === 1) return taking(only);
    if (current?.one('parent') === owner) return taking(current!);
    throw invalidArgument(path);
  }
  const best = fittest(hosts, demand);
  if (!best) throw noCompatibleHost(hosts, demand);
  return best;
}

/** Throws when the machine's pool, and the pools that one may borrow from, have not left what it reserves. */
export function guardPool(vm: Cell<Machine>): void {
  const pool = vm.one<Pool>('pool');
  const { cpu, memory } = demandOf(vm.state);
  const fault = pool && poolRefusal(pool, cpu, memory);
  if (fault) throw fault;
}

/**
 * The host a machine is started on. One that is asked for must have room; DRS looks at all of its cluster; without DRS,
 * or where it may not choose by itself, the machine starts where it stands or not at all.
 */
export function hostToStart(vm: Cell<Machine>, asked: Cell<Host> | undefined): Cell<Host> {
  const current = vm.one<Host>('host');
  const owner = current?.one('parent');
  guardPool(vm);
  const scarce = owner && failoverRefusal(owner, demandOf(vm.state));
  if (scarce) throw scarce;
  if (asked) {
    if (!owner || asked.one('parent') !== owner) throw invalidArgument('host');
    guardHost(asked, vm.state, vm.id);
    return asked;
  }
  if (owner && hasDrs(owner) && startsAlone(behaviourOf(owner as unknown as Cell<Cluster>, vm.id))) {
    return bestHost(hostsOf(owner), demandOf(vm.state, vm.id), current);
  }
  if (!current) throw invalidArgument('host');
  guardHost(current, vm.state, vm.id);
  return current;
}
