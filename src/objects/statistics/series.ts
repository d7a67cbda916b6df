/** The values of an entity's counters, sample by sample. */
import type { PerfMetricId } from '../../vim25/generated/index.ts';
import type { Cell } from '../../world/cell.ts';
import { scaled } from '../compute/load/io.ts';
import type { Ledger } from '../compute/load/ledger.ts';
import type { Counter } from './counter.ts';
import type { Each, Figures, Observed, Part, Provider } from './figures.ts';
import { observe, providerOf } from './observe.ts';
import type { Sample, Timeline } from './timeline.ts';

/** A counter that is asked for, and which of its instances: `*` is all of them. */
export interface Asked {
  readonly counter: Counter;
  readonly instance: string;
}

export interface Series {
  readonly id: PerfMetricId;
  /** A value for each sample; -1 where there was nothing to count. */
  readonly values: number[];
}

export interface Measured {
  readonly samples: readonly Sample[];
  readonly series: readonly Series[];
}

export interface Subject {
  readonly ledger: Ledger;
  readonly cell: Cell;
  readonly timeline: Timeline;
  /** Operations of an event type up to an instant. */
  readonly operations: (event: string, until: number) => number;
}

/** Samples in which there was nothing of the entity at all are left out. */
export function measure(subject: Subject, asked: readonly Asked[], samples: readonly Sample[]): Measured {
  const series = new Map<string, Series>();
  const kept: Sample[] = [];
  for (const sample of samples) {
    const sums = collect(subject, asked, sample);
    if (!sums) continue;
    for (const [key, { id, value }] of sums) {
      const known = series.get(key) ?? { id, values: new Array<number>(kept.length).fill(NOTHING) };
      series.set(key, known);
      known.values.push(value);
    }
    kept.push(sample);
    for (const { values } of series.values()) if (values.length < kept.length) values.push(NOTHING);
  }
  return { samples: kept, series: [...series.values()] };
}

const NOTHING = -1;

interface Sum {
  readonly id: PerfMetricId;
  readonly value: number;
}

/** What the ticks of a sample make together; undefined when none of them saw the entity. */
function collect(subject: Subject, asked: readonly Asked[], sample: Sample): Map<string, Sum> | undefined {
  const found = new Map<string, { readonly id: PerfMetricId; readonly counter: Counter; readonly values: number[] }>();
  let seen = false;
  const provider = providerOf(subject.cell);
  for (let tick = sample.first; tick <= sample.last; tick++) {
    const observed = observe(subject.ledger, subject.cell, tick);
    if (!observed) continue;
    seen = true;
    const time = subject.timeline.timeOf(tick);
    const views = new Views(observed, provider, (event) => subject.operations(event, time));
    for (const { counter, instance } of asked) {
      for (const [name, figures] of views.of(counter, instance)) {
        const key = `${counter.info.key}/${name}`;
        const entry = found.get(key) ?? { id: { counterId: counter.info.key, instance: name }, counter, values: [] };
        found.set(key, entry);
        entry.values.push(counter.of(figures));
      }
    }
  }
  if (!seen) return undefined;
  return new Map(
    Array.from(found, ([key, { id, counter, values }]) => [key, { id, value: rolledUp(counter, values) }]),
  );
}

/** Averages are those of the samples below, sums their sums, and the latest is the last of them. */
function rolledUp({ rollup }: Counter, values: readonly number[]): number {
  switch (rollup) {
    case 'summation':
      return Math.round(values.reduce((sum, v) => sum + v, 0));
    case 'latest':
      return Math.round(values.at(-1)!);
    case 'minimum':
      return Math.round(values.reduce((least, v) => Math.min(least, v)));
    case 'maximum':
      return Math.round(values.reduce((most, v) => Math.max(most, v)));
    default:
      return Math.round(values.reduce((sum, v) => sum + v, 0) / values.length);
  }
}

/** What is counted by instances only has no whole, but for a datastore, which is one of its own instances. */
export function hasWhole(onlyEach: boolean | undefined, provider: Provider | undefined): boolean {
  return !onlyEach || provider === 'datastore';
}

/** An observation seen as a whole and by its instances. */
class Views {
  readonly #observed: Observed;
  readonly #provider: Provider | undefined;
  readonly #whole: Figures;
  readonly #parts = new Map<Each, readonly (readonly [string, Figures])[]>();

  constructor(observed: Observed, provider: Provider | undefined, operations: (event: string) => number) {
    this.#observed = observed;
    this.#provider = provider;
    this.#whole = { ...observed.whole, operations };
  }

  of({ each, onlyEach }: Counter, instance: string): readonly (readonly [string, Figures])[] {
    const parts = each && instance !== '' ? this.#partsOf(each) : [];
    const chosen = instance === '*' ? parts : parts.filter(([name]) => name === instance);
    const wantsWhole = instance === '' || instance === '*';
    return wantsWhole && hasWhole(onlyEach, this.#provider) ? [['', this.#whole], ...chosen] : chosen;
  }

  #partsOf(each: Each): readonly (readonly [string, Figures])[] {
    let parts = this.#parts.get(each);
    if (!parts) {
      const all = this.#observed.parts(each);
      parts = all.map((part) => [part.instance, partOf(this.#whole, each, part, all.length)] as const);
      this.#parts.set(each, parts);
    }
    return parts;
  }
}

/** The figures of an instance: its part of what the whole is made of. */
function partOf(whole: Figures, each: Each, { share }: Part, count: number): Figures {
  if (each === 'card') return { ...whole, io: scaled(whole.io, 0, share) };
  if (each !== 'cpu') return { ...whole, io: scaled(whole.io, share, 0) };
  // A CPU that is busy leaves less to differ in: at the utmost all are alike.
  const mhz = whole.mhz / count;
  const even = 1 / count;
  const idle = 1 - Math.min(1, (whole.use.cpuDemand + whole.own.cpu) / Math.max(1, whole.mhz));
  const fair = even + (share - even) * idle;
  return {
    ...whole,
    cpus: 1,
    mhz,
    use: { ...whole.use, cpu: whole.use.cpu * fair, cpuDemand: whole.use.cpuDemand * fair },
    own: { ...whole.own, cpu: whole.own.cpu * fair },
  };
}
