/** The API's methods and properties as the compiler sees them. */
import type { ManagedMethods, ManagedProperties } from '../vim25/index.ts';
import type { Ref } from '../vim25/value.ts';

/** Wire name of a managed type. */
export type ManagedName = keyof ManagedMethods;

export type MethodName<T extends string> = T extends ManagedName ? keyof ManagedMethods[T] & string : string;

interface Signature {
  readonly params: object;
  readonly result: unknown;
}

type SignatureOf<T extends string, M extends string> = T extends ManagedName
  ? M extends keyof ManagedMethods[T]
    ? ManagedMethods[T][M] extends Signature
      ? ManagedMethods[T][M]
      : Signature
    : Signature
  : Signature;

/** Managed types that can stand where another is wanted: those that can do all it can. */
type Heirs<T extends ManagedName> = {
  [N in ManagedName]: ManagedMethods[N] extends ManagedMethods[T] ? N : never;
}[ManagedName];

/** A parameter as callers may give it: an object of the wanted type or of one derived from it. */
type Given<V> =
  V extends Ref<infer T>
    ? T extends ManagedName
      ? Ref<Heirs<T>>
      : V
    : V extends readonly (infer I)[]
      ? I extends Ref
        ? readonly Given<I>[]
        : V
      : V;

type GivenAll<P> = { [K in keyof P]: Given<P[K]> };

export type Params<T extends string, M extends string> = GivenAll<SignatureOf<T, M>['params']>;
export type Result<T extends string, M extends string> = SignatureOf<T, M>['result'];

/** What `TaskInfo.result` holds after a task that a method started. */
export type TaskResult<T extends string, M extends string> =
  SignatureOf<T, M> extends { readonly taskResult: infer R } ? R : never;

/** Names of methods that start a task. */
export type TaskMethod<T extends string> = T extends ManagedName
  ? {
      [M in keyof ManagedMethods[T]]: ManagedMethods[T][M] extends { readonly taskResult: unknown } ? M : never;
    }[keyof ManagedMethods[T]] &
      string
  : string;

export type PropertiesOf<T extends string> = T extends keyof ManagedProperties ? ManagedProperties[T] : object;

/** A property path: `name`, `runtime.powerState`, `config.extraConfig["key"]`. */
export type Path<T extends string> = (keyof PropertiesOf<T> & string) | (string & {});

/** The value at a path; `unknown` where the path leaves what types can follow. */
export type PathValue<P, S extends string> = S extends keyof P
  ? P[S]
  : S extends `${infer Head}.${infer Rest}`
    ? Head extends keyof P
      ? PathValue<NonNullable<P[Head]>, Rest> | (undefined extends P[Head] ? undefined : never)
      : unknown
    : unknown;

export type Read<T extends string, S extends string> = PathValue<PropertiesOf<T>, S>;
