/** From options as typed to options of `startSimulator`. */

import type { ClockMode } from '../kernel/clock.ts';
import { SimError } from '../kernel/errors.ts';
import type { StartOptions } from '../server/start.ts';
import type { Values } from './arguments.ts';

const COUNTS: Readonly<Record<string, string>> = {
  dc: 'dc',
  cluster: 'cluster',
  host: 'host',
  'standalone-host': 'standaloneHost',
  vm: 'vm',
  pool: 'pool',
  app: 'app',
  folder: 'folder',
  ds: 'ds',
  pod: 'pod',
  pg: 'pg',
  'pg-nsx': 'pgNsx',
  nsx: 'nsx',
  autostart: 'autostart',
  'host-name': 'hostName',
};

/** Option -> name in StartOptions, for those that carry over as they are. */
const PLAIN: Readonly<Record<string, string>> = {
  listen: 'listen',
  http: 'http',
  gzip: 'gzip',
  user: 'user',
  password: 'password',
  'any-login': 'anyLogin',
  permissions: 'permissions',
  seed: 'seed',
  'api-version': 'apiVersion',
  esx: 'esx',
  'keep-calls': 'keepCalls',
  'keep-tasks': 'keepTasks',
  'keep-events': 'keepEvents',
  scenario: 'scenario',
  spool: 'spool',
  state: 'state',
  'state-sync': 'stateSync',
  control: 'control',
  'control-token': 'controlToken',
};

export function startOptions(values: Values, port: number): StartOptions {
  const inventory: Record<string, unknown> = {};
  const made: Record<string, unknown> = { port: values['port'] ?? port, inventory };
  for (const [flag, name] of Object.entries(COUNTS)) if (values[flag] !== undefined) inventory[name] = values[flag];
  for (const [flag, name] of Object.entries(PLAIN)) if (values[flag] !== undefined) made[name] = values[flag];
  const { latency } = values;
  if (latency !== undefined)
    made[latency === 'instant' || latency === 'realistic' ? 'latency' : 'latencyFile'] = latency;
  if (typeof values['clock'] === 'string') made['clock'] = clockMode(values['clock']);
  return made as StartOptions;
}

function clockMode(text: string): ClockMode {
  if (text === 'real' || text === 'manual') return { kind: text };
  const speed = /^x(\d+(?:\.\d+)?)$/.exec(text);
  if (!speed || Number(speed[1]) <= 0)
    throw new SimError('ERR_USAGE', `--clock takes real, xN or manual, not '${text}'`);
  return { kind: 'scaled', speed: Number(speed[1]) };
}
