/** The secondary of a running machine is started, and comes into step with it. */
import type { VmFailedStartingSecondaryEventFailureReason } from '../../../vim25/generated/index.ts';
import type { Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import type { Verb } from '../../../world/tasks.ts';
import { resolve } from '../../call.ts';
import { verb } from '../../managed-object.ts';
import type { Site } from '../../site.ts';
import { guardUnlocked } from '../disk-lock.ts';
import { guardSpace } from '../disk-room.ts';
import type { Machine } from '../machine.ts';
import { askedHost } from '../power/power.ts';
import { start, stop } from '../power/running.ts';
import { guardHosted } from '../standing.ts';
import { vmKind } from '../virtual-machine.ts';
import type { Work } from '../work.ts';
import { doerOf, say, tellState } from './pair-events.ts';
import { mirrored } from './roles.ts';
import { hostForSecondary } from './secondary-host.ts';
import { pairOf, type Tolerance } from './tolerance.ts';

interface Starting {
  readonly host?: Ref<'HostSystem'> | undefined;
}

type Vm = Cell<Machine>;

const NAME = 'VirtualMachine.startSecondary';

/** The machines of a pair whose primary runs. Throws InvalidState where it does not, or where its secondary is to stay off. */
function awaited(step: Work<Starting>): { readonly primary: Vm; readonly secondary: Vm } {
  const secondary = resolve(step.site, vmKind, step.request.target);
  const pair = pairOf(secondary);
  if (!pair || pair.primary === secondary || !pair.primary.state.tolerance?.enabled) throw new VimFault('InvalidState');
  if (pair.primary.state.power.state !== 'poweredOn') throw new VimFault('InvalidState');
  guardHosted(pair.primary);
  return { primary: pair.primary, secondary };
}

function come(step: Work<Starting>, primary: Vm, secondary: Vm): void {
  const { site } = step;
  const seeking = { primary, secondary: secondary.state, id: secondary.id, starts: true };
  const host = hostForSecondary(seeking, askedHost(site, step.args.host));
  const place = Object.freeze({ ...secondary.state.place, host: host.id });
  guardSpace(site.world, secondary.state, { ...secondary.state, place, power: { state: 'poweredOn' } });
  guardUnlocked(site.world, secondary.id, secondary.state.devices);
  const { synced: _synced, stranded, ...tolerance } = primary.state.tolerance as Tolerance;
  // A host that did not have it is given it first.
  const added = stranded === true || host.id !== secondary.state.place.host;
  site.world.update(primary, { tolerance: Object.freeze(tolerance) });
  site.world.update(secondary, { place, devices: mirrored(secondary.state.devices, primary.state.devices) });
  if (added) say(doerOf(step), primary, 'VmSecondaryAddedEvent');
  start(site, secondary, host);
  say(doerOf(step), primary, 'VmStartingSecondaryEvent');
}

function failureOf({ type }: VimFault): VmFailedStartingSecondaryEventFailureReason {
  return type === 'IncompatibleHostForFtSecondary' ? 'incompatibleHost' : 'migrateFailed';
}

export const startSecondaryVerb: Verb<Site, never> = verb<Starting>({
  name: NAME,
  descriptionId: NAME,
  steps: {
    begin(step) {
      const { primary, secondary } = awaited(step);
      if (secondary.state.power.state === 'poweredOn') throw new VimFault('InvalidState');
      come(step, primary, secondary);
      tellState(doerOf(step), primary);
      return { next: 'finish', after: step.site.latency.duration(NAME) };
    },
    finish(step) {
      const { primary, secondary } = awaited(step);
      if (secondary.state.power.state !== 'poweredOn') throw new VimFault('InvalidState');
      const { reason: _reason, ...tolerance } = primary.state.tolerance as Tolerance;
      step.site.world.update(primary, { tolerance: Object.freeze({ ...tolerance, synced: true }) });
      say(doerOf(step), primary, 'VmSecondaryStartedEvent');
      tellState(doerOf(step), primary);
      return { done: true };
    },
  },
  failed(step, fault) {
    const secondary = step.site.world.as(vmKind, step.request.target.value);
    const pair = secondary && pairOf(secondary);
    if (!pair || pair.primary === secondary) return;
    if (secondary.state.power.state === 'poweredOn') stop(step.site, secondary);
    const doer = doerOf(step as Work<never>);
    if (fault.type === 'NoHostSuitableForFtSecondary') say(doer, pair.primary, 'VmNoCompatibleHostForSecondaryEvent');
    else say(doer, pair.primary, 'VmFailedStartingSecondaryEvent', { reason: failureOf(fault) });
    tellState(doer, pair.primary);
  },
});
