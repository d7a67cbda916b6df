/** Processes that end by themselves, and what they leave behind. */
import type { Cell } from '../../world/cell.ts';
import type { Machine } from '../machine/machine.ts';
import type { Site } from '../site.ts';
import type { GuestProcess } from './system.ts';
import { treeOf, writeText } from './tree.ts';

/** Processes of this boot; those of an earlier one are gone. */
export function processesOf({ guestSystem, power }: Pick<Machine, 'guestSystem' | 'power'>): readonly GuestProcess[] {
  return guestSystem?.processes?.filter((p) => p.boot === power.bootTime) ?? [];
}

/** When the next process ends; undefined when none will by itself. */
export function nextEnd(m: Machine, now: number): number | undefined {
  if (m.power.state !== 'poweredOn') return undefined;
  const open = processesOf(m).filter((p) => p.end !== undefined && (p.end > now || p.writes !== undefined));
  return open.length === 0 ? undefined : Math.min(...open.map((p) => p.end!));
}

/** Writes what processes that have ended by now leave behind. Inside a turn. */
export function endProcesses(site: Site, vm: Cell<Machine>): void {
  const now = site.clock.now();
  const { guestSystem } = vm.state;
  const ended = processesOf(vm.state).filter((p) => p.writes !== undefined && p.end !== undefined && p.end <= now);
  if (!guestSystem || ended.length === 0) return;
  let files = treeOf(vm.state);
  for (const { writes } of ended) for (const write of writes!) files = writeText(vm.state, files, write, now);
  const processes = guestSystem.processes!.map((p) => (ended.includes(p) ? withoutWrites(p) : p));
  site.world.update(vm, { guestSystem: Object.freeze({ ...guestSystem, files, processes }) });
}

function withoutWrites({ writes: _writes, ...rest }: GuestProcess): GuestProcess {
  return Object.freeze(rest);
}
