/**
 * The hosts that are left, best first, for the machines of one wave. A wave may be thousands: so the hosts are not scored
 * anew for each machine, only the one that took the last.
 */
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import type { World } from '../../../world/world.ts';
import type { Machine } from '../../machine/machine.ts';
import { demandOf } from '../../machine/power/demand.ts';
import type { Cluster } from '../cluster/cluster-config.ts';
import { bestHost, type Demand, hostsOf, noCompatibleHost, refusal, score } from '../drs/placement.ts';
import { runningIn, type Whereabouts } from '../drs/rules.ts';
import { type Host, hostKind, isEffective } from '../host/host.ts';
import { standsAside } from './admission.ts';

interface Scored {
  readonly host: Cell<Host>;
  readonly score: number;
}

export class Survivors {
  readonly #hosts: readonly Cell<Host>[];
  readonly #where: Whereabouts;
  /** Those that stand aside for failures come first; each list is best first. */
  #lists: Scored[][] | undefined;

  constructor(cluster: Cell<Cluster>) {
    this.#hosts = hostsOf(cluster as unknown as Cell).filter((host) => isEffective(host.state));
    this.#where = whereTheyRun(cluster.world);
  }

  /** The host for a machine, or undefined. */
  hostFor(vm: Cell<Machine>): Cell<Host> | undefined {
    const demand = demandFor(vm);
    // Rules weigh in with everything else that is decided; few machines have any.
    if (vm.countBack('ruledBy') > 0) return this.#byRules(demand);
    this.#lists ??= this.#ordered(demand);
    for (const list of this.#lists) {
      for (const { host } of list) if (!refusal(host, demand, 'drs', this.#where)) return host;
    }
    return undefined;
  }

  /** A host took a machine: it has less to offer the next. */
  took(host: Cell<Host>, vm: Cell<Machine>): void {
    for (const list of this.#lists ?? []) {
      const at = list.findIndex((scored) => scored.host === host);
      if (at < 0) continue;
      list.splice(at, 1);
      const now = { host, score: score(host, { ...demandFor(vm), vm: undefined }) };
      const place = list.findIndex((other) => other.score < now.score);
      list.splice(place < 0 ? list.length : place, 0, now);
    }
  }

  /** Why none of the cluster's hosts can have the machine. */
  refusal(cluster: Cell<Cluster>, vm: Cell<Machine>): VimFault {
    return noCompatibleHost(hostsOf(cluster as unknown as Cell), demandFor(vm), this.#ahead());
  }

  #ahead() {
    return { where: this.#where, taken: () => undefined };
  }

  #byRules(demand: Demand): Cell<Host> | undefined {
    const aside = this.#hosts.filter(standsAside);
    for (const among of [aside, this.#hosts]) {
      try {
        if (among.length > 0) return bestHost(among, demand, undefined, this.#ahead());
      } catch (error) {
        if (!(error instanceof VimFault)) throw error;
      }
    }
    return undefined;
  }

  #ordered(demand: Demand): Scored[][] {
    const scored = this.#hosts.map((host) => ({ host, score: score(host, { ...demand, vm: undefined }) }));
    const best = (list: Scored[]) => list.sort((a, b) => b.score - a.score);
    return [
      best(scored.filter(({ host }) => standsAside(host))),
      best(scored.filter(({ host }) => !standsAside(host))),
    ];
  }
}

function demandFor(vm: Cell<Machine>): Demand {
  return { ...demandOf(vm.state, vm.id), failover: true };
}

/** Machines of a host that is gone run nowhere, so that no rule keeps others with them or away from them. */
function whereTheyRun(world: World): Whereabouts {
  const known = runningIn(world);
  return (vm) => {
    const host = known(vm);
    const cell = host === undefined ? undefined : world.as(hostKind, host);
    return cell && isEffective(cell.state) ? host : undefined;
  };
}
