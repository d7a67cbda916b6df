/** Makes one simulator: its site, what stands in it, and the engine that answers for it. */

import { RuleBook, type SavedRules } from '../faults/rule-book.ts';
import { Journal } from '../journal/journal.ts';
import { SimError } from '../kernel/errors.ts';
import { silentLogger } from '../kernel/logger.ts';
import { Random } from '../kernel/random.ts';
import { PrivilegeLedger } from '../objects/access/ledger.ts';
import { PrivilegeReport } from '../objects/access/privilege-report.ts';
import { endSessions } from '../objects/access/sessions/sessions.ts';
import { ledgerOf } from '../objects/compute/load/ledger.ts';
import { keepLog, openLog } from '../objects/diagnostics/keep-log.ts';
import { GuestLife } from '../objects/guest/life.ts';
import { wakeGuests } from '../objects/guest/waking.ts';
import { populate, populateEsx } from '../objects/inventory/default-model.ts';
import { createServiceObjects, grantAdministrators } from '../objects/service/objects.ts';
import type { Site } from '../objects/site.ts';
import { Contents } from '../objects/storage/contents.ts';
import { ShownStores } from '../objects/storage/shown-stores.ts';
import { Spool } from '../spool/spool.ts';
import { Images, type ListedImage, type Moment } from '../state/images.ts';
import type { Keeper } from '../state/keeper.ts';
import type { ReadBack } from '../state/read-back.ts';
import type { StateDirectory } from '../state/state-directory.ts';
import { Disks } from './disks.ts';
import { OpenDoors } from './doors.ts';
import { Engine } from './engine.ts';
import { FaultRules } from './fault-rules.ts';
import { LoadTick, PERIOD } from './load-tick.ts';
import { makeSite } from './make-site.ts';
import { SiteMoments } from './moments.ts';
import { NfcPull } from './nfc-pull.ts';
import type { Script, SimulatorOptions } from './options.ts';
import { registry } from './rooms.ts';
import { hasWork } from './run-to-idle.ts';
import { Services } from './services.ts';
import { callsOf, ruleVocabulary } from './vocabulary.ts';
import { Workbench } from './workbench.ts';

export interface Credentials {
  readonly user: string;
  readonly password: string;
}

