/** Taking a machine, a vApp or a snapshot out: its files as streams, then the descriptor that goes with them. */
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { HttpNfcLeaseDeviceUrl, OvfCreateDescriptorParams, OvfFile } from '../vim25/index.ts';
import type { Ref } from '../vim25/value.ts';
import { asRef } from './as-ref.ts';
import type { Caller, Doors, SteadyCaller } from './caller.ts';
import { type Lease, openLease } from './lease.ts';
import type { CallOptions } from './options.ts';
import { beginOnce } from './orphan.ts';
import type { OvfProgress } from './ovf-import.ts';
import { readProperties } from './property-reads.ts';
import { VsphereError } from './vsphere-error.ts';

export interface OvfExport extends CallOptions {
  /** Takes one file of the package; what it returns is waited for. */
  readonly save: (path: string, body: Readable, file: HttpNfcLeaseDeviceUrl) => Promise<void>;
  /** Before each file's own name. Default: the machine's name and a dash. */
  readonly prefix?: string | undefined;
  /** Images in drives are part of the package. Default false. */
  readonly includeImages?: boolean | undefined;
  readonly description?: string | undefined;
  /** Of what the OvfManager's `ovfExportOption` lists: `mac`, `uuid`, `extraconfig`, ... */
  readonly exportOption?: readonly string[] | undefined;
  readonly onProgress?: ((progress: OvfProgress) => void) | undefined;
  readonly onWarning?: ((message: string) => void) | undefined;
}

export interface OvfPackage {
  /** Text of the `.ovf`. */
  readonly descriptor: string;
  /** Text of the `.mf`, without the line for the descriptor itself. */
  readonly manifest: string;
  readonly files: readonly { readonly path: string; readonly bytes: number; readonly sha256: string }[];
}

/** Exports what is switched off, or a snapshot. When it fails, or is aborted, the machine is let go of. */
export async function exportOvf(caller: SteadyCaller & Doors, object: Ref, wanted: OvfExport): Promise<OvfPackage> {
  const { name, entity, snapshot, ref } = await begin(caller, object, wanted);
  const lease = await openLease(caller, ref, timing(wanted));
  try {
    const files = await fetchAll(lease, wanted, wanted.prefix ?? `${name}-`);
    const cdp = {
      name,
      ovfFiles: files.map(({ file }) => file),
      includeImageFiles: wanted.includeImages ?? false,
      description: wanted.description,
      exportOption: wanted.exportOption,
      snapshot,
    } as OvfCreateDescriptorParams;
    const descriptor = await describe(caller, entity, cdp, wanted);
    await lease.complete(timing(wanted));
    const told = files.map(({ file, sha256 }) => ({ path: file.path, bytes: file.size, sha256 }));
    const manifest = told.map(({ path, sha256 }) => `SHA256(${path})= ${sha256}\n`).join('');
    return { descriptor, manifest, files: told };
  } catch (error) {
    const reason = await lease.explain(error);
    await lease.abort(reason);
    throw reason;
  }
}

const timing = ({ signal, timeout }: CallOptions): CallOptions => ({ signal, timeout });

interface Begun {
  readonly name: string;
  readonly entity: Ref<'ManagedEntity'>;
  readonly snapshot: Ref<'VirtualMachineSnapshot'> | undefined;
  readonly ref: Ref<'HttpNfcLease'>;
}

async function begin(caller: SteadyCaller, object: Ref, wanted: OvfExport): Promise<Begun> {
  const snapshot = asRef('VirtualMachineSnapshot', object);
  const held = snapshot ? ((await readProperties(caller, snapshot, ['vm'], timing(wanted))).vm as Ref) : object;
  const entity = held as Ref<'ManagedEntity'>;
  const { name } = (await readProperties(caller, entity, ['name'], timing(wanted))) as { readonly name: string };
  const method = METHODS.find(([type]) => asRef(type, object))?.[1];
  if (!method) throw new VsphereError('ERR_CLIENT', `a ${object.type} cannot be exported`, { object });
  const ref = (await beginOnce(caller, { self: object, method, params: {} }, timing(wanted))) as Ref<'HttpNfcLease'>;
  return { name, entity, snapshot, ref };
}

const METHODS = [
  ['VirtualMachine', 'ExportVm'],
  ['VirtualApp', 'ExportVApp'],
  ['VirtualMachineSnapshot', 'ExportSnapshot'],
] as const;

interface Fetched {
  readonly file: OvfFile;
  readonly sha256: string;
}

async function fetchAll(lease: Lease, wanted: OvfExport, prefix: string): Promise<Fetched[]> {
  const { signal, timeout, includeImages, onProgress } = wanted;
  // A device without a target is part of no package unless images are asked for.
  const parts = lease.files.filter(({ disk, targetId }) => (disk === true ? true : includeImages && !targetId));
  // What a disk holds is less than its capacity; the server corrects nothing, it only shows it.
  const whole = Math.max(1, (lease.info.totalDiskCapacityInKB ?? 0) * 1024);
  const fetched: Fetched[] = [];
  let done = 0;
  for (const [index, part] of parts.entries()) {
    const path = `${prefix}${part.targetId ?? `${part.disk === true ? 'disk' : 'file'}-${index}${part.disk === true ? '.vmdk' : '.iso'}`}`;
    const hash = createHash('sha256');
    let bytes = 0;
    const told = (moved: number): void => {
      lease.percent = Math.min(99, ((done + moved) / whole) * 100);
      onProgress?.({ path, bytes: moved, percent: lease.percent });
    };
    signal?.throwIfAborted();
    const body = await lease.download(part, { signal, timeout, onProgress: told });
    body.on('data', (chunk: Buffer) => {
      hash.update(chunk);
      bytes += chunk.length;
    });
    body.pause();
    try {
      await wanted.save(path, body, part);
      if (!body.readableEnded) throw body.errored ?? new VsphereError('ERR_CLIENT', `${path} was not read to its end`);
    } finally {
      body.destroy();
    }
    done += bytes;
    fetched.push({ file: { deviceId: part.key, path, size: bytes } as OvfFile, sha256: hash.digest('hex') });
  }
  return fetched;
}

async function describe(
  caller: Caller,
  obj: Ref<'ManagedEntity'>,
  cdp: OvfCreateDescriptorParams,
  wanted: OvfExport,
): Promise<string> {
  const { ovfManager } = caller.content;
  if (!ovfManager) throw new VsphereError('ERR_CLIENT', 'the server has no OvfManager');
  const made = await caller.call(ovfManager, 'CreateDescriptor', { obj, cdp }, timing(wanted));
  for (const { fault, localizedMessage } of made.warning ?? []) {
    wanted.onWarning?.(localizedMessage ?? `${fault._typeName}`);
  }
  const [first] = made.error ?? [];
  if (!first) return made.ovfDescriptor;
  throw new VsphereError('ERR_CLIENT', first.localizedMessage || 'no descriptor can be written', {
    fault: { ...first.fault },
    faultType: first.fault._typeName,
    method: 'CreateDescriptor',
    object: obj,
  });
}
