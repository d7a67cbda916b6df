/** A vApp of three machines on a clock that the test moves. */
import type { Ref } from '../../../src/client/index.ts';
import { type Answer, Endpoint } from '../endpoint.ts';

export const ALLOCATION = {
  reservation: 0,
  limit: -1,
  expandableReservation: true,
  shares: { level: 'normal', shares: 0 },
};
export const FREE = { cpuAllocation: ALLOCATION, memoryAllocation: ALLOCATION };

export class Shop implements AsyncDisposable {
  readonly ep: Endpoint;
  readonly root: Ref;
  readonly folder: Ref;
  readonly vApp: Ref;
  readonly machines: readonly Ref[];

  constructor(ep: Endpoint, root: Ref, folder: Ref, vApp: Ref, machines: readonly Ref[]) {
    this.ep = ep;
    this.root = root;
    this.folder = folder;
    this.vApp = vApp;
    this.machines = machines;
  }

  static async open(names: readonly string[] = ['db', 'app', 'web'], configSpec: object = {}): Promise<Shop> {
    return Shop.in(await Endpoint.open({ clock: { kind: 'manual' } }), names, configSpec);
  }

  /** Work is done as soon as it is asked for here, unless the endpoint says otherwise. */
  static async in(ep: Endpoint, names: readonly string[], configSpec: object = {}): Promise<Shop> {
    const root: Ref = await ep.read(await ep.at('DC0/host/DC0_C0'), 'resourcePool');
    const folder = await ep.at('DC0/vm');
    const vApp: Ref = await ep.call(root, 'CreateVApp', { name: 'shop', resSpec: FREE, configSpec, vmFolder: folder });
    const machines: Ref[] = [];
    for (const name of names) {
      const config = { name, files: { vmPathName: '[LocalDS_0]' } };
      const task: Ref = await ep.call(vApp, 'CreateChildVM_Task', { config });
      await ep.sim.clock.advance(10_000);
      machines.push(await ep.read(task, 'info.result'));
    }
    await ep.events();
    return new Shop(ep, root, folder, vApp, machines);
  }

  /** Changes what is said of children, each by its index. */
  say(...entries: readonly { readonly of: number; readonly [part: string]: unknown }[]): Promise<Answer> {
    const entityConfig = entries.map(({ of, ...entry }) => ({ key: this.machines[of], ...entry }));
    return this.ep.call(this.vApp, 'UpdateVAppConfig', { spec: { entityConfig } });
  }

  /** No machine waits for another. */
  hurry(): Promise<Answer> {
    return this.say(...this.machines.map((_, of) => ({ of, startDelay: 0 })));
  }

  task(method: string, args: object = {}, self: Ref = this.vApp): Promise<Ref> {
    return this.ep.call(self, method, args);
  }

  power(): Promise<Answer[]> {
    return Promise.all(this.machines.map((vm) => this.ep.read(vm, 'runtime.powerState')));
  }

  /** Names of the machines that run. */
  async up(): Promise<string[]> {
    const states = await this.power();
    return this.ep.names(this.machines.filter((_, i) => states[i] === 'poweredOn'));
  }

  async state(): Promise<Answer> {
    const { vAppState, suspended } = await this.ep.read(this.vApp, 'summary');
    return { vAppState, suspended };
  }

  info(task: Ref): Promise<Answer> {
    return this.ep.read(task, 'info');
  }

  seconds(n: number): Promise<void> {
    return this.ep.sim.clock.advance(n * 1_000);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.ep[Symbol.asyncDispose]();
  }
}
