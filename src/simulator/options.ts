/** How a simulator is made: what a user may say, with what holds when they say nothing. */

import type { RuleInput } from '../faults/rule.ts';
import type { ClockMode } from '../kernel/clock.ts';
import type { Logger } from '../kernel/logger.ts';
import type { PermissionMode } from '../objects/access/ledger.ts';
import type { ModelOptions } from '../objects/inventory/default-model.ts';
import type { Site } from '../objects/site.ts';
import type { Keeper } from '../state/keeper.ts';
import type { StateDirectory } from '../state/state-directory.ts';
import type { LatencyInput } from './latency-profile.ts';
import type { Simulation } from './simulator.ts';

export interface SimulatorOptions {
  /** Sizes of the default inventory. */
  readonly inventory?: Partial<ModelOptions>;
  /** One ESXi host instead of a vCenter. */
  readonly esx?: boolean;
  /** Everything that looks random follows from it. Default `simsphere`. */
  readonly seed?: string;
  /** `8.0.3`, `7.0.3`, ...: the product version presented. */
  readonly apiVersion?: string;
  readonly user?: string;
  readonly password?: string;
  /** Any non-empty user and password log in, as administrator. */
  readonly anyLogin?: boolean;
  /** Whether permissions count (`enforce`, the default), are only noted (`log`) or not even looked at (`off`). */
  readonly permissions?: PermissionMode;
  readonly clock?: ClockMode;
  /** First instant of the clock, in milliseconds since the epoch. Default: now. */
  readonly start?: number;
  /** `instant` (default), `realistic`, or durations of one's own. */
  readonly latency?: 'instant' | 'realistic' | LatencyInput;
  /** Milliseconds of idleness after which a session expires. Default 30 minutes. */
  readonly sessionTimeout?: number;
  /** Sessions one user may have open. Default 500. */
  readonly sessionsPerUser?: number;
  /** Calls the journal keeps. Default 1,000. */
  readonly keepCalls?: number;
  /** Finished tasks that stay readable however old they are; younger than ten minutes they stay anyhow. Default 10,000. */
  readonly keepTasks?: number;
  /** Events the log keeps. Default 100,000. */
  readonly keepEvents?: number;
  readonly logger?: Logger;
  /** Fault rules, armed before the first call. */
  readonly faults?: readonly RuleInput[];
  /** Directory for the contents of datastores. Default: the system's for temporary files. */
  readonly spool?: string;
  /** Directory in which each datastore is shown as a real one that others may put files into. Default: none is. */
  readonly showDatastores?: string;
  /** Directory that keeps the world; what makes one is not looked at where there is one already. */
  readonly keptIn?: StateDirectory | undefined;
  /** Called once the default inventory stands: what it does is part of the world that `reset` returns to. */
  readonly furnish?: (site: Site) => void;
  /** Called before the doors open, for what takes a while; what it does is part of that world too. */
  readonly prepare?: (site: Site) => Promise<void>;
  /** What happens by itself while the simulator runs. */
  readonly script?: (simulation: Simulation) => Script;
}

/** Things that are to happen by and by; how far it has come is kept with the world. */
export interface Script extends Keeper<never> {
  /** From the beginning: when the simulator starts, and again at each reset. */
  begin(): void;
}
