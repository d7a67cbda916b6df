/** Maintenance mode: a host is emptied of running machines, by DRS where it may, and takes no new ones. */
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import type { Step, Verb } from '../../../world/tasks.ts';
import { resolve } from '../../call.ts';
import { post } from '../../history/post.ts';
import { shortWork } from '../../inventory/short-work.ts';
import { verb } from '../../managed-object.ts';
import type { Site } from '../../site.ts';
import { emptyingEnded } from '../drs/look.ts';
import { haClusterOf } from '../ha/agents.ts';
import { changeRuntime, tellState } from '../ha/failing.ts';
import { lookAgain, reviewCapacity } from '../ha/failover.ts';
import { agentFound } from '../ha/recovery.ts';
import { emptied } from './evacuation.ts';
import { type Host, hostKind } from './host.ts';

interface Enter {
  /** Seconds; 0 waits for ever. */
  readonly timeout: number;
  readonly evacuatePoweredOffVms?: boolean | undefined;
}

export function say({ site, request }: Step<Site, never>, host: Cell<Host>, type: string, said: object = {}): void {
  post(site, request.user, type, { ...said }, { entity: host as unknown as Cell, chainId: request.eventChainId });
}

export function guardConnectedHost(host: Cell<Host>): void {
  const { connection } = host.state.runtime;
  if (connection === 'disconnected') throw new VimFault('HostNotConnected');
  if (connection === 'notResponding') throw new VimFault('HostNotReachable');
}

export const enterMaintenanceVerb: Verb<Site, never> = verb<Enter>({
  name: 'HostSystem.enterMaintenanceMode',
  descriptionId: 'HostSystem.enterMaintenanceMode',
  cancelable: true,
  steps: {
    begin(step) {
      const { site } = step;
      const host = resolve(site, hostKind, step.request.target);
      guardConnectedHost(host);
      if (host.state.runtime.maintenance) throw new VimFault('InvalidState');
      changeRuntime(site, host, { leaving: true });
      say(step as never, host, 'EnteringMaintenanceModeEvent');
      const after = site.latency.duration('HostSystem.enterMaintenanceMode');
      return { next: 'empty', after, state: { since: site.clock.now() }, percent: 2 };
    },
    empty(step) {
      const host = resolve(step.site, hostKind, step.request.target);
      guardConnectedHost(host);
      const { timeout, evacuatePoweredOffVms: poweredOff = false } = step.args;
      const left = emptied(step as never, host, { timeout, poweredOff }, 'empty');
      if (left) return left;
      enter(step as never, host);
      return { done: true };
    },
  },
  failed(step) {
    const host = step.site.world.as(hostKind, step.request.target.value);
    // What never began was not cancelled.
    if (!host || step.task.state.progress.step !== 'empty') return;
    changeRuntime(step.site, host, { leaving: undefined });
    emptyingEnded(step.site, host);
    say(step as never, host, 'CanceledHostOperationEvent');
  },
});

function enter(step: Step<Site, never>, host: Cell<Host>): void {
  const { site } = step;
  changeRuntime(site, host, { maintenance: true, leaving: undefined });
  say(step, host, 'EnteredMaintenanceModeEvent');
  const cluster = haClusterOf(host);
  if (!cluster) return;
  tellState(site, host);
  reviewCapacity(site, cluster);
}

export const exitMaintenanceVerb: Verb<Site, never> = shortWork<Host>({
  name: 'HostSystem.exitMaintenanceMode',
  kind: hostKind,
  guard(self) {
    guardConnectedHost(self);
    if (!self.state.runtime.maintenance) throw new VimFault('InvalidState');
  },
  change(self, step) {
    const { site } = step;
    changeRuntime(site, self, { maintenance: false });
    say(step as never, self, 'ExitMaintenanceModeEvent');
    agentFound(site, self);
    lookAgain(site, self.one('parent') as never);
  },
});
