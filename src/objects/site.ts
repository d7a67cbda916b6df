/** What every object of one simulator shares: the world and what works on it. Nothing here reads a clock or a socket. */
import type { Clock } from '../kernel/clock.ts';
import type { Ids } from '../kernel/ids.ts';
import type { Random } from '../kernel/random.ts';
import type { Layers } from '../spool/layers.ts';
import type { Spool } from '../spool/spool.ts';
import type { AboutInfo } from '../vim25/generated/index.ts';
import type { Schema } from '../vim25/schema.ts';
import type { Cell } from '../world/cell.ts';
import type { EventLog } from '../world/events.ts';
import type { Tasks } from '../world/tasks.ts';
import type { World } from '../world/world.ts';
import type { Call } from './call.ts';
import type { LogBook } from './diagnostics/log-book.ts';
import type { Puller } from './nfc/pull.ts';
import type { ShownStores } from './storage/shown-stores.ts';

/** How long simulated work takes. `gib` is how much data it moves, where it moves any. */
export interface Latency {
  duration(work: string, gib?: number): number;
}

/** The ways in from outside, as far as the world acts on them. */
export interface Doors {
  /** Ends every connection there is. */
  cut(): void;
}

export interface Site {
  readonly schema: Schema;
  readonly world: World;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly tasks: Tasks<Site>;
  readonly events: EventLog;
  /** The lines of vCenter's log, and of those of its hosts. */
  readonly log: LogBook;
  readonly latency: Latency;
  /** Where the bytes of files on datastores are kept. */
  readonly spool: Spool;
  /** What is written to disks, kept there. */
  readonly layers: Layers;
  /** Datastores that are real directories, where there are such. */
  readonly shown?: ShownStores | undefined;
  /** Who fetches files for leases from elsewhere, where anybody can. */
  readonly puller?: Puller | undefined;
  /** Where there are any. */
  readonly doors?: Doors | undefined;
  /** `vcenter`, or `esx` for a single ESXi host. */
  readonly flavour: 'vcenter' | 'esx';
  readonly about: AboutInfo;
  /** Index into `schema.versions` of the API version presented. */
  readonly version: number;
  /** Runs a call's method on an object, as schedules and alarms do; `values` stand in the order of its parameters. */
  perform(call: Call, self: Cell, values: readonly unknown[]): unknown;
  /** Say so after a change of roles or permissions: open filters look again at what their users may see. */
  permissionsChanged(): void;
  /** A stream of dice that follows from the seed and the name. */
  random(stream: string): Random;
}
