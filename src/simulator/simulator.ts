/** Makes one simulator: its site, what stands in it, and the engine that answers for it. */

import { RuleBook } from '../faults/rule-book.ts';
import { Journal } from '../journal/journal.ts';
import { Clock } from '../kernel/clock.ts';
import { Ids } from '../kernel/ids.ts';
import { silentLogger } from '../kernel/logger.ts';
import { Random } from '../kernel/random.ts';
import { PrivilegeLedger } from '../objects/access/ledger.ts';
import { PrivilegeReport } from '../objects/access/privilege-report.ts';
import { endSessions } from '../objects/access/sessions/sessions.ts';
import { deskOf } from '../objects/alarm/alarm-manager-kind.ts';
import { resumeHa } from '../objects/compute/ha/resume.ts';
import { GuestLife } from '../objects/guest/life.ts';
import { wakeGuests } from '../objects/guest/waking.ts';
import { populate, populateEsx } from '../objects/inventory/default-model.ts';
import { propertyFilterKind } from '../objects/query/property-collector.ts';
import { scheduleDeskOf } from '../objects/schedule/scheduled-task-manager.ts';
import { aboutFor } from '../objects/service/about.ts';
import { createServiceObjects, grantAdministrators } from '../objects/service/objects.ts';
import type { Site } from '../objects/site.ts';
import { Contents } from '../objects/storage/contents.ts';
import { extentsInUse } from '../objects/storage/extents-in-use.ts';
import { ShownStores } from '../objects/storage/shown-stores.ts';
import { Layers } from '../spool/layers.ts';
import { Spool } from '../spool/spool.ts';
import { EventLog } from '../world/events.ts';
import type { Image } from '../world/image.ts';
import { Tasks } from '../world/tasks.ts';
import { World } from '../world/world.ts';
import { Disks } from './disks.ts';
import { Engine } from './engine.ts';
import { FaultRules } from './fault-rules.ts';
import { performInside } from './inside.ts';
import { instant, realistic } from './latency.ts';
import { startTicking } from './load-tick.ts';
import { NfcPull } from './nfc-pull.ts';
import type { SimulatorOptions } from './options.ts';
import { registry } from './rooms.ts';
import { Services } from './services.ts';
import { Uploads } from './uploads.ts';
import { worldVerbs } from './world-effects.ts';

export interface Credentials {
  readonly user: string;
  readonly password: string;
}

/** What a reset may leave as it is. */
export const KEEPABLE = ['faults', 'journal', 'privileges'] as const;

export interface ResetOptions {
  readonly keep?: readonly (typeof KEEPABLE)[number][] | undefined;
}

/** A simulator without doors: calls go in as bytes through `engine`. */
export class Simulation {
  readonly site: Site;
  readonly engine: Engine;
  readonly journal: Journal;
  readonly credentials: Credentials;
  readonly seed: string;
  /** The fault rules in force. */
  readonly faults: RuleBook;
  /** What was asked of permissions. */
  readonly privileges: PrivilegeReport;
  /** What carries them to calls. */
  readonly rules: FaultRules;
  /** Contents of the datastores. */
  readonly spool: Spool;
  /** Bytes on their way there. */
  readonly uploads: Uploads = new Uploads();
  /** Files that leases fetch from elsewhere. */
  readonly pulls: NfcPull = new NfcPull(this);
  /** What is served beside the vSphere API. */
  readonly services: Services;
  /** Disks of machines, to be read and written as their guests would. */
  readonly disks: Disks;
  #seeded: Image;
  #eventsAtSeed: number;

