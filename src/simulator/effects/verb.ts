/** What a verb that changes the world is, and on which objects one works. */
import type { Shape } from '../../faults/shape.ts';
import { fitsName } from '../../kernel/glob.ts';
import { parseDuration } from '../../kernel/time.ts';
import type { Session } from '../../objects/access/sessions/session.ts';
import { nameOf } from '../../objects/call.ts';
import { type Host, hostKind } from '../../objects/compute/host/host.ts';
import type { Machine } from '../../objects/machine/machine.ts';
import { vmKind } from '../../objects/machine/virtual-machine.ts';
import type { Site } from '../../objects/site.ts';
import { type Datastore, datastoreKind } from '../../objects/storage/datastore.ts';
import type { Cell } from '../../world/cell.ts';
import type { Facets, KindSpec } from '../../world/kind.ts';

export type Arguments = Readonly<Record<string, unknown>>;
export type Takes = { readonly [argument: string]: Shape };

export interface WorldEffectVerb {
  readonly takes: Takes;
  /** Type of the objects that the argument `name` is of, where without one the object of the call is meant. */
  readonly of?: string;
  /** `self` is the object of the call that set the rule off, when a call did, and `session` the session it came in. */
  run(site: Site, args: Arguments, self: Cell | undefined, session?: Cell<Session>): void;
}

export const text = (about: string): Shape => ({ kind: 'text', about });
export const duration = (about: string): Shape => ({ kind: 'duration', about });
export const size = (about: string): Shape => ({ kind: 'size', about });

const NAME = text('which, by name, with * and ?; without it the object of the call');

/** Milliseconds, where a duration was said. */
export function milliseconds(said: unknown): number | undefined {
  return said === undefined ? undefined : parseDuration(said as string | number);
}

export function word(said: unknown): string | undefined {
  return said === undefined ? undefined : String(said);
}

/** Objects of a kind that the argument `name` fits; without one the call's own object, if it is of the kind. */
export function* chosen<F extends Facets>(
  site: Site,
  kind: KindSpec<F>,
  args: Arguments,
  self: Cell | undefined,
): Generator<Cell<F>> {
  if (args.name === undefined) {
    if (self?.is(kind.type)) yield self as unknown as Cell<F>;
    return;
  }
  for (const cell of [...site.world.every(kind)]) {
    if (fitsName(String(args.name), nameOf(cell as unknown as Cell))) yield cell;
  }
}

type Does<F extends Facets> = (site: Site, cell: Cell<F>, args: Arguments) => void;

function each<F extends Facets>(kind: KindSpec<F>, does: Does<F>, takes: Takes): WorldEffectVerb {
  return {
    takes: { name: NAME, ...takes },
    of: kind.type,
    run(site, args, self) {
      for (const cell of chosen(site, kind, args, self)) does(site, cell, args);
    },
  };
}

/** What befalls each host that the argument `name` fits. */
export function hosts(does: Does<Host>, takes: Takes = {}): WorldEffectVerb {
  return each(hostKind, does, takes);
}

/** What befalls each machine that the argument `name` fits. */
export function machines(does: Does<Machine>, takes: Takes = {}): WorldEffectVerb {
  return each(vmKind, does, takes);
}

/** What befalls each datastore that the argument `name` fits. */
export function datastores(does: Does<Datastore>, takes: Takes = {}): WorldEffectVerb {
  return each(datastoreKind, does, takes);
}
