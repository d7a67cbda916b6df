/** Reconfigures compute resources and clusters: DRS, HA and DPM, rules, groups and per-VM overrides. */
import type {
  ArrayUpdateSpec,
  ClusterConfigSpec,
  ClusterConfigSpecEx,
  ComputeResourceConfigSpec,
} from '../../../vim25/generated/index.ts';
import { isRef } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { invalidArgument } from '../../../world/fault.ts';
import type { Verb } from '../../../world/tasks.ts';
import { post } from '../../history/post.ts';
import { said } from '../../inventory/said.ts';
import { shortWork } from '../../inventory/short-work.ts';
import type { Site } from '../../site.ts';
import { type ComputeResource, computeResourceKind } from '../compute-resource.ts';
import { clusterKind } from './cluster.ts';
import { type Cluster, type ClusterRules, NO_RULES } from './cluster-config.ts';

type AnySpec = ClusterConfigSpecEx & Pick<ClusterConfigSpec, 'dasVmConfigSpec'>;

/** What a spec says over what holds; when it does not modify, over nothing. Arrays are told by their own operations. */
export function reconfigured(before: Cluster, spec: AnySpec, modify: boolean): Partial<Cluster> {
  return {
    ...settingsOf(before, spec),
    drs: over(modify ? before.drs : undefined, spec.drsConfig),
    das: over(modify ? before.das : undefined, spec.dasConfig),
    dpm: over(modify ? before.dpm : undefined, spec.dpmConfig),
    rules: rulesOf(modify ? (before.rules ?? NO_RULES) : NO_RULES, spec),
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

function rulesOf(before: ClusterRules, spec: AnySpec): ClusterRules {
  let nextKey = Math.max(0, ...before.rule.map((r) => r.key ?? 0)) + 1;
  const numbered = spec.rulesSpec?.map((s) => {
    if (s.operation !== 'add' || !s.info) return s;
    const named = {
      enabled: true,
      mandatory: false,
      userCreated: true,
      status: 'green',
      inCompliance: true,
      ...s.info,
    } as const;
    return { ...s, info: { ...named, key: s.info.key && s.info.key > 0 ? s.info.key : nextKey++ } };
  });
  return Object.freeze({
    rule: changed(before.rule, numbered, (r) => String(r.key), 'rulesSpec'),
    group: changed(before.group, spec.groupSpec, (g) => g.name, 'groupSpec'),
    drsVm: changed(before.drsVm, spec.drsVmConfigSpec, (v) => v.key.value, 'drsVmConfigSpec'),
    dasVm: changed(before.dasVm, spec.dasVmConfigSpec, (v) => v.key.value, 'dasVmConfigSpec'),
    dpmHost: changed(before.dpmHost, spec.dpmHostConfigSpec, (h) => h.key.value, 'dpmHostConfigSpec'),
  });
}

/** Applies add, edit and remove to a list kept by key. Adding what is there, or touching what is not, is InvalidArgument. */
function changed<T extends object>(
  before: readonly T[],
  specs: readonly (ArrayUpdateSpec & { readonly info?: T | undefined })[] | undefined,
  keyOf: (item: T) => string,
  path: string,
): readonly T[] {
  if (!specs) return before;
  const items = new Map(before.map((item) => [keyOf(item), item]));
  specs.forEach(({ operation, info, removeKey }, i) => {
    const key = operation === 'remove' ? (isRef(removeKey) ? removeKey.value : String(removeKey)) : info && keyOf(info);
    if (key === undefined) throw invalidArgument(`spec.${path}[${i}].info`);
    if ((operation === 'add') === items.has(key)) throw invalidArgument(`spec.${path}[${i}]`);
    if (operation === 'remove') items.delete(key);
    else items.set(key, Object.freeze({ ...items.get(key), ...info! }));
  });
  return Object.freeze([...items.values()]);
}

interface Reconfigure {
  readonly spec: AnySpec;
  readonly modify: boolean;
}

function clusterVerb(name: string): Verb<Site, never> {
  return shortWork<Cluster, Reconfigure>({
    name,
    kind: clusterKind,
    guard: (self, { args }) => void reconfigured(self.state, args.spec, args.modify),
    change(self, { site, args, request }) {
      site.world.update(self, reconfigured(self.state, args.spec, args.modify));
      const about = { entity: self as unknown as Cell, chainId: request.eventChainId };
      post(site, request.user, 'ClusterReconfiguredEvent', {}, about);
    },
  });
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
