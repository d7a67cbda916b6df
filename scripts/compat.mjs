#!/usr/bin/env node
// `npm run test:compat`: real clients, unmodified and at pinned versions, against a simsphere in another process.
// Each file of cases gets a server of its own; each case is one line, `ok` or `FAIL`, and the last line counts them.
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, extname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import {
  cache,
  ensureGo,
  ensureOpenstack,
  ensurePython,
  ensureQemu,
  govc,
  openstackPython,
  python,
  root,
} from '../test/compat/clients.mjs';
import { startSimsphere, startVcsim } from '../test/compat/target.mjs';

const USAGE = `usage: npm run test:compat -- [--only PATTERN] [--target simsphere|vcsim] [--jobs N] [--counts FILE]
  --only PATTERN   only files whose name, or cases whose 'file: sentence', matches this regular expression
  --target vcsim   run against govmomi's simulator instead, while a case is being written
  --jobs N         files at a time (2), and as many more of OpenStack's, which wait most of their time
  --counts FILE    write {"passed":N,"failed":N,"failures":[...],"files":[...]} there instead of printing the total`;

const options = readOptions();
const CASES = join(root, 'test', 'compat');
const RUNNERS = { '.py': python, '.sh': 'bash', '.mjs': process.execPath };
const only = options.only === undefined ? undefined : new RegExp(options.only, 'i');

const files = ['pyvmomi', 'oslo', 'govc', 'soap', 'zeep', 'cli', 'qemu', 'openstack']
  .flatMap((folder) =>
    readdirSync(join(CASES, folder))
      .sort()
      .map((file) => join(CASES, folder, file)),
  )
  .concat(join(CASES, 'contract-vcsim.mjs'))
  .filter((file) => extname(file) in RUNNERS && (!isOpenstack(file) || serveFlags(file).length > 0))
  .map((path) => ({ path, name: relative(CASES, path).replace(/\.\w+$/, '') }));
// A pattern that names a file runs all of it; any other is left to the cases.
const byName = files.filter(({ name }) => only?.test(name));
const chosen = byName.length > 0 ? byName : files;

ensurePython();
if (chosen.some(({ path }) => isOpenstack(path))) ensureOpenstack();
ensureGo();
ensureQemu();
// Two runs at a time, in two terminals, do not meet.
const runs = join(cache, 'runs', String(process.pid));
let [passed, failed] = [0, 0];
const failures = [];
const cases = new Map();
// The longest first, which are nova's: whoever comes last has nobody to share the time with.
const waiting = chosen.filter(({ path }) => isOpenstack(path)).reverse();
const busy = chosen.filter(({ path }) => !isOpenstack(path));
const jobs = { length: Number(options.jobs) };
await Promise.all([...Array.from(jobs, () => work(busy, waiting)), ...Array.from(jobs, () => work(waiting))]);
if (failed === 0) rmSync(runs, { recursive: true, force: true });
else process.stderr.write(`compat: the logs of the servers are in ${relative(root, runs)}\n`);
const total = `${passed} passed, ${failed} failed`;
const ran = chosen.map(({ name }) => ({ name, cases: cases.get(name) }));
if (options.counts) writeFileSync(options.counts, JSON.stringify({ passed, failed, failures, files: ran }));
else console.log(total);
process.exitCode = failed > 0 ? 1 : 0;

/** Runs what stands in the first queue, then in the next. */
async function work(...queues) {
  const next = () => queues.find((queue) => queue.length > 0)?.shift();
  for (let file = next(); file; file = next()) {
    const lines = await runFile(file);
    cases.set(
      file.name,
      lines.map(({ sentence }) => sentence),
    );
    for (const { ok, sentence, detail } of lines) {
      if (ok) passed += 1;
      else failed += 1;
      if (!ok) failures.push(`${file.name}: ${sentence}\n${detail}`);
      console.log(
        `${ok ? 'ok  ' : 'FAIL'} ${file.name}: ${sentence}${detail ? `\n${detail.replace(/^/gm, '     | ')}` : ''}`,
      );
    }
  }
}

