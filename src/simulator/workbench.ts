/** What those who test with a simulator ask of it: its world, what was left open, its figures, calls caught on their way. */
import { SimError } from '../kernel/errors.ts';
import type { Interception, Interceptor, MethodName } from './interceptions.ts';
import { type Leak, leaksOf } from './leaks.ts';
import { metricsText } from './metrics.ts';
import { registry } from './rooms.ts';
import type { Simulation } from './simulator.ts';
import { WorldAccess } from './world-access.ts';
import { worldEffects } from './world-effects.ts';

export class Workbench {
  /** Looks at the world, and changes it. */
  readonly world: WorldAccess;
  readonly #simulation: Simulation;

  constructor(simulation: Simulation) {
    const { site, faults, credentials } = simulation;
    this.#simulation = simulation;
    this.world = new WorldAccess({ site, registry, book: faults, effects: worldEffects, user: credentials.user });
    simulation.journal.places = (path) => this.world.find(path)?.id;
  }

  /** What clients opened and have not closed. */
  leaks(): Leak[] {
    const { site, engine, journal } = this.#simulation;
    return leaksOf(site, engine.openings, journal.visits);
  }

  /** Figures in the text format of Prometheus. */
  metrics(): string {
    const { site, journal, faults, engine } = this.#simulation;
    const listed = faults.list();
    const hits = listed.reduce((sum, rule) => sum + rule.hits, 0);
    return metricsText({
      site,
      journal,
      rules: { armed: listed.length, hits },
      unforeseen: engine.unforeseen.length,
    });
  }

  intercept<M extends MethodName>(method: M, handler: Interceptor<M>): Interception;
  intercept(method: string, handler: Interceptor): Interception;
  intercept(method: string, handler: Interceptor<never> | Interceptor): Interception {
    if (typeof handler !== 'function') throw new SimError('ERR_USAGE', `intercept('${method}') needs a function`);
    return this.#simulation.engine.interceptions.add(method, handler as Interceptor);
  }
}
