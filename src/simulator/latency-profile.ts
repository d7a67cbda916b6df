/** Durations as a user writes them, in TypeScript, a scenario or a file of their own. */
import { meant, type Path, RuleError } from '../faults/rule-error.ts';
import { checkShape, type ObjectShape, type Shape } from '../faults/shape.ts';
import { fitsGlob } from '../kernel/glob.ts';
import type { Random } from '../kernel/random.ts';
import { parseDuration } from '../kernel/time.ts';
import type { Latency } from '../objects/site.ts';
import { timed, typicalTime, type WorkTime } from './latency.ts';
import { TYPICAL } from './latency-table.ts';
import type { Registry } from './registry.ts';

type Duration = string | number;

export interface WorkTimeInput {
  readonly takes?: Duration;
  readonly perGib?: Duration;
  /** Share by which it varies, either way: 0.2 is a fifth. */
  readonly jitter?: number;
}

/** What is not said is as in the profile it extends: `realistic`, or `instant`, where nothing takes any time. */
export interface LatencyInput {
  readonly extends?: 'instant' | 'realistic';
  /** What work takes that is not named anywhere. */
  readonly default?: Duration;
  readonly perGib?: Duration;
  readonly jitter?: number;
  /** By TaskInfo.descriptionId, such as `VirtualMachine.powerOn`; with `*` and `?`. The first that fits counts. */
  readonly work?: Readonly<Record<string, Duration | WorkTimeInput>>;
}

const duration = (about: string): Shape => ({ kind: 'duration', about });
const jitter: Shape = { kind: 'number', min: 0, max: 1, about: 'share by which it varies, either way' };
const perGib = duration('for each GiB of data that it moves');

export const latencyShape: ObjectShape = {
  kind: 'object',
  about: 'how long simulated work takes',
  fields: {
    extends: { kind: 'text', choices: ['instant', 'realistic'], about: 'what is not said is as there; realistic' },
    default: duration('what work takes that is not named'),
    perGib,
    jitter,
    work: {
      kind: 'map',
      of: {
        kind: 'either',
        of: [
          { kind: 'duration' },
          {
            kind: 'object',
            fields: { takes: duration('whatever it moves'), perGib, jitter },
            about: 'one sort of work',
          },
        ],
      },
      about: 'by TaskInfo.descriptionId, such as VirtualMachine.powerOn, with * and ?',
    },
  },
};

/** Throws RuleError with the path of the wrong word. */
export function checkLatency(input: unknown, works: ReadonlySet<string>, base: Path = []): LatencyInput {
  checkShape(input, latencyShape, base);
  const { work = {} } = input as LatencyInput;
  for (const name of Object.keys(work)) {
    if ([...works].some((known) => fitsGlob(name, known))) continue;
    throw new RuleError([...base, 'work', name], `no work is called '${name}'${meant(name, works)}`);
  }
  return input as LatencyInput;
}

/** Names of all that takes time. */
export function worksOf({ verbs }: Registry): ReadonlySet<string> {
  return new Set([...verbs.flatMap(({ name, descriptionId }) => [name, descriptionId]), ...Object.keys(TYPICAL)]);
}

const NOTHING: WorkTime = Object.freeze({ takes: 0, perGib: 0, jitter: 0 });

export function customLatency(input: LatencyInput, random: Random): Latency {
  const known = new Map<string, WorkTime>();
  const timeOf = (work: string) => {
    const time = known.get(work) ?? timeSaid(input, work);
    known.set(work, time);
    return time;
  };
  return timed(timeOf, random);
}

function timeSaid({ extends: base = 'realistic', work = {}, ...general }: LatencyInput, name: string): WorkTime {
  const before = base === 'instant' ? NOTHING : typicalTime(name);
  const isNamed = base === 'realistic' && Object.hasOwn(TYPICAL, name);
  const glob = Object.keys(work).find((key) => fitsGlob(key, name));
  const said = glob === undefined ? undefined : work[glob];
  const own: WorkTimeInput = typeof said === 'object' ? said : said === undefined ? {} : { takes: said };
  return {
    takes: milliseconds(own.takes ?? (isNamed ? undefined : general.default), before.takes),
    perGib: milliseconds(own.perGib ?? general.perGib, before.perGib),
    jitter: own.jitter ?? general.jitter ?? before.jitter,
  };
}

function milliseconds(said: Duration | undefined, otherwise: number): number {
  return said === undefined ? otherwise : parseDuration(said);
}
