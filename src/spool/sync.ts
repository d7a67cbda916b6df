/** Forces what was written out to the disk, for who must not lose it with the machine. */
import { closeSync, fsyncSync, openSync } from 'node:fs';

export function syncFile(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** That a file is there, or goes by a new name, is known to its directory. */
export function syncDirectory(path: string): void {
  syncFile(path);
}
