/** Writes a machine's demand down: from now on it wants so much of what it has. */
import type { Cell } from '../../../world/cell.ts';
import { invalidArgument } from '../../../world/fault.ts';
import type { Machine } from '../../machine/machine.ts';
import type { Site } from '../../site.ts';
import { continued, type LoadScript } from './script.ts';

/** Percents. What is not said stays as it was; where nothing is said, the model has its say again. */
export interface Wanted {
  readonly cpu?: unknown;
  readonly memory?: unknown;
}

export function setLoad(site: Site, vm: Cell<Machine>, { cpu, memory }: Wanted): void {
  const from = site.world.tick;
  const nothing = cpu === undefined && memory === undefined;
  const load: LoadScript = Object.freeze({
    cpu:
      cpu === undefined && !nothing
        ? vm.state.load?.cpu
        : continued(vm.state.load?.cpu, { from, share: share(cpu, 'cpu') }),
    memory:
      memory === undefined && !nothing
        ? vm.state.load?.memory
        : continued(vm.state.load?.memory, { from, share: share(memory, 'memory') }),
  });
  site.world.turn(() => site.world.update(vm, { load }));
}

function share(percent: unknown, path: string): number | undefined {
  if (percent === undefined) return undefined;
  const value = Number(percent);
  if (!(value >= 0 && value <= 100)) throw invalidArgument(path);
  return value / 100;
}
