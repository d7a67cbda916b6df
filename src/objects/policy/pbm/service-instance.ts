/** PbmServiceInstance: where clients of the storage policy API begin. */
import type { PbmServiceInstanceContent } from '../../../vim25/generated-pbm/index.ts';
import { ref } from '../../../vim25/value.ts';
import type { ManagedObject } from '../../managed-object.ts';
import type { Site } from '../../site.ts';
import { pbmObject } from './pbm-object.ts';

interface ServiceInstance {
  readonly content: PbmServiceInstanceContent;
}

/** Ids as a vCenter has them. */
const ROWS = [
  ['sessionManager', 'PbmSessionManager', 'SessionManager'],
  ['capabilityMetadataManager', 'PbmCapabilityMetadataManager', 'CapabilityMetadataManager'],
  ['profileManager', 'PbmProfileProfileManager', 'ProfileManager'],
  ['complianceManager', 'PbmComplianceManager', 'complianceManager'],
  ['placementSolver', 'PbmPlacementSolver', 'placementSolver'],
  ['replicationManager', 'PbmReplicationManager', 'ReplicationManager'],
] as const;

/** Every object that stands at the endpoint. */
export function pbmStanding(
  site: Site,
): readonly { readonly type: string; readonly id: string; readonly state: object }[] {
  const managers = Object.fromEntries(ROWS.map(([property, type, id]) => [property, ref(type, id)]));
  const aboutInfo = { name: 'PBM', version: '2.0', instanceUuid: site.ids.uuid('pbm') };
  const content = Object.freeze({ aboutInfo, ...managers });
  return [
    { type: 'PbmServiceInstance', id: 'ServiceInstance', state: { content } },
    ...ROWS.map(([, type, id]) => ({ type, id, state: {} })),
  ];
}

export const serviceInstance: ManagedObject = pbmObject(
  'PbmServiceInstance',
  { PbmRetrieveServiceContent: (_, self) => (self as { readonly state: ServiceInstance }).state.content },
  { content: { reads: ['content'], value: (s) => (s as ServiceInstance).content } },
);
