/** Packages as clients have them: disk images in the form they travel in, and leases to send and fetch them by. */
import { request } from 'node:http';
import type { Ref } from '../../../src/client/index.ts';
import { type Disk, sourceOf } from '../../../src/formats/vmdk/bytes.ts';
import { openSparse } from '../../../src/formats/vmdk/read-sparse.ts';
import { writeStream } from '../../../src/formats/vmdk/write-stream.ts';
import { type Answer, Endpoint } from '../endpoint.ts';

export const MIB: number = 2 ** 20;

/** Bytes that no two places of a disk have alike. */
export function dense(length: number, seed = 1): Buffer {
  const bytes = Buffer.alloc(length);
  for (let at = 0, n = seed; at + 4 <= length; at += 4) {
    n = (Math.imul(n, 1_664_525) + 1_013_904_223) >>> 0;
    bytes.writeUInt32LE(n, at);
  }
  return bytes;
}

/** A disk of that capacity with the bytes at the places given. */
export function diskOf(capacity: number, ...parts: readonly (readonly [at: number, bytes: Buffer])[]): Disk {
  return {
    capacity,
    async *runs() {
      for (const [at, bytes] of parts) yield { at, bytes };
    },
  };
}

export async function streamOf(disk: Disk): Promise<Buffer> {
  const descriptor = { cid: 0x123456fe, ddb: { adapterType: 'lsilogic', virtualHWVersion: '19' } };
  const parts: Buffer[] = [];
  for await (const part of writeStream(disk, { descriptor, file: 'disk.vmdk' })) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

/** A disk as a guest reads it, of an image in the form it travels in. */
export async function rawOf(image: Buffer): Promise<Buffer> {
  const disk = await openSparse(sourceOf(image));
  const raw = Buffer.alloc(disk.capacity);
  for await (const { at, bytes } of disk.runs()) bytes.copy(raw, at);
  return raw;
}

export interface Sending {
  readonly method?: string;
  readonly body?: Buffer | readonly Buffer[];
  readonly headers?: Record<string, string | number>;
}

export interface Fetched {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** One request at a door; rejects when the answer does not come whole. */
export function send(url: string, { method = 'GET', body, headers = {} }: Sending = {}): Promise<Fetched> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, agent: false }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('error', reject);
      answer.on('end', () =>
        resolve({ status: answer.statusCode!, headers: answer.headers, body: Buffer.concat(parts) }),
      );
    });
    sent.on('error', reject);
    if (Buffer.isBuffer(body)) sent.write(body);
    else for (const part of body ?? []) sent.write(part);
    sent.end();
  });
}

export interface DiskAsked {
  readonly capacityInKB: number;
  readonly thin?: boolean;
}

/** One simulator, and what a client does with it to bring machines in and out. */
export class Porter implements AsyncDisposable {
  readonly ep: Endpoint;
  readonly pool: Ref;
  readonly folder: Ref;

  constructor(ep: Endpoint, pool: Ref, folder: Ref) {
    this.ep = ep;
    this.pool = pool;
    this.folder = folder;
  }

  static async open(options: Parameters<typeof Endpoint.open>[0] = {}): Promise<Porter> {
    const ep = await Endpoint.open({ clock: { kind: 'manual' }, start: 0, ...options });
    const pool = await ep.at('DC0/host/DC0_C0/Resources');
    return new Porter(ep, pool, await ep.at('DC0/vm'));
  }

  machineSpec(name: string, disks: readonly DiskAsked[] = [{ capacityInKB: 1024, thin: true }]): Answer {
    const controller = {
      _typeName: 'VirtualLsiLogicController',
      key: -1,
      busNumber: 0,
      sharedBus: 'noSharing',
    };
    const ide = { _typeName: 'VirtualCdrom', key: -9, controllerKey: 200, unitNumber: 0, connectable: undefined };
    const drive = {
      ...ide,
      backing: { _typeName: 'VirtualCdromRemotePassthroughBackingInfo', deviceName: '', exclusive: false },
    };
    const added = disks.map(({ capacityInKB, thin }, i) => ({
      operation: 'add',
      fileOperation: 'create',
      device: {
        _typeName: 'VirtualDisk',
        key: -10 - i,
        controllerKey: -1,
        unitNumber: i,
        capacityInKB,
        backing: {
          _typeName: 'VirtualDiskFlatVer2BackingInfo',
          fileName: '[LocalDS_0]',
          diskMode: 'persistent',
          ...(thin && { thinProvisioned: true }),
        },
      },
    }));
    return {
      _typeName: 'VirtualMachineImportSpec',
      configSpec: {
        name,
        guestId: 'otherGuest64',
        numCPUs: 1,
        memoryMB: 64,
        files: { vmPathName: '[LocalDS_0]' },
        deviceChange: [{ operation: 'add', device: controller }, { operation: 'add', device: drive }, ...added],
      },
    };
  }

  import(spec: Answer, more: object = { folder: this.folder }): Promise<Ref> {
    return this.ep.call(this.pool, 'ImportVApp', { spec, ...more });
  }

  /** URLs of a lease by the end of their import key. */
  async url(lease: Ref, ending: string): Promise<string> {
    const info = await this.ep.read(lease, 'info');
    const found = info.deviceUrl.find(({ importKey }: Answer) => importKey.endsWith(ending));
    if (!found) throw new Error(`no ${ending} among ${info.deviceUrl.map((u: Answer) => u.importKey)}`);
    return found.url;
  }

  async put(lease: Ref, image: Buffer, ending = 'LogicController0:0'): Promise<Fetched> {
    return send(await this.url(lease, ending), { method: 'POST', body: image });
  }

  complete(lease: Ref): Promise<void> {
    return this.ep.call(lease, 'HttpNfcLeaseComplete');
  }

  /** The raw bytes of a machine's disk, by exporting it. */
  async exported(vm: Ref, ending = 'LogicController0:0'): Promise<Buffer> {
    const lease = await this.ep.call(vm, 'ExportVm');
    const { body, status } = await send(await this.url(lease, ending));
    if (status !== 200) throw new Error(String(status));
    await this.complete(lease);
    return rawOf(body);
  }

  async free(datastore = 'LocalDS_0'): Promise<number> {
    return (await this.ep.read(await this.ep.at(`DC0/datastore/${datastore}`), 'summary')).freeSpace;
  }

  /** Extents the spool keeps. */
  get kept(): number {
    return this.ep.sim.simulation.spool.count;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.ep[Symbol.asyncDispose]();
  }
}