/** What a reset may leave as it is. */
export const KEEPABLE = ['faults', 'journal', 'privileges', 'interceptions'] as const;

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
  /** Files that leases fetch from elsewhere. */
  readonly pulls: NfcPull = new NfcPull(this);
  /** What tests ask of it. */
  readonly bench: Workbench;
  /** The connections that stand open. */
  readonly doors: OpenDoors = new OpenDoors();
  /** What is served beside the vSphere API. */
  readonly services: Services;
  /** Disks of machines, to be read and written as their guests would. */
  readonly disks: Disks;
  readonly #prepare: SimulatorOptions['prepare'];
  readonly #script: Script | undefined;
  readonly #contents: Contents;
  /** Keeps moments of it, and returns to them. */
  readonly moments: SiteMoments;
  readonly #images: Images;
  readonly #keptIn: StateDirectory | undefined;
  /** Whether the world was read back, and goes on. */
  readonly #goesOn: boolean;
  #seeded: Moment;

  constructor(given: SimulatorOptions = {}) {
    const options = asKept(given);
    const { keptIn } = options;
    this.#keptIn = keptIn;
    const flavour = options.esx ? 'esx' : 'vcenter';
    this.seed = options.seed ?? 'simsphere';
    this.credentials = {
      user: options.user ?? (flavour === 'esx' ? 'root' : 'administrator@vsphere.local'),
      password: options.password ?? 'simsphere',
    };
    this.spool = new Spool(keptIn?.spool ?? options.spool);
    const latencyDice = new Random(this.seed, 'latency');
    const site = makeSite(options, flavour, this.seed, this.spool, latencyDice);
    this.site = site;
    site.puller = this.pulls;
    site.doors = this.doors;
    site.clock.busy = () => hasWork(site);
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
    const back = keptIn?.readInto(site.world, site.events);
    this.#goesOn = back !== undefined;
    if (!back) this.#furnish(options);
    if (options.showDatastores !== undefined) site.shown = new ShownStores(site, options.showDatastores);
    if (!back) wakeGuests(site);
    keepLog(site);
    this.journal = new Journal(options.keepCalls ?? 1_000, site.schema);
    this.#contents = new Contents(site.world, this.spool);
    site.world.enlist(this.#contents);
    if (site.shown) site.world.enlist(site.shown);
    const guests = new GuestLife(site);
    site.world.enlist(guests);
    this.faults = new RuleBook({
      ...ruleVocabulary(site.schema),
      seed: this.seed,
      clock: site.clock,
      calls: callsOf(site, registry),
      warn: (message) => (options.logger ?? silentLogger).warn(message),
    });
    this.rules = new FaultRules(site, this.faults);
    site.tasks.hook = this.rules;
    if (back) this.faults.restore(back.moments.get('')?.beside.get('faults') as SavedRules);
    else this.faults.addAll(options.faults ?? [], ['faults']);
    this.faults.keepAsStart();
    this.engine = new Engine(site, registry, this.journal, this.rules, options.logger ?? silentLogger);
    this.services = new Services(site);
    this.bench = new Workbench(this);
    const load = ledgerOf(site.world);
    load.open();
    const beside = new Map<string, Keeper<never>>([
      ['events', site.events],
      ['load', load],
      ['tick', new LoadTick(site)],
      ['guests', guests],
      ['dice', kept(latencyDice)],
      ['faults', this.faults],
    ]);
    this.#script = options.script?.(this);
    if (this.#script) beside.set('script', this.#script);
    this.moments = new SiteMoments(site, this.#contents, beside);
    this.#images = new Images(this.moments);
    this.#seeded = back ? this.#goOn(back) : this.moments.take('');
    this.#prepare = back ? undefined : options.prepare;
    if (!this.#prepare) this.#open();
  }

  /** Makes the world that was asked for. Nothing is left on disk of one that cannot be. */
  #furnish({ inventory = {}, furnish }: SimulatorOptions): void {
    const { site } = this;
    if (site.flavour === 'esx') populateEsx(site, inventory);
    else populate(site, inventory);
    grantAdministrators(site);
    try {
      furnish?.(site);
    } catch (error) {
      this.close();
      throw error;
    }
  }

  /** Goes on with a world that was read back; gives the moment that reset returns to. */
  #goOn(back: ReadBack): Moment {
    const { clock } = this.site;
    this.moments.adopt(back.moments.values());
    for (const moment of back.moments.values()) if (moment.name !== '') this.#images.put(moment);
    const missing = this.spool.find(this.moments.live);
    if (missing.length > 0)
      throw new SimError('ERR_STATE_DIR', `${this.spool.fileOf(missing[0]!)} is not there any more`);
    clock.goOn(back.time);
    this.moments.goOn(back.time, new Map([...back.beside, ['tick', back.tickTime + PERIOD], ['guests', []]]));
    return back.moments.get('') ?? this.moments.take('');
  }

  /** Everything stands: from here on it is written down, where it is, and what is to happen happens. */
  #open(): void {
    const { site, faults } = this;
    this.#keptIn?.watch({
      made: { ...this.credentials, esx: site.flavour === 'esx', apiVersion: site.about.apiVersion, seed: this.seed },
      world: site.world,
      events: site.events,
      now: () => site.clock.now(),
      beside: this.moments.movable,
      picture: () => this.moments.view(),
      moments: () => [this.#seeded, ...this.#images.all],
    });
    if (this.#keptIn) {
      const note = () => this.#keptIn?.note();
      site.clock.onMoved = note;
      faults.onChange = note;
    }
    if (this.#goesOn) site.clock.drain();
    else this.#begin();
  }

  /** Does what takes a while before the doors open; the world as it then is is what `reset` returns to. */
  async prepare(): Promise<void> {
    if (!this.#prepare) return;
    await this.#prepare(this.site);
    const before = this.#seeded;
    this.#seeded = this.moments.take('');
    this.moments.giveUp(before);
    this.#open();
  }

  /** What is to happen at once has happened before anybody calls. */
  #begin(): void {
    this.#script?.begin();
    this.site.clock.drain();
  }

  /**
   * Returns to the world as it was after seeding; costs what changed since. Nobody is logged in there: sessions end, with
   * all that hangs on them, and who holds one is NotAuthenticated as after a restart of vCenter. `keep` is what stays as
   * it is: the fault rules with their counts, the journal, the privileges asked for.
   */
  reset({ keep = [] }: ResetOptions = {}): void {
    endSessions(this.site);
    const now = this.site.clock.now();
    this.moments.returnTo(this.#seeded, FAULTS);
    if (keep.includes('faults')) this.faults.moved(this.site.clock.now() - now);
    else this.faults.reset();
    this.#begin();
    this.spool.sweep(this.moments.live);
    this.#keptIn?.note();
    if (!keep.includes('interceptions')) this.engine.interceptions.clear();
    if (!keep.includes('journal')) {
      this.journal.clear();
      this.site.log.clear();
      openLog(this.site);
    }
    if (!keep.includes('privileges')) this.privileges.clear();
  }

  /**
   * Takes an image of the world under a name: objects, events, tasks under way, bytes of datastores, fault rules with their
   * counts, the time. Cheap: it shares all that does not change. Of sessions, their filters and views it has nothing.
   * Throws ERR_IMAGE for a name that is none, or when there are too many.
   */
  save(name: string): ListedImage {
    const saved = this.#images.save(name);
    try {
      this.#keptIn?.noteSave(name, this.#images.find(name)!.beside);
    } catch (error) {
      this.#images.drop(name);
      throw error;
    }
    return saved;
  }

  /**
   * Returns to an image, any number of times and in any order. Who is logged in stays so, and those who watch hear of what
   * differs as of any change. A manual clock goes back to the time of the image; one that runs by itself goes on.
   */
  restore(name: string): void {
    this.#images.restore(name);
    this.#keptIn?.note();
    this.site.clock.drain();
  }

  /** The images there are, in the order they were taken. */
  get images(): readonly ListedImage[] {
    return this.#images.list();
  }

  /** Gives an image up. False when there is none of the name. */
  drop(name: string): boolean {
    const dropped = this.#images.drop(name);
    if (dropped) this.#keptIn?.noteDrop(name);
    return dropped;
  }

  /**
   * The world as a stream of bytes: a tar archive of JSON and of the contents of datastores. It shows one moment, however
   * slowly it is read; the same world gives the same bytes. Sessions, the journal and named images are not part of it.
   */
  async *dump(): AsyncGenerator<Uint8Array> {
    const { dumpOf } = await import('./dumping.ts');
    yield* dumpOf(this);
  }

  /**
   * The world becomes the one of a dump, of a server of the same kind and version. Sessions end; a manual clock goes to the
   * time of the dump. Images stay, and `reset` returns to where this simulator started. Throws ERR_DUMP for what is no
   * whole and sound dump, and then nothing has changed.
   */
  async load(dump: AsyncIterable<Uint8Array>): Promise<void> {
    const { loadInto } = await import('./dumping.ts');
    await loadInto(this, dump);
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
    this.#keptIn?.close();
  }
}

/** What reset looks after by itself. */
const FAULTS: ReadonlySet<string> = new Set(['faults', 'script']);

/** What made a world holds for as long as it is kept. */
function asKept(options: SimulatorOptions): SimulatorOptions {
  const head = options.keptIn?.head;
  if (!head) return options;
  const { esx, apiVersion, seed, user, password } = head;
  return { ...options, esx, apiVersion, seed, user, password };
}

function kept(dice: Random): Keeper<readonly number[]> {
  return {
    save: () => dice.position,
    restore: (position) => {
      dice.position = position;
    },
  };
}
