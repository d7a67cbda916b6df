import { beforeEach, describe, expect, it } from 'vitest';
import { Clock } from '../../src/kernel/clock.ts';
import type { Cell } from '../../src/world/cell.ts';
import { VimFault } from '../../src/world/fault.ts';
import type { TaskFacets } from '../../src/world/task.ts';
import { Tasks, type Verb } from '../../src/world/tasks.ts';
import type { World } from '../../src/world/world.ts';
import { toyWorld } from './toy.ts';

/** What the verbs of these tests did, in order. */
interface Bench {
  readonly done: string[];
  readonly reads: ((bytes: string) => void)[];
}

type BenchVerb = Verb<Bench, never>;

const verbs: readonly BenchVerb[] = [
  {
    name: 'question',
    descriptionId: 'question',
    steps: {
      ask: ({ site, state }) => {
        site.done.push(`asked, ${JSON.stringify(state ?? null)}`);
        return state ? { done: true } : { next: 'ask', after: Number.POSITIVE_INFINITY, waits: true };
      },
    },
  },
  {
    name: 'read',
    descriptionId: 'read',
    steps: {
      read: ({ site }) =>
        new Promise((resolve) => {
          site.reads.push((bytes) =>
            resolve(() => {
              site.done.push(bytes);
              return { done: true };
            }),
          );
        }),
    },
  },
  {
    name: 'clumsy',
    descriptionId: 'clumsy',
    steps: {
      fail: () => {
        throw new VimFault('HostCommunication');
      },
    },
    failed: () => {
      throw new TypeError('clumsy');
    },
  },
];

describe('a task', () => {
  let world: World;
  let clock: Clock;
  let bench: Bench;
  let tasks: Tasks<Bench>;
  let unforeseen: unknown[];
  beforeEach(() => {
    world = toyWorld();
    clock = new Clock({ kind: 'manual' }, 0);
    bench = { done: [], reads: [] };
    unforeseen = [];
    tasks = new Tasks(world, clock, bench, verbs);
    tasks.onUnforeseen = (error) => unforeseen.push(error);
  });

  function start(verb: string): Cell<TaskFacets> {
    const target = { type: 'Folder', value: 'group-d1' };
    const asked = { verb, name: undefined, entity: undefined, entityName: undefined, target, args: {}, user: '' };
    const task = world.turn(() =>
      tasks.start({ ...asked, reason: { _typeName: 'TaskReasonSystem' }, opId: '', parentKey: undefined }),
    );
    clock.drain();
    return task;
  }
  const state = (task: Cell<TaskFacets>) => task.state.progress.state;

  it('that waits goes on when it is woken, with what it is told', () => {
    const task = start('question');
    expect(state(task)).toBe('running');
    tasks.wake(task, { answer: 1 });
    expect(state(task)).toBe('success');
    expect(bench.done).toEqual(['asked, null', 'asked, {"answer":1}']);
  });

  it('that is woken meets what rules have in store for its step', () => {
    const task = start('question');
    tasks.hook = { beforeStep: () => new VimFault('HostCommunication') };
    tasks.wake(task, { answer: 1 });
    expect(task.state.progress).toMatchObject({ state: 'error', error: { fault: { _typeName: 'HostCommunication' } } });
    expect(bench.done).toHaveLength(1);
  });

  it('that has ended is not woken, and leaves nothing on the clock', () => {
    const task = start('question');
    tasks.fail(task, new VimFault('RequestCanceled'));
    tasks.wake(task, { answer: 1 });
    expect(state(task)).toBe('error');
    expect(bench.done).toHaveLength(1);
  });

  it('that waits for bytes when an image comes back reads them again, and does its work once', async () => {
    const task = start('read');
    const image = world.save();
    world.restore(image);
    tasks.resume();
    clock.drain();
    expect(bench.reads).toHaveLength(2);
    for (const [i, arrive] of bench.reads.entries()) arrive(`read ${i}`);
    await clock.settled();
    expect(bench.done).toEqual(['read 1']);
    expect(state(task)).toBe('success');
  });

  it('that fails ends with its fault, even where telling of it breaks', () => {
    const task = start('clumsy');
    expect(task.state.progress).toMatchObject({ state: 'error', error: { fault: { _typeName: 'HostCommunication' } } });
    expect(unforeseen).toEqual([new TypeError('clumsy')]);
  });
});
