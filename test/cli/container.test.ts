/** What the container image runs, on the build itself: the words of the Dockerfile start it, ask how it is and end it. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const DOCKERFILE = readFileSync(join(ROOT, 'Dockerfile'), 'utf8');

/** The words of an instruction in exec form. */
function wordsOf(instruction: RegExp): string[] {
  return JSON.parse(instruction.exec(DOCKERFILE)![1]!) as string[];
}

const [node, ...entry] = wordsOf(/^ENTRYPOINT (\[.*\])$/m);
const [, ...check] = wordsOf(/^HEALTHCHECK .* CMD (\[.*\])$/m);

/** Exit code of the health check. */
function health(env: Record<string, string>): Promise<number> {
  return new Promise((resolve) => {
    const asked = execFile(process.execPath, check, { cwd: ROOT, env: { ...process.env, ...env } });
    asked.once('close', (code) => resolve(code!));
  });
}

const home = mkdtempSync(join(tmpdir(), 'simsphere-container-'));
afterAll(() => rmSync(home, { recursive: true }));

it.each([
  ['SIGTERM', ['--port', '0']],
  ['SIGINT', ['--port', '0', '--http', '--ready-file', join(home, 'mine')]],
] as const)('serves, is healthy, and ends at once on %s', async (signal, flags) => {
  expect(node).toBe('node');
  const told = { SIMSPHERE_READY_FILE: join(home, signal) };
  expect(await health(told)).toBe(4);
  const child = spawn(process.execPath, [...entry, ...flags], { cwd: ROOT, env: { ...process.env, ...told } });
  let [said, complained] = ['', ''];
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complained += text;
  });
  const ended = once(child, 'close');
  const ready = new Promise<string>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const url = /ready: (\S+)\n/.exec(said)?.[1];
      if (url) resolve(url);
    });
  });
  const url = await Promise.race([ready, ended.then(() => Promise.reject(new Error(said + complained)))]);
  expect(await health(told)).toBe(0);
  expect(await health({ ...told, SIMSPHERE_URL: url })).toBe(0);
  child.kill(signal);
  expect(await ended).toEqual([signal === 'SIGTERM' ? 143 : 130, null]);
  expect(complained).toBe('');
  expect(await health(told)).toBe(4);
  // Its port may be somebody else's by now; at this one nobody listens.
  expect(await health({ SIMSPHERE_URL: url.replace(/:\d+/, ':1') })).toBe(4);
});
