/** The words of what HA does, and of hosts that come and go; see event-types.ts. */
import type { EventWords } from './event-types.ts';

const AT = '{computeResource.name} in {datacenter.name}';
const HOST = '{host.name} in {datacenter.name}';
const VM = '{vm.name} on {host.name} in {datacenter.name}';

export const FAILOVER_EVENT_WORDS: { readonly [type: string]: EventWords } = {
  DasAgentFoundEvent: ['info', 'vSphere HA agent found', `Re-established contact with a primary host in cluster ${AT}`],
  DasAgentUnavailableEvent: [
    'error',
    'vSphere HA agent unavailable',
    `Unable to contact a primary vSphere HA agent in cluster ${AT}`,
  ],
  DasAdmissionControlEnabledEvent: [
    'info',
    'vSphere HA admission control enabled',
    `vSphere HA admission control enabled on cluster ${AT}`,
  ],
  DasAdmissionControlDisabledEvent: [
    'info',
    'vSphere HA admission control disabled',
    `vSphere HA admission control disabled on cluster ${AT}`,
  ],
  DasHostFailedEvent: [
    'error',
    'vSphere HA host failed',
    `vSphere HA detected a possible failure of host {failedHost.name} in cluster ${AT}`,
  ],
  DasHostIsolatedEvent: [
    'warning',
    'Host isolated',
    `vSphere HA detected that host {isolatedHost.name} is isolated from cluster ${AT}`,
  ],
  DasClusterIsolatedEvent: [
    'error',
    'All vSphere HA hosts isolated',
    `All hosts in the vSphere HA cluster ${AT} were isolated from the network`,
  ],
  FailoverLevelRestored: [
    'info',
    'vSphere HA failover resources are sufficient',
    `Sufficient resources are available to satisfy the vSphere HA failover level in cluster ${AT}`,
  ],
  HostDasEnablingEvent: ['info', 'Enabling vSphere HA agent', `vSphere HA is being enabled on ${HOST}`],
  HostDasEnabledEvent: ['info', 'vSphere HA agent enabled', `vSphere HA agent on ${HOST} is enabled`],
  HostDasDisablingEvent: ['info', 'Disabling vSphere HA agent', `vSphere HA is being disabled on ${HOST}`],
  HostDasDisabledEvent: ['info', 'vSphere HA agent disabled', `vSphere HA agent on ${HOST} is disabled`],
  NotEnoughResourcesToStartVmEvent: [
    'warning',
    'Insufficient resources for vSphere HA to start VM',
    `vSphere HA has not enough resources to start ${VM}: {reason}`,
  ],
  VmShutdownOnIsolationEvent: [
    'info',
    'vSphere HA isolation response',
    'vSphere HA ended {vm.name} on isolated host {isolatedHost.name} in cluster {computeResource.name}: {shutdownResult}',
  ],

  CanceledHostOperationEvent: ['info', 'Canceled host operation', `The operation on host ${HOST} was canceled`],
  ExitingStandbyModeEvent: ['info', 'Exiting standby mode', `Host ${HOST} is exiting standby mode`],
  ExitStandbyModeFailedEvent: ['error', 'Cannot exit standby mode', `Host ${HOST} could not exit standby mode`],
  HostCnxFailedAlreadyManagedEvent: [
    'error',
    'Host already managed',
    'Cannot connect to a host in {datacenter.name}: it is managed already',
  ],
  HostCnxFailedBadUsernameEvent: [
    'error',
    'Incorrect user name',
    'Cannot connect to a host in {datacenter.name}: incorrect user name or password',
  ],
};
