/** The contract's own folder, directory and sessions, and their clearing away. */
import { type Client, type ConnectOptions, connect, isVsphereError, type Ref, type View } from '../client/index.ts';
import { createDriver, type Driver } from '../driver/index.ts';
import { SimError } from '../kernel/errors.ts';
import type { VirtualMachineConfigSpec } from '../vim25/index.ts';
import { type Context, type ContractTarget, Inapplicable } from './contract-case.ts';

/** Opens the sessions and makes the places that the cases work in. */
export async function openScene(target: ContractTarget, prefix: string): Promise<Scene> {
  const client = await connect(target);
  try {
    const cluster = target.cluster ?? (await firstCluster(client));
    const driver = await createDriver({ ...target, cluster, folder: prefix });
    try {
      return await Scene.in(target, client, driver, prefix);
    } catch (error) {
      await driver.close();
      throw error;
    }
  } catch (error) {
    await client.close();
    throw error;
  }
}

export class Scene implements Context {
  readonly target: ContractTarget;
  readonly client: Client;
  readonly driver: Driver;
  readonly folder: Ref<'Folder'>;
  readonly datastore: Context['datastore'];
  readonly #directory: string;
  #directoryMade: Promise<string> | undefined;
  /** What cases opened, closed after each. */
  readonly #open: AsyncDisposable[] = [];

  private constructor(
    target: ContractTarget,
    client: Client,
    driver: Driver,
    datastore: Context['datastore'],
    prefix: string,
  ) {
    this.target = target;
    this.client = client;
    this.driver = driver;
    this.folder = driver.surroundings.folder;
    this.datastore = datastore;
    this.#directory = `[${datastore.name}] ${prefix}`;
  }

  static async in(target: ContractTarget, client: Client, driver: Driver, prefix: string): Promise<Scene> {
    const { cluster, folder } = driver.surroundings;
    // What stands in it may be somebody's, and everything in it is destroyed after each case.
    if ((await client.get(folder, 'childEntity'))?.length) throw notEmpty(`folder '${prefix}'`);
    const [ref] = (await client.get(cluster, 'datastore')) ?? [];
    if (!ref) throw new SimError('ERR_CONTRACT', 'the cluster has no datastore');
    const name = await client.get(ref, 'name');
    return new Scene(target, client, driver, { ref, name }, prefix);
  }

  // Cases take these apart from the context: they are bound to it.
  readonly connect = async (options: Partial<ConnectOptions> = {}): Promise<Client> => {
    const made = await connect({ ...this.target, ...options });
    this.#open.push(made);
    return made;
  };

  readonly view = async (types: readonly string[]): Promise<View> => {
    const made = await this.client.view(this.folder, types);
    this.#open.push(made);
    return made;
  };

  readonly machine = (name: string, spec: VirtualMachineConfigSpec = {}): Promise<Ref<'VirtualMachine'>> => {
    const files = { vmPathName: `[${this.datastore.name}]` };
    const config = { name, guestId: 'otherGuest64', numCPUs: 1, memoryMB: 32, files, ...spec };
    return this.client.run(this.folder, 'CreateVM_Task', { config, pool: this.driver.surroundings.pool });
  };

  readonly directory = (): Promise<string> => {
    this.#directoryMade ??= this.#makeDirectory();
    return this.#directoryMade;
  };

  readonly inapplicable = (reason: string): never => {
    throw new Inapplicable(reason);
  };

  /** Removes what a case left. */
  async clear(): Promise<void> {
    for (const one of this.#open.splice(0)) await one[Symbol.asyncDispose]();
    await this.#empty(this.folder);
  }

  /** Removes the places themselves and ends the sessions. */
  async close(): Promise<void> {
    const { client, driver } = this;
    try {
      await this.clear();
      await client.run(this.folder, 'Destroy_Task');
      await this.#removeDirectory();
    } finally {
      await driver.close();
      await client.close();
    }
  }

  async #makeDirectory(): Promise<string> {
    const { datacenter } = this.driver.surroundings;
    const params = { name: this.#directory, datacenter, createParentDirectories: true };
    try {
      await this.client.call(this.client.content.fileManager!, 'MakeDirectory', params);
    } catch (error) {
      throw isVsphereError(error, 'FileAlreadyExists') ? notEmpty(`directory '${this.#directory}'`) : error;
    }
    return this.#directory;
  }

  /** Removes the directory if it was this scene that made it. */
  async #removeDirectory(): Promise<void> {
    const name = await this.#directoryMade?.catch(() => undefined);
    if (name === undefined) return;
    const { datacenter } = this.driver.surroundings;
    await this.client.run(this.client.content.fileManager!, 'DeleteDatastoreFile_Task', { name, datacenter });
  }

  async #empty(folder: Ref<'Folder'>): Promise<void> {
    for (const child of (await this.client.get(folder, 'childEntity')) ?? []) {
      try {
        if (child.type === 'Folder') await this.#empty(child as unknown as Ref<'Folder'>);
        await this.#destroy(child);
      } catch (error) {
        if (!isVsphereError(error, 'ManagedObjectNotFound')) throw error;
      }
    }
  }

  async #destroy(entity: Ref<'ManagedEntity'>): Promise<void> {
    const vm = entity.type === 'VirtualMachine' ? (entity as unknown as Ref<'VirtualMachine'>) : undefined;
    if (vm && (await this.client.get(vm, 'runtime.powerState')) !== 'poweredOff') {
      await this.client.run(vm, 'PowerOffVM_Task');
    }
    await this.client.run(entity, 'Destroy_Task');
  }
}

function notEmpty(place: string): SimError {
  return new SimError('ERR_CONTRACT', `${place} is there already`, {
    hint: 'pass another --prefix, or remove it first',
  });
}

async function firstCluster(client: Client): Promise<string> {
  for await (const { properties } of client.retrieve({ type: 'ClusterComputeResource', properties: ['name'] })) {
    if (properties.name !== undefined) return properties.name;
  }
  throw new SimError('ERR_CONTRACT', 'the target has no cluster to work in');
}
