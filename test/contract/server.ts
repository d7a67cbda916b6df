/** simsphere as another process, known by what it prints into its ready file: URL, credentials and CA. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export const ROOT: string = resolve(import.meta.dirname, '../..');

/** The command as it is built. */
export const MAIN: string = process.env['SIMSPHERE_MAIN'] ?? join(ROOT, 'dist/cli/main.js');

/** Whom `reader.yaml` lets read everything and do nothing. */
export const READER = { username: 'reader@vsphere.local', password: 'reading' } as const;

export interface Served {
  readonly target: {
    readonly url: string;
    readonly ca: string;
    readonly username: string;
    readonly password: string;
    readonly readOnlyUser: typeof READER;
  };
  /** A directory of this server's own, gone when it is stopped. */
  readonly folder: string;
  /** File with a line for each call. */
  readonly journal: string;
  /** Ends the process and resolves with what it wrote. */
  stop(): Promise<string>;
}

export async function serve(flags: readonly string[] = [], env: NodeJS.ProcessEnv = {}): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'simsphere-contract-'));
  const readyFile = join(folder, 'ready.json');
  const journal = join(folder, 'journal.jsonl');
  const words = [MAIN, 'serve', '--port', '0', '--ready-file', readyFile, '--journal', journal, ...flags];
  const child = spawn(process.execPath, words, {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const ready = await readyOf(child, readyFile, () => output);
  return {
    target: {
      url: ready.url,
      ca: ready.ca,
      username: 'administrator@vsphere.local',
      password: 'simsphere',
      readOnlyUser: READER,
    },
    folder,
    journal,
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
      return output;
    },
  };
}

async function readyOf(child: ChildProcess, file: string, output: () => string): Promise<{ url: string; ca: string }> {
  while (child.exitCode === null) {
    if (existsSync(file)) {
      try {
        return JSON.parse(readFileSync(file, 'utf8'));
      } catch {
        // It is being written.
      }
    }
    await pause(5);
  }
  throw new Error(`serve ended with ${child.exitCode}: ${output()}`);
}
