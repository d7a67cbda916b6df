/**
 * What somebody may do where: roles and permissions read as privileges on one object.
 *
 * vCenter's rules: on each way up from an object the nearest permission wins; on one object a user's own permission goes
 * before those of their groups, and those of several groups add up; a VM inherits from its folder and from its resource
 * pool, and has what either gives. Above something one may see, one sees just enough to get there (role View).
 */
import type { Cell } from '../../world/cell.ts';
import type { World } from '../../world/world.ts';
import type { Entity, Permission } from '../inventory/managed-entity.ts';
import type { AuthorizationFacets } from './authorization-kind.ts';
import { ADMIN, type Role, VIEW } from './roles.ts';
import type { Session } from './session.ts';

/** Relations by which permissions come down to an object. */
const PARENTS = ['parent', 'resourcePool', 'pool', 'parentFolder', 'parentVApp'];

/** Who asks; the case of names does not count. */
export interface Principals {
  readonly user: string;
  readonly groups: readonly string[];
}

export class Authority {
  readonly #world: World;
  readonly #who: Principals;
  readonly #sets = new Map<Role, ReadonlySet<string>>();
  /** What the answers below were worked out from; facets are replaced, so identity tells whether they still hold. */
  #roles: readonly Role[] | undefined;
  #lists: (readonly Permission[] | undefined)[] = [];
  #unrestricted = false;
  #checkedAt = -1;
  #above: ReadonlySet<Cell> = new Set();
  #aboveAt = -1;

  constructor(world: World, { user, groups }: Principals) {
    this.#world = world;
    this.#who = { user: user.toLowerCase(), groups: groups.map((g) => g.toLowerCase()) };
  }

  /** Whether this one is an administrator of everything, and nothing anywhere says otherwise. */
  get unrestricted(): boolean {
    this.#refresh();
    return this.#unrestricted;
  }

  can(cell: Cell, privilege: string): boolean {
    if (privilege === 'System.Anonymous' || this.unrestricted) return true;
    const entity = entityOf(cell);
    return entity !== undefined && this.rolesOn(entity).some((role) => this.#privileges(role).has(privilege));
  }

  /** Every privilege on an object. */
  privilegesOn(cell: Cell): ReadonlySet<string> {
    this.#refresh();
    const entity = entityOf(cell);
    const roles = entity ? this.rolesOn(entity) : [];
    if (roles.length === 1) return this.#privileges(roles[0]!);
    return new Set(roles.flatMap((role) => role.privileges));
  }

  /** The roles one has on an entity; empty when one has nothing to do with it. */
  rolesOn(entity: Cell): readonly Role[] {
    this.#refresh();
    const given = this.#own(entity, false) ?? this.#inherited(entity);
    if (given.length > 0) return this.#named(given);
    return this.#isAbove(entity) ? this.#named([VIEW]) : [];
  }

  #inherited(entity: Cell): readonly number[] {
    const ways = parentsOf(entity).map((parent) => this.#own(parent, true) ?? this.#inherited(parent));
    return ways.length === 1 ? ways[0]! : [...new Set(ways.flat())];
  }

  /** Role ids that permissions set on the object itself give; undefined when none of them is about this one. */
  #own(entity: Cell, propagating: boolean): readonly number[] | undefined {
    const list = (entity.state as Entity).permissions;
    if (!list?.length) return undefined;
    const mine = list.filter((p) => (!propagating || p.propagate) && this.#concerns(p));
    if (mine.length === 0) return undefined;
    const personal = mine.find((p) => !p.group);
    return personal ? [personal.roleId] : mine.map((p) => p.roleId);
  }

  #concerns(p: Permission): boolean {
    const principal = p.principal.toLowerCase();
    return p.group ? this.#who.groups.includes(principal) : principal === this.#who.user;
  }

  #isAbove(entity: Cell): boolean {
    if (this.#aboveAt !== this.#world.topology) {
      const above = new Set<Cell>();
      for (const cell of permitted(this.#world)) {
        const roles = this.#named(this.#own(cell, false) ?? []);
        if (roles.some((role) => this.#privileges(role).has('System.View'))) climb(cell, above);
      }
      this.#above = above;
      this.#aboveAt = this.#world.topology;
    }
    return this.#above.has(entity);
  }

  #named(ids: readonly number[]): Role[] {
    return ids.flatMap((id) => this.#roles?.find((role) => role.id === id) ?? []);
  }

  #privileges(role: Role): ReadonlySet<string> {
    let set = this.#sets.get(role);
    if (!set) {
      set = new Set(role.privileges);
      this.#sets.set(role, set);
    }
    return set;
  }

  #refresh(): void {
    if (this.#checkedAt === this.#world.revision) return;
    this.#checkedAt = this.#world.revision;
    const roles = rolesOf(this.#world);
    if (roles === this.#roles && this.#sameLists()) return;
    this.#roles = roles;
    this.#lists = Array.from(permitted(this.#world), (cell) => (cell.state as Entity).permissions);
    this.#sets.clear();
    this.#aboveAt = -1;
    this.#unrestricted = this.#isAdministrator();
  }

  #sameLists(): boolean {
    let i = 0;
    for (const cell of permitted(this.#world)) {
      if ((cell.state as Entity).permissions !== this.#lists[i++]) return false;
    }
    return i === this.#lists.length;
  }

  #isAdministrator(): boolean {
    const root = rootOf(this.#world);
    if (!root || !this.#own(root, true)?.includes(ADMIN)) return false;
    for (const cell of permitted(this.#world)) {
      const roles = this.#own(cell, false);
      if (roles && !roles.includes(ADMIN)) return false;
    }
    return true;
  }
}

/** What the user of a session may do, as of now: another identity is another authority. */
export function authorityOf(session: Cell<Session>): Authority {
  const { userName: user, groups } = session.state.identity;
  return new Authority(session.world, { user, groups });
}

/** The entity whose permissions count for an object: its own, its VM's, its host's, else the root folder. */
export function entityOf(cell: Cell): Cell | undefined {
  if (cell.is('ManagedEntity')) return cell;
  for (const relation of cell.kind.relations) {
    const ids = relation.of(cell.state as never);
    const target = cell.world.find((typeof ids === 'string' ? ids : ids?.[0]) ?? '');
    if (target?.is('ManagedEntity')) return target;
  }
  return rootOf(cell.world);
}

/** The root folder of the inventory. */
export function rootOf(world: World): Cell | undefined {
  return world.find('group-d1') ?? world.find('ha-folder-root');
}

export function rolesOf(world: World): readonly Role[] {
  const manager = world.ofType('AuthorizationManager').values().next().value as Cell<AuthorizationFacets> | undefined;
  return manager?.state.roles ?? [];
}

/** The objects somebody set permissions on. */
export function permitted(world: World): ReadonlySet<Cell> {
  return world.lookup.get('permitted', 'yes');
}

export function parentsOf(entity: Cell): Cell[] {
  return PARENTS.flatMap((name) => (entity.kind.relationByName.has(name) ? (entity.one(name) ?? []) : []));
}

function climb(from: Cell, into: Set<Cell>): void {
  for (const parent of parentsOf(from)) {
    if (into.has(parent)) continue;
    into.add(parent);
    climb(parent, into);
  }
}
