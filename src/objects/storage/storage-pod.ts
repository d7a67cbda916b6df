/** StoragePod: a folder of datastores that is looked at as one. */
import type {
  ClusterActionHistory,
  ClusterDrsFaults,
  ClusterRecommendation,
  PodStorageDrsEntry,
  StoragePodSummary,
} from '../../vim25/generated/index.ts';
import type { Cell } from '../../world/cell.ts';
import { defineKind, type KindSpec } from '../../world/kind.ts';
import { type Folder, folderKind } from '../inventory/folder.ts';
import { type ManagedObject, managedObject } from '../managed-object.ts';
import type { Site } from '../site.ts';
import { type Datastore, freeSpace, READS_SPACE } from './datastore.ts';
import { namedMachines, podConfig, type StorageDrs } from './drs/settings.ts';

export interface StoragePod extends Folder {
  /** How Storage DRS is set up; absent while nobody said anything. */
  readonly drs?: StorageDrs | undefined;
  /** What it proposes, what kept it from proposing more, and what it did. */
  readonly proposals?: readonly ClusterRecommendation[] | undefined;
  readonly drsFaults?: readonly ClusterDrsFaults[] | undefined;
  readonly drsHistory?: readonly ClusterActionHistory[] | undefined;
  /** When it last looked at the pod. */
  readonly drsLooked?: number | undefined;
}

export const storagePodKind: KindSpec<StoragePod> = defineKind<StoragePod>({
  type: 'StoragePod',
  base: folderKind as never,
  prefix: 'group-p',
  relations: {
    overridden: {
      facet: 'drs',
      to: 'VirtualMachine',
      of: (s) => namedMachines(s.drs),
      inverse: 'storageDrsOverride',
    },
  },
  properties: {
    summary: {
      reads: ['name', 'datastore', ...READS_SPACE.map((read) => `datastore.${read}`)],
      value: (s, self) => summary(s, self),
    },
    podStorageDrsEntry: {
      reads: ['drs', 'proposals', 'drsFaults', 'drsHistory', 'overridden.@there'],
      value: (s, self) => storageDrs(s, self),
    },
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

function storageDrs(s: StoragePod, self: Cell<StoragePod>): PodStorageDrsEntry {
  const there = new Set(self.all('overridden').map((vm) => vm.id));
  return {
    storageDrsConfig: {
      podConfig: podConfig(s.drs, (vm) => there.has(vm)),
      vmConfig: (s.drs?.vms ?? []).filter(({ vm }) => vm && there.has(vm.value)),
    },
    recommendation: s.proposals ?? [],
    drsFault: s.drsFaults ?? [],
    actionHistory: s.drsHistory ?? [],
  };
}

export const storagePod: ManagedObject = managedObject('StoragePod', storagePodKind);

/** Adds a pod, inside a turn. */
export function createPod(site: Site, name: string, parent: string): Cell<StoragePod> {
  return site.world.create(storagePodKind, { name, parent, childTypes: POD_CHILDREN });
}
