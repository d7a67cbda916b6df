// The contract against govmomi's simulator, which other people wrote: what it does otherwise stands in
// test/contract/vcsim-exceptions.json, with what was seen on the wire. A listed case that passes, or fails for another
// reason, fails the run, as does an unlisted one that fails. One line a case, `ok` or `FAIL`; exit code 1 when one failed.
// serve: none
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from '../../dist/client/index.js';
import { cases, runContract } from '../../dist/contract/index.js';
import { cache, ensureGo, root } from './clients.mjs';
import { startVcsim } from './target.mjs';

/** So many of a hundred cases must hold at least, or the contract describes simsphere and not a vCenter. */
const LEAST_PERCENT = 70;
const READER = { username: 'reader', password: 'reading' };

const exceptions = JSON.parse(readFileSync(join(root, 'test', 'contract', 'vcsim-exceptions.json'), 'utf8'));
const only = new RegExp(process.env.COMPAT_ONLY || '.', 'i');
const chosen = cases.filter(({ name }) => only.test(`contract-vcsim: ${name}`));
const folder = process.env.COMPAT_FOLDER ?? join(cache, 'runs', 'contract-vcsim');
if (chosen.length > 0) {
  ensureGo();
  mkdirSync(folder, { recursive: true });
  const results = await onVcsim([], (target) => runContract(target, { cases: chosen }));
  const left = chosen.filter(({ name }) => results.get(name).outcome === 'inapplicable');
  if (left.length > 0) for (const [name, result] of await withReader(left)) results.set(name, result);
  for (const result of results.values()) judge(result);
  if (chosen.length === cases.length) judgeWhole([...results.values()]);
}

async function onVcsim(flags, act) {
  const vcsim = await startVcsim(folder, flags);
  try {
    const { url, user: username, password } = vcsim;
    const report = await act({ url, username, password, ca: readFileSync(vcsim.caFile, 'utf8') });
    return new Map(report.results.map((result) => [result.name, result]));
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
    return runContract({ ...target, readOnlyUser: READER }, { cases: left });
  });
}

function judge({ name, outcome, reason }) {
  const exception = Object.hasOwn(exceptions, name) ? exceptions[name] : undefined;
  if (exception && outcome === 'passed') tell(false, name, 'it holds on vcsim now: take it off the list');
  else if (exception) tell(reason.includes(exception.seen), `vcsim: ${exception.differs} (${name})`, reason);
  else tell(outcome === 'passed', name, reason);
}

function judgeWhole(results) {
  for (const name of Object.keys(exceptions)) {
    if (!cases.some((one) => one.name === name)) tell(false, name, 'is listed, and there is no such case');
  }
  const percent = Math.floor((100 * results.filter(({ outcome }) => outcome === 'passed').length) / results.length);
  tell(percent >= LEAST_PERCENT, `${percent} % of the contract holds on vcsim`, `fewer than ${LEAST_PERCENT} %`);
}

function tell(ok, sentence, detail) {
  if (!ok) process.exitCode = 1;
  console.log(`${ok ? 'ok' : 'FAIL'} ${sentence}${ok ? '' : `\n${String(detail).replace(/^/gm, '  ')}`}`);
}
