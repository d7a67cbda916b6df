/** UserDirectory: looking up the users and groups permissions may name. */
import type { UserSearchResult } from '../../vim25/generated/index.ts';
import { VimFault } from '../../world/fault.ts';
import { type ManagedObject, managedObject } from '../managed-object.ts';
import { parsePrincipal, principalKey } from './principal.ts';
import { accountOf, type Directory, groupsOf, userDirectoryKind } from './users.ts';

export const userDirectory: ManagedObject = managedObject('UserDirectory', userDirectoryKind, {
  RetrieveUserGroups(_call, self, args) {
    const { directory } = self.state;
    const { domain, searchStr, exactMatch, belongsToGroup, belongsToUser } = args;
    if (domain && domain.toLowerCase() !== directory.domain.toLowerCase()) throw new VimFault('NotFound');
    const wanted = searchStr.toLowerCase();
    const matches = ({ principal, fullName }: UserSearchResult) => {
      const texts = [principal, parsePrincipal(principal, '').name, fullName ?? ''].map((t) => t.toLowerCase());
      return exactMatch ? texts.slice(0, 2).includes(wanted) : texts.some((t) => t.includes(wanted));
    };
    const users = args.findUsers ? usersIn(directory, belongsToGroup) : [];
    const groups = args.findGroups ? groupsAround(directory, belongsToUser) : [];
    return [...users, ...groups].filter(matches);
  },
});

function usersIn(directory: Directory, group: string | undefined): UserSearchResult[] {
  const key = group ? principalKey(group, directory.domain) : undefined;
  return directory.accounts
    .filter((a) => key === undefined || a.groups.some((g) => g.toLowerCase() === key))
    .map((a) => ({ principal: a.principal, fullName: a.fullName, group: false }));
}

function groupsAround(directory: Directory, user: string | undefined): UserSearchResult[] {
  const groups = user ? (accountOf(directory, user)?.groups ?? []) : groupsOf(directory);
  return groups.map((principal) => ({ principal, fullName: parsePrincipal(principal, '').name, group: true }));
}
