/** A cluster with DRS as a client sees it, on a clock that the test steps. */
import type { Ref } from '../../../src/client/index.ts';
import type { StartOptions } from '../../../src/index.ts';
import { type Answer, Endpoint, type Fault } from '../endpoint.ts';

export class DrsScene implements AsyncDisposable {
  readonly ep: Endpoint;
  readonly cluster: Ref;
  readonly hosts: readonly Ref[];

  private constructor(ep: Endpoint, cluster: Ref, hosts: readonly Ref[]) {
    this.ep = ep;
    this.cluster = cluster;
    this.hosts = hosts;
  }

  /** A cluster of so many hosts and no machines, unless said. */
  static async open(options: StartOptions = {}): Promise<DrsScene> {
    const ep = await Endpoint.open({
      clock: { kind: 'manual' },
      ...options,
      inventory: { host: 3, vm: 0, standaloneHost: 1, ...options.inventory },
    });
    return DrsScene.of(ep);
  }

  static async of(ep: Endpoint): Promise<DrsScene> {
    const cluster = await ep.at('DC0/host/DC0_C0');
    return new DrsScene(ep, cluster, await ep.read(cluster, 'host'));
  }

  async reconfigure(spec: object): Promise<void> {
    await this.ep.run(this.cluster, 'ReconfigureComputeResource_Task', this.#spec(spec));
  }

  refusal(spec: object): Promise<Fault> {
    return this.ep.fault(this.cluster, 'ReconfigureComputeResource_Task', this.#spec(spec));
  }

  #spec(spec: object): object {
    return { spec: { _typeName: 'ClusterConfigSpecEx', ...spec }, modify: true };
  }

  rule(info: object): Promise<void> {
    return this.reconfigure({ rulesSpec: [{ operation: 'add', info }] });
  }

  groups(...infos: object[]): Promise<void> {
    return this.reconfigure({ groupSpec: infos.map((info) => ({ operation: 'add', info })) });
  }

  level(defaultVmBehavior: string, vmotionRate = 3): Promise<void> {
    return this.reconfigure({ drsConfig: { enabled: true, defaultVmBehavior, vmotionRate } });
  }

  /** A machine without devices, on a host where one is said. */
  async create(name: string, config: object = {}, host?: Ref): Promise<Ref> {
    const pool = await this.ep.read(this.cluster, 'resourcePool');
    const folder = await this.ep.at('DC0/vm');
    const spec = { name, files: { vmPathName: '[LocalDS_0]' }, memoryMB: 1024, numCPUs: 1, ...config };
    return this.ep.run(folder, 'CreateVM_Task', { config: spec, pool, ...(host && { host }) });
  }

  /** One that runs where it is put. */
  async running(name: string, host: Ref, config: object = {}): Promise<Ref> {
    const vm = await this.create(name, config, host);
    await this.ep.run(vm, 'PowerOnVM_Task', { host });
    return vm;
  }

  async hostOf(vm: Ref): Promise<Ref> {
    return this.ep.read(vm, 'runtime.host');
  }

  /** Index of the host among the cluster's. */
  async at(vm: Ref): Promise<number> {
    const { value } = await this.hostOf(vm);
    return this.hosts.findIndex((host) => host.value === value);
  }

  async powerOn(vm: readonly Ref[], option: object[] = []): Promise<Answer> {
    return this.ep.run(await this.ep.at('DC0'), 'PowerOnMultiVM_Task', { vm, option });
  }

  /** Five minutes pass. */
  period(): Promise<void> {
    return this.ep.sim.clock.advance(300_000);
  }

  recommendations(): Promise<Answer[]> {
    return this.ep.read(this.cluster, 'recommendation');
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.ep[Symbol.asyncDispose]();
  }
}
