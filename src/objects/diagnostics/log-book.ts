/**
 * What vCenter's log and those of its hosts tell: the newest entries, of which each log writes its own lines. Lines keep
 * their numbers when older ones are dropped, so that who follows a log misses none.
 */
import type { Participant } from '../../world/turn.ts';
import { LogBundles } from './log-bundles.ts';
import { type LogEntry, type LogFile, lineOf, standsIn } from './log-entry.ts';

const LIMIT = 20_000;
/** Trimmed in blocks: shifting one at a time would move the whole array for each call. */
const BLOCK = 2_000;
/** Hosts of which it is known how many lines are gone. */
const MOST_HOSTS = 10_000;
const LONGEST = 500;

export class LogBook implements Participant {
  /** Who is told of each line of the server's own log. */
  listeners: Set<(line: string) => void> = new Set();
  readonly bundles: LogBundles = new LogBundles();
  readonly own: LogFile;
  readonly #turning: () => boolean;
  #entries: LogEntry[] = [];
  #pending: LogEntry[] = [];
  /** Lines that are gone, by log. */
  #dropped = new Map<string, number>();
  #calls = 0;

  constructor(flavour: 'vcenter' | 'esx', turning: () => boolean) {
    this.own = { log: flavour === 'esx' ? 'hostd' : 'vpxd', host: undefined };
    this.#turning = turning;
  }

  /** Number of the next call. */
  nextCall(): number {
    return ++this.#calls;
  }

  /** Takes an entry in; one of a turn only when the turn stands. */
  note(entry: LogEntry): void {
    if (this.#turning()) this.#pending.push(entry);
    else this.#append(entry);
  }

  begin(): void {}

  commit(): void {
    if (this.#pending.length === 0) return;
    for (const entry of this.#pending.splice(0)) this.#append(entry);
  }

  rollback(): void {
    this.#pending = [];
  }

  /** How many lines a log has had so far. */
  length(file: LogFile): number {
    return this.#gone(file) + this.#count(file);
  }

  /** Lines of a log from a number on, the first line being 1; those that are gone are left out. */
  lines(file: LogFile, start: number, most: number): { readonly first: number; readonly text: readonly string[] } {
    const gone = this.#gone(file);
    const first = Math.max(start, gone + 1);
    const text: string[] = [];
    let skip = first - gone - 1;
    for (const entry of this.#entries) {
      if (text.length >= most) break;
      if (standsIn(entry, file) && --skip < 0) text.push(lineOf(entry, file));
    }
    return { first, text };
  }

  /** Those who listen listen to another from now on. */
  handOver(to: LogBook): void {
    to.listeners = this.listeners;
    this.listeners = new Set();
    const { text } = to.lines(to.own, 1, LIMIT);
    for (const line of text) for (const listener of to.listeners) listener(line);
  }

  clear(): void {
    this.#entries = [];
    this.#pending = [];
    this.#dropped = new Map();
    this.bundles.clear();
  }

  #append(entry: LogEntry): void {
    this.#entries.push(entry);
    if (this.#entries.length >= LIMIT + BLOCK) this.#trim();
    if (this.listeners.size === 0 || !standsIn(entry, this.own)) return;
    const line = lineOf(entry, this.own);
    for (const listener of this.listeners) listener(line);
  }

  #trim(): void {
    for (const entry of this.#entries.splice(0, BLOCK)) {
      for (const file of filesOf(this.own, entry.said.host)) {
        const key = keyOf(file);
        if (standsIn(entry, file)) this.#dropped.set(key, (this.#dropped.get(key) ?? 0) + 1);
      }
    }
    for (const key of this.#dropped.keys()) {
      if (this.#dropped.size <= MOST_HOSTS) break;
      if (key.includes(' ')) this.#dropped.delete(key);
    }
  }

  #gone(file: LogFile): number {
    return this.#dropped.get(keyOf(file)) ?? 0;
  }

  #count(file: LogFile): number {
    if (file.log === 'vpxd') return this.#entries.length;
    let count = 0;
    for (const entry of this.#entries) if (standsIn(entry, file)) count++;
    return count;
  }
}

/** The logs that there are on the server itself, and on a host under it. */
export function filesOf(own: LogFile, host: string | undefined): readonly LogFile[] {
  if (own.log === 'hostd') return [own, { log: 'vmkernel', host: undefined }];
  return host === undefined ? [own] : [own, ...logsOfHost(host)];
}

export function logsOfHost(host: string): readonly LogFile[] {
  return [
    { log: 'hostd', host },
    { log: 'vmkernel', host },
    { log: 'vpxa', host },
  ];
}

function keyOf({ log, host }: LogFile): string {
  return host === undefined ? log : `${host} ${log}`;
}

/** As long as such words are; a copy, for a part of a text would keep the whole. */
export function kept(text: string): string {
  return text.length < 13 ? text : Buffer.from(text.slice(0, LONGEST)).toString();
}
