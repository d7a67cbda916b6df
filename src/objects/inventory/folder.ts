/** Folder: holds entities of a few types; which ones follows from where it stands below its datacenter. */
import type { Cell } from '../../world/cell.ts';
import { defineKind, type KindSpec } from '../../world/kind.ts';
import type { Site } from '../site.ts';
import { type Entity, managedEntity } from './managed-entity.ts';

export interface Folder extends Entity {
  readonly childTypes: readonly string[];
}

/** What a folder is for, by the letter in its id: `group-v3` holds VMs. */
export type FolderRole = 'd' | 'v' | 'h' | 's' | 'n';

export const CHILD_TYPES: { readonly [role in FolderRole]: readonly string[] } = Object.freeze({
  d: Object.freeze(['Folder', 'Datacenter']),
  v: Object.freeze(['Folder', 'VirtualMachine', 'VirtualApp']),
  h: Object.freeze(['Folder', 'ComputeResource']),
  s: Object.freeze(['Folder', 'Datastore', 'StoragePod']),
  n: Object.freeze(['Folder', 'Network', 'DistributedVirtualSwitch']),
});

export const folderKind: KindSpec<Folder> = defineKind<Folder>({
  type: 'Folder',
  base: managedEntity as never,
  prefix: 'group-d',
  properties: {
    childType: { reads: ['childTypes'], value: (s) => s.childTypes },
    // A vApp hangs on its pool; the VM folder it is shown in lists it all the same.
    childEntity: {
      reads: ['children', 'linked'],
      value: (_, self) => [...self.refsBack('children'), ...self.refsBack('linked')],
    },
  },
});

/** Adds a folder inside a turn; `id` only where it is not counted, as on ESXi. */
export function createFolder(site: Site, role: FolderRole, name: string, parent?: string, id?: string): Cell<Folder> {
  const state: Folder = { name, parent, childTypes: CHILD_TYPES[role] };
  return site.world.create(folderKind, state, id ?? site.world.numbers.id(`group-${role}`));
}

/** Whether the folder may hold an entity of that type. */
export function accepts(folder: Cell<Folder>, cell: Cell): boolean {
  return folder.state.childTypes.some((type) => cell.is(type));
}

/** The role of a folder: that of the datacenter's folder it descends from. */
export function roleOf(folder: Cell<Folder>): FolderRole {
  const [, special] = folder.state.childTypes;
  for (const role of ['d', 'v', 'h', 's', 'n'] as const) if (CHILD_TYPES[role][1] === special) return role;
  return 's';
}
