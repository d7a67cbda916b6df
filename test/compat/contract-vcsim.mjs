// The contract against govmomi's simulator, which other people wrote: what it does otherwise stands in
// test/contract/vcsim-exceptions.json, with what was seen on the wire. A listed case that passes, or fails for another
// reason, fails the run, as does an unlisted one that fails. What both simulators said on the wire is compared too:
// each difference is explained in test/contract/vcsim-differences.json, or fails the run. One line a case, `ok` or
// `FAIL`; exit code 1 when one failed.
// serve: none
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cache, ensureGo, root } from './clients.mjs';
import { startSimsphere, startVcsim } from './target.mjs';

// SIMSPHERE_MAIN: another build than the one in dist/.
const dist = dirname(dirname(process.env.SIMSPHERE_MAIN ?? join(root, 'dist', 'cli', 'main.js')));
const built = (room) => import(pathToFileURL(join(dist, room, 'index.js')).href);
const { connect } = await built('client');
const { cases, diffRecordings, judge: judgeDifferences, runContract } = await built('contract');

/** So many of a hundred cases must hold at least, or the contract describes simsphere and not a vCenter. */
const LEAST_PERCENT = 70;
const READER = { username: 'reader', password: 'reading' };

const listed = (name) => JSON.parse(readFileSync(join(root, 'test', 'contract', name), 'utf8'));
const exceptions = listed('vcsim-exceptions.json');
const only = new RegExp(process.env.COMPAT_ONLY || '.', 'i');
const chosen = cases.filter(({ name }) => only.test(`contract-vcsim: ${name}`));
const folder = process.env.COMPAT_FOLDER ?? join(cache, 'runs', 'contract-vcsim');
if (chosen.length > 0) {
  ensureGo();
  mkdirSync(folder, { recursive: true });
  const seen = await onVcsim([], (target) => run(target, chosen));
  const results = new Map(seen.results.map((result) => [result.name, result]));
  const left = chosen.filter(({ name, needs }) => needs?.includes('reader') && results.has(name));
  if (left.length > 0) for (const result of (await withReader(left)).results) results.set(result.name, result);
  for (const result of results.values()) judge(result);
  if (chosen.length === cases.length) {
    judgeWhole([...results.values()]);
    await compare(seen.recording);
  }
}

function run(target, wanted) {
  return runContract(target, { allowChanges: true, cases: wanted, record: true });
}

async function onVcsim(flags, act) {
  const vcsim = await startVcsim(folder, ['-ds', '2', ...flags]);
  try {
    const { url, user: username, password } = vcsim;
    return await act({ url, username, password, ca: readFileSync(vcsim.caFile, 'utf8') });
  } finally {
    await vcsim.stop();
  }
}

/** vcsim has either one user or any; a second one, who may only read, needs it started without a user of its own. */
function withReader(left) {
  return onVcsim(['-username=', '-password='], async (target) => {
    const client = await connect(target);
    const permission = [{ principal: READER.username, group: false, roleId: -2, propagate: true }];
    const { authorizationManager, rootFolder } = client.content;
    await client.call(authorizationManager, 'SetEntityPermissions', { entity: rootFolder, permission });
    await client.close();
    return run({ ...target, readOnlyUser: READER }, left);
  });
}

function judge({ name, outcome, reason = '' }) {
  const exception = Object.hasOwn(exceptions, name) ? exceptions[name] : undefined;
  if (exception && outcome === 'passed') tell(false, name, 'it holds on vcsim now: take it off the list');
  else if (exception) tell(reason.includes(exception.seen), `vcsim: ${exception.differs} (${name})`, reason);
  else tell(outcome === 'passed', name, reason);
}

function judgeWhole(results) {
  for (const name of Object.keys(exceptions)) {
    if (!cases.some((one) => one.name === name)) tell(false, name, 'is listed, and there is no such case');
  }
  const passed = results.filter(({ outcome }) => outcome === 'passed').length;
  const percent = Math.floor((100 * passed) / results.length);
  const share = `${passed} of ${results.length} cases`;
  tell(
    percent >= LEAST_PERCENT,
    `at least ${LEAST_PERCENT} % of the contract holds on vcsim`,
    `${share}: ${percent} %`,
  );
}

/** What simsphere said in the same cases, known by its URL and credentials only. */
async function compare(theirs) {
  rmSync(join(folder, 'ready.json'), { force: true });
  const server = await startSimsphere(folder, ['--no-control', '--ds', '2']);
  let ours;
  try {
    const { url, user: username, password, caFile } = server;
    ours = (await run({ url, username, password, ca: readFileSync(caFile, 'utf8') }, chosen)).recording;
  } finally {
    const trouble = await server.stop();
    tell(trouble === undefined, 'simsphere stayed well while the contract was run on it', trouble);
  }
  const differences = diffRecordings(ours, theirs).filter((one) => one.path !== 'outcome' || !(one.case in exceptions));
  writeFileSync(join(folder, 'differences.json'), JSON.stringify(differences, null, 1));
  const { unexplained, idle } = judgeDifferences(differences, listed('vcsim-differences.json'));
  const lines = unexplained.map(({ path, case: name, a, b }) => `${path}: simsphere ${a}, vcsim ${b} (${name})`);
  tell(lines.length === 0, 'each difference between what simsphere and vcsim said is explained', lines.join('\n'));
  const past = idle.map(({ path, why }) => `${path} (${why})`).join('\n');
  tell(idle.length === 0, 'no difference is explained that is none any more', past);
}

function tell(ok, sentence, detail) {
  if (!ok) process.exitCode = 1;
  console.log(`${ok ? 'ok' : 'FAIL'} ${sentence}${ok ? '' : `\n${String(detail).replace(/^/gm, '  ')}`}`);
}
