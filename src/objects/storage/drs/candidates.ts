/** Which datastores of a pod a machine may be put on. */
import type { Cell } from '../../../world/cell.ts';
import type { Host } from '../../compute/host/host.ts';
import { type Datastore, isReached } from '../datastore.ts';
import type { StoragePod } from '../storage-pod.ts';
import { machinesApart } from './settings.ts';

/** Those in order of their ids that are not in maintenance and that one of the hosts reaches and writes to. */
export function candidates(pod: Cell<StoragePod>, hosts: readonly Cell<Host>[]): Cell<Datastore>[] {
  const ids = new Set(hosts.map((host) => host.id));
  return datastoresOfPod(pod).filter(
    ({ state }) =>
      state.maintenance !== true &&
      state.mounts.some((m) => ids.has(m.host) && isReached(m) && m.accessMode !== 'readOnly'),
  );
}

export function datastoresOfPod(pod: Cell<StoragePod>): Cell<Datastore>[] {
  return [...pod.back<Datastore>('datastore')].sort((a, b) => numberOf(a.id) - numberOf(b.id));
}

/** Datastores that machines from which this one is to be kept apart stand on, or are bound for. */
export function forbidden(
  pod: Cell<StoragePod>,
  vm: string,
  bound: (id: string) => readonly Cell<Datastore>[] = () => [],
): ReadonlySet<string> {
  const others = machinesApart(pod.state.drs).flatMap((set) => (set.includes(vm) ? set.filter((id) => id !== vm) : []));
  const stores = others.flatMap((id) => [...(pod.world.find(id)?.all('datastore') ?? []), ...bound(id)]);
  return new Set(stores.map((d) => d.id));
}

function numberOf(id: string): number {
  return Number(id.replace(/^\D+/, ''));
}
