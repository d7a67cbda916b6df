/** CreateSecondaryVM_Task: a machine is run twice from now on. Whether its secondary starts, too, the result tells. */
import type { FaultToleranceConfigSpec } from '../../../vim25/generated/index.ts';
import type { Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { notSupported, VimFault } from '../../../world/fault.ts';
import type { Verb } from '../../../world/tasks.ts';
import { verb } from '../../managed-object.ts';
import type { Site } from '../../site.ts';
import { claimDisks } from '../disk-owner.ts';
import type { Machine } from '../machine.ts';
import { askedHost } from '../power/power.ts';
import { vmKind } from '../virtual-machine.ts';
import { machineOf, touched, type Work } from '../work.ts';
import { faultToleranceIssues, hasHa } from './issues.ts';
import { doerOf, say, tellState } from './pair-events.ts';
import { reserved, type SecondaryPlan, secondaryPlan } from './secondary-plan.ts';
import { secondaryStart } from './secondary-result.ts';

type Vm = Cell<Machine>;

interface Creating {
  readonly host?: Ref<'HostSystem'> | undefined;
  readonly spec?: FaultToleranceConfigSpec | undefined;
}

const NAME = 'VirtualMachine.createSecondary';

/** Throws NotSupported for a template and outside of HA, a VmFaultToleranceIssue for what cannot be kept in step. */
function guardProtectable(vm: Vm): void {
  const cluster = vm.one('host')?.one('parent');
  if (vm.state.config.template || !cluster || !hasHa(cluster)) throw notSupported();
  const entity = { entityName: vm.state.name, entity: vm.ref };
  if (vm.state.tolerance)
    throw new VimFault('VmFaultToleranceConfigIssue', { reason: 'moreThanOneSecondary', ...entity });
  const issues = [...faultToleranceIssues(vm, false)];
  const [first] = issues;
  if (issues.length > 1) {
    throw new VimFault('VmFaultToleranceOpIssuesList', { errors: issues.map((fault) => fault.localized()) });
  }
  if (first?.type === 'DeviceNotSupported') {
    throw new VimFault('VmFaultToleranceConfigIssueWrapper', { ...entity, error: first.localized() });
  }
  if (first) throw first;
}

function planned(step: Work<Creating>, vm: Vm, id: string): SecondaryPlan {
  guardProtectable(vm);
  return secondaryPlan(step.site, vm, id, { spec: step.args.spec, host: askedHost(step.site, step.args.host) });
}

/** The bytes that are copied before the two are alike. */
function copiedGib({ devices }: Machine): number {
  return devices.reduce((sum, d) => sum + (d.backing?.used ?? d.capacityInBytes ?? 0), 0) / 2 ** 30;
}

/** The machine and its secondary, inside a turn. */
function paired(step: Work<Creating>, vm: Vm, { machine, metaData }: SecondaryPlan): Vm {
  const { site } = step;
  site.world.update(vm, {
    tolerance: Object.freeze({ enabled: true, metaData }),
    config: reserved(vm.state.config),
    identity: touched(site, vm),
    // Its datastores, of which there may be one more, are read off its devices.
    devices: Object.freeze([...vm.state.devices]),
  });
  const secondary = site.world.create(vmKind, machine, step.state as string);
  claimDisks(site, secondary);
  say(doerOf(step), vm, 'VmSecondaryAddedEvent');
  tellState(doerOf(step), vm);
  return secondary;
}

export const createSecondaryVerb: Verb<Site, never> = verb<Creating>({
  name: NAME,
  descriptionId: NAME,
  steps: {
    begin(step) {
      const vm = machineOf(step as Work<never>);
      const id = step.site.world.numbers.id('vm');
      const { machine } = planned(step, vm, id);
      return { next: 'make', after: step.site.latency.duration(NAME, copiedGib(machine)), state: id };
    },
    make(step) {
      const vm = machineOf(step as Work<never>);
      const secondary = paired(step, vm, planned(step, vm, step.state as string));
      return { done: true, result: secondaryStart(step as Work<never>, vm, secondary, step.args.host) };
    },
  },
});
