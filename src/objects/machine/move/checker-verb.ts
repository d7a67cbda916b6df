/** What all checks share: the machine and places they are about, and the task that answers. */
import type { CheckResult } from '../../../vim25/generated/index.ts';
import { box, type Ref } from '../../../vim25/value.ts';
import type { Step, Verb } from '../../../world/tasks.ts';
import { resolve } from '../../call.ts';
import { verb } from '../../managed-object.ts';
import type { Site } from '../../site.ts';
import { vmKind } from '../virtual-machine.ts';
import type { Vm } from '../work.ts';
import { guardTests } from './checker-results.ts';

export interface Tested {
  readonly testType?: readonly string[] | undefined;
}

export interface Where extends Tested {
  readonly vm?: Ref | undefined;
  readonly host?: Ref | undefined;
  readonly pool?: Ref | undefined;
}

/** The machine a check is about. */
export function machine(site: Site, ref: Ref): Vm {
  return resolve(site, vmKind, ref);
}

/** A task that tells what it found, and changes nothing. */
export function checkVerb<A extends Tested>(
  name: string,
  check: (step: Step<Site, A>) => CheckResult[],
): Verb<Site, never> {
  return verb<A>({
    name,
    descriptionId: name,
    exclusive: false,
    steps: {
      begin(step) {
        guardTests(step.args.testType);
        return { next: 'finish', after: step.site.latency.duration(name) };
      },
      finish: (step) => ({ done: true, result: box('ArrayOfCheckResult', check(step)) }),
    },
  });
}
