/**
 * What a snapshot keeps of the guest, and how it comes back. The disks hold its files, users and settings; only the memory
 * holds what ran in it.
 */
import { copiedSystem, type GuestProcess, type GuestSystem } from '../../guest/system.ts';
import type { Guest, Inside, Machine } from '../machine.ts';

/** What is kept of a guest with its disks, and with its memory too. */
export function insideOf(m: Machine, memory: boolean): Inside {
  const { guest, guestSystem, customized, customizing, toolsInstaller } = m;
  return Object.freeze({
    guest: guest && (memory ? guest : asleep(guest)),
    guestSystem: guestSystem && (memory ? guestSystem : copiedSystem(guestSystem)),
    customized,
    // A customization under way lies in the guest's memory; one that waits for its next start lies on the disks.
    customizing: customizing?.phase === 'running' && !memory ? { ...customizing, phase: 'pending' } : customizing,
    toolsInstaller,
  });
}

/** Tools are on the disks, and so is the name; what the guest said of its network is not. */
function asleep({ awake: _awake, ...guest }: Guest): Guest {
  return Object.freeze({ ...guest, running: false });
}

/** The guest as its disks had it: nothing of it runs. */
export function insideOfDisks({ guest, guestSystem, ...rest }: Inside): Inside {
  return {
    ...rest,
    guest: guest && asleep(guest),
    guestSystem: guestSystem && copiedSystem(guestSystem),
  };
}

/** When a guest went to sleep and when it goes on, with the boot that the machine counts from in each life. */
export interface Awakening {
  readonly sleptAt: number;
  readonly bootBefore: number | undefined;
  readonly now: number;
  readonly boot: number | undefined;
}

/** The guest as its memory had it: what ran runs on, as much later as it slept. */
export function insideOfMemory(inside: Inside, awakening: Awakening): Inside {
  const { guest, guestSystem } = inside;
  return {
    ...inside,
    guest: guest && awakened(guest, awakening),
    guestSystem: guestSystem && running(guestSystem, awakening),
  };
}

function awakened(guest: Guest, { bootBefore, boot }: Awakening): Guest {
  const { awake } = guest;
  const on = awake && boot !== undefined && awake.boot === bootBefore;
  return Object.freeze({ ...guest, running: true, ...(on && { awake: Object.freeze({ ...awake, boot }) }) });
}

function running(system: GuestSystem, { sleptAt, bootBefore, now, boot }: Awakening): GuestSystem {
  const later = (p: GuestProcess): GuestProcess => {
    if (boot === undefined || p.boot !== bootBefore) return p;
    const going = p.end !== undefined && p.end > sleptAt;
    return Object.freeze({ ...p, boot, ...(going && { end: p.end! + now - sleptAt }) });
  };
  if (!system.processes) return system;
  return Object.freeze({ ...system, processes: Object.freeze(system.processes.map(later)) });
}
