// serve: none
// `simsphere import`: another server's inventory, govmomi's own simulator's first of all, as a scenario that makes one like it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../node/case.mjs';
import { startSimsphere, startVcsim } from '../target.mjs';

const { COMPAT_FOLDER, GOVC } = process.env;
const MAIN = process.env.SIMSPHERE_MAIN ?? join('dist', 'cli', 'main.js');

/** Whom govc is, on an ESXi host too. */
const ADMINISTRATOR = 'administrator@vsphere.local';

const simsphere = (...words) => execFileSync(process.execPath, [MAIN, ...words], { encoding: 'utf8' });

function folder(name) {
  const path = join(COMPAT_FOLDER, name);
  mkdirSync(path, { recursive: true });
  return path;
}

function imported(target, file, ...more) {
  const words = ['--url', target.url, '--user', target.user, '--password', target.password, '--insecure', '-o', file];
  simsphere('import', ...words, ...more);
  assert.match(simsphere('scenario', 'check', file), /: right$/m);
  return file;
}

const govc = (target, ...args) =>
  execFileSync(GOVC, args, { encoding: 'utf8', env: { ...process.env, ...target.env, GOVC_PERSIST_SESSION: 'false' } });

/** Paths of everything, as govc finds them. */
const paths = (target) => govc(target, 'find', '/').trim().split('\n').sort();

const difference = (was, is) => [
  ...was.filter((path) => !is.includes(path)).map((path) => `- ${path}`),
  ...is.filter((path) => !was.includes(path)).map((path) => `+ ${path}`),
];

/** Starts a server with the scenario, hands it over, and stops it. */
async function withScenario(scenario, name, look) {
  const target = await startSimsphere(folder(name), ['--scenario', scenario, '--user', ADMINISTRATOR]);
  try {
    await look(target);
  } finally {
    assert.equal(await target.stop(), undefined);
  }
}

await run('cli/import', {
  'an inventory of vcsim is read, and the scenario has everything in its place': async () => {
    const flags = ['-dc', '2', '-cluster', '2', '-host', '2', '-pool', '1', '-pod', '1', '-vm', '3'];
    const vcsim = await startVcsim(folder('vcsim'), flags);
    const [scenario, was] = [join(COMPAT_FOLDER, 'vcsim.yaml'), paths(vcsim)];
    const power = govc(vcsim, 'find', '/', '-type', 'm', '-runtime.powerState', 'poweredOn');
    imported(vcsim, scenario);
    await vcsim.stop();
    await withScenario(scenario, 'of-vcsim', (target) => {
      assert.deepEqual(difference(was, paths(target)), []);
      const runs = govc(target, 'find', '/', '-type', 'm', '-runtime.powerState', 'poweredOn');
      assert.deepEqual(runs.split('\n').sort(), power.split('\n').sort());
      govc(target, 'vm.power', '-off', '/DC0/vm/DC0_H0_VM0');
    });
  },

  'an ESXi host of vcsim makes an ESXi host': async () => {
    const vcsim = await startVcsim(folder('vcsim-esx'), ['-esx']);
    const [scenario, was] = [join(COMPAT_FOLDER, 'esx.yaml'), paths(vcsim)];
    imported(vcsim, scenario);
    await vcsim.stop();
    await withScenario(scenario, 'of-esx', (target) => assert.deepEqual(difference(was, paths(target)), []));
  },

  'an anonymised inventory has as much of everything, and none of the names': async () => {
    const vcsim = await startVcsim(folder('vcsim-secret'), ['-vm', '3']);
    const was = paths(vcsim);
    govc(vcsim, 'object.rename', '/DC0/vm/DC0_H0_VM0', 'payroll');
    const scenario = imported(vcsim, join(COMPAT_FOLDER, 'secret.yaml'), '--anonymise');
    await vcsim.stop();
    assert.deepEqual(readFileSync(scenario, 'utf8').match(/.{0,60}(payroll|DC0_|LocalDS).{0,20}/g), null);
    await withScenario(scenario, 'of-secret', (target) => assert.equal(paths(target).length, was.length));
  },

  'a directory that govc saved is a scenario too': async () => {
    const source = await startSimsphere(folder('source'), ['--vm', '1', '--pool', '1']);
    const [saved, was] = [join(COMPAT_FOLDER, 'saved'), paths(source)];
    govc(source, 'object.save', '-d', saved, '/');
    assert.equal(await source.stop(), undefined);
    const scenario = join(COMPAT_FOLDER, 'saved.yaml');
    writeFileSync(scenario, 'world:\n  objects: ./saved\n');
    assert.match(simsphere('scenario', 'check', scenario), /: right$/m);
    await withScenario(scenario, 'of-saved', (target) => assert.deepEqual(difference(was, paths(target)), []));
  },
});
