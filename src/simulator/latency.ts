/** How long simulated work takes: not at all, or about as long as on a small real vCenter. */
import type { Random } from '../kernel/random.ts';
import type { Latency } from '../objects/site.ts';

export const instant: Latency = { duration: () => 0 };

/** Milliseconds per kind of work; what is not named takes `DEFAULT`. */
const TYPICAL: Readonly<Record<string, number>> = {
  'VirtualMachine.powerOn': 2_500,
  'VirtualMachine.powerOff': 1_500,
  'VirtualMachine.reset': 1_000,
  'VirtualMachine.suspend': 4_000,
  'VirtualMachine.shutdownGuest': 5_000,
  'VirtualMachine.rebootGuest': 4_000,
  'VirtualMachine.standbyGuest': 4_000,
  'VirtualMachine.create': 2_000,
  'VirtualMachine.clone': 4_000,
  'VirtualMachine.createSnapshot': 2_000,
  'VirtualMachine.destroy': 1_500,
  'VirtualMachine.relocate': 3_000,
  'VirtualMachine.migrate': 3_000,
  'VirtualMachine.instantClone': 1_500,
  'VirtualMachine.consolidateDisks': 1_500,
  'vm.Snapshot.revert': 2_000,
  'vm.Snapshot.remove': 1_500,
  'Folder.createVm': 2_000,
  'Customization.start': 3_000,
  'Customization.run': 20_000,
  'Customization.giveUp': 300_000,
  'Customization.lost': 0,
  'Host.boot': 240_000,
  'Guest.boot': 20_000,
  'Guest.network': 5_000,
  'Guest.install': 60_000,
  'VirtualMachine.upgradeTools': 60_000,
};
const DEFAULT = 800;
const PER_GIB = 8_000;

/** Typical durations with a jitter of a fifth either way, from dice of their own. */
export function realistic(random: Random): Latency {
  return {
    duration(work, gib = 0) {
      const base = TYPICAL[work] ?? DEFAULT;
      return (base + gib * PER_GIB) * (0.8 + 0.4 * random.fraction());
    },
  };
}
