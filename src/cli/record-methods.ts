/**
 * What the calls of every simulator of this process proved of each method: kept for `docs/coverage.md`.
 *
 * Switched on by SIMSPHERE_COVERAGE_DIR, for the command and for the test runner alike.
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JournalEntry } from '../journal/journal.ts';
import { CLOSING, STARTED } from '../server/channels.ts';
import type { Simulator } from '../server/start.ts';
import type { Simulation } from '../simulator/simulator.ts';

/** What happened when a method was called; `refusals` are the faults that say something of the method itself. */
export interface MethodRecord {
  answered: number;
  changed: number;
  unbuilt: number;
  refusals: { [fault: string]: number };
}

/** By declaring type and method: `VirtualMachine.PowerOnVM_Task`. */
export type MethodRecords = { [method: string]: MethodRecord };

/**
 * Faults any method answers with before its own work begins, or that say only that something broke. TaskInProgress is among
 * them: whether two calls meet is a matter of when they came, and the page says the same of every run.
 */
const COMMON: ReadonlySet<string> = new Set([
  'HostCommunication',
  'InvalidRequest',
  'InvalidType',
  'ManagedObjectNotFound',
  'MethodNotFound',
  'NoPermission',
  'NotAuthenticated',
  'NotSupported',
  'RequestCanceled',
  'SystemError',
  'TaskInProgress',
]);

/** Starts recording into a folder; returns how to stop, which also writes what simulators still open have shown. */
export function recordMethods(folder: string): () => void {
  const open = new Map<Simulator, Recording>();
  const write = (simulator: Simulator) => {
    const records = open.get(simulator)?.end() ?? {};
    open.delete(simulator);
    if (Object.keys(records).length === 0) return;
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${randomUUID()}.json`), JSON.stringify(records));
  };
  const started = (message: unknown) => {
    const simulator = message as Simulator;
    open.set(simulator, new Recording(simulator.simulation));
  };
  const closing = (message: unknown) => write(message as Simulator);
  STARTED.subscribe(started);
  CLOSING.subscribe(closing);
  return () => {
    STARTED.unsubscribe(started);
    CLOSING.unsubscribe(closing);
    for (const simulator of [...open.keys()]) write(simulator);
  };
}

/** One simulator's calls, method by method. */
class Recording {
  readonly #simulation: Simulation;
  readonly #records: MethodRecords = {};
  /** Calls whose task had not ended when they were answered. */
  #running: { readonly record: MethodRecord; readonly task: string; readonly rules: readonly string[] }[] = [];

  constructor(simulation: Simulation) {
    this.#simulation = simulation;
    simulation.journal.listeners.add(this.#note);
  }

  end(): MethodRecords {
    this.#simulation.journal.listeners.delete(this.#note);
    this.#settle();
    for (const { record } of this.#running) record.answered++;
    return this.#records;
  }

  readonly #note = (entry: JournalEntry): void => {
    this.#settle();
    const method = this.#simulation.site.schema.managed(entry.target.type)?.methods.get(entry.method);
    // What a fault rule did to a call proves nothing of the method.
    if (!method || entry.rules.length > 0) return;
    const key = `${method.owner}.${method.name}`;
    this.#records[key] ??= { answered: 0, changed: 0, unbuilt: 0, refusals: {} };
    const record = this.#records[key];
    if (entry.outcome === 'unbuilt') record.unbuilt++;
    if (entry.outcome === 'fault') refuse(record, entry.fault);
    if (entry.outcome !== 'answer') return;
    // A task is itself a change; only its end tells what it did, and whether a rule took part.
    if (entry.task !== undefined) this.#running.push({ record, task: entry.task, rules: entry.rules });
    else {
      record.answered++;
      if (entry.changed) record.changed++;
    }
    this.#settle();
  };

  #settle(): void {
    this.#running = this.#running.filter(({ record, task, rules }) => {
      const info = this.#simulation.site.world.find(task)?.get('info') as
        | { readonly state: string; readonly error?: { readonly fault: { readonly _typeName: string } } }
        | undefined;
      if (info?.state === 'queued' || info?.state === 'running') return true;
      if (rules.length > 0) return false;
      record.answered++;
      if (info?.state === 'success') record.changed++;
      if (info?.state === 'error') refuse(record, info.error?.fault._typeName);
      return false;
    });
  }
}

function refuse(record: MethodRecord, fault: string | undefined): void {
  if (fault !== undefined && !COMMON.has(fault)) record.refusals[fault] = (record.refusals[fault] ?? 0) + 1;
}
