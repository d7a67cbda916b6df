/** The environment variables a user of a guest has: what the scenario says over what every system sets. */
import type { Machine } from '../machine/machine.ts';
import { isWindows } from './awake.ts';
import { homeOf, type Login } from './users.ts';

/** `NAME=value` of each; with names, of those that are set, in the order asked for. */
export function environmentOf(m: Machine, login: Login, names: readonly string[] | undefined): string[] {
  const windows = isWindows(m);
  const key = (name: string) => (windows ? name.toLowerCase() : name);
  const all = new Map<string, string>();
  for (const line of [...defaults(m, login), ...(m.guestSystem?.environment ?? [])]) {
    all.set(key(line.slice(0, line.indexOf('='))), line);
  }
  if (!names?.length) return [...all.values()];
  return names.flatMap((name) => all.get(key(name)) ?? []);
}

function defaults(m: Machine, login: Login): string[] {
  const home = homeOf(m, login);
  if (!isWindows(m)) {
    const path = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
    return [`HOME=${home}`, `LOGNAME=${login.name}`, `PATH=${path}`, 'SHELL=/bin/bash', `USER=${login.name}`];
  }
  return [
    'ComSpec=C:\\Windows\\system32\\cmd.exe',
    'OS=Windows_NT',
    'Path=C:\\Windows\\system32;C:\\Windows',
    'SystemDrive=C:',
    'SystemRoot=C:\\Windows',
    'TEMP=C:\\Windows\\Temp',
    `USERNAME=${login.name}`,
    `USERPROFILE=${home}`,
    'windir=C:\\Windows',
  ];
}
