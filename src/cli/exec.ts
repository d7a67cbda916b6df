/** `simsphere exec [options] -- COMMAND`: runs a command with a simulator of its own in its environment. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SimError } from '../kernel/errors.ts';
import { startSimulator } from '../server/start.ts';
import { parseArguments } from './arguments.ts';
import { consoleLogger } from './console-logger.ts';
import { clientEnvironment } from './environment.ts';
import { journalFile } from './journal-file.ts';
import { options } from './option-table.ts';
import { startOptions } from './start-options.ts';

/** Returns the command's own exit code. */
export async function exec(words: readonly string[]): Promise<number> {
  const { values, rest } = parseArguments(words, options);
  const [command, ...args] = rest;
  if (command === undefined) throw new SimError('ERR_USAGE', 'exec needs a command after --');
  const journal = journalFile(values['journal']);
  const sim = await startSimulator({ logger: consoleLogger, ...startOptions(values, 0) });
  journal?.follow(sim);
  const directory = mkdtempSync(join(tmpdir(), 'simsphere-'));
  try {
    const caFile = sim.ca === undefined ? undefined : join(directory, 'ca.pem');
    if (caFile !== undefined) writeFileSync(caFile, sim.ca!);
    return await run(command, args, { ...process.env, ...clientEnvironment(sim, caFile) });
  } finally {
    await sim.close();
    journal?.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', env });
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
    child.once('error', (error) => reject(new SimError('ERR_USAGE', `cannot run ${command}: ${error.message}`)));
    child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)));
  });
}
