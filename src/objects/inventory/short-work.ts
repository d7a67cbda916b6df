/** Tasks of one change: guards, a pause, the guards again, the change. */

import type { Cell } from '../../world/cell.ts';
import type { VimFault } from '../../world/fault.ts';
import type { Facets, KindSpec } from '../../world/kind.ts';
import type { Step, Verb } from '../../world/tasks.ts';
import { resolve } from '../call.ts';
import { verb } from '../managed-object.ts';
import type { Site } from '../site.ts';

export interface ShortWork<F extends Facets, A> {
  /** `ResourcePool.destroy`: names the verb, its description and its duration. */
  readonly name: string;
  /** The description, where it is another than the name. */
  readonly descriptionId?: string;
  readonly kind: KindSpec<F>;
  /** Throws when the change is not allowed. Runs at the start and again when the work is due, as the world moves on. */
  readonly guard?: (self: Cell<F>, step: Step<Site, A>) => void;
  /** The change; what it returns is the task's result. */
  readonly change: (self: Cell<F>, step: Step<Site, A>) => unknown;
  /** What is told of its failure, where the entity is still there. */
  readonly failed?: (self: Cell<F>, step: Step<Site, A>, fault: VimFault) => void;
}

export function shortWork<F extends Facets, A = object>(work: ShortWork<F, A>): Verb<Site, never> {
  const guarded = (step: Step<Site, A>): Cell<F> => {
    const self = resolve(step.site, work.kind, step.request.target);
    work.guard?.(self, step);
    return self;
  };
  return verb<A>({
    name: work.name,
    descriptionId: work.descriptionId ?? work.name,
    steps: {
      begin(step) {
        guarded(step);
        return { next: 'finish', after: step.site.latency.duration(work.name) };
      },
      finish(step) {
        const result = work.change(guarded(step), step);
        return result === undefined ? { done: true } : { done: true, result };
      },
    },
    failed(step, fault) {
      const self = step.site.world.find(step.request.target.value) as unknown as Cell<F> | undefined;
      if (self) work.failed?.(self, step, fault);
    },
  });
}
