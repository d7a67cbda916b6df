/** Hubs: where a policy's followers may be put. The API names them by type and id. */
import type {
  PbmLegacyHubsNotSupported,
  PbmNonExistentHubs,
  PbmPlacementHub,
} from '../../../vim25/generated-pbm/index.ts';
import type { Cell } from '../../../world/cell.ts';
import type { Call } from '../../call.ts';
import { type Datastore, datastoreKind } from '../../storage/datastore.ts';
import { takesDefaults } from '../default-of.ts';
import { pbmFault } from './profile-view.ts';

export function hubOf(datastore: Cell<Datastore>): PbmPlacementHub {
  return { hubType: 'Datastore', hubId: datastore.id };
}

/** The datastore that a hub stands for; undefined when there is none that the caller may see. */
export function datastoreAt(call: Call, hub: PbmPlacementHub): Cell<Datastore> | undefined {
  const found = hub.hubType === 'Datastore' ? call.world.as(datastoreKind, hub.hubId) : undefined;
  return found && call.viewer.can(found as unknown as Cell, 'System.View') ? found : undefined;
}

/** The hubs given, or one for each datastore that the caller may see. */
export function hubsToSearch(call: Call, given: readonly PbmPlacementHub[] | undefined): readonly PbmPlacementHub[] {
  if (given !== undefined && given.length > 0) return given;
  const seen = [...call.world.every(datastoreKind)].filter((d) => call.viewer.can(d as unknown as Cell, 'System.View'));
  return seen.map(hubOf);
}

/** The datastores of hubs. Throws PbmNonExistentHubs with those that are none. */
export function datastoresAt(call: Call, hubs: readonly PbmPlacementHub[]): Cell<Datastore>[] {
  const missing = hubs.filter((hub) => !datastoreAt(call, hub));
  if (missing.length > 0) {
    const text = 'One or more of the specified hubs do not exist.';
    throw pbmFault<PbmNonExistentHubs>('PbmNonExistentHubs', { hubs: missing }, text);
  }
  return hubs.map((hub) => datastoreAt(call, hub)!);
}

/** Throws PbmLegacyHubsNotSupported with the datastores that know nothing of default policies. */
export function guardDefaults(datastores: readonly Cell<Datastore>[]): void {
  const legacy = datastores.filter((d) => !takesDefaults(d));
  if (legacy.length === 0) return;
  const text = 'Default policies are not supported for the specified datastores.';
  throw pbmFault<PbmLegacyHubsNotSupported>('PbmLegacyHubsNotSupported', { hubs: legacy.map(hubOf) }, text);
}
