/** One look of Storage DRS at a pod: rules that are broken first, then datastores that are too full. */
import type { RecommendationReasonCode } from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import type { Machine } from '../../machine/machine.ts';
import type { Datastore } from '../datastore.ts';
import type { StoragePod } from '../storage-pod.ts';
import { datastoresOfPod } from './candidates.ts';
import type { Part } from './parts.ts';
import { threshold, utilization } from './score.ts';
import { machineSettings, machinesApart, podConfig } from './settings.ts';
import { type Look, Thinking } from './thinking.ts';

export function look(pod: Cell<StoragePod>): Look {
  const thinking = new Thinking(pod);
  keepMachinesApart(thinking);
  keepDisksApart(thinking);
  levelSpace(thinking);
  return thinking;
}

function machinesOn(datastore: Cell<Datastore>): Cell<Machine>[] {
  const machines = [...datastore.back<Machine>('vm')].filter((vm) => vm.is('VirtualMachine'));
  return machines.sort((a, b) => Number(a.id.slice(3)) - Number(b.id.slice(3)));
}

/** Of two machines of a rule on one datastore the second goes. */
function keepMachinesApart(thinking: Thinking): void {
  const { pod } = thinking;
  for (const set of machinesApart(pod.state.drs)) {
    for (const datastore of datastoresOfPod(pod)) {
      for (const vm of machinesOn(datastore)
        .filter((m) => set.includes(m.id))
        .slice(1)) {
        moveAway(thinking, vm, datastore, 'antiAffin');
      }
    }
  }
}

function keepDisksApart(thinking: Thinking): void {
  for (const datastore of datastoresOfPod(thinking.pod)) {
    for (const vm of machinesOn(datastore)) {
      const { apart } = machineSettings(thinking.pod, vm.id, 'rule');
      const here = (key: number) =>
        vm.state.devices.find((d) => d.key === key)?.backing?.file?.datastore === datastore.id;
      for (const set of apart) {
        const [, ...others] = set.filter(here);
        for (const part of others.length > 0 ? thinking.parts(vm, datastore, 'rule') : []) {
          if (part.disks.some((key) => others.includes(key)))
            moveOne(thinking, vm, part, datastore, 'virtualDiskAntiAffin');
        }
      }
    }
  }
}

function moveAway(
  thinking: Thinking,
  vm: Cell<Machine>,
  from: Cell<Datastore>,
  reason: RecommendationReasonCode,
): void {
  for (const part of thinking.parts(vm, from, 'rule')) moveOne(thinking, vm, part, from, reason);
}

function moveOne(
  thinking: Thinking,
  vm: Cell<Machine>,
  part: Part,
  from: Cell<Datastore>,
  reason: RecommendationReasonCode,
): void {
  const [best] = thinking.targets(vm, part, from);
  if (best) thinking.propose(vm, part, from, best.datastore, reason, 'rule');
  else thinking.fails(vm, new VimFault('InsufficientStorageSpace'));
}

/** Takes from each datastore above its threshold, the fullest first, until it is below or nothing more may go. */
function levelSpace(thinking: Thinking): void {
  const config = podConfig(thinking.pod.state.drs).spaceLoadBalanceConfig;
  const full = datastoresOfPod(thinking.pod)
    .filter((d) => d.state.maintenance !== true && utilization(d) > threshold(d, config))
    .sort((a, b) => utilization(b) - utilization(a));
  for (const from of full) {
    const movable = machinesOn(from).flatMap((vm) => thinking.parts(vm, from, 'space').map((part) => ({ vm, part })));
    while (utilization(from, 0, thinking.shifts) > threshold(from, config) && relieve(thinking, from, movable));
  }
}

interface Movable {
  readonly vm: Cell<Machine>;
  readonly part: Part;
}

/**
 * Moves the smallest part that is enough, where none is the largest, and takes it out of what is movable. False when none
 * finds a better place.
 */
function relieve(thinking: Thinking, from: Cell<Datastore>, movable: Movable[]): boolean {
  const config = podConfig(thinking.pod.state.drs).spaceLoadBalanceConfig;
  const before = utilization(from, 0, thinking.shifts);
  const excess = (before - threshold(from, config)) * from.state.volume.capacity;
  const enough = movable.filter(({ part }) => part.bytes >= excess).sort((a, b) => a.part.bytes - b.part.bytes);
  const less = movable.filter(({ part }) => part.bytes < excess).sort((a, b) => b.part.bytes - a.part.bytes);
  const difference = (config?.minSpaceUtilizationDifference ?? 5) / 100;
  for (const found of [...enough, ...less]) {
    const { vm, part } = found;
    const to = thinking.targets(vm, part, from).find((t) => t.comfortable && before - t.after >= difference);
    if (!to) continue;
    thinking.propose(vm, part, from, to.datastore, 'balanceDatastoreSpaceUsage', 'space');
    movable.splice(movable.indexOf(found), 1);
    return true;
  }
  for (const { vm } of movable) thinking.fails(vm, new VimFault('InsufficientStorageSpace'));
  return false;
}

/** Everything on a datastore that is to be emptied. */
export function evacuation(pod: Cell<StoragePod>, from: Cell<Datastore>): Look {
  const thinking = new Thinking(pod);
  for (const vm of machinesOn(from)) {
    for (const part of thinking.parts(vm, from, 'evacuation')) {
      const [best] = thinking.targets(vm, part, from);
      if (best) thinking.propose(vm, part, from, best.datastore, 'datastoreMaint', 'evacuation');
      else thinking.fails(vm, new VimFault('InsufficientStorageSpace'));
    }
  }
  return thinking;
}
