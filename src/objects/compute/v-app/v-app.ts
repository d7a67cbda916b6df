/** VirtualApp: a pool that is started, stopped and moved as one. */
import type { VAppConfigInfo, VAppEntityConfigInfo, VirtualAppSummary } from '../../../vim25/generated/index.ts';
import type { Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { defineKind, type KindSpec } from '../../../world/kind.ts';
import type { Machine } from '../../machine/machine.ts';
import { type VAppConfig, vAppConfigInfo } from '../../machine/v-app/v-app-config.ts';
import type { Pool } from '../pool/pool.ts';
import { poolSummary, READS_POOL_CONFIG, READS_USAGE } from '../pool/pool-usage.ts';
import { poolKind } from '../pool/resource-pool.ts';
import { childLinks, entities, READS_ENTITIES } from './v-app-entities.ts';
import { isSuspended, READS_POWER, vAppState } from './v-app-state.ts';

export interface VAppSettings extends VAppConfig {
  readonly annotation?: string | undefined;
  /** What was said of children; of which nothing is said follows from the order they came in. */
  readonly entityConfig?: readonly VAppEntityConfigInfo[] | undefined;
  readonly managedBy?: VAppConfigInfo['managedBy'];
}

/** What a task does to the vApp as a whole. */
export interface Activity {
  readonly state: 'starting' | 'stopping';
  /** Whether it is on its way to or from the suspended state. */
  readonly suspended: boolean;
  /** Id of the task. */
  readonly task: string;
}

export interface VApp extends Pool {
  readonly uuid: string;
  /** Id of the VM folder it is shown in; absent for a vApp inside a vApp. */
  readonly folder?: string | undefined;
  readonly settings?: VAppSettings | undefined;
  readonly activity?: Activity | undefined;
  /** Id of the vApp that it is a linked child of: one it belongs to and takes no resources from. */
  readonly linkedTo?: string | undefined;
  /** Id of the task that is still copying machines into it. */
  readonly madeBy?: string | undefined;
}

export const vAppKind: KindSpec<VApp> = defineKind<VApp>({
  type: 'VirtualApp',
  base: poolKind as never,
  prefix: 'resgroup-v',
  relations: {
    parentFolder: { facet: 'folder', to: 'Folder', of: (s) => s.folder, inverse: 'linked', structural: true },
    linkedTo: { facet: 'linkedTo', to: 'VirtualApp', of: (s) => s.linkedTo, inverse: 'linkedVApp', structural: true },
  },
  properties: {
    parentFolder: { reads: ['folder'], value: (_, self) => self.one('parentFolder')?.ref },
    parentVApp: { reads: ['parent', 'linkedTo'], value: (_, self) => parentVApp(self) },
    datastore: { reads: ['vAppVm', 'vAppVm.datastore.name'], value: (_, self) => ofMachines(self, 'datastore') },
    network: { reads: ['vAppVm', 'vAppVm.network.name'], value: (_, self) => ofMachines(self, 'network') },
    vAppConfig: { reads: ['settings', 'uuid', ...READS_ENTITIES], value: (s, self) => config(s, self) },
    summary: {
      reads: ['name', 'uuid', ...READS_POWER, 'vAppVm.config', ...READS_POOL_CONFIG, ...READS_USAGE, '@tick'],
      value: (s, self) => summary(s, self),
    },
    childLink: { reads: ['settings', 'vAppVm.place', 'linkedVApp'], value: (_, self) => childLinks(self) },
  },
});

function parentVApp(self: Cell<VApp>): Ref | undefined {
  const parent = self.one('parent');
  return parent?.is('VirtualApp') ? parent.ref : self.one('linkedTo')?.ref;
}

/** What the vApp's own machines use, each once. */
function ofMachines(self: Cell<VApp>, relation: 'datastore' | 'network'): Ref[] {
  const found = new Map<string, Ref>();
  for (const vm of self.back('vAppVm')) for (const cell of vm.all(relation)) found.set(cell.id, cell.ref);
  return [...found.values()];
}

function summary(s: VApp, self: Cell<VApp>): VirtualAppSummary {
  const machines = [...self.back<Machine>('vAppVm')];
  return {
    _typeName: 'VirtualAppSummary',
    ...poolSummary(s, self),
    product: s.settings?.product?.[0],
    vAppState: vAppState(self),
    suspended: isSuspended(self),
    installBootRequired: machines.some((vm) => vm.state.config.vApp?.installBootRequired === true),
    instanceUuid: s.uuid,
  };
}

function config(s: VApp, self: Cell<VApp>): VAppConfigInfo {
  const { settings = {} } = s;
  return {
    ...vAppConfigInfo(settings),
    // Machines need an install boot; vApps never do.
    installBootRequired: false,
    entityConfig: entities(self),
    annotation: settings.annotation ?? '',
    instanceUuid: s.uuid,
    managedBy: settings.managedBy,
  };
}
