/** Who may log in: accounts and groups, kept as one facet of the UserDirectory. */
import type { Cell } from '../../../world/cell.ts';
import { defineKind, type KindSpec } from '../../../world/kind.ts';
import type { World } from '../../../world/world.ts';
import { type Hashed, hashed, isPassword } from './password.ts';
import { parsePrincipal, principalKey, principalText } from './principal.ts';

export interface Account {
  /** `VSPHERE.LOCAL\Administrator`; on ESXi `root`. */
  readonly principal: string;
  readonly fullName: string;
  /** Absent for who never logs in with one. */
  readonly password?: Hashed | undefined;
  /** Groups it is in by itself, in the same form as principals. */
  readonly groups: readonly string[];
  /** SHA-256 of the certificate by which a solution shows who it is: hexadecimal, lower case. */
  readonly certificate?: string | undefined;
  /** What an ESXi host keeps of a user of its own. */
  readonly posix?: { readonly id: number; readonly shell: boolean } | undefined;
}

export interface Group {
  readonly principal: string;
  readonly description: string;
  /** Groups whose member it is. */
  readonly groups: readonly string[];
}

export interface Directory {
  /** Domain of names that say none; '' on ESXi. */
  readonly domain: string;
  readonly accounts: readonly Account[];
  readonly groups: readonly Group[];
  /** Takes any name with any password that is not empty, as an administrator. */
  readonly anyLogin: boolean;
}

/** Wrong passwords in a row, of one account. */
export interface Failures {
  readonly count: number;
  /** When the first of them was. */
  readonly since: number;
  /** Until when nobody gets in under that name. */
  readonly lockedUntil?: number | undefined;
}

export interface DirectoryFacets {
  readonly directory: Directory;
  /** By the account's principal, in lower case; only names that are somebody's. */
  readonly failures: Readonly<Record<string, Failures>>;
}

export const userDirectoryKind: KindSpec<DirectoryFacets> = defineKind<DirectoryFacets>({
  type: 'UserDirectory',
  properties: {
    domainList: { reads: ['directory'], value: (s) => domainsOf(s.directory) },
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

/** Groups of a fresh server; there is more in each of them on a vCenter, whose own services are users too. */
export function builtInGroups(domain: string): Group[] {
  if (domain === '') return [{ principal: administrators(domain), description: '', groups: [] }];
  return GROUPS.map(([name, description]) => ({ principal: principalText({ domain, name }), description, groups: [] }));
}

const GROUPS = [
  ['Administrators', 'Administers vCenter Server and vCenter Single Sign-On'],
  ['Users', 'Users of the vCenter Single Sign-On domain'],
  ['SolutionUsers', 'Solutions registered with this vCenter Server'],
  ['ActAsUsers', 'Solutions that may get tokens on behalf of a user'],
  ['ExternalIDPUsers', 'Users of external identity providers'],
  ['CAAdmins', 'Administers the certificate authority'],
  ['DCAdmins', 'Administers the directory service'],
  ['SystemConfiguration.Administrators', 'Configures the appliance'],
  ['LicenseService.Administrators', 'Administers licenses'],
  ['Everyone', 'Everybody of every identity source'],
] as const;

/** An account as an option or a scenario gives it. */
export function account(domain: string, user: string, password?: string, groups: readonly string[] = []): Account {
  const parsed = parsePrincipal(user, domain);
  const name = parsed.name.toLowerCase() === 'administrator' ? 'Administrator' : parsed.name;
  const principal = principalText({ domain: parsed.domain, name });
  const fullName = parsed.domain === '' ? name : `${name} ${parsed.domain.toLowerCase()}`;
  return { principal, fullName, password: password === undefined ? undefined : hashed(password), groups };
}

/** The member those credentials belong to; undefined when they belong to nobody. Counts nothing: see `signIn`. */
export function authenticate(directory: Directory, user: string, password: string): Member | undefined {
  const found = accountOf(directory, user);
  // Compared even for a name nobody has, so that the time taken tells nothing.
  const matches = isPassword(found?.password, password);
  if (found && matches) return memberOf(directory, found);
  return directory.anyLogin && password !== '' ? memberNamed(directory, user) : undefined;
}

/** Who a name stands for: an account or, where anybody may log in, an administrator of that name. */
export function memberNamed(directory: Directory, user: string): Member | undefined {
  const known = accountOf(directory, user);
  if (known) return memberOf(directory, known);
  if (!directory.anyLogin || user === '') return undefined;
  const { principal, fullName } = account(directory.domain, user);
  return { principal, fullName, groups: closure(directory, [administrators(directory.domain)]) };
}

/** An account with all groups it is in, those it is in by way of another group too. */
export function memberOf(directory: Directory, { principal, fullName, groups }: Account): Member {
  return { principal, fullName, groups: closure(directory, groups) };
}

export function accountOf(directory: Directory, user: string): Account | undefined {
  const key = principalKey(user, directory.domain);
  return directory.accounts.find((a) => a.principal.toLowerCase() === key);
}

/** Whether a permission may name it. */
export function isKnown(directory: Directory, principal: string, group: boolean): boolean {
  if (directory.anyLogin) return true;
  return group ? groupNamed(directory, principal) !== undefined : accountOf(directory, principal) !== undefined;
}

export function groupNamed(directory: Directory, principal: string): Group | undefined {
  const key = principalKey(principal, directory.domain);
  return groupsOf(directory).find((g) => g.principal.toLowerCase() === key);
}

/** Every group: those declared, and those an account or a group is said to be in. */
export function groupsOf(directory: Directory): Group[] {
  const all = new Map(directory.groups.map((group) => [group.principal.toLowerCase(), group]));
  for (const principal of [...directory.accounts, ...directory.groups].flatMap((member) => member.groups)) {
    const key = principal.toLowerCase();
    if (!all.has(key)) all.set(key, { principal, description: '', groups: [] });
  }
  return [...all.values()];
}

/** Domains that names may be of, as vCenter writes them; none on ESXi. */
export function domainsOf({ domain, accounts, groups }: Directory): string[] {
  const named = [...accounts, ...groups].map((member) => parsePrincipal(member.principal, domain).domain);
  return [...new Set([domain, ...named].map((d) => d.toUpperCase()))].filter((d) => d !== '');
}

/** vCenter counts everybody of its identity sources into this one. */
function everyone(domain: string): string[] {
  return domain === '' ? [] : [principalText({ domain, name: 'Everyone' })];
}

function closure(directory: Directory, direct: readonly string[]): string[] {
  const found = new Map<string, string>();
  const open = [...direct, ...everyone(directory.domain)];
  for (let name = open.shift(); name !== undefined; name = open.shift()) {
    const key = name.toLowerCase();
    if (found.has(key)) continue;
    found.set(key, name);
    open.push(...(directory.groups.find((g) => g.principal.toLowerCase() === key)?.groups ?? []));
  }
  return [...found.values()];
}
