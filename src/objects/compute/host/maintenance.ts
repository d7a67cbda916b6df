/** Maintenance mode: a host is emptied of running machines, by DRS where it may, and takes no new ones. */
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import type { Outcome, Step, Verb } from '../../../world/tasks.ts';
import { resolve } from '../../call.ts';
import { eventArgument } from '../../history/event-argument.ts';
import { post } from '../../history/post.ts';
import { isBusy } from '../../inventory/managed-entity.ts';
import { shortWork } from '../../inventory/short-work.ts';
import type { Machine } from '../../machine/machine.ts';
import { demandOf } from '../../machine/power/demand.ts';
import { verb } from '../../managed-object.ts';
import type { Site } from '../../site.ts';
import { bestHost, hasDrs, hostsOf } from '../placement.ts';
import { type Host, hostKind } from './host.ts';

interface Enter {
  /** Seconds; 0 waits for ever. */
  readonly timeout: number;
  readonly evacuatePoweredOffVms?: boolean | undefined;
}

type EnterStep = Step<Site, Enter>;

/** How often a host that is not empty yet is looked at again. */
const LOOK_AGAIN = 5_000;

function say({ site, request }: Step<Site, never>, host: Cell<Host>, type: string): void {
  post(site, request.user, type, {}, { entity: host as unknown as Cell, chainId: request.eventChainId });
}

function setMaintenance(site: Site, host: Cell<Host>, maintenance: boolean): void {
  site.world.update(host, { runtime: Object.freeze({ ...host.state.runtime, maintenance }) });
}

function guardReachable(host: Cell<Host>): void {
  if (host.state.runtime.connection !== 'connected') throw new VimFault('InvalidState');
}

export const enterMaintenanceVerb: Verb<Site, never> = verb<Enter>({
  name: 'HostSystem.enterMaintenanceMode',
  descriptionId: 'HostSystem.enterMaintenanceMode',
  cancelable: true,
  steps: {
    begin(step) {
      const host = resolve(step.site, hostKind, step.request.target);
      guardReachable(host);
      if (host.state.runtime.maintenance) throw new VimFault('InvalidState');
      say(step as never, host, 'EnteringMaintenanceModeEvent');
      const after = step.site.latency.duration('HostSystem.enterMaintenanceMode');
      return { next: 'empty', after, state: { since: step.site.clock.now() }, percent: 10 };
    },
    empty: (step) => empty(step),
  },
  failed(step) {
    const host = step.site.world.as(hostKind, step.request.target.value);
    // What never began was not cancelled.
    if (host && step.task.state.progress.step === 'empty') say(step as never, host, 'CanceledHostOperationEvent');
  },
});

function empty(step: EnterStep): Outcome {
  const { site, args } = step;
  const host = resolve(site, hostKind, step.request.target);
  guardReachable(host);
  evacuate(step, host);
  if (host.sum('vmPoweredOn') === 0) {
    setMaintenance(site, host, true);
    say(step as never, host, 'EnteredMaintenanceModeEvent');
    return { done: true };
  }
  const { since } = step.state as { readonly since: number };
  if (args.timeout > 0 && site.clock.now() - since >= args.timeout * 1000) throw new VimFault('Timedout');
  return { next: 'empty', after: LOOK_AGAIN, state: step.state, waits: args.timeout === 0 };
}

/** DRS moves what can run elsewhere; what cannot, and what is worked on, stays, and the host waits for it. */
function evacuate(step: EnterStep, host: Cell<Host>): void {
  const compute = host.one('parent');
  if (!compute || !hasDrs(compute)) return;
  const others = hostsOf(compute).filter((other) => other !== host);
  if (others.length === 0) return;
  for (const vm of [...host.back<Machine>('vm')]) {
    const running = vm.state.power.state === 'poweredOn';
    if (isBusy(vm as unknown as Cell) || (!running && !step.args.evacuatePoweredOffVms)) continue;
    const target = elsewhere(others, vm, running);
    if (target) migrate(step, vm, host, target);
  }
}

function elsewhere(others: readonly Cell<Host>[], vm: Cell<Machine>, running: boolean): Cell<Host> | undefined {
  const demand = demandOf(vm.state);
  try {
    return bestHost(others, running ? demand : { ...demand, cpus: 0, cpu: 0, memory: 0 });
  } catch (error) {
    if (error instanceof VimFault) return undefined;
    throw error;
  }
}

function migrate({ site, request }: EnterStep, vm: Cell<Machine>, from: Cell<Host>, to: Cell<Host>): void {
  const sourceHost = eventArgument(from as unknown as Cell);
  site.world.update(vm, { place: Object.freeze({ ...vm.state.place, host: to.id }) });
  const type = vm.state.power.state === 'poweredOn' ? 'DrsVmMigratedEvent' : 'VmMigratedEvent';
  const properties = { template: vm.state.config.template ?? false, sourceHost };
  post(site, request.user, type, properties, { entity: vm as unknown as Cell, chainId: request.eventChainId });
}

export const exitMaintenanceVerb: Verb<Site, never> = shortWork<Host>({
  name: 'HostSystem.exitMaintenanceMode',
  kind: hostKind,
  guard(self) {
    guardReachable(self);
    if (!self.state.runtime.maintenance) throw new VimFault('InvalidState');
  },
  change(self, step) {
    setMaintenance(step.site, self, false);
    say(step as never, self, 'ExitMaintenanceModeEvent');
  },
});
