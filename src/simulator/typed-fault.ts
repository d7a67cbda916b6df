/** Faults of the API, to be thrown by whoever answers in the place of a method. */
import { didYouMean, SimError } from '../kernel/errors.ts';
import type { DataTypes, MethodFault } from '../vim25/generated/index.ts';
import { vim25 } from '../vim25/vim25.ts';
import { VimFault } from '../world/fault.ts';

export type { VimFault } from '../world/fault.ts';

/** Names of the API's faults. */
export type FaultName = {
  [T in keyof DataTypes]: 'faultCause' extends keyof DataTypes[T] ? T : never;
}[keyof DataTypes];

/** What a fault says beside what all faults may say. */
export type FaultProperties<T extends FaultName> = Omit<DataTypes[T], keyof MethodFault>;

/**
 * A fault to throw. Throws SimError ERR_USAGE itself for a type that is no fault.
 *
 * @example
 * sim.intercept('PowerOnVM_Task', () => {
 *   throw fault('NoDiskSpace', { file: '[nas-1] web/web.vswp', datastore: 'nas-1' });
 * });
 */
export function fault<T extends FaultName>(
  type: T,
  ...[properties, message]: object extends FaultProperties<T>
    ? [properties?: FaultProperties<T>, message?: string]
    : [properties: FaultProperties<T>, message?: string]
): VimFault {
  if (!vim25.isData(type, 'MethodFault')) {
    const near = didYouMean(
      type,
      vim25.dataNames.filter((name) => vim25.isData(name, 'MethodFault')),
    );
    throw new SimError('ERR_USAGE', `the API has no fault '${type}'${near ? `; did you mean '${near}'?` : ''}`);
  }
  return new VimFault(type, { ...(properties as Record<string, unknown> | undefined) }, message);
}
