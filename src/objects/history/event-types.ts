/**
 * The events we know the words of: category, short name, and the sentence, with `{...}` where the event's own values go.
 *
 * One table serves both the text of each event and EventManager.description.
 */
import { AUTOMATION_EVENT_WORDS } from './event-types-automation.ts';
import { FAILOVER_EVENT_WORDS } from './event-types-failover.ts';
import { TOLERANCE_EVENT_WORDS } from './event-types-tolerance.ts';
import { VM, VM_EVENT_WORDS } from './vm-event-types.ts';

export type EventCategory = 'info' | 'warning' | 'error' | 'user';

export type EventWords = readonly [category: EventCategory, name: string, sentence: string];

const AT = '{computeResource.name} in {datacenter.name}';
const HOST = '{host.name} in {datacenter.name}';

export const EVENT_WORDS: { readonly [type: string]: EventWords } = {
  ...VM_EVENT_WORDS,

  HostAddedEvent: ['info', 'Host added', 'Added host {host.name} to datacenter {datacenter.name}'],
  HostAddFailedEvent: ['error', 'Cannot add host', 'Failed to add host {hostname} to datacenter {datacenter.name}'],
  HostRemovedEvent: ['info', 'Host removed', `Removed host ${HOST}`],
  HostConnectedEvent: ['info', 'Host connected', `Connected to ${HOST}`],
  HostDisconnectedEvent: ['info', 'Host disconnected', `Disconnected from ${HOST}: {reason}`],
  HostConnectionLostEvent: ['error', 'Host connection lost', `Host ${HOST} is not responding`],
  HostReconnectionFailedEvent: ['error', 'Cannot reconnect host', `Failed to reconnect ${HOST}`],
  HostShutdownEvent: ['info', 'Host shut down', `Shut down of ${HOST}: {reason}`],
  EnteringMaintenanceModeEvent: [
    'info',
    'Entering maintenance mode',
    `Host ${HOST} has started to enter maintenance mode`,
  ],
  EnteredMaintenanceModeEvent: ['info', 'Entered maintenance mode', `Host ${HOST} has entered maintenance mode`],
  ExitMaintenanceModeEvent: ['info', 'Exit maintenance mode', `Host ${HOST} has exited maintenance mode`],
  EnteringStandbyModeEvent: ['info', 'Entering standby mode', `Host ${HOST} is entering standby mode`],
  EnteredStandbyModeEvent: ['info', 'Entered standby mode', `Host ${HOST} is in standby mode`],
  ExitedStandbyModeEvent: ['info', 'Exited standby mode', `Host ${HOST} is no longer in standby mode`],
  HostStatusChangedEvent: [
    'info',
    'Host status changed',
    'Configuration status of {host.name} changed from {oldStatus} to {newStatus}',
  ],
  DatastoreDiscoveredEvent: ['info', 'Datastore discovered', 'Found datastore {datastore.name} on {host.name}'],
  DatastoreRemovedOnHostEvent: [
    'info',
    'Datastore removed from host',
    'Datastore {datastore.name} has been removed from {host.name}',
  ],
  LocalDatastoreCreatedEvent: [
    'info',
    'Local datastore created',
    'Created local datastore {datastore.name} on {host.name}',
  ],
  VMFSDatastoreCreatedEvent: [
    'info',
    'VMFS datastore created',
    'Created VMFS datastore {datastore.name} on {host.name}',
  ],
  NASDatastoreCreatedEvent: ['info', 'NAS datastore created', 'Created NAS datastore {datastore.name} on {host.name}'],
  AccountCreatedEvent: ['info', 'Account created', 'Account {spec.id} was created on host {host.name}'],
  AccountUpdatedEvent: ['info', 'Account updated', 'Account {spec.id} was updated on host {host.name}'],
  AccountRemovedEvent: ['info', 'Account removed', 'Account {account} was removed from host {host.name}'],
  UserPasswordChanged: [
    'info',
    'User password changed',
    'Password was changed for account {userLogin} on host {host.name}',
  ],

  DatacenterCreatedEvent: [
    'info',
    'Datacenter created',
    'Created datacenter {datacenter.name} in folder {parent.name}',
  ],
  DatacenterRenamedEvent: ['info', 'Datacenter renamed', 'Renamed datacenter from {oldName} to {newName}'],
  ClusterCreatedEvent: ['info', 'Cluster created', `Created cluster ${AT}`],
  ClusterDestroyedEvent: ['info', 'Cluster deleted', `Removed cluster ${AT}`],
  ClusterReconfiguredEvent: ['info', 'Cluster reconfigured', `Reconfigured cluster ${AT}`],
  ClusterStatusChangedEvent: [
    'info',
    'Cluster status changed',
    `Configuration status of cluster ${AT} changed from {oldStatus} to {newStatus}`,
  ],
  DrsEnabledEvent: ['info', 'DRS enabled', `Enabled DRS on ${AT} with automation level {behavior}`],
  DrsDisabledEvent: ['info', 'DRS disabled', `Disabled DRS on ${AT}`],
  DrsRuleViolationEvent: ['warning', 'VM is violating a DRS rule', `${VM} is violating a DRS affinity rule`],
  DrsSoftRuleViolationEvent: [
    'info',
    'VM is violating a soft DRS rule',
    `${VM} is violating a rule between VMs and hosts that is a preference`,
  ],
  DrsRuleComplianceEvent: ['info', 'VM is complying with a DRS rule', `${VM} is now in compliance with DRS rules`],
  NoMaintenanceModeDrsRecommendationForVM: [
    'info',
    'No maintenance mode DRS recommendation for the VM',
    `DRS knows no other host for ${VM}, which keeps its host from entering maintenance mode`,
  ],
  DrsInvocationFailedEvent: ['error', 'DRS invocation failed', `DRS could not look at ${AT}`],
  DrsRecoveredFromFailureEvent: ['info', 'DRS recovered from failure', `DRS looks at ${AT} again`],
  DasEnabledEvent: ['info', 'vSphere HA enabled for cluster', `vSphere HA enabled for cluster ${AT}`],
  DasDisabledEvent: ['info', 'vSphere HA disabled for cluster', `vSphere HA disabled for cluster ${AT}`],
  DasHostFailedEvent: ['error', 'vSphere HA host failed', `vSphere HA detected a failure of a host in cluster ${AT}`],
  InsufficientFailoverResourcesEvent: [
    'error',
    'vSphere HA failover resources are insufficient',
    `Insufficient resources to satisfy the failover level on cluster ${AT}`,
  ],
  ResourcePoolCreatedEvent: [
    'info',
    'Resource pool created',
    `Created resource pool {resourcePool.name} in {parent.name} on ${AT}`,
  ],
  ResourcePoolDestroyedEvent: ['info', 'Resource pool deleted', `Removed resource pool {resourcePool.name} on ${AT}`],
  ResourcePoolMovedEvent: [
    'info',
    'Resource pool moved',
    `Moved resource pool {resourcePool.name} from {oldParent.name} to {newParent.name} on ${AT}`,
  ],
  ResourcePoolReconfiguredEvent: [
    'info',
    'Resource pool reconfigured',
    `Updated configuration of resource pool {resourcePool.name} on ${AT}`,
  ],

  DatastoreRenamedEvent: [
    'info',
    'Datastore renamed',
    'Renamed datastore from {oldName} to {newName} in {datacenter.name}',
  ],
  DatastoreDestroyedEvent: ['info', 'Datastore deleted', 'Removed datastore {datastore.name} from {datacenter.name}'],
  DatastoreCapacityIncreasedEvent: [
    'info',
    'Datastore capacity increased',
    'Datastore {datastore.name} grew from {oldCapacity} bytes to {newCapacity} bytes in {datacenter.name}',
  ],
  DatastoreFileCopiedEvent: [
    'info',
    'File or directory copied',
    'Copied {sourceFile} from {sourceDatastore.name} to {targetFile} on {datastore.name}',
  ],
  DatastoreFileMovedEvent: [
    'info',
    'File or directory moved',
    'Moved {sourceFile} from {sourceDatastore.name} to {targetFile} on {datastore.name}',
  ],
  DatastoreFileDeletedEvent: ['info', 'File or directory deleted', 'Deleted {targetFile} from {datastore.name}'],

  DvsCreatedEvent: [
    'info',
    'vSphere Distributed Switch created',
    'A vSphere Distributed Switch {dvs.name} was created in {datacenter.name}',
  ],
  DvsDestroyedEvent: [
    'info',
    'vSphere Distributed Switch deleted',
    'The vSphere Distributed Switch {dvs.name} in {datacenter.name} was deleted',
  ],
  DvsRenamedEvent: [
    'info',
    'vSphere Distributed Switch renamed',
    'The vSphere Distributed Switch {oldName} in {datacenter.name} was renamed to {newName}',
  ],
  DvsReconfiguredEvent: [
    'info',
    'vSphere Distributed Switch reconfigured',
    'The vSphere Distributed Switch {dvs.name} in {datacenter.name} was reconfigured',
  ],
  DvsHostJoinedEvent: [
    'info',
    'Host joined the vSphere Distributed Switch',
    'The host {hostJoined.name} joined the vSphere Distributed Switch {dvs.name} in {datacenter.name}',
  ],
  DvsHostLeftEvent: [
    'info',
    'Host left vSphere Distributed Switch',
    'The host {hostLeft.name} left the vSphere Distributed Switch {dvs.name} in {datacenter.name}',
  ],
  DVPortgroupCreatedEvent: [
    'info',
    'dvPort group created',
    'dvPort group {net.name} in {datacenter.name} was added to switch {dvs.name}',
  ],
  DVPortgroupDestroyedEvent: [
    'info',
    'dvPort group deleted',
    'dvPort group {net.name} in {datacenter.name} was deleted',
  ],
  DVPortgroupRenamedEvent: [
    'info',
    'dvPort group renamed',
    'dvPort group {oldName} in {datacenter.name} was renamed to {newName}',
  ],
  DVPortgroupReconfiguredEvent: [
    'info',
    'dvPort group reconfigured',
    'dvPort group {net.name} in {datacenter.name} was reconfigured',
  ],

  UserLoginSessionEvent: ['info', 'User login', 'User {userName}@{ipAddress} logged in as {userAgent}'],
  UserLogoutSessionEvent: [
    'info',
    'User logout',
    'User {userName}@{ipAddress} logged out (login time: {loginTime}, number of API invocations: {callCount}, user agent: {userAgent})',
  ],
  BadUsernameSessionEvent: ['error', 'Invalid user name', 'Cannot login {userName}@{ipAddress}'],
  NoAccessUserEvent: ['error', 'No access for user', 'Cannot login user {userName}@{ipAddress}: no permission'],
  SessionTerminatedEvent: ['info', 'Session stopped', "A session for user '{terminatedUsername}' has stopped"],
  GlobalMessageChangedEvent: ['info', 'Message changed', "The message changed: from '{prevMessage}' to '{message}'"],
  ServerStartedSessionEvent: ['info', 'Server started', 'The session server started'],
  RoleAddedEvent: ['info', 'Role created', 'New role {role.name} created'],
  RoleRemovedEvent: ['info', 'Role removed', 'Role {role.name} removed'],
  RoleUpdatedEvent: ['info', 'Role updated', 'Role modified: {prevRoleName} is now {role.name}'],
  PermissionAddedEvent: [
    'info',
    'Permission rule added',
    'Permission created for {principal} on {entity.name}, role is {role.name}, propagation is {propagate}',
  ],
  PermissionUpdatedEvent: [
    'info',
    'Permission changed',
    'Permission changed for {principal} on {entity.name}, role is {role.name}, propagation is {propagate}',
  ],
  PermissionRemovedEvent: [
    'info',
    'Permission rule removed',
    'Permission rule removed for {principal} on {entity.name}',
  ],
  CustomFieldDefAddedEvent: ['info', 'Custom field added', 'Created new custom field definition {name}'],
  CustomFieldDefRemovedEvent: ['info', 'Custom field removed', 'Removed field definition {name}'],
  CustomFieldDefRenamedEvent: ['info', 'Custom field renamed', 'Renamed field definition from {name} to {newName}'],
  CustomFieldValueChangedEvent: [
    'info',
    'Custom field value changed',
    'Changed custom field {name} on {entity.name} in {datacenter.name} to {value}',
  ],
  TaskEvent: ['info', 'Task event', 'Task: {info.descriptionId}'],
  GeneralUserEvent: ['user', 'General user event', 'User logged event: {message}'],
  GeneralHostInfoEvent: ['info', 'General host information', 'Information on {host.name}: {message}'],
  GeneralHostWarningEvent: ['warning', 'General host warning', 'Warning on {host.name}: {message}'],
  GeneralHostErrorEvent: ['error', 'General host error', 'Error on {host.name}: {message}'],
  GeneralVmInfoEvent: ['info', 'General VM information', `Information on ${VM}: {message}`],
  GeneralVmWarningEvent: ['warning', 'General VM warning', `Warning on ${VM}: {message}`],
  GeneralVmErrorEvent: ['error', 'General VM error', `Error on ${VM}: {message}`],
  GeneralEvent: ['info', 'General event', '{message}'],
  ExtendedEvent: ['info', 'Extended event', '{message}'],
  EventEx: ['info', 'Event', '{message}'],
  ...AUTOMATION_EVENT_WORDS,
  ...FAILOVER_EVENT_WORDS,
  ...TOLERANCE_EVENT_WORDS,
};
