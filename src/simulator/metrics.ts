/** Figures of a running simulator in the text format of Prometheus. Names of methods and types come from the API table. */
import { BUCKETS, type Counters } from '../journal/counters.ts';
import { OUTCOMES } from '../journal/entry.ts';
import type { Journal } from '../journal/journal.ts';
import type { Site } from '../objects/site.ts';
import { datastoreKind } from '../objects/storage/datastore.ts';
import { taskKind } from '../world/task.ts';

type Labels = Readonly<Record<string, string>>;

/** Managed types told of one by one; of the others only how many objects they have together. */
const MOST_TYPES = 200;

export interface Measured {
  readonly site: Site;
  readonly journal: Journal;
  readonly rules: { readonly armed: number; readonly hits: number };
  readonly unforeseen: number;
}

/** One figure at a time, each family with what it is. */
class Page {
  readonly #lines: string[] = [];

  family(name: string, type: 'counter' | 'gauge' | 'histogram', help: string): void {
    this.#lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`);
  }

  figure(name: string, labels: Labels, value: number): void {
    const inside = Object.entries(labels).map(([label, text]) => `${label}="${escaped(text)}"`);
    this.#lines.push(`${name}${inside.length > 0 ? `{${inside.join(',')}}` : ''} ${value}`);
  }

  one(name: string, type: 'counter' | 'gauge', help: string, value: number): void {
    this.family(name, type, help);
    this.figure(name, {}, value);
  }

  text(): string {
    return `${this.#lines.join('\n')}\n`;
  }
}

export function metricsText({ site, journal, rules, unforeseen }: Measured): string {
  const page = new Page();
  callFigures(page, journal);
  page.one('simsphere_request_bytes_total', 'counter', 'Bytes of calls that came in.', journal.counters.requestBytes);
  page.one('simsphere_answer_bytes_total', 'counter', 'Bytes of answers made.', journal.counters.answerBytes);
  page.one('simsphere_calls_under_way', 'gauge', 'Calls that are not answered yet.', journal.pending);
  worldFigures(page, site);
  page.one('simsphere_fault_rules', 'gauge', 'Fault rules in force.', rules.armed);
  page.one('simsphere_fault_rule_hits', 'gauge', 'Hits of the fault rules in force.', rules.hits);
  page.one('simsphere_unforeseen', 'gauge', 'Exceptions that nobody foresaw, the newest hundred.', unforeseen);
  const { rss, heapUsed } = process.memoryUsage();
  page.one('simsphere_resident_memory_bytes', 'gauge', 'Memory of the whole process.', rss);
  page.one('simsphere_heap_bytes', 'gauge', 'Used heap of the whole process.', heapUsed);
  return page.text();
}

function callFigures(page: Page, { counters }: Journal): void {
  page.family('simsphere_calls_total', 'counter', 'Calls by method and what became of them.');
  for (const [method, { outcomes }] of counters.methods) {
    for (const outcome of OUTCOMES) {
      if (outcomes[outcome] > 0) page.figure('simsphere_calls_total', { method, outcome }, outcomes[outcome]);
    }
  }
  durations(page, counters);
}

function durations(page: Page, counters: Counters): void {
  const name = 'simsphere_call_duration_seconds';
  page.family(name, 'histogram', 'Real time from the call to its answer.');
  for (const [method, { buckets, seconds }] of counters.methods) {
    let count = 0;
    for (const [i, upTo] of BUCKETS.entries()) {
      count += buckets[i]!;
      page.figure(`${name}_bucket`, { method, le: String(upTo) }, count);
    }
    count += buckets[BUCKETS.length]!;
    page.figure(`${name}_bucket`, { method, le: '+Inf' }, count);
    page.figure(`${name}_sum`, { method }, seconds);
    page.figure(`${name}_count`, { method }, count);
  }
}

function worldFigures(page: Page, { world, events, clock }: Site): void {
  page.one('simsphere_sessions', 'gauge', 'Sessions that are open.', world.ofType('UserSession').size);
  page.family('simsphere_tasks', 'gauge', 'Tasks that are kept, by state.');
  const states = { queued: 0, running: 0, success: 0, error: 0 };
  for (const task of world.every(taskKind)) states[task.state.progress.state]++;
  for (const [state, count] of Object.entries(states)) page.figure('simsphere_tasks', { state }, count);
  page.family('simsphere_objects', 'gauge', 'Objects of the world by type.');
  let others = 0;
  for (const [i, [type, count]] of countByType(world).entries()) {
    if (i < MOST_TYPES) page.figure('simsphere_objects', { type }, count);
    else others += count;
  }
  if (others > 0) page.figure('simsphere_objects', { type: 'other' }, others);
  page.one('simsphere_events_total', 'counter', 'Events posted.', events.end);
  page.family('simsphere_datastore_free_bytes', 'gauge', 'Free space by datastore, of the first two hundred.');
  let told = 0;
  for (const datastore of world.every(datastoreKind)) {
    if (told++ === MOST_TYPES) break;
    const { freeSpace } = (datastore.get('summary') ?? {}) as { readonly freeSpace?: number };
    page.figure('simsphere_datastore_free_bytes', { datastore: datastore.state.name }, freeSpace ?? 0);
  }
  page.one('simsphere_clock_seconds', 'gauge', "The simulator's clock.", clock.now() / 1_000);
}

function countByType(world: Site['world']): [string, number][] {
  return Array.from(world.types(), (type): [string, number] => [type, world.ofType(type).size]).filter(
    ([, count]) => count > 0,
  );
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}
