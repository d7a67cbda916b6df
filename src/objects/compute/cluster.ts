/** Clusters. */
import { defineKind, type KindSpec } from '../../world/kind.ts';
import { type ComputeResource, computeResourceKind } from './compute-resource.ts';

export interface Cluster extends ComputeResource {
  readonly drs: { readonly enabled: boolean; readonly behavior: string };
}

export const clusterKind: KindSpec<Cluster> = defineKind<Cluster>({
  type: 'ClusterComputeResource',
  base: computeResourceKind as never,
  prefix: 'domain-c',
  properties: {
    configuration: {
      reads: ['drs'],
      value: (s) => ({
        dasConfig: { enabled: false },
        dasVmConfig: [],
        drsConfig: { enabled: s.drs.enabled, defaultVmBehavior: s.drs.behavior, vmotionRate: 3 },
        drsVmConfig: [],
        rule: [],
      }),
    },
  },
});
