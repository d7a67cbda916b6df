/** Datacenter: four folders, and everything that hangs below them. */
import { type Ref, ref } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import { defineKind, type KindSpec } from '../../world/kind.ts';
import { type ManagedObject, managedObject } from '../managed-object.ts';
import type { Site } from '../site.ts';
import { createFolder } from './folder.ts';
import { type Entity, managedEntity } from './managed-entity.ts';
import { said } from './said.ts';
import { shortWork } from './short-work.ts';

export interface Datacenter extends Entity {
  /** Ids of the four folders every datacenter has. */
  readonly folders: {
    readonly vm: string;
    readonly host: string;
    readonly datastore: string;
    readonly network: string;
  };
  readonly hardwareVersions?: HardwareVersions | undefined;
}

interface HardwareVersions {
  readonly defaultHardwareVersionKey?: string | undefined;
  readonly maximumHardwareVersionKey?: string | undefined;
}

const folder = (id: string): Ref => ref('Folder', id);

export const datacenterKind: KindSpec<Datacenter> = defineKind<Datacenter>({
  type: 'Datacenter',
  base: managedEntity as never,
  prefix: 'datacenter',
  properties: {
    vmFolder: { reads: ['folders'], value: (s) => folder(s.folders.vm) },
    hostFolder: { reads: ['folders'], value: (s) => folder(s.folders.host) },
    datastoreFolder: { reads: ['folders'], value: (s) => folder(s.folders.datastore) },
    networkFolder: { reads: ['folders'], value: (s) => folder(s.folders.network) },
    datastore: { reads: ['datastore'], value: (_, self) => self.refsBack('datastore') },
    network: { reads: ['network'], value: (_, self) => self.refsBack('network') },
    configuration: { reads: ['hardwareVersions'], value: (s) => ({ ...s.hardwareVersions }) },
  },
});

/** Adds a datacenter and its four folders, inside a turn. */
export function createDatacenter(site: Site, name: string, parent: string): Cell<Datacenter> {
  const { world } = site;
  const id = world.numbers.id('datacenter');
  const under = (role: 'v' | 'h' | 's' | 'n', called: string) => createFolder(site, role, called, id).id;
  const folders = Object.freeze({
    vm: under('v', 'vm'),
    host: under('h', 'host'),
    datastore: under('s', 'datastore'),
    network: under('n', 'network'),
  });
  return world.create(datacenterKind, { name, parent, folders }, id);
}

interface Reconfigure {
  readonly spec: HardwareVersions;
  readonly modify: boolean;
}

const reconfigure = shortWork<Datacenter, Reconfigure>({
  name: 'Datacenter.reconfigure',
  kind: datacenterKind,
  change(self, { site, args }) {
    const { defaultHardwareVersionKey, maximumHardwareVersionKey } = args.spec;
    const before = args.modify ? self.state.hardwareVersions : {};
    const after = { ...before, ...said({ defaultHardwareVersionKey, maximumHardwareVersionKey }) };
    site.world.update(self, { hardwareVersions: Object.freeze(after) });
  },
});

export const datacenter: ManagedObject = managedObject(
  'Datacenter',
  datacenterKind,
  {
    ReconfigureDatacenter_Task: (call, self, { spec, modify }) =>
      call.startTask('Datacenter.reconfigure', self as never, { spec, modify }),
  },
  [reconfigure],
);
