/** The part of the client that its helpers build on. */
import type { ServiceContent } from '../vim25/index.ts';
import type { Ref } from '../vim25/value.ts';
import type { CallOptions } from './options.ts';
import type { MethodName, Params, Result } from './types.ts';
import type { View } from './view.ts';

export interface Caller {
  readonly content: ServiceContent;
  call<T extends string, M extends MethodName<T>>(
    self: Ref<T>,
    method: M,
    ...rest: CallArguments<T, M>
  ): Promise<Result<T, M>>;
  view(container: Ref<'ManagedEntity'>, types: readonly string[], options?: CallOptions): Promise<View>;
}

/** Parameters may be left out where the method needs none. */
export type CallArguments<T extends string, M extends string> =
  object extends Params<T, M>
    ? [params?: Params<T, M>, options?: CallOptions]
    : [params: Params<T, M>, options?: CallOptions];
