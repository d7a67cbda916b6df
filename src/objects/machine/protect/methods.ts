/**
 * Machines run twice in step; and recorded and replayed, or locked by a key, what vCenter answers of machines that are
 * not. Hosts here record nothing, as `capability.recordReplaySupported` says.
 */
import { VimFault } from '../../../world/fault.ts';
import type { Verb } from '../../../world/tasks.ts';
import { nameOf } from '../../call.ts';
import { shortWork } from '../../inventory/short-work.ts';
import type { MethodsOf } from '../../managed-object.ts';
import type { Site } from '../../site.ts';
import { createSecondaryVerb } from '../fault-tolerance/create-secondary.ts';
import { faultToleranceIssues } from '../fault-tolerance/issues.ts';
import { pairVerbs } from '../fault-tolerance/pair-methods.ts';
import { startSecondaryVerb } from '../fault-tolerance/start-secondary.ts';
import type { Machine } from '../machine.ts';
import type { BorrowedMethods } from '../objects.ts';
import { guardReachable } from '../standing.ts';
import { vmKind } from '../virtual-machine.ts';
import type { Vm } from '../work.ts';

/** The end of what no host here begins; and the key of what nobody locked. */
const OF_NOTHING = ['stopRecording', 'stopReplaying', 'cryptoUnlock'] as const;

const refusedForState = OF_NOTHING.map((name) => refusal(name, () => new VimFault('InvalidState')));
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
  CreateSecondaryVM_Task: (call, self, { host }) =>
    call.startTask('VirtualMachine.createSecondary', self as never, { host }),
  CreateSecondaryVMEx_Task: (call, self, { host, spec }) =>
    call.startTask('VirtualMachine.createSecondary', self as never, { host, spec }),
  TurnOffFaultToleranceForVM_Task: (call, self) =>
    call.startTask('VirtualMachine.turnOffFaultTolerance', self as never),
  MakePrimaryVM_Task: (call, self, { vm }) => call.startTask('VirtualMachine.makePrimary', self as never, { vm }),
  TerminateFaultTolerantVM_Task: (call, self, { vm }) =>
    call.startTask('VirtualMachine.terminateFaultTolerantVM', self as never, { vm }),
  DisableSecondaryVM_Task: (call, self, { vm }) =>
    call.startTask('VirtualMachine.disableSecondary', self as never, { vm }),
  EnableSecondaryVM_Task: (call, self, { vm, host }) =>
    call.startTask('VirtualMachine.enableSecondary', self as never, { vm, host }),
  StartRecording_Task: (call, self) => call.startTask('VirtualMachine.startRecording', self as never),
  StopRecording_Task: (call, self) => call.startTask('VirtualMachine.stopRecording', self as never),
  StartReplaying_Task: (call, self) => call.startTask('VirtualMachine.startReplaying', self as never),
  StopReplaying_Task: (call, self) => call.startTask('VirtualMachine.stopReplaying', self as never),
  CryptoUnlock_Task: (call, self) => call.startTask('VirtualMachine.cryptoUnlock', self as never),
};

export const protectMethods: BorrowedMethods = {
  type: 'VirtualMachine',
  methods: methods as BorrowedMethods['methods'],
  verbs: [createSecondaryVerb, startSecondaryVerb, ...pairVerbs, ...refusedForState, ...refusedByHost],
};
