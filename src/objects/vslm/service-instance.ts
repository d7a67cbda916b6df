/** VslmServiceInstance: where clients of the catalogue of all first class disks begin. */
import type { VslmServiceInstanceContent } from '../../vim25/generated-vslm/index.ts';
import { ref } from '../../vim25/value.ts';
import type { ManagedObject } from '../managed-object.ts';
import type { Site } from '../site.ts';
import { vslmObject } from './vslm-object.ts';

interface ServiceInstance {
  readonly content: VslmServiceInstanceContent;
}

/** Ids as a vCenter has them. */
const ROWS = [
  ['sessionManager', 'VslmSessionManager', 'SessionManager'],
  ['vStorageObjectManager', 'VslmVStorageObjectManager', 'VStorageObjectManager'],
  ['storageLifecycleManager', 'VslmStorageLifecycleManager', 'StorageLifecycleManager'],
] as const;

const NAME = 'VMware Virtual Storage Lifecycle Manager Service';

/** Every object that stands at the endpoint. */
export function vslmStanding(
  site: Site,
): readonly { readonly type: string; readonly id: string; readonly state: object }[] {
  const managers = Object.fromEntries(ROWS.map(([property, type, id]) => [property, ref(type, id)]));
  const aboutInfo = {
    name: NAME,
    fullName: `${NAME} 1.0.0`,
    vendor: 'VMware, Inc.',
    apiVersion: '1.0.0',
    instanceUuid: site.ids.uuid('vslm'),
  };
  const content = Object.freeze({ aboutInfo, ...managers });
  return [
    { type: 'VslmServiceInstance', id: 'ServiceInstance', state: { content } },
    ...ROWS.map(([, type, id]) => ({ type, id, state: {} })),
  ];
}

export const serviceInstance: ManagedObject = vslmObject(
  'VslmServiceInstance',
  { RetrieveContent: (_, self) => (self as unknown as { readonly state: ServiceInstance }).state.content },
  { content: { reads: ['content'], value: (s) => (s as unknown as ServiceInstance).content } },
);
