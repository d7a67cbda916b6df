/** What a change of devices needs to know of the machine it is made to, and what it leaves to be done. */
import type { Cell } from '../../../world/cell.ts';
import type { Site } from '../../site.ts';
import { type Hardware, hardwareOf, latestHardware } from '../config/hardware-version.ts';
import type { Config, Files, Machine } from '../machine.ts';
import type { Device } from './device.ts';

export interface Setting {
  readonly site: Site;
  /** The compute resource whose datastores and networks a spec may name. */
  readonly owner: Cell | undefined;
  readonly files: Files;
  /** Seeds what is made for the machine: its id. */
  readonly id: string;
  /** The machine as it is; absent while it is being made. */
  readonly machine: Machine | undefined;
  /** The configuration as the same spec leaves it; else the machine's own. */
  readonly config?: Config | undefined;
}

export interface Changed {
  readonly devices: readonly Device[];
  /** Real keys of the devices that were added, in the order of the spec. */
  readonly added: readonly number[];
  /** Disk files that lost their machine but stay on the datastore. */
  readonly left: readonly Device[];
  /** Disks whose files are deleted with them. */
  readonly destroyed: readonly Device[];
}

/** What the machine's hardware version allows. */
export function hardwareFor({ site, config, machine }: Setting): Hardware {
  return hardwareOf((config ?? machine?.config)?.version ?? latestHardware(site));
}

export function isRunning({ machine }: Setting): boolean {
  return machine?.power.state === 'poweredOn';
}
