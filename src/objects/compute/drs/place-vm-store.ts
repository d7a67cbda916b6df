/** The datastore of a placement. */
import type { PlacementSpec } from '../../../vim25/generated/index.ts';
import type { Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { resolve } from '../../call.ts';
import { datastoresOf } from '../../machine/files.ts';
import type { Site } from '../../site.ts';
import { type Datastore, datastoreKind, isReached } from '../../storage/datastore.ts';
import { datastoresOfPod } from '../../storage/drs/candidates.ts';
import { weighed } from '../../storage/drs/score.ts';
import { podConfig } from '../../storage/drs/settings.ts';
import { storagePodKind } from '../../storage/storage-pod.ts';
import type { Host } from '../host/host.ts';
import type { Asked } from './place-vm-asked.ts';

/** The best datastore for the machine on that host; undefined where its files may stay, null where none will do. */
export function storeFor(site: Site, spec: PlacementSpec, asked: Asked, host: Cell<Host>): Ref | undefined | null {
  const { vm, stays, bytes, location } = asked;
  const given = named(site, spec);
  if (given.length === 0 && location?.datastore) given.push(resolve(site, datastoreKind, location.datastore));
  const own = vm && stays ? datastoresOf(vm.state).map((id) => resolve(site, datastoreKind, idRef(id))) : [];
  if (own.length > 0 && given.length === 0 && own.every((d) => isOn(d, host))) return undefined;
  const choice = (given.length > 0 ? given : [...host.back<Datastore>('datastore')]).filter((d) => isOn(d, host));
  const [best] = weighed(choice, bytes, podSettings(site, spec));
  return best ? best.datastore.ref : null;
}

function idRef(value: string): Ref {
  return { type: 'Datastore', value };
}

/** The datastores a request names, those of its pods among them. */
function named(site: Site, { datastores, storagePods }: PlacementSpec): Cell<Datastore>[] {
  const single = (datastores ?? []).map((ref) => resolve(site, datastoreKind, ref));
  const pods = (storagePods ?? []).flatMap((ref) => datastoresOfPod(resolve(site, storagePodKind, ref)));
  return [...new Set([...single, ...pods])];
}

function podSettings(site: Site, { storagePods }: PlacementSpec) {
  const [pod] = storagePods ?? [];
  return pod && podConfig(resolve(site, storagePodKind, pod).state.drs).spaceLoadBalanceConfig;
}

/** Whether the host reads and writes it, and it takes machines. */
function isOn({ state }: Cell<Datastore>, host: Cell<Host>): boolean {
  if (state.maintenance === true) return false;
  return state.mounts.some((m) => m.host === host.id && isReached(m) && m.accessMode !== 'readOnly');
}
