/** What is known of an entity at a tick, from which every counter is computed. */
import type { Io } from '../compute/load/io.ts';
import type { Use } from '../compute/load/use.ts';

export type Provider = 'vm' | 'host' | 'pool' | 'cluster' | 'datastore' | 'datacenter';

/** What an instance is one of. */
export type Each = 'cpu' | 'card' | 'lun' | 'virtualDisk' | 'datastore' | 'adapter';

export interface Figures {
  /** Machines together; of a machine its own. */
  readonly use: Use;
  /** What ESXi needs for itself: MHz and MB. */
  readonly own: { readonly cpu: number; readonly memory: number };
  /** Virtual CPUs of a machine, threads of hosts. */
  readonly cpus: number;
  /** MHz and MB there are. */
  readonly mhz: number;
  readonly memory: number;
  /** MHz and MB that machines reserve, and may have. */
  readonly reservedCpu: number;
  readonly reservedMemory: number;
  readonly usableCpu: number;
  readonly usableMemory: number;
  readonly io: Io;
  /** Seconds since it began to run. */
  readonly uptime: number;
  /** Machines that run there, and hosts that can run some. */
  readonly running: number;
  readonly hosts: number;
  /** KB of a datastore or of a machine's files: there, taken, and promised. */
  readonly space: { readonly capacity: number; readonly used: number; readonly provisioned: number };
  /** Operations on machines so far, by event. */
  readonly operations?: ((event: string) => number) | undefined;
}

/** An instance, and what part of the whole it is. */
export interface Part {
  readonly instance: string;
  readonly share: number;
}

export interface Observed {
  readonly whole: Figures;
  parts(each: Each): readonly Part[];
}
