/** `--journal FILE`, `--keep-calls COUNT` and `--no-control`. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseArguments } from '../../src/cli/arguments.ts';
import { JournalFile } from '../../src/cli/journal-file.ts';
import { options } from '../../src/cli/option-table.ts';
import { startOptions } from '../../src/cli/start-options.ts';
import { startSimulator } from '../../src/index.ts';
import { http, Wire } from '../server/wire.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'simsphere-journal-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const optionsOf = (...words: string[]) => startOptions(parseArguments(words, options).values, 0);

describe('the journal in a file', () => {
  it('has a line of JSON for every call, more than memory keeps, without secrets', async () => {
    const name = join(folder, 'calls.ndjson');
    const file = new JournalFile(name);
    const sim = await startSimulator({ ...optionsOf('--http', '--keep-calls', '3'), port: 0 });
    file.follow(sim);
    const wire = await new Wire(sim).login();
    for (let i = 0; i < 9; i++) await wire.find('DC0');
    await wire.soap('AcquireCloneTicket', 'SessionManager', 'SessionManager');
    expect(sim.journal.calls()).toHaveLength(3);
    await sim.close();
    file.close();
    const lines = readFileSync(name, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { method: string });
    expect(lines).toHaveLength(11);
    expect(lines[0]).toMatchObject({ method: 'Login', args: { password: '********' }, outcome: 'answer' });
    expect(lines.at(-1)).toMatchObject({ method: 'AcquireCloneTicket', answer: '********', session: 1 });
    const again = new JournalFile(name);
    again.close();
    expect(readFileSync(name, 'utf8').split('\n')).toHaveLength(12);
  });

  it('is refused where it cannot be written, before anything starts', () => {
    const name = join(folder, 'nowhere', 'calls.ndjson');
    expect(() => new JournalFile(name)).toThrow(`--journal ${name}: `);
    expect(existsSync(join(folder, 'nowhere'))).toBe(false);
  });
});

describe('--no-control', () => {
  it('leaves health and readiness, and nothing else of the control API', async () => {
    const sim = await startSimulator({ ...optionsOf('--http', '--no-control'), port: 0 });
    const status = async (path: string, method = 'GET') => (await http(`${sim.controlUrl}${path}`, { method })).status;
    expect(await status('/health')).toBe(200);
    expect(await status('/ready')).toBe(200);
    for (const path of ['/journal', '/faults', '/openapi.json', '/metrics']) expect(await status(path)).toBe(404);
    expect(await status('/reset', 'POST')).toBe(404);
    await sim.close();
  });
});
