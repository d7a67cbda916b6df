/** Copies of VMFS volumes resolved: each a volume of its own under another uuid, or the same one once more. */
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import { eventArgument } from '../../history/event-argument.ts';
import { post } from '../../history/post.ts';
import type { Datacenter } from '../../inventory/datacenter.ts';
import type { Site } from '../../site.ts';
import type { Datastore } from '../../storage/datastore.ts';
import type { Volume } from '../../storage/volume.ts';
import { resolvedCopy, writtenTexts } from '../../storage/volume-copy.ts';
import type { Host } from '../host/host.ts';
import { type Copy, copyOn, original } from './copies-seen.ts';
import { hostRefuses } from './known.ts';

export type Way = 'resignature' | 'forceMount';

/** Throws VmfsAlreadyMounted where the volume itself is there. */
function guardWay(copy: Copy, way: Way): void {
  const { uuid } = copy.state.volume;
  if (way === 'forceMount' && original(copy)) throw new VimFault('VmfsAlreadyMounted', { uuid });
}

/** A volume of its own gets another uuid, and a name that tells what it was. */
function volumeAs(site: Site, copy: Copy, way: Way): { readonly name: string; readonly volume: Volume } {
  const { volume, of } = copy.state;
  const said = volume.vmfs;
  if (way === 'forceMount')
    return {
      name: free(copy, of.label),
      volume: { ...volume, vmfs: Object.freeze({ ...said, forced: true as const }) },
    };
  const [a, b, c, d, e] = site.ids.uuid(`resignature/${copy.id}`).split('-') as [
    string,
    string,
    string,
    string,
    string,
  ];
  const copyOf = Object.freeze({ uuid: volume.uuid, datastore: of.datastore });
  return {
    name: free(copy, `snap-${e.slice(0, 8)}-${of.label}`),
    volume: { ...volume, uuid: `${a}-${b}${c}-${d}-${e}`, vmfs: Object.freeze({ ...said, copyOf }) },
  };
}

function free({ world, state }: Copy, name: string): string {
  const taken = new Set(
    Array.from(world.find(state.of.datacenter)?.back<Datastore>('datastore') ?? [], (store) => store.state.name),
  );
  for (let n = 0; ; n++) {
    const next = n === 0 ? name : `${name} (${n})`;
    if (!taken.has(next)) return next;
  }
}

export interface Asked {
  readonly site: Site;
  readonly user: string;
  readonly chainId?: number | undefined;
}

/** Reads what has to be read first; what it returns makes the datastore, inside a turn, after the same guards. */
export async function resolution(by: Asked, host: Cell<Host>, paths: readonly string[], way: Way) {
  const { site, user, chainId } = by;
  const before = copyOn(host, paths);
  guardWay(before, way);
  const texts = await writtenTexts(site, before);
  const drop = () => {
    for (const extent of texts.values()) site.spool.drop(extent);
  };
  return (): Cell<Datastore> => {
    try {
      const copy = copyOn(host, paths);
      guardWay(copy, way);
      const datacenter = site.world.find(copy.state.of.datacenter) as Cell<Datacenter> | undefined;
      if (!datacenter) hostRefuses('The datacenter of the volume is gone.');
      const parent = datacenter.state.folders.datastore;
      const store = resolvedCopy(site, copy, { ...volumeAs(site, copy, way), parent, texts });
      const about = eventArgument(store as unknown as Cell);
      for (const { host: id } of store.state.mounts) {
        const entity = site.world.find(id);
        if (entity)
          post(site, user, 'DatastoreDiscoveredEvent', { datastore: about }, { entity, ...(chainId && { chainId }) });
      }
      return store;
    } catch (error) {
      drop();
      throw error;
    }
  };
}
