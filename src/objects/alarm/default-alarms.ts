/**
 * The alarms a vCenter comes with, all of them on the root folder: what they look for, as data.
 *
 * Names, system names and the ids of the older ones are a vCenter's; so are the thresholds. Event ids of hosts
 * (`esx.problem.*`) are those ESXi reports.
 */
import type { AlarmExpression, AlarmSpec } from '../../vim25/generated/index.ts';
import type { Site } from '../site.ts';
import { alarmKind } from './alarm-kind.ts';
import { type AlarmRow, above, allOf, anyOf, green, HOST, on, red, state, VM, yellow } from './alarm-phrases.ts';
import { HEALTH_ALARMS } from './default-health-alarms.ts';
import { aboutOf } from './expression.ts';
import { DISK_USED } from './metric.ts';

const ALARMS: readonly AlarmRow[] = [
  [
    1,
    'HostConnectionStateAlarm',
    'Host connection and power state',
    anyOf(
      allOf(
        state('isEqual', HOST, 'runtime.connectionState', 'notResponding'),
        state('isUnequal', HOST, 'runtime.powerState', 'standBy'),
      ),
    ),
  ],
  [3, 'HostCPUUsageAlarm', 'Host CPU usage', anyOf(above(HOST, 2, 7_500, 9_000, 300))],
  [4, 'HostMemoryUsageAlarm', 'Host memory usage', anyOf(above(HOST, 24, 9_000, 9_500, 300))],
  [5, 'VmMemoryUsageAlarm', 'Virtual machine memory usage', anyOf(above(VM, 24, 8_500, 9_500, 600))],
  [6, 'VmCPUUsageAlarm', 'Virtual machine CPU usage', anyOf(above(VM, 2, 7_500, 9_000, 300))],
  [7, 'DatastoreDiskUsageAlarm', 'Datastore usage on disk', anyOf(above('Datastore', DISK_USED, 7_500, 8_500, 0))],
  [
    11,
    'HostErrorAlarm',
    'Host error',
    anyOf(...on(HOST, undefined, 'GeneralHostErrorEvent', 'GeneralHostWarningEvent')),
  ],
  [
    12,
    'VmErrorAlarm',
    'Virtual machine error',
    anyOf(...on(VM, undefined, 'GeneralVmErrorEvent', 'GeneralVmWarningEvent')),
  ],
  [
    13,
    'HostConnectivityAlarm',
    'Host connection failure',
    anyOf(
      ...red(
        HOST,
        'HostCnxFailedCcagentUpgradeEvent',
        'HostCnxFailedNetworkErrorEvent',
        'HostCnxFailedTimeoutEvent',
        'HostCnxFailedBadUsernameEvent',
        'HostCnxFailedNoAccessEvent',
        'HostCnxFailedNoConnectionEvent',
        'HostCnxFailedNotFoundEvent',
        'HostCnxFailedAlreadyManagedEvent',
        'HostCnxFailedBadCcagentEvent',
        'HostCnxFailedBadVersionEvent',
        'HostCnxFailedEvent',
      ),
      ...green(HOST, 'HostConnectedEvent'),
    ),
  ],
  [
    14,
    'StorageConnectivityAlarm',
    'Cannot connect to storage',
    anyOf(
      ...red(HOST, 'esx.problem.storage.connectivity.lost'),
      ...yellow(HOST, 'esx.problem.storage.redundancy.lost', 'esx.problem.storage.redundancy.degraded'),
      ...green(HOST, 'esx.clear.storage.connectivity.restored', 'esx.clear.storage.redundancy.restored'),
    ),
  ],
  [
    15,
    'NetworkConnectivityLostAlarm',
    'Network connectivity lost',
    anyOf(
      ...red(HOST, 'esx.problem.net.connectivity.lost', 'esx.problem.net.dvport.connectivity.lost'),
      ...green(HOST, 'esx.clear.net.connectivity.restored', 'esx.clear.net.dvport.connectivity.restored'),
    ),
  ],
  [
    16,
    'NetworkRedundancyLostAlarm',
    'Network uplink redundancy lost',
    anyOf(
      ...red(HOST, 'esx.problem.net.redundancy.lost', 'esx.problem.net.dvport.redundancy.lost'),
      ...green(HOST, 'esx.clear.net.redundancy.restored', 'esx.clear.net.dvport.redundancy.restored'),
    ),
  ],
  [
    17,
    'NetworkRedundancyDegradedAlarm',
    'Network uplink redundancy degraded',
    anyOf(
      ...yellow(HOST, 'esx.problem.net.redundancy.degraded', 'esx.problem.net.dvport.redundancy.degraded'),
      ...green(HOST, 'esx.clear.net.redundancy.restored', 'esx.clear.net.dvport.redundancy.restored'),
    ),
  ],
  [
    18,
    'HealthStatusChangedAlarm',
    'Health status monitoring',
    anyOf(
      ...(['green', 'yellow', 'red'] as const).flatMap((status) =>
        on('Folder', status, 'vim.event.HealthStatusChangedEvent').map(
          (e) =>
            ({
              ...e,
              eventType: 'HealthStatusChangedEvent',
              comparisons: [{ attributeName: 'newStatus', operator: 'equals', value: status }],
            }) as AlarmExpression,
        ),
      ),
    ),
  ],
  [
    19,
    'LicenseNonComplianceAlarm',
    'License inventory monitoring',
    anyOf(
      ...red(undefined, 'LicenseNonComplianceEvent', 'LicenseServerUnavailableEvent'),
      ...green(undefined, 'AllVirtualMachinesLicensedEvent', 'LicenseServerAvailableEvent'),
    ),
  ],
  [
    20,
    'LicenseExpiredAlarm',
    'Expired host license',
    anyOf(...red(HOST, 'LicenseExpiredEvent', 'HostLicenseExpiredEvent')),
  ],
];

/** Number of the last of them: alarms that users make are counted on from here. */
const LAST = 383;

/** What all of them do when they get worse: nothing but a trap, which is sent to nobody until somebody is set up. */
const ACTION = {
  _typeName: 'GroupAlarmAction',
  action: [
    {
      _typeName: 'AlarmTriggeringAction',
      action: { _typeName: 'SendSNMPAction' },
      transitionSpecs: [{ startState: 'yellow', finalState: 'red', repeats: true }],
      green2yellow: false,
      yellow2red: false,
      red2yellow: false,
      yellow2green: false,
    },
  ],
} as unknown as NonNullable<AlarmSpec['action']>;

/** Puts them on the root folder, which may come later. Inside a turn. */
export function createDefaultAlarms(site: Site, root: string): void {
  const modified = site.clock.now();
  for (const [id, system, name, expression] of [...ALARMS, ...HEALTH_ALARMS]) {
    const spec: AlarmSpec = Object.freeze({
      name,
      systemName: `alarm.${system}`,
      description: `Comes with vCenter Server and watches: ${name}`,
      enabled: true,
      expression,
      action: ACTION,
      actionFrequency: 0,
      setting: { toleranceRange: 0, reportingFrequency: 300 },
    });
    const made = { author: undefined, modified, creationEventId: 0 };
    site.world.create(alarmKind, { entity: root, spec, about: aboutOf(expression), made }, `alarm-${id}`);
  }
  while (site.world.numbers.next('alarm') < LAST);
}
