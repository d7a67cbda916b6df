/** The alarms on failover, storage and hardware that a vCenter comes with; see default-alarms.ts. */
import {
  type AlarmRow,
  anyOf,
  CLUSTER,
  green,
  HOST,
  health,
  on,
  red,
  toleranceState,
  VM,
  yellow,
} from './alarm-phrases.ts';

export const HEALTH_ALARMS: readonly AlarmRow[] = [
  [
    21,
    'MigrationErrorAlarm',
    'Migration error',
    anyOf(...on(VM, undefined, 'MigrationErrorEvent', 'MigrationHostErrorEvent', 'MigrationResourceErrorEvent')),
  ],
  [
    22,
    'ExitStandbyErrorAlarm',
    'Exit standby error',
    anyOf(...red(HOST, 'ExitStandbyModeFailedEvent'), ...green(HOST, 'ExitedStandbyModeEvent')),
  ],
  [
    23,
    'NoCompatibleHostForSecondaryVMAlarm',
    'No compatible host for Secondary VM',
    anyOf(...red(VM, 'VmNoCompatibleHostForSecondaryEvent'), ...green(VM, 'VmSecondaryAddedEvent')),
  ],
  [
    24,
    'TimedOutStartingSecondaryVMAlarm',
    'Timed out starting Secondary VM',
    anyOf(...red(VM, 'VmTimedoutStartingSecondaryEvent'), ...green(VM, 'VmSecondaryStartedEvent')),
  ],
  [
    25,
    'HAClusterResourcesAlarm',
    'Insufficient vSphere HA failover resources',
    anyOf(
      ...red(CLUSTER, 'InsufficientFailoverResourcesEvent'),
      ...green(CLUSTER, 'FailoverLevelRestored', 'DasDisabledEvent'),
    ),
  ],
  [
    26,
    'HAFailoverInProgressAlarm',
    'vSphere HA failover in progress',
    anyOf(
      ...yellow(CLUSTER, 'com.vmware.vc.HA.ClusterFailoverActionInitiatedEvent'),
      ...green(CLUSTER, 'com.vmware.vc.HA.ClusterFailoverActionCompletedEvent'),
    ),
  ],
  [
    27,
    'HACannotFindMasterAlarm',
    'Cannot find vSphere HA master agent',
    anyOf(
      ...red(CLUSTER, 'com.vmware.vc.HA.ClusterContainsIncompatibleHosts'),
      ...green(CLUSTER, 'com.vmware.vc.HA.AllHostAddrsPingable', 'DasDisabledEvent'),
    ),
  ],
  [
    28,
    'HAHostStatusAlarm',
    'vSphere HA host status',
    anyOf(
      ...red(
        HOST,
        'DasHostFailedEvent',
        'DasHostIsolatedEvent',
        'HostDasErrorEvent',
        'com.vmware.vc.HA.DasHostFailedEvent',
        'com.vmware.vc.HA.DasHostIsolatedEvent',
      ),
      ...green(
        HOST,
        'HostDasEnabledEvent',
        'HostDasOkEvent',
        'HostDasDisabledEvent',
        'com.vmware.vc.HA.DasHostCompleteDatastoreFailureEvent',
      ),
    ),
  ],
  [
    29,
    'HAVmFailoverFailedAlarm',
    'vSphere HA virtual machine failover failed',
    anyOf(...red(VM, 'VmFailoverFailed'), ...green(VM, 'VmPoweredOnEvent', 'VmRestartedOnAlternateHostEvent')),
  ],
  [
    30,
    'HAVmMonitoringActionAlarm',
    'vSphere HA virtual machine monitoring action',
    anyOf(
      ...yellow(VM, 'VmDasBeingResetEvent', 'VmDasBeingResetWithScreenshotEvent'),
      ...green(VM, 'com.vmware.vc.HA.VmDasResetAbortedEvent'),
    ),
  ],
  [
    31,
    'HAVmMonitoringErrorAlarm',
    'vSphere HA virtual machine monitoring error',
    anyOf(...red(VM, 'VmDasResetFailedEvent')),
  ],
  [
    32,
    'ThinProvisionedLUNAlarm',
    'Thin-provisioned volume capacity threshold exceeded',
    anyOf(...yellow('Datastore', 'com.vmware.vc.VmfsThinProvisionedCapacityThreshold')),
  ],
  [
    33,
    'DatastoreInMultipleDatacentersAlarm',
    'Datastore is in multiple datacenters',
    anyOf(...yellow('Datastore', 'com.vmware.vc.sdrs.DatastoreInMultipleDatacentersEvent')),
  ],
  [
    34,
    'StorageDrsRecommendationAlarm',
    'Storage DRS recommendation',
    anyOf(
      ...yellow('StoragePod', 'com.vmware.vc.sdrs.StorageDrsNewRecommendationPendingEvent'),
      ...green('StoragePod', 'com.vmware.vc.sdrs.ClearDatastoreInMultipleDatacentersEvent'),
    ),
  ],
  [
    35,
    'VmConsolidationNeededAlarm',
    'Virtual machine Consolidation Needed status',
    anyOf({
      _typeName: 'StateAlarmExpression',
      operator: 'isEqual',
      type: VM,
      statePath: 'runtime.consolidationNeeded',
      yellow: 'true',
    } as never),
  ],
  [
    36,
    'VmFaultToleranceStateChangedAlarm',
    'Virtual Machine Fault Tolerance state changed',
    anyOf(
      toleranceState('red', 'needSecondary'),
      toleranceState('yellow', 'disabled'),
      ...['notConfigured', 'enabled', 'starting', 'running'].map((state) => toleranceState('green', state)),
    ),
  ],
  [41, 'ProcessorHealthAlarm', 'Host processor status', health('ProcessorHealthChanged')],
  [42, 'MemoryHealthAlarm', 'Host memory status', health('MemoryHealthChanged')],
  [43, 'FanHealthAlarm', 'Host hardware fan status', health('FanHealthChanged')],
  [44, 'VoltageHealthAlarm', 'Host hardware voltage', health('VoltageHealthChanged')],
  [45, 'TemperatureHealthAlarm', 'Host hardware temperature status', health('TemperatureHealthChanged')],
  [46, 'PowerHealthAlarm', 'Host hardware power status', health('PowerHealthChanged')],
  [47, 'SystemBoardHealthAlarm', 'Host hardware system board status', health('SystemBoardHealthChanged')],
  [48, 'BatteryHealthAlarm', 'Host battery status', health('BatteryHealthChanged')],
  [49, 'StorageHealthAlarm', 'Host storage status', health('StorageHealthChanged')],
  [50, 'OtherHealthAlarm', 'Status of other host hardware objects', health('OtherHealthChanged')],
];
