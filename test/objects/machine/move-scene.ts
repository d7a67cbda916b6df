/** Machines of one cluster that move while the clock is stepped, each move taking as long as on a real vCenter. */
import type { Ref } from '../../../src/client/index.ts';
import type { StartOptions } from '../../../src/index.ts';
import { worldEffects } from '../../../src/simulator/world-effects.ts';
import { type Answer, Endpoint } from '../endpoint.ts';

export class MoveScene implements AsyncDisposable {
  readonly ep: Endpoint;
  readonly hosts: readonly Ref[];
  readonly vms: readonly Ref[];

  private constructor(ep: Endpoint, hosts: readonly Ref[], vms: readonly Ref[]) {
    this.ep = ep;
    this.hosts = hosts;
    this.vms = vms;
  }

  static async open(vm: number, options: StartOptions = {}): Promise<MoveScene> {
    const inventory = { vm, host: 2, standaloneHost: 0, ds: 2, ...options.inventory };
    const ep = await Endpoint.open({
      clock: { kind: 'manual' },
      latency: 'realistic',
      sessionTimeout: 86_400_000,
      ...options,
      inventory,
    });
    const hosts: Ref[] = await ep.read(await ep.at('DC0/host/DC0_C0'), 'host');
    const vms: Ref[] = [];
    for (let i = 0; i < vm; i++) vms.push(await ep.at(`DC0/vm/DC0_C0_RP0_VM${i}`));
    return new MoveScene(ep, hosts, vms);
  }

  async otherHost(vm: Ref): Promise<Ref> {
    const from = await this.hostOf(vm);
    return this.hosts.find((h) => h.value !== from.value)!;
  }

  hostOf(vm: Ref): Promise<Ref> {
    return this.ep.read(vm, 'runtime.host');
  }

  /** Begins a migration to the other host; gives its task. */
  async migrate(vm: Ref, host?: Ref): Promise<Ref> {
    const to = host ?? (await this.otherHost(vm));
    return this.ep.call(vm, 'MigrateVM_Task', { host: to, priority: 'defaultPriority' });
  }

  info(task: Ref): Promise<Answer> {
    return this.ep.read(task, 'info');
  }

  async advance(seconds: number): Promise<void> {
    await this.ep.sim.clock.advance(seconds * 1_000);
  }

  /** Something happens to the world: `host.disconnect`. */
  async befalls(verb: string, ref: Ref): Promise<void> {
    const name = await this.ep.read(ref, 'name');
    worldEffects.get(verb)!.run(this.ep.sim.simulation.site, { name }, undefined);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.ep[Symbol.asyncDispose]();
  }
}
