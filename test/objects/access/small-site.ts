/** A site with a few entities of our own making, so that these tests stand on no other room. */
import { Clock } from '../../../src/kernel/clock.ts';
import { Ids } from '../../../src/kernel/ids.ts';
import { Random } from '../../../src/kernel/random.ts';
import type { Account } from '../../../src/objects/access/accounts/users.ts';
import { authorize } from '../../../src/objects/access/authorize.ts';
import { accessObjects } from '../../../src/objects/access/objects.ts';
import { grantAdministrators } from '../../../src/objects/access/permissions.ts';
import { type Session, sessionKind } from '../../../src/objects/access/sessions/session.ts';
import { viewerFor } from '../../../src/objects/access/viewer.ts';
import { Call } from '../../../src/objects/call.ts';
import { LogBook } from '../../../src/objects/diagnostics/log-book.ts';
import { historyObjects } from '../../../src/objects/history/objects.ts';
import { type Entity, managedEntity } from '../../../src/objects/inventory/managed-entity.ts';
import { type AnyMethod, type ManagedObject, managedObject } from '../../../src/objects/managed-object.ts';
import { ovfManager } from '../../../src/objects/ovf/ovf-manager.ts';
import { policyKind } from '../../../src/objects/policy/profile.ts';
import { queryObjects } from '../../../src/objects/query/objects.ts';
import { aboutFor } from '../../../src/objects/service/about.ts';
import { createServiceObjects, serviceMethods, serviceObjects } from '../../../src/objects/service/objects.ts';
import type { Site } from '../../../src/objects/site.ts';
import { vim25 } from '../../../src/vim25/vim25.ts';
import type { Cell } from '../../../src/world/cell.ts';
import { EventLog } from '../../../src/world/events.ts';
import { defineKind, type KindSpec } from '../../../src/world/kind.ts';
import { Model } from '../../../src/world/model.ts';
import { Tasks } from '../../../src/world/tasks.ts';
import { World } from '../../../src/world/world.ts';

interface Machine extends Entity {
  readonly host?: string;
  readonly pool?: string;
}

function entityKind(type: string): KindSpec<Entity> {
  return defineKind<Entity>({ type, base: managedEntity as never });
}

const machineKind: KindSpec<Machine> = defineKind<Machine>({
  type: 'VirtualMachine',
  base: managedEntity as never,
  prefix: 'vm',
  relations: {
    host: { facet: 'host', to: 'HostSystem', of: (s) => s.host, inverse: 'vm' },
    resourcePool: { facet: 'pool', to: 'ResourcePool', of: (s) => s.pool, inverse: 'vm' },
  },
});

const KINDS = ['Folder', 'Datacenter', 'ClusterComputeResource', 'HostSystem', 'ResourcePool'].map(entityKind);

const OBJECTS: readonly ManagedObject[] = [
  ...queryObjects,
  ...accessObjects,
  ...historyObjects,
  ...serviceObjects,
  ovfManager,
  managedObject('VirtualMachine', machineKind),
];

const MODEL = new Model(vim25, [
  ...OBJECTS.map((o) => o.kind),
  ...(KINDS as never[]),
  sessionKind as never,
  policyKind as never,
]);

export interface SmallSiteOptions {
  readonly flavour?: 'vcenter' | 'esx';
  readonly anyLogin?: boolean;
  readonly sessionTimeout?: number;
  readonly sessionsPerUser?: number;
  readonly accounts?: readonly Account[];
  readonly keepTasks?: number;
}

export class SmallSite {
  readonly site: Site;
  readonly clock: Clock;
  permissionChanges = 0;
  /** Cookie of the last answer that set one. */
  cookie: string | undefined;

