/** The directory that keeps a simulator across restarts, taken before there is one. */
import { SimError } from '../kernel/errors.ts';
import type { StateDirectory } from '../state/state-directory.ts';
import type { StartOptions } from './start.ts';

/** What makes a world, as the command line calls it: none of it is looked at where there is one already. */
const MAKES: Readonly<Record<string, string>> = {
  scenario: '--scenario',
  esx: '--esx',
  apiVersion: '--api-version',
  seed: '--seed',
  user: '--user',
  password: '--password',
  faults: 'fault rules',
  start: 'the first instant',
};

/** Throws ERR_STATE_DIR, or ERR_USAGE for options that do not go together. */
export async function stateOf(options: StartOptions): Promise<StateDirectory | undefined> {
  const { state, stateSync, showDatastores, logger } = options;
  if (state === undefined) {
    if (stateSync) throw new SimError('ERR_USAGE', '--state-sync goes with --state DIR');
    return undefined;
  }
  if (showDatastores !== undefined)
    throw new SimError('ERR_USAGE', 'datastores that are shown are not kept by --state');
  const { StateDirectory } = await import('../state/state-directory.ts');
  const directory = new StateDirectory(state, { sync: stateSync });
  const left = directory.head ? makersIn(options) : [];
  if (left.length > 0) {
    logger?.warn(`${state} holds a world already: what would make another is not looked at (${left.join(', ')})`);
  }
  return directory;
}

function makersIn(options: StartOptions): string[] {
  const said = Object.keys(MAKES).filter((name) => (options as Readonly<Record<string, unknown>>)[name] !== undefined);
  const counts = Object.keys(options.inventory ?? {});
  return [
    ...said.map((name) => MAKES[name]!),
    ...(counts.length > 0 ? [`sizes of the inventory: ${counts.join(', ')}`] : []),
  ];
}
