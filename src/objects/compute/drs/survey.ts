/** A cluster as one look of DRS sees it: every host and machine that counts, and the moves it has thought of so far. */
import type { Cell } from '../../../world/cell.ts';
import type { VimFault } from '../../../world/fault.ts';
import { isBusy } from '../../inventory/managed-entity.ts';
import { cpuReservation, memoryReservation } from '../../machine/config/allocation.ts';
import type { Machine } from '../../machine/machine.ts';
import { demandOf } from '../../machine/power/demand.ts';
import { type Cluster, drsOf } from '../cluster/cluster-config.ts';
import { type Host, isEffective } from '../host/host.ts';
import { vmLoad } from '../load/vm-load.ts';
import { refusal } from './fit.ts';
import { leavingDemand } from './followers.ts';
import { hostsOf } from './placement.ts';
import { breaks, settledIn, type Tie, tiesFor, type Whereabouts } from './rules.ts';
import { type Amount, IDLE_NEEDED, imbalance, loadShare } from './score.ts';
import { capacityOf, wantedBy } from './taken.ts';

/** A running machine and what it wants. */
export interface Runner {
  readonly vm: Cell<Machine>;
  readonly wants: Amount;
  /** MB that a migration copies. */
  readonly consumed: number;
  on: Stand;
}

/** A host and what runs on it, the moves thought of included. */
export interface Stand {
  readonly host: Cell<Host>;
  readonly capacity: Amount;
  /** It is being emptied: machines only leave it. */
  readonly leaving: boolean;
  readonly runners: Set<Runner>;
  cpu: number;
  memory: number;
  share: number;
  /** What machines that are to come reserve: MHz and bytes. What is to go has not gone yet. */
  comingCpu: number;
  comingMemory: number;
  moves: number;
}

export interface Move {
  readonly runner: Runner;
  readonly from: Stand;
  readonly to: Stand;
  readonly reason: string;
  readonly rating: number;
}

export class Survey {
  readonly cluster: Cell<Cluster>;
  readonly stands: readonly Stand[];
  readonly runners = new Map<string, Runner>();
  readonly moves: Move[] = [];
  readonly #now: Whereabouts;
  readonly #leaving: ReadonlySet<string>;

  /** `leaving` are hosts to be emptied beside those that are on their way into maintenance. */
  constructor(cluster: Cell<Cluster>, leaving: ReadonlySet<string> = new Set()) {
    this.cluster = cluster;
    this.#now = settledIn(cluster.world);
    this.#leaving = leaving;
    const idle = idlePercent(cluster);
    this.stands = hostsOf(cluster as unknown as Cell)
      .filter((host) => isEffective(host.state))
      .map((host) => this.#stand(host, idle, leaving.has(host.id) || host.state.runtime.leaving === true));
  }

  #stand(host: Cell<Host>, idle: number, leaving: boolean): Stand {
    const stand: Stand = {
      host,
      capacity: capacityOf(host),
      leaving,
      runners: new Set(),
      cpu: 0,
      memory: 0,
      share: 0,
      comingCpu: 0,
      comingMemory: 0,
      moves: 0,
    };
    for (const vm of host.back<Machine>('vm')) {
      if (vm.state.power.state !== 'poweredOn') continue;
      const load = vmLoad(vm);
      const runner: Runner = { vm, wants: wantedBy(vm.state.config, load, idle), consumed: load.consumed, on: stand };
      this.runners.set(vm.id, runner);
      stand.runners.add(runner);
      stand.cpu += runner.wants.cpu;
      stand.memory += runner.wants.memory;
    }
    stand.share = loadShare(stand.capacity, stand);
    return stand;
  }

  /** Where machines are now that stay there. */
  readonly #settled: Whereabouts = (vm) => {
    const host = this.#now(vm);
    return host !== undefined && this.#leaving.has(host) ? undefined : host;
  };

  /** Where a machine is going to run; not known yet of one that has to leave its host. */
  readonly where: Whereabouts = (vm) => {
    const on = this.runners.get(vm)?.on;
    if (!on) return this.#now(vm);
    return on.leaving ? undefined : on.host.id;
  };

  get imbalance(): number {
    return imbalance(this.stands.map(({ share }) => share));
  }

  /** Whether the machine may be moved at all now. */
  isFree({ vm }: Runner): boolean {
    return !this.moves.some((move) => move.runner.vm === vm) && !isBusy(vm as unknown as Cell);
  }

  /** Why a machine cannot come to a host: now, or after the moves thought of. Undefined when it can. */
  obstacle(runner: Runner, to: Stand): VimFault | undefined {
    const { vm, on } = runner;
    const demand = on.leaving ? leavingDemand(this.cluster, vm, this.where) : demandOf(vm.state, vm.id);
    const coming = () => ({ cpu: to.comingCpu, memory: to.comingMemory });
    const now = refusal(to.host, demand, 'drs', this.#settled, coming);
    if (now || this.moves.length === 0) return now;
    return refusal(to.host, demand, 'drs', this.where, coming);
  }

  /** A rule that the machine keeps where it is and would break there. */
  breach({ vm, on }: Runner, to: Stand): Tie | undefined {
    return tiesFor(vm.id, to.host).find(
      (tie) => breaks(tie, vm.id, to.host.id, this.where) && !breaks(tie, vm.id, on.host.id, this.where),
    );
  }

  /** Thinks of a move. */
  move(runner: Runner, to: Stand, reason: string, rating: number): void {
    const from = runner.on;
    const { config } = runner.vm.state;
    for (const [stand, sign] of [
      [from, -1],
      [to, 1],
    ] as const) {
      stand.cpu += sign * runner.wants.cpu;
      stand.memory += sign * runner.wants.memory;
      stand.share = loadShare(stand.capacity, stand);
      stand.moves++;
    }
    from.runners.delete(runner);
    to.runners.add(runner);
    to.comingCpu += cpuReservation(config);
    to.comingMemory += memoryReservation(config);
    runner.on = to;
    this.moves.push({ runner, from, to, reason, rating });
  }
}

function idlePercent(cluster: Cell<Cluster>): number {
  const option = drsOf(cluster.state).option?.find(({ key }) => key === 'PercentIdleMBInMemDemand');
  const value = Number(option?.value ?? IDLE_NEEDED);
  return value >= 0 && value <= 100 ? value : IDLE_NEEDED;
}
