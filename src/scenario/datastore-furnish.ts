/** Puts the datastores of a scenario into the world. Inside a turn. */
import { fitsName } from '../kernel/glob.ts';
import { type Host, hostKind } from '../objects/compute/host/host.ts';
import type { Datacenter } from '../objects/inventory/datacenter.ts';
import { childNamed } from '../objects/inventory/managed-entity.ts';
import { datacenterOf } from '../objects/inventory/place.ts';
import type { Site } from '../objects/site.ts';
import { createDatastore, nasVolume, vmfsVolume } from '../objects/storage/create-datastore.ts';
import { type Datastore, freeSpace, type Mount } from '../objects/storage/datastore.ts';
import { createPod } from '../objects/storage/storage-pod.ts';
import type { Volume } from '../objects/storage/volume.ts';
import type { Cell } from '../world/cell.ts';
import type { DatastoreSaid } from './datastore-shape.ts';
import { entityAt } from './entity-at.ts';
import { furnishFiles } from './file-furnish.ts';
import type { Path } from './scenario-error.ts';
import { bytesOf } from './size.ts';
import { foldersBelow } from './tree-ground.ts';

type Fail = (word: Path, message: string) => Error;

const CAPACITY = 4 * 2 ** 40;

/** `resolve` makes an absolute path of one that is relative to the scenario. */
export function furnishDatastore(site: Site, said: DatastoreSaid, resolve: (file: string) => string, fail: Fail): void {
  const datacenter = datacenterFor(site, said, fail);
  const there = [...datacenter.back<Datastore>('datastore')].find(({ state }) => state.name === said.name);
  const store = there ?? added(site, datacenter, said, fail);
  if (there) change(site, there, datacenter, said, fail);
  const { used, maintenance } = said;
  const before = freeSpace(store) + store.state.files.bytes;
  if (used !== undefined && bytesOf(used) > before) throw fail(['used'], `no more than ${before} bytes are free`);
  if (maintenance && store.countBack('vm') > 0) throw fail(['maintenance'], `VMs stand on '${said.name}'`);
  site.world.update(store, {
    ...(used !== undefined && { files: Object.freeze({ bytes: bytesOf(used) }) }),
    ...(maintenance && { maintenance }),
  });
  furnishFiles(site, store, said.files, resolve, fail);
}

function datacenterFor(site: Site, { datacenter: path }: DatastoreSaid, fail: Fail): Cell<Datacenter> {
  const found = path === undefined ? [...site.world.ofType('Datacenter')][0] : entityAt(site, path);
  if (!found) throw fail(['datacenter'], path === undefined ? 'there is no datacenter' : `nothing stands at '${path}'`);
  if (!found.is('Datacenter')) throw fail(['datacenter'], `'${path}' is no datacenter`);
  return found as unknown as Cell<Datacenter>;
}

function added(site: Site, datacenter: Cell<Datacenter>, said: DatastoreSaid, fail: Fail): Cell<Datastore> {
  const { name } = said;
  const mounts = mountsOf(site, datacenter, said, fail);
  const volume = volumeOf(site, said, bytesOf(said.capacity) ?? CAPACITY, mounts.length === 1);
  const parent = parentFor(site, datacenter, said, fail);
  const id = site.flavour === 'esx' ? volume.uuid : undefined;
  return createDatastore(site, { name, datacenter: datacenter.id, parent, volume, mounts }, id);
}

/** The pod or the folder that is named, made if it is not there. */
function parentFor(site: Site, datacenter: Cell<Datacenter>, { folder, pod }: DatastoreSaid, fail: Fail): string {
  const top = datacenter.state.folders.datastore;
  const within = folder === undefined ? top : foldersBelow(site, 's', top, folder, (why) => fail(['folder'], why));
  if (pod === undefined) return within;
  const there = childNamed(site.world.find(within)!, pod);
  if (there && !there.is('StoragePod')) throw fail(['pod'], `'${pod}' is no datastore cluster`);
  return (there ?? createPod(site, pod, within)).id;
}

function change(
  site: Site,
  store: Cell<Datastore>,
  datacenter: Cell<Datacenter>,
  said: DatastoreSaid,
  fail: Fail,
): void {
  const { volume, mounts } = store.state;
  const capacity = bytesOf(said.capacity) ?? volume.capacity;
  const isOther = said.type !== undefined && said.type !== volume.type;
  const taken = volume.capacity - freeSpace(store);
  if (capacity < taken) throw fail(['capacity'], `${taken} bytes are taken on '${said.name}'`);
  const isMounted = said.hosts !== undefined || said.readOnly !== undefined;
  site.world.update(store, {
    volume: Object.freeze(isOther ? volumeOf(site, said, capacity, volume.local) : { ...volume, capacity }),
    mounts: isMounted ? mountsOf(site, datacenter, said, fail) : mounts,
  });
}

function mountsOf(
  site: Site,
  datacenter: Cell<Datacenter>,
  { hosts = '*', readOnly }: DatastoreSaid,
  fail: Fail,
): readonly Mount[] {
  const found: Mount[] = [];
  for (const host of site.world.every<Host>(hostKind)) {
    if (!fitsName(hosts, host.state.name) || datacenterOf(host as unknown as Cell)?.id !== datacenter.id) continue;
    found.push(Object.freeze({ host: host.id, ...(readOnly && { accessMode: 'readOnly' as const }) }));
  }
  if (found.length === 0) throw fail(['hosts'], `no host is named '${hosts}'`);
  return Object.freeze(found);
}

function volumeOf(
  site: Site,
  { name, datacenter = '', type = 'VMFS', remote }: DatastoreSaid,
  capacity: number,
  local: boolean,
): Volume {
  if (type === 'VMFS') return vmfsVolume(site, `scenario/${datacenter}/${name}`, capacity, local);
  if (type === 'NFS' || type === 'NFS41') {
    const [host, path] = (remote ?? `filer.example:/${name}`).split(/:(.*)/s) as [string, string];
    return nasVolume(site, { host, path }, type, capacity);
  }
  const id = site.ids.uuid(`${type}/${datacenter}/${name}`).replace(/-/g, '');
  const uuid = `${type === 'vsan' ? 'vsan' : 'vvol'}:${id.slice(0, 16)}-${id.slice(16)}`;
  return { type, uuid, capacity, local: false, disk: '' };
}
