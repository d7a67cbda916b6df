/** Entities as clients name them. */
import type { PbmServerObjectRef } from '../../../vim25/generated-pbm/index.ts';
import { invalidArgument, VimFault } from '../../../world/fault.ts';
import type { Call } from '../../call.ts';
import { ENTITY_TYPES, type Follower, followerAt, seenWith } from '../associations.ts';
import { pbmFault } from './profile-view.ts';

/** What an entity is made of. Throws InvalidArgument for what follows no policies, PbmFaultNotFound for what is not there. */
export function followers(call: Call, entity: PbmServerObjectRef, path: string): Follower[] {
  if (!ENTITY_TYPES.has(entity.objectType)) throw invalidArgument(`${path}.objectType`);
  const elsewhere = entity.serverUuid !== undefined && entity.serverUuid !== call.site.about.instanceUuid;
  const found = elsewhere ? undefined : followerAt(call.world, entity);
  const shown = seenWith(call.world, entity);
  if (!found || (shown && !call.viewer.can(shown, 'System.View')))
    throw pbmFault('PbmFaultNotFound', {}, `Entity ${entity.objectType}:${entity.key} not found.`);
  return found;
}

/** The reference as this server gives it. */
export function ownRef(call: Call, ref: PbmServerObjectRef): PbmServerObjectRef {
  return { ...ref, serverUuid: call.site.about.instanceUuid };
}

/** What `make` gives, or the fault it ends in. */
export function each<T>(
  entities: readonly PbmServerObjectRef[],
  make: (entity: PbmServerObjectRef) => T,
): ({ readonly object: PbmServerObjectRef } & (T | { readonly fault: ReturnType<VimFault['localized']> }))[] {
  return entities.map((object) => {
    try {
      return { object, ...make(object) };
    } catch (error) {
      if (!(error instanceof VimFault)) throw error;
      return { object, fault: error.localized() };
    }
  });
}
