/** The words of machines that run twice, in step; see event-types.ts. */
import type { EventWords } from './event-types.ts';
import { VM } from './vm-event-types.ts';

export const TOLERANCE_EVENT_WORDS: { readonly [type: string]: EventWords } = {
  VmSecondaryAddedEvent: ['info', 'Secondary VM added', `Added a secondary to ${VM}`],
  VmStartingSecondaryEvent: ['info', 'Starting secondary VM', `Starting the secondary of ${VM}`],
  VmSecondaryStartedEvent: ['info', 'Secondary VM started', `The secondary of ${VM} runs in step with it`],
  VmSecondaryEnabledEvent: ['info', 'Secondary VM enabled', `Enabled the secondary of ${VM}`],
  VmSecondaryDisabledEvent: ['info', 'Secondary VM disabled', `Disabled the secondary of ${VM}`],
  VmSecondaryDisabledBySystemEvent: [
    'error',
    'Secondary VM disabled by the system',
    `vCenter Server disabled the secondary of ${VM}: {reason}`,
  ],
  VmFailedStartingSecondaryEvent: [
    'error',
    'Cannot start secondary VM',
    `The secondary of ${VM} could not be started: {reason}`,
  ],
  VmTimedoutStartingSecondaryEvent: [
    'error',
    'Starting secondary VM timed out',
    `The secondary of ${VM} was not started within {timeout} ms`,
  ],
  VmNoCompatibleHostForSecondaryEvent: [
    'error',
    'No compatible host for secondary VM',
    `No host in {computeResource.name} can run the secondary of ${VM}`,
  ],
  VmFailedUpdatingSecondaryConfig: [
    'error',
    'Cannot update secondary VM',
    `The configuration of the secondary of ${VM} could not be updated`,
  ],
  VmFaultToleranceStateChangedEvent: [
    'info',
    'Fault Tolerance state changed',
    `Fault Tolerance state of ${VM} changed from {oldState} to {newState}`,
  ],
  VmFaultToleranceTurnedOffEvent: ['info', 'Fault Tolerance turned off', `Fault Tolerance of ${VM} was turned off`],
  VmFaultToleranceVmTerminatedEvent: [
    'error',
    'Fault Tolerance VM terminated',
    `${VM} of a fault tolerant pair was terminated: {reason}`,
  ],
  VmPrimaryFailoverEvent: ['info', 'Fault Tolerance failover', `${VM} has become the primary of its pair: {reason}`],
};
