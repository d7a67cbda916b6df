/** A simulator in which the driver's operations are troubled, on a clock that goes on only while somebody waits. */
import { setImmediate as turn } from 'node:timers/promises';
import type { ObservedCall } from '../../../src/client/index.ts';
import { createDriver, type Driver } from '../../../src/driver/index.ts';
import { type Leak, type Simulator, startSimulator } from '../../../src/index.ts';
import { SimError } from '../../../src/kernel/errors.ts';
import { furnish, type Operation } from './operations.ts';
import { type Picture, picture } from './picture.ts';
import { begin, type Trouble } from './scenario-trouble.ts';

/** What ends work that nothing else ends. */
const ENOUGH = new SimError('ERR_CLIENT', 'ten minutes are enough');
const TEN_MINUTES = 600_000;
/** What waits as long waits for the answer to a call. */
const CALL = 25_000;
const NEVER = { cancel: () => {} };
/** What is due within so long is waited for by somebody at work. */
const SOON = 5_000;
/** Real milliseconds without anything of that sort, after which time goes on all the same: the wire and the disk take less. */
const STILL = 100;

export interface Suffered {
  /** What the operation threw; undefined when it was done. */
  readonly outcome: unknown;
  readonly before: Picture;
  readonly after: Picture;
  /** The world as the same operation leaves it when all is well. */
  readonly done: () => Promise<Picture>;
  /** What the driver left open in its session, and its session once it was closed. */
  readonly open: readonly Leak[];
}

export class Rig implements AsyncDisposable {
  readonly sim: Simulator;
  readonly #pump: Promise<void>;
  readonly #done = new Map<string, Picture>();
  #over = false;
  /** Calls on their way. */
  #calls = 0;

  private constructor(sim: Simulator) {
    this.sim = sim;
    this.#pump = this.#goOn();
  }

  /** A scenario's world with everything in it that operations need, and no trouble yet. */
  static async open(peace: string): Promise<Rig> {
    const start = Date.UTC(2026, 0, 1);
    const sim = await startSimulator({ port: 0, clock: { kind: 'manual' }, latency: 'realistic', start });
    await sim.play({ text: peace });
    const rig = new Rig(sim);
    const driver = await rig.#driver();
    await furnish(driver);
    await driver.close();
    sim.save('furnished');
    return rig;
  }

  /** Lets a driver do its work while trouble begins. */
  async suffer(operation: Operation, trouble: Trouble): Promise<Suffered> {
    this.#restore();
    const before = await picture(this.sim);
    const driver = await this.#driver(trouble);
    const ending = new AbortController();
    const alarm = this.sim.clock.after(TEN_MINUTES, () => ending.abort(ENOUGH), { background: true });
    begin(trouble, this.sim, operation.name.replaceAll(' ', '-'));
    const outcome = await operation.run(driver, { signal: ending.signal }).then(
      () => undefined,
      (error: unknown) => error ?? 'nothing was thrown',
    );
    alarm.cancel();
    this.sim.faults.clear();
    // Whoever was told to give up does not wait for what he gives back.
    while (this.#calls > 0) await turn();
    const after = await picture(this.sim);
    // What a scenario locks nobody of us has opened.
    const open = this.sim.leaks().filter(({ kind }) => kind !== 'session' && kind !== 'lock');
    await driver.close();
    const sessions = this.sim.leaks().filter(({ kind }) => kind === 'session');
    const left = [...open, ...sessions].filter((leak) => this.#isKnown(leak));
    return { outcome, before, after, done: () => this.#calm(operation), open: left };
  }

  /**
   * Once the trouble is over: what a task that never ends has kept is taken back by hand when its host has been started
   * anew, and what was half taken away is taken away whole when it is asked for again.
   */
  async amends(operation: Operation): Promise<Picture> {
    for (const host of this.sim.world.all('HostSystem')) this.sim.world.do('host.crash', { name: host.name });
    for (const host of this.sim.world.all('HostSystem')) this.sim.world.do('host.recover', { name: host.name });
    const driver = await this.#driver();
    await (operation.back ? operation.back(driver) : operation.run(driver, {}));
    await driver.close();
    return picture(this.sim);
  }

  /** What was opened by a call whose answer was lost nobody knows of; it ends with its session, and that when it is idle. */
  #isKnown({ opened }: Leak): boolean {
    const call = this.sim.journal.calls({}).find(({ seq }) => seq === opened?.seq);
    return call === undefined || call.rules.length === 0;
  }

  async #calm(operation: Operation): Promise<Picture> {
    const known = this.#done.get(operation.name);
    if (known) return known;
    this.#restore();
    const driver = await this.#driver();
    await operation.run(driver, {});
    await driver.close();
    const done = await picture(this.sim);
    this.#done.set(operation.name, done);
    return done;
  }

  /** A driver that knows no trouble yet. */
  #driver({ login, datastoreRegex = '^LocalDS_0$' }: Partial<Trouble> = {}): Promise<Driver> {
    const { user: username, password } = this.sim.credentials;
    return createDriver({
      ...{ url: this.sim.url, ca: this.sim.ca, cluster: 'DC0_C0', datastoreRegex },
      ...(login ?? { username, password }),
      cancelPatience: 20_000,
      seed: 'the same every time',
      observe: (call) => this.#observe(call),
      // All time is the simulator's, in which the wire takes none.
      clock: {
        now: () => this.sim.clock.now(),
        after: (length, run) => (length < CALL ? this.sim.clock.after(length, run, { lasting: true }) : NEVER),
      },
    });
  }

  #restore(): void {
    this.sim.faults.clear();
    this.sim.restore('furnished');
    this.sim.world.do('session.expireAll');
  }

  async #goOn(): Promise<void> {
    const { clock } = this.sim;
    let since = performance.now();
    while (!this.#over) {
      // What came by the wire is done before time goes on.
      for (let turns = 0; turns < 10; turns++) await turn();
      const { nextDue } = clock;
      const soon = nextDue !== undefined && nextDue - clock.now() <= SOON && this.#calls === 0;
      if (!soon && (performance.now() - since < STILL || this.#transfers)) continue;
      // Where nothing is under way, it goes on for somebody's wait for what does not come.
      if (!(await clock.step())) await clock.advance(30_000);
      since = performance.now();
    }
  }

  /** Bytes on their way take real time. */
  get #transfers(): boolean {
    return this.sim.leaks().some(({ kind }) => kind === 'upload' || kind === 'download');
  }

  /** Counts calls on their way; a wait for updates is no such. */
  #observe({ method }: ObservedCall): (() => void) | undefined {
    if (method.startsWith('WaitForUpdates')) return undefined;
    this.#calls += 1;
    return () => {
      this.#calls -= 1;
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#over = true;
    await this.#pump;
    const { unforeseen } = this.sim;
    await this.sim.close();
    if (unforeseen.length > 0) throw new AggregateError(unforeseen, 'the simulator met what nobody foresaw');
  }
}
