/** Declares a managed object of the storage policy API; it works on the same world as everything else. */
import type { ManagedMethods } from '../../../vim25/generated-pbm/index.ts';
import type { Facets, KindSpec } from '../../../world/kind.ts';
import type { Call } from '../../call.ts';
import type { ManagedObject } from '../../managed-object.ts';

type Params<M> = M extends { readonly params: infer P } ? P : Record<string, never>;
type Result<M> = M extends { readonly result: infer R } ? R : unknown;

type Methods<T extends keyof ManagedMethods> = {
  readonly [M in keyof ManagedMethods[T]]?: (
    call: Call,
    self: never,
    args: Params<ManagedMethods[T][M]>,
  ) => Result<ManagedMethods[T][M]>;
};

export function pbmObject<T extends keyof ManagedMethods>(
  type: T,
  methods: Methods<T>,
  properties: KindSpec<Facets>['properties'] = {},
): ManagedObject {
  return { kind: { type, properties } as KindSpec<never>, methods: methods as ManagedObject['methods'], verbs: [] };
}
