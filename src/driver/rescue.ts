/** Rescue: an instance started from another disk, to mend what is on its own. */
import { parseDatastorePath, type Ref } from '../client/index.ts';
import { SimError } from '../kernel/errors.ts';
import type { VirtualDevice, VirtualDeviceConfigSpec, VirtualMachineConfigSpec } from '../vim25/index.ts';
import { adapterOf, devicesOf, disksOf, fileOf, freePlace } from './devices.ts';
import { beside, copyDisk, deleteDisk } from './disk-files.ts';
import { diskSpec } from './disk-spec.ts';
import type { ImageSource } from './image.ts';
import { cachedImage, ensureImage } from './image-cache.ts';
import { powerOff, powerOn } from './power.ts';
import { note, records } from './records.ts';
import type { Surroundings } from './surroundings.ts';
import { undo } from './undo.ts';
import { runTask, type WorkOptions } from './work.ts';

type Machine = Ref<'VirtualMachine'>;

/** Whether the instance ran before it was rescued; that there is a note tells that it is. */
const KEY = 'simsphere.rescue';
/** What the disk is called that an instance is rescued from, beside its own. */
export const RESCUE = 'rescue';

/**
 * Starts an instance from a copy of an image. Its own disks stay attached behind it and are what they were after
 * `unrescue`. A rescue that fails leaves the instance as it was.
 */
export async function rescue(
  surroundings: Surroundings,
  vm: Machine,
  source: ImageSource,
  work: WorkOptions,
): Promise<void> {
  const image = await source.describe(work.signal);
  if (image.diskFormat !== 'vmdk') {
    throw new SimError('ERR_USAGE', `nobody is rescued from image '${image.id}', an ${image.diskFormat}`);
  }
  const [root] = disksOf(await devicesOf(surroundings, vm));
  const file = root && fileOf(root);
  if (file === undefined) throw new SimError('ERR_CLIENT', 'the instance has no root disk to be rescued');
  const isRescued = (await records(surroundings, vm)).has(KEY);
  const cached = cachedImage(surroundings, parseDatastorePath(file).datastore, image);
  await ensureImage(surroundings, source, cached, work);
  try {
    if (!isRescued) {
      const state = await surroundings.client.get(vm, 'runtime.powerState');
      await note(surroundings, vm, KEY, state === 'poweredOff' ? 'off' : 'on');
    }
    if (!(await rescueDisk(surroundings, vm))) {
      await powerOff(surroundings, vm, work);
      await copyDisk(surroundings, cached.path, await rescueFile(surroundings, vm), work);
      await attach(surroundings, vm, work);
    }
    await startFromIt(surroundings, vm, work);
    await powerOn(surroundings, vm, work);
  } catch (error) {
    await undo(surroundings, 'the rescue', error, async () =>
      unrescue(surroundings, vm, await ranBefore(surroundings, vm)),
    );
  }
}

/** Returns an instance to its own disks and starts it. One that is not rescued is left alone. */
export async function unrescue(
  surroundings: Surroundings,
  vm: Machine,
  start: boolean,
  work: WorkOptions = {},
): Promise<void> {
  if (!(await records(surroundings, vm)).has(KEY)) return;
  const file = await rescueFile(surroundings, vm);
  const disk = await rescueDisk(surroundings, vm);
  if (disk) {
    await powerOff(surroundings, vm, work);
    const own = disksOf(await devicesOf(surroundings, vm)).filter(({ key }) => key !== disk.key);
    const spec: VirtualMachineConfigSpec = {
      deviceChange: [{ operation: 'remove', fileOperation: 'destroy', device: disk } satisfies VirtualDeviceConfigSpec],
      bootOptions: bootFrom(own),
    };
    await runTask(surroundings, vm, 'ReconfigVM_Task', { spec }, work, 'detach rescue disk');
  }
  await deleteDisk(surroundings, file);
  if (start) await powerOn(surroundings, vm, work);
  await note(surroundings, vm, KEY, '');
}

async function ranBefore(surroundings: Surroundings, vm: Machine): Promise<boolean> {
  return (await records(surroundings, vm)).get(KEY) === 'on';
}

async function attach(surroundings: Surroundings, vm: Machine, work: WorkOptions): Promise<void> {
  const devices = await devicesOf(surroundings, vm);
  const [root] = disksOf(devices);
  const adapter = (root && adapterOf(devices, root)) ?? surroundings.options.adapterType;
  const existing = await rescueFile(surroundings, vm);
  const spec = diskSpec({ existing }, freePlace(devices, adapter), undefined, undefined);
  await runTask(surroundings, vm, 'ReconfigVM_Task', { spec }, work, 'attach rescue disk');
}

/** The server tells the disk's key only once it is attached. */
async function startFromIt(surroundings: Surroundings, vm: Machine, work: WorkOptions): Promise<void> {
  const disk = await rescueDisk(surroundings, vm);
  if (!disk) throw new SimError('ERR_CLIENT', 'the rescue disk is not attached');
  const own = disksOf(await devicesOf(surroundings, vm)).filter(({ key }) => key !== disk.key);
  const spec = { bootOptions: bootFrom([disk, ...own]) };
  await runTask(surroundings, vm, 'ReconfigVM_Task', { spec }, work, 'boot order');
}

function bootFrom(disks: readonly VirtualDevice[]): NonNullable<VirtualMachineConfigSpec['bootOptions']> {
  return {
    bootOrder: disks.map(({ key }) => ({ _typeName: 'VirtualMachineBootOptionsBootableDiskDevice', deviceKey: key })),
  };
}

async function rescueDisk(surroundings: Surroundings, vm: Machine): Promise<VirtualDevice | undefined> {
  const file = await rescueFile(surroundings, vm);
  return disksOf(await devicesOf(surroundings, vm)).find((disk) => fileOf(disk) === file);
}

async function rescueFile({ client }: Surroundings, vm: Machine): Promise<string> {
  return beside((await client.get(vm, 'config.files.vmPathName')) ?? '', `${RESCUE}.vmdk`);
}
