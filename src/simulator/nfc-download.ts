/** A file that goes out by a lease: a disk with its whole chain in the form disks travel in, or bytes as they are. */
import type { Run } from '../formats/vmdk/bytes.ts';
import { geometryOf } from '../formats/vmdk/geometry.ts';
import { writeStream } from '../formats/vmdk/write-stream.ts';
import { fnv1a } from '../kernel/random.ts';
import type { Device } from '../objects/machine/device/device.ts';
import { contentOf } from '../objects/machine/device/disk-content.ts';
import { beside } from '../objects/machine/files.ts';
import type { FileAt, Machine } from '../objects/machine/machine.ts';
import { vmKind } from '../objects/machine/virtual-machine.ts';
import { derivedFile } from '../objects/machine/vmx/vmx-files.ts';
import type { Figures, LeaseFile } from '../objects/nfc/lease.ts';
import { devicesOf } from '../objects/nfc/lease-files.ts';
import type { Site } from '../objects/site.ts';
import { fileAt } from '../objects/storage/files.ts';
import { Refusal } from './refusal.ts';

const ADAPTERS: Readonly<Record<string, string>> = {
  VirtualIDEController: 'ide',
  VirtualBusLogicController: 'buslogic',
};

export class NfcDownload {
  readonly type: string;
  /** Bytes, where they are known before they are made. */
  readonly size: number | undefined;
  readonly #site: Site;
  readonly #file: LeaseFile;
  readonly #vm: Machine;
  #populated = 0;

  /** Throws Refusal 404. */
  constructor(site: Site, file: LeaseFile) {
    this.#site = site;
    this.#file = file;
    const vm = site.world.as(vmKind, file.vm);
    if (!vm) throw new Refusal(404, 'the machine is gone');
    this.#vm = vm.state;
    this.type = file.what === 'disk' ? 'application/x-vnd.vmware-streamVmdk' : 'application/octet-stream';
    this.size = file.what === 'disk' ? undefined : this.#plain().size;
  }

  /** What the manifest says of a disk that went out whole. */
  get figures(): Figures {
    if (this.#file.what !== 'disk') return {};
    return { capacity: this.#device().capacityInBytes ?? 0, populatedSize: this.#populated };
  }

  bytes(): AsyncIterable<Uint8Array> {
    return this.#file.what === 'disk' ? this.#stream() : this.#plain().bytes();
  }

  #stream(): AsyncIterable<Uint8Array> {
    const device = this.#device();
    const { layers } = this.#site;
    const capacity = device.capacityInBytes ?? 0;
    const disk = layers.open(contentOf(device.backing), capacity);
    const devices = devicesOf(this.#vm, this.#file.snapshot);
    const controller = devices.find(({ key }) => key === device.controllerKey)?._typeName ?? '';
    const adapterType = ADAPTERS[controller] ?? 'lsilogic';
    const { cylinders, heads, sectors } = geometryOf(capacity, adapterType);
    const ddb = {
      adapterType,
      'geometry.cylinders': String(cylinders),
      'geometry.heads': String(heads),
      'geometry.sectors': String(sectors),
      virtualHWVersion: this.#vm.config.version.replace(/^vmx-0*/, ''),
      longContentID: String(device.backing?.['contentId'] ?? '').padStart(32, '0'),
    };
    const cid = fnv1a(`${this.#file.key}/${this.#vm.identity.uuid}`) >>> 0;
    const runs = () => this.#counted(disk.passing());
    return writeStream({ capacity, runs }, { descriptor: { cid, ddb }, file: this.#file.name });
  }

  async *#counted(runs: AsyncIterable<Run>): AsyncGenerator<Run> {
    for await (const run of runs) {
      this.#populated += run.bytes.length;
      yield run;
    }
  }

  #plain(): { readonly size: number; bytes(): AsyncIterable<Uint8Array> } {
    const at = this.#place();
    const { world, spool } = this.#site;
    const content = fileAt(world, at.datastore, at.path)?.state.content;
    if (content?.extent !== undefined) {
      const extent = { id: content.extent, size: content.size };
      return { size: content.size, bytes: () => spool.read(extent, 0, extent.size) };
    }
    const derived = derivedFile(world, at)?.bytes;
    if (!derived) throw new Refusal(404, 'the file is gone');
    return {
      size: derived.length,
      async *bytes() {
        yield derived;
      },
    };
  }

  #place(): FileAt {
    if (this.#file.what === 'nvram') return beside(this.#vm.files, '.nvram');
    const at = this.#device().backing?.file;
    if (!at) throw new Refusal(404, 'the drive is empty');
    return at;
  }

  #device(): Device {
    const device = devicesOf(this.#vm, this.#file.snapshot).find(({ key }) => key === this.#file.device);
    if (!device) throw new Refusal(404, 'the device is gone');
    return device;
  }
}
