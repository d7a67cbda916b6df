/** Reconfigures compute resources and clusters: DRS, HA and DPM, rules, groups and settings for single machines. */
import type {
  ClusterConfigSpec,
  ClusterConfigSpecEx,
  ComputeResourceConfigSpec,
} from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import { invalidArgument, VimFault } from '../../../world/fault.ts';
import type { Verb } from '../../../world/tasks.ts';
import { changesBetween } from '../../history/event-changes.ts';
import { post } from '../../history/post.ts';
import { said } from '../../inventory/said.ts';
import { shortWork } from '../../inventory/short-work.ts';
import type { Site } from '../../site.ts';
import { type ComputeResource, computeResourceKind } from '../compute-resource.ts';
import { lookAt } from '../drs/look.ts';
import { dasReconfigured, guardDas } from '../ha/configured.ts';
import { clusterKind } from './cluster.ts';
import { type Cluster, dasOf, drsOf, NO_RULES } from './cluster-config.ts';
import { livingRules } from './living-rules.ts';
import { rulesAfter } from './rule-spec.ts';

type AnySpec = ClusterConfigSpecEx & Pick<ClusterConfigSpec, 'dasVmConfigSpec'>;

/** What a spec says over what holds; when it does not modify, over nothing. Arrays are told by their own operations. */
export function reconfigured(site: Site, self: Cell<Cluster>, spec: AnySpec, modify: boolean): Partial<Cluster> {
  const before = self.state;
  const { vmotionRate } = spec.drsConfig ?? {};
  if (vmotionRate !== undefined && !(vmotionRate >= 1 && vmotionRate <= 5)) {
    throw invalidArgument('spec.drsConfig.vmotionRate');
  }
  return {
    ...settingsOf(before, spec),
    drs: over(modify ? before.drs : undefined, spec.drsConfig),
    das: over(modify ? before.das : undefined, spec.dasConfig),
    dpm: over(modify ? before.dpm : undefined, spec.dpmConfig),
    rules: rulesAfter(site, self, modify ? livingRules(self) : { ...NO_RULES, lastKey: before.rules?.lastKey }, spec),
  };
}

function over<T extends object>(before: T | undefined, spec: T | undefined): T | undefined {
  if (!spec) return before;
  return Object.freeze({ ...before, ...said(spec) }) as T;
}

function settingsOf(before: ComputeResource, spec: ComputeResourceConfigSpec): Partial<ComputeResource> {
  const { vmSwapPlacement, spbmEnabled, defaultHardwareVersionKey, maximumHardwareVersionKey } = spec;
  const given = said({ vmSwapPlacement, spbmEnabled, defaultHardwareVersionKey, maximumHardwareVersionKey });
  if (Object.keys(given).length === 0) return {};
  return { settings: Object.freeze({ ...before.settings, ...given }) as NonNullable<ComputeResource['settings']> };
}

interface Reconfigure {
  readonly spec: AnySpec;
  readonly modify: boolean;
}

function clusterVerb(name: string): Verb<Site, never> {
  return shortWork<Cluster, Reconfigure>({
    name,
    kind: clusterKind,
    guard(self, { site, args }) {
      guardDas(self, args.spec.dasConfig);
      guardVApps(self, reconfigured(site, self, args.spec, args.modify));
    },
    change(self, { site, args, request }) {
      const before = self.state;
      const config = self.get('configurationEx');
      site.world.update(self, reconfigured(site, self, args.spec, args.modify));
      const about = { entity: self as unknown as Cell, chainId: request.eventChainId };
      const configChanges = changesBetween('', config, self.get('configurationEx'));
      post(site, request.user, 'ClusterReconfiguredEvent', { configChanges }, about);
      for (const [event, said] of switched(before, self.state)) post(site, request.user, event, said, about);
      dasReconfigured(site, self, before, { user: request.user, chainId: request.eventChainId });
      lookAt(site, self, { onlyRules: true });
    },
  });
}

/** vApps live by DRS: without it a cluster cannot hold any. */
function guardVApps(self: Cell<Cluster>, after: Partial<Cluster>): void {
  if (drsOf(self.state).enabled !== true || drsOf({ ...self.state, ...after }).enabled === true) return;
  for (const pool of self.back('pools')) {
    if (pool.is('VirtualApp')) throw new VimFault('CannotDisableDrsOnClustersWithVApps');
  }
}

/** The services that were switched on or off, as events tell of them. */
function switched(before: Cluster, after: Cluster): [string, Record<string, unknown>][] {
  const told: [string, Record<string, unknown>][] = [];
  const [drs, das] = [drsOf(after), dasOf(after)];
  if (drs.enabled !== drsOf(before).enabled) {
    if (drs.enabled) told.push(['DrsEnabledEvent', { behavior: drs.defaultVmBehavior }]);
    else told.push(['DrsDisabledEvent', {}]);
  }
  if (das.enabled !== dasOf(before).enabled) told.push([das.enabled ? 'DasEnabledEvent' : 'DasDisabledEvent', {}]);
  return told;
}

export const reconfigureVerbs: readonly Verb<Site, never>[] = [
  clusterVerb('ClusterComputeResource.reconfigure'),
  clusterVerb('ClusterComputeResource.reconfigureEx'),
];

export const reconfigureStandalone: Verb<Site, never> = shortWork<ComputeResource, Reconfigure>({
  name: 'ComputeResource.reconfigureEx',
  kind: computeResourceKind,
  change: (self, { site, args }) => site.world.update(self, settingsOf(self.state, args.spec)),
});
