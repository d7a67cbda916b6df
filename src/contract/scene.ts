/** The contract's own folder, directory and names on a target, and their clearing away. */
import { randomUUID } from 'node:crypto';
import type { Observer, Ref } from '../client/index.ts';
import { createDriver, type Driver, type InstanceInfo, type SpawnRequest } from '../driver/index.ts';
import { Ids } from '../kernel/ids.ts';
import type { VirtualMachineConfigSpec } from '../vim25/index.ts';
import type { Context, ContractTarget } from './contract-case.ts';
import type { Ledger, Making } from './ledger.ts';
import { destroyPool, emptyFolder, removeDirectory, sweep, sweepRoles } from './sweep.ts';
import { openVisit, Visit } from './visit.ts';

const SMALL = { vcpus: 1, memoryMb: 64, rootGb: 1 };

/** Opens the sessions and makes the folder that the cases work in. Its name is the run's, and nobody else's. */
export async function openScene(
  target: ContractTarget,
  prefix: string,
  ledger: Ledger,
  observe?: Observer,
): Promise<Scene> {
  const run = `${prefix}-${randomUUID().slice(0, 8)}`;
  const visit = await openVisit(target, observe);
  const { client, ground } = visit;
  const { cluster, datastores, vmFolder } = ground;
  const vcenter = client.about.instanceUuid ?? '';
  ledger.note({ step: 'opened', run, vcenter, url: target.url, cluster: cluster.name });
  try {
    const make = () => client.call(vmFolder, 'CreateFolder', { name: run });
    const folder = await ledger.making(run, 'folder', run, make, (made) => made.value);
    const driver = await createDriver({
      ...target,
      cluster: cluster.name,
      folder: run,
      cachePrefix: run,
      temporaryFolder: `${run}_temp`,
      datastoreRegex: `^${datastores[0]!.name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}$`,
      observe,
    });
    return new Scene(visit, driver, folder, run, ledger, observe);
  } catch (error) {
    await sweep(client, ground, run).then(() => ledger.close(run));
    await visit.close();
    throw error;
  }
}

export class Scene extends Visit implements Context {
  readonly driver: Driver;
  readonly folder: Ref<'Folder'>;
  readonly datastore: Context['datastore'];
  /** Name of the folder and first part of every other name. */
  readonly run: string;
  readonly #ledger: Ledger;
  /** They follow from the run's name, which is the only throw of dice. */
  readonly #ids: Ids;
  #uuids = 0;
  #directory: Promise<string> | undefined;
  /** What the case at hand has made outside the folder's tree, newest last. */
  readonly #made: { readonly what: Making; readonly name: string; readonly remove?: () => Promise<unknown> }[] = [];

  constructor(
    visit: Visit,
    driver: Driver,
    folder: Ref<'Folder'>,
    run: string,
    ledger: Ledger,
    observe: Observer | undefined,
  ) {
    super(visit.target, visit.client, visit.ground, observe);
    this.driver = driver;
    this.folder = folder;
    this.run = run;
    this.#ledger = ledger;
    this.#ids = new Ids(run);
    const { ref, name } = this.ground.datastores[0]!;
    this.datastore = { ref, name };
  }

  readonly newUuid = (): string => this.#ids.uuid(String(++this.#uuids));

  readonly named = (name: string): string => `${this.run}-${name}`;

  readonly machine = (name: string, spec: VirtualMachineConfigSpec = {}): Promise<Ref<'VirtualMachine'>> => {
    const files = { vmPathName: `[${this.datastore.name}]` };
    const config = { name: this.named(name), guestId: 'otherGuest64', numCPUs: 1, memoryMB: 32, files, ...spec };
    const create = () => this.client.run(this.folder, 'CreateVM_Task', { config, pool: this.ground.pool });
    return this.#make('machine', this.named(name), create, (vm) => vm.value);
  };

  readonly instance = (name: string, request: Partial<SpawnRequest> = {}): Promise<InstanceInfo> => {
    const wanted = { name: this.named(name), uuid: this.newUuid(), flavor: SMALL, ...request };
    // The driver keeps an instance's files in a directory of its uuid, which says nothing of the run.
    const room = `[${this.datastore.name}] ${wanted.uuid}`;
    this.#ledger.note({ step: 'making', run: this.run, what: 'directory', name: room });
    // The disk of a source stays behind where another lay over it.
    const remove = () => removeDirectory(this.client, this.ground, room);
    this.#made.push({ what: 'directory', name: room, remove });
    return this.#make(
      'machine',
      wanted.name,
      () => this.driver.spawn(wanted),
      (made) => made.ref.value,
    );
  };

  readonly pool = (name: string): Promise<Ref<'ResourcePool'>> => {
    const shares = { level: 'normal', shares: 4000 } as const;
    const allocation = { reservation: 0, expandableReservation: true, limit: -1, shares };
    const spec = { cpuAllocation: allocation, memoryAllocation: allocation };
    const create = () => this.client.call(this.ground.pool, 'CreateResourcePool', { name: this.named(name), spec });
    const remove = (made: Ref<'ResourcePool'>) => destroyPool(this.client, made);
    return this.#make('pool', this.named(name), create, (pool) => pool.value, remove);
  };

  readonly role = (name: string, privIds: readonly string[]): Promise<number> => {
    const manager = this.client.content.authorizationManager!;
    const add = () => this.client.call(manager, 'AddAuthorizationRole', { name: this.named(name), privIds });
    return this.#make('role', this.named(name), add, String, () => sweepRoles(this.client, this.run));
  };

  readonly directory = (): Promise<string> => {
    this.#directory ??= this.#makeDirectory();
    return this.#directory;
  };

  protected override get container(): Ref {
    return this.folder;
  }

  /** Removes what a case left. */
  override async clear(): Promise<void> {
    await super.clear();
    await emptyFolder(this.client, this.folder);
    for (const { what, name, remove } of this.#made.splice(0).reverse()) {
      await remove?.();
      this.#ledger.note({ step: 'removed', run: this.run, what, name });
    }
  }

  /** Removes the places themselves and ends the sessions. */
  override async close(): Promise<void> {
    try {
      await super.clear();
      await sweep(this.client, this.ground, this.run);
      this.#ledger.close(this.run);
    } finally {
      await this.driver.close();
      await this.client.close();
    }
  }

  async #make<T>(
    what: Making,
    name: string,
    make: () => Promise<T>,
    idOf: (made: T) => string,
    remove?: (made: T) => Promise<unknown>,
  ): Promise<T> {
    const made = await this.#ledger.making(this.run, what, name, make, idOf);
    this.#made.push({ what, name, ...(remove && { remove: () => remove(made) }) });
    return made;
  }

  async #makeDirectory(): Promise<string> {
    const name = `[${this.datastore.name}] ${this.run}`;
    const params = { name, datacenter: this.ground.datacenter.ref, createParentDirectories: true };
    const make = () => this.client.call(this.client.content.fileManager!, 'MakeDirectory', params);
    await this.#ledger.making(this.run, 'directory', name, make, () => name);
    return name;
  }
}
