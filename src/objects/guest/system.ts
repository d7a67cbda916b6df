/**
 * What is inside a guest: users, files, programs, processes. Plain data, one record per machine, replaced at each change.
 * Where nothing was said a guest has the files of its family, lets anybody in who gives a name and a password, and knows
 * the programs every system has.
 */
import type { GuestAliases } from '../../vim25/generated/index.ts';

export interface GuestUser {
  readonly name: string;
  readonly password: string;
  /** May do everything, as root and Administrator may. */
  readonly admin: boolean;
}

/** A file, a directory or a link; its place is the key it is kept under. */
export interface GuestNode {
  readonly path: string;
  readonly type: 'file' | 'directory' | 'symlink';
  readonly size: number;
  /** Contents, where they were said or written by a program. */
  readonly text?: string | undefined;
  /** Contents that came through the door: an extent of the spool. */
  readonly extent?: string | undefined;
  readonly target?: string | undefined;
  readonly modified: number;
  readonly accessed?: number | undefined;
  readonly created?: number | undefined;
  readonly owner: number;
  readonly group: number;
  /** POSIX permission bits: 0o644. */
  readonly permissions: number;
  readonly hidden?: boolean | undefined;
  readonly readOnly?: boolean | undefined;
}

/** By normalised path; on Windows in small letters. */
export type GuestTree = Readonly<Record<string, GuestNode>>;

/** What a program does when it is started. */
export interface GuestProgram {
  readonly path: string;
  /** Only when started with exactly these; with any when absent. */
  readonly arguments?: string | undefined;
  readonly exitCode: number;
  /** Milliseconds; undefined runs until it is terminated. */
  readonly duration: number | undefined;
  /** What it writes to its output, which a redirection may put into a file. */
  readonly output?: string | undefined;
  /** Files it has written when it ends, by path. */
  readonly writes?: Readonly<Record<string, string>> | undefined;
}

export interface GuestProcess {
  readonly pid: number;
  /** The boot it lives in; it does not outlive it. */
  readonly boot: number;
  readonly name: string;
  readonly owner: string;
  readonly cmdLine: string;
  readonly start: number;
  /** When it ends or ended; undefined for one that runs until it is terminated. */
  readonly end: number | undefined;
  readonly exitCode: number;
  /** Files still to be written when it ends. */
  readonly writes?: readonly GuestWrite[] | undefined;
}

export interface GuestWrite {
  readonly path: string;
  readonly text: string;
  readonly append: boolean;
  readonly owner: number;
}

export interface RegistryKey {
  readonly path: string;
  readonly classType: string;
  readonly volatile: boolean;
  readonly written: number;
  /** Data objects by name in small letters, with the name as it was written. */
  readonly values: Readonly<Record<string, { readonly name: string; readonly data: object }>>;
}

export interface UserAliases extends GuestAliases {
  readonly username: string;
  /** Whether the certificate alone says who the user is. */
  readonly mapped: boolean;
}

export interface GuestSystem {
  /** Absent: whoever gives a name and a password may do everything. */
  readonly users?: readonly GuestUser[] | undefined;
  readonly programs?: readonly GuestProgram[] | undefined;
  /** `NAME=value` */
  readonly environment?: readonly string[] | undefined;
  /** Absent: the files of the guest's family. */
  readonly files?: GuestTree | undefined;
  readonly processes?: readonly GuestProcess[] | undefined;
  readonly lastPid?: number | undefined;
  /** How many temporary names were given out. */
  readonly temporary?: number | undefined;
  readonly aliases?: readonly UserAliases[] | undefined;
  readonly registry?: Readonly<Record<string, RegistryKey>> | undefined;
}

/** What a copy of the machine's disks holds of it: everything but what runs. */
export function copiedSystem(system: GuestSystem): GuestSystem {
  const { processes: _processes, lastPid: _lastPid, ...kept } = system;
  return Object.freeze(kept);
}
