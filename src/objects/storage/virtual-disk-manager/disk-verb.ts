/** Long work on disks: guards, then the simulated time that its bytes take, told in quarters, then the change. */

import { VmdkError } from '../../../formats/vmdk/bytes.ts';
import { OutOfSpace } from '../../../spool/spool.ts';
import { VimFault } from '../../../world/fault.ts';
import type { Outcome, Step, Verb } from '../../../world/tasks.ts';
import { verb } from '../../managed-object.ts';
import type { Site } from '../../site.ts';

export const GIB: number = 2 ** 30;
const QUARTER = 25;

type Change = Outcome | Promise<() => Outcome>;

interface DiskWork<A> {
  /** As in `VirtualDiskManager.createVirtualDisk`. */
  readonly name: string;
  /** Guards; tells how many bytes are to be written. */
  begin(step: Step<Site, A>): number;
  /** The guards again, and the change; where bytes have to be read first, a promise of what to do then. */
  finish(step: Step<Site, A>): Change;
}

export function diskVerb<A>({ name, begin, finish }: DiskWork<A>): Verb<Site, never> {
  const called = `VirtualDiskManager.${name}`;
  return verb<A>({
    name: called,
    descriptionId: called,
    steps: {
      begin(step) {
        const duration = step.site.latency.duration(called, begin(step) / GIB);
        if (duration === 0) return { next: 'finish', after: 0 };
        const quarter = duration / 4;
        return { next: 'write', after: quarter, state: { quarter, percent: QUARTER } };
      },
      write({ state }) {
        const { quarter, percent } = state as { readonly quarter: number; readonly percent: number };
        const more = percent + QUARTER;
        if (more === 100) return { next: 'finish', after: quarter, percent };
        return { next: 'write', after: quarter, percent, state: { quarter, percent: more } };
      },
      finish,
    },
  });
}

/** What a reader of disks or a writer of bytes ran into, as a client is told it. */
export function asFault(error: unknown, file: string, datastore: string): unknown {
  if (error instanceof VmdkError) return new VimFault('InvalidDiskFormat', {}, undefined);
  if (error instanceof OutOfSpace) return new VimFault('NoDiskSpace', { file, datastore });
  if ((error as { readonly code?: unknown }).code === 'ENOENT') return new VimFault('FileNotFound', { file });
  return error;
}
