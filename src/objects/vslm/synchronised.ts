/** How far the catalogue follows each datastore: it is the same world, so it is never behind. */
import type { VslmDatastoreSyncStatus } from '../../vim25/generated-vslm/index.ts';
import type { Ref } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import { VimFault } from '../../world/fault.ts';
import type { Call } from '../call.ts';
import { type Datastore, datastoreKind } from '../storage/datastore.ts';
import type { FirstClassDisk } from '../storage/first-class/first-class-disk.ts';

/** `ds:///vmfs/volumes/.../` of a datastore. */
export function urlOf({ world }: Call, { value }: Ref): string {
  const summary = world.as(datastoreKind, value)?.get('summary') as { readonly url: string } | undefined;
  return summary?.url ?? '';
}

/** The datastore of a URL. Throws NotFound when there is none that the caller sees. */
export function storeByUrl(call: Call, url: string): Cell<Datastore> {
  const found = storesSeen(call).find((store) => bare(urlOf(call, store.ref)) === bare(url));
  if (!found) throw new VimFault('NotFound');
  return found;
}

function bare(url: string): string {
  return url.replace(/\/+$/, '');
}

function storesSeen(call: Call): Cell<Datastore>[] {
  return [...call.world.every(datastoreKind)].filter((store) => call.viewer.can(store as never, 'System.View'));
}

/** Of one datastore, or of all. */
export function catalogueStatus(call: Call, only?: Cell<Datastore>): VslmDatastoreSyncStatus[] {
  return (only ? [only] : storesSeen(call)).map((store) => {
    const clock = clockOf(store);
    return { datastoreURL: urlOf(call, store.ref), objectVClock: clock, syncVClock: clock, numberOfRetries: 0 };
  });
}

/** What happened to the disks of a datastore, counted. */
function clockOf(store: Cell<Datastore>): number {
  let sum = 0;
  for (const { state } of store.back<FirstClassDisk>('firstClassDisk')) sum += state.vclock;
  return sum;
}
