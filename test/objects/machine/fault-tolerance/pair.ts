/** A cluster with HA whose hosts carry what pairs need, and a machine of it that runs twice as soon as a test says so. */
import type { Ref } from '../../../../src/client/index.ts';
import type { StartOptions } from '../../../../src/index.ts';
import { cluster, events, hostPath, named } from '../../compute/failure.ts';
import type { Answer, Endpoint } from '../../endpoint.ts';

export const VM = 'DC0/vm/DC0_C0_RP0_VM0';

export interface Standing {
  readonly power: string;
  readonly state: string;
  readonly host: string;
  readonly role: number | undefined;
}

export class Pair implements AsyncDisposable {
  readonly ep: Endpoint;
  readonly vm: Ref;

  constructor(ep: Endpoint, vm: Ref) {
    this.ep = ep;
    this.vm = vm;
  }

  /** The machine runs on the first host unless `off`; the pair is not made yet. */
  static async scene(
    { host = 3, off = false, das = {} }: { host?: number; off?: boolean; das?: object | null } = {},
    furnish?: StartOptions['furnish'],
  ): Promise<Pair> {
    const ep = await cluster({ host, vm: 1, ds: 2 }, das, furnish);
    const scene = new Pair(ep, await ep.at(VM));
    for (let n = 0; n < host; n++) await scene.logging(n);
    if (off) await ep.run(scene.vm, 'PowerOffVM_Task');
    await ep.events();
    return scene;
  }

  /** Whether a host carries what the machines of pairs tell each other. */
  async logging(host: number, carries = true): Promise<void> {
    const nics: Ref = await this.ep.read(await this.host(host), 'configManager.virtualNicManager');
    const method = carries ? 'SelectVnicForNicType' : 'DeselectVnicForNicType';
    await this.ep.call(nics, method, { nicType: 'faultToleranceLogging', device: 'vmk0' });
  }

  /** From now on every piece of work takes so many milliseconds. */
  work(takes: number): void {
    Object.assign(this.ep.sim.simulation.site, { latency: { duration: () => takes } });
  }

  host(n: number): Promise<Ref> {
    return this.ep.at(hostPath(n));
  }

  /** Makes the pair; gives what the task says of it. */
  async protect(args: object = {}): Promise<Answer> {
    const result = await this.ep.run(this.vm, 'CreateSecondaryVMEx_Task', args);
    await this.ep.sim.clock.advance(0);
    return result;
  }

  async secondaryOf(vm: Ref = this.vm): Promise<Ref> {
    const info = await this.ep.read(vm, 'config.ftInfo');
    return info.secondaries[0];
  }

  async standing(vm: Ref): Promise<Standing> {
    const runtime = await this.ep.read(vm, 'runtime');
    return {
      power: runtime.powerState,
      state: runtime.faultToleranceState,
      host: await this.ep.read(runtime.host, 'name'),
      role: (await this.ep.read(vm, 'config.ftInfo'))?.role,
    };
  }

  /** Types of what happened, tasks and alarms left out; with the states a pair came to. */
  async told(): Promise<string[]> {
    const before = this.#last;
    const all = await events(this.ep, before);
    this.#last = all.at(-1)?.key ?? before;
    return all
      .filter((event) => !/^(Task|Alarm\w+)Event$/.test(event._typeName))
      .map((event) =>
        event._typeName === 'VmFaultToleranceStateChangedEvent'
          ? `${event.oldState} > ${event.newState}`
          : named(event),
      );
  }

  #last = 0;

  async [Symbol.asyncDispose](): Promise<void> {
    await this.ep[Symbol.asyncDispose]();
  }
}
