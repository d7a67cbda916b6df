/** A simulator and a driver on it, for one test. */
import { createDriver, type Driver, type DriverOptions } from '../../src/driver/index.ts';
import { type Simulator, type StartOptions, startSimulator } from '../../src/index.ts';

export const FLAVOR = { vcpus: 1, memoryMb: 64, rootGb: 1 };

export class Stand implements AsyncDisposable {
  readonly sim: Simulator;
  readonly driver: Driver;

  constructor(sim: Simulator, driver: Driver) {
    this.sim = sim;
    this.driver = driver;
  }

  static async open(start: StartOptions = {}, options: Partial<DriverOptions> = {}): Promise<Stand> {
    const sim = await startSimulator({ port: 0, inventory: { vm: 0 }, ...start });
    const { user: username, password } = sim.credentials;
    const login = { url: sim.url, ca: sim.ca, username, password };
    return new Stand(sim, await createDriver({ ...login, cluster: 'DC0_C0', ...options }));
  }

  /** An instance with a root disk of 1 GiB, running unless told otherwise. */
  async spawn(
    name: string,
    powerOn = true,
  ): Promise<{ readonly uuid: string; readonly ref: { readonly value: string } }> {
    const made = await this.driver.spawn({ name, uuid: uuidOf(name), flavor: FLAVOR, powerOn });
    return { uuid: made.uuid, ref: made.ref };
  }

  /** A property of an instance's machine, past the driver. */
  read(uuid: { readonly ref: { readonly value: string } }, path: string): unknown {
    return this.sim.world.at(uuid.ref).get(path);
  }

  /** What lies in a datastore, by path; logs and swap files, which machines turn over, left out. */
  async files(store = 'LocalDS_0', folder = `[${store}]`): Promise<string[]> {
    const { client, surroundings } = this.driver;
    const refs = (await client.get(surroundings.datacenter, 'datastore')) ?? [];
    const names = await Promise.all(refs.map((ref) => client.get(ref, 'name')));
    const browser = await client.get(refs[names.indexOf(store)]!, 'browser');
    const found = await client.run(browser, 'SearchDatastoreSubFolders_Task', { datastorePath: folder });
    const within = (at: string) => at + (at.endsWith(']') ? ' ' : '/').repeat(at.endsWith('/') ? 0 : 1);
    return found
      .flatMap(({ folderPath = '', file = [] }) => file.map(({ path }) => within(folderPath) + path))
      .filter((path) => !/\.(?:log|vswp)$/.test(path))
      .sort();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.driver.close();
    const { unforeseen } = this.sim;
    await this.sim.close();
    if (unforeseen.length > 0) throw new AggregateError(unforeseen, 'the simulator met what nobody foresaw');
  }
}

/** A uuid that a name always has. */
export function uuidOf(name: string): string {
  const digits = Buffer.from(name).toString('hex').slice(0, 12).padStart(12, '0');
  return `70000000-0000-4000-8000-${digits}`;
}
