/** Reads a state directory back into a world. */
import { SimError } from '../kernel/errors.ts';
import type { EventLog, LoggedEvent } from '../world/events.ts';
import type { World } from '../world/world.ts';
import { applyChanges, type ChangeRecord } from './change-record.ts';
import type { Moment } from './images.ts';
import { damaged, readLines } from './lines.ts';
import { fromJson } from './plain.ts';
import { replaceAll } from './records.ts';
import { headOf, type SnapshotHead, SnapshotReader } from './snapshot.ts';

/** What was read back, but for the objects and the events, which stand in their places. */
export interface ReadBack {
  readonly time: number;
  /** When the tick of the load model was written that stands. */
  readonly tickTime: number;
  readonly beside: Map<string, unknown>;
  readonly moments: Map<string, Moment>;
}

/** The first line of a snapshot, by which one knows what it is of. */
export function readHead(path: string): SnapshotHead {
  const [first] = readLines(path, false);
  return inFile(path, first?.at ?? 0, () => headOf(first?.json));
}

/** Puts a snapshot into a world of its kind that nobody works in yet. Throws ERR_STATE_DIR. */
export function readSnapshot(path: string, world: World, events: EventLog): ReadBack {
  const reader = new SnapshotReader(world);
  let at = 0;
  for (const line of readLines(path, false)) {
    at = line.at;
    inFile(path, at, () => reader.take(line.json));
  }
  const { head } = reader;
  if (!head || !reader.ended) throw damaged(path, at, 'it is cut off');
  inFile(path, at, () =>
    world.turn(() => {
      replaceAll(world, reader.objects);
      world.numbers.reset(new Map(Object.entries(head.numbers)));
      world.moveTick(head.tick);
      events.restore({ dropped: head.dropped, events: reader.events });
    }),
  );
  const moments = new Map(reader.moments.map((moment) => [moment.name, moment]));
  for (const { image } of moments.values()) world.hold(image);
  const beside = new Map(Object.entries(fromJson(head.beside) as object));
  return { time: head.time, tickTime: head.time, beside, moments };
}

/** Does again what a log tells; `torn` says whether its last record may be half written. Throws ERR_STATE_DIR. */
export function replay(
  path: string,
  torn: boolean,
  world: World,
  events: EventLog,
  before: ReadBack,
): { readonly back: ReadBack; readonly length: number } {
  let back = before;
  const lines = readLines(path, torn);
  for (;;) {
    const next = lines.next();
    if (next.done) return { back, length: next.value };
    const { json, at } = next.value;
    inFile(path, at, () => {
      back = replayed(json as ChangeRecord, world, events, back);
    });
  }
}

/** What a record tells, done again. */
function replayed(record: ChangeRecord, world: World, events: EventLog, back: ReadBack): ReadBack {
  const { time, tick, numbers = {}, beside = {}, save, drop } = record;
  world.turn(() => {
    applyChanges(world, record);
    if (tick !== undefined) world.moveTick(tick);
    for (const [counter, n] of Object.entries(numbers)) world.numbers.put(counter, n);
    if (record.events) {
      const [from, ...list] = record.events;
      events.goOnFrom(
        from,
        list.map((event) => fromJson(event) as LoggedEvent),
      );
    }
  });
  for (const [name, json] of Object.entries(beside)) back.beside.set(name, fromJson(json));
  if (save) keep(world, events, back.moments, save, time);
  if (drop !== undefined) give(world, back.moments, drop);
  return { ...back, time, tickTime: tick === undefined ? back.tickTime : time };
}

function keep(
  world: World,
  events: EventLog,
  moments: Map<string, Moment>,
  [name, json]: NonNullable<ChangeRecord['save']>,
  time: number,
): void {
  give(world, moments, name);
  const beside = new Map(Object.entries(fromJson(json) as object));
  moments.set(name, { name, time, image: world.save(), beside: beside.set('events', events.save()) });
}

function give(world: World, moments: Map<string, Moment>, name: string): void {
  const moment = moments.get(name);
  if (moment) world.forget(moment.image);
  moments.delete(name);
}

/** What is wrong with a line is told with where it stands. */
function inFile<T>(path: string, at: number, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof SimError && error.code === 'ERR_STATE_DIR') throw error;
    throw damaged(path, at, error instanceof Error ? error.message : String(error));
  }
}