async function runFile({ path, name }) {
  const folder = join(runs, name);
  mkdirSync(folder, { recursive: true });
  let target;
  try {
    target = await startTarget(folder, serveFlags(path));
  } catch (error) {
    return [{ ok: false, sentence: 'the server starts', detail: error.message }];
  }
  const { code, told, output } = await execute(path, {
    ...process.env,
    ...target.env,
    COMPAT_FOLDER: folder,
    COMPAT_ONLY: byName.length > 0 ? '' : (options.only ?? ''),
    COMPAT_TARGET: options.target,
    COMPAT_PID: target.pid === undefined ? '' : String(target.pid),
    GOVC: govc,
    GOVMOMI_HOME: folder,
    COMPAT_SHELL: join(CASES, 'shell'),
    PYTHONPATH: join(CASES, 'python'),
    PYTHONDONTWRITEBYTECODE: '1',
    // What the person who runs this has set for real servers must not reach the cases.
    REQUESTS_CA_BUNDLE: undefined,
    CURL_CA_BUNDLE: undefined,
    SSL_CERT_FILE: undefined,
    SSL_CERT_DIR: undefined,
    GOVC_DATACENTER: '',
    GOVC_DATASTORE: '',
    NODE_EXTRA_CA_CERTS: target.caFile,
  });
  const results = parseLines(told);
  if (code !== 0 && results.every(({ ok }) => ok)) {
    results.push({
      ok: false,
      sentence: `the cases ran to their end, not to exit code ${code}`,
      detail: output.trim(),
    });
  }
  const trouble = await target.stop();
  if (trouble) results.push({ ok: false, sentence: 'the server stayed well and ended when told', detail: trouble });
  return results;
}

/** A file may say what server it wants: a comment line `serve: --vm 50`, or `serve: none` when it starts its own. */
function serveFlags(path) {
  const line = /^(?:#|\/\/) serve: (.*)$/m.exec(readFileSync(path, 'utf8'))?.[1] ?? '';
  return line.split(/\s+/).filter(Boolean);
}

function startTarget(folder, flags) {
  if (flags[0] === 'none') return { env: {}, caFile: undefined, stop: async () => undefined };
  return options.target === 'vcsim' ? startVcsim(folder, flags) : startSimsphere(folder, flags);
}

/** OpenStack's services are fetched apart from the other clients; beside their cases lie modules that these share. */
function isOpenstack(path) {
  return dirname(path) === join(CASES, 'openstack');
}

async function execute(path, env) {
  const child = spawn(isOpenstack(path) ? openstackPython : RUNNERS[extname(path)], [path], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // Lines of the one stream may be cut by pieces of the other: verdicts are read from the one alone.
  let [told, output] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text) => (told += text));
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  const code = await new Promise((resolve) => child.on('close', (status, signal) => resolve(status ?? signal)));
  return { code, told, output };
}

/** `ok SENTENCE` or `FAIL SENTENCE`, each with indented lines of detail after it. */
function parseLines(output) {
  const results = [];
  for (const line of output.split('\n')) {
    const [, verdict, sentence] = /^(ok|FAIL) (.+)$/.exec(line) ?? [];
    if (verdict) results.push({ ok: verdict === 'ok', sentence, detail: '' });
    else if (/^\s/.test(line) && results.at(-1)?.ok === false) {
      const last = results.at(-1);
      last.detail += `${last.detail ? '\n' : ''}${line.replace(/^ {2}/, '')}`;
    }
  }
  return results;
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        only: { type: 'string' },
        target: { type: 'string', default: 'simsphere' },
        jobs: { type: 'string', default: String(Math.min(2, availableParallelism())) },
        counts: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (!['simsphere', 'vcsim'].includes(values.target)) throw new Error(`no such target: ${values.target}`);
    if (!(Number(values.jobs) >= 1)) throw new Error(`--jobs takes a number, not ${values.jobs}`);
    if (!values.help) return values;
    console.log(USAGE);
    process.exit(0);
  } catch (error) {
    console.error(`${error.message}\n${USAGE}`);
    process.exit(2);
  }
}
