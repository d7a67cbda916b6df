/**
 * Machines run twice in step, recorded and replayed, and locked by a key: what vCenter answers of machines that are not.
 * Hosts here record nothing, as `capability.recordReplaySupported` says.
 */
import { VimFault } from '../../../world/fault.ts';
import type { Verb } from '../../../world/tasks.ts';
import { nameOf } from '../../call.ts';
import { shortWork } from '../../inventory/short-work.ts';
import type { MethodsOf } from '../../managed-object.ts';
import type { Site } from '../../site.ts';
import type { Machine } from '../machine.ts';
import type { BorrowedMethods } from '../objects.ts';
import { guardReachable } from '../standing.ts';
import { vmKind } from '../virtual-machine.ts';
import type { Vm } from '../work.ts';
import { faultToleranceIssues } from './fault-tolerance-issues.ts';

/** Work on the second run of a machine that is run once. */
const OF_THE_SECOND = [
  'turnOffFaultTolerance',
  'makePrimary',
  'terminateFaultTolerantVM',
  'disableSecondary',
  'enableSecondary',
] as const;
/** The end of what no host here begins; and the key of what nobody locked. */
const OF_NOTHING = ['stopRecording', 'stopReplaying', 'cryptoUnlock'] as const;

const refusedForState = [...OF_THE_SECOND, ...OF_NOTHING].map((name) =>
  refusal(name, () => new VimFault('InvalidState')),
);
const refusedByHost = ['startRecording', 'startReplaying'].map((name) =>
  refusal(name, (vm) => {
    const host = vm.one('host');
    return new VimFault('HostIncompatibleForRecordReplay', { hostName: host ? nameOf(host) : '', reason: 'product' });
  }),
);

function refusal(name: string, fault: (vm: Vm) => VimFault): Verb<Site, never> {
  return shortWork<Machine>({
    name: `VirtualMachine.${name}`,
    kind: vmKind,
    guard(vm) {
      guardReachable(vm);
      throw fault(vm);
    },
    change: () => undefined,
  });
}

function issues(vm: Vm, legacy: boolean): object[] {
  guardReachable(vm);
  return Array.from(faultToleranceIssues(vm, legacy), (fault) => fault.localized());
}

const methods: MethodsOf<'VirtualMachine', Machine> = {
  QueryFaultToleranceCompatibility: (_call, self) => issues(self, false) as never,
  QueryFaultToleranceCompatibilityEx: (_call, self, { forLegacyFt }) => issues(self, forLegacyFt ?? false) as never,
  TurnOffFaultToleranceForVM_Task: (call, self) =>
    call.startTask('VirtualMachine.turnOffFaultTolerance', self as never),
  MakePrimaryVM_Task: (call, self) => call.startTask('VirtualMachine.makePrimary', self as never),
  TerminateFaultTolerantVM_Task: (call, self) =>
    call.startTask('VirtualMachine.terminateFaultTolerantVM', self as never),
  DisableSecondaryVM_Task: (call, self) => call.startTask('VirtualMachine.disableSecondary', self as never),
  EnableSecondaryVM_Task: (call, self) => call.startTask('VirtualMachine.enableSecondary', self as never),
  StartRecording_Task: (call, self) => call.startTask('VirtualMachine.startRecording', self as never),
  StopRecording_Task: (call, self) => call.startTask('VirtualMachine.stopRecording', self as never),
  StartReplaying_Task: (call, self) => call.startTask('VirtualMachine.startReplaying', self as never),
  StopReplaying_Task: (call, self) => call.startTask('VirtualMachine.stopReplaying', self as never),
  CryptoUnlock_Task: (call, self) => call.startTask('VirtualMachine.cryptoUnlock', self as never),
};

export const protectMethods: BorrowedMethods = {
  type: 'VirtualMachine',
  methods: methods as BorrowedMethods['methods'],
  verbs: [...refusedForState, ...refusedByHost],
};
