/** Setting and reading permissions, and the guard that somebody is left who may set them. */
import type { Permission as PermissionValue } from '../../vim25/generated/index.ts';
import type { Cell } from '../../world/cell.ts';
import { invalidArgument, VimFault } from '../../world/fault.ts';
import type { World } from '../../world/world.ts';
import { managedEntityArgument } from '../history/event-argument.ts';
import { post } from '../history/post.ts';
import type { Entity, Permission } from '../inventory/managed-entity.ts';
import type { Site } from '../site.ts';
import { parsePrincipal, principalKey, principalText } from './accounts/principal.ts';
import { administrators, type Directory, directoryOf, isKnown } from './accounts/users.ts';
import { permitted, rolesOf, rootOf } from './authority.ts';
import { ADMIN, ANONYMOUS, VIEW } from './roles.ts';

/** Roles nobody can be given. */
const NOT_GRANTABLE: readonly number[] = [VIEW, ANONYMOUS];

export function isGrantable(roleId: number): boolean {
  return !NOT_GRANTABLE.includes(roleId);
}

export function permissionsOf(entity: Cell): readonly Permission[] {
  return (entity.state as Entity).permissions ?? [];
}

/** As the API shows the permissions set on an entity. */
export function permissionValues(entity: Cell): PermissionValue[] {
  return permissionsOf(entity).map((p) => ({ entity: entity.ref as never, ...p }));
}

/** The objects with a permission that gives a role. */
export function holdersOf(world: World, roleId: number): Cell[] {
  return [...permitted(world)].filter((entity) => permissionsOf(entity).some((p) => p.roleId === roleId));
}

/**
 * Checks permissions a client sends; of several for one principal the last counts. Throws UserNotFound, NotFound or
 * InvalidArgument.
 */
export function acceptPermissions(world: World, values: readonly PermissionValue[]): Permission[] {
  const directory = directoryOf(world)!.state.directory;
  const accepted = values.map((value, i) => {
    if (!isGrantable(value.roleId)) throw invalidArgument(`permission[${i}].roleId`);
    if (!rolesOf(world).some((role) => role.id === value.roleId)) throw new VimFault('NotFound');
    if (!isKnown(directory, value.principal, value.group)) {
      throw new VimFault('UserNotFound', { principal: value.principal, unresolved: false });
    }
    const { group, roleId, propagate } = value;
    return { principal: principalText(parsePrincipal(value.principal, directory.domain)), group, roleId, propagate };
  });
  return accepted.filter((p, i) => !accepted.slice(i + 1).some((later) => samePrincipal(p, later)));
}

/** A change of roles or permissions: one turn, after which open filters look again at what their users may see. */
export function changeAuthority(site: Site, change: () => void): void {
  site.world.turn(change);
  site.permissionsChanged();
}

/** Puts a list of permissions on an entity. Throws AuthMinimumAdminPermission. */
export function putPermissions(site: Site, user: string, entity: Cell, next: readonly Permission[]): void {
  changeAuthority(site, () => replacePermissions(site, user, entity, next));
}

/** The same as part of a larger change, with the events of what it adds, changes and removes. Inside a turn. */
export function replacePermissions(site: Site, user: string, entity: Cell, next: readonly Permission[]): void {
  const before = permissionsOf(entity);
  site.world.update(entity as unknown as Cell<Entity>, { permissions: next.length > 0 ? next : undefined });
  guardAdministrator(site.world);
  for (const p of next) {
    const old = before.find((b) => samePrincipal(b, p));
    if (old === undefined) tell(site, user, 'PermissionAddedEvent', entity, p);
    else if (old.roleId !== p.roleId || old.propagate !== p.propagate) {
      tell(site, user, 'PermissionUpdatedEvent', entity, p, old);
    }
  }
  for (const old of before) {
    if (!next.some((p) => samePrincipal(old, p))) tell(site, user, 'PermissionRemovedEvent', entity, old);
  }
}

export function samePrincipal(
  a: { principal: string; group: boolean },
  b: { principal: string; group: boolean },
): boolean {
  return a.group === b.group && a.principal.toLowerCase() === b.principal.toLowerCase();
}

/** The permission of one principal on an entity. Throws NotFound. */
export function permissionOf(directory: Directory, entity: Cell, user: string, group: boolean): Permission {
  const key = principalKey(user, directory.domain);
  const found = permissionsOf(entity).find((p) => p.group === group && p.principal.toLowerCase() === key);
  if (!found) throw new VimFault('NotFound');
  return found;
}

/** What a fresh server's root folder grants: everything, to the administrators. Call once the root folder is there. */
export function grantAdministrators(site: Site): void {
  const root = rootOf(site.world);
  const directory = directoryOf(site.world)?.state.directory;
  if (!root || !directory || permissionsOf(root).length > 0) return;
  const group = administrators(directory.domain);
  const members = directory.accounts.filter((a) => a.groups.includes(group));
  const permissions = [
    ...members.map((a) => ({ principal: a.principal, group: false, roleId: ADMIN, propagate: true })),
    { principal: group, group: true, roleId: ADMIN, propagate: true },
  ];
  site.world.turn(() => site.world.update(root as unknown as Cell<Entity>, { permissions }));
}

/** Somebody must stay an administrator of the root folder. */
function guardAdministrator(world: World): void {
  const root = rootOf(world);
  if (!root || permissionsOf(root).some((p) => p.roleId === ADMIN && p.propagate)) return;
  throw new VimFault('AuthMinimumAdminPermission');
}

function tell(site: Site, user: string, type: string, entity: Cell, p: Permission, old?: Permission): void {
  const about = { entity: managedEntityArgument(entity), principal: p.principal, group: p.group };
  const given = { role: roleArgument(site.world, p.roleId), propagate: p.propagate };
  const was = old && { prevRole: roleArgument(site.world, old.roleId), prevPropagate: old.propagate };
  const rest = type === 'PermissionRemovedEvent' ? {} : { ...given, ...was };
  post(site, user, type, { ...about, ...rest }, { entity });
}

export function roleArgument(world: World, roleId: number): object {
  const name = rolesOf(world).find((role) => role.id === roleId)?.name ?? '';
  return { _typeName: 'RoleEventArgument', roleId, name };
}

/** Every permission set anywhere. */
export function everyPermission(world: World): PermissionValue[] {
  return [...permitted(world)].flatMap(permissionValues);
}
