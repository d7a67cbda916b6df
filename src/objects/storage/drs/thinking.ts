/** What a look at a pod comes to, move by move: each counts for what is thought of next. */
import type { ClusterAction, RecommendationReasonCode } from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import type { VimFault } from '../../../world/fault.ts';
import type { Host } from '../../compute/host/host.ts';
import { isBusy } from '../../inventory/managed-entity.ts';
import type { Machine } from '../../machine/machine.ts';
import type { Datastore } from '../datastore.ts';
import type { StoragePod } from '../storage-pod.ts';
import { candidates, forbidden } from './candidates.ts';
import { type FaultByVm, faultByVm, immovable } from './movable.ts';
import { type Part, partsOfMachine } from './parts.ts';
import { migrationAction } from './proposal.ts';
import { type Weighed, weighed } from './score.ts';
import { type Cause, machineSettings, podConfig } from './settings.ts';

export interface Proposed {
  readonly vm: Cell<Machine>;
  readonly reason: RecommendationReasonCode;
  readonly automated: boolean;
  readonly action: ClusterAction;
}

export interface Look {
  readonly proposed: readonly Proposed[];
  readonly faults: readonly FaultByVm[];
}

/** What a look has thought of so far. */
export class Thinking {
  readonly pod: Cell<StoragePod>;
  readonly shifts: Map<string, number> = new Map();
  readonly proposed: Proposed[] = [];
  readonly faults: FaultByVm[] = [];
  readonly #moving = new Set<string>();
  /** Where machines are to go, by id. */
  readonly #bound = new Map<string, Cell<Datastore>[]>();

  constructor(pod: Cell<StoragePod>) {
    this.pod = pod;
  }

  /** Parts of a machine that stand on a datastore and may go; none when it may not, and why not is noted. */
  parts(vm: Cell<Machine>, on: Cell<Datastore>, cause: Cause): Part[] {
    if (isBusy(vm as unknown as Cell)) return [];
    const settings = machineSettings(this.pod, vm.id, cause);
    const fault = immovable(vm, settings, cause === 'evacuation');
    if (fault) {
      this.fails(vm, fault);
      return [];
    }
    const parts = partsOfMachine(vm, { together: settings.together, apart: settings.apart });
    const [whole] = parts;
    // What is to be together and is not goes as it stands.
    const split =
      settings.together && whole?.on === undefined ? partsOfMachine(vm, { together: false, apart: [] }) : parts;
    return split.filter((p) => p.on === on.id && !this.#moving.has(keyOf(vm, p)));
  }

  fails(vm: Cell<Machine>, fault: VimFault): void {
    if (!this.faults.some((f) => f.vm.value === vm.id)) this.faults.push(faultByVm(vm, fault));
  }

  /** Datastores the part may go to, best first. */
  targets(vm: Cell<Machine>, part: Part, from: Cell<Datastore>): Weighed[] {
    const taken = forbidden(this.pod, vm.id, (id) => this.#bound.get(id) ?? []);
    const apart = disksApart(this.pod, vm, part);
    const free = candidates(this.pod, vm.all<Host>('host')).filter(
      (d) => d !== from && !taken.has(d.id) && !apart.has(d.id),
    );
    return weighed(free, part.bytes, podConfig(this.pod.state.drs).spaceLoadBalanceConfig, this.shifts);
  }

  propose(
    vm: Cell<Machine>,
    part: Part,
    from: Cell<Datastore>,
    to: Cell<Datastore>,
    reason: RecommendationReasonCode,
    cause: Cause,
  ): void {
    const action = migrationAction(vm, part, from, to, this.shifts);
    this.shifts.set(from.id, (this.shifts.get(from.id) ?? 0) - part.bytes);
    this.shifts.set(to.id, (this.shifts.get(to.id) ?? 0) + part.bytes);
    this.#moving.add(keyOf(vm, part));
    this.#bound.set(vm.id, [...(this.#bound.get(vm.id) ?? []), to]);
    const { automated } = machineSettings(this.pod, vm.id, cause);
    this.proposed.push({ vm, reason, automated, action });
  }
}

function keyOf(vm: Cell<Machine>, part: Part): string {
  return `${vm.id}:${part.home ? 'home' : ''}:${part.disks.join()}`;
}

/** Datastores of disks of the same machine that the part's are to be kept from. */
function disksApart(pod: Cell<StoragePod>, vm: Cell<Machine>, part: Part): ReadonlySet<string> {
  const { apart } = machineSettings(pod, vm.id, 'rule');
  const others = apart.flatMap((set) =>
    set.some((key) => part.disks.includes(key)) ? set.filter((key) => !part.disks.includes(key)) : [],
  );
  const devices = vm.state.devices.filter((d) => others.includes(d.key));
  return new Set(devices.flatMap((d) => d.backing?.file?.datastore ?? []));
}
