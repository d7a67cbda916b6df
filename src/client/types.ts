/** The API's methods and properties as the compiler sees them. */
import type { ManagedMethods, ManagedProperties } from '../vim25/index.ts';

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

export type Params<T extends string, M extends string> = SignatureOf<T, M>['params'];
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
