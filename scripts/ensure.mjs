#!/usr/bin/env node
// `node scripts/ensure.mjs build [--force]`: what a fresh clone lacks, and nothing else: packages, then dist/.
// Runs before `npm start` and `npm test`, so it may use only Node itself and must cost nothing when all is there.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const at = (...parts) => join(root, ...parts);
/** What makes dist/ of what the compiler has passed. */
const STEPS = ['scripts/bundle.mjs', 'scripts/compile-command.mjs'];
const [goal = 'build', ...flags] = process.argv.slice(2);
const force = flags.includes('--force');

if (goal !== 'build' || flags.some((flag) => flag !== '--force')) {
  fail(`unknown argument: ${[goal, ...flags].join(' ')}`, 'usage: node scripts/ensure.mjs build [--force]', 2);
}
ensurePackages();
ensureBuild();

function ensurePackages() {
  const [wanted, present] = [at('package-lock.json'), at('node_modules', '.package-lock.json')];
  if (!existsSync(present)) return install();
  if (!existsSync(wanted) || statSync(present).mtimeMs >= statSync(wanted).mtimeMs) return;
  if (!sameVersions(wanted, present)) return install();
  // A checkout touched the lock file and changed nothing in it: say so once, in the file's own time.
  const now = new Date();
  utimesSync(present, now, now);
}

/** npm leaves out packages for other platforms, and writes what it did install into node_modules. */
function sameVersions(wantedFile, presentFile) {
  const packages = (file) => JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  const [wanted, present] = [packages(wantedFile), packages(presentFile)];
  return Object.entries(wanted).every(
    ([path, { version, optional, peer }]) =>
      path === '' || (path in present ? present[path].version === version : optional === true || peer === true),
  );
}

/**
 * Not `npm ci`: it refuses a lock file that was written where the registry had not every other platform's package,
 * and `--no-save` keeps to the lock file just as well and leaves it alone.
 */
function install() {
  say('installing packages: npm install --no-save');
  // The compiler and the test runner are development packages; a NODE_ENV of production must not hide them.
  const run = spawnSync('npm', ['install', '--no-save', '--include=dev', '--no-fund', '--no-audit'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (run.error) fail(`npm did not start: ${run.error.message}`, 'npm comes with Node; is it on the PATH?');
  if (run.status !== 0)
    fail('npm install failed', 'its own message stands above; a package registry must be reachable');
}

function ensureBuild() {
  const stampFile = at('dist', '.stamp.json');
  const sources = new Map();
  for (const folder of ['src', 'wsdl']) note(folder, sources);
  for (const file of ['tsconfig.json', 'package-lock.json', ...STEPS])
    if (existsSync(at(file))) sources.set(file, stamp(file));
  // What is kept of the command's code is good for the very Node that made it.
  sources.set('node', `${process.version} ${process.platform} ${process.arch}`);
  const now = JSON.stringify([...sources]);
  const before = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : '';
  if (!force && before === now) return;

  // An incremental compiler trusts that what it wrote is still there; when dist/ was deleted it must start anew.
  if (force || before === '') rmSync(at('node_modules', '.cache', 'simsphere.tsbuildinfo'), { force: true });
  say(`building: tsc -p tsconfig.json, then ${STEPS.join(' and ')}`);
  const started = performance.now();
  const compiler = at('node_modules', 'typescript', 'bin', 'tsc');
  if (!existsSync(compiler)) fail('the TypeScript compiler is missing', 'delete node_modules and run this again');
  for (const step of [[compiler, '-p', 'tsconfig.json'], ...STEPS.map((file) => [at(file)])]) {
    const run = spawnSync(process.execPath, step, { cwd: root, stdio: 'inherit' });
    if (run.status === 0) continue;
    rmSync(stampFile, { force: true });
    fail('the build failed', 'the reason stands above');
  }
  prune(before, sources);
  mkdirSync(at('dist'), { recursive: true });
  writeFileSync(stampFile, now);
  say(`built dist/ in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

function note(folder, into) {
  if (!existsSync(at(folder))) return;
  for (const entry of readdirSync(at(folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) note(path, into);
    else into.set(path, stamp(path));
  }
}

function stamp(path) {
  const { mtimeMs, size } = statSync(at(path));
  return `${Math.trunc(mtimeMs)}-${size}`;
}

/** What a removed source file left in dist/ would still be importable. */
function prune(before, sources) {
  for (const [path] of before === '' ? [] : JSON.parse(before)) {
    if (!path.startsWith('src/') || !path.endsWith('.ts') || sources.has(path)) continue;
    const output = at('dist', path.slice('src/'.length, -'.ts'.length));
    rmSync(`${output}.d.ts`, { force: true });
  }
}

function say(line) {
  process.stderr.write(`simsphere: ${line}\n`);
}

function fail(what, hint, code = 1) {
  say(`${what}\n  ${hint}`);
  process.exit(code);
}
