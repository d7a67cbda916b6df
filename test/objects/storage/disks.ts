/** Disks on a datastore met as a program meets them: made by VirtualDiskManager, filled and read over `/folder`. */
import type { StartOptions } from '../../../src/index.ts';
import { type Answer, Endpoint, type Fault } from '../endpoint.ts';

export const MIB: number = 2 ** 20;

export class Disks extends Endpoint {
  datacenter: Answer;

  static override async open(options: StartOptions = {}): Promise<Disks> {
    const { sim, client } = await Endpoint.open(options);
    const disks = new Disks(sim, client);
    disks.datacenter = await disks.at('DC0');
    return disks;
  }

  /** A path on the datastore that the default model has. */
  on(path: string, datastore = 'LocalDS_0'): string {
    return `[${datastore}] ${path}`;
  }

  /** Calls a method of VirtualDiskManager that names one disk. */
  disk(method: string, path: string, more: object = {}): Promise<Answer> {
    const args = { name: this.on(path), datacenter: this.datacenter, ...more };
    const manager = this.manager('virtualDiskManager');
    return method.endsWith('_Task') ? this.run(manager, method, args) : this.call(manager, method, args);
  }

  refused(method: string, path: string, more: object = {}): Promise<Fault> {
    const args = { name: this.on(path), datacenter: this.datacenter, ...more };
    return this.fault(this.manager('virtualDiskManager'), method, args);
  }

  create(path: string, megabytes: number, diskType = 'thin', adapterType = 'lsiLogic'): Promise<Answer> {
    const spec = { _typeName: 'FileBackedVirtualDiskSpec', diskType, adapterType, capacityKb: megabytes * 1_024 };
    return this.disk('CreateVirtualDisk_Task', path, { spec });
  }

  pair(from: string, to: string, more: object = {}): object {
    return { sourceName: this.on(from), sourceDatacenter: this.datacenter, destName: this.on(to), ...more };
  }

  copy(from: string, to: string, more: object = {}): Promise<Answer> {
    return this.run(this.manager('virtualDiskManager'), 'CopyVirtualDisk_Task', this.pair(from, to, more));
  }

  move(from: string, to: string, more: object = {}): Promise<Answer> {
    return this.run(this.manager('virtualDiskManager'), 'MoveVirtualDisk_Task', this.pair(from, to, more));
  }

  /** Calls a method of the FileManager that names one file. */
  file(method: string, path: string): Promise<Answer> {
    const args = { name: this.on(path), datacenter: this.datacenter };
    const manager = this.manager('fileManager');
    return method.endsWith('_Task') ? this.run(manager, method, args) : this.call(manager, method, args);
  }

  async http(method: string, path: string, more: { body?: Uint8Array; range?: string } = {}): Promise<Response> {
    const { user, password } = this.sim.credentials;
    const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
    const headers = { authorization, ...(more.range && { range: more.range }) };
    const url = `${this.sim.url.replace(/\/sdk$/, '')}/folder/${path}?dcPath=DC0&dsName=LocalDS_0`;
    return fetch(url, { method, headers, ...(more.body && { body: more.body as never }) });
  }

  async put(path: string, body: Uint8Array): Promise<number> {
    return (await this.http('PUT', path, { body })).status;
  }

  async get(path: string, range?: string): Promise<Buffer> {
    const response = await this.http('GET', path, range === undefined ? {} : { range });
    if (!response.ok) throw new Error(`${response.status} for ${path}`);
    return Buffer.from(await response.arrayBuffer());
  }

  async free(): Promise<number> {
    const store = await this.at('DC0/datastore/LocalDS_0');
    return (await this.read(store, 'summary')).freeSpace;
  }

  /** What the browser tells of the disks in a directory. */
  async browse(directory: string, filter?: object): Promise<Answer[]> {
    const browser = await this.read(await this.at('DC0/datastore/LocalDS_0'), 'browser');
    const details = { diskType: true, capacityKb: true, hardwareVersion: true, controllerType: true };
    const query = { _typeName: 'VmDiskFileQuery', details: { ...details, diskExtents: true, thin: true }, filter };
    const flags = { fileType: true, fileSize: true, modification: false, fileOwner: false };
    const found = await this.run(browser, 'SearchDatastore_Task', {
      datastorePath: this.on(directory),
      searchSpec: { query: [query], details: flags },
    });
    return found.file ?? [];
  }
}

/** Bytes that are told apart at every place, with a hole of zeros in the middle. */
export function pattern(size: number, seed = 1): Buffer {
  const bytes = Buffer.alloc(size);
  for (let at = 0; at < size; at += 4) {
    if (at >= size / 4 && at < size / 2) continue;
    bytes.writeUInt32LE((Math.imul(at + seed, 2_654_435_761) | 1) >>> 0, at);
  }
  return bytes;
}
