/** What fault rules may do to the world, by name: one entry a verb, each a real change with its events. */
import { hostEffects } from './effects/hosts.ts';
import { machineEffects } from './effects/machines.ts';
import { serverEffects } from './effects/server.ts';
import { storageEffects } from './effects/storage.ts';
import type { Takes, WorldEffectVerb } from './effects/verb.ts';

export type { WorldEffectVerb } from './effects/verb.ts';

export const worldEffects: ReadonlyMap<string, WorldEffectVerb> = new Map<string, WorldEffectVerb>([
  ...serverEffects,
  ...hostEffects,
  ...storageEffects,
  ...machineEffects,
]);

/** Names of the verbs and how what they take is written, for checking rules. */
export const worldVerbs: ReadonlyMap<string, Takes> = new Map(
  Array.from(worldEffects, ([name, effect]) => [name, effect.takes] as const),
);
