/** simsphere as another process, known by what it prints into its ready file: URL, credentials and CA. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const ROOT = resolve(import.meta.dirname, '../..');

export interface Served {
  readonly url: string;
  readonly ca: string;
  readonly username: string;
  readonly password: string;
  /** Ends the process and resolves with what it wrote. */
  stop(): Promise<string>;
}

export async function serve(flags: readonly string[] = []): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'simsphere-contract-'));
  const readyFile = join(folder, 'ready.json');
  const words = ['dist/cli/main.js', 'serve', '--port', '0', '--ready-file', readyFile, ...flags];
  const child = spawn(process.execPath, words, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const ready = await readyOf(child, readyFile, () => output);
  return {
    url: ready.url,
    ca: ready.ca,
    username: 'administrator@vsphere.local',
    password: 'simsphere',
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
