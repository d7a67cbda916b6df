/** ServiceInstance: where every client begins. */
import type { Clock } from '../../kernel/clock.ts';
import { formatTime } from '../../kernel/time.ts';
import type { Capability, ServiceContent } from '../../vim25/generated/index.ts';
import { defineKind, type KindSpec } from '../../world/kind.ts';
import { evcMode, GENERATIONS } from '../compute/evc/modes.ts';
import { type ManagedObject, managedObject } from '../managed-object.ts';
import type { ServerTrouble } from './server-trouble.ts';

export interface ServiceInstanceFacets {
  readonly content: ServiceContent;
  /** Whether many hosts are managed here: true of vCenter. */
  readonly manyHosts: boolean;
  /** Machinery, not state: what tells the time. */
  readonly clock: Clock;
  readonly trouble?: ServerTrouble | undefined;
}

export const serviceInstanceKind: KindSpec<ServiceInstanceFacets> = defineKind<ServiceInstanceFacets>({
  type: 'ServiceInstance',
  machinery: { clock: undefined },
  properties: {
    serverClock: { reads: ['@clock', 'clock', 'trouble'], value: (s) => formatTime(timeShown(s)) },
    capability: { reads: ['manyHosts'], value: (s) => capability(s.manyHosts) },
    content: { reads: ['content'], value: (s) => s.content },
  },
});

export const serviceInstance: ManagedObject = managedObject('ServiceInstance', serviceInstanceKind, {
  RetrieveServiceContent: (_call, self) => self.state.content,
  CurrentTime: (_call, self) => formatTime(timeShown(self.state)),
});

function timeShown({ clock, trouble }: ServiceInstanceFacets): number {
  return clock.now() + (trouble?.skew?.by ?? 0);
}

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
