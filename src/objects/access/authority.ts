/**
 * What somebody may do where: roles and permissions read as privileges on one object.
 *
 * vCenter's rules: on each way up from an object the nearest permission wins; on one object a user's own permission goes
 * before those of their groups, and those of several groups add up; a VM inherits from its folder and from its resource
 * pool, and has what either gives. Above something one may see, one sees just enough to get there (role View).
 */
import type { Cell } from '../../world/cell.ts';
import type { Kind } from '../../world/kind.ts';
import type { World } from '../../world/world.ts';
import type { Entity, Permission } from '../inventory/managed-entity.ts';
import type { AuthorizationFacets } from './authorization-kind.ts';
import { ADMIN, type Role, VIEW } from './roles.ts';
import type { Session } from './sessions/session.ts';

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
  /** Role ids that permissions of objects give, as far as they were asked for; see `#own`. */
  readonly #given = new Map<Cell, Given>();
  /** What comes down from a folder, pool or host to what stands in it. */
  readonly #passed = new Map<Cell, readonly number[]>();
  readonly #unions = new Map<readonly number[], Map<readonly number[], readonly number[]>>();
  readonly #lists = new Map<readonly number[], readonly Role[]>();
  readonly #parents = new Map<Kind, readonly string[]>();
  #roles: readonly Role[] | undefined;
  #byId: ReadonlyMap<number, Role> = new Map();
  #unrestricted = false;
  #above: ReadonlySet<Cell> = new Set();
  /** What the answers above were worked out from: numbers that grow with each change. */
  #checkedAt = -1;
  #permissionsAt = -1;
  #passedAt = -1;
  #aboveAt = -1;

  constructor(world: World, { user, groups }: Principals) {
    this.#world = world;
    this.#who = { user: user.toLowerCase(), groups: groups.map((g) => g.toLowerCase()) };
  }

  /** Whose it is, in lower case. */
  get user(): string {
    return this.#who.user;
  }

  /** Whether this one is an administrator of everything, and nothing anywhere says otherwise. */
  get unrestricted(): boolean {
    this.#refresh();
    return this.#unrestricted;
  }

  can(cell: Cell, privilege: string): boolean {
    if (privilege === 'System.Anonymous' || this.unrestricted) return true;
    const entity = entityOf(cell);
    if (entity === undefined) return false;
    for (const role of this.rolesOn(entity)) if (this.#privileges(role).has(privilege)) return true;
    return false;
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
    const given = this.#own(entity)?.here ?? this.#inherited(entity);
    if (given.length > 0) return this.#named(given);
    return this.#isAbove(entity) ? this.#named(ONLY_VIEW) : [];
  }

  #inherited(entity: Cell): readonly number[] {
    let given = NOTHING;
    for (const name of this.#parentNames(entity.kind)) {
      const parent = entity.one(name);
      if (parent) given = this.#union(given, this.#from(parent));
    }
    return given;
  }

  /** Most objects have the same few lists: two of them are put together once. */
  #union(a: readonly number[], b: readonly number[]): readonly number[] {
    if (a === b || b.length === 0) return a;
    if (a.length === 0) return b;
    let known = this.#unions.get(a);
    if (!known) {
      known = new Map();
      this.#unions.set(a, known);
    }
    let both = known.get(b);
    if (!both) {
      both = [...new Set([...a, ...b])];
      known.set(b, both);
    }
    return both;
  }

  #parentNames(kind: Kind): readonly string[] {
    let names = this.#parents.get(kind);
    if (!names) {
      names = parentRelations(kind);
      this.#parents.set(kind, names);
    }
    return names;
  }

  /** What an object hands down. Kept of what has others under it; that does not grow with the machines. */
  #from(parent: Cell): readonly number[] {
    const known = this.#passed.get(parent);
    if (known) return known;
    const ids = this.#own(parent)?.below ?? this.#inherited(parent);
    this.#passed.set(parent, ids);
    return ids;
  }

  /** Role ids that permissions set on the object itself give; undefined when none of them is about this one. */
  #own(entity: Cell): Given | undefined {
    const list = (entity.state as Entity).permissions;
    if (!list?.length) return undefined;
    let given = this.#given.get(entity);
    if (!given) {
      const mine = list.filter((p) => this.#concerns(p));
      given = { here: idsOf(mine), below: idsOf(mine.filter((p) => p.propagate)) };
      this.#given.set(entity, given);
    }
    return given;
  }

  #concerns(p: Permission): boolean {
    const principal = p.principal.toLowerCase();
    return p.group ? this.#who.groups.includes(principal) : principal === this.#who.user;
  }

  #isAbove(entity: Cell): boolean {
    if (this.#aboveAt !== this.#world.topology) {
      const above = new Set<Cell>();
      for (const cell of permitted(this.#world)) {
        const roles = this.#named(this.#own(cell)?.here ?? NOTHING);
        if (roles.some((role) => this.#privileges(role).has('System.View'))) climb(cell, above);
      }
      this.#above = above;
      this.#aboveAt = this.#world.topology;
    }
    return this.#above.has(entity);
  }

  #named(ids: readonly number[]): readonly Role[] {
    let roles = this.#lists.get(ids);
    if (!roles) {
      roles = ids.flatMap((id) => this.#byId.get(id) ?? []);
      this.#lists.set(ids, roles);
    }
    return roles;
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
    const world = this.#world;
    if (this.#checkedAt === world.revision) return;
    this.#checkedAt = world.revision;
    if (this.#passedAt !== world.topology) {
      this.#passedAt = world.topology;
      this.#passed.clear();
    }
    const roles = rolesOf(world);
    const permissions = world.lookup.count('permitted');
    if (roles === this.#roles && permissions === this.#permissionsAt) return;
    this.#permissionsAt = permissions;
    this.#roles = roles;
    this.#byId = new Map(roles.map((role) => [role.id, role]));
    this.#sets.clear();
    this.#given.clear();
    this.#passed.clear();
    this.#unions.clear();
    this.#lists.clear();
    this.#aboveAt = -1;
    this.#unrestricted = this.#isAdministrator();
  }

  #isAdministrator(): boolean {
    const root = rootOf(this.#world);
    if (!root || !this.#own(root)?.below?.includes(ADMIN)) return false;
    for (const cell of permitted(this.#world)) {
      const roles = this.#own(cell)?.here;
      if (roles && !roles.includes(ADMIN)) return false;
    }
    return true;
  }
}

/** What permissions of an object give on it, and what of that comes down from it; undefined where none is about one. */
interface Given {
  readonly here: readonly number[] | undefined;
  readonly below: readonly number[] | undefined;
}

const NOTHING: readonly number[] = [];
const ONLY_VIEW: readonly number[] = [VIEW];

/** A user's own permission goes before those of groups. */
function idsOf(mine: readonly Permission[]): readonly number[] | undefined {
  if (mine.length === 0) return undefined;
  const personal = mine.find((p) => !p.group);
  return personal ? [personal.roleId] : mine.map((p) => p.roleId);
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
  const parents: Cell[] = [];
  for (const name of parentRelations(entity.kind)) {
    const parent = entity.one(name);
    if (parent) parents.push(parent);
  }
  return parents;
}

/** Few kinds have more than the one; asking each for all of them costs more than the answer. */
function parentRelations(kind: Kind): readonly string[] {
  return PARENTS.filter((name) => kind.relationByName.has(name));
}

function climb(from: Cell, into: Set<Cell>): void {
  for (const parent of parentsOf(from)) {
    if (into.has(parent)) continue;
    into.add(parent);
    climb(parent, into);
  }
}
