/** Where the guest keeps the log of its customizations, as events name it. */
import { isWindows } from '../guest/awake.ts';
import type { Machine } from '../machine/machine.ts';

export function logLocation(m: Pick<Machine, 'config'>): string {
  return isWindows(m) ? 'C:/Windows/TEMP/vmware-imc/guestcust.log' : '/var/log/vmware-imc/toolsDeployPkg.log';
}
