/** A world with an object of every managed type, and somebody whose privileges on each entity are as a test says. */
import { Authority } from '../../../src/objects/access/authority.ts';
import { authorizationManagerKind } from '../../../src/objects/access/authorization-kind.ts';
import { authorize } from '../../../src/objects/access/authorize.ts';
import type { Params } from '../../../src/objects/access/needs/need.ts';
import type { Role } from '../../../src/objects/access/roles.ts';
import { type Entity, managedEntity } from '../../../src/objects/inventory/managed-entity.ts';
import type { Site } from '../../../src/objects/site.ts';
import type { Method } from '../../../src/vim25/schema.ts';
import type { Ref } from '../../../src/vim25/value.ts';
import { vim25 } from '../../../src/vim25/vim25.ts';
import type { Cell } from '../../../src/world/cell.ts';
import { VimFault } from '../../../src/world/fault.ts';
import { defineKind, type KindSpec } from '../../../src/world/kind.ts';
import { Model } from '../../../src/world/model.ts';
import type { Viewer } from '../../../src/world/viewer.ts';
import { World } from '../../../src/world/world.ts';

interface Thing {
  /** Entity it hangs on; a manager of the whole server has none. */
  readonly home: string | undefined;
}

export interface Machine extends Entity {
  readonly power?: 'poweredOn' | 'poweredOff';
  readonly config?: { readonly template: boolean };
  readonly devices?: readonly object[];
}

const machineKind: KindSpec<Machine> = defineKind<Machine>({
  type: 'VirtualMachine',
  base: managedEntity as never,
  properties: {
    runtime: { reads: ['power'], value: (s) => ({ powerState: s.power ?? 'poweredOff' }) },
    config: {
      reads: ['devices'],
      value: (s) => ({ files: { vmPathName: '[ds] vm/vm.vmx' }, hardware: { device: s.devices ?? [] } }),
    },
  },
});

const isEntity = (type: string) => vim25.isManaged(type, 'ManagedEntity');

const kinds = vim25.managedNames
  .filter((type) => !['VirtualMachine', 'AuthorizationManager', 'ManagedEntity'].includes(type))
  .map((type) =>
    isEntity(type)
      ? (defineKind<Entity>({ type, base: managedEntity as never }) as never)
      : (defineKind<Thing>({
          type,
          relations: { home: { facet: 'home', to: 'ManagedEntity', of: (s) => s.home, inverse: 'things' } },
        }) as never),
  );

const MODEL = new Model(vim25, [
  ...kinds,
  managedEntity as never,
  machineKind as never,
  authorizationManagerKind as never,
]);

const ROOT = 'group-d1';
export const DATACENTER: Ref = { type: 'Datacenter', value: 'Datacenter-0' };

/** Privileges by id of the entity; where nothing is said one may look and read. */
export type Grants = ReadonlyMap<string, ReadonlySet<string>>;

const LOOK = ['System.Anonymous', 'System.Read', 'System.View'];

export class EverySite {
  readonly world: World = new World(MODEL);
  readonly #roles: Role[] = [];

  constructor() {
    this.world.turn(() => {
      this.world.create({ type: 'Folder' } as KindSpec<Entity>, { name: 'Datacenters' }, ROOT);
      this.world.create({ type: 'Datacenter' } as KindSpec<Entity>, { name: 'DC0', parent: ROOT }, DATACENTER.value);
      for (const type of vim25.managedNames) for (const n of [1, 2]) this.#make(type, `${type}-${n}`, n);
    });
  }

  cell(id: string): Cell {
    const cell = this.world.find(id);
    if (!cell) throw new Error(`no ${id}`);
    return cell;
  }

  change(id: string, facets: object): void {
    this.world.turn(() => this.world.update(this.cell(id) as Cell<object>, facets));
  }

  /** What stands in the way of a call, as `privilege on object`; undefined when nothing does. */
  refusal(method: Method, self: Cell, params: Params, grants: Grants): string | undefined {
    this.#grant(grants);
    const authority = new Authority(this.world, { user: 'me', groups: [] });
    const viewer: Viewer = {
      user: 'me',
      session: 'session-1',
      address: '',
      unrestricted: false,
      can: (cell, privilege) => authority.can(cell, privilege),
    };
    try {
      authorize(this as unknown as Site, viewer, method, self, params);
      return undefined;
    } catch (error) {
      if (!(error instanceof VimFault) || error.type !== 'NoPermission') throw error;
      const { object, privilegeId } = error.detail as unknown as { object: Ref; privilegeId: string };
      return `${privilegeId} on ${object.value}`;
    }
  }

  #make(type: string, id: string, n: number): void {
    const spec = { type } as KindSpec<object>;
    if (type === 'AuthorizationManager') {
      if (n === 1) this.world.create(authorizationManagerKind, { roles: this.#roles }, id);
    } else if (isEntity(type)) {
      const name = type === 'Datastore' ? `ds${n === 1 ? '' : n}` : id;
      this.world.create(spec, { name, parent: DATACENTER.value }, id);
    } else {
      // The first is asked as a manager of the server is, the second as what hangs on a host.
      this.world.create(spec, { home: n === 1 ? undefined : 'HostSystem-2' }, id);
    }
  }

  #grant(grants: Grants): void {
    const roles: Role[] = [{ id: 1, name: 'look', label: '', summary: '', privileges: LOOK }];
    this.world.turn(() => {
      for (const cell of this.world.lookup.get('permitted', 'yes')) {
        if (!grants.has(cell.id)) this.world.update(cell as Cell<never>, { permissions: undefined } as never);
      }
      for (const [id, privileges] of new Map<string, ReadonlySet<string>>([[ROOT, new Set(LOOK)], ...grants])) {
        roles.push({ id: roles.length + 1, name: id, label: '', summary: '', privileges: [...privileges] });
        const permissions = [{ principal: 'me', group: false, roleId: roles.length, propagate: id === ROOT }];
        this.world.update(this.cell(id) as Cell<never>, { permissions } as never);
      }
      this.world.update(this.cell('AuthorizationManager-1') as Cell<never>, { roles } as never);
    });
  }
}
