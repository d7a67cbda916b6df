/** Bringing a machine or a vApp in: its descriptor becomes a spec, its files go through a lease. */
import type { OvfCreateImportSpecParams, OvfCreateImportSpecResult, OvfFileItem } from '../vim25/index.ts';
import type { Ref } from '../vim25/value.ts';
import type { Caller, Doors, SteadyCaller } from './caller.ts';
import { type Lease, openLease } from './lease.ts';
import type { CallOptions } from './options.ts';
import { beginOnce } from './orphan.ts';
import type { Source } from './transfer.ts';
import { VsphereError } from './vsphere-error.ts';

export interface OvfImport extends CallOptions {
  /** Text of the `.ovf`. */
  readonly descriptor: string;
  readonly pool: Ref<'ResourcePool'>;
  readonly datastore: Ref<'Datastore'>;
  /** Folder of the new machine. Default: that of the pool's vApp. */
  readonly folder?: Ref<'Folder'> | undefined;
  readonly host?: Ref<'HostSystem'> | undefined;
  /** Default: the name that the descriptor gives. */
  readonly name?: string | undefined;
  /** Networks of the descriptor by name, and what stands for them here. */
  readonly networks?: Readonly<Record<string, Ref>> | undefined;
  /** Values of the descriptor's properties. */
  readonly properties?: Readonly<Record<string, string>> | undefined;
  /** `thin`, `thick`, `eagerZeroedThick`, ... */
  readonly diskProvisioning?: string | undefined;
  readonly deploymentOption?: string | undefined;
  /** Opens a file that the descriptor names, such as `disk-0.vmdk`. */
  readonly open: (path: string, file: OvfFileItem) => Source | Promise<Source>;
  /** Told of what was sent. */
  readonly onProgress?: ((progress: OvfProgress) => void) | undefined;
  /** Told of what the server makes of the descriptor other than it says. */
  readonly onWarning?: ((message: string) => void) | undefined;
}

export interface OvfProgress {
  readonly path: string;
  /** Bytes of this file. */
  readonly bytes: number;
  /** Of all files, from 0 to 100. */
  readonly percent: number;
}

/**
 * Imports a package. Returns what was made; when it fails, or is aborted, nothing of it stays.
 */
export async function importOvf(caller: SteadyCaller & Doors, wanted: OvfImport): Promise<Ref<'ManagedEntity'>> {
  const { pool, folder, host } = wanted;
  const { importSpec, fileItem = [] } = await importSpecOf(caller, wanted);
  const spec = importSpec as NonNullable<typeof importSpec>;
  const call = { self: pool, method: 'ImportVApp', params: { spec, folder, host } };
  const ref = (await beginOnce(caller, call, timing(wanted))) as Ref<'HttpNfcLease'>;
  const lease = await openLease(caller, ref, timing(wanted));
  try {
    await sendAll(lease, fileItem, wanted);
    await lease.complete(timing(wanted));
    return lease.entity;
  } catch (error) {
    const reason = await lease.explain(error);
    await lease.abort(reason);
    throw reason;
  }
}

const timing = ({ signal, timeout }: CallOptions): CallOptions => ({ signal, timeout });

async function importSpecOf(caller: Caller, wanted: OvfImport): Promise<OvfCreateImportSpecResult> {
  const { ovfManager } = caller.content;
  if (!ovfManager) throw new VsphereError('ERR_CLIENT', 'the server has no OvfManager');
  const { descriptor: ovfDescriptor, pool: resourcePool, datastore, onWarning } = wanted;
  const cisp = paramsOf(wanted);
  const params = { ovfDescriptor, resourcePool, datastore, cisp };
  const result = await caller.call(ovfManager, 'CreateImportSpec', params, timing(wanted));
  for (const { fault, localizedMessage } of result.warning ?? []) onWarning?.(localizedMessage ?? `${fault._typeName}`);
  const [first, ...more] = result.error ?? [];
  if (first || !result.importSpec) {
    const others = more.length > 0 ? ` (and ${more.length} more)` : '';
    const said = first?.localizedMessage || 'the descriptor cannot be imported';
    throw new VsphereError('ERR_CLIENT', `${said}${others}`, {
      fault: first && { ...first.fault },
      faultType: first?.fault._typeName,
      method: 'CreateImportSpec',
      object: ovfManager,
    });
  }
  return result;
}

function paramsOf({ name, networks, properties, host, ...wanted }: OvfImport): OvfCreateImportSpecParams {
  return {
    locale: '',
    deploymentOption: wanted.deploymentOption ?? '',
    entityName: name ?? '',
    hostSystem: host,
    diskProvisioning: wanted.diskProvisioning,
    networkMapping: Object.entries(networks ?? {}).map(([key, network]) => ({ name: key, network })),
    propertyMapping: Object.entries(properties ?? {}).map(([key, value]) => ({ key, value })),
  } as unknown as OvfCreateImportSpecParams;
}

async function sendAll(lease: Lease, items: readonly OvfFileItem[], wanted: OvfImport): Promise<void> {
  const { signal, timeout, onProgress } = wanted;
  const total = items.reduce((sum, { size }) => sum + (size ?? 0), 0);
  let done = 0;
  for (const item of items) {
    const { deviceId, path, size, create } = item;
    const file = lease.files.find(({ importKey }) => importKey === deviceId);
    if (!file)
      throw new VsphereError('ERR_CLIENT', `the lease lets no file through for ${path}`, { object: lease.ref });
    let moved = 0;
    const told = (bytes: number): void => {
      moved = bytes;
      // The last hundredth is the server's: it is not done before the lease is.
      lease.percent = total === 0 ? 0 : Math.min(99, ((done + bytes) / total) * 100);
      onProgress?.({ path, bytes, percent: lease.percent });
    };
    signal?.throwIfAborted();
    const source = await wanted.open(path, item);
    await lease.upload(file, source, { create, size: sizeOf(source, size), signal, timeout, onProgress: told });
    done += moved;
  }
}

/** Of a stream the descriptor knows the size. */
function sizeOf(source: Source, size: number | undefined): number | undefined {
  return source instanceof Uint8Array ? source.length : size;
}
