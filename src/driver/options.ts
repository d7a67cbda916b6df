import type { ConnectOptions } from '../client/index.ts';

/** What `createDriver` takes: how to reach the vCenter, and which part of it to run instances in. */
export interface DriverOptions extends ConnectOptions {
  /** Name of the cluster that is the hypervisor. */
  readonly cluster: string;
  /** Datastores to use, by name. Default: all of the cluster's. */
  readonly datastoreRegex?: RegExp | string | undefined;
  /** Network of NICs that name none. Default: the cluster's first. */
  readonly integrationBridge?: string | undefined;
  /** Folder of the instances below the datacenter's VM folder; `/` between levels. Default `simsphere`. */
  readonly folder?: string | undefined;
  /** Memory held back from every host for the host itself, in MiB. Default 512. */
  readonly reservedHostMemoryMb?: number | undefined;
}

export interface Flavor {
  readonly vcpus: number;
  readonly memoryMb: number;
  /** Size of the root disk; 0 for none. */
  readonly rootGb: number;
}

export interface NetworkRequest {
  /** Name of a network or port group of the cluster. Default: the integration bridge. */
  readonly network?: string | undefined;
  /** Default: the server's choice. */
  readonly macAddress?: string | undefined;
}

export interface SpawnRequest {
  readonly name: string;
  /** Identity of the instance, kept as its `instanceUuid`. */
  readonly uuid: string;
  readonly flavor: Flavor;
  readonly networks?: readonly NetworkRequest[] | undefined;
  /** vSphere's id of the guest. Default `otherGuest64`. */
  readonly guestId?: string | undefined;
  readonly powerOn?: boolean | undefined;
}
