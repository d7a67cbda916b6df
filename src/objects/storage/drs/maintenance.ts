/** Maintenance mode of a datastore: it is reached once nothing stands on it; Storage DRS says how, or sees to it. */
import type { ClusterDrsFaults, ClusterRecommendation } from '../../../vim25/generated/index.ts';
import type { Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import type { Outcome, Step, Verb } from '../../../world/tasks.ts';
import type { Call } from '../../call.ts';
import { resolve } from '../../call.ts';
import { verb } from '../../managed-object.ts';
import type { Site } from '../../site.ts';
import { type Datastore, datastoreKind } from '../datastore.ts';
import { type StoragePod, storagePodKind } from '../storage-pod.ts';
import { withdraw } from './apply.ts';
import { evacuation } from './balance.ts';
import { applyByItself, proposedBy } from './pass.ts';
import { type Teller, tellDatastore, tellPod } from './pod-events.ts';
import { podConfig } from './settings.ts';

const ENTER = 'Datastore.enterMaintenanceMode';
/** How often a datastore that is not empty yet is looked at, and how often what stands there is tried again. */
const LOOK_AGAIN = 5_000;
const TRY_AGAIN = 60_000;

interface Emptying {
  readonly tried: number;
}

/** Starts the task, and tells what would empty the datastore. */
export function enterMaintenance(call: Call, self: Cell<Datastore>): object {
  if (self.state.maintenance) throw new VimFault('InvalidState');
  return call.turn(() => {
    call.world.update(self, { maintenance: true });
    const { recommendations, drsFault } = evacuate(call.site, self, call.user);
    const task = call.startTask(ENTER, self as never);
    return { _typeName: 'StoragePlacementResult', recommendations, drsFault, task };
  });
}

interface Evacuation {
  /** Absent where Storage DRS does not look after the datastore. */
  readonly recommendations?: readonly ClusterRecommendation[] | undefined;
  readonly drsFault?: ClusterDrsFaults | undefined;
}

/** What Storage DRS would do; what it may do by itself it begins. Inside a turn. */
function evacuate(site: Site, self: Cell<Datastore>, user: string): Evacuation {
  const pod = site.world.as(storagePodKind, self.state.parent);
  if (!pod || !podConfig(pod.state.drs).enabled) return {};
  if (self.countBack('vm') === 0) return { recommendations: [] };
  const { waiting, automatic, drsFault } = proposedBy(site, pod, evacuation(pod, self), 'datastoreMaint');
  const recommendations = [...waiting, ...automatic];
  const others = (pod.state.proposals ?? []).filter((r) => !isAbout(r, self));
  site.world.update(pod, { proposals: Object.freeze([...others, ...recommendations]) });
  if (waiting.length > 0) tellPod({ site, user }, pod, 'StorageDrsNewRecommendationPendingEvent');
  if (automatic.length > 0)
    applyByItself(
      site,
      automatic.map((r) => r.key),
    );
  return { recommendations, drsFault };
}

function isAbout({ action }: ClusterRecommendation, self: Cell<Datastore>): boolean {
  return (action ?? []).some((a) => (a as { readonly source?: Ref }).source?.value === self.id);
}

/** Whether what would empty it waits for somebody to apply it. */
function isProposed(site: Site, self: Cell<Datastore>): boolean {
  const pod = site.world.as(storagePodKind, self.state.parent);
  return (pod?.state.proposals ?? []).some((r) => isAbout(r, self));
}

/** Nothing is to be emptied any more. Inside a turn. */
function forget(site: Site, self: Cell<Datastore>): void {
  const pod: Cell<StoragePod> | undefined = site.world.as(storagePodKind, self.state.parent);
  const keys = (pod?.state.proposals ?? []).filter((r) => isAbout(r, self)).map((r) => r.key);
  if (pod) withdraw(site, pod, keys);
}

function tellerOf({ site, request }: Step<Site, object>): Teller {
  return { site, user: request.user, chainId: request.eventChainId };
}

export const enterMaintenanceVerb: Verb<Site, never> = verb<object>({
  name: ENTER,
  descriptionId: ENTER,
  cancelable: true,
  steps: {
    begin(step) {
      const self = resolve(step.site, datastoreKind, step.request.target);
      tellDatastore(tellerOf(step), self, 'DatastoreEnteringMaintenanceModeEvent');
      const after = step.site.latency.duration(ENTER);
      return { next: 'empty', after, state: { tried: step.site.clock.now() }, percent: 10 };
    },
    empty: (step) => empty(step),
  },
  failed(step) {
    const self = step.site.world.as(datastoreKind, step.request.target.value);
    if (!self) return;
    step.site.world.update(self, { maintenance: undefined });
    forget(step.site, self);
    tellDatastore(tellerOf(step), self, 'CanceledDatastoreMaintenanceModeEvent');
  },
});

function empty(step: Step<Site, object>): Outcome {
  const { site, request } = step;
  const self = resolve(site, datastoreKind, request.target);
  const busy = self.countBack('migration') > 0;
  if (self.countBack('vm') === 0 && !busy) {
    forget(site, self);
    tellDatastore(tellerOf(step), self, 'DatastoreEnterMaintenanceModeEvent');
    return { done: true };
  }
  let { tried } = step.state as Emptying;
  const now = site.clock.now();
  if (!busy && !isProposed(site, self) && now - tried >= TRY_AGAIN) {
    evacuate(site, self, '');
    tried = now;
  }
  return { next: 'empty', after: LOOK_AGAIN, state: { tried }, waits: !busy };
}
