/** StoragePod: a folder of datastores that is looked at as one. */
import type { PodStorageDrsEntry, StoragePodSummary } from '../../vim25/generated/index.ts';
import type { Cell } from '../../world/cell.ts';
import { defineKind, type KindSpec } from '../../world/kind.ts';
import { type Folder, folderKind } from '../inventory/folder.ts';
import { type ManagedObject, managedObject } from '../managed-object.ts';
import type { Site } from '../site.ts';
import { type Datastore, freeSpace, READS_SPACE } from './datastore.ts';

/** What Storage DRS does in the pod. */
export interface StoragePod extends Folder {
  readonly drs?: { readonly enabled: boolean; readonly automated: boolean } | undefined;
}

export const storagePodKind: KindSpec<StoragePod> = defineKind<StoragePod>({
  type: 'StoragePod',
  base: folderKind as never,
  prefix: 'group-p',
  properties: {
    summary: {
      reads: ['name', 'datastore', ...READS_SPACE.map((read) => `datastore.${read}`)],
      value: (s, self) => summary(s, self),
    },
    podStorageDrsEntry: { reads: ['drs'], value: (s) => storageDrs(s) },
  },
});

export const POD_CHILDREN: readonly string[] = Object.freeze(['Datastore']);

function summary(s: StoragePod, self: Cell<StoragePod>): StoragePodSummary {
  let capacity = 0;
  let free = 0;
  for (const datastore of self.back<Datastore>('datastore')) {
    capacity += datastore.state.volume.capacity;
    free += freeSpace(datastore);
  }
  return { name: s.name, capacity, freeSpace: free };
}

function storageDrs({ drs }: StoragePod): PodStorageDrsEntry {
  return {
    storageDrsConfig: {
      podConfig: {
        enabled: drs?.enabled ?? false,
        ioLoadBalanceEnabled: false,
        defaultVmBehavior: drs?.automated ? 'automated' : 'manual',
        loadBalanceInterval: 480,
        defaultIntraVmAffinity: true,
        spaceLoadBalanceConfig: {
          spaceThresholdMode: 'utilization',
          spaceUtilizationThreshold: 80,
          minSpaceUtilizationDifference: 5,
        },
        ioLoadBalanceConfig: {
          reservablePercentThreshold: 60,
          reservableThresholdMode: 'automated',
          ioLatencyThreshold: 15,
          ioLoadImbalanceThreshold: 5,
        },
        automationOverrides: {},
        rule: [],
        option: [],
      },
      vmConfig: [],
    },
    recommendation: [],
    drsFault: [],
    actionHistory: [],
  };
}

export const storagePod: ManagedObject = managedObject('StoragePod', storagePodKind);

/** Adds a pod, inside a turn. */
export function createPod(site: Site, name: string, parent: string): Cell<StoragePod> {
  return site.world.create(storagePodKind, { name, parent, childTypes: POD_CHILDREN });
}
