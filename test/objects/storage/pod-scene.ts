/** A pod with datastores in it, met through the endpoint, and what Storage DRS says of it. */
import type { Ref } from '../../../src/client/index.ts';
import type { StartOptions } from '../../../src/index.ts';
import { type Datastore, datastoreKind } from '../../../src/objects/storage/datastore.ts';
import { type Answer, Endpoint } from '../endpoint.ts';

const GIB = 2 ** 30;

/** Gives datastores sizes: GiB by name. */
export function sized(sizes: Readonly<Record<string, number>>): NonNullable<StartOptions['furnish']> {
  return ({ world }) =>
    world.turn(() => {
      for (const cell of world.every<Datastore>(datastoreKind)) {
        const capacity = sizes[cell.state.name];
        if (capacity !== undefined) world.update(cell, { volume: { ...cell.state.volume, capacity: capacity * GIB } });
      }
    });
}

export class PodScene implements AsyncDisposable {
  readonly ep: Endpoint;
  readonly pod: Ref;
  readonly stores: readonly Ref[];

  readonly #slow: boolean;

  private constructor(ep: Endpoint, pod: Ref, stores: readonly Ref[], slow: boolean) {
    this.#slow = slow;
    this.ep = ep;
    this.pod = pod;
    this.stores = stores;
  }

  /** Datastores LocalDS_0, LocalDS_1, ... of a pod, as many as asked for; the last of all stays outside. */
  static async open(
    inPod: number,
    options: StartOptions = {},
    sizes: Readonly<Record<string, number>> = {},
  ): Promise<PodScene> {
    const inventory = { autostart: false, ds: inPod + 1, pod: 1, ...options.inventory };
    const furnish = sized(sizes);
    const ep = await Endpoint.open({
      clock: { kind: 'manual' },
      sessionTimeout: 86_400_000,
      furnish,
      ...options,
      inventory,
    });
    const pod = await ep.at('DC0/datastore/DC0_POD0');
    const stores: Ref[] = [];
    for (let i = 0; i < inPod; i++) stores.push(await ep.at(`DC0/datastore/LocalDS_${i}`));
    const scene = new PodScene(ep, pod, stores, options.latency === 'realistic');
    await scene.done(ep.run(pod, 'MoveIntoFolder_Task', { list: stores }));
    await ep.events();
    return scene;
  }

  get manager(): Ref {
    return this.ep.manager('storageResourceManager');
  }

  async configure(podConfigSpec: object, rest: object = {}): Promise<void> {
    const spec = { podConfigSpec, ...rest };
    await this.done(this.ep.run(this.manager, 'ConfigureStorageDrsForPod_Task', { pod: this.pod, spec, modify: true }));
  }

  refuses(method: string, args: object): Promise<Answer> {
    return this.ep.fault(this.manager, method, args);
  }

  recommend(storageSpec: object): Promise<Answer> {
    return this.ep.call(this.manager, 'RecommendDatastores', {
      storageSpec: { podSelectionSpec: { storagePod: this.pod }, ...storageSpec },
    });
  }

  apply(...key: string[]): Promise<Answer> {
    return this.ep.run(this.manager, 'ApplyStorageDrsRecommendation_Task', { key });
  }

  entry(): Promise<Answer> {
    return this.ep.read(this.pod, 'podStorageDrsEntry');
  }

  /** Work that takes time is waited for while the clock is moved; other work needs no time. */
  async done<T>(work: Promise<T>): Promise<T> {
    let over = !this.#slow;
    const done = work.finally(() => {
      over = true;
    });
    while (!over) {
      await this.ep.sim.clock.advance(1_000);
      await new Promise((resolve) => setImmediate(resolve));
    }
    return done;
  }

  async advance(minutes: number): Promise<void> {
    await this.ep.sim.clock.advance(minutes * 60_000);
  }

  /** Names of the datastores a machine stands on. */
  async storesOf(vm: Ref): Promise<string[]> {
    return this.ep.names(await this.ep.read(vm, 'datastore'));
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.ep[Symbol.asyncDispose]();
  }
}

/** A ConfigSpec with so many thick disks of so many GiB each. */
export function configSpec(name: string, disks: readonly number[], memoryMB = 128): object {
  const controller = {
    operation: 'add',
    device: { _typeName: 'ParaVirtualSCSIController', key: -1, busNumber: 0, sharedBus: 'noSharing' },
  };
  const changes = disks.map((gib, i) => ({
    operation: 'add',
    fileOperation: 'create',
    device: {
      _typeName: 'VirtualDisk',
      key: -10 - i,
      controllerKey: -1,
      unitNumber: i,
      capacityInKB: gib * 2 ** 20,
      backing: {
        _typeName: 'VirtualDiskFlatVer2BackingInfo',
        fileName: '',
        diskMode: 'persistent',
        thinProvisioned: false,
      },
    },
  }));
  return {
    name,
    numCPUs: 1,
    memoryMB,
    guestId: 'otherGuest',
    deviceChange: disks.length > 0 ? [controller, ...changes] : [],
  };
}
