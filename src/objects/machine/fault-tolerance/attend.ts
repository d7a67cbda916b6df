/**
 * A pair is looked at after whatever happened to one of its machines: how it stands is told, and a primary that runs
 * without its secondary is given it back. What is to be done follows from the facts alone; so the load model's tick, which
 * looks at all pairs, finds whatever an image left undone.
 */
import type { DataObject, Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import type { TaskFacets } from '../../../world/task.ts';
import { isBusy } from '../../inventory/managed-entity.ts';
import type { Site } from '../../site.ts';
import type { Machine } from '../machine.ts';
import { say, tellState } from './pair-events.ts';
import { hostForSecondary } from './secondary-host.ts';
import { pairOf, toleranceState } from './tolerance.ts';

type Vm = Cell<Machine>;

/** On whose behalf a secondary is started; the system's own unless said. */
export interface StartOrder {
  readonly host?: Ref | undefined;
  readonly user?: string | undefined;
  readonly opId?: string | undefined;
  readonly parentKey?: string | undefined;
  readonly reason?: DataObject | undefined;
}

/** Has the pair of a machine looked at as soon as what happens now is over. */
export function attend(site: Site, vm: string): void {
  site.clock.at(site.clock.now(), () => {
    const cell = site.world.find(vm);
    if (cell?.is('VirtualMachine')) look(site, cell as unknown as Vm);
  });
}

/** Once a tick of the load model. */
export function reviewPairs(site: Site): void {
  for (const cell of [...site.world.lookup.get('pair', 'primary')]) look(site, cell as unknown as Vm);
}

function look(site: Site, vm: Vm): void {
  const pair = pairOf(vm);
  if (!pair) return;
  site.world.turn(() => {
    tellState({ site }, pair.primary);
    startSecondary(site, pair.primary);
  });
}

/**
 * Queues the start of a secondary that its primary lacks, inside a turn. Gives the task; the fault that keeps it from
 * being started; or undefined where there is nothing to start, or where it is being seen to.
 */
export function startSecondary(
  site: Site,
  primary: Vm,
  order: StartOrder = {},
): Cell<TaskFacets> | VimFault | undefined {
  const secondary = pairOf(primary)?.secondary;
  if (!secondary || toleranceState(primary) !== 'needSecondary') return undefined;
  if (isBusy(secondary as unknown as Cell) || secondary.state.lost) return undefined;
  if (!order.host) {
    try {
      hostForSecondary({ primary, secondary: secondary.state, id: secondary.id, starts: true });
    } catch (error) {
      if (!(error instanceof VimFault)) throw error;
      strand(site, primary);
      return error;
    }
  }
  return site.tasks.start({
    verb: 'VirtualMachine.startSecondary',
    name: undefined,
    entity: secondary.ref,
    entityName: secondary.state.name,
    target: secondary.ref,
    args: order.host ? { host: order.host } : {},
    reason: order.reason ?? { _typeName: 'TaskReasonSystem' },
    user: order.user ?? '',
    opId: order.opId ?? '',
    parentKey: order.parentKey,
  });
}

/** Says once that no host can have the secondary. */
function strand(site: Site, primary: Vm): void {
  const { tolerance } = primary.state;
  if (!tolerance || tolerance.stranded) return;
  site.world.update(primary, { tolerance: Object.freeze({ ...tolerance, stranded: true }) });
  say({ site }, primary, 'VmNoCompatibleHostForSecondaryEvent');
}
