import { vim25 } from '../vim25/index.ts';
import type { Ref } from '../vim25/value.ts';
import type { ManagedName } from './types.ts';

/**
 * The same reference under a narrower type, or undefined when the object is of another.
 *
 * @example
 * const vm = asRef('VirtualMachine', await client.findByInventoryPath('DC0/vm/web'));
 */
export function asRef<T extends ManagedName>(type: T, object: Ref | undefined): Ref<T> | undefined {
  return object && vim25.isManaged(object.type, type) ? (object as Ref<T>) : undefined;
}