  constructor(options: SmallSiteOptions = {}) {
    const flavour = options.flavour ?? 'vcenter';
    this.clock = new Clock({ kind: 'manual' }, Date.UTC(2026, 0, 1));
    const ids = new Ids('test');
    const world = new World(MODEL);
    const events = new EventLog();
    world.enlist(events);
    const { about, version } = aboutFor(flavour, undefined, ids);
    const site = {
      schema: vim25,
      world,
      clock: this.clock,
      ids,
      events,
      log: new LogBook(flavour, () => world.turning),
      tasks: undefined as unknown as Tasks<Site>,
      spool: undefined as unknown as Site['spool'],
      layers: undefined as never,
      perform: () => undefined,
      latency: { duration: () => 0 },
      flavour,
      about,
      version: vim25.versionIndex(version),
      random: (stream: string) => new Random('test', stream),
      permissionsChanged: () => {
        this.permissionChanges++;
      },
    };
    site.tasks = new Tasks<Site>(
      world,
      this.clock,
      site,
      OBJECTS.flatMap((o) => o.verbs),
      options.keepTasks,
    );
    this.site = site;
    createServiceObjects(site, {
      user: flavour === 'esx' ? 'root' : 'administrator@vsphere.local',
      password: 'simsphere',
      anyLogin: options.anyLogin ?? false,
      sessionTimeout: options.sessionTimeout ?? 1_800_000,
      ...(options.sessionsPerUser === undefined ? {} : { sessionsPerUser: options.sessionsPerUser }),
      ...(options.accounts === undefined ? {} : { accounts: options.accounts }),
    });
    world.turn(() => this.#inventory(flavour === 'esx' ? 'ha-folder-root' : 'group-d1'));
    grantAdministrators(site);
  }

  cell(id: string): Cell {
    const cell = this.site.world.find(id);
    if (!cell) throw new Error(`no ${id}`);
    return cell;
  }

  /** Calls a method as the pipeline does: authority first. */
  // biome-ignore lint/suspicious/noExplicitAny: tests read results without restating the API's types
  call(id: string, name: string, args: Record<string, unknown> = {}, session?: Cell<Session>): any {
    const self = this.cell(id);
    const method = vim25.managed(self.type)!.methods.get(name)!;
    const viewer = viewerFor(session, 'vc.example:8989');
    const call = new Call({
      site: this.site,
      arrival: {
        address: 'vc.example:8989',
        scheme: 'https',
        remoteAddress: '10.0.0.7',
        userAgent: 'test',
        onGone: () => () => {},
        afterRealTime: () => () => {},
        setCookie: (secret: string) => {
          this.cookie = secret;
        },
      },
      method: name,
      version: this.site.version,
      opId: 'op-1',
      viewer,
      session,
      self: self.ref,
    });
    authorize(this.site, viewer, method, self, args);
    const run = methodOf(self.type, name);
    const value = (run as (call: Call, self: Cell, args: object) => unknown)(call, self, args);
    this.clock.drain();
    return value;
  }

  /** Logs in and gives the session. */
  login(userName = 'administrator@vsphere.local', password = 'simsphere'): Cell<Session> {
    const { key } = this.call('SessionManager', 'Login', { userName, password });
    return this.site.world.as(sessionKind, key)!;
  }

  /** A property as one session reads it. */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  read(id: string, property: string, session?: Cell<Session>): any {
    const cell = this.cell(id);
    const p = cell.kind.properties.get(property)!;
    return this.site.world.derive(cell, p, viewerFor(session, 'vc.example:8989')).value;
  }

  get eventTypes(): string[] {
    return this.site.events.kept.map((e) => e._typeName);
  }

  /** root / DC0 / { vm: VM1, VM2 ; host: C0 { H0, pool } }; VM1 runs on H0 in the pool. */
  #inventory(root: string): void {
    const make = (type: string, id: string, name: string, parent?: string) =>
      this.site.world.create({ type } as KindSpec<Entity>, { name, parent }, id);
    make('Folder', root, 'Datacenters');
    make('Datacenter', 'datacenter-2', 'DC0', root);
    make('Folder', 'group-v3', 'vm', 'datacenter-2');
    make('Folder', 'group-h4', 'host', 'datacenter-2');
    make('ClusterComputeResource', 'domain-c5', 'C0', 'group-h4');
    make('HostSystem', 'host-6', 'H0', 'domain-c5');
    make('ResourcePool', 'resgroup-7', 'Resources', 'domain-c5');
    for (const n of [1, 2]) {
      const state = { name: `VM${n}`, parent: 'group-v3', host: 'host-6', pool: 'resgroup-7' };
      this.site.world.create(machineKind, state, `vm-${n}`);
    }
  }
}

function methodOf(type: string, name: string): AnyMethod {
  for (let t = vim25.managed(type); t; t = t.base) {
    const own = OBJECTS.find((o) => o.kind.type === t.name)?.methods[name];
    const run = own ?? serviceMethods.find((m) => m.type === t.name)?.methods[name];
    if (run) return run;
  }
  throw new Error(`${type}.${name} is not built`);
}
