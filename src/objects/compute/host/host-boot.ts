/** A host goes down and comes up: at a user's word, or because it was sent into standby. Each inside a turn. */
import type { Cell } from '../../../world/cell.ts';
import type { TaskFacets } from '../../../world/task.ts';
import type { Machine } from '../../machine/machine.ts';
import type { Site } from '../../site.ts';
import { changeRuntime, failHost } from '../ha/failing.ts';
import { lookAgain } from '../ha/failover.ts';
import { agentFound, recoverHost, wakeUp } from '../ha/recovery.ts';
import { postAbout } from '../ha/said.ts';
import { type Host, hostKind } from './host.ts';

/** Takes a host down; one that is to boot again is back when that is done. `task` is what takes it down. */
export function goDown(site: Site, host: Cell<Host>, boots: boolean, task: Cell<TaskFacets>): void {
  const until = boots ? site.clock.now() + site.latency.duration('Host.boot') : undefined;
  failHost(site, host, 'poweredOff', { task, until });
  if (until !== undefined) awaitBoot(site, host);
}

/** Brings a host back when its boot is done. */
export function awaitBoot(site: Site, host: Cell<Host>): void {
  const until = host.state.runtime.failure?.until;
  if (until === undefined) return;
  site.clock.at(until, () => {
    const now = site.world.as(hostKind, host.id);
    if (now?.state.runtime.failure?.until === until) recoverHost(site, now);
  });
}

/** After an image came back: hosts that boot go on with it. */
export function resumeBoots(site: Site): void {
  for (const host of site.world.every(hostKind)) awaitBoot(site, host);
}

/** In standby a host is off, and vCenter knows why. */
export function goToStandby(site: Site, host: Cell<Host>): void {
  changeRuntime(site, host, { connection: 'notResponding', power: 'standBy', standby: 'in', leaving: undefined });
}

export function leaveStandby(site: Site, host: Cell<Host>): void {
  const now = site.clock.now();
  const boot = { bootTime: now, bootTick: site.world.tick };
  changeRuntime(site, host, { connection: 'connected', power: 'poweredOn', standby: undefined, ...boot });
  postAbout(site, host as unknown as Cell, 'HostConnectedEvent');
  wakeUp(site, host);
  agentFound(site, host);
  lookAgain(site, host.one('parent') as never);
}

/** Whether machines run on a host. */
export function hasRunning(host: Cell<Host>): boolean {
  for (const vm of host.back<Machine>('vm')) if (vm.state.power.state === 'poweredOn') return true;
  return false;
}
