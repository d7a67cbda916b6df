/** Making, changing and removing roles; those of the system stay as they are. */
import type { Cell } from '../../world/cell.ts';
import { invalidArgument, VimFault } from '../../world/fault.ts';
import type { Call } from '../call.ts';
import { post } from '../history/post.ts';
import type { AuthorizationFacets } from './authorization-kind.ts';
import { changeAuthority, holdersOf, permissionsOf, replacePermissions, roleArgument } from './permissions.ts';
import { PRIVILEGE_IDS } from './privileges.ts';
import { madeRole, type Role } from './roles.ts';

type Manager = Cell<AuthorizationFacets>;

/** The first id a role that somebody makes gets. */
const FIRST_ID = 100;

export function roleById(self: Manager, id: number): Role {
  const found = self.state.roles.find((role) => role.id === id);
  if (!found) throw new VimFault('NotFound');
  return found;
}

export function addRole(call: Call, self: Manager, name: string, privileges: readonly string[]): number {
  guardName(self, name, undefined);
  guardPrivileges(privileges);
  const id = FIRST_ID - 1 + call.world.numbers.next('#role');
  changeAuthority(call.site, () => {
    call.world.update(self, { roles: [...self.state.roles, madeRole(id, name, privileges)] });
    post(call.site, call.user, 'RoleAddedEvent', { role: roleArgument(call.world, id), privilegeList: privileges });
  });
  return id;
}

export function changeRole(call: Call, self: Manager, id: number, name: string, privileges: readonly string[]): void {
  const old = changeable(self, id);
  guardName(self, name, id);
  guardPrivileges(privileges);
  const role = madeRole(id, name, privileges);
  const roles = self.state.roles.map((r) => (r.id === id ? role : r));
  changeAuthority(call.site, () => {
    call.world.update(self, { roles });
    post(call.site, call.user, 'RoleUpdatedEvent', {
      role: roleArgument(call.world, id),
      privilegeList: privileges,
      prevRoleName: old.name,
      privilegesAdded: role.privileges.filter((p) => !old.privileges.includes(p)),
      privilegesRemoved: old.privileges.filter((p) => !role.privileges.includes(p)),
    });
  });
}

/** Removes a role, and the permissions that give it unless `failIfUsed`. */
export function removeRole(call: Call, self: Manager, id: number, failIfUsed: boolean): void {
  changeable(self, id);
  const holders = holdersOf(call.world, id);
  if (failIfUsed && holders.length > 0) throw new VimFault('RemoveFailed');
  const role = roleArgument(call.world, id);
  const roles = self.state.roles.filter((r) => r.id !== id);
  changeAuthority(call.site, () => {
    for (const entity of holders) {
      const kept = permissionsOf(entity).filter((p) => p.roleId !== id);
      replacePermissions(call.site, call.user, entity, kept);
    }
    call.world.update(self, { roles });
    post(call.site, call.user, 'RoleRemovedEvent', { role });
  });
}

function changeable(self: Manager, id: number): Role {
  const role = roleById(self, id);
  if (role.id < 0) throw invalidArgument('roleId');
  return role;
}

function guardName(self: Manager, name: string, except: number | undefined): void {
  if (name.trim() === '') throw new VimFault('InvalidName', { name });
  const taken = self.state.roles.some((r) => r.name === name && r.id !== except);
  if (taken) throw new VimFault('AlreadyExists', { name });
}

function guardPrivileges(ids: readonly string[]): void {
  const unknown = ids.findIndex((id) => !PRIVILEGE_IDS.includes(id));
  if (unknown >= 0) throw invalidArgument(`privIds[${unknown}]`);
}
