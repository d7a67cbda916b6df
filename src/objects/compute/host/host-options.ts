/** A host's advanced settings: kept by its OptionManager, shown in its config. */
import type { OptionDef, OptionValue } from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import type { OptionFacets } from '../../service/option-manager.ts';
import type { Host } from './host.ts';

type Setting = readonly [key: string, value: string | number | boolean, summary: string, most?: number];

const SETTINGS: readonly Setting[] = [
  ['Annotations.WelcomeMessage', '', 'Welcome message in the initial screen of the DCUI'],
  ['Config.HostAgent.log.level', 'info', 'Log level'],
  ['Config.HostAgent.plugins.solo.enableMob', false, 'Enables the Managed Object Browser'],
  [
    'Config.HostAgent.plugins.hostsvc.esxAdminsGroup',
    'ESX Admins',
    'Directory group whose members administer the host',
  ],
  ['DCUI.Access', 'root', 'Users who may get out of lockdown mode'],
  ['Disk.MaxLUN', 1024, 'Maximum LUN that is scanned for', 16_384],
  ['Disk.SchedNumReqOutstanding', 32, 'Outstanding commands when several worlds compete', 256],
  ['Mem.MemZipEnable', 1, 'Enable the memory compression cache', 1],
  ['Mem.ShareForceSalting', 2, 'Page sharing salting', 2],
  ['Net.FollowHardwareMac', 1, 'Management MAC follows the hardware', 1],
  ['Net.TcpipHeapMax', 1024, 'Maximum heap of the TCP/IP stack in MB', 1536],
  ['NFS.MaxVolumes', 32, 'Maximum number of mounted NFS volumes', 256],
  ['Security.AccountLockFailures', 5, 'Failed logins before an account is locked', 100],
  ['Security.AccountUnlockTime', 900, 'Seconds an account stays locked', 3600],
  ['Security.PasswordQualityControl', 'retry=3 min=disabled,disabled,disabled,7,7', 'Rules for new passwords'],
  ['Syslog.global.logDir', '[] /scratch/log', 'Datastore path of directory to output logs to'],
  ['Syslog.global.logHost', '', 'Remote host to output logs to'],
  ['UserVars.DcuiTimeOut', 600, 'Idle seconds before the DCUI logs out', 86_400],
  ['UserVars.ESXiShellInteractiveTimeOut', 0, 'Idle seconds before an interactive shell logs out', 86_400],
  ['UserVars.ESXiShellTimeOut', 0, 'Seconds a shell stays enabled while nobody logs in', 86_400],
  ['UserVars.SuppressShellWarning', 0, 'Hide the warning that a shell is enabled', 1],
  ['VMFS3.UseATSForHBOnVMFS5', 1, 'Use ATS for heartbeats', 1],
];

/** The settings of a fresh host. */
export const DEFAULT_OPTIONS: readonly OptionValue[] = Object.freeze(
  SETTINGS.map(([key, value]) => Object.freeze({ key, value })),
);

export const READS_OPTIONS = ['optionManager.settings'] as const;

export function optionValues(self: Cell<Host>): OptionValue[] {
  return Array.from(self.back<OptionFacets>('optionManager'), (manager) => [...manager.state.settings]).flat();
}

export const OPTION_DEFS: OptionDef[] = SETTINGS.map(
  ([key, value, summary, most]) => ({ label: key, summary, key, optionType: optionType(value, most) }) as OptionDef,
);

function optionType(value: string | number | boolean, most: number | undefined): object {
  if (typeof value === 'boolean')
    return { _typeName: 'BoolOption', valueIsReadonly: false, supported: true, defaultValue: value };
  if (typeof value === 'number') {
    return { _typeName: 'LongOption', valueIsReadonly: false, min: 0, max: most ?? 2 ** 31 - 1, defaultValue: value };
  }
  return { _typeName: 'StringOption', valueIsReadonly: false, defaultValue: value };
}
