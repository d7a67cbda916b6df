/** Puts the demands that a scenario writes down on the VMs they are for. Inside a turn. */
import { fitsName } from '../kernel/glob.ts';
import { parseDuration } from '../kernel/time.ts';
import type { LoadScript, Step } from '../objects/compute/load/script.ts';
import { TICK } from '../objects/compute/load/tick.ts';
import { vmKind } from '../objects/machine/virtual-machine.ts';
import type { Site } from '../objects/site.ts';
import type { LoadSaid, Wanted } from './load-shape.ts';

/** Tells whether the names are those of any VM. */
export function scriptLoad(site: Site, { vms, cpu, memory }: LoadSaid): boolean {
  let any = false;
  const load: LoadScript = Object.freeze({ cpu: steps(site, cpu), memory: steps(site, memory) });
  for (const vm of site.world.every(vmKind)) {
    if (!fitsName(vms, vm.state.name)) continue;
    site.world.update(vm, { load });
    any = true;
  }
  return any;
}

function steps(site: Site, wanted: Wanted | undefined): readonly Step[] | undefined {
  const from = site.world.tick;
  if (wanted === undefined) return undefined;
  if (typeof wanted === 'number') return [{ from, share: wanted / 100 }];
  if (Array.isArray(wanted)) {
    const said = wanted.map(({ at, percent }) => ({
      from: from + ticks(at),
      share: percent === undefined ? undefined : percent / 100,
    }));
    return said.sort((a, b) => a.from - b.from);
  }
  return [{ from, pattern: { period: ticks(wanted.every), shares: wanted.percents.map((p) => p / 100) } }];
}

function ticks(duration: string): number {
  return Math.round(parseDuration(duration) / 1_000 / TICK);
}
