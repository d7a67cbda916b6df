/** What a simulator is made on, before anything stands in it. */
import { RuleError } from '../faults/rule-error.ts';
import { Clock } from '../kernel/clock.ts';
import { SimError } from '../kernel/errors.ts';
import { Ids } from '../kernel/ids.ts';
import { Random } from '../kernel/random.ts';
import { LogBook } from '../objects/diagnostics/log-book.ts';
import { propertyFilterKind } from '../objects/query/property-collector.ts';
import { aboutFor } from '../objects/service/about.ts';
import type { Latency, Site } from '../objects/site.ts';
import { Layers } from '../spool/layers.ts';
import type { Spool } from '../spool/spool.ts';
import { EventLog } from '../world/events.ts';
import { Tasks } from '../world/tasks.ts';
import { World } from '../world/world.ts';
import { performInside } from './inside.ts';
import { instant, realistic } from './latency.ts';
import { checkLatency, customLatency, worksOf } from './latency-profile.ts';
import type { SimulatorOptions } from './options.ts';
import { registry } from './rooms.ts';

export type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** Throws ERR_USAGE, with the path, for durations that are none. */
function latencyOf(said: SimulatorOptions['latency'], dice: Random): Latency {
  if (typeof said !== 'object') return said === 'realistic' ? realistic(dice) : instant;
  try {
    return customLatency(checkLatency(said, worksOf(registry), ['latency']), dice);
  } catch (error) {
    throw error instanceof RuleError ? new SimError('ERR_USAGE', error.message) : error;
  }
}

/** The site of a simulator: an empty world with its clock, tasks and dice. */
export function makeSite(
  options: SimulatorOptions,
  flavour: Site['flavour'],
  seed: string,
  spool: Spool,
  dice: Random,
): Writable<Site> {
  const { model } = registry;
  const clock = new Clock(options.clock ?? { kind: 'real' }, options.start);
  const ids = new Ids(seed);
  const world = new World(model);
  const events = new EventLog(options.keepEvents);
  const log = new LogBook(flavour, () => world.turning);
  // The log before the events: a task begins before anybody is told of it.
  world.enlist(log);
  world.enlist(events);
  const { about, version } = aboutFor(flavour, options.apiVersion, ids);
  const random = (stream: string) => new Random(seed, stream);
  const site: Writable<Site> = {
    schema: model.schema,
    world,
    clock,
    ids,
    events,
    log,
    tasks: undefined as never,
    latency: latencyOf(options.latency, dice),
    spool,
    layers: new Layers(spool),
    flavour,
    about,
    version: model.schema.versionIndex(version),
    random,
    perform: (call, self, values) => performInside(registry, call, self, values),
    permissionsChanged: () => {
      for (const cell of world.every(propertyFilterKind)) cell.state.filter.retell();
    },
  };
  site.tasks = new Tasks<Site>(world, clock, site, registry.verbs, options.keepTasks);
  return site;
}
