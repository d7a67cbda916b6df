/** Two datastores and what stands on them, summed file by file as a browser shows them. */
import type { Ref } from '../../src/client/index.ts';
import { isVsphereError } from '../../src/client/index.ts';
import type { StartOptions } from '../../src/index.ts';
import { type Answer, Endpoint } from '../objects/endpoint.ts';

export const MIB: number = 2 ** 20;
export const STORES = ['LocalDS_0', 'LocalDS_1'] as const;

/** What everything comes to at one moment. */
export interface Picture {
  /** Size of each file by its whole name; -1 for a directory. */
  readonly files: ReadonlyMap<string, number>;
  readonly free: readonly number[];
  /** What each disk of each machine reads as, by machine and key. */
  readonly disks: ReadonlyMap<string, string>;
  readonly extents: number;
}

export class StorageScene extends Endpoint {
  datacenter!: Ref;
  folder!: Ref;
  pool!: Ref;
  stores: Ref[] = [];
  #browsers: Ref[] = [];
  #capacity: number[] = [];

  static override async open(more: StartOptions = {}): Promise<StorageScene> {
    const inventory = { cluster: 0, standaloneHost: 1, vm: 0, ds: STORES.length };
    const clock = { kind: 'manual' } as const;
    const plain = await Endpoint.open({
      inventory,
      clock,
      start: Date.UTC(2026, 0, 1),
      seed: 'storage',
      apiVersion: '9.1.0',
      ...more,
    });
    const scene = new StorageScene(plain.sim, plain.client);
    scene.datacenter = await scene.at('DC0');
    scene.folder = await scene.at('DC0/vm');
    scene.pool = await scene.at('DC0/host/DC0_H0/Resources');
    for (const name of STORES) {
      const store = await scene.at(`DC0/datastore/${name}`);
      scene.stores.push(store);
      scene.#browsers.push(await scene.read(store, 'browser'));
      scene.#capacity.push(await scene.read(store, 'summary.capacity'));
    }
    return scene;
  }

  machines(): Promise<Ref[]> {
    return this.read(this.folder, 'childEntity');
  }

  devices(vm: Ref): Promise<Answer[]> {
    return this.read(vm, 'config.hardware.device').then((all) => all ?? []);
  }

  async disksOf(vm: Ref): Promise<Answer[]> {
    return (await this.devices(vm)).filter(({ _typeName }) => _typeName === 'VirtualDisk');
  }

  async snapshotsOf(vm: Ref): Promise<Ref[]> {
    const tree = await this.read(vm, 'snapshot');
    const below = (list: Answer[] = []): Ref[] =>
      list.flatMap(({ snapshot, childSnapshotList }) => [snapshot, ...below(childSnapshotList)]);
    return below(tree?.rootSnapshotList);
  }

  async put(path: string, store: string, bytes: Uint8Array): Promise<void> {
    const { user, password } = this.sim.credentials;
    const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
    const url = `${this.sim.url.replace(/\/sdk$/, '')}/folder/${path}?dcPath=DC0&dsName=${store}`;
    const answer = await fetch(url, { method: 'PUT', headers: { authorization }, body: bytes as never });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Refused(`${answer.status}`);
  }

  async files(): Promise<Map<string, number>> {
    const files = new Map<string, number>();
    const details = { fileSize: true, fileType: true, modification: false, fileOwner: false };
    for (const [n, browser] of this.#browsers.entries()) {
      const datastorePath = `[${STORES[n]}]`;
      const found = await this.run(browser, 'SearchDatastoreSubFolders_Task', {
        datastorePath,
        searchSpec: { details },
      });
      for (const { folderPath, file } of found) {
        const at = folderPath.endsWith(']') ? `${folderPath} ` : folderPath;
        for (const { _typeName, path, fileSize } of file ?? []) {
          files.set(at + path, _typeName === 'FolderFileInfo' ? -1 : fileSize);
        }
      }
    }
    return files;
  }

