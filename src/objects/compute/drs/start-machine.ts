/** DRS starts a machine on the host it chose. */
import type { DataObject } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import type { TaskFacets } from '../../../world/task.ts';
import type { Machine } from '../../machine/machine.ts';
import type { Site } from '../../site.ts';
import type { Cluster } from '../cluster/cluster-config.ts';
import type { Host } from '../host/host.ts';
import { noteAction, placementAction } from './history.ts';

export interface StartOrder {
  readonly user: string;
  readonly opId: string;
  readonly parentKey?: string | undefined;
  readonly reason: DataObject;
}

/** Queues the power-on, inside a turn; without a host the machine starts where it stands, and DRS has no part in it. */
export function startMachine(
  site: Site,
  vm: Cell<Machine>,
  host: Cell<Host> | undefined,
  { user, opId, parentKey, reason }: StartOrder,
): Cell<TaskFacets> {
  const task = site.tasks.start({
    verb: 'VirtualMachine.powerOn',
    name: 'PowerOnVM_Task',
    entity: vm.ref,
    entityName: vm.state.name,
    target: vm.ref,
    args: host ? { host: host.ref } : {},
    reason,
    user,
    opId,
    parentKey,
  });
  const cluster = host?.one<Cluster>('compute');
  if (host && cluster) noteAction(site, cluster, placementAction(vm.ref, host.ref));
  return task;
}
