/** What CreateSecondaryVM_Task and EnableSecondaryVM_Task say of the secondary: whether its start was attempted. */
import type { FaultToleranceSecondaryOpResult } from '../../../vim25/generated/index.ts';
import type { Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import type { Machine } from '../machine.ts';
import type { Work } from '../work.ts';
import { startSecondary } from './attend.ts';

type Vm = Cell<Machine>;

/** Has the secondary started where its primary runs, inside a turn. That it cannot be started fails nothing. */
export function secondaryStart(
  { site, task, request }: Work<never> | Work,
  primary: Vm,
  secondary: Vm,
  host: Ref<'HostSystem'> | undefined,
): FaultToleranceSecondaryOpResult {
  const { user, opId, reason } = request;
  const vm = secondary.ref as Ref<'VirtualMachine'>;
  const begun = startSecondary(site, primary, { host, user, opId, reason, parentKey: task.id });
  if (!begun) return { _typeName: 'FaultToleranceSecondaryOpResult', vm, powerOnAttempted: false };
  const powerOnResult =
    begun instanceof VimFault
      ? { notAttempted: [{ vm, fault: begun.localized() }] }
      : { attempted: [{ vm, task: begun.ref }] };
  return {
    _typeName: 'FaultToleranceSecondaryOpResult',
    vm,
    powerOnAttempted: !(begun instanceof VimFault),
    powerOnResult: { _typeName: 'ClusterPowerOnVmResult', ...powerOnResult },
  } as FaultToleranceSecondaryOpResult;
}
