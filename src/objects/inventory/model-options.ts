/** Sizes of the inventory a simulator starts with; counts are those of vcsim's flags. */
export interface ModelOptions {
  readonly dc: number;
  /** Clusters per datacenter. */
  readonly cluster: number;
  /** Hosts per cluster. */
  readonly host: number;
  /** Standalone hosts per datacenter. */
  readonly standaloneHost: number;
  /** VMs per pool, per vApp and per standalone host. */
  readonly vm: number;
  /** Resource pools per cluster, besides the root pool; with none, VMs stand in the root pool. */
  readonly pool: number;
  /** vApps per cluster. */
  readonly app: number;
  /** So many of the datacenters, the last ones, stand in folders, and what is in them too. */
  readonly folder: number;
  /** Datastores per datacenter, each mounted by all its hosts. */
  readonly ds: number;
  /** Storage pods per datacenter. */
  readonly pod: number;
  /** Distributed port groups per datacenter. */
  readonly pg: number;
  /** The same, backed by NSX. */
  readonly pgNsx: number;
  /** Opaque networks per datacenter. */
  readonly nsx: number;
  /** Whether VMs run. */
  readonly autostart: boolean;
  /** Pattern of the hosts' names, such as `127.0.1.{n}`; `DC0_C0_H0` and so on when it is not said. */
  readonly hostName?: string | undefined;
}

export const DEFAULT_MODEL: ModelOptions = Object.freeze({
  dc: 1,
  cluster: 1,
  host: 3,
  standaloneHost: 1,
  vm: 2,
  pool: 0,
  app: 0,
  folder: 0,
  ds: 1,
  pod: 0,
  pg: 1,
  pgNsx: 0,
  nsx: 0,
  autostart: true,
});

/** Bytes of a datastore of the default model: room for the swap files of a great many small VMs. */
export const DATASTORE_BYTES: number = 4 * 2 ** 40;
