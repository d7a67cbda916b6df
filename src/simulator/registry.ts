/** Which function does which method of which type: the managed objects of all rooms, put together. */
import { SimError } from '../kernel/errors.ts';
import type { AnyMethod, ManagedObject } from '../objects/managed-object.ts';
import type { Site } from '../objects/site.ts';
import type { Method, Schema } from '../vim25/schema.ts';
import type { Kind, KindSpec } from '../world/kind.ts';
import { Model } from '../world/model.ts';
import type { Verb } from '../world/tasks.ts';

/** Methods that a room other than the type's own adds to it. */
export interface AddedMethods {
  readonly type: string;
  readonly methods: { readonly [name: string]: AnyMethod | undefined };
  readonly verbs?: readonly Verb<Site, never>[];
}

export interface Bound {
  readonly method: Method;
  /** Undefined for a method of the table that nothing does yet. */
  readonly run: AnyMethod | undefined;
}

/** Frozen once made; shared by every simulator of the process. */
export class Registry {
  readonly model: Model;
  readonly verbs: readonly Verb<Site, never>[];
  readonly #own = new Map<string, Map<string, AnyMethod>>();
  readonly #bound = new Map<Kind, Map<string, Bound>>();

  constructor(
    schema: Schema,
    objects: readonly ManagedObject[],
    added: readonly AddedMethods[],
    kinds: readonly KindSpec<never>[],
  ) {
    this.model = new Model(schema, [...objects.map((o) => o.kind), ...kinds]);
    this.verbs = [...objects.flatMap((o) => o.verbs), ...added.flatMap((a) => a.verbs ?? [])];
    for (const { kind, methods } of objects) this.#add(schema, kind.type, methods);
    for (const { type, methods } of added) this.#add(schema, type, methods);
  }

  /** A method as it applies to an object of a kind; undefined when the type has no such method. */
  find(kind: Kind, name: string): Bound | undefined {
    let byName = this.#bound.get(kind);
    if (!byName) {
      byName = new Map();
      this.#bound.set(kind, byName);
    }
    let bound = byName.get(name);
    if (!bound) {
      bound = this.#bind(kind, name);
      // A name that means nothing comes from outside, and there is no end of such names.
      if (bound) byName.set(name, bound);
    }
    return bound;
  }

  /** Every method of the table, and whether something does it: for the coverage page. */
  *all(): Generator<{ readonly type: string; readonly method: Method; readonly built: boolean }> {
    for (const type of this.model.schema.managedNames) {
      const managed = this.model.schema.managed(type)!;
      for (const method of managed.methods.values()) {
        if (method.owner === type) yield { type, method, built: this.#isBuilt(type, method.name) };
      }
    }
  }

  #isBuilt(owner: string, name: string): boolean {
    for (const [type, methods] of this.#own) {
      if (methods.has(name) && this.model.schema.isManaged(type, owner)) return true;
    }
    return false;
  }

  #bind(kind: Kind, name: string): Bound | undefined {
    const method = this.model.schema.managed(kind.type)?.methods.get(name);
    if (!method) return undefined;
    for (let t = this.model.schema.managed(kind.type); t; t = t.base) {
      const run = this.#own.get(t.name)?.get(name);
      if (run) return { method, run };
    }
    return { method, run: undefined };
  }

  #add(schema: Schema, type: string, methods: AddedMethods['methods']): void {
    const known = schema.managed(type)?.methods;
    const own = this.#own.get(type) ?? new Map<string, AnyMethod>();
    this.#own.set(type, own);
    for (const [name, run] of Object.entries(methods)) {
      if (!known?.has(name)) throw new SimError('ERR_STATE', `${type} has no method ${name} in the API table`);
      if (own.has(name)) throw new SimError('ERR_STATE', `${type}.${name} is done twice`);
      if (run) own.set(name, run);
    }
  }
}
