#!/usr/bin/env node
// docs/compatibility.md: which released clients drive simsphere, and every case of theirs, from a run of the compat suite.
// The page says nothing that differs from run to run, so that --check can tell it stale.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const USAGE = `usage: npm run compatibility -- [--from FILE] [--check]
  --from FILE  what 'npm run test:compat -- --counts FILE' wrote, instead of running it
  --check      compare with docs/compatibility.md instead of writing it; exit 1 when it is stale`;

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const page = join(root, 'docs', 'compatibility.md');
const compat = join(root, 'test', 'compat');
const options = readOptions();
const { files } = JSON.parse(readFileSync(options.from ?? runCases(), 'utf8'));
const fresh = pageOf(files);
if (!options.check) {
  writeFileSync(page, fresh);
  console.log(
    `docs/compatibility.md: ${files.length} programs, ${files.reduce((n, f) => n + f.cases.length, 0)} cases`,
  );
} else if (readFileSync(page, 'utf8') !== fresh) {
  fail("docs/compatibility.md is stale: 'npm run compatibility' writes it anew", 1);
}

function runCases() {
  const file = join(root, '.cache', 'compatibility.json');
  mkdirSync(dirname(file), { recursive: true });
  const run = spawnSync(process.execPath, [join(root, 'scripts', 'compat.mjs'), '--counts', file], {
    cwd: root,
    stdio: 'inherit',
  });
  if (run.status !== 0) fail('cases failed: a page of them would say what does not hold', 1);
  return file;
}

function pageOf(files) {
  const clients = versions().map(([name, version]) => `| ${name} | ${version} |`);
  const parts = files.map(
    ({ name, cases }) => `## ${name}\n\n${cases.map((sentence) => `- ${sentence}`).join('\n')}\n`,
  );
  return `# Which clients work, and how that is known

Made by \`npm run compatibility\` from a run of \`npm run test:compat\`; do not edit. Each part is a program of
\`test/compat/\` that drives a released, unmodified client against a simsphere in another process; each line is a case of
it, and all of them pass.

| client | version |
| --- | --- |
${clients.join('\n')}
| qemu-img, qemu-io | of the system |

${parts.join('\n')}`;
}

/** The clients the cases drive, as their pins name them. */
function versions() {
  const pins = ['requirements.txt', 'openstack/requirements.txt']
    .flatMap((file) => readFileSync(join(compat, file), 'utf8').split('\n'))
    .flatMap((line) => (/^[\w.-]+==/.test(line) ? [line.trim().split('==')] : []));
  const [, govmomi] = /govmomi v(\S+)/.exec(readFileSync(join(compat, 'go', 'go.mod'), 'utf8'));
  return [...new Map([...pins, ['govc', govmomi], ['vcsim', govmomi]])].sort(([a], [b]) => a.localeCompare(b));
}

function readOptions() {
  try {
    const { values } = parseArgs({ options: { from: { type: 'string' }, check: { type: 'boolean' } } });
    return values;
  } catch (error) {
    return fail(`${error.message}\n${USAGE}`, 2);
  }
}

function fail(message, code) {
  console.error(message);
  process.exit(code);
}
