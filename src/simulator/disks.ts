/** The disks of machines from the outside, as their guests read and write them. */
import type { Run } from '../formats/vmdk/bytes.ts';
import { SimError } from '../kernel/errors.ts';
import { isDisk } from '../objects/machine/device/device.ts';
import { openDisk, writeDisk } from '../objects/machine/device/disk-bytes.ts';
import { vmKind } from '../objects/machine/virtual-machine.ts';
import type { Vm } from '../objects/machine/work.ts';
import type { Site } from '../objects/site.ts';
import type { OpenDisk } from '../spool/layers.ts';
import { VimFault } from '../world/fault.ts';

/** Which disk: of the machine of that id or name, the one of that key. The first one unless said. */
export interface DiskName {
  readonly vm: string;
  readonly key?: number | undefined;
}

export class Disks {
  readonly #site: Site;

  constructor(site: Site) {
    this.#site = site;
  }

  /** The disk as it is now, to be read at any place. Throws ERR_USAGE for one that is not there. */
  open(name: DiskName): OpenDisk {
    const { vm, key } = this.#find(name);
    return openDisk(this.#site, vm, key);
  }

  /** `length` bytes from `at` on; fewer where the disk ends. */
  read(name: DiskName, at: number, length: number): Promise<Buffer> {
    return this.open(name).read(at, length);
  }

  /**
   * Writes as the guest would: bytes at a place, or as they come. Throws ERR_USAGE for a disk that is not there, what lies
   * beyond its end, and a datastore without room; then nothing is written.
   */
  async write(name: DiskName, at: number, bytes: Uint8Array | AsyncIterable<Uint8Array>): Promise<void> {
    const { vm, key } = this.#find(name);
    try {
      await writeDisk(this.#site, vm, key, runsAt(at, bytes instanceof Uint8Array ? [bytes] : bytes));
    } catch (error) {
      if (!(error instanceof VimFault)) throw error;
      throw new SimError(
        'ERR_USAGE',
        `the disk ${key} of ${vm.state.name} cannot be written: ${WHY[error.type] ?? error.type}`,
      );
    }
  }

  #find({ vm: called, key }: DiskName): { readonly vm: Vm; readonly key: number } {
    const { world } = this.#site;
    const named = () => {
      for (const cell of world.every(vmKind)) if (cell.state.name === called) return cell;
      return undefined;
    };
    const vm = world.as(vmKind, called) ?? named();
    if (!vm)
      throw new SimError('ERR_USAGE', `there is no virtual machine ${called}`, { hint: 'give its name or its id' });
    const disks = vm.state.devices.filter(isDisk);
    const disk = key === undefined ? disks[0] : disks.find((d) => d.key === key);
    const keys = disks.map((d) => d.key).join(', ') || 'none';
    if (!disk)
      throw new SimError('ERR_USAGE', `${vm.state.name} has no disk ${key ?? ''}`, { hint: `its disks: ${keys}` });
    return { vm, key: disk.key };
  }
}

const WHY: { readonly [fault: string]: string } = {
  NotFound: 'it is gone',
  InvalidArgument: 'the bytes reach beyond its end',
  NoDiskSpace: 'its datastore is full',
};

async function* runsAt(at: number, chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): AsyncGenerator<Run> {
  let next = at;
  for await (const chunk of chunks) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    yield { at: next, bytes };
    next += bytes.length;
  }
}
