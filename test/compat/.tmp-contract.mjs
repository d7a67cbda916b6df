// The contract against govmomi's simulator, which other people wrote: what it does otherwise stands in
// test/contract/vcsim-exceptions.json, with what was seen on the wire. A listed case that passes, or fails for another
// reason, fails the run, as does an unlisted one that fails. One line a case, `ok` or `FAIL`, then the count; exit code
// 1 when one failed.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cases, runContract } from '/tmp/lab/dist-client/contract/index.js';
import { cache, ensureGo, root } from './clients.mjs';
import { startVcsim } from './target.mjs';

/** So many of a hundred cases must hold at least, or the contract describes simsphere and not a vCenter. */
const LEAST_PERCENT = 70;

const exceptions = JSON.parse(readFileSync(join(root, 'test', 'contract', 'vcsim-exceptions.json'), 'utf8'));
ensureGo();
const folder = join(cache, 'runs', 'contract-vcsim');
mkdirSync(folder, { recursive: true });
const vcsim = await startVcsim(folder);
let [passed, failed] = [0, 0];
try {
  const { url, user: username, password } = vcsim;
  const target = { url, username, password, ca: readFileSync(vcsim.caFile, 'utf8') };
  const report = await runContract(target, { onResult: ({ name, outcome, reason }) => judge(name, outcome, reason) });
  for (const name of Object.keys(exceptions)) {
    if (!cases.some((one) => one.name === name)) tell(false, name, 'is listed, and there is no such case');
  }
  const percent = Math.floor((100 * report.passed) / (report.passed + report.failed));
  tell(percent >= LEAST_PERCENT, `${percent} % of the contract holds on vcsim`, `fewer than ${LEAST_PERCENT} %`);
} finally {
  await vcsim.stop();
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

function judge(name, outcome, reason) {
  if (outcome === 'skipped') return;
  const exception = Object.hasOwn(exceptions, name) ? exceptions[name] : undefined;
  if (exception && outcome === 'passed') tell(false, name, 'it holds on vcsim now: take it off the list');
  else if (exception) tell(reason.includes(exception.seen), `vcsim: ${exception.differs} (${name})`, reason);
  else tell(outcome === 'passed', name, reason);
}

function tell(ok, sentence, detail) {
  if (ok) passed += 1;
  else failed += 1;
  console.log(`${ok ? 'ok' : 'FAIL'} ${sentence}${ok ? '' : `\n${String(detail).replace(/^/gm, '  ')}`}`);
}
