/** What this room and that of EVC add to clusters. */
import type { Verb } from '../../../world/tasks.ts';
import type { AnyMethod } from '../../managed-object.ts';
import type { Site } from '../../site.ts';
import { clusterEvcMethods } from '../evc/evc-methods.ts';
import { clusterHaMethods, haVerbs } from './methods.ts';

export const haMethods: {
  readonly type: string;
  readonly methods: { readonly [name: string]: AnyMethod | undefined };
  readonly verbs: readonly Verb<Site, never>[];
} = {
  type: 'ClusterComputeResource',
  methods: { ...clusterHaMethods, ...clusterEvcMethods } as never,
  verbs: haVerbs,
};
