/** A simulator met as any program meets it: every call goes through its endpoint, and what came of it is read there. */
import { type Client, connect, type Ref, type VsphereError } from '../../src/client/index.ts';
import { type Simulator, type StartOptions, startSimulator } from '../../src/index.ts';

/** What a call gave back; tests say what they expect of it. */
// biome-ignore lint/suspicious/noExplicitAny: the methods are named by strings here, so no type follows from them
export type Answer = any;

export interface Fault {
  readonly _typeName: string;
  readonly [property: string]: unknown;
}

export class Endpoint implements AsyncDisposable {
  readonly sim: Simulator;
  readonly client: Client;
  #told = 0;

  constructor(sim: Simulator, client: Client) {
    this.sim = sim;
    this.client = client;
  }

  /** A fresh simulator and its administrator. */
  static async open(options: StartOptions = {}): Promise<Endpoint> {
    const sim = await startSimulator({ http: true, ...options });
    return new Endpoint(sim, await Endpoint.login(sim));
  }

  static login(sim: Simulator, username?: string, password?: string): Promise<Client> {
    const { credentials } = sim;
    return connect({
      url: sim.url,
      username: username ?? credentials.user,
      password: password ?? credentials.password,
      relogin: false,
    });
  }

  /** A member of the service content: `eventManager`. */
  manager(name: string): Ref {
    return (this.client.content as unknown as Record<string, Ref>)[name]!;
  }

  /** The entity at an inventory path. */
  async at(path: string): Promise<Ref> {
    const found = await this.client.findByInventoryPath(path);
    if (!found) throw new Error(`nothing at ${path}`);
    return found;
  }

  async exists(path: string): Promise<boolean> {
    return (await this.client.findByInventoryPath(path)) !== undefined;
  }

  call(self: Ref, method: string, args: object = {}): Promise<Answer> {
    return this.client.call(self, method, args as never);
  }

  /** Calls a method that starts a task; gives the task's result. */
  run(self: Ref, method: string, args: object = {}): Promise<Answer> {
    return this.client.run(self, method, args as never);
  }

  read(self: Ref, path: string): Promise<Answer> {
    return this.client.get(self, path);
  }

  async names(refs: readonly Ref[]): Promise<string[]> {
    return Promise.all(refs.map((ref) => this.read(ref, 'name')));
  }

  /** The fault a call, or the task it starts, is refused with. */
  async fault(self: Ref, method: string, args: object = {}): Promise<Fault> {
    const refused = await (method.endsWith('_Task') ? this.run : this.call).call(this, self, method, args).then(
      () => undefined,
      (error: VsphereError) => error,
    );
    if (!refused) throw new Error(`${method} did not refuse`);
    if (!refused.fault) throw refused;
    return refused.fault as unknown as Fault;
  }

  /** Types of the events posted since this was last asked. */
  async events(): Promise<string[]> {
    const all: Answer[] = await this.call(this.manager('eventManager'), 'QueryEvents', { filter: {} });
    const fresh = (all ?? []).filter((event) => event.key > this.#told);
    this.#told = Math.max(this.#told, ...fresh.map((event) => event.key));
    return fresh.map((event) => event._typeName);
  }

  /** Also fails the test when the simulator met what nobody foresaw. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.client.close();
    await this.sim.close();
    const [unforeseen] = this.sim.unforeseen;
    if (unforeseen !== undefined) throw unforeseen;
  }
}
