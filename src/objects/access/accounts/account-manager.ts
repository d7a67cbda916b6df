/** HostLocalAccountManager: the users an ESXi host keeps by itself. It has no groups of its own any more. */
import type { HostAccountSpec, HostPosixAccountSpec } from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import { invalidArgument, VimFault } from '../../../world/fault.ts';
import { defineKind, type KindSpec } from '../../../world/kind.ts';
import type { Call } from '../../call.ts';
import { post } from '../../history/post.ts';
import { type ManagedObject, managedObject } from '../../managed-object.ts';
import { permitted, rootOf } from '../authority.ts';
import { changeAuthority, permissionsOf, replacePermissions } from '../permissions.ts';
import { forgive, signIn } from './lockout.ts';
import { hashed } from './password.ts';
import { weaknessOf } from './password-quality.ts';
import { type Account, account, accountOf, type DirectoryFacets, directoryOf, groupNamed } from './users.ts';

export const accountManagerKind: KindSpec<object> = defineKind<object>({ type: 'HostLocalAccountManager' });

export const accountManager: ManagedObject = managedObject('HostLocalAccountManager', accountManagerKind, {
  CreateUser(call, _self, { user }) {
    const cell = directoryCell(call);
    const { directory } = cell.state;
    guardName(user.id);
    if (accountOf(directory, user.id) || groupNamed(directory, user.id))
      throw new VimFault('AlreadyExists', { name: user.id });
    const { posixId, shellAccess } = user as HostPosixAccountSpec;
    const id = posixId ?? freeId(directory.accounts);
    guardFreeId(directory.accounts, id);
    if (user.password === undefined) throw invalidArgument('user.password');
    guardPassword(user.id, user.password);
    const made = { ...account('', user.id, user.password), fullName: user.description ?? '' };
    const accounts = [...directory.accounts, { ...made, posix: { id, shell: shellAccess ?? false } }];
    call.turn(() => {
      call.world.update(cell, { directory: { ...directory, accounts } });
      tell(call, 'AccountCreatedEvent', { spec: shown(user), group: false });
    });
  },

  UpdateUser(call, _self, { user }) {
    const cell = directoryCell(call);
    const old = known(cell, user.id);
    const { posixId, shellAccess } = user as HostPosixAccountSpec;
    const others = cell.state.directory.accounts.filter((a) => a !== old);
    if (posixId !== undefined) guardFreeId(others, posixId);
    if (user.password !== undefined) guardPassword(user.id, user.password);
    const posix = { id: posixId ?? old.posix?.id ?? 0, shell: shellAccess ?? old.posix?.shell ?? false };
    call.turn(() => {
      replace(cell, old, { ...old, fullName: user.description ?? old.fullName, posix, ...secretOf(user) });
      if (user.password !== undefined) tellPassword(call, cell, old);
      tell(call, 'AccountUpdatedEvent', { spec: shown(user), group: false, prevDescription: old.fullName });
    });
  },

  RemoveUser(call, _self, { userName }) {
    const cell = directoryCell(call);
    const old = known(cell, userName);
    // The host itself needs its root.
    if (old.principal === 'root') throw new VimFault('SecurityError');
    const { directory } = cell.state;
    changeAuthority(call.site, () => {
      call.world.update(cell, { directory: { ...directory, accounts: directory.accounts.filter((a) => a !== old) } });
      forgive(cell, old.principal);
      forgetPermissions(call, old.principal);
      tell(call, 'AccountRemovedEvent', { account: old.principal, group: false });
    });
  },

  /** For somebody whose password must be another before they may come in: asks for no session, but for the old one. */
  ChangePassword(call, _self, { user, oldPassword, newPassword }) {
    const cell = directoryCell(call);
    if (!signIn(call.site, user, oldPassword)) throw new VimFault('InvalidLogin');
    const old = known(cell, user);
    guardPassword(old.principal, newPassword);
    call.turn(() => {
      replace(cell, old, { ...old, password: hashed(newPassword) });
      tellPassword(call, cell, old);
    });
  },

  // A host has no groups of its own any more: their methods are not supported there either.
});

type DirectoryCell = Cell<DirectoryFacets>;

function directoryCell(call: Call): DirectoryCell {
  return directoryOf(call.world)!;
}

function known(cell: DirectoryCell, name: string): Account {
  const found = accountOf(cell.state.directory, name);
  if (!found) throw new VimFault('UserNotFound', { principal: name, unresolved: false });
  return found;
}

/** What the host's own tools take for a name. */
function guardName(id: string): void {
  if (!/^[a-z_][a-z0-9_.-]{0,30}$/i.test(id)) throw invalidArgument('user.id');
}

function guardPassword(name: string, password: string): void {
  const weakness = weaknessOf(name, password);
  if (weakness) throw new VimFault('SystemError', { reason: `Weak password: ${weakness}.` });
}

function guardFreeId(accounts: readonly Account[], id: number): void {
  if (accounts.some((a) => a.posix?.id === id)) throw new VimFault('AlreadyExists', { name: String(id) });
}

/** Users begin at 1000. */
function freeId(accounts: readonly Account[]): number {
  return Math.max(999, ...accounts.map((a) => a.posix?.id ?? 0)) + 1;
}

function replace(cell: DirectoryCell, old: Account, next: Account): void {
  const { directory } = cell.state;
  cell.world.update(cell, {
    directory: { ...directory, accounts: directory.accounts.map((a) => (a === old ? next : a)) },
  });
}

function secretOf({ password }: HostAccountSpec): Pick<Account, 'password'> | undefined {
  return password === undefined ? undefined : { password: hashed(password) };
}

function tellPassword(call: Call, cell: DirectoryCell, { principal }: Account): void {
  forgive(cell, principal);
  tell(call, 'UserPasswordChanged', { userLogin: principal });
}

/** Permissions name somebody; without them the permission is gone too. */
function forgetPermissions(call: Call, principal: string): void {
  for (const entity of [...permitted(call.world)]) {
    const left = permissionsOf(entity).filter((p) => p.group || p.principal !== principal);
    if (left.length < permissionsOf(entity).length) replacePermissions(call.site, call.user, entity, left);
  }
}

/** An event shows no password. */
function shown({ id, description }: HostAccountSpec): HostAccountSpec {
  return { id, ...(description === undefined ? {} : { description }) };
}

function tell(call: Call, type: string, properties: Record<string, unknown>): void {
  const host = [...call.world.ofType('HostSystem')][0] ?? rootOf(call.world);
  post(call.site, call.user, type, properties, host ? { entity: host } : {});
}
