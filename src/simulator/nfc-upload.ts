/** A file that comes in by a lease: kept as it arrives, in place at once when it is whole, gone when it is not. */
import { GzipError, unpacked } from '../formats/gzip.ts';
import { type Run, SECTOR, VmdkError } from '../formats/vmdk/bytes.ts';
import { readStream } from '../formats/vmdk/read-stream.ts';
import { guardSpace } from '../objects/machine/disk-room.ts';
import type { FileAt } from '../objects/machine/machine.ts';
import { vmKind } from '../objects/machine/virtual-machine.ts';
import type { Vm } from '../objects/machine/work.ts';
import type { Figures, Lease, LeaseFile } from '../objects/nfc/lease.ts';
import { failLease } from '../objects/nfc/lease-life.ts';
import { diskFor, fill, insert, placeFor, withContent } from '../objects/nfc/received.ts';
import { Arriving as Upload } from '../objects/storage/arriving.ts';
import { type Datastore, datastoreKind } from '../objects/storage/datastore.ts';
import { fileAt, putFile } from '../objects/storage/files.ts';
import { OutOfSpace } from '../spool/spool.ts';
import type { Cell } from '../world/cell.ts';
import { VimFault } from '../world/fault.ts';
import { Refusal } from './refusal.ts';
import type { Simulation } from './simulator.ts';

/** Bytes that may follow the end of a stream. */
const TAIL = 65_536;

export interface Received {
  /** Nothing of that name came before. */
  readonly first: boolean;
  readonly figures: Figures;
}

/**
 * Takes a file in. What is damaged, lies about itself or has no room ends the lease:
 * throws Refusal then, and for a lease that is over.
 */
export async function receive(
  simulation: Simulation,
  lease: Cell<Lease>,
  file: LeaseFile,
  source: AsyncIterable<Uint8Array>,
  guard: () => void,
): Promise<Received> {
  const { site } = simulation;
  const vm = site.world.as(vmKind, file.vm);
  if (!vm) throw new Refusal(404, 'the machine is gone');
  const arrival = new Arriving(simulation, lease, file, vm, guard);
  let figures: Figures = {};
  try {
    if (file.what === 'disk') figures = await arrival.disk(source);
    else await arrival.plain(source);
  } catch (error) {
    const fault = faultOf(error, vm, arrival.datastore);
    if (!fault) throw error;
    failLease(site, lease, fault);
    throw new Refusal(fault.type === 'NoDiskSpace' ? 507 : 400, `${fault.type}: ${fault.message}`);
  }
  const first = !lease.state.put.includes(file.name);
  if (first) site.world.turn(() => site.world.update(lease, { put: Object.freeze([...lease.state.put, file.name]) }));
  return { first, figures };
}

/** Why the lease ends; undefined where it does not. */
function faultOf(error: unknown, vm: Vm, datastore: Cell<Datastore> | undefined): VimFault | undefined {
  if (error instanceof VmdkError || error instanceof GzipError) {
    return new VimFault('InvalidDiskFormat', {}, `The disk image is not valid: ${error.message}.`);
  }
  if (error instanceof VimFault) return error;
  if (!(error instanceof OutOfSpace)) return undefined;
  const name = datastore?.state.name ?? '';
  return new VimFault('NoDiskSpace', { file: `[${name}] ${vm.state.files.vmx.path}`, datastore: name });
}

class Arriving {
  readonly #simulation: Simulation;
  readonly #lease: Cell<Lease>;
  readonly #file: LeaseFile;
  readonly #vm: Vm;
  readonly #guard: () => void;

  constructor(simulation: Simulation, lease: Cell<Lease>, file: LeaseFile, vm: Vm, guard: () => void) {
    this.#simulation = simulation;
    this.#lease = lease;
    this.#file = file;
    this.#vm = vm;
    this.#guard = guard;
  }

