/** Work on one first class disk: the same guards before and after the time it takes. */
import { VimFault } from '../../../world/fault.ts';
import { taskKind } from '../../../world/task.ts';
import { isOpen, type Outcome, type Step, type Verb } from '../../../world/tasks.ts';
import { verb } from '../../managed-object.ts';
import type { Site } from '../../site.ts';
import { datastoreKind } from '../datastore.ts';
import { machinesWith, nameOfFile } from '../disk/disk-at.ts';
import { isOpen as isOpenFile } from '../disk/machine-disk.ts';
import { guardRoom } from '../virtual-disk-manager/disk-place.ts';
import { guardWritable } from '../writable.ts';
import { clockOf, diskOf, type Fcd, type FcdNamed, fcdNamed, fcdOf } from './first-class-disk.ts';
import { storageObject } from './storage-object.ts';

export type Work<A> = Step<Site, A>;

/** What the task ends with, where the method has another result than the work itself. */
export type Answer = 'clock' | 'object' | 'snapshot' | 'nothing';

interface DiskWork<A> {
  /** As in `VStorageObjectManager.extendDisk`. */
  readonly name: string;
  guard(step: Work<A>, disk: Fcd): void;
  /** The change, inside a turn; what it returns is the task's result. */
  finish(step: Work<A>, disk: Fcd): unknown;
  /** Bytes that are copied. */
  bytes?(disk: Fcd): number;
  /** It may run beside other work on the disk. */
  readonly beside?: boolean;
}

export function diskVerb<A extends FcdNamed>({ name, guard, finish, bytes, beside }: DiskWork<A>): Verb<Site, never> {
  const called = `VStorageObjectManager.${name}`;
  return verb<A & { readonly answer?: Answer }>({
    name: called,
    descriptionId: called,
    exclusive: false,
    cancelable: bytes !== undefined,
    steps: {
      begin(step) {
        const { world, latency } = step.site;
        const disk = fcdNamed(world, step.args);
        if (!beside) guardIdle(disk);
        guard(step, disk);
        const after = latency.duration(called, (bytes?.(disk) ?? 0) / 2 ** 30);
        if (!beside && after > 0) world.update(disk, { work: step.task.id });
        return { next: 'finish', after };
      },
      finish(step): Outcome {
        const disk = fcdNamed(step.site.world, step.args);
        guard(step, disk);
        release(disk, step.task.id);
        const result = answered(step.site, disk, step.args.answer, finish(step, disk));
        return result === undefined ? { done: true } : { done: true, result };
      },
    },
    failed({ site, args, task }) {
      const disk = fcdOf(site.world, args.id);
      if (disk) release(disk, task.id);
    },
  });
}

/** Throws TaskInProgress while other work changes the disk. */
function guardIdle({ state, world }: Fcd): void {
  const task = world.as(taskKind, state.work);
  if (task && isOpen(task)) throw new VimFault('TaskInProgress', { task: task.ref });
}

function release(disk: Fcd, task: string): void {
  if (disk.state.work === task) disk.world.update(disk, { work: undefined });
}

function answered(site: Site, disk: Fcd, answer: Answer | undefined, own: unknown): unknown {
  if (answer === 'clock') return clockOf(disk);
  if (answer === 'object') return storageObject(site, disk);
  if (answer === 'snapshot') return { _typeName: 'VStorageObjectSnapshot', id: own, vclock: clockOf(disk) };
  return answer === 'nothing' ? undefined : own;
}

/** Throws InvalidState while a machine runs on the disk. */
export function guardClosed({ site }: { readonly site: Site }, disk: Fcd): void {
  if (isOpenFile(site.world, disk.state.place)) throw new VimFault('InvalidState');
}

/** Throws InvalidState while a machine has the disk. */
export function guardDetached({ site }: { readonly site: Site }, disk: Fcd): void {
  for (const _ of machinesWith(site.world, disk.state.place)) throw new VimFault('InvalidState');
}

/** Throws NoDiskSpace when so many bytes more have no room where the disk is. */
export function guardGrowth({ site }: { readonly site: Site }, disk: Fcd, bytes: number): void {
  const { file } = diskOf(disk);
  const store = site.world.as(datastoreKind, file.datastore)!;
  guardWritable(store);
  guardRoom({ store, path: file.path, name: nameOfFile(site.world, file) }, bytes);
}
