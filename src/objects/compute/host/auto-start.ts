/** Machines a host starts by itself when it has booted. */
import type { AutoStartPowerInfo } from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import type { Machine } from '../../machine/machine.ts';
import { haClusterOf } from '../ha/agents.ts';
import type { Host } from './host.ts';

export const READS_AUTO_START = ['autoStart', 'autoStarted.@there', 'autoStarted.place'] as const;

/** What was said of the machines that still stand on the host: it forgets those that went. */
export function standingAutoStart(host: Cell<Host>): AutoStartPowerInfo[] {
  const here = new Set(
    host.all<Machine>('autoStarted').flatMap((vm) => (vm.state.place.host === host.id ? vm.id : [])),
  );
  return (host.state.autoStart?.powerInfo ?? []).filter(({ key }) => here.has(key.value));
}

/** Those set to be started, in their order: numbered ones first. None where HA decides what starts. */
export function startsByItself(host: Cell<Host>): Cell<Machine>[] {
  const { autoStart } = host.state;
  if (!autoStart?.defaults?.enabled || haClusterOf(host)) return [];
  const here = new Map(Array.from(host.back<Machine>('vm'), (vm) => [vm.id, vm] as const));
  const order = ({ startOrder }: { readonly startOrder: number }) =>
    startOrder < 0 ? Number.MAX_SAFE_INTEGER : startOrder;
  return [...(autoStart.powerInfo ?? [])]
    .filter(({ startAction }) => /powerOn/i.test(startAction))
    .sort((a, b) => order(a) - order(b))
    .flatMap(({ key }) => here.get(key.value) ?? [])
    .filter((vm) => vm.state.power.state !== 'poweredOn' && !vm.state.config.template);
}
