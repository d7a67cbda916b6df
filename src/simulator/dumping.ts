/** Dumps of a simulator, and what becomes of one that is loaded. */

import type { SavedRules } from '../faults/rule-book.ts';
import { SimError } from '../kernel/errors.ts';
import { dump, type Origin } from '../state/dump.ts';
import { readDump } from '../state/load.ts';
import type { ReadWorld } from '../state/picture.ts';
import type { ReadObject } from '../state/records.ts';
import { taskKind } from '../world/task.ts';
import { isOpen } from '../world/tasks.ts';
import { Simulation } from './simulator.ts';

export async function* dumpOf(simulation: Simulation): AsyncGenerator<Uint8Array> {
  const { site, moments, spool } = simulation;
  await site.clock.settled();
  const { picture, extents, giveBack } = moments.picture();
  try {
    const timed = site.clock.mode.kind === 'manual';
    yield* dump({ origin: originOf(simulation), picture, timed, spool, extents });
  } finally {
    giveBack();
  }
}

export async function loadInto(simulation: Simulation, source: AsyncIterable<Uint8Array>): Promise<void> {
  const { site, spool, moments } = simulation;
  const { world } = site;
  const read = await readDump(source, { world, origin: originOf(simulation), spool });
  try {
    await tryOut(simulation, read.world);
    await site.clock.settled();
    moments.become(read.world);
  } catch (error) {
    read.drop();
    throw error;
  }
  site.clock.drain();
}

function originOf({ site }: Simulation): Origin {
  return { flavour: site.flavour, apiVersion: site.about.apiVersion };
}

/** Objects that are looked at before others have the loop again. */
const AT_ONCE = 20;

/**
 * Lets another simulator become what was read, and asks for everything a client could: what is wrong shows there. Throws
 * ERR_DUMP.
 */
async function tryOut({ site, seed }: Simulation, read: ReadWorld<ReadObject>): Promise<void> {
  const start = read.time ?? site.clock.now();
  const trial = new Simulation({
    esx: site.flavour === 'esx',
    apiVersion: site.about.apiVersion,
    seed,
    clock: { kind: 'manual' },
    start,
    inventory: { dc: 0 },
    latency: 'realistic',
  });
  try {
    become(trial, read);
    await readAll(trial);
  } finally {
    trial.close();
  }
}

function become(trial: Simulation, read: ReadWorld<ReadObject>): void {
  try {
    trial.moments.become(read);
    const rules = read.beside.get('faults') as SavedRules | undefined;
    if (!rules || !read.beside.has('tick')) throw new Error('what stands beside the world is missing');
    for (const task of trial.site.world.every(taskKind)) {
      const { verb } = task.state.request;
      const { step } = task.state.progress;
      if (isOpen(task) && !trial.site.tasks.verb(verb).steps[step])
        throw new Error(`${task.id} is at no step of ${verb}`);
    }
  } catch (error) {
    throw refused('the world', error);
  }
}

async function readAll({ site: { world } }: Simulation): Promise<void> {
  for (const [i, cell] of [...world.all].entries()) {
    if (i % AT_ONCE === 0) await new Promise((resolve) => setImmediate(resolve));
    for (const property of cell.kind.slots) {
      if (property.ageing === 'viewer') continue;
      try {
        world.derive(cell, property);
      } catch (error) {
        throw refused(`${cell.id}, ${property.name}`, error);
      }
    }
  }
}

function refused(where: string, error: unknown): SimError {
  const reason = error instanceof Error ? error.message : String(error);
  return new SimError('ERR_DUMP', `${where}: ${reason}`, { cause: error });
}
