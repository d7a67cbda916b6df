/** A host is there again: what became of its machines, and of what HA had under way. */
import type { Cell } from '../../../world/cell.ts';
import { type Machine, POWERED_OFF } from '../../machine/machine.ts';
import { start, stop } from '../../machine/power/running.ts';
import type { Site } from '../../site.ts';
import { startsByItself } from '../host/auto-start.ts';
import type { Host } from '../host/host.ts';
import { haClusterOf, takesPart } from './agents.ts';
import { changeRuntime, ends, tellState } from './failing.ts';
import { lookAgain } from './failover.ts';
import { postAbout } from './said.ts';

/**
 * vCenter and the other hosts find a host again, whatever befell it. One that was down has booted anew: what was started
 * elsewhere meanwhile is there, and of what was not, the host starts what it is set to start by itself. Inside a turn.
 */
export function recoverHost(site: Site, host: Cell<Host>): void {
  const { failure, connection, power } = host.state.runtime;
  if (power !== 'poweredOn' || (!failure && connection === 'connected')) return;
  site.world.turn(() => {
    const booted = failure !== undefined && ends(failure.kind);
    const boot = booted ? { bootTime: site.clock.now(), bootTick: site.world.tick } : {};
    changeRuntime(site, host, { connection: 'connected', failure: undefined, ...boot });
    if (connection !== 'connected') postAbout(site, host as unknown as Cell, 'HostConnectedEvent');
    // The HA agent of a host that was only silent was there all the time.
    if (failure?.kind !== 'silent') agentFound(site, host);
    if (booted) wakeUp(site, host);
    const cluster = host.one('parent');
    lookAgain(site, cluster as never);
  });
}

/** The host's HA agent takes part, from now on. */
export function agentFound(site: Site, host: Cell<Host>): void {
  changeRuntime(site, host, { joined: site.clock.now() });
  const cluster = haClusterOf(host);
  if (!cluster) return;
  // The first agent after none was there.
  if ([...cluster.back<Host>('host')].filter(takesPart).length === 1) {
    postAbout(site, cluster as unknown as Cell, 'DasAgentFoundEvent');
  }
  postAbout(site, host as unknown as Cell, 'HostDasEnabledEvent');
  tellState(site, host);
}

/** What ran on a host when it went down runs no more. */
export function wakeUp(site: Site, host: Cell<Host>): void {
  const waiting = new Set(haClusterOf(host)?.state.failover?.waiting.map(({ vm }) => vm));
  for (const vm of [...host.back<Machine>('vm')]) {
    if (vm.state.power.state !== 'poweredOn') continue;
    stop(site, vm, Object.freeze({ ...POWERED_OFF, unclean: true }));
    if (!waiting.has(vm.id)) postAbout(site, vm as unknown as Cell, 'VmPoweredOffEvent');
  }
  for (const vm of startsByItself(host)) {
    start(site, vm, host);
    postAbout(site, vm as unknown as Cell, 'VmPoweredOnEvent');
  }
}
