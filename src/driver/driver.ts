/** A virt driver in the manner of OpenStack's: one cluster as one hypervisor. */
import { type Client, connect, type Ref } from '../client/index.ts';
import { type CacheReport, manageImageCache } from './cache-ageing.ts';
import { type ConsoleKind, openConsole, type TicketConsole, type VncConsole } from './console.ts';
import { datastorePattern } from './datastores.ts';
import { destroy } from './destroy.ts';
import { type Diagnostics, diagnostics } from './diagnostics.ts';
import type { Flavor } from './flavor.ts';
import { enterMaintenance, exitMaintenance, hostUptime, type MaintenanceOptions } from './host-maintenance.ts';
import type { ImageSink, ImageSource, NewImage } from './image.ts';
import { type InstanceInfo, instanceInfo, listInstances, needInstance } from './instances.ts';
import {
  type AttachedInterface,
  attachInterface,
  detachInterface,
  type InterfaceName,
  type InterfaceRequest,
} from './interfaces.ts';
import { checkMigration, type MigrationKind, migrate } from './migrate.ts';
import type { MigrationTarget } from './migration-target.ts';
import { type DriverOptions, settle } from './options.ts';
import { powerOff, powerOn, reboot } from './power.ts';
import { rescue, unrescue } from './rescue.ts';
import { confirmResize, resize, revertResize } from './resize.ts';
import { type AvailableResource, availableResource } from './resources.ts';
import { groupMembers, joinGroup, leaveGroup, type ServerGroup } from './server-groups.ts';
import { type SnapshotRequest, snapshot } from './snapshot.ts';
import { spawn } from './spawn.ts';
import type { SpawnRequest } from './spawn-request.ts';
import { findSurroundings, type Surroundings } from './surroundings.ts';
import { resume, suspend } from './suspend.ts';
import { type AttachOptions, attachVolume, detachVolume, extendVolume, type Volume } from './volume.ts';
import type { WorkOptions } from './work.ts';

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
  spawn(request: SpawnRequest, work?: WorkOptions): Promise<InstanceInfo> {
    return spawn(this.#surroundings, request, work);
  }

  /** The root disk as a new image, whether the instance runs or not. */
  async snapshot(
    id: string,
    sink: ImageSink,
    request: SnapshotRequest = {},
    work: WorkOptions = {},
  ): Promise<NewImage> {
    return snapshot(this.#surroundings, await needInstance(this.#surroundings, id), sink, request, work);
  }

  /** Marks cached images that nobody uses, and removes those that have long been so. To be called from time to time. */
  manageImageCache(work?: WorkOptions): Promise<CacheReport> {
    return manageImageCache(this.#surroundings, work);
  }

  async powerOn(id: string, work: WorkOptions = {}): Promise<void> {
    await powerOn(this.#surroundings, await this.#instance(id), work);
  }

  async powerOff(id: string, work: WorkOptions = {}): Promise<void> {
    await powerOff(this.#surroundings, await this.#instance(id), work);
  }

  async reboot(id: string, kind: 'soft' | 'hard' = 'soft', work: WorkOptions = {}): Promise<void> {
    await reboot(this.#surroundings, await this.#instance(id), kind, work);
  }

  /** Removes an instance with its disks; volumes stay. One that is not there is as good as removed. */
  destroy(id: string, work?: WorkOptions): Promise<void> {
    return destroy(this.#surroundings, id, work);
  }

  async suspend(id: string, work: WorkOptions = {}): Promise<void> {
    await suspend(this.#surroundings, await this.#instance(id), work);
  }

  async resume(id: string, work: WorkOptions = {}): Promise<void> {
    await resume(this.#surroundings, await this.#instance(id), work);
  }

  /** Starts an instance from a copy of an image, its own disks behind it. */
  async rescue(id: string, image: ImageSource, work: WorkOptions = {}): Promise<void> {
    await rescue(this.#surroundings, await this.#instance(id), image, work);
  }

  /** Returns a rescued instance to its own disks, and starts it unless told otherwise. */
  async unrescue(id: string, options: WorkOptions & { readonly powerOn?: boolean } = {}): Promise<void> {
    await unrescue(this.#surroundings, await this.#instance(id), options.powerOn !== false, options);
  }

  async getDiagnostics(id: string): Promise<Diagnostics> {
    return diagnostics(this.#surroundings, await this.#instance(id));
  }

  /** Where an instance's screen is to be seen: a VNC server, or a ticket for one connection. */
  getConsole(id: string, kind: 'vnc'): Promise<VncConsole>;
  getConsole(id: string, kind: 'mks' | 'webmks'): Promise<TicketConsole>;
  async getConsole(id: string, kind: ConsoleKind): Promise<VncConsole | TicketConsole> {
    return openConsole(this.#surroundings, await this.#instance(id), kind);
  }

  /** Gives another flavor; the original disk stays until `confirmResize` or `revertResize`. */
  async resize(id: string, flavor: Flavor, work: WorkOptions = {}): Promise<void> {
    await resize(this.#surroundings, await this.#instance(id), flavor, work);
  }

  async confirmResize(id: string, work: WorkOptions = {}): Promise<void> {
    await confirmResize(this.#surroundings, await this.#instance(id), work);
  }

  async revertResize(id: string, work: WorkOptions = {}): Promise<void> {
    await revertResize(this.#surroundings, await this.#instance(id), work);
  }

  /** Throws what stands against a migration, and changes nothing. */
  async checkMigration(
    id: string,
    target: MigrationTarget,
    kind: MigrationKind,
    work: WorkOptions = {},
  ): Promise<void> {
    await checkMigration(this.#surroundings, await this.#instance(id), target, kind, work);
  }

  /** Moves an instance to another host, cluster or datastore: while it runs, or off. */
  async migrate(id: string, target: MigrationTarget, kind: MigrationKind, work: WorkOptions = {}): Promise<void> {
    await migrate(this.#surroundings, await this.#instance(id), target, kind, work);
  }

  async attachVolume(id: string, volume: Volume, options: AttachOptions = {}): Promise<void> {
    await attachVolume(this.#surroundings, await this.#instance(id), volume, options);
  }

  async detachVolume(id: string, volume: Volume, work: WorkOptions = {}): Promise<void> {
    await detachVolume(this.#surroundings, await this.#instance(id), volume, work);
  }

  /** Makes a volume larger, attached to the instance or, without one, to none. */
  async extendVolume(id: string | undefined, volume: Volume, gigabytes: number, work: WorkOptions = {}): Promise<void> {
    const vm = id === undefined ? undefined : await this.#instance(id);
    await extendVolume(this.#surroundings, vm, volume, gigabytes, work);
  }

  async attachInterface(id: string, request: InterfaceRequest, work: WorkOptions = {}): Promise<AttachedInterface> {
    return attachInterface(this.#surroundings, await this.#instance(id), request, work);
  }

  async detachInterface(id: string, name: InterfaceName, work: WorkOptions = {}): Promise<void> {
    await detachInterface(this.#surroundings, await this.#instance(id), name, work);
  }

  /** Keeps an instance together with the others of a group, or apart from them. */
  async joinGroup(id: string, group: ServerGroup, work: WorkOptions = {}): Promise<void> {
    await joinGroup(this.#surroundings, await this.#instance(id), group, work);
  }

  async leaveGroup(id: string, name: string, work: WorkOptions = {}): Promise<void> {
    await leaveGroup(this.#surroundings, await this.#instance(id), name, work);
  }

  groupMembers(name: string): Promise<readonly Ref<'VirtualMachine'>[]> {
    return groupMembers(this.#surroundings, name);
  }

  /** Moves instances off a host and takes it out of use. The host may be left out where the cluster has only one. */
  enterMaintenance(host: string | undefined, options: MaintenanceOptions = {}): Promise<void> {
    return enterMaintenance(this.#surroundings, host, options);
  }

  exitMaintenance(host: string | undefined, work: WorkOptions = {}): Promise<void> {
    return exitMaintenance(this.#surroundings, host, work);
  }

  /** Seconds since a host started. */
  getHostUptime(host: string | undefined): Promise<number> {
    return hostUptime(this.#surroundings, host);
  }

  #instance(id: string): Promise<Ref<'VirtualMachine'>> {
    return needInstance(this.#surroundings, id);
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
  const settings = settle(options);
  datastorePattern(settings);
  const client = await connect(options);
  try {
    return new Driver(await findSurroundings(client, settings));
  } catch (error) {
    await client.close();
    throw error;
  }
}
