/** One privilege on one object, and how a rule asks for some. */
import { isRef } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import type { World } from '../../../world/world.ts';

export type Params = Readonly<Record<string, unknown>>;

export interface Need {
  readonly cell: Cell;
  readonly privilege: string;
}

/** A request as a rule sees it. */
export interface Request {
  readonly world: World;
  readonly self: Cell;
  readonly params: Params;
}

export type MethodRule = (request: Request) => Iterable<Need>;

/** For what belongs to the caller's session, which the method itself checks. */
export const ownOnly: MethodRule = () => [];

export function onSelf(...privileges: string[]): MethodRule {
  return ({ self }) => privileges.map((privilege) => ({ cell: self, privilege }));
}

/** The privileges on each object a parameter names; the parameter may be a path into a spec: `spec.location.host`. */
export function onNamed(path: string, ...privileges: string[]): MethodRule {
  return (request) => privileges.flatMap((privilege) => onRefs(request.world, at(request.params, path), privilege));
}

/** All of several rules. */
export function all(...rules: readonly MethodRule[]): MethodRule {
  return (request) => rules.flatMap((rule) => [...rule(request)]);
}

/** A privilege on each object that references name. */
export function onRefs(world: World, value: unknown, privilege: string): Need[] {
  const refs = Array.isArray(value) ? value : [value];
  return refs.flatMap((r) => {
    const cell = isRef(r) ? world.find(r.value) : undefined;
    return cell ? [{ cell, privilege }] : [];
  });
}

/** The value at a dotted path of a plain value. */
export function at(from: unknown, path: string): unknown {
  let value = from;
  for (const step of path.split('.')) {
    value = typeof value === 'object' && value !== null ? (value as Params)[step] : undefined;
  }
  return value;
}
