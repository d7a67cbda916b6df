/** The world from a test's side: look at it, and change it as an administrator or as fate would. */
import type { RuleBook } from '../faults/rule-book.ts';
import { RuleError } from '../faults/rule-error.ts';
import { didYouMean, SimError } from '../kernel/errors.ts';
import { directoryOf, type Member, memberNamed } from '../objects/access/accounts/users.ts';
import { rootOf } from '../objects/access/authority.ts';
import { childNamed } from '../objects/inventory/managed-entity.ts';
import { callFromInside } from '../objects/schedule/errand.ts';
import type { Site } from '../objects/site.ts';
import { createEncoder, DecodeError, decodeParams, encodeRequest, parseXml, readEnvelope } from '../soap/index.ts';
import type { DataObject, Ref } from '../vim25/value.ts';
import type { Cell } from '../world/cell.ts';
import { VimFault } from '../world/fault.ts';
import { endOfTask } from './end-of-task.ts';
import { performNamed } from './inside.ts';
import type { Registry } from './registry.ts';
import type { worldEffects } from './world-effects.ts';
import { WorldObject } from './world-object.ts';

/** An object's inventory path (`/DC0/vm/web`), its id, or a reference. */
export type Where = string | { readonly value: string };

export interface WorldAccessParts {
  readonly site: Site;
  readonly registry: Registry;
  readonly book: RuleBook;
  readonly effects: typeof worldEffects;
  /** In whose name methods are called. */
  readonly user: string;
}

export class WorldAccess {
  readonly #parts: WorldAccessParts;

  constructor(parts: WorldAccessParts) {
    this.#parts = parts;
  }

  /** Names of what `do` does. */
  get verbs(): readonly string[] {
    return [...this.#parts.effects.keys()];
  }

  /**
   * Lets something happen: `do('host.crash', { name: 'DC0_C0_H0' })`. Names may have `*` and `?`. True when the world is
   * another for it. Throws RuleError (ERR_RULE) for what no verb does, or takes; then nothing has changed.
   */
  do(verb: string, args: Readonly<Record<string, unknown>> = {}): boolean {
    const { site, effects } = this.#parts;
    const { effect } = this.#checked(verb, args);
    if (effect.layer !== 'world') throw new SimError('ERR_STATE', `${verb} is no verb of the world`);
    const before = site.world.revision;
    effects.get(effect.verb)!.run(site, effect.args, undefined);
    site.clock.drain();
    return site.world.revision !== before;
  }

  find(where: Where): WorldObject | undefined {
    const cell = this.#cell(where);
    return cell && new WorldObject(cell, this);
  }

  /** As {@link find}; throws SimError ERR_USAGE where nothing stands. */
  at(where: Where): WorldObject {
    const found = this.find(where);
    if (found) return found;
    throw new SimError('ERR_USAGE', `nothing stands at ${typeof where === 'string' ? where : where.value}`, {
      hint: 'give an inventory path such as /DC0/vm/DC0_H0_VM0, or an id such as vm-12',
    });
  }

  /** All objects of a managed type and of those derived from it, in order of creation. */
  all(type: string): WorldObject[] {
    const { world, schema } = this.#parts.site;
    if (!schema.managed(type)) {
      const near = didYouMean(type, schema.managedNames);
      throw new SimError(
        'ERR_USAGE',
        `the API has no managed type '${type}'${near ? `; did you mean '${near}'?` : ''}`,
      );
    }
    const found: WorldObject[] = [];
    for (const cell of world.every({ type } as never)) found.push(new WorldObject(cell as unknown as Cell, this));
    return found;
  }

  /**
   * Calls a method as the administrator, past fault rules, interceptions and the journal. Gives what the method gives, of
   * a task its reference. Throws VimFault with the method's fault, and SimError for a call that is none.
   */
  async call(where: Where, method: string, args: object = {}): Promise<unknown> {
    const { site, registry } = this.#parts;
    const { cell } = this.at(where);
    const bound = registry.find(cell.kind, method);
    if (!bound) {
      const near = didYouMean(method, site.schema.managed(cell.type)?.methods.keys() ?? []);
      throw new SimError(
        'ERR_USAGE',
        `${cell.type} has no method '${method}'${near ? `; did you mean '${near}'?` : ''}`,
      );
    }
    const params = decoded(site, cell.ref, bound.method, args as DataObject);
    const call = callFromInside(site, cell, method, this.#author(), { _typeName: 'TaskReasonSystem' });
    try {
      const value = await performNamed(call, cell, bound, params);
      const { wholeValue } = await import('./whole-answer.ts');
      return await wholeValue(site, bound.method, value);
    } finally {
      site.clock.drain();
    }
  }

  /** Calls a method that starts a task and waits for its end on the simulator's clock; gives the task's result. */
  async run(where: Where, method: string, args: object = {}): Promise<unknown> {
    const { site } = this.#parts;
    const started = (await this.call(where, method, args)) as Ref;
    return endOfTask(site, started.value);
  }

  #cell(where: Where): Cell | undefined {
    const { world } = this.#parts.site;
    if (typeof where !== 'string') return world.find(where.value);
    if (!where.includes('/')) return world.find(where);
    let at = rootOf(world);
    for (const name of where.split('/')) if (name !== '') at = at && childNamed(at, name);
    return at;
  }

  #author(): Member & { readonly userName: string } {
    const { site, user } = this.#parts;
    const directory = directoryOf(site.world)?.state.directory;
    const member = directory && memberNamed(directory, user);
    if (!member) throw new SimError('ERR_USAGE', `the administrator ${user} is gone`);
    return { ...member, userName: member.principal };
  }

  /** The verb as a rule would have it: what is wrong with it is said in the same words. */
  #checked(verb: string, args: object): ReturnType<RuleBook['check']> {
    try {
      return this.#parts.book.check({ effect: { world: { ...args, verb } } });
    } catch (error) {
      if (!(error instanceof RuleError)) throw error;
      throw new RuleError(error.path.slice(2), error.message.slice(error.message.indexOf(': ') + 2));
    }
  }
}

/** Arguments go through the codec like a client's: what does not fit the API is refused in its words. */
function decoded(
  site: Site,
  self: Ref,
  method: Parameters<typeof encodeRequest>[1],
  args: DataObject,
): Record<string, unknown> {
  for (const name of Object.keys(args)) {
    if (method.paramByName.has(name)) continue;
    const near = didYouMean(name, method.paramByName.keys());
    throw new SimError('ERR_USAGE', `${method.name} takes no '${name}'${near ? `; did you mean '${near}'?` : ''}`);
  }
  try {
    const text = encodeRequest(createEncoder(site.schema, site.version), method, self, args);
    const { payload } = readEnvelope(parseXml(Buffer.from(text)));
    return decodeParams(method, payload, site.schema, site.version).params as Record<string, unknown>;
  } catch (error) {
    if (error instanceof VimFault) throw error;
    const reason =
      error instanceof DecodeError ? error.message : `the arguments do not fit: ${(error as Error).message}`;
    throw new SimError('ERR_USAGE', `${method.name}: ${reason}`, { cause: error });
  }
}
