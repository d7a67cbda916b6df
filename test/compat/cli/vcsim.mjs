// `simsphere vcsim` in the place of vcsim: the flags, the line, the signals and the names that scripts rely on.
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { run } from '../node/case.mjs';

const { COMPAT_FOLDER, GOVC } = process.env;
const MAIN = join('dist', 'cli', 'main.js');
const LINE = /^export GOVC_URL=(\S+) GOVC_SIM_PID=(\d+)$/;

/** Starts one and answers its line; `stop()` sends SIGTERM and answers the exit code. */
async function start(...flags) {
  const child = spawn(process.execPath, [MAIN, 'vcsim', '-l', '127.0.0.1:0', ...flags], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit').then(([code]) =>
    Promise.reject(new Error(`it ended with ${code} and without its line`)),
  );
  const [line] = await Promise.race([once(createInterface(child.stdout), 'line'), gone]);
  gone.catch(() => undefined);
  return { child, ...described(line), stop: (signal = 'SIGTERM') => ended(child, signal) };
}

function described(line) {
  assert.match(line, LINE);
  const [, url, pid] = LINE.exec(line);
  return { url, pid: Number(pid) };
}

async function ended(child, signal) {
  const exit = once(child, 'exit');
  child.kill(signal);
  const [code] = await exit;
  return code;
}

const govc = (url, ...args) =>
  execFileSync(GOVC, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, GOVC_URL: url, GOVC_INSECURE: 'true', GOVC_PERSIST_SESSION: 'false' },
  }).trim();

const fails = (url, ...args) =>
  spawnSync(GOVC, args, {
    encoding: 'utf8',
    env: { ...process.env, GOVC_URL: url, GOVC_INSECURE: 'true', GOVC_PERSIST_SESSION: 'false' },
  }).stderr;

/** Runs `act` with one that is stopped afterwards, whatever happens. */
const using = (flags, act) => async () => {
  const sim = await start(...flags);
  try {
    await act(sim);
  } finally {
    if (sim.child.exitCode === null && sim.child.signalCode === null) await sim.stop();
  }
};

const names = (url, type) => govc(url, 'find', '/', '-type', type).split('\n').sort();

