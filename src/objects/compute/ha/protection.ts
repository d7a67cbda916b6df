/** `runtime.dasVmProtection`: whether HA starts a machine again should its host fail. */
import type { VirtualMachineRuntimeInfoDasProtectionState } from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import type { Machine } from '../../machine/machine.ts';
import { dasOf } from '../cluster/cluster-config.ts';
import type { Host } from '../host/host.ts';
import { haClusterOf } from './agents.ts';
import { vmPolicy } from './vm-policy.ts';

/** What `protection` reads of a machine. */
export const READS_PROTECTION = ['power', 'host.compute.das', 'host.compute.rules'] as const;

/** Undefined where there is no HA. */
export function protection(vm: Cell<Machine>): VirtualMachineRuntimeInfoDasProtectionState | undefined {
  const host = vm.one<Host>('host');
  const cluster = host && haClusterOf(host);
  if (!cluster) return undefined;
  const watched = dasOf(cluster.state).hostMonitoring !== 'disabled';
  const restarts = watched && vmPolicy(cluster.state, vm.id).priority !== undefined;
  return { dasProtected: restarts && vm.state.power.state === 'poweredOn' };
}
