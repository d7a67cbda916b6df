/**
 * Whether a caller may make a call: what the method needs, of which object, and the typed refusal.
 *
 * The table names a privilege for most methods (asked of the target's entity) and for some parameters (asked of each
 * object they name). `method-rules.ts` holds the rest: what the table leaves open, or what the request decides.
 */
import type { Method } from '../../vim25/schema.ts';
import { isRef } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import { VimFault } from '../../world/fault.ts';
import { demand, type Viewer } from '../../world/viewer.ts';
import type { World } from '../../world/world.ts';
import type { Site } from '../site.ts';
import { entityOf } from './authority.ts';
import { methodRules } from './needs/method-rules.ts';
import type { Need, Params } from './needs/need.ts';

const ANONYMOUS = 'System.Anonymous';

/** Throws NotAuthenticated before login, NoPermission naming the object and the privilege after it. */
export function authorize(site: Site, viewer: Viewer, method: Method, self: Cell, params: Params): void {
  const { checks } = site.world;
  if (checks) checks.doing = method.name;
  if (method.privilege === ANONYMOUS) return;
  if (viewer.session === undefined && !viewer.unrestricted) {
    throw new VimFault('NotAuthenticated', { object: self.ref, privilegeId: method.privilege ?? 'System.View' });
  }
  if (checks?.mode === 'off') return;
  requirePrivilege(viewer, self, 'System.View');
  for (const need of needsOf(site.world, method, self, params)) requirePrivilege(viewer, need.cell, need.privilege);
}

/** Everything a call needs, in the order vCenter would ask for it. */
export function* needsOf(world: World, method: Method, self: Cell, params: Params): Generator<Need> {
  const rule = methodRules[`${method.owner}.${method.name}`];
  if (!rule && method.privilege) yield { cell: self, privilege: method.privilege };
  for (const param of method.params) {
    if (!param.privilege) continue;
    for (const cell of named(world, params[param.name])) yield { cell, privilege: param.privilege };
  }
  if (rule) yield* rule({ world, self, params });
}

export function requirePrivilege(viewer: Viewer, cell: Cell, privilege: string): void {
  if (!demand(viewer, cell, privilege)) throw noPermission(cell, privilege);
}

export function noPermission(cell: Cell, privilege: string): VimFault {
  // An entity is named itself; a manager, by the entity whose permissions it has.
  const object = (entityOf(cell) ?? cell).ref;
  const missingPrivileges = [{ entity: object, privilegeIds: [privilege] }];
  return new VimFault('NoPermission', { object, privilegeId: privilege, missingPrivileges });
}

/** The objects a parameter names that exist; what does not is another fault's business. */
function named(world: World, value: unknown): Cell[] {
  const refs = Array.isArray(value) ? value : [value];
  return refs.flatMap((r) => (isRef(r) ? (world.find(r.value) ?? []) : []));
}
