/** What the ledger tells: the smallest role with which everything a user called would have passed. */
import { SimError } from '../../kernel/errors.ts';
import type { World } from '../../world/world.ts';
import { rolesOf } from './authority.ts';
import type { Asking, PrivilegeLedger } from './ledger.ts';
import { PRIVILEGE_IDS, SYSTEM_PRIVILEGES } from './privileges.ts';

export interface NeededPrivilege {
  readonly privilege: string;
  /** The calls that needed it. */
  readonly calls: readonly Asking[];
}

/** How a role compares with what was needed. */
export interface RoleComparison {
  readonly role: string;
  /** Needed, and not in the role. */
  readonly lacks: readonly string[];
  /** In the role, and never needed. */
  readonly unused: readonly string[];
}

export interface UserPrivileges {
  readonly user: string;
  /** Needed beyond what every role has (System.Anonymous, System.Read, System.View), by name. */
  readonly privileges: readonly string[];
  readonly needs: readonly NeededPrivilege[];
  /** Where a privilege, System.View and System.Read among them, was needed and not there. */
  readonly refused: readonly NeededPrivilege[];
  readonly compared?: RoleComparison;
}

export interface PrivilegeQuestion {
  /** Only this user; either way of writing the name. */
  readonly user?: string | undefined;
  /** Name of a role to compare with, or its privileges. */
  readonly role?: string | readonly string[] | undefined;
}

/** What was needed so far, by user. */
export class PrivilegeReport {
  readonly #world: World;
  readonly #ledger: PrivilegeLedger;

  constructor(world: World, ledger: PrivilegeLedger) {
    this.#world = world;
    this.#ledger = ledger;
  }

  /** Throws ERR_NOT_FOUND for a role there is not. */
  report({ user, role }: PrivilegeQuestion = {}): UserPrivileges[] {
    const against = role === undefined ? undefined : this.#role(role);
    return this.#ledger.users
      .filter((name) => user === undefined || sameUser(name, user))
      .map((name) => this.#of(name, against));
  }

  /** Forgets what was asked so far. */
  clear(): void {
    this.#ledger.clear();
  }

  #of(user: string, against: NamedRole | undefined): UserPrivileges {
    const all = [...this.#ledger.of(user)].sort(([a], [b]) => (a < b ? -1 : 1));
    const asList = (rows: typeof all) => rows.map(([privilege, calls]) => ({ privilege, calls }));
    const needs = all.filter(([privilege]) => !SYSTEM_PRIVILEGES.includes(privilege));
    const refused = all.flatMap(([privilege, calls]): typeof all => {
      const vain = calls.filter((call) => call.refused > 0);
      return vain.length > 0 ? [[privilege, vain]] : [];
    });
    const privileges = needs.map(([privilege]) => privilege);
    const compared = against ? { compared: compare(against, privileges) } : {};
    return { user, privileges, needs: asList(needs), refused: asList(refused), ...compared };
  }

  #role(asked: string | readonly string[]): NamedRole {
    if (typeof asked !== 'string') return { name: 'the privileges given', privileges: asked.map(known) };
    const found = rolesOf(this.#world).find((role) => role.name === asked);
    if (!found) throw new SimError('ERR_USAGE', `there is no role '${asked}'`);
    return found;
  }
}

interface NamedRole {
  readonly name: string;
  readonly privileges: readonly string[];
}

function compare({ name, privileges }: NamedRole, needed: readonly string[]): RoleComparison {
  return {
    role: name,
    lacks: needed.filter((id) => !privileges.includes(id)),
    unused: privileges.filter((id) => !needed.includes(id) && !SYSTEM_PRIVILEGES.includes(id)),
  };
}

function known(id: string): string {
  if (PRIVILEGE_IDS.includes(id)) return id;
  throw new SimError('ERR_USAGE', `vSphere has no privilege '${id}'`);
}

/** `VSPHERE.LOCAL\jdoe`, `jdoe@vsphere.local` and `jdoe` are one. */
function sameUser(principal: string, asked: string): boolean {
  const [domain, name] = principal.toLowerCase().split('\\') as [string, string | undefined];
  const forms = name === undefined ? [domain] : [`${domain}\\${name}`, `${name}@${domain}`, name];
  return forms.includes(asked.toLowerCase());
}
