/** UserDirectory: looking up the users and groups permissions may name. */
import type { UserSearchResult } from '../../../vim25/generated/index.ts';
import { VimFault } from '../../../world/fault.ts';
import { type ManagedObject, managedObject } from '../../managed-object.ts';
import { parsePrincipal, principalKey } from './principal.ts';
import { accountOf, type Directory, domainsOf, groupNamed, groupsOf, userDirectoryKind } from './users.ts';

/** A user or a group as a search sees it. */
interface Principal {
  readonly principal: string;
  readonly fullName: string;
  readonly groups: readonly string[];
  readonly group: boolean;
}

export const userDirectory: ManagedObject = managedObject('UserDirectory', userDirectoryKind, {
  RetrieveUserGroups(_call, self, args) {
    const { directory } = self.state;
    const { domain, searchStr, exactMatch, belongsToGroup, belongsToUser, findUsers, findGroups } = args;
    if (domain && !knowsDomain(directory, domain)) throw new VimFault('NotFound');
    const within = belongsToGroup ? keyOfGroup(directory, belongsToGroup) : undefined;
    const around = belongsToUser ? groupsOfUser(directory, belongsToUser) : undefined;
    const wanted = searchStr.toLowerCase();
    return [...(findUsers ? usersIn(directory) : []), ...(findGroups ? groupsIn(directory) : [])]
      .filter((p) => isOf(p, domain, directory.domain) && matches(p, wanted, exactMatch, directory.domain))
      .filter((p) => within === undefined || p.groups.some((g) => g.toLowerCase() === within))
      .filter((p) => around === undefined || (p.group && around.has(p.principal.toLowerCase())))
      .map(({ principal, fullName, group }): UserSearchResult => ({ principal, fullName, group }));
  },
});

function usersIn(directory: Directory): Principal[] {
  return directory.accounts.map((a) => ({ ...a, group: false }));
}

function groupsIn(directory: Directory): Principal[] {
  return groupsOf(directory).map(({ principal, description, groups }) => {
    const fullName = description === '' ? parsePrincipal(principal, '').name : description;
    return { principal, fullName, groups, group: true };
  });
}

function knowsDomain(directory: Directory, domain: string): boolean {
  return domain.toLowerCase() === directory.domain.toLowerCase() || domainsOf(directory).includes(domain.toUpperCase());
}

/** A search that names no domain looks in all of them. */
function isOf({ principal }: Principal, domain: string | undefined, own: string): boolean {
  return !domain || parsePrincipal(principal, own).domain.toLowerCase() === domain.toLowerCase();
}

/** By login and full name, anywhere in them; the exact match is of the login, with or without its domain. */
function matches({ principal, fullName }: Principal, wanted: string, exact: boolean, own: string): boolean {
  const { domain, name } = parsePrincipal(principal, own);
  const logins = [principal, name, `${name}@${domain}`].map((text) => text.toLowerCase());
  if (exact) return logins.includes(wanted);
  return logins.slice(0, 2).some((text) => text.includes(wanted)) || fullName.toLowerCase().includes(wanted);
}

function keyOfGroup(directory: Directory, name: string): string {
  if (!groupNamed(directory, name)) throw new VimFault('NotFound');
  return principalKey(name, directory.domain);
}

/** Groups a user is in without another group between. */
function groupsOfUser(directory: Directory, name: string): ReadonlySet<string> {
  const account = accountOf(directory, name);
  if (!account) throw new VimFault('NotFound');
  return new Set(account.groups.map((group) => group.toLowerCase()));
}
