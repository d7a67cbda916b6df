/** What a case is, and what it is given. */
import type { Client, ConnectOptions, Ref, View } from '../client/index.ts';
import type { Driver } from '../driver/index.ts';
import type { VirtualMachineConfigSpec } from '../vim25/index.ts';

/** Where the contract is run: a vCenter known by its URL and credentials only. */
export interface ContractTarget
  extends Pick<ConnectOptions, 'url' | 'username' | 'password' | 'ca' | 'thumbprint' | 'insecure' | 'version'> {
  /** Cluster to work in. Default: the first found. */
  readonly cluster?: string | undefined;
  /** A user with the role Read-only on everything; without one, its cases do not apply. */
  readonly readOnlyUser?: { readonly username: string; readonly password: string } | undefined;
}

/** One behaviour of a vCenter: a sentence that is true, and how to see that it is. */
export interface ContractCase {
  readonly name: string;
  /** Throws when the behaviour is another. */
  run(context: Context): Promise<void>;
}

/** Everything a case makes stands in the contract's own folder or directory and is gone after the case. */
export interface Context {
  readonly target: ContractTarget;
  readonly client: Client;
  readonly driver: Driver;
  /** The contract's own folder of VMs; the driver's instances stand in it too. */
  readonly folder: Ref<'Folder'>;
  /** A datastore of the cluster. */
  readonly datastore: { readonly ref: Ref<'Datastore'>; readonly name: string };
  /** The contract's own directory in that datastore, made when first asked for: `[LocalDS_0] simsphere-contract`. */
  readonly directory: () => Promise<string>;
  /** Another session, closed after the case. */
  readonly connect: (options?: Partial<ConnectOptions>) => Promise<Client>;
  /** A view of the contract's folder, closed after the case. */
  readonly view: (types: readonly string[]) => Promise<View>;
  /** A small VM without disks, powered off, made through the API. */
  readonly machine: (name: string, spec?: VirtualMachineConfigSpec) => Promise<Ref<'VirtualMachine'>>;
  /** Says that the target was not described well enough to see the behaviour on it, and what is missing. */
  readonly inapplicable: (reason: string) => never;
}

/** Thrown by `inapplicable`. */
export class Inapplicable extends Error {
  override readonly name = 'Inapplicable';
}
