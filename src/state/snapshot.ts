/** A whole state as lines: what stands, and the images there are as what was different in them. */

import type { LoggedEvent, SavedEvents } from '../world/events.ts';
import { Image, type Saved } from '../world/image.ts';
import type { World } from '../world/world.ts';
import type { Moment } from './images.ts';
import type { Picture } from './picture.ts';
import { fromJson, toJson } from './plain.ts';
import { facetsToJson, known, type ReadObject, RecordError, readObject, withMachinery } from './records.ts';

export const FORMAT = 'simsphere-state';
export const VERSION = 1;

/** The options that made a world; they hold for as long as it is kept. */
export interface MadeWith {
  readonly esx: boolean;
  readonly apiVersion: string;
  readonly seed: string;
  readonly user: string;
  readonly password: string;
}

export interface SnapshotHead extends MadeWith {
  readonly format: typeof FORMAT;
  readonly version: number;
  readonly time: number;
  readonly tick: number;
  readonly numbers: Readonly<Record<string, number>>;
  /** Events that were forgotten before the first. */
  readonly dropped: number;
  readonly beside: unknown;
}

/** An image with what changed since, as it stood when the snapshot was begun. */
export interface TakenMoment {
  readonly moment: Moment;
  readonly changes: readonly (readonly [id: string, saved: Saved | undefined])[];
}

/** What of the moments later changes do not reach. */
export function takenMoments(moments: Iterable<Moment>): TakenMoment[] {
  return Array.from(moments, (moment) => ({ moment, changes: [...moment.image.changes] }));
}

/** The lines of a snapshot, each as JSON. */
export function* snapshotLines(made: MadeWith, picture: Picture, moments: readonly TakenMoment[]): Generator<string> {
  const { time, tick, numbers, objects, events, beside } = picture;
  const head: SnapshotHead = {
    ...made,
    format: FORMAT,
    version: VERSION,
    time,
    tick,
    numbers: Object.fromEntries(numbers),
    dropped: events.dropped,
    beside: toJson(Object.fromEntries(beside)),
  };
  yield JSON.stringify(head);
  for (const { id, kind, state, order } of objects) {
    yield JSON.stringify(['object', id, kind.type, order, facetsToJson(kind, state)]);
  }
  for (const event of events.events) yield JSON.stringify(['event', toJson(event)]);
  for (const taken of moments) yield* imageLines(taken, events);
  yield JSON.stringify(['end']);
}

function* imageLines({ moment, changes }: TakenMoment, now: SavedEvents): Generator<string> {
  const { name, time, image, beside } = moment;
  const { dropped, events } = beside.get('events') as SavedEvents;
  const shared = dropped === now.dropped ? sharedStart(events, now.events) : 0;
  const rest = Object.fromEntries([...beside].filter(([keeper]) => keeper !== 'events' && keeper !== 'load'));
  const numbers = Object.fromEntries(image.numbers);
  yield JSON.stringify(['image', name, time, image.tick, numbers, toJson(rest), dropped, shared]);
  for (const event of events.slice(shared)) yield JSON.stringify(['image event', toJson(event)]);
  for (const [id, saved] of changes) {
    const was = saved && [saved.kind.type, saved.order, facetsToJson(saved.kind, saved.state)];
    yield JSON.stringify(['image object', id, ...(was ?? [])]);
  }
}

function sharedStart(a: readonly LoggedEvent[], b: readonly LoggedEvent[]): number {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return i;
}

/** An image being read. */
interface OpenImage {
  readonly name: string;
  readonly time: number;
  readonly image: Image;
  readonly beside: Map<string, unknown>;
  readonly dropped: number;
  readonly events: LoggedEvent[];
}

/** Reads the lines of a snapshot, one after the other. Throws RecordError. */
export class SnapshotReader {
  readonly objects: ReadObject[] = [];
  readonly events: LoggedEvent[] = [];
  head: SnapshotHead | undefined;
  ended = false;
  readonly #world: World;
  readonly #images: OpenImage[] = [];

  constructor(world: World) {
    this.#world = world;
  }

  get moments(): Moment[] {
    return this.#images.map(({ name, time, image, beside, dropped, events }) => {
      beside.set('events', { dropped, events } satisfies SavedEvents);
      return { name, time, image, beside };
    });
  }

  take(line: unknown): void {
    if (!this.head) {
      this.head = headOf(line);
      return;
    }
    if (!Array.isArray(line) || this.ended) throw new RecordError('no such line is known');
    const [what, ...said] = line;
    if (what === 'object') this.objects.push(this.#object(said));
    else if (what === 'event') this.events.push(fromJson(said[0]) as LoggedEvent);
    else if (what === 'image') this.#image(said);
    else if (what === 'image event') this.#images.at(-1)!.events.push(fromJson(said[0]) as LoggedEvent);
    else if (what === 'image object') this.#change(said);
    else if (what === 'end') this.ended = true;
    else throw new RecordError(`no line of '${String(what)}' is known`);
  }

  #object([id, type, order, facets]: readonly unknown[]): ReadObject {
    return readObject(this.#world, { id, type, order, facets }, 0);
  }

  #image([name, time, tick, numbers, beside, dropped, shared]: readonly unknown[]): void {
    this.#images.push({
      name: name as string,
      time: time as number,
      image: new Image(new Map(Object.entries(known<Record<string, number>>(numbers, 'numbers'))), tick as number),
      beside: new Map(Object.entries(known<object>(fromJson(beside), 'what stood beside'))),
      dropped: dropped as number,
      events: this.events.slice(0, shared as number),
    });
  }

  #change([id, ...was]: readonly unknown[]): void {
    const { changes } = this.#images.at(-1)!.image;
    const object = was.length === 0 ? undefined : this.#object([id, ...was]);
    changes.set(id as string, object && { ...object, state: withMachinery(this.#world, object) });
  }
}

export function headOf(line: unknown): SnapshotHead {
  const head = known<SnapshotHead>(line, 'the head');
  if (head.format !== FORMAT) throw new RecordError('this is no state of a simulator');
  if (head.version !== VERSION)
    throw new RecordError(`its format is ${String(head.version)}, and ${VERSION} is what is known here`);
  return head;
}
