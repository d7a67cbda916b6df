/** A container view that closes itself. */
import type { Ref } from '../vim25/value.ts';
import type { Caller } from './caller.ts';
import type { CallOptions } from './options.ts';
import { TIDY, tidied } from './tidy.ts';
import { VsphereError } from './vsphere-error.ts';

export interface ViewOptions extends CallOptions {
  /** Looks below what stands in the container too. Default true. */
  readonly recursive?: boolean | undefined;
}

/**
 * Everything of some types below a container, kept by the server while the view is open. It goes with the session at the
 * latest, and one that is renewed has it no more.
 *
 * @example
 * await using view = await client.view(client.content.rootFolder, ['VirtualMachine']);
 */
export class View implements AsyncDisposable, Disposable {
  readonly ref: Ref<'ContainerView'>;
  readonly #caller: Caller;

  constructor(caller: Caller, ref: Ref<'ContainerView'>) {
    this.#caller = caller;
    this.ref = ref;
  }

  /** What is in it now. */
  async members(options: CallOptions = {}): Promise<readonly Ref<'ManagedEntity'>[]> {
    const { propertyCollector } = this.#caller.content;
    const specSet = [
      { propSet: [{ type: 'ContainerView', pathSet: ['view'] }], objectSet: [{ obj: this.ref, skip: false }] },
    ];
    const read = await this.#caller.call(propertyCollector, 'RetrieveProperties', { specSet }, options);
    const value = read?.[0]?.propSet?.[0]?.val as { readonly _value?: readonly Ref<'ManagedEntity'>[] } | undefined;
    return value?._value ?? [];
  }

  [Symbol.asyncDispose](): Promise<void> {
    return tidied(closeView(this.#caller, this.ref));
  }

  /** For `using`: closes without anybody waiting for it. */
  [Symbol.dispose](): void {
    void this[Symbol.asyncDispose]();
  }
}

export async function openView(
  caller: Caller,
  container: Ref<'ManagedEntity'>,
  type: readonly string[],
  { recursive = true, signal, timeout, opId }: ViewOptions = {},
): Promise<Ref<'ContainerView'>> {
  const { viewManager } = caller.content;
  if (!viewManager) throw new VsphereError('ERR_CLIENT', 'the server has no ViewManager');
  return caller.call(viewManager, 'CreateContainerView', { container, type, recursive }, { signal, timeout, opId });
}

export async function closeView(caller: Caller, view: Ref<'ContainerView'>): Promise<void> {
  await caller.call(view, 'DestroyView', {}, { timeout: TIDY });
}
