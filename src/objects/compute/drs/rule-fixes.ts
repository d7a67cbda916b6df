/** Moves that rules and maintenance demand. */
import type { ClusterDrsFaults } from '../../../vim25/generated/index.ts';
import { VimFault } from '../../../world/fault.ts';
import { offenders } from '../cluster/living-rules.ts';
import { leavesShort } from '../ha/admission.ts';
import { behaviourOf } from './behaviour.ts';
import { bindsDrs, breaks, ruleFault, type Tie, tiesOf } from './rules.ts';
import { MANDATORY } from './score.ts';
import type { Runner, Stand, Survey } from './survey.ts';

/** Faults by reason, then by machine. */
export type Faults = Map<string, Map<string, VimFault[]>>;

export function addFault(faults: Faults, reason: string, vm: string, fault: VimFault): void {
  const byVm = faults.get(reason) ?? new Map<string, VimFault[]>();
  faults.set(reason, byVm.set(vm, [...(byVm.get(vm) ?? []), fault]));
}

export function drsFaults(faults: Faults): ClusterDrsFaults[] {
  return Array.from(faults, ([reason, byVm]) => ({
    reason,
    faultsByVm: Array.from(byVm, ([vm, list]) => ({
      vm: { type: 'VirtualMachine', value: vm } as const,
      fault: list.map((fault) => fault.localized()),
    })),
  })) as unknown as ClusterDrsFaults[];
}

function reasonOf({ sort, mandatory }: Tie): string {
  if (sort === 'apart') return 'antiAffin';
  if (sort === 'together') return 'jointAffin';
  return mandatory ? 'vmHostHardAffinity' : 'vmHostSoftAffinity';
}

/** Empties the hosts that are to go; not at the cost of what HA keeps for failures. */
export function empty(survey: Survey, faults: Faults): void {
  for (const stand of survey.stands) {
    if (!stand.leaving) continue;
    const scarce = leavesShort(survey.cluster, stand.host)
      ? new VimFault('InsufficientFailoverResourcesFault')
      : undefined;
    for (const runner of [...stand.runners]) {
      if (scarce) addFault(faults, 'hostMaint', runner.vm.id, scarce);
      else settle(survey, runner, 'hostMaint', faults);
    }
  }
}

/** Has the broken rules kept, the mandatory ones first. */
export function fixRules(survey: Survey, faults: Faults): void {
  const ties = tiesOf(survey.cluster).sort((a, b) => Number(bindsDrs(b)) - Number(bindsDrs(a)));
  for (const tie of ties) {
    // A rule of many machines is kept machine by machine: each move may leave fewer to move.
    for (const vm of inOrder(survey, tie)) {
      const runner = survey.runners.get(vm);
      if (!runner || !breaks(tie, vm, runner.on.host.id, survey.where)) continue;
      settle(survey, runner, reasonOf(tie), faults, tie);
    }
  }
}

/** Those that stand where most of the others do move last. */
function inOrder(survey: Survey, tie: Tie): string[] {
  const broken = offenders(survey.cluster, tie);
  if (tie.sort !== 'together') return broken.reverse();
  const count = (vm: string) => tie.vms.filter((other) => survey.where(other) === survey.where(vm)).length;
  return broken.sort((a, b) => count(a) - count(b));
}

/** Finds a machine the best host that keeps the rule; says why when there is none. */
function settle(survey: Survey, runner: Runner, reason: string, faults: Faults, tie?: Tie): void {
  const { vm } = runner;
  if (behaviourOf(survey.cluster, vm.id) === 'disabled') {
    return addFault(faults, reason, vm.id, new VimFault('DrsDisabledOnVm'));
  }
  if (!survey.isFree(runner)) return;
  const others = survey.stands.filter((to) => to !== runner.on).sort((x, y) => x.share - y.share);
  // A host that must be left is left, whatever is only preferred; but that is kept where it can be.
  const breaches = new Map(tie ? [] : others.map((to) => [to, survey.breach(runner, to) ? 1 : 0]));
  if (!tie) others.sort((x, y) => breaches.get(x)! - breaches.get(y)!);
  const refused: [Stand, VimFault][] = [];
  for (const to of others) {
    const fault = against(survey, runner, to, tie);
    if (!fault) return survey.move(runner, to, reason, MANDATORY);
    refused.push([to, fault]);
  }
  const said = { host: refused.map(([to]) => to.host.ref), error: refused.map(([, fault]) => fault.localized()) };
  addFault(faults, reason, vm.id, new VimFault('NoCompatibleHost', said));
}

/** What speaks against a host for a machine that has to move; undefined when nothing does. */
function against(survey: Survey, runner: Runner, to: Stand, tie: Tie | undefined): VimFault | undefined {
  const { vm } = runner;
  if (to.leaving) return new VimFault('InvalidHostState', { host: to.host.ref });
  const kept =
    tie?.sort === 'together' ? gathers(survey, tie, vm.id, to) : !tie || !breaks(tie, vm.id, to.host.id, survey.where);
  if (!kept) return ruleFault(tie!, vm, to.host);
  const other = !tie || tie.mandatory ? undefined : survey.breach(runner, to);
  return survey.obstacle(runner, to) ?? (other && ruleFault(other, vm, to.host));
}

/** Machines that are to be together come to where most of them are. */
function gathers(survey: Survey, tie: Tie, vm: string, to: Stand): boolean {
  const at = (host: string) => tie.vms.filter((other) => other !== vm && survey.where(other) === host).length;
  const most = Math.max(...survey.stands.map(({ host }) => at(host.id)));
  return at(to.host.id) === most;
}
