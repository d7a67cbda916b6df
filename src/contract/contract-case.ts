/** What a case is, and what it is given. */
import type { Client, ConnectOptions, Ref, View } from '../client/index.ts';
import type { Driver, InstanceInfo, SpawnRequest } from '../driver/index.ts';
import type { VirtualMachineConfigSpec } from '../vim25/index.ts';
import type { Ground } from './ground.ts';

/** Where the contract is run: a vCenter known by its URL and credentials only. */
export interface ContractTarget
  extends Pick<ConnectOptions, 'url' | 'username' | 'password' | 'ca' | 'thumbprint' | 'insecure' | 'version'> {
  /** Cluster to work in. Default: the first found. */
  readonly cluster?: string | undefined;
  /** A user with the role Read-only on everything; without one, its cases do not apply. */
  readonly readOnlyUser?: { readonly username: string; readonly password: string } | undefined;
}

/** What a target may lack. A case that needs what is not there does not apply, and says why. */
export type Need =
  | 'reader'
  | 'two hosts'
  | 'two datastores'
  | 'shared datastore'
  | 'DRS'
  | 'vMotion'
  | 'network'
  | 'licence'
  | 'may create machines'
  | 'may create roles'
  | 'may create pools'
  | 'may end sessions'
  | 'may ask for sessions'
  | 'may read customizations';

interface Sentence {
  readonly name: string;
  readonly needs?: readonly Need[];
}

/** A case that only looks: it may be run anywhere, at any time. */
export interface ReadingCase extends Sentence {
  readonly does: 'reads';
  /** Throws when the behaviour is another. */
  run(context: ReadContext): Promise<void>;
}

/** A case that makes things; all of them are gone after it. */
export interface ChangingCase extends Sentence {
  readonly does: 'changes';
  run(context: Context): Promise<void>;
}

/** One behaviour of a vCenter: a sentence that is true, and how to see that it is. */
export type ContractCase = (ReadingCase | ChangingCase) & {
  /** What it is about: `snapshots`. */
  readonly area?: string;
};

/** What a case that only looks has to look with. */
export interface ReadContext {
  readonly target: ContractTarget;
  readonly client: Client;
  /** The part of the target that the contract works in. */
  readonly ground: Ground;
  /** Another session, closed after the case. */
  readonly connect: (options?: Partial<ConnectOptions>) => Promise<Client>;
  /** A view of everything below a container, closed after the case. Default container: the contract's folder or the root. */
  readonly view: (types: readonly string[], container?: Ref) => Promise<View>;
  /** Says that the behaviour cannot be seen on this target, and why. */
  readonly inapplicable: (reason: string) => never;
}

/** Everything a case makes stands in places of the contract's own and is gone after the case. */
export interface Context extends ReadContext {
  readonly driver: Driver;
  /** The contract's own folder of VMs; the driver's instances stand in it too. */
  readonly folder: Ref<'Folder'>;
  /** Where machines and files are made. */
  readonly datastore: { readonly ref: Ref<'Datastore'>; readonly name: string };
  /** The name on the target of something a case makes: the run's own name stands before it. */
  readonly named: (name: string) => string;
  /** A uuid that nothing else has, in this run or on the target. */
  readonly newUuid: () => string;
  /** The contract's own directory in that datastore, made when first asked for: `[LocalDS_0] simsphere-contract-1f9c3a`. */
  readonly directory: () => Promise<string>;
  /** A small VM without disks, powered off, made through the API. Its name is `named(name)`. */
  readonly machine: (name: string, spec?: VirtualMachineConfigSpec) => Promise<Ref<'VirtualMachine'>>;
  /** An instance of the driver, small unless said otherwise. Its name is `named(name)`. */
  readonly instance: (name: string, request?: Partial<SpawnRequest>) => Promise<InstanceInfo>;
  /** A resource pool below the cluster's own. */
  readonly pool: (name: string) => Promise<Ref<'ResourcePool'>>;
  /** A role with some privileges; its id. */
  readonly role: (name: string, privileges: readonly string[]) => Promise<number>;
}

/** Thrown by `inapplicable`. */
export class Inapplicable extends Error {
  override readonly name = 'Inapplicable';
}
