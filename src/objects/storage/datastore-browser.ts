/** HostDatastoreBrowser: looks into datastores; of one of them, of a host's or of a compute resource's. */

import type { Ref } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import { defineKind, type KindSpec } from '../../world/kind.ts';
import { type ManagedObject, managedObject } from '../managed-object.ts';
import type { Site } from '../site.ts';
import { browserId } from './datastore.ts';

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
      value: (_, self) => browsed(self),
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

function browsed(self: Cell<DatastoreBrowser>): Ref[] {
  const hosts = [...self.all('host'), ...self.all('compute').flatMap((c) => [...c.back('host')])];
  const found = new Set(self.all('datastore').map((d) => d.ref));
  for (const host of hosts) for (const ref of host.refsBack('datastore')) found.add(ref);
  return [...found];
}

/** Adds the browser of an entity, inside a turn. */
export function createBrowser(site: Site, of: DatastoreBrowser): void {
  site.world.create(datastoreBrowserKind, of, browserId((of.datastore ?? of.host ?? of.compute)!));
}

export const datastoreBrowser: ManagedObject = managedObject('HostDatastoreBrowser', datastoreBrowserKind);
