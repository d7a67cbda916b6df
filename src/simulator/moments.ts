/** Takes moments of a simulator and returns to them: its world, and what stands beside the world. */
import { sessionKind } from '../objects/access/sessions/session.ts';
import { endSessions } from '../objects/access/sessions/sessions.ts';
import { deskOf } from '../objects/alarm/alarm-manager-kind.ts';
import { resumeHa } from '../objects/compute/ha/resume.ts';
import type { SavedChronicle } from '../objects/compute/load/chronicle.ts';
import { scheduleDeskOf } from '../objects/schedule/scheduled-task-manager.ts';
import { awaitServer } from '../objects/service/restart.ts';
import type { Site } from '../objects/site.ts';
import type { Contents } from '../objects/storage/contents.ts';
import type { Moment, Moments } from '../state/images.ts';
import type { Keeper } from '../state/keeper.ts';
import { type Picture, pictureOf, type ReadWorld } from '../state/picture.ts';
import { type ReadObject, replaceAll } from '../state/records.ts';
import type { SavedEvents } from '../world/events.ts';
import type { Image } from '../world/image.ts';

/** What belongs to sessions is numbered on while there are any: they stay where they are when the world goes back. */
const OF_SESSIONS = ['session', 'view', 'filter', 'collector', '#session', '#guestPass', '#lease'] as const;

/** A picture, and the bytes it names. */
export interface Lent extends ReturnType<Contents['lend']> {
  readonly picture: Picture;
}

/** What stands beside the world, by name; the log of events comes first, for it changes with the world. */
export type Beside = ReadonlyMap<string, Keeper<never>>;

export class SiteMoments implements Moments {
  readonly #site: Site;
  readonly #contents: Contents;
  readonly #beside: Beside;
  readonly #taken = new Set<Image>();

  constructor(site: Site, contents: Contents, beside: Beside) {
    this.#site = site;
    this.#contents = contents;
    this.#beside = beside;
  }

  take(name: string): Moment {
    const { world, clock } = this.#site;
    const image = world.save();
    this.#taken.add(image);
    this.#contents.keep();
    return { name, time: clock.now(), image, beside: this.beside() };
  }

  /** What stands beside the world, as it is now. */
  beside(): ReadonlyMap<string, unknown> {
    return new Map(Array.from(this.#beside, ([name, keeper]) => [name, keeper.save()]));
  }

  returnTo({ image, time, beside }: Moment, except: ReadonlySet<string> = NOTHING): void {
    const { world, events } = this.#site;
    const lasting = world.ofType(sessionKind.type).size > 0 ? OF_SESSIONS : [];
    world.turn(() => {
      world.restore(image, lasting);
      events.restore(beside.get('events') as SavedEvents);
      this.#site.permissionsChanged();
      this.#pass();
    });
    this.goOn(time, beside, except);
  }

  /** What stands beside the world and moves between snapshots of it; the rest is found again. */
  get movable(): Beside {
    return new Map([...this.#beside].filter(([name]) => MOVABLE.has(name)));
  }

  /** What may be written down of it, as it is now. */
  view(): Picture {
    return pictureOf(this.#site.world, this.#site.clock.now(), this.beside());
  }

  /** The same; what it names of the spool stays until that is given back. */
  picture(): Lent {
    return { ...this.#contents.lend(), picture: this.view() };
  }

  /** The world becomes one that was read; whoever was logged in is so no more. */
  become(read: ReadWorld<ReadObject>): void {
    const { world, events, clock } = this.#site;
    world.turn(() => {
      endSessions(this.#site);
      const numbers = world.numbers.copy();
      const { tick } = world;
      world.orElse(() => {
        world.numbers.reset(numbers);
        world.tick = tick;
      });
      world.inOrder(() => replaceAll(world, read.objects));
      if (world.tick !== read.tick) world.moveTick(read.tick);
      world.numbers.reset(read.numbers);
      events.restore(read.events);
      this.#pass();
    });
    this.goOn(read.time ?? clock.now(), read.beside);
  }

  giveUp({ image }: Moment): void {
    this.#site.world.forget(image);
    this.#taken.delete(image);
    this.#contents.review(this.#taken);
  }

  /** Keeps up moments that were read back; the world stands as it was read back too, and nothing is due in it. */
  adopt(moments: Iterable<Moment>): void {
    for (const { image } of moments) this.#taken.add(image);
    this.#contents.review(this.#taken);
  }

  /** Extents that the world or a moment names. */
  get live(): ReadonlySet<string> {
    return this.#contents.live;
  }

  #pass(): void {
    for (const keeper of this.#beside.values()) keeper.pass?.();
  }

  /** The world became another one: whoever waits on the clock says anew what for. */
  goOn(time: number, beside: ReadonlyMap<string, unknown>, except: ReadonlySet<string> = NOTHING): void {
    const { world, clock, tasks, shown } = this.#site;
    clock.startOver(time);
    tasks.resume();
    deskOf(world)?.resume();
    scheduleDeskOf(world)?.resume();
    resumeHa(this.#site);
    awaitServer(this.#site);
    const known = new Map([['load', unheardOf(world.tick)], ['guests', []], ...beside]);
    for (const [name, keeper] of this.#beside) {
      if (name !== 'events' && !except.has(name) && known.has(name)) keeper.restore(known.get(name) as never);
    }
    shown?.renew();
  }
}

const MOVABLE: ReadonlySet<string> = new Set(['faults', 'dice', 'script']);
const NOTHING: ReadonlySet<string> = new Set<never>();

/** Of what was before nothing is known but that it was as it is. */
function unheardOf(tick: number): SavedChronicle {
  return { opened: tick - 1, changed: tick - 1, since: [], segments: [], order: [] };
}
