/**
 * One managed object type: its kind (facets, relations, properties), its methods, its tasks' verbs.
 *
 * Adding a method is adding a function here under the method's own name.
 */
import type { ManagedMethods } from '../vim25/generated/index.ts';
import type { Cell } from '../world/cell.ts';
import type { Facets, KindSpec } from '../world/kind.ts';
import type { Verb } from '../world/tasks.ts';
import type { Call } from './call.ts';
import type { Site } from './site.ts';

type Params<M> = M extends { readonly params: infer P } ? P : Record<string, never>;
type Result<M> = M extends { readonly result: infer R } ? R : unknown;

/** Methods of a type of the table, those it inherits included; `F` are the facets of the objects they work on. */
export type MethodsOf<T extends keyof ManagedMethods, F extends Facets> = {
  readonly [M in keyof ManagedMethods[T]]?: (
    call: Call,
    self: Cell<F>,
    args: Params<ManagedMethods[T][M]>,
  ) => Result<ManagedMethods[T][M]> | Promise<Result<ManagedMethods[T][M]>> | Streamed;
};

/**
 * An answer whose parts are made as they are written. `value` is of the method's result type, with iterables where lists
 * may be long.
 */
export class Streamed {
  readonly value: unknown;
  /** Called before the writer lets other work run in the middle: keeps the picture as of now. */
  readonly pause: () => void;
  /** Called once the answer is written or given up. */
  readonly release: () => void;

  constructor(value: unknown, pause: () => void, release: () => void) {
    this.value = value;
    this.pause = pause;
    this.release = release;
  }
}

export type AnyMethod = (call: Call, self: Cell<never>, args: never) => unknown;

export interface ManagedObject {
  readonly kind: KindSpec<never>;
  readonly methods: { readonly [name: string]: AnyMethod | undefined };
  readonly verbs: readonly Verb<Site, never>[];
}

/** Declares a managed object. `type` is the table's name for it. */
export function managedObject<T extends keyof ManagedMethods, F extends Facets>(
  type: T,
  kind: KindSpec<F>,
  methods: MethodsOf<T, F> = {},
  verbs: readonly Verb<Site, never>[] = [],
): ManagedObject {
  if (kind.type !== type) throw new TypeError(`${kind.type} is not ${type}`);
  return { kind: kind as unknown as KindSpec<never>, methods: methods as ManagedObject['methods'], verbs };
}

/** Gives a verb's arguments their type and takes it into the table of verbs. */
export function verb<A>(v: Verb<Site, A>): Verb<Site, never> {
  return v as unknown as Verb<Site, never>;
}
