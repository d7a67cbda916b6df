/** What a cluster's rules say about where one machine may run. */
import type {
  ClusterAffinityRuleSpec,
  ClusterGroupInfo,
  ClusterHostGroup,
  ClusterRuleInfo,
  ClusterVmGroup,
  ClusterVmHostRuleInfo,
} from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import type { World } from '../../../world/world.ts';
import type { Machine } from '../../machine/machine.ts';
import type { Cluster } from '../cluster/cluster-config.ts';
import type { Host } from '../host/host.ts';

/** A rule as it holds one machine, or several. */
export interface Tie {
  readonly rule: ClusterRuleInfo;
  /** Whether nobody may break it; the others bind DRS only. */
  readonly mandatory: boolean;
  /** `together` and `apart` from other machines; `on` and `off` hosts of a group. */
  readonly sort: 'together' | 'apart' | 'on' | 'off';
  /** Ids of all machines it holds. */
  readonly vms: readonly string[];
  /** Ids of the group's hosts. */
  readonly hosts: ReadonlySet<string>;
}

/** Where a machine runs, or is going to; undefined for one that does neither. */
export type Whereabouts = (vm: string) => string | undefined;

const NOWHERE: ReadonlySet<string> = new Set();

function idsIn(list: readonly { readonly value: string }[] | undefined): string[] {
  return (list ?? []).map((ref) => ref.value);
}

/** The enabled rule as a tie; undefined for those that tie nobody to a place. */
export function tieOf(rule: ClusterRuleInfo, groups: readonly ClusterGroupInfo[]): Tie | undefined {
  if (rule.enabled === false) return undefined;
  const mandatory = rule.mandatory === true;
  if (rule._typeName === 'ClusterAffinityRuleSpec' || rule._typeName === 'ClusterAntiAffinityRuleSpec') {
    const sort = rule._typeName === 'ClusterAffinityRuleSpec' ? 'together' : 'apart';
    return { rule, mandatory, sort, vms: idsIn((rule as ClusterAffinityRuleSpec).vm), hosts: NOWHERE };
  }
  if (rule._typeName !== 'ClusterVmHostRuleInfo') return undefined;
  const { vmGroupName, affineHostGroupName, antiAffineHostGroupName } = rule as ClusterVmHostRuleInfo;
  const name = affineHostGroupName ?? antiAffineHostGroupName;
  const group = groups.find((g) => g.name === name) as ClusterHostGroup | undefined;
  const vms = (groups.find((g) => g.name === vmGroupName) as ClusterVmGroup | undefined)?.vm;
  if (!group || !vms) return undefined;
  const sort = affineHostGroupName === undefined ? 'off' : 'on';
  return { rule, mandatory, sort, vms: idsIn(vms), hosts: new Set(idsIn(group.host)) };
}

/** All enabled rules of a cluster that tie machines to places. */
export function tiesOf(cluster: Cell<Cluster>): Tie[] {
  const { rules } = cluster.state;
  return (rules?.rule ?? []).flatMap((rule) => tieOf(rule, rules!.group) ?? []);
}

/** The rules of a host's cluster that hold a machine. */
export function tiesFor(vm: string | undefined, host: Cell<Host>): readonly Tie[] {
  const cell = vm === undefined ? undefined : host.world.find(vm);
  if (!cell || cell.countBack('ruledBy') === 0) return [];
  const cluster = host.one<Cluster>('compute');
  if (!cluster?.state.rules) return [];
  return tiesOf(cluster).filter((tie) => tie.vms.includes(vm!));
}

/** Where machines run now. */
export function runningIn(world: World): Whereabouts {
  return (id) => {
    const vm = world.find(id) as Cell<Machine> | undefined;
    return vm?.state.power?.state === 'poweredOn' ? vm.state.place.host : undefined;
  };
}

/** The same; what is on a host that is being emptied is nowhere yet: no machine is kept with it or away from it there. */
export function settledIn(world: World): Whereabouts {
  const known = runningIn(world);
  return (id) => {
    const host = known(id);
    const cell = host === undefined ? undefined : (world.find(host) as Cell<Host> | undefined);
    return cell?.state.runtime.leaving ? undefined : host;
  };
}

/** Whether the machine on that host would break the rule. */
export function breaks(tie: Tie, vm: string, host: string, where: Whereabouts): boolean {
  if (tie.sort === 'on') return !tie.hosts.has(host);
  if (tie.sort === 'off') return tie.hosts.has(host);
  for (const other of tie.vms) {
    if (other === vm) continue;
    const there = where(other);
    if (there !== undefined && (there === host) === (tie.sort === 'apart')) return true;
  }
  return false;
}

/** What DRS itself does not break to place a machine: what is mandatory, and machines that are to stay apart. */
export function bindsDrs({ mandatory, sort }: Tie): boolean {
  return mandatory || sort === 'apart';
}

/** The fault that names a broken rule. */
export function ruleFault(tie: Tie, vm: Cell<Machine>, host: Cell<Host>): VimFault {
  if (tie.sort === 'together' || tie.sort === 'apart') {
    return new VimFault('RuleViolation', { host: host.ref, rule: tie.rule });
  }
  return new VimFault('VmHostAffinityRuleViolation', { vmName: vm.state.name, hostName: host.state.name });
}
