/** Who may log in: accounts and groups, kept as one facet of the UserDirectory. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Cell } from '../../world/cell.ts';
import { defineKind, type KindSpec } from '../../world/kind.ts';
import type { World } from '../../world/world.ts';
import { parsePrincipal, principalKey, principalText } from './principal.ts';

export interface Account {
  /** `VSPHERE.LOCAL\Administrator`; on ESXi `root`. */
  readonly principal: string;
  readonly fullName: string;
  readonly password: string;
  /** Groups, in the same form as principals. */
  readonly groups: readonly string[];
}

export interface Directory {
  /** Domain of names that say none; '' on ESXi. */
  readonly domain: string;
  readonly accounts: readonly Account[];
  readonly groups: readonly string[];
  /** Takes any name with any password that is not empty, as an administrator. */
  readonly anyLogin: boolean;
}

export interface DirectoryFacets {
  readonly directory: Directory;
}

export const userDirectoryKind: KindSpec<DirectoryFacets> = defineKind<DirectoryFacets>({
  type: 'UserDirectory',
  properties: {
    domainList: {
      reads: ['directory'],
      value: (s) => (s.directory.domain === '' ? [] : [s.directory.domain.toUpperCase()]),
    },
  },
});

/** Who has logged in: the account, and every principal whose permissions are then theirs. */
export interface Member {
  readonly principal: string;
  readonly fullName: string;
  readonly groups: readonly string[];
}

export function directoryOf(world: World): Cell<DirectoryFacets> | undefined {
  return world.ofType('UserDirectory').values().next().value as Cell<DirectoryFacets> | undefined;
}

/** The group whose members administer everything. */
export function administrators(domain: string): string {
  return principalText({ domain, name: domain === '' ? 'root' : 'Administrators' });
}

/** An account as an option or a scenario gives it. */
export function account(domain: string, user: string, password: string, groups: readonly string[] = []): Account {
  const parsed = parsePrincipal(user, domain);
  const name = parsed.name.toLowerCase() === 'administrator' ? 'Administrator' : parsed.name;
  const principal = principalText({ domain: parsed.domain, name });
  const fullName = parsed.domain === '' ? name : `${name} ${parsed.domain.toLowerCase()}`;
  return { principal, fullName, password, groups };
}

/** The member those credentials belong to; undefined when they belong to nobody. */
export function authenticate(directory: Directory, user: string, password: string): Member | undefined {
  const found = accountOf(directory, user);
  // Compared even for a name nobody has, so that the time taken tells nothing.
  const matches = samePassword(found?.password ?? '', password) && found !== undefined;
  if (matches) return found;
  return directory.anyLogin && password !== '' ? memberNamed(directory, user) : undefined;
}

/** Who a name stands for: an account or, where anybody may log in, an administrator of that name. */
export function memberNamed(directory: Directory, user: string): Member | undefined {
  const known = accountOf(directory, user);
  if (known || !directory.anyLogin || user === '') return known;
  return account(directory.domain, user, '', [administrators(directory.domain)]);
}

export function accountOf(directory: Directory, user: string): Account | undefined {
  const key = principalKey(user, directory.domain);
  return directory.accounts.find((a) => a.principal.toLowerCase() === key);
}

/** Whether a permission may name it. */
export function isKnown(directory: Directory, principal: string, group: boolean): boolean {
  if (directory.anyLogin) return true;
  if (!group) return accountOf(directory, principal) !== undefined;
  const key = principalKey(principal, directory.domain);
  return groupsOf(directory).some((g) => g.toLowerCase() === key);
}

/** Every group: those declared, and those an account names. */
export function groupsOf(directory: Directory): string[] {
  return [...new Set([...directory.groups, ...directory.accounts.flatMap((a) => a.groups)])];
}

function samePassword(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
