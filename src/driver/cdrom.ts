/** ISO images in an instance's CD-ROM drives: what it starts from, and its config drive. */
import { Readable } from 'node:stream';
import type { Ref } from '../client/index.ts';
import type { VirtualCdrom, VirtualCdromIsoBackingInfo } from '../vim25/index.ts';
import { devicesOf, fileOf, freePlace, isA } from './devices.ts';
import { beside } from './disk-files.ts';
import type { ConfigDrive } from './spawn-request.ts';
import { persist } from './steady.ts';
import type { Surroundings } from './surroundings.ts';
import { runTask, type WorkOptions } from './work.ts';

/** Puts an ISO of a datastore into a drive of its own, unless it is in one. */
export async function ensureCdrom(
  surroundings: Surroundings,
  vm: Ref<'VirtualMachine'>,
  fileName: string,
  work: WorkOptions,
): Promise<void> {
  const devices = await devicesOf(surroundings, vm);
  if (devices.some((device) => isA(device, 'VirtualCdrom') && fileOf(device) === fileName)) return;
  const { controllerKey, unitNumber } = freePlace(devices, 'ide');
  const backing: VirtualCdromIsoBackingInfo = { _typeName: 'VirtualCdromIsoBackingInfo', fileName };
  const device: VirtualCdrom = {
    _typeName: 'VirtualCdrom',
    key: -1,
    controllerKey,
    unitNumber,
    backing,
    connectable: { startConnected: true, allowGuestControl: true, connected: true },
  };
  const spec = { deviceChange: [{ operation: 'add' as const, device }] };
  await runTask(surroundings, vm, 'ReconfigVM_Task', { spec }, work, 'attach iso');
}

/** Uploads the config drive beside the instance's other files and attaches it. */
export async function ensureConfigDrive(
  surroundings: Surroundings,
  vm: Ref<'VirtualMachine'>,
  drive: ConfigDrive,
  work: WorkOptions,
): Promise<void> {
  const { client, datacenterPath: datacenter } = surroundings;
  const file = beside((await client.get(vm, 'config.files.vmPathName'))!, 'configdrive.iso');
  const devices = await devicesOf(surroundings, vm);
  if (devices.some((device) => isA(device, 'VirtualCdrom') && fileOf(device) === file)) return;
  const { signal } = work;
  const onProgress = (bytes: number) => work.onProgress?.({ step: 'config drive', bytes });
  const attempt = async () => {
    const body = drive instanceof Uint8Array ? drive : await drive();
    const size = body instanceof Readable ? undefined : body.length;
    await client.upload(file, body, { datacenter, size, signal, onProgress });
  };
  await persist(surroundings, attempt, signal);
  await ensureCdrom(surroundings, vm, file, work);
}
