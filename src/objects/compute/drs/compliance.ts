/** Rules that are broken, and kept again: each is told once, machine by machine. */
import type { Cell } from '../../../world/cell.ts';
import { post } from '../../history/post.ts';
import type { Machine } from '../../machine/machine.ts';
import type { Site } from '../../site.ts';
import type { Cluster } from '../cluster/cluster-config.ts';
import { offenders } from '../cluster/living-rules.ts';
import { tiesOf } from './rules.ts';

/** Inside a turn. */
export function tellCompliance(site: Site, cluster: Cell<Cluster>): void {
  const before = new Set(cluster.state.drsTold ?? []);
  const broken = new Map<string, string>();
  for (const tie of tiesOf(cluster)) {
    const soft = !tie.mandatory && (tie.sort === 'on' || tie.sort === 'off');
    for (const vm of offenders(cluster, tie)) {
      broken.set(`${tie.rule.key}/${vm}`, soft ? 'DrsSoftRuleViolationEvent' : 'DrsRuleViolationEvent');
    }
  }
  for (const [id, event] of broken) if (!before.has(id)) tell(site, id, event);
  for (const id of before) if (!broken.has(id)) tell(site, id, 'DrsRuleComplianceEvent');
  if (before.size === broken.size && [...before].every((id) => broken.has(id))) return;
  site.world.update(cluster, { drsTold: broken.size > 0 ? Object.freeze([...broken.keys()]) : undefined });
}

function tell(site: Site, id: string, event: string): void {
  const vm = site.world.find(id.slice(id.indexOf('/') + 1)) as unknown as Cell<Machine> | undefined;
  if (vm) post(site, '', event, { template: vm.state.config.template ?? false }, { entity: vm as unknown as Cell });
}
