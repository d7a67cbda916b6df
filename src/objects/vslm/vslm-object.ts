/** Declares a managed object of the first class disks' own API; it works on the same world as everything else. */
import type { ManagedMethods } from '../../vim25/generated-vslm/index.ts';
import type { Cell } from '../../world/cell.ts';
import type { Facets, KindSpec } from '../../world/kind.ts';
import type { Call } from '../call.ts';
import type { ManagedObject } from '../managed-object.ts';

type Params<M> = M extends { readonly params: infer P } ? P : Record<string, never>;
type Result<M> = M extends { readonly result: infer R } ? R : unknown;

export type VslmMethods<T extends keyof ManagedMethods> = {
  readonly [M in keyof ManagedMethods[T]]?: (
    call: Call,
    self: Cell,
    args: Params<ManagedMethods[T][M]>,
  ) => Result<ManagedMethods[T][M]> | Promise<Result<ManagedMethods[T][M]>>;
};

export function vslmObject<T extends keyof ManagedMethods>(
  type: T,
  methods: VslmMethods<T>,
  properties: KindSpec<Facets>['properties'] = {},
): ManagedObject {
  return { kind: { type, properties } as KindSpec<never>, methods: methods as ManagedObject['methods'], verbs: [] };
}
