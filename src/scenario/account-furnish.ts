/** Roles, groups and users of a scenario, and what they may do where. */
import { X509Certificate } from 'node:crypto';
import { parsePrincipal, principalText } from '../objects/access/accounts/principal.ts';
import {
  type Account,
  account,
  accountOf,
  type Directory,
  directoryOf,
  groupNamed,
} from '../objects/access/accounts/users.ts';
import { rolesOf } from '../objects/access/authority.ts';
import { authorizationManagerKind } from '../objects/access/authorization-kind.ts';
import { acceptPermissions, permissionsOf, putPermissions, samePrincipal } from '../objects/access/permissions.ts';
import { madeRole } from '../objects/access/roles.ts';
import type { Site } from '../objects/site.ts';
import { VimFault } from '../world/fault.ts';
import { entityAt } from './entity-at.ts';
import type { Path } from './scenario-error.ts';
import type { Scenario } from './schema.ts';

type World = Scenario['world'];
type Grant = World['users'][number]['roles'][number];
type Fail = (path: Path, message: string) => Error;

/** Role ids that people make begin here. */
const FIRST_ROLE = 100;

/** Throws what `fail` makes of the first thing that cannot be. Inside a turn. */
export function furnishAccounts(site: Site, world: World, fail: Fail): void {
  for (const { name, extends: base, privileges } of world.roles) {
    const inherited = rolesOf(site.world).find((r) => r.name === base)?.privileges ?? [];
    makeRole(site, name, [...new Set([...inherited, ...privileges])]);
  }
  for (const [i, group] of world.groups.entries()) addGroup(site, group, ['groups', i], fail);
  for (const [i, user] of world.users.entries()) addUser(site, user, ['users', i], fail);
}

function makeRole(site: Site, name: string, privileges: readonly string[]): number {
  const manager = [...site.world.every(authorizationManagerKind)][0]!;
  const id = FIRST_ROLE - 1 + site.world.numbers.next('#role');
  site.world.update(manager, { roles: [...manager.state.roles, madeRole(id, name, privileges)] });
  return id;
}

function addGroup(site: Site, group: World['groups'][number], path: Path, fail: Fail): void {
  const { directory } = directoryOf(site.world)!.state;
  const { name, description = '' } = group;
  if (groupNamed(directory, name) || accountOf(directory, name)) {
    throw fail([...path, 'name'], `there is a user or group '${name}' already`);
  }
  const principal = principalText(parsePrincipal(name, directory.domain));
  const groups = group.groups.map((g) => principalText(parsePrincipal(g, directory.domain)));
  change(site, { groups: [...directory.groups, { principal, description, groups }] });
  for (const [i, given] of group.roles.entries()) grant(site, name, true, given, i, [...path, 'roles', i], fail);
}

function addUser(site: Site, user: World['users'][number], path: Path, fail: Fail): void {
  const { directory } = directoryOf(site.world)!.state;
  if (accountOf(directory, user.name)) throw fail([...path, 'name'], `there is a user '${user.name}' already`);
  const groups = user.groups.map((name, i) => {
    const found = groupNamed(directory, name);
    if (!found) throw fail([...path, 'groups', i], `there is no group '${name}'`);
    return found.principal;
  });
  const certificate = user.certificate && fingerprintOf(user.certificate, [...path, 'certificate'], fail);
  const added: Account = {
    ...account(directory.domain, user.name, user.password, groups),
    ...(certificate ? { certificate } : {}),
  };
  change(site, { accounts: [...directory.accounts, added] });
  for (const [i, given] of user.roles.entries()) grant(site, user.name, false, given, i, [...path, 'roles', i], fail);
}

function change(site: Site, changed: Partial<Directory>): void {
  const cell = directoryOf(site.world)!;
  site.world.update(cell, { directory: { ...cell.state.directory, ...changed } });
}

function fingerprintOf(pem: string, path: Path, fail: Fail): string {
  try {
    return new X509Certificate(pem).fingerprint256.replaceAll(':', '').toLowerCase();
  } catch {
    throw fail(path, 'expected a certificate in PEM form');
  }
}

function grant(site: Site, name: string, group: boolean, given: Grant, number: number, path: Path, fail: Fail): void {
  const entity = entityAt(site, given.on);
  if (!entity) throw fail([...path, 'on'], `nothing stands at '${given.on}'`);
  const { directory } = directoryOf(site.world)!.state;
  const roleId = roleFor(site, name, given, number);
  const principal = principalText(parsePrincipal(name, directory.domain));
  const permission = { principal, group, roleId, propagate: given.propagate };
  const others = permissionsOf(entity).filter((p) => !samePrincipal(p, permission));
  try {
    putPermissions(site, '', entity, [...others, ...acceptPermissions(site.world, [permission as never])]);
  } catch (error) {
    if (error instanceof VimFault) throw fail(path, error.message);
    throw error;
  }
}

/** A list of privileges becomes a role of its own, named after whom it is for and its place. */
function roleFor(site: Site, name: string, { role, privileges, on }: Grant, number: number): number {
  if (privileges) return makeRole(site, `${name} on ${on}${number > 0 ? ` (${number + 1})` : ''}`, privileges);
  return rolesOf(site.world).find((r) => r.name === role)!.id;
}
