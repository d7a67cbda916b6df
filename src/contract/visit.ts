/** A session that only looks, and what cases open beside it. */
import { type Client, type ConnectOptions, connect, type Observer, type Ref, type View } from '../client/index.ts';
import { type ContractTarget, Inapplicable, type ReadContext } from './contract-case.ts';
import { findGround, type Ground } from './ground.ts';

/** Opens a session and finds the ground; makes nothing. */
export async function openVisit(target: ContractTarget, observe?: Observer): Promise<Visit> {
  const client = await connect({ ...target, observe });
  try {
    return new Visit(target, client, await findGround(client, target.cluster), observe);
  } catch (error) {
    await client.close();
    throw error;
  }
}

export class Visit implements ReadContext {
  readonly target: ContractTarget;
  readonly client: Client;
  readonly ground: Ground;
  readonly #observe: Observer | undefined;
  /** What cases opened, closed after each. */
  readonly #open: AsyncDisposable[] = [];

  constructor(target: ContractTarget, client: Client, ground: Ground, observe: Observer | undefined) {
    this.target = target;
    this.client = client;
    this.ground = ground;
    this.#observe = observe;
  }

  // Cases take these apart from the context: they are bound to it.
  readonly connect = async (options: Partial<ConnectOptions> = {}): Promise<Client> => {
    const made = await connect({ ...this.target, observe: this.#observe, ...options });
    this.#open.push(made);
    return made;
  };

  readonly view = async (types: readonly string[], container: Ref = this.container): Promise<View> => {
    const made = await this.client.view(container as Ref<'ManagedEntity'>, types);
    this.#open.push(made);
    return made;
  };

  readonly inapplicable = (reason: string): never => {
    throw new Inapplicable(reason);
  };

  /** Where views begin that name nothing else. */
  protected get container(): Ref {
    return this.client.content.rootFolder;
  }

  /** Closes what a case opened. */
  async clear(): Promise<void> {
    for (const one of this.#open.splice(0)) await one[Symbol.asyncDispose]();
  }

  async close(): Promise<void> {
    try {
      await this.clear();
    } finally {
      await this.client.close();
    }
  }
}