  async picture(): Promise<Picture> {
    const files = await this.files();
    const free: number[] = [];
    for (const store of this.stores) free.push(await this.read(store, 'summary.freeSpace'));
    const disks = new Map<string, string>();
    for (const vm of await this.machines()) {
      for (const { key, capacityInBytes } of await this.disksOf(vm)) {
        const bytes = await this.sim.disks.read({ vm: vm.value, key }, 0, capacityInBytes);
        disks.set(`${vm.value}/${key}`, told(bytes));
      }
    }
    return { files, free, disks, extents: this.sim.simulation.spool.count };
  }

  /** Says what in a picture is untrue: space against files, and machines' layouts against both. */
  async wrong({ files, free }: Picture): Promise<string[]> {
    const wrong: string[] = [];
    for (const [n, name] of STORES.entries()) {
      const used = sumOf(files, `[${name}] `);
      const capacity = this.#capacity[n]!;
      if (free[n]! + used !== capacity)
        wrong.push(`${name}: ${capacity - free[n]!} bytes are taken, and the files come to ${used}`);
    }
    const owners = new Map<string, string>();
    for (const vm of await this.machines()) {
      const layout: Answer[] = (await this.read(vm, 'layoutEx')).file ?? [];
      for (const { name, size, uniqueSize } of layout) {
        if (uniqueSize !== 0 && files.get(name) !== size)
          wrong.push(`${vm.value} has ${name} of ${size}, the datastore of ${files.get(name)}`);
        if (uniqueSize !== 0 && owners.has(name)) wrong.push(`${name} is of ${vm.value} and of ${owners.get(name)}`);
        if (uniqueSize !== 0) owners.set(name, vm.value);
      }
      const { perDatastoreUsage } = await this.read(vm, 'storage');
      for (const { datastore, committed, unshared } of perDatastoreUsage) {
        const prefix = `[${STORES[this.stores.findIndex(({ value }) => value === datastore.value)]}] `;
        const there = layout.filter(({ name }) => name.startsWith(prefix));
        const all = there.reduce((sum, { size }) => sum + size, 0);
        const own = there.reduce((sum, { uniqueSize }) => sum + uniqueSize, 0);
        if (all !== committed || own !== unshared)
          wrong.push(`${vm.value} on ${prefix}says ${committed}, ${unshared}; its files ${all}, ${own}`);
      }
    }
    return wrong;
  }

  /** Takes away every machine, every first class disk and every file, and what has lost its files with them. */
  async clear(): Promise<void> {
    for (const vm of await this.machines()) {
      if ((await this.read(vm, 'runtime.powerState')) === 'poweredOn') await this.run(vm, 'PowerOffVM_Task');
      if ((await this.read(vm, 'runtime.connectionState')) === 'connected') await this.run(vm, 'Destroy_Task');
      else await this.call(vm, 'UnregisterVM');
    }
    const disks = this.manager('vStorageObjectManager');
    const files = this.manager('fileManager');
    for (const name of (await this.files()).keys()) {
      await this.run(files, 'DeleteDatastoreFile_Task', { name, datacenter: this.datacenter }).catch(unlessRefused);
    }
    for (const datastore of this.stores) await this.run(disks, 'ReconcileDatastoreInventory_Task', { datastore });
  }
}

/** What went with others is not there any more. */
function unlessRefused(error: unknown): void {
  if (!isVsphereError(error) || !error.fault) throw error;
}

/** An answer that refuses, of whichever door. */
export class Refused extends Error {}

/** Bytes that files below a place take. */
function sumOf(files: ReadonlyMap<string, number>, prefix: string): number {
  let sum = 0;
  for (const [name, size] of files) if (name.startsWith(prefix)) sum += Math.max(0, size);
  return sum;
}

/** Bytes told apart: where they are not zeros, and what stands there. */
function told(bytes: Buffer): string {
  const found: string[] = [String(bytes.length)];
  for (let at = 0; at < bytes.length; at += 65_536) {
    const piece = bytes.subarray(at, at + 65_536);
    if (piece.some((byte) => byte !== 0)) found.push(`${at}:${piece.readUInt32LE(0)}`);
  }
  return found.join(' ');
}
