/** Puts a scenario's files on its datastores, their bytes into the spool. Inside a turn. */
import { readFileSync, statSync } from 'node:fs';
import { isVmx, LONGEST_VMX, noteOfWrite } from '../objects/machine/vmx/vmx-files.ts';
import type { Site } from '../objects/site.ts';
import { type Datastore, freeSpace } from '../objects/storage/datastore.ts';
import { diskArrived, diskDescribed, isVmdk } from '../objects/storage/disk/arrived.ts';
import { datastoreFileKind, putFile } from '../objects/storage/files.ts';
import type { Cell } from '../world/cell.ts';
import type { FileSaid } from './file-shape.ts';
import type { Path } from './scenario-error.ts';

type Fail = (word: Path, message: string) => Error;

/** `resolve` makes an absolute path of one that is relative to the scenario. */
export function furnishFiles(
  site: Site,
  store: Cell<Datastore>,
  files: readonly FileSaid[],
  resolve: (file: string) => string,
  fail: Fail,
): void {
  for (const [i, said] of files.entries()) {
    const { path, from, text } = said;
    const word: Path = ['files', i, from === undefined ? 'text' : 'from'];
    const size = from === undefined ? Buffer.byteLength(text!) : sizeOf(resolve(from), (why) => fail(word, why));
    if (size > freeSpace(store)) throw fail(word, `no more than ${freeSpace(store)} bytes are free`);
    const extent = from === undefined ? site.spool.keep(Buffer.from(text!)) : site.spool.adopt(resolve(from));
    if (!extent) throw fail(word, `cannot read ${resolve(from!)}`);
    const at = { datastore: store.id, path };
    const note =
      isVmx(path) && size <= LONGEST_VMX && text !== undefined ? noteOfWrite(site.world, at, Buffer.from(text)) : {};
    const content = { extent: extent.id, size: extent.size, modified: site.clock.now(), ...note };
    const disk = diskDescribed(site, at, size, () => bytesOf(said, resolve));
    if (putFile(site.world, store.id, path, content, disk) === undefined)
      throw fail(['files', i, 'path'], 'a directory stands there, or a file where a directory would be');
  }
}

function bytesOf({ from, text }: FileSaid, resolve: (file: string) => string): Buffer {
  return from === undefined ? Buffer.from(text!) : readFileSync(resolve(from));
}

/** Looks into files that may be disks, as is done with what clients upload. */
export async function examineDisks(site: Site): Promise<void> {
  for (const { state } of [...site.world.every(datastoreFileKind)]) {
    if (!state.content.directory && isVmdk(state.at.path)) await diskArrived(site, state.at);
  }
}

function sizeOf(file: string, fail: (why: string) => Error): number {
  try {
    const stat = statSync(file);
    if (stat.isFile()) return stat.size;
  } catch (error) {
    throw fail(`cannot read ${file}: ${(error as Error).message}`);
  }
  throw fail(`${file} is no file`);
}