await run('cli/vcsim', {
  'the line says where it listens and what process it is': using([], async ({ child, url, pid }) => {
    assert.equal(pid, child.pid);
    assert.match(url, /^https:\/\/user:pass@127\.0\.0\.1:\d+\/sdk$/);
    assert.match(govc(url, 'about'), /vCenter/);
  }),
  'the line goes into a fifo for the script that reads it': async () => {
    const fifo = join(COMPAT_FOLDER, 'fifo');
    execFileSync('mkfifo', [fifo]);
    const child = spawn(process.execPath, [MAIN, 'vcsim', '-l', '127.0.0.1:0', '-E', fifo], { stdio: 'inherit' });
    // A reader in this process would keep one thread of Node's busy; a script uses cat as well.
    const cat = spawn('cat', [fifo], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = await once(createInterface(cat.stdout), 'line');
    const { url, pid } = described(line);
    assert.equal(pid, child.pid);
    assert.match(govc(url, 'about'), /vCenter/);
    assert.equal(await ended(child, 'SIGTERM'), 0);
  },
  'the default inventory has the names that scripts know': using([], ({ url }) => {
    assert.deepEqual(names(url, 'd'), ['/DC0']);
    assert.deepEqual(names(url, 'm'), [
      '/DC0/vm/DC0_C0_RP0_VM0',
      '/DC0/vm/DC0_C0_RP0_VM1',
      '/DC0/vm/DC0_H0_VM0',
      '/DC0/vm/DC0_H0_VM1',
    ]);
    assert.deepEqual(names(url, 's'), ['/DC0/datastore/LocalDS_0']);
    assert.match(govc(url, 'ls', '/DC0/network'), /DVS0-DVUplinks-\d+/);
  }),
  'the sizes of the inventory follow the flags, written any way Go reads them': using(
    ['-dc', '2', '--cluster=2', '-host=2', '-vm=3', '--pool', '1', '-folder', '1', '-pg=2', '-app', '1', '-pod', '1'],
    ({ url }) => {
      // The last datacenters go into folders, and what they hold goes into a folder of the same name in each of theirs.
      assert.deepEqual(names(url, 'd'), ['/DC0', '/F0/DC1']);
      const clusters = ['/DC0/host/DC0_C0', '/DC0/host/DC0_C1', '/F0/DC1/host/F0/DC1_C0', '/F0/DC1/host/F0/DC1_C1'];
      assert.deepEqual(names(url, 'c'), clusters);
      const pools = names(url, 'p').map((path) => path.split('/').at(-1));
      assert.ok(pools.includes('DC0_C0_RP1') && pools.includes('Resources'));
      const machines = names(url, 'm');
      const expected = ['/DC0/vm/DC0_C0_RP1_VM2', '/F0/DC1/vm/F0/DC1_H0_VM0'];
      for (const path of expected) assert.ok(machines.includes(path), `${path} in ${machines.join()}`);
      assert.ok(machines.some((path) => path.endsWith('/DC0_C0_APP0_VM0')));
      assert.match(govc(url, 'ls', '/F0/DC1/datastore'), /DC1_POD0/);
      assert.match(govc(url, 'ls', '/F0/DC1/network/F0'), /DC1_DVPG1/);
    },
  ),
  'one ESXi host has the names of one': using(['-esx'], ({ url }) => {
    assert.match(govc(url, 'about'), /HostAgent/);
    assert.deepEqual(names(url, 'm'), ['/ha-datacenter/vm/ha-host_VM0', '/ha-datacenter/vm/ha-host_VM1']);
    assert.match(govc(url, 'find', '/', '-type', 'h'), /localhost\.localdomain$/);
  }),
  'machines run unless told not to': using(['-autostart=false'], ({ url }) => {
    assert.equal(govc(url, 'find', '/', '-type', 'm', '-runtime.powerState', 'poweredOn'), '');
  }),
  'without TLS it speaks plain HTTP': using(['-tls=false'], ({ url }) => {
    assert.match(url, /^http:/);
    assert.match(govc(url, 'about'), /vCenter/);
  }),
  'anybody with a name and a password logs in until a user is given': using([], ({ url }) => {
    assert.match(govc(url.replace('user:pass', 'any:body'), 'about'), /vCenter/);
  }),
  'only the user that was given logs in, and files may hold the secrets': async () => {
    const file = join(COMPAT_FOLDER, 'password');
    writeFileSync(file, 'from a file\n');
    await using(['-username', 'root', '-password', file], ({ url }) => {
      assert.match(govc(url, 'about'), /vCenter/);
      assert.match(fails(url.replace(/\/\/[^@]+@/, '//root:wrong@'), 'about'), /incorrect user name or password/);
    })();
  },
  'an API version that is asked for is the one presented': using(['-api-version', '6.7'], ({ url }) => {
    assert.match(govc(url, 'about'), /API version: +6\.7/);
  }),
  'identifiers are the same in every run': async () => {
    const seen = [];
    for (const _ of [1, 2]) {
      await using([], ({ url }) => {
        seen.push(govc(url, 'object.collect', '-s', '/DC0/vm/DC0_H0_VM0', 'config.uuid', 'config.instanceUuid'));
      })();
    }
    assert.equal(seen[0], seen[1]);
  },
  'the list of what it can do is there to be read': using(['-tls=false'], async ({ url }) => {
    const { Methods } = await (await fetch(new URL('/about', url.replace('user:pass@', '')))).json();
    assert.ok(Methods.includes('PowerOnVM_Task'));
  }),
  'it ends at once when it is told to, by either signal': async () => {
    for (const signal of ['SIGTERM', 'SIGINT']) {
      const sim = await start();
      assert.equal(await sim.stop(signal), 0);
    }
  },
  'it ends with its standard input when asked to': async () => {
    const { child } = await start('-stdinexit');
    const exit = once(child, 'exit');
    child.stdin.end();
    assert.equal((await exit)[0], 0);
  },
  'it makes random identifiers and tells its version': () => {
    const say = (word) => execFileSync(process.execPath, [MAIN, 'vcsim', word], { encoding: 'utf8' }).trim();
    assert.match(say('uuidgen'), /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    assert.notEqual(say('uuidgen'), say('uuidgen'));
    assert.match(say('version'), /\d+\.\d+\.\d+/);
  },
  'a flag nobody knows is named and ends it with 2': () => {
    const { status, stderr } = spawnSync(process.execPath, [MAIN, 'vcsim', '-vms', '3'], { encoding: 'utf8' });
    assert.equal(status, 2);
    assert.match(stderr, /-vms/);
  },
});
