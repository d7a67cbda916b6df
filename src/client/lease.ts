/** NFC leases: the right to move the files of a machine, kept alive while it is used and given back however that ends. */
import type { Readable } from 'node:stream';
import type {
  HttpNfcLeaseDeviceUrl,
  HttpNfcLeaseInfo,
  HttpNfcLeaseManifestEntry,
  LocalizedMethodFault,
} from '../vim25/index.ts';
import type { Ref } from '../vim25/value.ts';
import type { Doors, SteadyCaller } from './caller.ts';
import type { CallOptions } from './options.ts';
import { filterOf, readProperties } from './property-reads.ts';
import { Stillness } from './stillness.ts';
import { TIDY, tidied } from './tidy.ts';
import { fetchFile, type Source, sendFile, type Transfer } from './transfer.ts';
import { isVsphereError, VsphereError } from './vsphere-error.ts';
import { watch } from './watch.ts';

export interface LeaseOptions extends CallOptions {
  /** Milliseconds between two signs of life. Default 20 000; never more than a third of what the lease allows. */
  readonly interval?: number | undefined;
  /** Longest time in which a lease that is not ready may tell nothing new, in milliseconds. Default: no limit. */
  readonly stallTimeout?: number | undefined;
}

export interface LeaseTransfer extends CallOptions {
  /** Bytes of a stream, when known. */
  readonly size?: number | undefined;
  readonly onProgress?: ((bytes: number, total?: number) => void) | undefined;
}

/** Waits until a lease is ready, and keeps it from then on. Throws what the lease failed of. */
export async function openLease(
  caller: SteadyCaller & Doors,
  ref: Ref<'HttpNfcLease'>,
  options: LeaseOptions = {},
): Promise<Lease> {
  const { timeout, stallTimeout } = options;
  const stillness =
    stallTimeout === undefined ? undefined : new Stillness(caller.clock, stallTimeout, ref, options.signal);
  const signal = stillness?.signal ?? options.signal;
  try {
    for await (const _ of watch(caller, [filterOf(ref, ['state', 'initializeProgress'])], { signal, timeout })) {
      const read = await readProperties(caller, ref, ['state', 'error', 'info', 'initializeProgress'], {
        timeout,
        signal,
      });
      const { state, error, info, initializeProgress } = read as {
        readonly state: string;
        readonly error?: LocalizedMethodFault;
        readonly info?: HttpNfcLeaseInfo;
        readonly initializeProgress?: number;
      };
      stillness?.note('state', state);
      stillness?.note('initializeProgress', initializeProgress);
      if (state === 'ready' && info) return new Lease(caller, ref, info, options);
      if (state === 'error' || state === 'done') throw failed(ref, error);
    }
  } catch (error) {
    // Nobody will come for what it was to be made for.
    await tidied(caller.call(ref, 'HttpNfcLeaseAbort', {}, { timeout: TIDY }));
    throw error;
  } finally {
    stillness?.over();
  }
  throw new VsphereError('ERR_CLIENT', 'the server tells no more of the lease', { object: ref });
}

/**
 * A lease that is ready. Complete it when everything is moved; closed without that, by `await using` or `abort`, it takes
 * back what was made for it.
 *
 * @example
 * await using lease = await client.lease(await client.call(vm, 'ExportVm'));
 * for (const file of lease.files) await pipeline(await lease.download(file), createWriteStream(file.targetId));
 * await lease.complete();
 */
export class Lease implements AsyncDisposable {
  readonly ref: Ref<'HttpNfcLease'>;
  readonly info: HttpNfcLeaseInfo;
  readonly #caller: SteadyCaller & Doors;
  readonly #interval: number;
  #percent = 0;
  #alarm: { cancel(): void } | undefined;
  #ended = false;

  /** @internal */
  constructor(caller: SteadyCaller & Doors, ref: Ref<'HttpNfcLease'>, info: HttpNfcLeaseInfo, options: LeaseOptions) {
    this.#caller = caller;
    this.ref = ref;
    this.info = info;
    this.#interval = Math.min(options.interval ?? 20_000, ((info.leaseTimeout || 60) * 1000) / 3);
    this.#keep();
  }

  /** What the lease is about: the machine or the vApp. */
  get entity(): Ref<'ManagedEntity'> {
    return this.info.entity;
  }

  /** The files that may be moved. */
  get files(): readonly HttpNfcLeaseDeviceUrl[] {
    return this.info.deviceUrl ?? [];
  }

  /** How much is done, from 0 to 100. The server hears of it with the next sign of life. */
  set percent(percent: number) {
    this.#percent = Math.max(0, Math.min(100, Math.floor(percent)));
  }

