/** A container view that closes itself. */
import type { Ref } from '../vim25/value.ts';
import type { Caller } from './caller.ts';
import type { CallOptions } from './options.ts';
import { TIDY, tidied } from './tidy.ts';
import { VsphereError } from './vsphere-error.ts';

/**
 * Everything of some types below a container, kept by the server while the view is open.
 *
 * @example
 * await using view = await client.view(client.content.rootFolder, ['VirtualMachine']);
 */
export class View implements AsyncDisposable {
  readonly ref: Ref<'ContainerView'>;
  readonly #caller: Caller;

  constructor(caller: Caller, ref: Ref<'ContainerView'>) {
    this.#caller = caller;
    this.ref = ref;
  }

  /** It goes with the session at the latest. */
  [Symbol.asyncDispose](): Promise<void> {
    return tidied(this.#caller.call(this.ref, 'DestroyView', {}, { timeout: TIDY }));
  }
}

export async function openView(
  caller: Caller,
  container: Ref<'ManagedEntity'>,
  type: readonly string[],
  options: CallOptions = {},
): Promise<View> {
  const { viewManager } = caller.content;
  if (!viewManager) throw new VsphereError('ERR_CLIENT', 'the server has no ViewManager');
  return new View(
    caller,
    await caller.call(viewManager, 'CreateContainerView', { container, type, recursive: true }, options),
  );
}
