/** Recommendations of Storage DRS as clients see them: placements of what is new, migrations of what is there. */
import { formatTime } from '../../../kernel/time.ts';
import type {
  ClusterAction,
  ClusterRecommendation,
  RecommendationReasonCode,
  VirtualMachineRelocateSpec,
  VirtualMachineRelocateSpecDiskLocator,
} from '../../../vim25/generated/index.ts';
import type { Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { isDisk } from '../../machine/device/device.ts';
import type { Machine } from '../../machine/machine.ts';
import type { Site } from '../../site.ts';
import type { Datastore } from '../datastore.ts';
import type { StoragePod } from '../storage-pod.ts';
import type { Layout, Placed } from './layout.ts';
import type { Part } from './parts.ts';
import { demand, NO_SHIFTS, type Shifts, utilization } from './score.ts';

const MIB = 2 ** 20;

const SAID: { readonly [reason: string]: string } = {
  storagePlacement: 'Satisfy storage initial placement requests',
  balanceDatastoreSpaceUsage: 'Balance datastore space use',
  datastoreMaint: 'Datastore entering maintenance mode',
  antiAffin: 'Fulfill VM anti-affinity rule',
  virtualDiskAntiAffin: 'Fulfill virtual disk anti-affinity rule',
};

/** A recommendation of a pod's, with the next key. Inside a turn. */
export function recommendation(
  site: Site,
  pod: Cell<StoragePod>,
  reason: RecommendationReasonCode,
  rating: number,
  action: readonly ClusterAction[],
): ClusterRecommendation {
  return Object.freeze({
    _typeName: 'ClusterRecommendation',
    key: String(site.world.numbers.next('#storageRecommendation')),
    type: 'V1',
    time: formatTime(site.clock.now()),
    rating,
    reason,
    reasonText: SAID[reason] ?? reason,
    action: Object.freeze([...action]),
    target: pod.ref,
  }) as ClusterRecommendation;
}

/** One action for each datastore that something comes to. */
export function placementActions(vm: Cell<Machine> | undefined, layout: Layout): ClusterAction[] {
  const datastores = [...new Set(layout.map((p) => p.datastore))];
  return datastores.map((datastore) => {
    const placed = layout.filter((p) => p.datastore === datastore);
    const bytes = placed.reduce((sum, p) => sum + p.part.bytes, 0);
    return {
      _typeName: 'StoragePlacementAction',
      type: 'StoragePlacementV1',
      target: vm?.ref,
      vm: vm?.ref,
      relocateSpec: locators(placed, datastore),
      destination: datastore.ref,
      spaceUtilBefore: percent(utilization(datastore)),
      spaceDemandBefore: demand(datastore) / MIB,
      spaceUtilAfter: percent(utilization(datastore, bytes)),
      spaceDemandAfter: (demand(datastore) + bytes) / MIB,
    } as ClusterAction;
  });
}

function locators(placed: readonly Placed[], { ref }: Cell<Datastore>): VirtualMachineRelocateSpec {
  const datastore = ref as Ref<'Datastore'>;
  const disk = placed.flatMap(({ part }) => part.disks.map((diskId) => locator(diskId, datastore)));
  return {
    _typeName: 'VirtualMachineRelocateSpec',
    ...(placed.some(({ part }) => part.home) && { datastore }),
    ...(disk.length > 0 && { disk }),
  } as VirtualMachineRelocateSpec;
}

function locator(diskId: number, datastore: Ref<'Datastore'>): VirtualMachineRelocateSpecDiskLocator {
  return { _typeName: 'VirtualMachineRelocateSpecDiskLocator', diskId, datastore } as never;
}

/** A part of a machine goes from one datastore to another; its disks that stand elsewhere are told to stay. */
export function migrationAction(
  vm: Cell<Machine>,
  part: Part,
  from: Cell<Datastore>,
  to: Cell<Datastore>,
  shifts: Shifts = NO_SHIFTS,
): ClusterAction {
  const moves = part.disks.map((diskId) => locator(diskId, to.ref as Ref<'Datastore'>));
  const stays = part.home
    ? vm.state.devices
        .filter((d) => isDisk(d) && d.backing?.file && !part.disks.includes(d.key))
        .map((d) => locator(d.key, { type: 'Datastore', value: d.backing!.file!.datastore }))
    : [];
  const disk = [...moves, ...stays];
  return {
    _typeName: 'StorageMigrationAction',
    type: 'StorageMigrationV1',
    target: vm.ref,
    vm: vm.ref,
    relocateSpec: {
      _typeName: 'VirtualMachineRelocateSpec',
      ...(part.home && { datastore: to.ref }),
      ...(disk.length > 0 && { disk }),
    },
    source: from.ref,
    destination: to.ref,
    sizeTransferred: Math.round(part.bytes / 1024),
    spaceUtilSrcBefore: percent(utilization(from, 0, shifts)),
    spaceUtilDstBefore: percent(utilization(to, 0, shifts)),
    spaceUtilSrcAfter: percent(utilization(from, -part.bytes, shifts)),
    spaceUtilDstAfter: percent(utilization(to, part.bytes, shifts)),
  } as ClusterAction;
}

function percent(share: number): number {
  return Math.round(share * 10_000) / 100;
}

/** 5 for the best, down to 1. */
export function ratingOf(index: number): number {
  return Math.max(1, 5 - index);
}