  get percent(): number {
    return this.#percent;
  }

  /** Sends a file. Disks go out as stream-optimized VMDK; `create` says that the file was not there before. */
  upload(
    file: HttpNfcLeaseDeviceUrl,
    source: Source,
    options: LeaseTransfer & { create?: boolean } = {},
  ): Promise<void> {
    const headers: Record<string, string> = options.create ? { Overwrite: 't' } : {};
    if (file.disk !== false) headers['Content-Type'] = 'application/x-vnd.vmware-streamVmdk';
    const transfer = this.#transfer(file, headers, options);
    return sendFile(transfer, options.create ? 'PUT' : 'POST', source, options.size);
  }

  /** Fetches a file: its bytes as they come. */
  download(file: HttpNfcLeaseDeviceUrl, options: LeaseTransfer = {}): Promise<Readable> {
    return fetchFile(this.#transfer(file, {}, options));
  }

  /** Checksums and sizes of what was moved, as the server counted them. */
  async manifest(options?: CallOptions): Promise<readonly HttpNfcLeaseManifestEntry[]> {
    return (await this.#caller.call(this.ref, 'HttpNfcLeaseGetManifest', {}, options)) ?? [];
  }

  /** Everything is moved: what was imported stays. */
  async complete(options: CallOptions = {}): Promise<void> {
    const { ref } = this;
    const caller = this.#caller;
    await caller.call(ref, 'HttpNfcLeaseProgress', { percent: 100 }, options);
    try {
      await caller.call(ref, 'HttpNfcLeaseComplete', {}, options);
    } catch (error) {
      if (!isVsphereError(error)) throw error;
      // The lease itself tells whether it was completed, whatever became of the answer.
      const { state } = await readProperties(caller, ref, ['state'], options);
      if (state === 'ready' && error.maybeDone) await caller.call(ref, 'HttpNfcLeaseComplete', {}, options);
      else if (state !== 'done') throw error;
    }
    this.#end();
  }

  /** What the server says of a lease that failed, where it says anything; else what the client met. */
  async explain(error: unknown): Promise<unknown> {
    if (this.#ended || !isVsphereError(error)) return error;
    try {
      const read = await readProperties(this.#caller, this.ref, ['state', 'error'], { timeout: TIDY });
      return read.state === 'error' ? failed(this.ref, read.error as LocalizedMethodFault, error) : error;
    } catch {
      return error;
    }
  }

  /** Gives up: what was imported so far is taken away again. A lease that has ended is left as it is. */
  async abort(reason?: unknown): Promise<void> {
    if (this.#ended) return;
    this.#end();
    const fault = faultOf(reason);
    await tidied(this.#caller.call(this.ref, 'HttpNfcLeaseAbort', fault ? { fault } : {}, { timeout: TIDY }));
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.abort();
  }

  #end(): void {
    this.#ended = true;
    this.#alarm?.cancel();
  }

  #keep(): void {
    const tell = async (): Promise<void> => {
      await tidied(this.#caller.call(this.ref, 'HttpNfcLeaseProgress', { percent: this.#percent }));
      if (!this.#ended) this.#keep();
    };
    this.#alarm = this.#caller.clock.after(this.#interval, () => void tell(), { background: true });
  }

  #transfer(
    { url: text, sslThumbprint, targetId, key }: HttpNfcLeaseDeviceUrl,
    headers: Readonly<Record<string, string>>,
    { timeout, signal, onProgress }: LeaseTransfer,
  ): Transfer {
    const caller = this.#caller;
    // An ESXi host leaves it to the client to know by which name it was reached.
    const url = new URL(text.replace('://*', `://${caller.url.host}`));
    return {
      agent: caller.agent(url, sslThumbprint || undefined),
      url,
      headers: { 'User-Agent': caller.userAgent, ...headers },
      what: targetId ?? key,
      clock: caller.clock,
      timeout: timeout ?? caller.timeout,
      signal,
      onProgress,
    };
  }
}

function failed(ref: Ref, error: LocalizedMethodFault | undefined, cause?: unknown): VsphereError {
  return new VsphereError('ERR_CLIENT', error?.localizedMessage || 'the lease has ended', {
    fault: error && { ...error.fault },
    faultType: error?.fault._typeName,
    object: ref,
    method: 'HttpNfcLease',
    cause,
  });
}

/** What the server is told of why a lease was given up. */
function faultOf(reason: unknown): LocalizedMethodFault | undefined {
  if (!(reason instanceof Error)) return undefined;
  return {
    fault: { _typeName: 'SystemError', reason: reason.message },
    localizedMessage: reason.message,
  } as LocalizedMethodFault;
}
