/** RelocateVM_Task and MigrateVM_Task: another host, pool, folder or datastore, running or not. */
import type { Ref } from '../../../vim25/value.ts';
import { invalidArgument, VimFault } from '../../../world/fault.ts';
import type { Step, Verb } from '../../../world/tasks.ts';
import { type MethodsOf, verb } from '../../managed-object.ts';
import type { Site } from '../../site.ts';
import { settle } from '../config/reconfigure.ts';
import { spaceOn } from '../files.ts';
import type { Machine } from '../machine.ts';
import { machineOf, type Vm, type Work } from '../work.ts';
import { movesFiles, tellArrival, tellBeginning, tellFailure } from './migrate-events.ts';
import { guardMove } from './migrate-guards.ts';
import { type Plan, type Relocation, relocationPlan } from './relocate-plan.ts';

function guardedPlan({ site, args }: Step<Site, Relocation>, vm: Vm): Plan {
  const plan = relocationPlan(site, vm, args);
  guardMove(plan, args);
  return plan;
}

/** Data that is copied: all of the machine's that comes to another datastore; the host alone changes without any. */
function copiedGib({ vm, after }: Plan): number {
  if (!movesFiles(vm.state, after)) return 0;
  const ids = new Set([after.files.vmx.datastore, ...after.devices.flatMap((d) => d.backing?.file?.datastore ?? [])]);
  let bytes = 0;
  for (const id of ids) bytes += Math.max(0, spaceOn(after, id).used - spaceOn(vm.state, id).used);
  return bytes / 2 ** 30;
}

function relocateVerb(name: string): Verb<Site, never> {
  return verb<Relocation>({
    name,
    descriptionId: name,
    cancelable: true,
    steps: {
      begin(step) {
        const vm = machineOf(step as Work<never>);
        const plan = guardedPlan(step, vm);
        tellBeginning(step as Work<never>, vm, plan.after);
        return { next: 'finish', after: step.site.latency.duration(name, copiedGib(plan)), state: 'told' };
      },
      finish(step) {
        const vm = machineOf(step as Work<never>);
        const before = vm.state;
        const { after, changed } = guardedPlan(step, vm);
        step.site.world.update(vm, after);
        settle(step.site.world, changed);
        tellArrival(step as Work<never>, vm, before);
        return { done: true };
      },
    },
    failed(step, fault) {
      const vm = step.site.world.find(step.request.target.value) as unknown as Vm | undefined;
      if (vm && !REFUSALS.has(fault.type)) tellFailure(step as Work<never>, vm, intended(step, vm), fault);
    },
  });
}

/** Refused before anything was tried: no event tells of it. */
const REFUSALS: ReadonlySet<string> = new Set([
  'InvalidArgument',
  'InvalidPowerState',
  'NotSupported',
  'ManagedObjectNotFound',
]);

/** What the machine would have been, unless that never came clear. */
function intended({ site, args }: Step<Site, Relocation>, vm: Vm): Machine | undefined {
  try {
    return relocationPlan(site, vm, args).after;
  } catch (error) {
    if (error instanceof VimFault) return undefined;
    throw error;
  }
}

export const relocateMethods: MethodsOf<'VirtualMachine', Machine> = {
  RelocateVM_Task(call, self, { spec }) {
    if (spec.service) throw new VimFault('NotSupported');
    return call.startTask('VirtualMachine.relocate', self as never, { spec });
  },
  MigrateVM_Task(call, self, { pool, host, state }) {
    if (!pool && !host) throw invalidArgument('host');
    const spec: { readonly pool?: Ref | undefined; readonly host?: Ref | undefined } = { pool, host };
    return call.startTask('VirtualMachine.migrate', self as never, { spec, state });
  },
};

export const relocateVerbs: readonly Verb<Site, never>[] = [
  relocateVerb('VirtualMachine.relocate'),
  relocateVerb('VirtualMachine.migrate'),
];
