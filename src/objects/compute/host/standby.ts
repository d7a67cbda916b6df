/** Standby: a host nobody needs is emptied and switched off, and switched on again when it is wanted. */
import { VimFault } from '../../../world/fault.ts';
import type { Verb } from '../../../world/tasks.ts';
import { resolve } from '../../call.ts';
import { verb } from '../../managed-object.ts';
import type { Site } from '../../site.ts';
import { emptyingEnded } from '../drs/look.ts';
import { haClusterOf } from '../ha/agents.ts';
import { changeRuntime } from '../ha/failing.ts';
import { reviewCapacity } from '../ha/failover.ts';
import { emptied } from './evacuation.ts';
import { hostKind } from './host.ts';
import { goToStandby, leaveStandby } from './host-boot.ts';
import { guardConnectedHost, say } from './maintenance.ts';

interface PowerDown {
  /** Seconds; 0 waits for ever. */
  readonly timeoutSec: number;
  readonly evacuatePoweredOffVms?: boolean | undefined;
}

export const powerDownVerb: Verb<Site, never> = verb<PowerDown>({
  name: 'HostSystem.powerDownToStandBy',
  descriptionId: 'HostSystem.powerDownToStandBy',
  cancelable: true,
  steps: {
    begin(step) {
      const { site } = step;
      const host = resolve(site, hostKind, step.request.target);
      if (host.state.runtime.power !== 'poweredOn') throw new VimFault('InvalidState');
      guardConnectedHost(host);
      changeRuntime(site, host, { standby: 'entering', leaving: true });
      say(step as never, host, 'EnteringStandbyModeEvent');
      const after = site.latency.duration('HostSystem.powerDownToStandBy');
      return { next: 'empty', after, state: { since: site.clock.now() }, percent: 2 };
    },
    empty(step) {
      const { site } = step;
      const host = resolve(site, hostKind, step.request.target);
      guardConnectedHost(host);
      const { timeoutSec: timeout, evacuatePoweredOffVms: poweredOff = false } = step.args;
      const left = emptied(step as never, host, { timeout, poweredOff }, 'empty');
      if (left) return left;
      goToStandby(site, host);
      say(step as never, host, 'EnteredStandbyModeEvent');
      const cluster = haClusterOf(host);
      if (cluster) reviewCapacity(site, cluster);
      return { done: true };
    },
  },
  failed(step) {
    const host = step.site.world.as(hostKind, step.request.target.value);
    if (!host || step.task.state.progress.step !== 'empty') return;
    changeRuntime(step.site, host, { standby: undefined, leaving: undefined });
    emptyingEnded(step.site, host);
    say(step as never, host, 'CanceledHostOperationEvent');
  },
});

export const powerUpVerb: Verb<Site, never> = verb<{ readonly timeoutSec: number }>({
  name: 'HostSystem.powerUpFromStandBy',
  descriptionId: 'HostSystem.powerUpFromStandBy',
  steps: {
    begin(step) {
      const { site, args } = step;
      const host = resolve(site, hostKind, step.request.target);
      if (host.state.runtime.power !== 'standBy') throw new VimFault('InvalidState');
      changeRuntime(site, host, { standby: 'exiting' });
      say(step as never, host, 'ExitingStandbyModeEvent');
      const boot = site.latency.duration('Host.boot');
      const late = args.timeoutSec > 0 && boot > args.timeoutSec * 1_000;
      return late ? { next: 'giveUp', after: args.timeoutSec * 1_000 } : { next: 'finish', after: boot };
    },
    finish(step) {
      const host = resolve(step.site, hostKind, step.request.target);
      leaveStandby(step.site, host);
      say(step as never, host, 'ExitedStandbyModeEvent');
      return { done: true };
    },
    giveUp() {
      throw new VimFault('Timedout');
    },
  },
  failed(step) {
    const host = step.site.world.as(hostKind, step.request.target.value);
    if (host?.state.runtime.standby !== 'exiting') return;
    changeRuntime(step.site, host, { standby: 'in' });
    say(step as never, host, 'ExitStandbyModeFailedEvent');
  },
});
