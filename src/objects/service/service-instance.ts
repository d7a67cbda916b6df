/** ServiceInstance: where every client begins. */
import type { Clock } from '../../kernel/clock.ts';
import { formatTime } from '../../kernel/time.ts';
import type { Capability, ServiceContent } from '../../vim25/generated/index.ts';
import { defineKind, type KindSpec } from '../../world/kind.ts';
import { evcMode, GENERATIONS } from '../compute/evc/modes.ts';
import { type ManagedObject, managedObject } from '../managed-object.ts';

export interface ServiceInstanceFacets {
  readonly content: ServiceContent;
  /** Whether many hosts are managed here: true of vCenter. */
  readonly manyHosts: boolean;
  /** Machinery, not state: what tells the time. */
  readonly clock: Clock;
}

export const serviceInstanceKind: KindSpec<ServiceInstanceFacets> = defineKind<ServiceInstanceFacets>({
  type: 'ServiceInstance',
  properties: {
    serverClock: { reads: ['@clock', 'clock'], value: (s) => formatTime(s.clock.now()) },
    capability: { reads: ['manyHosts'], value: (s) => capability(s.manyHosts) },
    content: { reads: ['content'], value: (s) => s.content },
  },
});

export const serviceInstance: ManagedObject = managedObject('ServiceInstance', serviceInstanceKind, {
  RetrieveServiceContent: (_call, self) => self.state.content,
  CurrentTime: (call) => formatTime(call.site.clock.now()),
});

function capability(manyHosts: boolean): Capability {
  return {
    provisioningSupported: manyHosts,
    multiHostSupported: manyHosts,
    userShellAccessSupported: !manyHosts,
    supportedEVCMode: manyHosts ? GENERATIONS.map(evcMode) : [],
    networkBackupAndRestoreSupported: manyHosts,
    ftDrsWithoutEvcSupported: manyHosts,
    hciWorkflowSupported: manyHosts,
    computePolicyVersion: 2,
    clusterPlacementSupported: manyHosts,
    lifecycleManagementSupported: manyHosts,
    hostSeedingSupported: manyHosts,
    scalableSharesSupported: manyHosts,
    hadcsSupported: manyHosts,
  };
}
