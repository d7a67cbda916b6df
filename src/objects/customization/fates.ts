/** Customizations that are to fail: what a scenario or a fault rule says of machines by name, also of ones to come. */
import { fitsName } from '../../kernel/glob.ts';
import type { Site } from '../site.ts';
import { customizationSpecManagerKind } from './spec-manager-kind.ts';

/** Words for the ways to fail, and the events they end in. */
export const FAILURES: ReadonlyMap<string, string> = new Map([
  ['linuxIdentity', 'CustomizationLinuxIdentityFailed'],
  ['networkSetup', 'CustomizationNetworkSetupFailed'],
  ['sysprep', 'CustomizationSysprepFailed'],
  ['unknown', 'CustomizationUnknownFailure'],
  ['failed', 'CustomizationFailed'],
]);

/** How a customization fails. */
export interface Failure {
  /** Type of the event it ends in. */
  readonly event: string;
  readonly reason?: string | undefined;
}

export interface Fate extends Failure {
  /** Name of the machines it is about; `*` stands for any text, `?` for one character. */
  readonly name: string;
}

/**
 * From now on customizations of machines of that name fail; a later word on the same name stands for an earlier one.
 * `failure` is a word of FAILURES or the type of an event; whatever else it is, nobody knows why they fail.
 */
export function letFail(site: Site, name: string, failure = 'unknown', reason?: string): void {
  const types = [...FAILURES.values()];
  const event = FAILURES.get(failure) ?? types.find((type) => type === failure) ?? 'CustomizationUnknownFailure';
  put(site, (fates) => [...fates.filter((fate) => fate.name !== name), { name, event, reason }]);
}

/** Takes back what was said of a name; of all names when none is given. */
export function letSucceed(site: Site, name?: string): void {
  put(site, (fates) => fates.filter((fate) => name !== undefined && fate.name !== name));
}

/** What is to become of a customization of a machine of that name. */
export function fateOf(site: Site, name: string): Fate | undefined {
  return managerOf(site)?.state.fates?.find((fate) => fitsName(fate.name, name));
}

function managerOf(site: Site) {
  return [...site.world.every(customizationSpecManagerKind)][0];
}

function put(site: Site, change: (fates: readonly Fate[]) => readonly Fate[]): void {
  const manager = managerOf(site);
  if (manager) site.world.turn(() => site.world.update(manager, { fates: change(manager.state.fates ?? []) }));
}
