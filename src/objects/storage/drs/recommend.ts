/** RecommendDatastores: where a new machine, a clone, a moved machine or a new disk would go, best first. */
import type {
  ClusterDrsFaults,
  StoragePlacementResult,
  StoragePlacementSpec,
  VirtualMachineConfigSpec,
  VirtualMachineRelocateSpec,
} from '../../../vim25/generated/index.ts';
import type { Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { invalidArgument, VimFault } from '../../../world/fault.ts';
import { resolve } from '../../call.ts';
import { hostsOf } from '../../compute/drs/placement.ts';
import { type Host, hostKind } from '../../compute/host/host.ts';
import type { Machine } from '../../machine/machine.ts';
import { vmKind } from '../../machine/virtual-machine.ts';
import type { Site } from '../../site.ts';
import { type StoragePod, storagePodKind } from '../storage-pod.ts';
import { candidates, forbidden } from './candidates.ts';
import { type Layout, layouts } from './layout.ts';
import { newDisks, type Part, partsOfMachine, partsOfNew } from './parts.ts';
import { keepPlacements } from './placement.ts';
import { placementActions, ratingOf, recommendation } from './proposal.ts';
import { podConfig, spread } from './settings.ts';

/** A request as it is weighed. */
interface Request {
  readonly pod: Cell<StoragePod>;
  readonly vm: Cell<Machine> | undefined;
  readonly hosts: readonly Cell<Host>[];
  readonly parts: readonly Part[];
  readonly apart: readonly (readonly number[])[];
}

/** So many ways are told at most. */
const MOST = 10;

const BASE = 'storageSpec';

/** The recommendations for a request, kept so that they can be applied; or the fault that says why there are none. */
export function recommendDatastores(site: Site, spec: StoragePlacementSpec): StoragePlacementResult {
  const request = requestOf(site, spec);
  const { pod, vm, hosts, parts, apart } = request;
  const taken = vm && spec.type !== 'clone' ? forbidden(pod, vm.id) : new Set<string>();
  const free = candidates(pod, hosts).filter((d) => !taken.has(d.id));
  const config = podConfig(pod.state.drs).spaceLoadBalanceConfig;
  const ways = layouts({ parts, candidates: free, apart, config }).slice(0, MOST);
  if (ways.length === 0)
    return { _typeName: 'StoragePlacementResult', drsFault: noneFits(request) } as StoragePlacementResult;
  return site.world.turn(() => {
    const recommendations = ways.map((layout: Layout, i) =>
      recommendation(
        site,
        pod,
        'storagePlacement',
        ratingOf(i),
        placementActions(spec.type === 'clone' ? undefined : vm, layout),
      ),
    );
    keepPlacements(site.world, spec, recommendations, site.clock.now());
    return { _typeName: 'StoragePlacementResult', recommendations } as StoragePlacementResult;
  });
}

function noneFits({ vm }: Request): ClusterDrsFaults {
  const fault = new VimFault('InsufficientStorageSpace').localized();
  return {
    _typeName: 'ClusterDrsFaults',
    reason: 'storagePlacement',
    faultsByVm: [{ _typeName: 'ClusterDrsFaultsFaultsByVm', vm: vm?.ref, fault: [fault] }],
  } as unknown as ClusterDrsFaults;
}

function requestOf(site: Site, spec: StoragePlacementSpec): Request {
  const pod = podOf(site, spec);
  switch (spec.type) {
    case 'create': {
      const config = needed(spec.configSpec, 'configSpec');
      const how = spreadOf(pod, spec, undefined);
      if (!spec.resourcePool && !spec.host) throw invalidArgument(`${BASE}.resourcePool`);
      const hosts = hostsOfPlace(site, spec.resourcePool, spec.host);
      return { pod, vm: undefined, hosts, parts: partsOfNew(config, how), apart: how.apart };
    }
    case 'clone': {
      const vm = machine(site, spec);
      const clone = needed(spec.cloneSpec, 'cloneSpec');
      if (!spec.cloneName) throw invalidArgument(`${BASE}.cloneName`);
      if (!spec.folder) throw invalidArgument(`${BASE}.folder`);
      return { ...ofMachine(site, pod, spec, vm, clone.location), vm };
    }
    case 'relocate': {
      const vm = machine(site, spec);
      return { ...ofMachine(site, pod, spec, vm, spec.relocateSpec), vm };
    }
    case 'reconfigure': {
      const vm = machine(site, spec);
      const config: VirtualMachineConfigSpec = needed(spec.configSpec, 'configSpec');
      const parts = newDisks(config.deviceChange);
      if (parts.length === 0) throw invalidArgument(`${BASE}.configSpec.deviceChange`);
      const { apart } = spreadOf(pod, spec, vm);
      return { pod, vm, hosts: vm.all<Host>('host'), parts, apart };
    }
    default:
      throw invalidArgument(`${BASE}.type`);
  }
}

function needed<T>(value: T | undefined, path: string): T {
  if (value === undefined) throw invalidArgument(`${BASE}.${path}`);
  return value;
}

function machine(site: Site, { vm }: StoragePlacementSpec): Cell<Machine> {
  return resolve(site, vmKind, needed(vm, 'vm'));
}

/** The pod asked for; where only the disks name one, theirs. All that is placed goes to one pod. */
function podOf(site: Site, { podSelectionSpec }: StoragePlacementSpec): Cell<StoragePod> {
  const ref = podSelectionSpec.storagePod ?? podSelectionSpec.initialVmConfig?.[0]?.storagePod;
  if (!ref) throw invalidArgument(`${BASE}.podSelectionSpec.storagePod`);
  const pod = resolve(site, storagePodKind, ref);
  podSelectionSpec.initialVmConfig?.forEach(({ storagePod }, i) => {
    if (storagePod.value !== pod.id) throw invalidArgument(`${BASE}.podSelectionSpec.initialVmConfig[${i}].storagePod`);
  });
  return pod;
}

/** What the request says of the disks, else the machine's own settings, else the pod's. */
function spreadOf(pod: Cell<StoragePod>, { podSelectionSpec }: StoragePlacementSpec, vm: Cell<Machine> | undefined) {
  const asked = podSelectionSpec.initialVmConfig?.flatMap(({ vmConfig }) => vmConfig ?? [])[0];
  const own = pod.state.drs?.vms.find((v) => vm !== undefined && v.vm?.value === vm.id);
  return spread(asked ?? own, podConfig(pod.state.drs).defaultIntraVmAffinity !== false);
}

type Place = VirtualMachineRelocateSpec | undefined;

function ofMachine(site: Site, pod: Cell<StoragePod>, spec: StoragePlacementSpec, vm: Cell<Machine>, place: Place) {
  const how = spreadOf(pod, spec, vm);
  const pool = place?.pool ?? spec.resourcePool ?? (vm.one('pool')?.ref as Ref<'ResourcePool'> | undefined);
  const asked = place?.host ?? spec.host;
  const runs = spec.type === 'relocate' && vm.state.power.state !== 'poweredOff';
  const hosts = runs && !asked ? vm.all<Host>('host') : hostsOfPlace(site, pool, asked);
  const found = hosts.length > 0 ? hosts : vm.all<Host>('host');
  return { pod, hosts: found, parts: partsOfMachine(vm, how), apart: how.apart };
}

function hostsOfPlace(site: Site, pool: Ref | undefined, host: Ref | undefined): Cell<Host>[] {
  if (host) return [resolve(site, hostKind, host)];
  const owner = pool && (site.world.find(pool.value)?.get('owner') as Ref | undefined);
  const compute = owner && site.world.find(owner.value);
  return compute ? hostsOf(compute) : [];
}
