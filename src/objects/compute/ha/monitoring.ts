/** VM monitoring: a guest that gives no sign of life is reset, but not for ever. */
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import { toolsRunning } from '../../guest/awake.ts';
import { isHung } from '../../machine/hung.ts';
import type { Machine } from '../../machine/machine.ts';
import { reboot } from '../../machine/power/running.ts';
import { takeScreen } from '../../machine/power/screenshot.ts';
import { vmKind } from '../../machine/virtual-machine.ts';
import type { Site } from '../../site.ts';
import type { Host } from '../host/host.ts';
import { haClusterOf } from './agents.ts';
import { postAbout } from './said.ts';
import { type Monitoring, vmPolicy } from './vm-policy.ts';

/** The guest stops: no heartbeat comes any more, until the machine is started anew. Without VMware Tools none ever came. */
export function hang(site: Site, vm: Cell<Machine>): void {
  const boot = vm.state.power.bootTime;
  if (vm.state.power.state !== 'poweredOn' || boot === undefined || !toolsRunning(vm.state) || isHung(vm.state)) return;
  site.world.turn(() => {
    site.world.update(vm, { hung: Object.freeze({ since: site.clock.now(), boot }) });
    watch(site, vm);
  });
}

/** After an image came back: guests that hang are watched again. */
export function resumeMonitoring(site: Site): void {
  for (const vm of site.world.every(vmKind)) if (isHung(vm.state)) watch(site, vm);
}

/** Nobody looks while a machine is young, nor before enough heartbeats are missing. */
function watch(site: Site, vm: Cell<Machine>): void {
  const { hung, power } = vm.state;
  const monitoring = monitoringOf(vm);
  if (!hung || !monitoring) return;
  const due = Math.max(
    hung.since + 1_000 * monitoring.failureInterval,
    (power.bootTime ?? 0) + 1_000 * monitoring.minUpTime,
    site.clock.now(),
  );
  site.clock.at(due, () => {
    const now = site.world.as(vmKind, vm.id);
    if (now?.state.hung === hung && isHung(now.state)) site.world.turn(() => respond(site, now));
  });
}

function monitoringOf(vm: Cell<Machine>): Monitoring | undefined {
  const host = vm.one<Host>('host');
  const cluster = host && haClusterOf(host);
  return cluster && vmPolicy(cluster.state, vm.id).monitoring;
}

/** Resets the machine, unless somebody ended it, its host is gone, or it was reset too often lately. */
function respond(site: Site, vm: Cell<Machine>): void {
  const monitoring = monitoringOf(vm);
  const { power, resets = [] } = vm.state;
  const host = vm.one<Host>('host');
  if (!monitoring || power.state !== 'poweredOn' || host?.state.runtime.connection !== 'connected') return;
  const now = site.clock.now();
  const { maxFailures, maxFailureWindow } = monitoring;
  const recent = resets.filter((at) => maxFailureWindow < 0 || at > now - 1_000 * maxFailureWindow);
  const self = vm as unknown as Cell;
  if (recent.length >= maxFailures) return postAbout(site, self, 'VmDasResetFailedEvent');
  const { hung } = vm.state;
  const resetting = pictureOf(site, vm).then((screenshotFilePath) => {
    if (site.world.as(vmKind, vm.id) !== vm || vm.state.hung !== hung || !isHung(vm.state)) return;
    site.world.turn(() => {
      const reason = 'vmtoolsHeartbeatFailure';
      if (screenshotFilePath === undefined) postAbout(site, self, 'VmDasBeingResetEvent', { reason });
      else postAbout(site, self, 'VmDasBeingResetWithScreenshotEvent', { reason, screenshotFilePath });
      site.world.update(vm, { hung: undefined, resets: Object.freeze([...recent, now]) });
      reboot(site, vm);
    });
  });
  site.clock.hold(resetting.catch((error: unknown) => site.clock.onUnforeseen?.(error)));
}

/** What its console shows is kept in a file before it is reset, where there is room for it. */
async function pictureOf(site: Site, vm: Cell<Machine>): Promise<string | undefined> {
  try {
    const save = await takeScreen(site, vm);
    return site.world.turn(save);
  } catch (error) {
    if (error instanceof VimFault) return undefined;
    throw error;
  }
}
