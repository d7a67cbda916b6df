/** Who may come into a guest, and what each may do there. */
import type { Machine } from '../machine/machine.ts';
import { isWindows } from './awake.ts';
import type { GuestNode, GuestUser } from './system.ts';

/** Somebody who is in: their number, and whether everything is allowed. */
export interface Login {
  readonly name: string;
  readonly id: number;
  readonly admin: boolean;
}

const ADMINISTRATORS = /^(root|administrator)$/i;
const FIRST_USER = 1_000;
const WORLD_READ = 0o004;
const WORLD_WRITE = 0o002;

/** Whoever gives these credentials; undefined when nobody does. */
export function loginOf(m: Machine, name: string, password: string): Login | undefined {
  if (name === '') return undefined;
  const { users } = m.guestSystem ?? {};
  if (!users)
    return password === '' ? undefined : { name, id: ADMINISTRATORS.test(name) ? 0 : FIRST_USER, admin: true };
  const user = users.find((u) => u.password === password && sameName(m, u.name, name));
  return user && known(users, user);
}

/** A user by name alone, as a ticket or an alias names one. */
export function userNamed(m: Machine, name: string): Login | undefined {
  const { users } = m.guestSystem ?? {};
  if (!users) return name === '' ? undefined : { name, id: ADMINISTRATORS.test(name) ? 0 : FIRST_USER, admin: true };
  const user = users.find((u) => sameName(m, u.name, name));
  return user && known(users, user);
}

function known(users: readonly GuestUser[], user: GuestUser): Login {
  const root = ADMINISTRATORS.test(user.name);
  return { name: user.name, id: root ? 0 : FIRST_USER + users.indexOf(user), admin: root || user.admin };
}

/** On Windows case does not count, and a domain may stand before the name. */
function sameName(m: Machine, a: string, b: string): boolean {
  if (!isWindows(m)) return a === b;
  const bare = (name: string) => name.slice(name.lastIndexOf('\\') + 1).toLowerCase();
  return bare(a) === bare(b);
}

export function mayRead(login: Login, node: GuestNode): boolean {
  return login.admin || node.owner === login.id || (node.permissions & WORLD_READ) !== 0;
}

export function mayWrite(login: Login, node: GuestNode): boolean {
  return login.admin || node.owner === login.id || (node.permissions & WORLD_WRITE) !== 0;
}

export function homeOf(m: Machine, login: Login): string {
  if (isWindows(m)) return `C:\\Users\\${login.name.slice(login.name.lastIndexOf('\\') + 1)}`;
  return login.name === 'root' ? '/root' : `/home/${login.name}`;
}
