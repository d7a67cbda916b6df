/** A virt driver in the manner of OpenStack's: one cluster as one hypervisor. */
import { type Client, connect } from '../client/index.ts';
import { datastorePattern } from './datastores.ts';
import { findInstance, type InstanceInfo, instanceInfo, listInstances, needInstance } from './instances.ts';
import type { DriverOptions, SpawnRequest } from './options.ts';
import { powerOff, powerOn, reboot, remove } from './power.ts';
import { type AvailableResource, availableResource } from './resources.ts';
import { spawn } from './spawn.ts';
import { findSurroundings, type Surroundings } from './surroundings.ts';

/** Instances are named by their uuid, or by their name in the driver's folder. */
export class Driver implements AsyncDisposable {
  readonly #surroundings: Surroundings;

  /** @internal */
  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
  }

  /** The client underneath, in the driver's own session. */
  get client(): Client {
    return this.#surroundings.client;
  }

  /** What the driver found at its start. */
  get surroundings(): Surroundings {
    return this.#surroundings;
  }

  /** The cluster's room, as a scheduler asks for it. */
  getAvailableResource(): Promise<AvailableResource> {
    return availableResource(this.#surroundings);
  }

  listInstances(): Promise<{ name: string; uuid: string }[]> {
    return listInstances(this.#surroundings);
  }

  async getInfo(id: string): Promise<InstanceInfo> {
    return instanceInfo(this.#surroundings, await needInstance(this.#surroundings, id));
  }

  /** Makes and starts an instance; asked for again with the same uuid, it finishes what is missing. */
  spawn(request: SpawnRequest): Promise<InstanceInfo> {
    return spawn(this.#surroundings, request);
  }

  async powerOn(id: string): Promise<void> {
    await powerOn(this.#surroundings, await needInstance(this.#surroundings, id));
  }

  async powerOff(id: string): Promise<void> {
    await powerOff(this.#surroundings, await needInstance(this.#surroundings, id));
  }

  async reboot(id: string, kind: 'soft' | 'hard' = 'soft'): Promise<void> {
    await reboot(this.#surroundings, await needInstance(this.#surroundings, id), kind);
  }

  /** Removes an instance with its disks. One that is not there is as good as removed. */
  async destroy(id: string): Promise<void> {
    const vm = await findInstance(this.#surroundings, id);
    if (vm) await remove(this.#surroundings, vm);
  }

  close(): Promise<void> {
    return this.client.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}

/**
 * Connects and finds the cluster. Throws what `connect` throws, and ERR_USAGE for a cluster that is not there, with
 * those that are.
 *
 * @example
 * await using driver = await createDriver({ url, username, password, ca, cluster: 'DC0_C0' });
 * await driver.spawn({ name: 'web', uuid: randomUUID(), flavor: { vcpus: 2, memoryMb: 2048, rootGb: 20 } });
 */
export async function createDriver(options: DriverOptions): Promise<Driver> {
  datastorePattern(options);
  const client = await connect(options);
  try {
    return new Driver(await findSurroundings(client, options));
  } catch (error) {
    await client.close();
    throw error;
  }
}
