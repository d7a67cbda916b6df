/** HostDatastoreBrowser: looks into datastores; of one of them, of a host's or of a compute resource's. */
import type { HostDatastoreBrowserSearchSpec } from '../../vim25/generated/index.ts';
import { box } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import { VimFault } from '../../world/fault.ts';
import { defineKind, type KindSpec } from '../../world/kind.ts';
import type { Verb } from '../../world/tasks.ts';
import { resolve } from '../call.ts';
import { type ManagedObject, managedObject, verb } from '../managed-object.ts';
import type { Site } from '../site.ts';
import { browserId, type Datastore, type Mount, reachedMounts } from './datastore.ts';
import { type Place, placeAmong } from './datastore-place.ts';
import { deleteAt } from './file-manager.ts';
import { guardSpec, searched, searchedBelow } from './file-search.ts';

/** One of the three ids is there. */
export interface DatastoreBrowser {
  readonly datastore?: string | undefined;
  readonly host?: string | undefined;
  readonly compute?: string | undefined;
}

export const datastoreBrowserKind: KindSpec<DatastoreBrowser> = defineKind<DatastoreBrowser>({
  type: 'HostDatastoreBrowser',
  prefix: 'datastoreBrowser',
  relations: {
    datastore: { facet: 'datastore', to: 'Datastore', of: (s) => s.datastore, inverse: 'browser' },
    host: { facet: 'host', to: 'HostSystem', of: (s) => s.host, inverse: 'datastoreBrowser' },
    compute: { facet: 'compute', to: 'ComputeResource', of: (s) => s.compute, inverse: 'datastoreBrowser' },
  },
  properties: {
    datastore: {
      reads: ['datastore', 'host.datastore', 'compute.host', 'compute.host.datastore'],
      value: (_, self) => storesOf(self).map((store) => store.ref),
    },
    supportedType: {
      reads: [],
      value: () => SUPPORTED.map((_typeName) => ({ _typeName })),
    },
  },
});

const SUPPORTED = [
  'VmConfigFileQuery',
  'TemplateConfigFileQuery',
  'VmDiskFileQuery',
  'FolderFileQuery',
  'VmSnapshotFileQuery',
  'IsoImageFileQuery',
  'FloppyImageFileQuery',
  'VmNvramFileQuery',
  'VmLogFileQuery',
] as const;

function storesOf(self: Cell<DatastoreBrowser>): Cell<Datastore>[] {
  const hosts = [...self.all('host'), ...self.all('compute').flatMap((c) => [...c.back('host')])];
  const found = new Set(self.all<Datastore>('datastore'));
  for (const host of hosts) for (const store of host.back<Datastore>('datastore')) found.add(store);
  return [...found];
}

/** Adds the browser of an entity, inside a turn. */
export function createBrowser(site: Site, of: DatastoreBrowser): void {
  site.world.create(datastoreBrowserKind, of, browserId((of.datastore ?? of.host ?? of.compute)!));
}

/** Throws InaccessibleDatastore: a host's browser looks through the mount of its host. */
function guardSeen({ state }: Cell<DatastoreBrowser>, { store }: Place): void {
  const isOwn = (mount: Mount) => state.host === undefined || mount.host === state.host;
  if (reachedMounts(store).some(isOwn)) return;
  throw new VimFault('InaccessibleDatastore', { datastore: store.ref, name: store.state.name });
}

interface Search {
  readonly datastorePath: string;
  readonly searchSpec?: HostDatastoreBrowserSearchSpec | undefined;
}

/** A search takes as long as it takes, and tells what is there when it ends. */
function searchVerb(name: string, search: (place: Place, spec: Search['searchSpec']) => unknown): Verb<Site, never> {
  return verb<Search>({
    name,
    descriptionId: name,
    exclusive: false,
    steps: {
      begin({ site, args }) {
        guardSpec(args.searchSpec);
        return { next: 'finish', after: site.latency.duration(name) };
      },
      finish({ site, request, args }) {
        const browser = resolve(site, datastoreBrowserKind, request.target);
        const place = placeAmong(storesOf(browser), args.datastorePath);
        guardSeen(browser, place);
        site.shown?.look(place.store);
        return { done: true, result: search(place, args.searchSpec) };
      },
    },
  });
}

const searchHere = searchVerb('host.DatastoreBrowser.search', searched);
const searchBelow = searchVerb('host.DatastoreBrowser.searchSubFolders', (place, spec) =>
  box('ArrayOfHostDatastoreBrowserSearchResults', searchedBelow(place, spec)),
);

export const datastoreBrowser: ManagedObject = managedObject(
  'HostDatastoreBrowser',
  datastoreBrowserKind,
  {
    SearchDatastore_Task: (call, self, args) => call.startTask(searchHere.name, self as never, { ...args }),
    SearchDatastoreSubFolders_Task: (call, self, args) => call.startTask(searchBelow.name, self as never, { ...args }),

    /** The old way to delete a file; the FileManager does the same. */
    DeleteFile(call, self, { datastorePath }) {
      const place = placeAmong(storesOf(self), datastorePath);
      guardSeen(self, place);
      call.turn(() => deleteAt(call.site, place, call));
    },
  },
  [searchHere, searchBelow],
);
