/** Datastores that answer slowly, and the work that waits for them. */
import type { Cell } from '../../world/cell.ts';
import type { TaskFacets } from '../../world/task.ts';
import type { World } from '../../world/world.ts';
import { sayById } from '../compute/ha/said.ts';
import { type Host, hostKind } from '../compute/host/host.ts';
import type { Site } from '../site.ts';
import { type Datastore, isReached, type Slowness } from './datastore.ts';

const USUAL = 900;

export function slowDown(site: Site, store: Cell<Datastore>, slow: Slowness): void {
  site.world.turn(() => {
    const before = store.state.slow;
    site.world.update(store, { slow: Object.freeze(slow) });
    if (!before) tell(site, store, 'esx.problem.scsi.device.io.latency.high', slow);
  });
}

export function speedUp(site: Site, store: Cell<Datastore>): void {
  const { slow } = store.state;
  if (!slow) return;
  site.world.turn(() => {
    site.world.update(store, { slow: undefined });
    tell(site, store, 'esx.clear.scsi.device.io.latency.improved', slow);
  });
}

/** Milliseconds that a task takes longer: those of the slowest of the datastores it works on. */
export function delayOf(world: World, task: Cell<TaskFacets>): number {
  const slow = world.lookup.get('slowDatastore', 'slow') as unknown as ReadonlySet<Cell<Datastore>>;
  if (slow.size === 0) return 0;
  const { target, entity, args } = task.state.request;
  let delay = 0;
  for (const store of slow) {
    const near = [target.value, entity?.value].some((id) => id !== undefined && isOn(world, id, store));
    if (near || names(args, store)) delay = Math.max(delay, store.state.slow?.delay ?? 0);
  }
  return delay;
}

function isOn(world: World, id: string, store: Cell<Datastore>): boolean {
  const cell = world.find(id);
  if (!cell || cell.id === store.id) return cell !== undefined;
  return cell.kind.relationByName.has('datastore') && cell.all('datastore').some((other) => other.id === store.id);
}

/** Whether plain data speaks of a datastore, by reference or in the path of a file. */
function names(value: unknown, store: Cell<Datastore>, depth = 8): boolean {
  if (typeof value === 'string') return value === store.id || value.startsWith(`[${store.state.name}]`);
  if (typeof value !== 'object' || value === null || depth === 0) return false;
  return Object.values(value).some((part) => names(part, store, depth - 1));
}

function tell(site: Site, store: Cell<Datastore>, id: string, { delay }: Slowness): void {
  for (const mount of store.state.mounts) {
    const host: Cell<Host> | undefined = site.world.as(hostKind, mount.host);
    if (!host || !isReached(mount) || host.state.runtime.connection !== 'connected') continue;
    const words = { '1': store.state.volume.uuid, '2': String(USUAL), '3': String(Math.round(delay * 1_000)) };
    sayById(site, host as unknown as Cell, id, words);
  }
}
