/**
 * The policy of what storage that keeps objects has for first class disks as a whole: the object their directory is. Other
 * datastores have plain directories, which follow no policy.
 */
import type {
  vslmInfrastructureObjectPolicy as ObjectPolicy,
  vslmInfrastructureObjectPolicySpec as PolicySpec,
  VirtualMachineProfileSpec,
} from '../../../vim25/generated/index.ts';
import type { Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import { defineKind, type KindSpec } from '../../../world/kind.ts';
import type { Verb } from '../../../world/tasks.ts';
import type { Call } from '../../call.ts';
import { verb } from '../../managed-object.ts';
import { policyFor } from '../../policy/apply.ts';
import { takesDefaults } from '../../policy/default-of.ts';
import type { Applied } from '../../policy/profile.ts';
import type { Site } from '../../site.ts';
import { type Datastore, datastoreKind } from '../datastore.ts';
import { guardStore } from './first-class-disk.ts';

export interface DiskFolder {
  readonly at: { readonly datastore: string };
  readonly policy?: Applied | undefined;
}

export const diskFolderKind: KindSpec<DiskFolder> = defineKind<DiskFolder>({
  type: 'FirstClassDiskFolder',
  relations: {
    datastore: { facet: 'at', to: 'Datastore', of: (s) => s.at.datastore, inverse: 'firstClassDiskFolder' },
  },
});

const DIRECTORY = 'fcd';
const NAME = 'VStorageObjectManager.updateVStorageInfrastructureObjectPolicy';

function storeOf(site: Site, datastore: Ref): Cell<Datastore> {
  guardStore(site.world, datastore);
  return site.world.as(datastoreKind, datastore.value)!;
}

function chosen({ world }: Site, profile: readonly VirtualMachineProfileSpec[] | undefined, datastore: string) {
  return policyFor(world, profile, { datastore, path: DIRECTORY });
}

/** One for storage that keeps objects, none for other datastores. */
export function objectPolicies({ site }: Call, { datastore }: { readonly datastore: Ref }): ObjectPolicy[] {
  const store = storeOf(site, datastore);
  if (!takesDefaults(store)) return [];
  const [folder] = store.back<DiskFolder>('firstClassDiskFolder');
  const policy = folder ? folder.state.policy : chosen(site, undefined, store.id);
  const backingObjectId = site.ids.uuid(`fcd-folder/${store.id}`);
  return [{ name: DIRECTORY, backingObjectId, profileId: policy?.policy ?? '' }] as unknown as ObjectPolicy[];
}

/** Throws InvalidDatastore for one that keeps no objects, InvalidArgument for a policy that is not there. */
function planned(
  site: Site,
  { datastore, profile }: PolicySpec,
): { store: Cell<Datastore>; policy?: Applied | undefined } {
  const store = storeOf(site, datastore);
  if (!takesDefaults(store)) throw new VimFault('InvalidDatastore', { datastore, name: store.state.name });
  return { store, policy: chosen(site, profile, store.id) };
}

export const objectPolicyVerb: Verb<Site, never> = verb<{ readonly spec: PolicySpec }>({
  name: NAME,
  descriptionId: NAME,
  exclusive: false,
  steps: {
    begin({ site, args }) {
      planned(site, args.spec);
      return { next: 'finish', after: site.latency.duration(NAME) };
    },
    finish({ site, args }) {
      const { store, policy } = planned(site, args.spec);
      const [folder] = store.back<DiskFolder>('firstClassDiskFolder');
      if (folder) site.world.update(folder, { policy });
      else
        site.world.create(
          diskFolderKind,
          { at: Object.freeze({ datastore: store.id }), policy },
          `fcd-folder-${store.id}`,
        );
      return { done: true };
    },
  },
});
