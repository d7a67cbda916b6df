/** What a client says to a lease: that it is alive, that it is done, that it gives up, which checksums it wants. */
import type { HttpNfcLeaseManifestEntry } from '../../vim25/generated/index.ts';
import type { Cell } from '../../world/cell.ts';
import { invalidArgument, VimFault } from '../../world/fault.ts';
import { guardOwn } from '../access/sessions/belongings.ts';
import type { Call } from '../call.ts';
import { type ManagedObject, type MethodsOf, managedObject } from '../managed-object.ts';
import { type Lease, leaseKind } from './lease.ts';
import { failLease, given, guardReady, taskOf } from './lease-life.ts';
import { probeUrls, pullFromUrls, pullVerb } from './pull.ts';

/** Real milliseconds that the end of an upload is waited for. */
const PATIENCE = 60_000;
/** How long an upload is looked out for that was sent before this call, and may be heard of after it. */
const GRACE = 50;

const methods: MethodsOf<'HttpNfcLease', Lease> = {
  HttpNfcLeasePullFromUrls_Task: (call, self, params) => pullFromUrls(call, self, params),
  HttpNfcLeaseProbeUrls: (call, self, params) => probeUrls(call, self, params),

  HttpNfcLeaseProgress(call, self, { percent }) {
    guardOwn(call, self);
    if (percent < 0 || percent > 100) throw invalidArgument('percent');
    guardReady(self);
    self.state.traffic.heard = call.site.clock.now();
    const task = taskOf(call.world, self);
    call.turn(() => {
      call.world.update(self, { phase: Object.freeze({ ...self.state.phase, transferred: percent }) });
      if (task) call.world.update(task, { progress: Object.freeze({ ...task.state.progress, percent }) });
    });
  },

  async HttpNfcLeaseComplete(call, self) {
    guardOwn(call, self);
    guardReady(self);
    await landed(call, self);
    guardReady(self);
    const task = taskOf(call.world, self);
    call.turn(() => {
      call.world.update(self, { phase: Object.freeze({ ...self.state.phase, state: 'done' }) });
      const result = self.state.opened.way === 'in' ? self.state.about : undefined;
      if (task) call.site.tasks.conclude(task, { state: 'success', percent: 100, result });
    });
  },

  HttpNfcLeaseAbort(call, self, { fault }) {
    guardOwn(call, self);
    if (self.state.phase.state !== 'initializing') guardReady(self);
    failLease(call.site, self, fault ? given(fault) : new VimFault('RequestCanceled'));
  },

  HttpNfcLeaseGetManifest(call, self) {
    guardOwn(call, self);
    guardReady(self);
    return self.state.manifest as readonly HttpNfcLeaseManifestEntry[];
  },

  HttpNfcLeaseSetManifestChecksumType(call, self, { deviceUrlsToChecksumTypes: asked }) {
    guardOwn(call, self);
    guardReady(self);
    const known = call.site.schema.enum('HttpNfcLeaseManifestEntryChecksumType')?.values;
    for (const { key, value } of asked ?? []) {
      const isKnown = (known?.get(value) ?? Number.POSITIVE_INFINITY) <= call.site.version;
      if (!isKnown || !self.state.files.some((file) => file.key === key)) {
        throw invalidArgument('deviceUrlsToChecksumTypes');
      }
    }
    const chosen = Object.fromEntries((asked ?? []).map(({ key, value }) => [key, value]));
    call.turn(() => call.world.update(self, { checksums: Object.freeze({ ...self.state.checksums, ...chosen }) }));
  },
};

export const httpNfcLease: ManagedObject = managedObject('HttpNfcLease', leaseKind, methods, [pullVerb]);

/**
 * Waits for what is on its way in: clients end a lease once they have written everything, without having heard that it was
 * taken in.
 */
async function landed(call: Call, self: Cell<Lease>): Promise<void> {
  const { opened, traffic } = self.state;
  if (opened.way === 'out') return;
  const all = () => self.state.files.every((f) => f.what !== 'disk' || self.state.put.includes(f.name));
  if (traffic.arriving.size === 0 && !all()) await passed(call, GRACE);
  if (traffic.arriving.size === 0) return;
  await Promise.race([Promise.allSettled(traffic.arriving), passed(call, PATIENCE)]);
  if (traffic.arriving.size > 0) throw new VimFault('InvalidState');
}

function passed(call: Call, milliseconds: number): Promise<void> {
  return new Promise((resolve) => void call.arrival.afterRealTime(milliseconds, resolve));
}
