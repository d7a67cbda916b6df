/** Where histories play: `web` is off, `db` runs with VMware Tools, `golden` is a template; the clock stands. */
import type { Ref } from '../../../src/client/index.ts';
import type { StartOptions } from '../../../src/index.ts';
import { createSeedVm } from '../../../src/objects/machine/seed-vm.ts';
import { vmKind } from '../../../src/objects/machine/virtual-machine.ts';
import type { Site } from '../../../src/objects/site.ts';
import { type Answer, Endpoint } from '../endpoint.ts';
import { Chronicle, type Told } from './history-chronicle.ts';
import { type Changes, Ledger } from './history-ledger.ts';
import { Names } from './history-names.ts';

export interface Account {
  readonly events: readonly Told[];
  readonly changes: Changes;
}

function furnish(site: Site): void {
  const named = (type: string, name: string, parent?: unknown) => {
    for (const cell of site.world.ofType(type)) {
      if (cell.get('name') === name && (!parent || cell.one('parent') === parent)) return cell;
    }
    throw new Error(`no ${type} is called ${name}`);
  };
  const host = named('HostSystem', 'DC0_C0_H0');
  const place = {
    folder: named('Folder', 'vm').id,
    host: host.id,
    pool: named('ResourcePool', 'Resources', host.one('parent')).id,
    datastore: named('Datastore', 'LocalDS_0').id,
    network: named('Network', 'VM Network').id,
  };
  site.world.turn(() => {
    for (const name of ['web', 'db', 'golden']) createSeedVm(site, { ...place, name, poweredOn: name === 'db' });
    for (const vm of site.world.every(vmKind)) {
      const { name, config } = vm.state;
      if (name === 'db') {
        const guest = Object.freeze({ toolsVersion: '12352', running: true });
        site.world.update(vm, { guest, config: Object.freeze({ ...config, version: 'vmx-15' }) });
      }
      if (name !== 'golden') continue;
      const template = Object.freeze({ ...config, template: true });
      site.world.update(vm, { config: template, place: Object.freeze({ host: host.id }) });
    }
  });
}

export class Stage implements AsyncDisposable {
  readonly ep: Endpoint;
  readonly web: Ref;
  readonly db: Ref;
  readonly golden: Ref;
  readonly #names: Names;
  readonly #chronicle: Chronicle;
  readonly #ledger: Ledger;

  private constructor(ep: Endpoint, names: Names, parts: readonly [Chronicle, Ledger], vms: readonly Ref[]) {
    this.ep = ep;
    this.#names = names;
    [this.#chronicle, this.#ledger] = parts;
    [this.web, this.db, this.golden] = vms as [Ref, Ref, Ref];
  }

  static async set(options: StartOptions = {}): Promise<Stage> {
    const ep = await Endpoint.open({
      clock: { kind: 'manual' },
      start: Date.parse('2026-03-01T12:00:00Z'),
      inventory: { host: 2, vm: 0, ds: 2 },
      furnish,
      ...options,
    });
    const names = new Names(ep);
    const parts = [await Chronicle.of(ep, names), await Ledger.of(ep, names)] as const;
    const vms = await Promise.all(['web', 'db', 'golden'].map((name) => ep.at(`DC0/vm/${name}`)));
    return new Stage(ep, names, parts, vms);
  }

  get pool(): Promise<Ref> {
    return this.ep.at('DC0/host/DC0_C0/Resources');
  }

  get folder(): Promise<Ref> {
    return this.ep.at('DC0/vm');
  }

  readonly host = (name: string = 'DC0_C0_H1'): Promise<Ref> => this.ep.at(`DC0/host/DC0_C0/${name}`);

  readonly datastore = (name: string = 'LocalDS_1'): Promise<Ref> => this.ep.at(`DC0/datastore/${name}`);

  /** The snapshot a machine stands on, taken now. */
  async snapshot(vm: Ref, name: string = 'one', memory: boolean = false): Promise<Ref> {
    return this.ep.run(vm, 'CreateSnapshot_Task', { name, memory, quiesce: false });
  }

  /** A vApp called `app`. */
  async vApp(): Promise<Ref> {
    const share = { reservation: 0, expandableReservation: true, limit: -1, shares: { level: 'normal', shares: 0 } };
    const resSpec = { cpuAllocation: share, memoryAllocation: share };
    return this.ep.call(await this.pool, 'CreateVApp', {
      name: 'app',
      resSpec,
      configSpec: {},
      vmFolder: await this.folder,
    });
  }

  /** A folder called `shelf`, and `web` in it. */
  async shelf(): Promise<Ref> {
    const shelf = await this.ep.call(await this.folder, 'CreateFolder', { name: 'shelf' });
    await this.ep.run(shelf, 'MoveIntoFolder_Task', { list: [this.web] });
    return shelf;
  }

  reconfigure(spec: Answer, vm: Ref = this.web): Promise<Answer> {
    return this.ep.run(vm, 'ReconfigVM_Task', { spec });
  }

  /** A change of the machine's devices, `device` being the one of that key and what is said of it. */
  async edit(key: number, change: Answer, operation: string = 'edit'): Promise<Answer> {
    const devices: Answer[] = await this.ep.read(this.web, 'config.hardware.device');
    const device = { ...devices.find((d) => d.key === key), ...change };
    return this.reconfigure({ deviceChange: [{ operation, device }] });
  }

  /** What is told of a piece of work. */
  async account(work: () => Promise<Answer>): Promise<Account> {
    await this.ep.sim.clock.advance(1_000);
    await this.#names.learn();
    await this.#chronicle.begin();
    await this.#ledger.begin();
    await work();
    await this.#names.learn();
    return { events: await this.#chronicle.told(), changes: await this.#ledger.changes() };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#ledger.close();
    await this.ep[Symbol.asyncDispose]();
  }
}
