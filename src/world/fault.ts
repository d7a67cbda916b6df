/**
 * Faults for the wire: a typed data object of the table, thrown by guards.
 *
 * @example throw new VimFault('InvalidPowerState', { existingState: 'poweredOn', requestedState: 'poweredOn' })
 */
import type { DataObject } from '../vim25/value.ts';
import { faultMessage } from './fault-message.ts';

export class VimFault extends Error {
  /** The fault as it stands in the SOAP detail or in `TaskInfo.error.fault`. */
  readonly detail: DataObject;

  constructor(type: string, properties: Record<string, unknown> = {}, message?: string) {
    super(message ?? faultMessage(type, properties));
    this.name = 'VimFault';
    this.detail = { _typeName: type, ...properties };
  }

  get type(): string {
    return this.detail._typeName!;
  }

  /** As `TaskInfo.error` and the like carry it. */
  localized(): {
    readonly _typeName: 'LocalizedMethodFault';
    readonly fault: DataObject;
    readonly localizedMessage: string;
  } {
    return { _typeName: 'LocalizedMethodFault', fault: this.detail, localizedMessage: this.message };
  }
}

/** The argument named by a property path is not acceptable. */
export function invalidArgument(path: string, message?: string): VimFault {
  return new VimFault('InvalidArgument', { invalidProperty: path }, message);
}

export function notSupported(message?: string): VimFault {
  return new VimFault('NotSupported', {}, message);
}
