/** StorageResourceManager: Storage DRS of pods, and I/O control of datastores. */
import type { StorageDrsConfigSpec } from '../../../vim25/generated/index.ts';
import type { Ref } from '../../../vim25/value.ts';
import { VimFault } from '../../../world/fault.ts';
import type { Facets } from '../../../world/kind.ts';
import type { Verb } from '../../../world/tasks.ts';
import { resolve } from '../../call.ts';
import { hostKind } from '../../compute/host/host.ts';
import { type AnyMethod, type MethodsOf, verb } from '../../managed-object.ts';
import type { Site } from '../../site.ts';
import { datastoreKind } from '../datastore.ts';
import { storagePodKind } from '../storage-pod.ts';
import { APPLY, applyVerb, recommended, withdraw } from './apply.ts';
import { configuredDrs } from './configure.ts';
import { CONFIGURE_IORM, configureIormVerb, iormOptions } from './io-control.ts';
import { enterMaintenanceVerb } from './maintenance.ts';
import { lookAt } from './pass.ts';
import { performanceSummary } from './performance-summary.ts';
import { dropPlacement } from './placement.ts';
import { tellPod } from './pod-events.ts';
import { recommendDatastores } from './recommend.ts';
import { podConfig } from './settings.ts';

const CONFIGURE = 'StorageResourceManager.configureStorageDrsForPod';
const REFRESH = 'StorageResourceManager.refreshStorageDrsRecommendationsForPod';

interface Configuration {
  readonly pod: Ref;
  readonly spec: StorageDrsConfigSpec;
  readonly modify: boolean;
}

const configureVerb = verb<Configuration>({
  name: CONFIGURE,
  descriptionId: CONFIGURE,
  exclusive: false,
  steps: {
    begin({ site, args }) {
      const pod = resolve(site, storagePodKind, args.pod);
      configuredDrs(site.world, pod.state.drs, args.spec, args.modify);
      return { next: 'finish', after: site.latency.duration(CONFIGURE) };
    },
    finish({ site, args, request }) {
      const pod = resolve(site, storagePodKind, args.pod);
      const before = podConfig(pod.state.drs);
      site.world.update(pod, { drs: configuredDrs(site.world, pod.state.drs, args.spec, args.modify) });
      const after = podConfig(pod.state.drs);
      const by = { site, user: request.user, chainId: request.eventChainId };
      const tell = (type: Parameters<typeof tellPod>[2]) => tellPod(by, pod, type);
      tell('ConfiguredStorageDrsOnPodEvent');
      if (after.enabled !== before.enabled) tell(after.enabled ? 'StorageDrsEnabledEvent' : 'StorageDrsDisabledEvent');
      if (after.defaultVmBehavior !== before.defaultVmBehavior) tell('StorageDrsAutomationLevelChangedEvent');
      // What was proposed under other settings does not stand; the pod is looked at anew with the next tick.
      site.world.update(pod, { proposals: undefined, drsFaults: undefined, drsLooked: undefined });
      return { done: true };
    },
  },
});

const refreshVerb = verb<{ readonly pod: Ref }>({
  name: REFRESH,
  descriptionId: REFRESH,
  exclusive: false,
  steps: {
    begin: ({ site }) => ({ next: 'finish', after: site.latency.duration(REFRESH) }),
    finish({ site, args, request }) {
      const pod = resolve(site, storagePodKind, args.pod);
      if (podConfig(pod.state.drs).enabled) lookAt(site, pod, request.user);
      return { done: true };
    },
  },
});

const methods: MethodsOf<'StorageResourceManager', Facets> = {
  ConfigureStorageDrsForPod_Task: (call, self, args) => call.startTask(CONFIGURE, self as never, { ...args }),

  ValidateStoragePodConfig(call, _self, { pod, spec }) {
    const cell = call.resolve(storagePodKind, pod);
    try {
      configuredDrs(call.world, cell.state.drs, spec, true);
    } catch (error) {
      if (error instanceof VimFault) return error.localized() as never;
      throw error;
    }
    return undefined;
  },

  RecommendDatastores: (call, _self, { storageSpec }) => recommendDatastores(call.site, storageSpec),

  ApplyStorageDrsRecommendation_Task: (call, self, { key }) => call.startTask(APPLY, self as never, { key }),
  ApplyStorageDrsRecommendationToPod_Task: (call, self, { pod, key }) =>
    call.startTask(APPLY, self as never, { key: [key], pod }),

  CancelStorageDrsRecommendation(call, _self, { key }) {
    const found = key.map((k) => recommended(call.site, k, undefined));
    call.turn(() => {
      for (const { pod, placement } of found) {
        if (placement?.alive) dropPlacement(call.world, placement);
        withdraw(call.site, pod, key);
      }
    });
  },

  RefreshStorageDrsRecommendation(call, _self, { pod }) {
    const cell = call.resolve(storagePodKind, pod);
    if (podConfig(cell.state.drs).enabled) lookAt(call.site, cell, call.user);
  },
  RefreshStorageDrsRecommendationsForPod_Task: (call, self, { pod }) => call.startTask(REFRESH, self as never, { pod }),

  ConfigureDatastoreIORM_Task: (call, self, args) => call.startTask(CONFIGURE_IORM, self as never, { ...args }),
  QueryDatastorePerformanceSummary: (call, _self, { datastore }) =>
    performanceSummary(call.resolve(datastoreKind, datastore)),
  QueryIORMConfigOption(call, _self, { host }) {
    call.resolve(hostKind, host);
    return iormOptions();
  },
};

/** What this room gives to the StorageResourceManager, which the service makes. */
export const storageDrsMethods: {
  readonly type: string;
  readonly methods: { readonly [name: string]: AnyMethod | undefined };
  readonly verbs: readonly Verb<Site, never>[];
} = {
  type: 'StorageResourceManager',
  methods: methods as { readonly [name: string]: AnyMethod | undefined },
  verbs: [configureVerb, refreshVerb, applyVerb, configureIormVerb, enterMaintenanceVerb],
};
