/** The managed objects of this room, and every manager a fresh server has. */
import { formatTime } from '../../kernel/time.ts';
import type { Facets, KindSpec } from '../../world/kind.ts';
import { type AccessOptions, createAccessObjects } from '../access/objects.ts';
import { alarmObjects, createAlarmObjects } from '../alarm/objects.ts';
import { customizationSpecManager } from '../customization/spec-manager.ts';
import { freshSpecManager } from '../customization/spec-manager-kind.ts';
import { diagnosticManager } from '../diagnostics/diagnostic-manager.ts';
import { createHistoryObjects } from '../history/objects.ts';
import type { AnyMethod, ManagedObject } from '../managed-object.ts';
import { createDefaultPolicies } from '../policy/default-policies.ts';
import { createScheduleObjects, scheduleObjects } from '../schedule/objects.ts';
import type { Site } from '../site.ts';
import { performanceManager } from '../statistics/performance-manager.ts';
import { freshStatistics } from '../statistics/performance-manager-kind.ts';
import { contentOf, type Manager, managersOf } from './content.ts';
import { customFieldsManager, setCustomValue } from './custom-fields-manager.ts';
import { builtInExtensions, extensionManager } from './extension-manager.ts';
import { EVALUATION } from './license.ts';
import { licenseAssignmentManager, licenseManager } from './license-manager.ts';
import { hostAgentSettings, optionManager, vcenterSettings } from './option-manager.ts';
import { plainManagers } from './plain-managers.ts';
import { serviceInstance } from './service-instance.ts';

export { grantAdministrators } from '../access/permissions.ts';

export const serviceObjects: readonly ManagedObject[] = [
  serviceInstance,
  optionManager,
  extensionManager,
  licenseManager,
  licenseAssignmentManager,
  customFieldsManager,
  customizationSpecManager,
  performanceManager,
  diagnosticManager,
  ...alarmObjects,
  ...scheduleObjects,
  ...plainManagers,
];

/** Methods this room gives to types of others. */
export const serviceMethods: readonly {
  readonly type: string;
  readonly methods: { readonly [name: string]: AnyMethod };
}[] = [{ type: 'ExtensibleManagedObject', methods: { setCustomValue } }];

/** Rooms that make these themselves: the inventory its root, access and history their managers. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  'Folder',
  'SessionManager',
  'AuthorizationManager',
  'UserDirectory',
  'TaskManager',
  'EventManager',
  'AlarmManager',
  'ScheduledTaskManager',
]);

const GUEST = [
  ['auth', 'GuestAuthManager', 'AuthManager'],
  ['file', 'GuestFileManager', 'FileManager'],
  ['process', 'GuestProcessManager', 'ProcessManager'],
  ['registry', 'GuestWindowsRegistryManager', 'WindowsRegistryManager'],
  ['alias', 'GuestAliasManager', 'AliasManager'],
] as const;

/** Makes everything the ServiceContent names but the inventory. Call once, before the inventory is made. */
export function createServiceObjects(site: Site, options: AccessOptions): void {
  const managers = managersOf(site.flavour);
  const id = (property: string) => managers.find((m) => m.property === property)!.id;
  site.world.turn(() => {
    createAccessObjects(
      site,
      {
        sessionManager: id('sessionManager'),
        authorizationManager: id('authorizationManager'),
        userDirectory: id('userDirectory'),
      },
      options,
    );
    createHistoryObjects(site, { taskManager: id('taskManager'), eventManager: id('eventManager') });
    if (site.flavour === 'vcenter') {
      createAlarmObjects(site, id('alarmManager'), id('rootFolder'));
      createScheduleObjects(site, id('scheduledTaskManager'));
      createDefaultPolicies(site);
    }
    for (const manager of managers) {
      if (!ELSEWHERE.has(manager.type)) create(site, manager.type, stateOf(site, manager), manager.id);
    }
    const content = contentOf(managers, site.about);
    create(
      site,
      'ServiceInstance',
      { content, manyHosts: site.flavour === 'vcenter', clock: site.clock },
      'ServiceInstance',
    );
  });
}

/** What a manager begins with, and the objects that hang on it. */
function stateOf(site: Site, { type, id }: Manager): Facets {
  switch (type) {
    case 'PropertyCollector':
      return { session: undefined, desks: new Map() };
    case 'OptionManager':
      return { settings: site.flavour === 'esx' ? hostAgentSettings() : vcenterSettings('simsphere') };
    case 'ExtensionManager':
      return { extensions: builtInExtensions(site.about.version, formatTime(site.clock.now())) };
    case 'LicenseManager': {
      const assignment = site.flavour === 'esx' ? 'ha-license-assignment-manager' : 'LicenseAssignmentManager';
      create(site, 'LicenseAssignmentManager', { assigned: [], licenses: id }, assignment);
      return { licenses: [EVALUATION], assignment };
    }
    case 'CustomFieldsManager':
      return { fields: [] };
    case 'CustomizationSpecManager':
      return freshSpecManager(site);
    case 'PerformanceManager':
      return freshStatistics(site);
    case 'GuestOperationsManager':
      return { guest: guestManagers(site, id) };
    default:
      return {};
  }
}

/** vCenter: `guestOperationsFileManager`; ESXi: `ha-guest-operations-file-manager`. */
function guestManagers(site: Site, parent: string): Readonly<Record<string, string>> {
  const ids = GUEST.map(([key, type, suffix]) => {
    const id =
      site.flavour === 'esx'
        ? parent.replace(/manager$/, suffix.replace(/(?!^)([A-Z])/g, '-$1').toLowerCase())
        : parent.replace(/Manager$/, suffix);
    create(site, type, {}, id);
    return [key, id];
  });
  return Object.fromEntries(ids);
}

function create(site: Site, type: string, state: Facets, id: string): void {
  site.world.create({ type } as KindSpec<Facets>, state, id);
}
