/** CreateScreenshot_Task: the machine's console as a PNG beside its other files. */

import { encodePng, type IndexedImage } from '../../../formats/png.ts';
import { OutOfSpace } from '../../../spool/spool.ts';
import type { GuestInfo } from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import { notSupported, VimFault } from '../../../world/fault.ts';
import type { Verb } from '../../../world/tasks.ts';
import { type MethodsOf, verb } from '../../managed-object.ts';
import type { Site } from '../../site.ts';
import { type Datastore, freeSpace } from '../../storage/datastore.ts';
import { fileAt, putFile } from '../../storage/files.ts';
import { beside } from '../files.ts';
import type { FileAt, Machine } from '../machine.ts';
import { guardPower, machineOf, type Vm, type Work } from '../work.ts';
import { drawScreen, screenLines } from './screen.ts';

const NAME = 'VirtualMachine.createScreenshot';

/** What the console shows now, as a PNG. */
export function screenOf(vm: Vm): Buffer {
  return encodePng(pictureOf(vm));
}

/** The same, not packed. */
export function pictureOf(vm: Vm): IndexedImage {
  const guest = vm.get('guest') as GuestInfo | undefined;
  const addresses = guest?.net?.flatMap((nic) => nic.ipAddress ?? []) ?? [];
  return drawScreen(vm.state.displays, screenLines(vm.state, guest?.hostName, addresses));
}

/** Throws unless there is a console to look at. */
export function guardScreen(vm: Vm): void {
  if (vm.state.config.template) throw notSupported();
  guardPower(vm, 'poweredOn', 'poweredOn');
}

const createScreenshot = verb<object>({
  name: NAME,
  descriptionId: NAME,
  steps: {
    begin(step) {
      guarded(step);
      return { next: 'finish', after: step.site.latency.duration(NAME) };
    },
    finish(step) {
      const vm = guarded(step);
      return takeScreen(step.site, vm).then((save) => () => ({ done: true, result: save() }));
    },
  },
});

function guarded(step: Work): Vm {
  const vm = machineOf(step);
  guardScreen(vm);
  return vm;
}

/** `name-1.png`, or the next number that nothing has. */
function freeName(site: Site, files: Machine['files']): FileAt {
  for (let n = 1; ; n++) {
    const at = beside(files, `-${n}.png`);
    if (!fileAt(site.world, at.datastore, at.path)) return at;
  }
}

/** Writes what the console shows now into a file beside the machine's others; what comes back puts it in place, inside a turn. */
export function takeScreen(site: Site, vm: Vm): Promise<() => string> {
  return written(site, freeName(site, vm.state.files), screenOf(vm));
}

/** Writes the file; its place is taken when its bytes are there. */
async function written(site: Site, at: FileAt, png: Buffer): Promise<() => string> {
  const datastore = site.world.find(at.datastore) as Cell<Datastore> | undefined;
  const name = `[${datastore?.state.name ?? ''}] ${at.path}`;
  const room = () => (datastore?.alive ? freeSpace(datastore) : 0);
  const extent = await site.spool.write(once(png), room).catch((error: unknown) => {
    if (!(error instanceof OutOfSpace)) throw error;
    throw new VimFault('NoDiskSpace', { file: name, datastore: datastore?.state.name ?? '' });
  });
  return () => {
    const content = { extent: extent.id, size: extent.size, modified: site.clock.now() };
    const made = datastore?.alive ? putFile(site.world, at.datastore, at.path, content) : undefined;
    if (made !== undefined) return name;
    site.spool.drop(extent.id);
    throw new VimFault('CannotCreateFile', { file: name });
  };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

export const screenshotMethods: MethodsOf<'VirtualMachine', Machine> = {
  CreateScreenshot_Task: (call, self) => call.startTask(NAME, self as never),
};

export const screenshotVerbs: readonly Verb<Site, never>[] = [createScreenshot];
