// The snippets of the README that need a client, run as they stand but for the port. test/readme.test.ts runs the others.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, dirname } from 'node:path';
import { python } from '../clients.mjs';
import { run } from '../node/case.mjs';

const { GOVC, PATH, SIMSPHERE_URL } = process.env;
const { port } = new URL(SIMSPHERE_URL);

const snippets = (kind) =>
  [...readFileSync('README.md', 'utf8').matchAll(/<!-- test: (\w+) -->\n```\w*\n([\s\S]*?)```/g)]
    .filter(([, tested]) => tested === kind)
    .map(([, , text]) => text.replaceAll('8989', port));

function works(command, args, input) {
  const done = spawnSync(command, args, {
    input,
    encoding: 'utf8',
    env: { ...process.env, PATH: `${dirname(GOVC)}${delimiter}${PATH}` },
  });
  assert.equal(done.status, 0, done.stdout + done.stderr);
  return done.stdout;
}

await run('cli/readme', {
  'what it says for Python works': () => {
    const texts = snippets('python');
    assert.ok(texts.length > 0);
    for (const text of texts) assert.match(works(python, ['-'], text), /VMware vCenter Server/);
  },
  'what it says for the shell works': () => {
    const texts = snippets('govc');
    assert.ok(texts.length > 0);
    for (const text of texts) assert.match(works('bash', ['-eu'], text), /DC0_H0_VM0/);
  },
  'what it says of privileges works': () => {
    const texts = snippets('privileges');
    assert.ok(texts.length > 0);
    for (const text of texts)
      assert.match(works('bash', ['-eu'], text), /Administrator: \d+ privileges? beyond Read-only/);
  },
});
