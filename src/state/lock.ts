/** One process works in a directory. The lock tells which, so that one that was killed keeps nobody out. */
import { constants, copyFileSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SimError } from '../kernel/errors.ts';

interface Holder {
  readonly pid: number;
  /** What tells this process from another that had, or gets, its number; empty where the system tells nothing. */
  readonly born: string;
}

/** Takes the lock of a directory; gives what gives it back. Throws ERR_STATE_DIR while another process has it. */
export function lock(directory: string): () => void {
  const path = join(directory, 'lock');
  const mine: Holder = { pid: process.pid, born: bornOf(process.pid) ?? '' };
  const own = `${path}.${process.pid}`;
  writeFileSync(own, `${JSON.stringify(mine)}\n`, { mode: 0o600 });
  try {
    take(path, own);
  } finally {
    rmSync(own, { force: true });
  }
  return () => rmSync(path, { force: true });
}

function take(path: string, own: string): void {
  try {
    put(own, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const holder = holderOf(path);
    if (holder && isAlive(holder)) {
      const hint = 'stop it, or name another directory';
      throw new SimError('ERR_STATE_DIR', `${path}: process ${holder.pid} works in this directory`, { hint });
    }
    renameSync(own, path);
  }
}

/** Made or not made, whoever else tries at the same time. */
function put(own: string, path: string): void {
  try {
    linkSync(own, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error;
    // Some file systems know no links.
    copyFileSync(own, path, constants.COPYFILE_EXCL);
  }
}

function holderOf(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

function isAlive({ pid, born }: Holder): boolean {
  const now = bornOf(pid);
  if (now !== undefined && born !== '') return now === born;
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** When the kernel says a process began; undefined where there is none, or no kernel that says it. */
function bornOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The name stands in brackets and may hold anything; the twentieth word behind it is the time.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}
