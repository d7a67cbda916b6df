/** Migrations that nobody asked for by hand: DRS takes a machine to another host of its cluster. */
import type { DataObject } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import type { TaskFacets } from '../../../world/task.ts';
import type { Verb } from '../../../world/tasks.ts';
import type { Host } from '../../compute/host/host.ts';
import type { Site } from '../../site.ts';
import type { Machine } from '../machine.ts';
import { movingVerb } from './relocate-work.ts';

/** On whose behalf a machine is moved. */
export interface DrsOrder {
  /** '' for DRS itself, which is what its events then name. */
  readonly user?: string | undefined;
  readonly opId?: string | undefined;
  /** Key of the task that it is part of: entering maintenance, applying a recommendation. */
  readonly parentKey?: string | undefined;
  /** A TaskReason; the system's own unless said. */
  readonly reason?: DataObject | undefined;
}

/** Its task is what clients see of a migration by DRS. */
const NAME = 'Drm.ExecuteVMotionLRO';

/**
 * Starts the task that takes a machine to a host of its cluster as DRS does: VmBeingHotMigratedEvent, progress,
 * DrsVmMigratedEvent; VmMigratedEvent for one that does not run. It obeys whatever a migration obeys, and its task fails
 * with the fault that refuses it. Throws TaskInProgress while other work holds the machine. Works in a turn or outside.
 *
 * @example const task = startDrsMigration(site, vm, host, { user: request.user, parentKey: step.task.id });
 */
export function startDrsMigration(
  site: Site,
  vm: Cell<Machine>,
  host: Cell<Host>,
  { user = '', opId = '', parentKey, reason = { _typeName: 'TaskReasonSystem' } }: DrsOrder = {},
): Cell<TaskFacets> {
  return site.world.turn(() =>
    site.tasks.start({
      verb: NAME,
      name: undefined,
      entity: vm.ref,
      entityName: vm.state.name,
      target: vm.ref,
      args: { spec: { host: host.ref } },
      reason,
      user,
      opId,
      parentKey,
    }),
  );
}

export const drsMigrationVerb: Verb<Site, never> = movingVerb({
  name: NAME,
  takes: 'VirtualMachine.migrate',
  byDrs: true,
});
