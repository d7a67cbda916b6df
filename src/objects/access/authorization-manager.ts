/** AuthorizationManager: roles, permissions, and questions about what somebody may do. */
import type { EntityPrivilege, Permission } from '../../vim25/generated/index.ts';
import type { Ref } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import { invalidArgument, VimFault } from '../../world/fault.ts';
import type { World } from '../../world/world.ts';
import type { Call } from '../call.ts';
import { type ManagedObject, managedObject } from '../managed-object.ts';
import { directoryOf, memberNamed } from './accounts/users.ts';
import { Authority, authorityOf, parentsOf } from './authority.ts';
import { authorizationManagerKind } from './authorization-kind.ts';
import {
  acceptPermissions,
  changeAuthority,
  everyPermission,
  holdersOf,
  isGrantable,
  permissionOf,
  permissionsOf,
  permissionValues,
  putPermissions,
  replacePermissions,
  samePrincipal,
} from './permissions.ts';
import { addRole, changeRole, removeRole, roleById } from './role-changes.ts';
import { sessionByKey } from './sessions/sessions.ts';

export const authorizationManager: ManagedObject = managedObject('AuthorizationManager', authorizationManagerKind, {
  AddAuthorizationRole(call, self, { name, privIds }) {
    return addRole(call, self, name, privIds ?? []);
  },

  UpdateAuthorizationRole(call, self, { roleId, newName, privIds }) {
    changeRole(call, self, roleId, newName, privIds ?? []);
  },

  RemoveAuthorizationRole(call, self, { roleId, failIfUsed }) {
    removeRole(call, self, roleId, failIfUsed);
  },

  MergePermissions(call, self, { srcRoleId, dstRoleId }) {
    roleById(self, srcRoleId);
    roleById(self, dstRoleId);
    if (!isGrantable(dstRoleId)) throw invalidArgument('dstRoleId');
    changeAuthority(call.site, () => {
      for (const entity of holdersOf(call.world, srcRoleId)) {
        const next = permissionsOf(entity).map((p) => (p.roleId === srcRoleId ? { ...p, roleId: dstRoleId } : p));
        replacePermissions(call.site, call.user, entity, next);
      }
    });
  },

  RetrieveRolePermissions(call, self, { roleId }) {
    roleById(self, roleId);
    return readable(call).filter((p) => p.roleId === roleId);
  },

  RetrieveAllPermissions: (call) => readable(call),

  RetrieveEntityPermissions(call, _self, { entity, inherited }) {
    const cell = named(call, entity);
    const above = inherited ? ancestors(cell) : [];
    return [...permissionValues(cell), ...above.flatMap(permissionValues).filter((p) => p.propagate)];
  },

  SetEntityPermissions(call, _self, { entity, permission }) {
    const cell = named(call, entity);
    const given = acceptPermissions(call.world, permission ?? []);
    const kept = permissionsOf(cell).filter((old) => !given.some((p) => samePrincipal(old, p)));
    putPermissions(call.site, call.user, cell, [...kept, ...given]);
  },

  ResetEntityPermissions(call, _self, { entity, permission }) {
    const cell = named(call, entity);
    putPermissions(call.site, call.user, cell, acceptPermissions(call.world, permission ?? []));
  },

  RemoveEntityPermission(call, _self, { entity, user, isGroup }) {
    const cell = named(call, entity);
    const gone = permissionOf(directoryOf(call.world)!.state.directory, cell, user, isGroup);
    const kept = permissionsOf(cell).filter((p) => p !== gone);
    putPermissions(call.site, call.user, cell, kept);
  },

  HasPrivilegeOnEntity(call, _self, { entity, sessionId, privId }) {
    const cell = named(call, entity);
    const authority = ofSession(call.world, sessionId);
    return (privId ?? []).map((id) => authority.can(cell, id));
  },

  HasPrivilegeOnEntities(call, _self, { entity, sessionId, privId }) {
    return answers(call, ofSession(call.world, sessionId), entity, privId ?? []);
  },

  HasUserPrivilegeOnEntities(call, _self, { entities, userName, privId }) {
    return answers(call, ofUser(call.world, userName), entities, privId ?? []);
  },

  FetchUserPrivilegeOnEntities(call, _self, { entities, userName }) {
    const authority = ofUser(call.world, userName);
    return entities.map((entity) => ({ entity, privileges: [...authority.privilegesOn(named(call, entity))] }));
  },
});

/** Permissions of what the caller may read; those of the rest are nobody else's business. */
function readable(call: Call): Permission[] {
  return everyPermission(call.world).filter((p) => call.viewer.can(call.world.find(p.entity!.value)!, 'System.Read'));
}

function answers(
  call: Call,
  authority: Authority,
  entities: readonly Ref[],
  ids: readonly string[],
): EntityPrivilege[] {
  return entities.map((entity) => {
    const cell = named(call, entity);
    const privAvailability = ids.map((privId) => ({ privId, isGranted: authority.can(cell, privId) }));
    return { entity: entity as never, privAvailability };
  });
}

function named(call: Call, ref: Ref): Cell {
  const cell = call.world.find(ref.value);
  if (!cell) throw new VimFault('ManagedObjectNotFound', { obj: ref });
  return cell;
}

function ofSession(world: World, key: string): Authority {
  const session = sessionByKey(world, key);
  if (!session) throw invalidArgument('sessionId');
  return authorityOf(session);
}

function ofUser(world: World, userName: string): Authority {
  const directory = directoryOf(world)!.state.directory;
  const member = memberNamed(directory, userName);
  if (!member) throw invalidArgument('userName');
  return new Authority(world, { user: member.principal, groups: member.groups });
}

/** Everything an entity may inherit from, nearest first. */
function ancestors(entity: Cell, seen: Set<Cell> = new Set()): Cell[] {
  for (const parent of parentsOf(entity)) {
    if (seen.has(parent)) continue;
    seen.add(parent);
    ancestors(parent, seen);
  }
  return [...seen];
}
