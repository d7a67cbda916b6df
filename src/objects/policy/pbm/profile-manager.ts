/** PbmProfileProfileManager: policies, who follows them, and which are defaults. */
import type {
  PbmDatastoreSpaceStatistics,
  PbmProfileId,
  PbmQueryProfileResult,
  PbmServerObjectRef,
} from '../../../vim25/generated-pbm/index.ts';
import { invalidArgument } from '../../../world/fault.ts';
import type { Call } from '../../call.ts';
import type { ManagedObject } from '../../managed-object.ts';
import { freeSpace } from '../../storage/datastore.ts';
import { ENTITY_TYPES, followersOf, seenWith } from '../associations.ts';
import { systemPolicy, takesDefaults } from '../default-of.ts';
import { policyKind } from '../profile.ts';
import { applicableDefaults, assignDefault, defaultOf, defaultsOf } from './defaults.ts';
import { createProfile, deleteProfiles, resetProfile, updateProfile } from './edit-profile.ts';
import { each, followers, ownRef } from './entities.ts';
import { datastoreAt } from './hubs.ts';
import { capabilityMetadata, capabilitySchemas, vendorInfo } from './metadata.ts';
import { pbmObject } from './pbm-object.ts';
import { namedPolicy, profileId, profileView, STORAGE } from './profile-view.ts';

const MIB = 2 ** 20;

/** The policies that an entity follows, each once. */
function profilesOf(call: Call, entity: PbmServerObjectRef): PbmProfileId[] {
  const ids = followers(call, entity, 'entity').flatMap((f) => f.applied?.policy ?? []);
  return [...new Set(ids)].map((uniqueId) => ({ uniqueId }));
}

/** Who follows a policy, as far as the caller may see; `type` asks for one sort of entity. */
function entitiesOf(call: Call, id: PbmProfileId, type?: string): PbmServerObjectRef[] {
  const isSeen = (ref: PbmServerObjectRef) => {
    const cell = seenWith(call.world, ref);
    return cell !== undefined && call.viewer.can(cell, 'System.View');
  };
  const seen = [...followersOf(call.world, id.uniqueId)].filter(isSeen);
  if (type === undefined) return seen.map((ref) => ownRef(call, ref));
  if (type !== 'virtualMachineAndDisks')
    return seen.filter((ref) => ref.objectType === type).map((ref) => ownRef(call, ref));
  const ofMachines = seen.filter(({ objectType }) => objectType !== 'virtualDiskUUID');
  const vms = new Set(ofMachines.map(({ key }) => key.split(':')[0]!));
  return [...vms].map((key) => ownRef(call, { objectType: type, key }));
}

function spaceOf(call: Call, entity: PbmServerObjectRef, ids: readonly PbmProfileId[]): PbmDatastoreSpaceStatistics[] {
  const datastore =
    entity.objectType === 'datastore' ? datastoreAt(call, { hubType: 'Datastore', hubId: entity.key }) : undefined;
  if (!datastore || !takesDefaults(datastore)) throw invalidArgument('datastore');
  const total = Math.floor(datastore.state.volume.capacity / MIB);
  const free = Math.floor(freeSpace(datastore) / MIB);
  const used = { physicalTotalInMB: total, physicalFreeInMB: free, physicalUsedInMB: total - free };
  const logical = { logicalFreeInMB: free, logicalUsedInMB: total - free };
  if (ids.length === 0) return [{ ...used, ...logical }];
  return ids.map((id) => {
    const policy = namedPolicy(call.world, id, 'capabilityProfileId');
    return { profileId: policy.state.origin.uniqueId, ...used, ...logical };
  });
}

export const profileManager: ManagedObject = pbmObject('PbmProfileProfileManager', {
  PbmFetchResourceType: () => [STORAGE],
  PbmFetchVendorInfo(_call, _, { resourceType }) {
    if (resourceType && resourceType.resourceType !== 'STORAGE') throw invalidArgument('resourceType');
    return vendorInfo();
  },
  PbmFetchCapabilityMetadata(_call, _, { resourceType, vendorUuid }) {
    if (resourceType && resourceType.resourceType !== 'STORAGE') throw invalidArgument('resourceType');
    return capabilityMetadata(vendorUuid);
  },
  PbmFetchCapabilitySchema: (_call, _, { vendorUuid, lineOfService }) => capabilitySchemas(vendorUuid, lineOfService),
  PbmCreate: (call, _, { createSpec }) => createProfile(call, createSpec),
  PbmUpdate: (call, _, { profileId: id, updateSpec }) => updateProfile(call, id, updateSpec),
  PbmDelete: (call, _, { profileId: ids }) => deleteProfiles(call, ids),
  PbmQueryProfile(call, _, { resourceType, profileCategory }) {
    if (resourceType.resourceType !== 'STORAGE') throw invalidArgument('resourceType');
    const all = [...call.world.every(policyKind)];
    return all.filter((p) => !profileCategory || p.state.origin.category === profileCategory).map(profileId);
  },
  PbmRetrieveContent(call, _, { profileIds }) {
    if (profileIds.length === 0) throw invalidArgument('profileIds');
    return profileIds.map((id) => profileView(namedPolicy(call.world, id, 'profileIds')));
  },
  PbmQueryAssociatedProfile: (call, _, { entity }) => profilesOf(call, entity),
  PbmQueryAssociatedProfiles: (call, _, { entities }) =>
    each(entities, (entity) => ({ profileId: profilesOf(call, entity) })) as PbmQueryProfileResult[],
  PbmQueryAssociatedEntity(call, _, { profile, entityType }) {
    if (entityType && !ENTITY_TYPES.has(entityType)) throw invalidArgument('entityType');
    return entitiesOf(call, profileId(namedPolicy(call.world, profile, 'profile')), entityType || undefined);
  },
  PbmQueryAssociatedEntities(call, _, { profiles = [] }) {
    const results = new Map<string, { readonly object: PbmServerObjectRef; readonly profileId: PbmProfileId[] }>();
    for (const given of profiles) {
      const id = profileId(namedPolicy(call.world, given, 'profiles'));
      for (const object of entitiesOf(call, id)) {
        const key = `${object.objectType} ${object.key}`;
        results.set(key, { object, profileId: [...(results.get(key)?.profileId ?? []), id] });
      }
    }
    return [...results.values()];
  },
  PbmQueryDefaultRequirementProfile: (call, _, { hub }) => defaultOf(call, hub),
  PbmQueryDefaultRequirementProfiles: (call, _, { datastores }) => defaultsOf(call, datastores),
  PbmAssignDefaultRequirementProfile: (call, _, { profile, datastores }) => assignDefault(call, profile, datastores),
  PbmFindApplicableDefaultProfile: (call, _, { datastores }) => applicableDefaults(call, datastores),
  PbmResetDefaultRequirementProfile(call, _, { profile }) {
    const vsan = systemPolicy(call.world, 'VsanDefaultProfile');
    resetProfile(call, profile || !vsan ? namedPolicy(call.world, profile ?? { uniqueId: '' }, 'profile') : vsan);
  },
  PbmResetVSanDefaultProfile(call) {
    resetProfile(call, systemPolicy(call.world, 'VsanDefaultProfile')!);
  },
  PbmQuerySpaceStatsForStorageContainer: (call, _, { datastore, capabilityProfileId = [] }) =>
    spaceOf(call, datastore, capabilityProfileId),
});
