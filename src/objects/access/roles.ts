/** Roles: named sets of privileges. Those below zero are the system's and cannot be changed. */
import type { AuthorizationRole } from '../../vim25/generated/index.ts';
import { PRIVILEGE_IDS, SYSTEM_PRIVILEGES } from './privileges.ts';

export interface Role {
  readonly id: number;
  readonly name: string;
  readonly label: string;
  readonly summary: string;
  readonly privileges: readonly string[];
}

export const ADMIN = -1;
export const READ_ONLY = -2;
/** What one may see of an object only because something below it is one's own. */
export const VIEW = -3;
export const ANONYMOUS = -4;
export const NO_ACCESS = -5;

const SYSTEM_ROLES: readonly Role[] = [
  role(NO_ACCESS, 'NoAccess', 'No access', 'Used for restricting granted access', []),
  role(ANONYMOUS, 'Anonymous', 'Anonymous', 'Not logged-in user (cannot be granted)', ['System.Anonymous']),
  role(VIEW, 'View', 'View', 'Visibility access (cannot be granted)', ['System.Anonymous', 'System.View']),
  role(READ_ONLY, 'ReadOnly', 'Read-only', 'See details of objects, but not make changes', SYSTEM_PRIVILEGES),
  role(ADMIN, 'Admin', 'Administrator', 'Full access rights', PRIVILEGE_IDS),
  role(
    -6,
    'NoCryptoAdmin',
    'No cryptography administrator',
    'Full access without Cryptographic operations privileges',
    PRIVILEGE_IDS.filter((id) => !id.startsWith('Cryptographer.')),
  ),
];

const POWER =
  'PowerOn PowerOff Suspend Reset AnswerQuestion ConsoleInteract DeviceConnection SetCDMedia SetFloppyMedia ToolsInstall';
const INTERACT = POWER.split(' ').map((name) => `VirtualMachine.Interact.${name}`);
const SCHEDULE = ['Create', 'Delete', 'Run', 'Edit'].map((name) => `ScheduledTask.${name}`);

const CONFIG =
  'AddExistingDisk AddNewDisk RemoveDisk CPUCount Memory AddRemoveDevice EditDevice Settings Rename Resource AdvancedConfig DiskLease ResetGuestInfo';

const POWER_USER = [
  'Global.CancelTask',
  'Datastore.Browse',
  ...CONFIG.split(' ').map((name) => `VirtualMachine.Config.${name}`),
  ...['CreateSnapshot', 'RevertToSnapshot', 'RemoveSnapshot', 'RenameSnapshot'].map((n) => `VirtualMachine.State.${n}`),
  ...INTERACT,
  ...SCHEDULE,
];

/** The sample roles a fresh vCenter has. */
const SAMPLE_ROLES: readonly Role[] = [
  sample(
    6,
    'VirtualMachinePowerUser',
    'Virtual machine power user',
    'Operates and changes virtual machines',
    POWER_USER,
  ),
  sample(7, 'VirtualMachineUser', 'Virtual machine user', 'Operates virtual machines', [
    'Global.CancelTask',
    ...INTERACT,
    ...SCHEDULE,
  ]),
  sample(8, 'ResourcePoolAdministrator', 'Resource pool administrator', 'Manages resource pools and what is in them', [
    ...['CreatePool', 'RenamePool', 'EditPool', 'MovePool', 'DeletePool', 'AssignVMToPool', 'AssignVAppToPool'].map(
      (name) => `Resource.${name}`,
    ),
    ...['ColdMigrate', 'HotMigrate', 'QueryVMotion'].map((name) => `Resource.${name}`),
    'Folder.Create',
    'Folder.Delete',
    'Folder.Move',
    'Folder.Rename',
    'Authorization.ModifyPermissions',
    ...POWER_USER,
  ]),
  sample(9, 'VMwareConsolidatedBackupUser', 'VMware Consolidated Backup user', 'Backs virtual machines up', [
    'VirtualMachine.Config.DiskLease',
    'VirtualMachine.State.CreateSnapshot',
    'VirtualMachine.State.RemoveSnapshot',
    'VirtualMachine.Provisioning.DiskRandomRead',
    'VirtualMachine.Provisioning.GetVmFiles',
  ]),
  sample(10, 'DatastoreConsumer', 'Datastore consumer', 'Takes space of datastores', ['Datastore.AllocateSpace']),
  sample(11, 'NetworkConsumer', 'Network administrator', 'Connects virtual machines to networks', ['Network.Assign']),
];

/** The roles of a fresh server. */
export const INITIAL_ROLES: readonly Role[] = [...SYSTEM_ROLES, ...SAMPLE_ROLES];

export function roleValue(r: Role): AuthorizationRole {
  return {
    roleId: r.id,
    system: r.id < 0,
    name: r.name,
    info: { label: r.label, summary: r.summary },
    privilege: r.privileges,
  };
}

/** A role someone makes, with the privileges every such role has. */
export function madeRole(id: number, name: string, privileges: readonly string[]): Role {
  return role(id, name, name, name, [...new Set([...SYSTEM_PRIVILEGES, ...privileges])]);
}

function sample(id: number, name: string, label: string, summary: string, privileges: readonly string[]): Role {
  return role(id, name, `${label} (sample)`, summary, [...SYSTEM_PRIVILEGES, ...new Set(privileges)]);
}

function role(id: number, name: string, label: string, summary: string, privileges: readonly string[]): Role {
  return Object.freeze({ id, name, label, summary, privileges });
}
