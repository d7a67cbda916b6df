/** `simsphere contract`: runs the contract cases against a vCenter known by its URL and credentials. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { CaseResult, ContractTarget } from '../contract/index.ts';
import { SimError } from '../kernel/errors.ts';
import { helpOf, parseArguments, type Values } from './arguments.ts';
import { contractOptions, LEDGER } from './contract-options.ts';

const USAGE = `simsphere contract --url URL --user NAME [options]
simsphere contract --clean --url URL --user NAME [--ledger FILE]
simsphere contract diff A B [--explained FILE]`;

const MARKS: Readonly<Record<CaseResult['outcome'], string>> = { passed: 'ok  ', failed: 'FAIL', inapplicable: 'n/a ' };

/** Returns 0 when every case holds, 5 when the target differs. */
export async function contract(words: readonly string[]): Promise<number> {
  if (words[0] === 'diff') return (await import('./contract-diff.ts')).contractDiff(words.slice(1));
  const { values, rest } = parseArguments(words, contractOptions);
  if (values.help) {
    process.stdout.write(`${USAGE}\n\n${helpOf(contractOptions)}\n`);
    return 0;
  }
  if (rest.length > 0) throw new SimError('ERR_USAGE', `unexpected word '${rest[0]}'`);
  return values.clean ? clean(values) : run(values);
}

async function run(values: Values): Promise<number> {
  if (values['read-only'] && values['allow-changes']) {
    throw new SimError('ERR_USAGE', '--read-only and --allow-changes cannot both be meant');
  }
  const stop = new AbortController();
  const record = text(values.record);
  const junit = text(values.junit);
  const target = targetOf(values);
  // Before the run: a file that cannot be written is known then, and not after an hour.
  for (const file of [record, junit]) if (file !== undefined) write(file, '');
  const interrupted = (): void => stop.abort();
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  try {
    const { junitOf, runContract } = await import('../contract/index.ts');
    const report = await runContract(target, {
      allowChanges: values['allow-changes'] === true,
      only: patternOf(values.only),
      prefix: prefixOf(values.prefix),
      ledger: text(values.ledger) ?? LEDGER,
      record: record !== undefined,
      signal: stop.signal,
      onResult: tell,
    });
    const { passed, failed, inapplicable, recording } = report;
    if (record !== undefined) write(record, `${JSON.stringify(recording, null, 1)}\n`);
    if (junit !== undefined) write(junit, junitOf(report));
    process.stdout.write(`${report.target}: ${passed} passed, ${failed} failed, ${inapplicable} not applicable\n`);
    if (stop.signal.aborted) process.stdout.write('stopped before the end; what was made is removed\n');
    return failed > 0 || stop.signal.aborted ? new SimError('ERR_CONTRACT', '').exitCode : 0;
  } finally {
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
  }
}

async function clean(values: Values): Promise<number> {
  const file = text(values.ledger) ?? LEDGER;
  const target = targetOf(values);
  const { cleanContract } = await import('../contract/index.ts');
  const runs = await cleanContract(target, file);
  for (const { run: name, left } of runs)
    process.stdout.write(`removed ${name} (${left.length} things in the ledger)\n`);
  if (runs.length === 0) process.stdout.write(`${file} tells of nothing that was left\n`);
  return 0;
}

function tell({ name, area, outcome, reason }: CaseResult): void {
  const detail = reason === undefined ? '' : `\n${reason.replace(/^/gm, '     ')}`;
  process.stdout.write(`${MARKS[outcome]} ${area}: ${name}${detail}\n`);
}

function targetOf(values: Values): ContractTarget {
  const need = (flag: string, given = text(values[flag])): string => {
    if (given !== undefined) return given;
    throw new SimError('ERR_USAGE', `contract needs --${flag}`);
  };
  const ca = text(values.ca);
  const reader = text(values.reader);
  return {
    url: need('url'),
    username: need('user'),
    password: need('password', text(values.password) ?? process.env.SIMSPHERE_PASSWORD),
    ca: ca === undefined ? undefined : read(ca),
    thumbprint: text(values.thumbprint),
    insecure: values.insecure === true ? true : undefined,
    version: text(values['api-version']),
    cluster: text(values.cluster),
    readOnlyUser: reader === undefined ? undefined : { username: reader, password: need('reader-password') },
  };
}

function patternOf(given: Values[string]): RegExp | undefined {
  if (given === undefined) return undefined;
  try {
    return new RegExp(String(given), 'i');
  } catch (error) {
    throw new SimError('ERR_USAGE', `--only: ${(error as Error).message}`);
  }
}

/** It becomes part of names of folders, files and roles. */
function prefixOf(given: Values[string]): string | undefined {
  if (given === undefined || /^[\w.-]{1,40}$/.test(String(given))) return text(given);
  throw new SimError('ERR_USAGE', `--prefix cannot be '${given}'`, {
    hint: 'use at most 40 letters, digits, dots, dashes and underscores',
  });
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new SimError('ERR_USAGE', `--ca: ${(error as Error).message}`);
  }
}

function write(file: string, content: string): void {
  try {
    writeFileSync(file, content);
  } catch (error) {
    throw new SimError('ERR_USAGE', `cannot write ${file}: ${(error as Error).message}`);
  }
}

function text(value: Values[string]): string | undefined {
  return value === undefined ? undefined : String(value);
}
