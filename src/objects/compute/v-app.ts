/** VirtualApp: a pool that is started, stopped and moved as one. */
import type {
  VAppConfigInfo,
  VAppEntityConfigInfo,
  VAppProductInfo,
  VirtualAppSummary,
  VirtualAppVAppState,
} from '../../vim25/generated/index.ts';
import type { Ref } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import { defineKind, type KindSpec } from '../../world/kind.ts';
import type { Pool } from './pool.ts';
import { poolSummary, READS_POOL_CONFIG, READS_USAGE } from './pool-usage.ts';
import { poolKind } from './resource-pool.ts';

export interface VAppSettings {
  readonly annotation?: string | undefined;
  readonly product?: readonly VAppProductInfo[] | undefined;
  readonly entityConfig?: readonly VAppEntityConfigInfo[] | undefined;
  readonly eula?: readonly string[] | undefined;
}

export interface VApp extends Pool {
  readonly uuid: string;
  /** Id of the VM folder it is shown in; absent for a vApp inside a vApp. */
  readonly folder?: string | undefined;
  readonly settings?: VAppSettings | undefined;
}

export const vAppKind: KindSpec<VApp> = defineKind<VApp>({
  type: 'VirtualApp',
  base: poolKind as never,
  prefix: 'resgroup-v',
  relations: {
    parentFolder: { facet: 'folder', to: 'Folder', of: (s) => s.folder, inverse: 'linked', structural: true },
  },
  properties: {
    parentFolder: { reads: ['folder'], value: (_, self) => self.one('parentFolder')?.ref },
    parentVApp: { reads: ['parent'], value: (_, self) => parentVApp(self) },
    datastore: { reads: ['vm', 'vm.datastore.name'], value: (_, self) => ofMachines(self, 'datastore') },
    network: { reads: ['vm', 'vm.network.name'], value: (_, self) => ofMachines(self, 'network') },
    vAppConfig: { reads: ['settings', 'uuid', 'vm', 'resourcePool'], value: (s, self) => config(s, self) },
    summary: {
      reads: ['name', 'settings', 'uuid', '+poolPoweredOn', ...READS_POOL_CONFIG, ...READS_USAGE, '@tick'],
      value: (s, self) => summary(s, self),
    },
    childLink: { reads: [], value: () => [] },
  },
});

function parentVApp(self: Cell<VApp>): Ref | undefined {
  const parent = self.one('parent');
  return parent?.is('VirtualApp') ? parent.ref : undefined;
}

/** What the vApp's own machines use, each once. */
function ofMachines(self: Cell<VApp>, relation: 'datastore' | 'network'): Ref[] {
  const found = new Map<string, Ref>();
  for (const vm of self.back('vm')) for (const cell of vm.all(relation)) found.set(cell.id, cell.ref);
  return [...found.values()];
}

/** Started while any of its machines runs. */
export function vAppState(self: Cell<VApp>): VirtualAppVAppState {
  return self.sum('poolPoweredOn') > 0 ? 'started' : 'stopped';
}

function summary(s: VApp, self: Cell<VApp>): VirtualAppSummary {
  return {
    _typeName: 'VirtualAppSummary',
    ...poolSummary(s, self),
    product: s.settings?.product?.[0],
    vAppState: vAppState(self),
    suspended: false,
    installBootRequired: false,
    instanceUuid: s.uuid,
  };
}

function config(s: VApp, self: Cell<VApp>): VAppConfigInfo {
  const said = new Map(s.settings?.entityConfig?.map((e) => [(e.key as Ref | undefined)?.value, e]));
  const children = [...self.refsBack('vm'), ...self.refsBack('resourcePool')];
  return {
    product: [...(s.settings?.product ?? [])],
    property: [],
    ipAssignment: {
      supportedAllocationScheme: [],
      ipAllocationPolicy: 'fixedPolicy',
      supportedIpProtocol: [],
      ipProtocol: 'IPv4',
    },
    eula: [...(s.settings?.eula ?? [])],
    ovfSection: [],
    ovfEnvironmentTransport: [],
    installBootRequired: false,
    installBootStopDelay: 0,
    entityConfig: children.map((key) => ({
      key: key as Ref<'ManagedEntity'>,
      startOrder: 0,
      startDelay: 120,
      waitingForGuest: false,
      startAction: 'powerOn',
      stopDelay: 120,
      stopAction: 'powerOff',
      ...said.get(key.value),
    })),
    annotation: s.settings?.annotation ?? '',
    instanceUuid: s.uuid,
  };
}
