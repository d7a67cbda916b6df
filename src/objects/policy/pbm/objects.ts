/** The managed objects of the storage policy API. */
import type { ManagedObject } from '../../managed-object.ts';
import { complianceManager } from './compliance-manager.ts';
import { each, followers } from './entities.ts';
import { pbmObject } from './pbm-object.ts';
import { placementSolver } from './placement-solver.ts';
import { profileManager } from './profile-manager.ts';
import { serviceInstance } from './service-instance.ts';

export { pbmStanding } from './service-instance.ts';

/** No storage here replicates: what exists is in no group. */
const replicationManager = pbmObject('PbmReplicationManager', {
  PbmQueryReplicationGroups: (call, _, { entities = [] }) =>
    each(entities, (entity) => {
      followers(call, entity, 'entities');
      return {};
    }),
});

export const pbmObjects: readonly ManagedObject[] = [
  serviceInstance,
  profileManager,
  complianceManager,
  placementSolver,
  replicationManager,
  pbmObject('PbmSessionManager', {}),
  pbmObject('PbmCapabilityMetadataManager', {}),
];
