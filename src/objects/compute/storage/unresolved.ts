/** HostDatastoreSystem and HostStorageSystem: unresolved VMFS volumes, and what becomes of them. */
import type {
  HostResignatureRescanResult,
  HostUnresolvedVmfsResolutionResult,
  HostUnresolvedVmfsResolutionSpec,
  LocalizedMethodFault,
} from '../../../vim25/generated/index.ts';
import { box, type Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { invalidArgument, VimFault } from '../../../world/fault.ts';
import type { Outcome, Step, Verb } from '../../../world/tasks.ts';
import type { Call } from '../../call.ts';
import { resolve } from '../../call.ts';
import { type MethodsOf, verb } from '../../managed-object.ts';
import type { Site } from '../../site.ts';
import { dropDatastore } from '../../storage/remove-datastore.ts';
import { vmfs } from '../../storage/volume.ts';
import { copyVolume } from '../../storage/volume-copy.ts';
import { type Host, hostKind } from '../host/host.ts';
import { hostOf } from '../host/host-part-methods.ts';
import { datastoreSystemKind, type HostPart, storageSystemKind } from '../host/host-systems.ts';
import { copyOn, unresolved } from './copies-seen.ts';
import { guardUnused, vmfsHere } from './known.ts';
import { type Asked, resolution, type Way } from './resolution.ts';

const by = ({ site, request }: Step<Site, unknown>): Asked => ({
  site,
  user: request.user,
  chainId: request.eventChainId,
});

const hostBehind = ({ site, request }: Step<Site, unknown>, kind: typeof storageSystemKind) =>
  resolve(site, hostKind, { type: 'HostSystem', value: resolve(site, kind, request.target).state.host });

interface Resignature {
  readonly paths: readonly string[];
}

const RESIGNATURE = 'host.DatastoreSystem.resignatureUnresolvedVmfsVolume';

const resignature = verb<Resignature>({
  name: RESIGNATURE,
  descriptionId: RESIGNATURE,
  steps: {
    begin(step) {
      copyOn(hostBehind(step, datastoreSystemKind as never), step.args.paths);
      return { next: 'finish', after: step.site.latency.duration(RESIGNATURE) };
    },
    async finish(step) {
      const host = hostBehind(step, datastoreSystemKind as never);
      const make = await resolution(by(step), host, step.args.paths, 'resignature');
      return (): Outcome => {
        const store = make();
        const others = store.state.mounts.filter((m) => m.host !== host.id);
        const result = {
          _typeName: 'HostResignatureRescanResult',
          rescan: others.map((m) => ({ host: { type: 'HostSystem', value: m.host } })),
          result: store.ref,
        } as HostResignatureRescanResult;
        return { done: true, result };
      };
    },
  },
});

interface Many {
  readonly specs: readonly HostUnresolvedVmfsResolutionSpec[];
}

const RESOLUTION = 'host.StorageSystem.resolveMultipleUnresolvedVmfsVolumesEx';

const resolutions = verb<Many>({
  name: RESOLUTION,
  descriptionId: RESOLUTION,
  steps: {
    begin({ site }) {
      return { next: 'finish', after: site.latency.duration(RESOLUTION) };
    },
    async finish(step) {
      const results = await eachResolved(by(step), hostBehind(step, storageSystemKind), step.args.specs);
      return (): Outcome => ({ done: true, result: box('ArrayOfHostUnresolvedVmfsResolutionResult', results) });
    },
  },
});

export const unresolvedVerbs: readonly Verb<Site, never>[] = [resolutions];
export const resignatureVerbs: readonly Verb<Site, never>[] = [resignature];

function guardSpecs(specs: readonly HostUnresolvedVmfsResolutionSpec[]): void {
  for (const [i, { uuidResolution }] of specs.entries()) {
    if (uuidResolution !== 'resignature' && uuidResolution !== 'forceMount')
      throw invalidArgument(`resolutionSpec[${i}].uuidResolution`);
  }
}

/** What is refused of one keeps no other from it. */
async function eachResolved(
  asked: Asked,
  host: Cell<Host>,
  specs: readonly HostUnresolvedVmfsResolutionSpec[],
): Promise<HostUnresolvedVmfsResolutionResult[]> {
  const results: HostUnresolvedVmfsResolutionResult[] = [];
  for (const spec of specs) {
    try {
      const make = await resolution(asked, host, spec.extentDevicePath, spec.uuidResolution as Way);
      const { name, volume } = asked.site.world.turn(make).state;
      results.push({ spec, vmfs: vmfs(name, volume) });
    } catch (error) {
      if (!(error instanceof VimFault)) throw error;
      results.push({ spec, fault: error.localized() as LocalizedMethodFault });
    }
  }
  return results;
}

/** Added to HostDatastoreSystem. */
export const resignatureMethods: MethodsOf<'HostDatastoreSystem', HostPart> = {
  QueryUnresolvedVmfsVolumes: (call, self) => unresolved(hostOf(call, self)),
  ResignatureUnresolvedVmfsVolume_Task: (call, self, { resolutionSpec }): Ref<'Task'> =>
    call.startTask(RESIGNATURE, self as never, { paths: resolutionSpec.extentDevicePath }),
};

/** Added to HostStorageSystem. */
export const unresolvedMethods: MethodsOf<'HostStorageSystem', HostPart> = {
  QueryUnresolvedVmfsVolume: (call, self) => unresolved(hostOf(call, self)),
  ResolveMultipleUnresolvedVmfsVolumes(call: Call, self, { resolutionSpec }) {
    guardSpecs(resolutionSpec);
    return eachResolved(call, hostOf(call, self), resolutionSpec);
  },
  ResolveMultipleUnresolvedVmfsVolumesEx_Task(call, self, { resolutionSpec }) {
    guardSpecs(resolutionSpec);
    return call.startTask(RESOLUTION, self as never, { specs: resolutionSpec });
  },

  /** It is an unresolved copy again, with what is on it now. */
  UnmountForceMountedVmfsVolume(call, self, { vmfsUuid }) {
    const { store } = vmfsHere(hostOf(call, self), vmfsUuid);
    if (!store.state.volume.vmfs?.forced) throw new VimFault('NotFound');
    guardUnused(store);
    call.turn(() => {
      copyVolume(
        call.site,
        store,
        store.state.mounts.map(({ host }) => host),
      );
      dropDatastore(call.site, store as unknown as Cell);
    });
  },
};
