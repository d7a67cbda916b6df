#!/usr/bin/env node
// docs/coverage.md: which methods are built, and what tests saw of them, from the journals of the test runs.
// The page says nothing that differs from run to run (no dates, no counts of calls), so that --check can tell it stale.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const USAGE = `usage: npm run coverage -- [--from FOLDER]... [--check]
  --from FOLDER  journals that runs with SIMSPHERE_COVERAGE_DIR=FOLDER left there, instead of running the tests
  --check        compare with docs/coverage.md instead of writing it; exit 1 when it is stale`;

/** Methods that change nothing of the world by nature: they ask, have what is there looked at again, or write to the log. */
const ASKS =
  /^(?:Host|HttpNfcLease|HostVStorageObject|VStorageObject)?(Query|Find|List|Probe|Retrieve|Check|Get|Fetch|Lookup|Has|Is|Are|Does|Decode|Read|Parse|Validate|Convert|Acquire|WaitFor|ContinueRetrieve|Refresh|Rescan)|^(CurrentTime|CreateImportSpec|CreateDescriptor|SessionIsActive|Reload|CancelWaitForUpdates|EmitSyslogMark|SendNMI|CustomizationSpecItemToXml)$/;

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const page = join(root, 'docs', 'coverage.md');
const options = readOptions();
const fresh = pageOf(readTable(), readJournals(options.from ?? [runTests()]));
if (options.check) check();
else {
  writeFileSync(page, fresh);
  console.log(`docs/coverage.md: ${fresh.split('\n').find((line) => /^\d+ of/.test(line))}`);
}

/** Runs the tests that need nothing but Node; returns the folder of their journals. */
function runTests() {
  const folder = join(root, '.cache', 'journals');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const run = spawnSync(process.execPath, [vitest, 'run', '--project', 'unit', '--project', 'contract'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, SIMSPHERE_COVERAGE_DIR: folder },
  });
  if (run.status !== 0) fail('the tests failed: what a failed test drove proves nothing', 1);
  return folder;
}

/** What each method did, over all runs: `Type.method` -> { answered, changed, refusals }. */
function readJournals(folders) {
  const records = new Map();
  for (const folder of folders) {
    const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.json')) : [];
    if (files.length === 0) fail(`no journals in ${folder}`, 1);
    for (const file of files) {
      for (const [method, seen] of Object.entries(JSON.parse(readFileSync(join(folder, file), 'utf8')))) {
        const record = records.get(method) ?? { answered: false, changed: false, refusals: new Set() };
        records.set(method, record);
        record.answered ||= seen.answered > 0;
        record.changed ||= seen.changed > 0;
        for (const fault of Object.keys(seen.refusals)) record.refusals.add(fault);
      }
    }
  }
  return records;
}

/** Type -> its own methods, as the command tells them. */
function readTable() {
  const run = spawnSync(process.execPath, [join(root, 'dist', 'cli', 'main.js'), 'coverage', '--json'], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  if (run.status !== 0) fail(`simsphere coverage --json failed: ${run.stderr}`, 1);
  const table = new Map();
  for (const row of JSON.parse(run.stdout)) table.set(row.type, [...(table.get(row.type) ?? []), row]);
  return table;
}

/** What tests saw of a method; undefined when that proves nothing. */
function proofOf(method, record) {
  if (!record) return undefined;
  const parts = [];
  if (ASKS.test(method) ? record.answered : record.changed) parts.push(ASKS.test(method) ? 'answer' : 'change');
  if (record.refusals.size > 0) parts.push(`refusal: ${[...record.refusals].sort().join(', ')}`);
  return parts.length > 0 ? parts.join('; ') : undefined;
}

function pageOf(table, records) {
  const types = [...table].sort(([a], [b]) => (a < b ? -1 : 1)).map(([type, rows]) => typeOf(type, rows, records));
  const [some, none] = [types.filter((t) => t.built.length > 0), types.filter((t) => t.built.length === 0)];
  const sum = (count) => types.reduce((total, type) => total + count(type), 0);
  const built = sum((t) => t.built.length);
  const proven = sum((t) => t.built.filter((b) => b.proof).length);
  const all = built + sum((t) => t.unbuilt.length);
  return `${[
    '# Which methods are built, and what tests have seen of them',
    '',
    'Made by `npm run coverage` from the journals of the test runs that need nothing but Node; do not edit.',
    '',
    `${built} of ${all} methods are built: ${proven} are proven by a test, ${built - proven} are built and not driven by one.`,
    'Each of the others is checked for session, arguments and authority like any, answers NotSupported, and stands in',
    'the journal as `unbuilt`.',
    '',
    'A method is proven when a test called it through the endpoint and it changed the world (*change*: a task has to end',
    'well), or refused with a fault that says something of the method itself (*refusal*), or, when it only asks, has',
    'what is there looked at again or writes to the log, gave an answer (*answer*). What stands in for a failing server,',
    'such as a fault rule, proves nothing. A method stands under the type that declares it.',
    ...some.flatMap(section),
    '',
    '## Types of which nothing is built',
    '',
    ...none.map(({ type, unbuilt }) => `- ${type}: ${unbuilt.join(', ')}`),
  ].join('\n')}\n`;
}

function typeOf(type, rows, records) {
  const [built, unbuilt] = [rows.filter((row) => row.built), rows.filter((row) => !row.built)];
  return {
    type,
    built: built.map(({ method }) => ({ method, proof: proofOf(method, records.get(`${type}.${method}`)) })),
    unbuilt: unbuilt.map(({ method }) => method),
  };
}

function section({ type, built, unbuilt }) {
  return [
    '',
    `## ${type}: ${built.length} of ${built.length + unbuilt.length}`,
    '',
    '| method | proven by |',
    '| --- | --- |',
    ...built.map(({ method, proof }) => `| ${method} | ${proof ?? 'built, not driven'} |`),
    ...(unbuilt.length > 0 ? ['', `Unbuilt: ${unbuilt.join(', ')}`] : []),
  ];
}

function check() {
  const kept = existsSync(page) ? readFileSync(page, 'utf8') : '';
  if (kept === fresh) return console.log('docs/coverage.md is fresh');
  const [before, after] = [sectioned(kept), sectioned(fresh)];
  for (const line of before.filter((l) => !after.includes(l))) console.error(`- ${line}`);
  for (const line of after.filter((l) => !before.includes(l))) console.error(`+ ${line}`);
  console.error('docs/coverage.md is stale: npm run coverage writes it anew');
  // An exit at once would cut off what the pipe has not taken yet.
  process.exitCode = 1;
}

/** Lines under the heading they stand below: the same method name stands in several types. */
function sectioned(text) {
  let heading = '';
  return text.split('\n').map((line) => {
    if (line.startsWith('## ')) heading = line.slice(3).replace(/:.*/, '');
    return line.startsWith('|') ? `${heading} ${line}` : line;
  });
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        from: { type: 'string', multiple: true },
        check: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (!values.help) return { ...values, from: values.from?.map((folder) => resolve(folder)) };
    console.log(USAGE);
    process.exit(0);
  } catch (error) {
    fail(`${error.message}\n${USAGE}`, 2);
  }
}

function fail(message, code) {
  console.error(message);
  process.exit(code);
}
