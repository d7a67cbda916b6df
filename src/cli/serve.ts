/** `simsphere serve`: a server until it is told to stop. */
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Simulator, startSimulator } from '../server/start.ts';
import { parseArguments, type Values } from './arguments.ts';
import { consoleLogger } from './console-logger.ts';
import { clientEnvironment } from './environment.ts';
import { journalFile } from './journal-file.ts';
import { writeLog } from './log-file.ts';
import { options } from './option-table.ts';
import { readyFile } from './ready-file.ts';
import { stopSignal } from './signals.ts';
import { startOptions } from './start-options.ts';

/** Returns the exit code: 130 after SIGINT, 143 after SIGTERM. */
export async function serve(words: readonly string[]): Promise<number> {
  const { values } = parseArguments(words, options);
  const journal = journalFile(values['journal']);
  const sim = await startSimulator({ logger: consoleLogger, ...startOptions(values, 8989) });
  journal?.follow(sim);
  // Listened for before anybody is told that the server is up: they may send the signal at once.
  const stopped = stopSignal();
  const directory = announceFiles(sim, values);
  const logFile = values['log-file'] as string | undefined;
  const endLog = logFile === undefined ? undefined : writeLog(sim, logFile);
  greet(sim);
  const code = await stopped;
  await endLog?.();
  await sim.close();
  journal?.close();
  if (directory) rmSync(directory, { recursive: true, force: true });
  return code;
}

function announceFiles(sim: Simulator, values: Values): string | undefined {
  const env = values['env-file'] as string | undefined;
  const { url, controlUrl, ca, thumbprint } = sim;
  for (const file of [values['ready-file'] as string | undefined, readyFile()]) {
    if (file !== undefined)
      writeWhole(file, `${JSON.stringify({ url, controlUrl, pid: process.pid, ca, thumbprint })}\n`);
  }
  if (env === undefined) return undefined;
  const directory = mkdtempSync(join(tmpdir(), 'simsphere-'));
  const caFile = sim.ca === undefined ? undefined : join(directory, 'ca.pem');
  if (caFile !== undefined) writeFileSync(caFile, sim.ca!);
  const lines = Object.entries(clientEnvironment(sim, caFile)).map(([name, value]) => `${name}=${value}\n`);
  writeWhole(env, lines.join(''));
  return directory;
}

/** A reader never sees half a file. */
function writeWhole(file: string, text: string): void {
  writeFileSync(`${file}.${process.pid}`, text);
  renameSync(`${file}.${process.pid}`, file);
}

function greet(sim: Simulator): void {
  const { user, password } = sim.credentials;
  const lines = [
    `simsphere is ready: ${sim.url}`,
    `  user      ${user}`,
    `  password  ${password}`,
    `  control   ${sim.controlUrl}`,
    `  seed      ${sim.seed}`,
  ];
  if (sim.thumbprint !== undefined) lines.push(`  SHA-1     ${sim.thumbprint}`);
  process.stdout.write(`${lines.join('\n')}\n`);
}
