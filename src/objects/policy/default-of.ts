/** Which policy stands in where nobody named one. */
import type { Cell } from '../../world/cell.ts';
import type { World } from '../../world/world.ts';
import type { Datastore } from '../storage/datastore.ts';
import { storageType } from './placement.ts';
import { type Policy, policyKind } from './profile.ts';

const SYSTEM: Readonly<Record<string, string>> = {
  vsan: 'VsanDefaultProfile',
  vvol: 'VVolDefaultProfile',
  pmem: 'PmemDefaultProfile',
};

/** The default policy of a datastore: the one it was given, else the one its kind of storage has. */
export function defaultPolicyOf(world: World, datastore: Cell<Datastore>): Cell<Policy> | undefined {
  const given = world.lookup.first('policyDefault', datastore.id) as Cell<Policy> | undefined;
  return given ?? systemPolicy(world, SYSTEM[storageType(datastore)]);
}

/** The policy that every vCenter has for a purpose: `VsanDefaultProfile`. */
export function systemPolicy(world: World, purpose: string | undefined): Cell<Policy> | undefined {
  if (purpose === undefined) return undefined;
  for (const policy of world.every(policyKind)) if (policy.state.origin.system === purpose) return policy;
  return undefined;
}

/** Whether policies may be made the default of a datastore: only storage that keeps objects knows such a thing. */
export function takesDefaults(datastore: Cell<Datastore>): boolean {
  return storageType(datastore) in SYSTEM;
}
