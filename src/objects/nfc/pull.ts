/** Pull mode: the files of a lease are fetched from URLs by whoever serves it, rather than sent by the client. */
import type {
  HttpNfcLeaseMethods,
  HttpNfcLeaseProbeResult,
  HttpNfcLeaseSourceFile,
} from '../../vim25/generated/index.ts';
import type { Ref } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import { invalidArgument, notSupported, VimFault } from '../../world/fault.ts';
import { taskKind } from '../../world/task.ts';
import { isOpen, type Verb } from '../../world/tasks.ts';
import { guardOwn } from '../access/sessions/belongings.ts';
import { type Call, resolve } from '../call.ts';
import { verb } from '../managed-object.ts';
import type { Site } from '../site.ts';
import { type Lease, type LeaseFile, leaseKind } from './lease.ts';
import { LEASE_TIMEOUT } from './lease-info.ts';
import { guardReady, type LeaseArgs } from './lease-life.ts';

/** Who fetches; only a server can. */
export interface Puller {
  /** Takes a file into its place, as long as it `goesOn`. Rejects with VimFault only. */
  pull(lease: Cell<Lease>, file: LeaseFile, from: HttpNfcLeaseSourceFile, goesOn: () => boolean): Promise<void>;
  /** Whether anybody answers there, within so many seconds. */
  probe(from: HttpNfcLeaseSourceFile, seconds: number): Promise<boolean>;
}

const NAME = 'HttpNfcLease.pullFromUrls';
/** Files that are named in one call. */
const MOST = 256;
/** Seconds that a server is given to answer unless the client says, and at most. */
const PATIENCE = 10;
const LONGEST_PATIENCE = 60;

interface Wanted {
  readonly file: LeaseFile;
  readonly from: HttpNfcLeaseSourceFile;
}

type Methods = HttpNfcLeaseMethods;

export function pullFromUrls(
  call: Call,
  self: Cell<Lease>,
  { files = [] }: Methods['HttpNfcLeasePullFromUrls_Task']['params'],
): Ref<'Task'> {
  guardOwn(call, self);
  const puller = pullerFor(call, self);
  const wanted = files.map((from, i) => wantedFile(self, from, `files[${i}]`));
  if (wanted.length > MOST) throw invalidArgument('files');
  return call.turn(() => {
    const task = call.startTask(NAME, self as unknown as Cell, { lease: self.id });
    call.world.update(self, { mode: 'pull' });
    void fetched(call.site, self, task, puller, wanted);
    return task;
  });
}

export async function probeUrls(
  call: Call,
  self: Cell<Lease>,
  { files = [], timeout = PATIENCE }: Methods['HttpNfcLeaseProbeUrls']['params'],
): Promise<HttpNfcLeaseProbeResult[]> {
  guardOwn(call, self);
  const puller = pullerFor(call, self);
  for (const [i, { url }] of files.entries()) guardUrl(url, `files[${i}].url`);
  if (files.length > MOST) throw invalidArgument('files');
  if (timeout <= 0) throw invalidArgument('timeout');
  const found: HttpNfcLeaseProbeResult[] = [];
  for (const from of files)
    found.push({ serverAccessible: await puller.probe(from, Math.min(timeout, LONGEST_PATIENCE)) });
  return found;
}

function pullerFor({ site }: Call, lease: Cell<Lease>): Puller {
  guardReady(lease);
  if (lease.state.opened.way === 'out') throw new VimFault('InvalidState');
  if (!site.puller) throw notSupported();
  return site.puller;
}

/** A device is named by the key of its URL, or by that of the import specification. */
function wantedFile({ state }: Cell<Lease>, from: HttpNfcLeaseSourceFile, path: string): Wanted {
  const file = state.files.find(
    ({ key, importKey }) => from.targetDeviceId === key || from.targetDeviceId === importKey,
  );
  if (!file) throw invalidArgument(`${path}.targetDeviceId`);
  guardUrl(from.url, `${path}.url`);
  return { file, from };
}

function guardUrl(url: string, path: string): void {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) throw invalidArgument(path);
}

/** One file after the other; the task tells how it went. */
async function fetched(
  site: Site,
  lease: Cell<Lease>,
  { value }: Ref<'Task'>,
  puller: Puller,
  wanted: readonly Wanted[],
): Promise<void> {
  const task = () => site.world.as(taskKind, value);
  const goesOn = () => {
    const cell = task();
    return cell !== undefined && isOpen(cell);
  };
  try {
    for (const [i, { file, from }] of wanted.entries()) {
      await puller.pull(lease, file, from, goesOn);
      if (!goesOn()) return;
      told(site, lease, Math.floor((100 * (i + 1)) / wanted.length));
    }
    const cell = task();
    if (cell && goesOn()) site.world.turn(() => site.tasks.conclude(cell, { state: 'success', percent: 100 }));
  } catch (error) {
    const cell = task();
    if (cell && goesOn()) site.tasks.fail(cell, error as VimFault);
  }
}

function told({ world, clock }: Site, lease: Cell<Lease>, percent: number): void {
  if (!lease.alive || lease.state.phase.state !== 'ready') return;
  lease.state.traffic.heard = clock.now();
  world.turn(() => world.update(lease, { phase: Object.freeze({ ...lease.state.phase, transferred: percent }) }));
}

/** Waits until everything is there, or the lease is over. */
export const pullVerb: Verb<Site, never> = verb<LeaseArgs>({
  name: NAME,
  descriptionId: NAME,
  cancelable: true,
  exclusive: false,
  steps: {
    wait({ site, args }) {
      const lease = resolve(site, leaseKind, { type: 'HttpNfcLease', value: args.lease });
      if (lease.state.phase.state !== 'ready') throw new VimFault('RequestCanceled');
      return { next: 'wait', after: LEASE_TIMEOUT * 1000, waits: true };
    },
  },
});