  constructor(options: SimulatorOptions = {}) {
    const flavour = options.esx ? 'esx' : 'vcenter';
    this.seed = options.seed ?? 'simsphere';
    this.credentials = {
      user: options.user ?? (flavour === 'esx' ? 'root' : 'administrator@vsphere.local'),
      password: options.password ?? 'simsphere',
    };
    this.spool = new Spool(options.spool);
    const site = makeSite(options, flavour, this.seed, this.spool);
    this.site = site;
    site.puller = this.pulls;
    const ledger = new PrivilegeLedger(options.permissions ?? 'enforce', options.logger ?? silentLogger);
    site.world.checks = ledger;
    this.privileges = new PrivilegeReport(site.world, ledger);
    this.disks = new Disks(site);
    createServiceObjects(site, {
      ...this.credentials,
      anyLogin: options.anyLogin ?? false,
      sessionTimeout: options.sessionTimeout ?? 1_800_000,
      ...(options.sessionsPerUser !== undefined && { sessionsPerUser: options.sessionsPerUser }),
    });
    if (flavour === 'esx') populateEsx(site, options.inventory ?? {});
    else populate(site, options.inventory ?? {});
    grantAdministrators(site);
    options.furnish?.(site);
    if (options.showDatastores !== undefined) site.shown = new ShownStores(site, options.showDatastores);
    wakeGuests(site);
    this.#seeded = site.world.save();
    this.#eventsAtSeed = site.events.end;
    this.journal = new Journal(options.journal ?? 1_000, site.schema);
    site.world.enlist(new Contents(site.world, this.spool));
    if (site.shown) site.world.enlist(site.shown);
    site.world.enlist(new GuestLife(site, this.spool));
    this.faults = new RuleBook({ schema: site.schema, seed: this.seed, clock: site.clock, worldVerbs });
    this.rules = new FaultRules(site, this.faults);
    site.tasks.hook = this.rules;
    this.faults.addAll(options.faults ?? [], ['faults']);
    this.faults.keepAsStart();
    this.engine = new Engine(site, registry, this.journal, this.rules, options.logger ?? silentLogger);
    this.services = new Services(site);
    startTicking(site);
  }

  /**
   * Returns to the world as it was after seeding; costs what changed since. Nobody is logged in there: sessions end, with
   * all that hangs on them, and who holds one is NotAuthenticated as after a restart of vCenter. `keep` is what stays as
   * it is: the fault rules with their counts, the journal, the privileges asked for.
   */
  reset({ keep = [] }: ResetOptions = {}): void {
    endSessions(this.site);
    this.site.world.restore(this.#seeded);
    this.site.events.cut(this.#eventsAtSeed);
    this.site.tasks.resume();
    deskOf(this.site.world)?.resume();
    scheduleDeskOf(this.site.world)?.resume();
    resumeHa(this.site);
    if (!keep.includes('faults')) this.faults.reset();
    this.spool.sweep(extentsInUse(this.site.world));
    this.site.shown?.renew();
    if (!keep.includes('journal')) this.journal.clear();
    if (!keep.includes('privileges')) this.privileges.clear();
  }

  /** A door met what nobody foresaw; the newest hundred are kept. */
  noteUnforeseen(error: unknown): void {
    const { unforeseen } = this.engine;
    unforeseen.push(error);
    if (unforeseen.length > 100) unforeseen.shift();
  }

  close(): void {
    this.site.clock.close();
    this.site.shown?.close();
    this.spool.close();
  }
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

function makeSite(options: SimulatorOptions, flavour: Site['flavour'], seed: string, spool: Spool): Writable<Site> {
  const { model } = registry;
  const clock = new Clock(options.clock ?? { kind: 'real' }, options.start);
  const ids = new Ids(seed);
  const world = new World(model);
  const events = new EventLog(options.keepEvents);
  world.enlist(events);
  const { about, version } = aboutFor(flavour, options.apiVersion, ids);
  const random = (stream: string) => new Random(seed, stream);
  const site: Writable<Site> = {
    schema: model.schema,
    world,
    clock,
    ids,
    events,
    tasks: undefined as never,
    latency: options.latency === 'realistic' ? realistic(random('latency')) : instant,
    spool,
    layers: new Layers(spool),
    flavour,
    about,
    version: model.schema.versionIndex(version),
    random,
    perform: (call, self, values) => performInside(registry, call, self, values),
    permissionsChanged: () => {
      for (const cell of world.every(propertyFilterKind)) cell.state.filter.retell();
    },
  };
  site.tasks = new Tasks<Site>(world, clock, site, registry.verbs, options.keepTasks);
  return site;
}
