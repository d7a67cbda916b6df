/** Which processors hosts show, which machines came to count on, and what does not go together. */
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import type { Machine } from '../../machine/machine.ts';
import type { Cluster } from '../cluster/cluster-config.ts';
import type { Host } from '../host/host.ts';
import { maskedMode } from './machine-evc.ts';
import { featuresOf, generationOf, includes } from './modes.ts';

/** The mode a host shows its machines: that of its cluster, or all it has. */
export function modeOf(host: Cell<Host>): string {
  return host.one<Cluster>('compute')?.state.evc ?? host.state.profile.evcMode;
}

/** The mode a machine counts on since it booted; undefined for one that does not run. */
export function neededBy(vm: Cell<Machine>): string | undefined {
  const { power } = vm.state;
  if (power.state === 'poweredOff') return undefined;
  return power.evc ?? vm.one<Host>('host')?.state.profile.evcMode;
}

/** Why a machine cannot start there, or go on there: FeatureRequirementsNotMet; undefined when it can. */
export function cpuRefusal(vm: Cell<Machine>, host: Cell<Host>): VimFault | undefined {
  const needed = neededBy(vm) ?? maskedMode(vm.state.config);
  const shown = modeOf(host);
  if (needed === undefined || includes(shown, needed)) return undefined;
  const has = new Set(generationOf(shown) ? featuresOf(generationOf(shown)!) : []);
  const missing = generationOf(needed) ? featuresOf(generationOf(needed)!).filter((f) => !has.has(f)) : [];
  const featureRequirement = missing.map((key) => ({ key, featureName: key, value: 'Bool:Min:1' }));
  return new VimFault('FeatureRequirementsNotMet', { featureRequirement, vm: vm.ref, host: host.ref });
}

/** Throws why a host cannot be taken into a cluster that is held to a mode. */
export function guardAdmission(
  cluster: Cell<Cluster>,
  profile: Host['profile'],
  machines: Iterable<Cell<Machine>> = [],
): void {
  const { evc } = cluster.state;
  if (evc === undefined) return;
  const mode = generationOf(evc);
  if (mode && mode.vendor !== profile.cpuVendor) {
    const vendors = { clusterCPUVendor: mode.vendor, hostCPUVendor: profile.cpuVendor };
    throw new VimFault('EVCAdmissionFailedCPUVendor', vendors);
  }
  if (!includes(profile.evcMode, evc)) {
    throw new VimFault('EVCAdmissionFailedCPUFeaturesForMode', { currentEVCModeKey: evc });
  }
  for (const vm of machines) {
    if (!includes(evc, neededBy(vm) ?? evc)) throw new VimFault('EVCAdmissionFailedVmActive');
  }
}
