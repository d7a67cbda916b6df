/** `resourceConfig`: what a machine is allotted, in the form that pools tell of their children. */
import { formatTime } from '../../../kernel/time.ts';
import type { ResourceConfigSpec } from '../../../vim25/generated/index.ts';
import type { Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import type { Machine } from '../machine.ts';
import { cpuAllocation, memoryAllocation } from './allocation.ts';

export function machineResources(vm: Cell<Machine>): ResourceConfigSpec {
  const { config, identity } = vm.state;
  const changed = formatTime(identity.changed);
  return {
    _typeName: 'ResourceConfigSpec',
    entity: vm.ref as Ref<'ManagedEntity'>,
    changeVersion: changed,
    lastModified: changed,
    cpuAllocation: cpuAllocation(config),
    memoryAllocation: memoryAllocation(config),
  };
}
