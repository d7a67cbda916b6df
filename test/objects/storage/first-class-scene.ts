/** First class disks with bytes in them: put in and read over `/folder`, or as the guest of a machine that has them. */
import type { StartOptions } from '../../../src/index.ts';
import type { Ref } from '../../../src/vim25/value.ts';
import { type Answer, Endpoint, type Fault } from '../endpoint.ts';

export const MIB: number = 2 ** 20;

export class DiskScene extends Endpoint {
  datastore: Ref = undefined as never;
  other: Ref = undefined as never;
  vm: Ref = undefined as never;
  #reads = 0;

  static override async open(options: StartOptions = {}): Promise<DiskScene> {
    const inventory = { cluster: 0, vm: 1, ds: 2, autostart: false, ...options.inventory };
    const { sim, client } = await Endpoint.open({ ...options, inventory });
    const scene = new DiskScene(sim, client);
    [scene.datastore, scene.other] = (await scene.read(await scene.at('DC0'), 'datastore')) as [Ref, Ref];
    scene.vm = await scene.at('DC0/vm/DC0_H0_VM0');
    return scene;
  }

  get disks(): Ref {
    return this.manager('vStorageObjectManager');
  }

  backing(more: object = {}): object {
    return { _typeName: 'VslmCreateSpecDiskFileBackingSpec', datastore: this.datastore, ...more };
  }

  spec(name = 'disk', more: object = {}): object {
    return { name, capacityInMB: 8, backingSpec: this.backing(), ...more };
  }

  create(name?: string, more?: object): Promise<Answer> {
    return this.run(this.disks, 'CreateDisk_Task', { spec: this.spec(name, more) });
  }

  /** What requests name a disk by. */
  named(disk: Answer, more: object = {}): { readonly id: Answer; readonly datastore: Ref } {
    return { id: disk.config.id, datastore: disk.config.backing.datastore, ...more };
  }

  on(disk: Answer, method: string, more: object = {}): Promise<Answer> {
    const args = this.named(disk, more);
    return method.endsWith('_Task') ? this.run(this.disks, method, args) : this.call(this.disks, method, args);
  }

  refused(disk: Answer, method: string, more: object = {}): Promise<Fault> {
    return this.fault(this.disks, method, this.named(disk, more));
  }

  look(disk: Answer): Promise<Answer> {
    return this.on(disk, 'RetrieveVStorageObject');
  }

  snapshot(disk: Answer, description = 'one'): Promise<Answer> {
    return this.on(disk, 'VStorageObjectCreateSnapshot_Task', { description });
  }

  attach(disk: Answer, vm: Ref = this.vm): Promise<Answer> {
    return this.run(vm, 'AttachDisk_Task', { diskId: disk.config.id, datastore: disk.config.backing.datastore });
  }

  detach(disk: Answer, vm: Ref = this.vm): Promise<Answer> {
    return this.run(vm, 'DetachDisk_Task', { diskId: disk.config.id });
  }

  /** The device of a machine that a disk is there. */
  async device(disk: Answer, vm: Ref = this.vm): Promise<Answer> {
    const devices: Answer[] = await this.read(vm, 'config.hardware.device');
    return devices.find((d) => d.vDiskId?.id === disk.config.id.id);
  }

  /** Writes as a guest would, on a machine that has the disk for so long. */
  async write(disk: Answer, at: number, text: string): Promise<void> {
    const attached = (await this.device(disk)) !== undefined;
    if (!attached) await this.attach(disk);
    const { key } = await this.device(disk);
    await this.sim.disks.write({ vm: this.vm.value, key }, at, Buffer.from(text));
    if (!attached) await this.detach(disk);
  }

  /** What stands at a place of the disk, read as a guest would or where it lies. */
  async text(disk: Answer, at: number, length: number): Promise<string> {
    const { config } = await this.look(disk);
    if (config.consumerId) {
      const { key } = await this.device(disk);
      return (await this.sim.disks.read({ vm: this.vm.value, key }, at, length)).toString('latin1');
    }
    return (await this.stored(config.backing.filePath, at, length)).toString('latin1');
  }

  /** The same of any disk of nobody's, by its path. */
  async stored(filePath: string, at: number, length: number): Promise<Buffer> {
    const [, store, path] = /^\[(.+)\] (.+)\.vmdk$/.exec(filePath)!;
    const { user, password } = this.sim.credentials;
    const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
    const copy = `read-${this.#reads++}`;
    const whole = `[${store}] ${copy}.vmdk`;
    const datacenter = await this.at('DC0');
    const disks = this.manager('virtualDiskManager');
    const destSpec = { _typeName: 'VirtualDiskSpec', diskType: 'thin', adapterType: 'lsiLogic' };
    const named = { sourceName: `[${store}] ${path}.vmdk`, sourceDatacenter: datacenter, destName: whole, destSpec };
    await this.run(disks, 'CopyVirtualDisk_Task', named);
    const url = `${this.sim.url.replace(/\/sdk$/, '')}/folder/${copy}-flat.vmdk?dcPath=DC0&dsName=${store}`;
    const range = `bytes=${at}-${at + length - 1}`;
    const answer = await fetch(url, { headers: { authorization, range } });
    if (!answer.ok) throw new Error(`${answer.status} for ${url}`);
    const bytes = Buffer.from(await answer.arrayBuffer());
    await this.run(disks, 'DeleteVirtualDisk_Task', { name: whole, datacenter });
    return bytes;
  }

  async ids(datastore: Ref = this.datastore): Promise<string[]> {
    const found: Answer[] = await this.call(this.disks, 'ListVStorageObject', { datastore });
    return found.map(({ id }) => id);
  }

  async free(datastore: Ref = this.datastore): Promise<number> {
    return (await this.read(datastore, 'summary')).freeSpace;
  }

  /** Paths of the files in the directory of first class disks. */
  async files(datastore: Ref = this.datastore): Promise<string[]> {
    const browser = await this.read(datastore, 'browser');
    const name = await this.read(datastore, 'name');
    const found = await this.run(browser, 'SearchDatastore_Task', { datastorePath: `[${name}] fcd` });
    return (found.file ?? []).map(({ path }: Answer) => path);
  }
}
