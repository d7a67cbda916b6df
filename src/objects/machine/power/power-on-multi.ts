/**
 * PowerOnMultiVM_Task: DRS places all of them with one another in mind. Each starts by a task of its own; where somebody
 * has to agree first, a recommendation says where; what cannot start is named with its fault.
 */
import type { ClusterRecommendation, DrsBehavior, OptionValue } from '../../../vim25/generated/index.ts';
import type { Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { invalidArgument, VimFault } from '../../../world/fault.ts';
import type { Verb } from '../../../world/tasks.ts';
import type { Cluster } from '../../compute/cluster/cluster-config.ts';
import { startAdvice } from '../../compute/drs/advice.ts';
import { Placements } from '../../compute/drs/ahead.ts';
import { type Behaviour, behaviourOf, startsAlone } from '../../compute/drs/behaviour.ts';
import { NO_ADVICE } from '../../compute/drs/findings.ts';
import { bestHost, hasDrs, hostsOf } from '../../compute/drs/placement.ts';
import { MANDATORY } from '../../compute/drs/score.ts';
import { startMachine } from '../../compute/drs/start-machine.ts';
import type { Host } from '../../compute/host/host.ts';
import { guardOwnPower } from '../../compute/v-app/v-app-children.ts';
import { verb } from '../../managed-object.ts';
import type { Site } from '../../site.ts';
import { guardHosted } from '../standing.ts';
import { vmKind } from '../virtual-machine.ts';
import type { Vm, Work } from '../work.ts';
import { demandOf, guardPool } from './demand.ts';
import { guardStart } from './power.ts';

interface PowerOnMany {
  readonly vm: readonly Ref[];
  readonly option?: readonly OptionValue[] | undefined;
}

type Step = Work<PowerOnMany>;

const NAME = 'Datacenter.powerOnVm';

export const powerOnMultiVerb: Verb<Site, never> = verb<PowerOnMany>({
  name: NAME,
  descriptionId: NAME,
  exclusive: false,
  steps: {
    begin(step) {
      const level = overridden(step.args.option);
      const placements = new Placements(step.site.world);
      const attempted: object[] = [];
      const notAttempted: object[] = [];
      const recommendations: ClusterRecommendation[] = [];
      for (const vm of step.args.vm) {
        const outcome = startOne(step, vm, level, placements);
        if (outcome instanceof VimFault) notAttempted.push({ vm, fault: outcome.localized() });
        else if ('type' in outcome && outcome.type === 'Task') attempted.push({ vm, task: outcome });
        else recommendations.push(outcome as ClusterRecommendation);
      }
      return {
        done: true,
        result: { _typeName: 'ClusterPowerOnVmResult', attempted, notAttempted, recommendations },
      };
    },
  },
});

const LEVELS: readonly string[] = ['manual', 'partiallyAutomated', 'fullyAutomated'] satisfies DrsBehavior[];

/** The automation level for this once, if it is said. Throws InvalidArgument for options nobody knows. */
function overridden(options: readonly OptionValue[] | undefined): DrsBehavior | undefined {
  let level: DrsBehavior | undefined;
  options?.forEach(({ key, value }, i) => {
    if (key === 'OverrideAutomationLevel' && LEVELS.includes(String(value))) level = value as DrsBehavior;
    else if (key !== 'ReserveResources' || !/^(true|false)$/.test(String(value))) throw invalidArgument(`option[${i}]`);
  });
  return level;
}

/** The task that starts the machine, the recommendation to start it, or why neither. */
function startOne(
  step: Step,
  ref: Ref,
  level: DrsBehavior | undefined,
  placements: Placements,
): Ref | ClusterRecommendation | VimFault {
  const { site, request, task } = step;
  const vm = site.world.as(vmKind, ref.value);
  if (!vm) return new VimFault('ManagedObjectNotFound', { obj: ref });
  try {
    guardOwnPower(vm as unknown as Cell);
    guardHosted(vm);
    guardStart(vm);
    const { cluster, behaviour } = placingOf(vm, level);
    if (!cluster) {
      return startMachine(site, vm, undefined, { ...request, parentKey: task.id }).ref;
    }
    guardPool(vm);
    const demand = demandOf(vm.state, vm.id);
    const host = bestHost(hostsOf(cluster as unknown as Cell), demand, vm.one<Host>('host'), placements);
    placements.add(vm, host);
    if (startsAlone(behaviour)) return startMachine(site, vm, host, { ...request, parentKey: task.id }).ref;
    return recommended(site, cluster, vm, host);
  } catch (error) {
    if (error instanceof VimFault) return error;
    throw error;
  }
}

/** The cluster whose DRS places the machine, if one does. */
function placingOf(vm: Vm, level: DrsBehavior | undefined): { cluster?: Cell<Cluster>; behaviour: Behaviour } {
  const cluster = vm.one<Host>('host')?.one<Cluster>('compute');
  if (!cluster || !hasDrs(cluster as unknown as Cell)) return { behaviour: 'disabled' };
  const own = behaviourOf(cluster, vm.id);
  return own === 'disabled' ? { behaviour: own } : { cluster, behaviour: level ?? own };
}

/** It waits in the cluster's list for somebody to apply it; what was said of the machine before is past. */
function recommended(site: Site, cluster: Cell<Cluster>, vm: Vm, host: Cell<Host>): ClusterRecommendation {
  const advice = cluster.state.drsAdvice ?? NO_ADVICE;
  const made = startAdvice(site, vm.ref, host.ref, MANDATORY);
  const others = advice.recommendations.filter(
    ({ target, reason }) => target?.value !== vm.id || reason !== made.reason,
  );
  site.world.update(cluster, { drsAdvice: Object.freeze({ ...advice, recommendations: [...others, made] }) });
  return made;
}
