/** What Storage DRS tells of pods and their datastores: events without a type of their own. */
import type { ClusterAction, StorageMigrationAction, StoragePlacementAction } from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import { nameOf } from '../../call.ts';
import { postExtended } from '../../history/event-ex.ts';
import type { Site } from '../../site.ts';
import type { Datastore } from '../datastore.ts';
import type { StoragePod } from '../storage-pod.ts';

type Words = readonly [severity: 'info' | 'warning' | 'error', message: (name: string) => string];

const OF_PODS = {
  ConfiguredStorageDrsOnPodEvent: ['info', (pod) => `Storage DRS of datastore cluster ${pod} was configured`],
  StorageDrsEnabledEvent: ['info', (pod) => `Storage DRS is on for datastore cluster ${pod}`],
  StorageDrsDisabledEvent: ['info', (pod) => `Storage DRS is off for datastore cluster ${pod}`],
  StorageDrsAutomationLevelChangedEvent: ['info', (pod) => `Storage DRS has another automation level on ${pod}`],
  StorageDrsNewRecommendationPendingEvent: ['warning', (pod) => `Storage DRS has recommendations for ${pod} that wait`],
  StorageDrsRecommendationApplied: ['info', (pod) => `Recommendations of Storage DRS for ${pod} were applied`],
} satisfies Readonly<Record<string, Words>>;

const OF_DATASTORES = {
  DatastoreEnteringMaintenanceModeEvent: ['info', (name) => `Datastore ${name} is entering maintenance mode`],
  DatastoreEnterMaintenanceModeEvent: ['info', (name) => `Datastore ${name} is in maintenance mode`],
  CanceledDatastoreMaintenanceModeEvent: ['info', (name) => `Datastore ${name} does not go into maintenance mode`],
  DatastoreExitMaintenanceModeEvent: ['info', (name) => `Datastore ${name} left maintenance mode`],
} satisfies Readonly<Record<string, Words>>;

/** By whom, and in which chain of events. */
export interface Teller {
  readonly site: Site;
  readonly user: string;
  readonly chainId?: number | undefined;
}

function say({ site, user, chainId }: Teller, entity: Cell, type: string, [severity, message]: Words, args = {}): void {
  const about = { entity, ...(chainId !== undefined && { chainId }) };
  const said = {
    eventTypeId: `com.vmware.vc.sdrs.${type}`,
    severity,
    message: message(nameOf(entity)),
    arguments: args,
  };
  postExtended(site, user, said, about);
}

export function tellPod(by: Teller, pod: Cell<StoragePod>, type: keyof typeof OF_PODS): void {
  say(by, pod as unknown as Cell, type, OF_PODS[type]);
}

export function tellDatastore(by: Teller, self: Cell<Datastore>, type: keyof typeof OF_DATASTORES): void {
  say(by, self as unknown as Cell, type, OF_DATASTORES[type]);
}

/** One action is done: something was placed, or moved. `vm` is the machine where the action names none. */
export function tellAction(by: Teller, pod: Cell<StoragePod>, action: ClusterAction, vm: Cell | undefined): void {
  const { world } = by.site;
  const { destination, relocateSpec } = action as StorageMigrationAction | StoragePlacementAction;
  const name = (id: string) => {
    const cell = world.find(id);
    return cell ? nameOf(cell) : id;
  };
  const machine = (action as StorageMigrationAction).vm?.value ?? vm?.id ?? '';
  const disks = (relocateSpec.disk ?? []).filter((d) => d.datastore.value === destination.value);
  const args = { vm: name(machine), disk: disks.map((d) => d.diskId).join(), datastore: name(destination.value) };
  const moves = action._typeName === 'StorageMigrationAction';
  const type = moves ? 'StorageDrsStorageMigrationEvent' : 'StorageDrsStoragePlacementEvent';
  const words: Words = [
    'info',
    (cluster) =>
      `Storage DRS ${moves ? 'moved' : 'placed'} ${args.vm} to ${args.datastore} in datastore cluster ${cluster}`,
  ];
  say(by, pod as unknown as Cell, type, words, args);
}
