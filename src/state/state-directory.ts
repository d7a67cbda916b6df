/**
 * A directory that keeps a simulator across restarts. Each turn's changes stand in a log before anybody hears of them;
 * when the log has grown long, a snapshot takes its place, written beside the work and put there by one rename.
 */
import { mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { syncDirectory, syncFile } from '../spool/sync.ts';
import type { EventLog } from '../world/events.ts';
import type { Done } from '../world/turn.ts';
import type { World } from '../world/world.ts';
import { type ChangeRecord, objectChanges } from './change-record.ts';
import type { Moment } from './images.ts';
import type { Keeper } from './keeper.ts';
import { framed } from './lines.ts';
import { lock } from './lock.ts';
import { Moved } from './moved.ts';
import type { Picture } from './picture.ts';
import { toJson } from './plain.ts';
import { type ReadBack, readHead, readSnapshot, replay } from './read-back.ts';
import { type MadeWith, type SnapshotHead, snapshotLines, takenMoments } from './snapshot.ts';
import { StateFiles } from './state-files.ts';
import { StateLog } from './state-log.ts';

export interface StateOptions {
  /** Whether each change is forced out to the disk: not needed to outlive the process, but the machine. */
  readonly sync?: boolean | undefined;
}

/** What is written down of a simulator as it goes. */
export interface Watched {
  readonly made: MadeWith;
  readonly world: World;
  readonly events: EventLog;
  readonly now: () => number;
  /** What stands beside the world and changes between snapshots, by name. */
  readonly beside: ReadonlyMap<string, Keeper<never>>;
  readonly picture: () => Picture;
  readonly moments: () => Iterable<Moment>;
}

/** Bytes of a log that is worth a snapshot, even of a small world. */
const LONG = 4 * 2 ** 20;
/** Characters that are written at a time, so that nobody waits for a snapshot. */
const SLICE = 128 * 1_024;

export class StateDirectory {
  /** Where extents of the spool are kept. */
  readonly spool: { readonly directory: string; readonly sync: boolean };
  /** What made the world there is; undefined in an empty directory. */
  readonly head: SnapshotHead | undefined;
  readonly #files: StateFiles;
  readonly #sync: boolean;
  readonly #unlock: () => void;
  #watched: Watched | undefined;
  #number = 0;
  #log: StateLog | undefined;
  #snapshotBytes = 0;
  /** Bytes of the logs that were read back. */
  #unread = 0;
  #compacting: Promise<void> | undefined;
  #closed = false;
  #moved: Moved | undefined;

  get directory(): string {
    return this.#files.directory;
  }

  /** Takes the directory for this process, and makes it where it is not there. Throws ERR_STATE_DIR. */
  constructor(directory: string, { sync = false }: StateOptions = {}) {
    this.#files = new StateFiles(directory);
    this.#sync = sync;
    this.spool = { directory: this.#files.extents, sync };
    this.#unlock = lock(directory);
    try {
      const { snapshot } = this.#files.find();
      this.head = snapshot === undefined ? undefined : readHead(this.#files.snapshot(snapshot));
      // Bytes of a world that was never finished.
      if (!this.head) rmSync(this.#files.extents, { recursive: true, force: true });
      mkdirSync(this.#files.extents, { recursive: true, mode: 0o700 });
    } catch (error) {
      this.#unlock();
      throw error;
    }
  }

  /** Puts what is kept into a world of its kind that nobody works in yet; undefined when there is nothing. Throws ERR_STATE_DIR. */
  readInto(world: World, events: EventLog): ReadBack | undefined {
    const { snapshot, logs } = this.#files.find();
    if (snapshot === undefined) return undefined;
    const path = this.#files.snapshot(snapshot);
    let back = readSnapshot(path, world, events);
    this.#snapshotBytes = statSync(path).size;
    this.#number = logs.at(-1) ?? snapshot;
    let length = 0;
    for (const number of logs) {
      ({ back, length } = replay(this.#files.log(number), number === this.#number, world, events, back));
      this.#unread += length;
    }
    this.#log = new StateLog(this.#files.log(this.#number), length, this.#sync);
    this.#files.tidy(snapshot);
    return back;
  }

  /** From here on each turn is written down. The first time the whole world is. */
  watch(watched: Watched): void {
    this.#watched = watched;
    this.#moved = new Moved(watched.world, watched.beside);
    watched.events.takeChanged();
    // Logs that a process did not live to put a snapshot in place of would be read again at every start.
    if (!this.#log || this.#unread > this.#long) this.#begin();
    watched.world.recorder = (turn) => this.#record(turn);
  }

  /** Writes down what changed outside of turns, if anything did. */
  note(): void {
    // A turn that is under way writes it down with what it does.
    if (this.#watched && !this.#closed && !this.#watched.world.turning) this.#record([], true);
  }

  /** An image was taken. */
  noteSave(name: string, beside: ReadonlyMap<string, unknown>): void {
    this.note();
    const rest = [...beside].filter(([keeper]) => keeper !== 'events' && keeper !== 'load');
    this.#append({ time: this.#watched!.now(), save: [name, toJson(Object.fromEntries(rest))] });
  }

  /** An image was given up. */
  noteDrop(name: string): void {
    this.#append({ time: this.#watched!.now(), drop: name });
  }

  /** The snapshot being written, if there is one. */
  get compacting(): Promise<void> | undefined {
    return this.#compacting;
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    if (this.#watched) this.#watched.world.recorder = undefined;
    this.#log?.close();
    this.#unlock();
  }

  /** `noted` is written even where nothing of the world moved: the clock did. */
  #record(turn: readonly Done[], noted = false): void {
    const { events, now } = this.#watched!;
    const moved = this.#moved!;
    const objects = objectChanges(turn);
    const tick = moved.tick();
    const numbers = moved.numbers();
    const beside = moved.besides();
    const changed = events.takeChanged();
    if (!objects && !numbers && !beside && !changed && tick === undefined && !noted) return;
    try {
      this.#append({
        time: now(),
        ...objects,
        ...(tick !== undefined && { tick }),
        ...(numbers && { numbers }),
        ...(changed && { events: [changed.from, ...changed.events.map((event) => toJson(event))] as const }),
        ...(beside && { beside }),
      });
    } catch (error) {
      moved.lost();
      throw error;
    }
    if (numbers || tick !== undefined) moved.written();
  }

  #append(record: ChangeRecord): void {
    const log = this.#log!;
    log.append(JSON.stringify(record));
    if (log.length > this.#long) this.#compactSoon();
  }

  /** Bytes of a log that is worth a snapshot. */
  get #long(): number {
    return Math.max(LONG, this.#snapshotBytes);
  }

  /** A snapshot in one go, before anybody is served. */
  #begin(): void {
    const number = this.#number + 1;
    const path = this.#files.snapshot(number);
    const file = new StateLog(`${path}.new`, 0, false);
    for (const line of this.#lines()) file.append(line);
    this.#snapshotBytes = file.length;
    file.close();
    this.#put(path);
    this.#files.tidy(number);
    this.#log?.close();
    this.#number = number;
    this.#log = new StateLog(this.#files.log(number), 0, this.#sync);
  }

  #lines(): Generator<string> {
    const { made, picture, moments } = this.#watched!;
    return snapshotLines(made, picture(), takenMoments(moments()));
  }

  #put(path: string): void {
    syncFile(`${path}.new`);
    renameSync(`${path}.new`, path);
    syncDirectory(this.#files.directory);
  }

  #compactSoon(): void {
    if (this.#compacting || this.#closed) return;
    const done = () => {
      this.#compacting = undefined;
    };
    // One that fails, as on a full disk, leaves the logs there are; it is tried again when the next has grown long.
    this.#compacting = this.#compact().then(done, done);
  }

  async #compact(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    if (this.#closed) return;
    const lines = this.#lines();
    const number = this.#number + 1;
    const next = new StateLog(this.#files.log(number), 0, this.#sync);
    this.#log!.close();
    this.#log = next;
    this.#number = number;
    const path = this.#files.snapshot(number);
    const bytes = await this.#write(`${path}.new`, lines);
    if (bytes === undefined) return;
    this.#put(path);
    this.#snapshotBytes = bytes;
    this.#files.tidy(number);
  }

  /** Bytes written; undefined when the directory was closed meanwhile. */
  async #write(path: string, lines: Iterable<string>): Promise<number | undefined> {
    const file = await open(path, 'w', 0o600);
    let bytes = 0;
    let text = '';
    const flush = async () => {
      bytes += (await file.write(text)).bytesWritten;
      text = '';
    };
    try {
      for (const line of lines) {
        text += framed(line);
        if (text.length < SLICE) continue;
        await flush();
        if (this.#closed) return undefined;
      }
      await flush();
      await file.sync();
    } finally {
      await file.close();
    }
    return this.#closed ? undefined : bytes;
  }
}
