/**
 * A guest brought to rest before its snapshot, and woken after it, by the scripts that VMware Tools run in it: the legacy
 * pair beside the system's own programs, then those in backupScripts.d, in order of name going to rest and the other way
 * round coming back.
 */
import { VimFault } from '../../../world/fault.ts';
import { isWindows, toolsRunning } from '../../guest/awake.ts';
import { effectOf } from '../../guest/effect.ts';
import type { GuestWrite } from '../../guest/system.ts';
import { childrenOf, styleOf, treeOf, writeText } from '../../guest/tree.ts';
import type { Site } from '../../site.ts';
import type { Machine } from '../machine.ts';
import type { Vm } from '../work.ts';

type Phase = 'freeze' | 'thaw';

interface Place {
  readonly legacy: { readonly [phase in Phase]: string };
  readonly directory: string;
}

const POSIX: Place = {
  legacy: { freeze: '/usr/sbin/pre-freeze-script', thaw: '/usr/sbin/post-thaw-script' },
  directory: '/etc/vmware-tools/backupScripts.d',
};
const WINDOWS: Place = {
  legacy: { freeze: 'C:\\Windows\\pre-freeze-script.bat', thaw: 'C:\\Windows\\post-thaw-script.bat' },
  directory: 'C:\\Program Files\\VMware\\VMware Tools\\backupScripts.d',
};

/** Minutes a guest may take to come to rest where nothing is said. */
const PATIENCE = 15;
const MINUTE = 60_000;

/** How a guest took the order to come to rest. */
export interface Rest {
  readonly duration: number;
  /** Why it did not. */
  readonly failure?: 'ApplicationQuiesceFault' | 'FilesystemQuiesceFault' | undefined;
  readonly writes: readonly Omit<GuestWrite, 'owner'>[];
}

/** Whether there is somebody in the guest to bring it to rest. Without VMware Tools the wish for it is passed over. */
export function isHeard({ state }: Vm): boolean {
  return toolsRunning(state);
}

/** What comes of the scripts of a phase. A guest that takes too long holds its disks still for longer than they bear. */
export function rest(m: Machine, phase: Phase, minutes: number = PATIENCE): Rest {
  let duration = 0;
  const writes: Rest['writes'][number][] = [];
  for (const path of scripts(m, phase)) {
    const effect = effectOf(m, path, phase, styleOf(m).parent(path) ?? '/');
    if (!effect) continue;
    duration += effect.duration ?? Number.POSITIVE_INFINITY;
    if (duration > minutes * MINUTE) return { duration: minutes * MINUTE, failure: 'FilesystemQuiesceFault', writes };
    writes.push(...effect.writes);
    if (effect.exitCode !== 0) return { duration, failure: 'ApplicationQuiesceFault', writes };
  }
  return { duration, writes };
}

function scripts(m: Machine, phase: Phase): string[] {
  const { legacy, directory } = isWindows(m) ? WINDOWS : POSIX;
  const style = styleOf(m);
  const said = (m.guestSystem?.programs ?? []).flatMap(({ path }) => style.normal(path) ?? []);
  const lying = childrenOf(treeOf(m), style, directory).filter((node) => node.type === 'file');
  const below = new Map<string, string>();
  for (const path of [...lying.map((node) => node.path), ...said]) {
    const parent = style.parent(path);
    if (parent !== undefined && style.key(parent) === style.key(directory)) below.set(style.key(path), path);
  }
  const sorted = [...below.values()].sort((a, b) => (a < b ? -1 : 1));
  return phase === 'freeze' ? [legacy.freeze, ...sorted] : [...sorted.reverse(), legacy.thaw];
}

/** What scripts wrote is among the guest's files. Inside a turn. */
export function keepWrites(site: Site, vm: Vm, { writes }: Pick<Rest, 'writes'>): void {
  if (writes.length === 0) return;
  const now = site.clock.now();
  const files = writes.reduce((tree, w) => writeText(vm.state, tree, { ...w, owner: 0 }, now), treeOf(vm.state));
  site.world.update(vm, { guestSystem: Object.freeze({ ...vm.state.guestSystem, files }) });
}

const CODES = { ApplicationQuiesceFault: 3, FilesystemQuiesceFault: 5 } as const;

/** What a host says of a guest that did not come to rest. */
export function messageOf(failure: NonNullable<Rest['failure']>): string {
  const why = failure === 'ApplicationQuiesceFault' ? 'Custom quiesce script failed.' : 'Quiesce timed out.';
  return `The guest OS has reported an error during quiescing. The error code was: ${CODES[failure]} The error message was: ${why}`;
}

export function quiesceFault(failure: NonNullable<Rest['failure']>): VimFault {
  return new VimFault(failure);
}