  /** The datastore it goes to. */
  get datastore(): Cell<Datastore> | undefined {
    const { world } = this.#simulation.site;
    return world.as(datastoreKind, this.#at.datastore);
  }

  get #at(): FileAt {
    if (this.#file.what !== 'disk') return placeFor(this.#vm, this.#file);
    return diskFor(this.#vm, this.#file).backing!.file!;
  }

  async disk(source: AsyncIterable<Uint8Array>): Promise<Figures> {
    const { site } = this.#simulation;
    const chunks = this.#unpacked(source);
    const { header, runs } = await readStream({ [Symbol.asyncIterator]: () => chunks });
    const capacity = header.capacity * SECTOR;
    this.#guardCapacity(capacity);
    return this.#beside(async (upload) => {
      const layer = await site.layers.keep(counted(runs, upload), () => upload.room);
      try {
        await this.#end(chunks);
        this.#guard();
        site.world.turn(() => {
          upload.end();
          fill(site, this.#vm, this.#file, capacity, layer);
        });
        return { capacity, populatedSize: layer?.size ?? 0 };
      } catch (error) {
        if (layer) site.spool.drop(layer.extent);
        throw error;
      }
    });
  }

  plain(source: AsyncIterable<Uint8Array>): Promise<void> {
    const { site } = this.#simulation;
    return this.#beside(async (upload) => {
      const extent = await site.spool.write(this.#counted(source, upload), () => upload.room);
      try {
        this.#guard();
        site.world.turn(() => {
          upload.end();
          this.#put(extent);
        });
      } catch (error) {
        site.spool.drop(extent.id);
        throw error;
      }
    });
  }

  #put({ id, size }: { readonly id: string; readonly size: number }): void {
    const { site } = this.#simulation;
    const at = this.#at;
    const content = { extent: id, size, modified: site.clock.now() };
    if (putFile(site.world, at.datastore, at.path, content) === undefined) {
      throw new Refusal(409, 'a directory stands there');
    }
    if (this.#file.what === 'image') insert(site, this.#vm, this.#file, at);
  }

  /** A disk that is as large as its image claims must have room, whole where it is thick. */
  #guardCapacity(capacity: number): void {
    const { world } = this.#simulation.site;
    if (capacity === 0) throw new VmdkError('the disk has no capacity');
    guardSpace(world, this.#vm.state, withContent(this.#vm, diskFor(this.#vm, this.#file), capacity, undefined));
  }

  /** Keeps something that takes room from whoever writes beside it. */
  async #beside<T>(keep: (upload: Upload) => Promise<T>): Promise<T> {
    const { datastore } = this;
    if (!datastore) throw new Refusal(404, 'the datastore is gone');
    const upload = new Upload(datastore, () => this.#givenBack());
    try {
      return await keep(upload);
    } finally {
      upload.end();
    }
  }

  /** The room for a thick disk is taken already. */
  #givenBack(): number {
    const { world } = this.#simulation.site;
    if (this.#file.what === 'disk') return diskFor(this.#vm, this.#file).backing?.used ?? Number.POSITIVE_INFINITY;
    const at = this.#at;
    return fileAt(world, at.datastore, at.path)?.state.content.size ?? 0;
  }

  /** Each piece shows that somebody is there, and is worth nothing once the lease is over. */
  async *#heard(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
    for await (const chunk of source) {
      this.#guard();
      this.#lease.state.traffic.heard = this.#simulation.site.clock.now();
      yield Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    }
  }

  /** A disk may come compressed once more, as a descriptor says by `ovf:compression`. */
  async *#unpacked(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
    for await (const chunk of unpacked(this.#heard(source))) {
      yield Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    }
  }

  async *#counted(source: AsyncIterable<Uint8Array>, upload: Upload): AsyncGenerator<Uint8Array> {
    for await (const chunk of this.#heard(source)) {
      upload.add(chunk.length);
      yield chunk;
    }
  }

  /** Reads on to the end of the request: an image is whole when nothing is missing and nothing follows. */
  async #end(chunks: AsyncIterator<Buffer>): Promise<void> {
    let left = TAIL;
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) {
      left -= next.value.length;
      if (left < 0) throw new VmdkError('more follows than belongs to the disk');
    }
  }
}

async function* counted(runs: AsyncIterable<Run>, upload: Upload): AsyncGenerator<Run> {
  for await (const run of runs) {
    upload.add(run.bytes.length);
    yield run;
  }
}
