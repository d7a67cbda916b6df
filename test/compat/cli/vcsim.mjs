// `simsphere vcsim` in the place of vcsim: the flags, the line, the signals and the names that scripts rely on.
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { connect } from 'node:tls';
import { run } from '../node/case.mjs';

const { COMPAT_FOLDER, GOVC } = process.env;
const MAIN = join('dist', 'cli', 'main.js');
/** govmomi's own simulator, which some cases compare with. */
const VCSIM = join(dirname(GOVC), 'vcsim');
const LINE = /^export GOVC_URL=(\S+) GOVC_SIM_PID=(\d+)$/;

/** Starts one and answers its line; `stop()` sends SIGTERM and answers the exit code, `complaints()` what it said on stderr. */
async function start(...flags) {
  return started(spawn(process.execPath, [MAIN, 'vcsim', '-l', '127.0.0.1:0', ...flags]));
}

async function started(child) {
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    complaints += text;
  });
  const gone = once(child, 'exit').then(([code]) =>
    Promise.reject(new Error(`it ended with ${code} and without its line: ${complaints}`)),
  );
  const [line] = await Promise.race([once(createInterface(child.stdout), 'line'), gone]);
  gone.catch(() => undefined);
  return {
    child,
    ...described(line),
    stop: (signal = 'SIGTERM') => ended(child, signal),
    complaints: () => complaints,
  };
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

/** What a client that reaches the server through a proxy is told at a path. */
async function throughTunnel(port, path) {
  const ask = request({ host: '127.0.0.1', port, method: 'CONNECT', path: 'sdkTunnel:8089' }).end();
  const [, socket] = await once(ask, 'connect');
  // Whose certificate it is counts for nothing here: clients of the tunnel do not check it either.
  const secure = connect({ socket, servername: 'sdkTunnel', rejectUnauthorized: false });
  secure.write(`GET ${path} HTTP/1.1\r\nHost: sdkTunnel:8089\r\nConnection: close\r\n\r\n`);
  let answer = '';
  for await (const part of secure.setEncoding('utf8')) answer += part;
  return answer;
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

/** Saves what another simulator has, and the answers of `questions` about it. */
async function saved(command, directory, questions, ...path) {
  const sim = await started(spawn(command[0], [...command.slice(1), '-l', '127.0.0.1:0', '-pool', '1']));
  try {
    govc(sim.url, 'object.save', '-f', '-d', directory, ...path);
    return questions.map((question) => answered(sim.url, question));
  } finally {
    await sim.stop();
  }
}

/** Lines in an order of their own. */
const answered = (url, question) =>
  govc(url, ...question)
    .split('\n')
    .sort();

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
  'the setting that scripts know it by says where it is': using([], ({ url }) => {
    const plain = url.replace('user:pass@', '');
    assert.equal(govc(url, 'option.ls', 'vcsim.server.url'), `vcsim.server.url:  ${plain}`);
  }),
  'a tunnel leads to it from a port of its own, which the line tells': using(['-tunnel', '0'], async ({ url }) => {
    const port = new URL(url).searchParams.get('GOVMOMI_TUNNEL_PROXY_PORT');
    assert.match(await throughTunnel(port, '/about'), /200 OK[\s\S]*"PowerOnVM_Task"/);
    assert.match(govc(url, 'about'), /vCenter/);
  }),
  "an address set from outside is the guest's": using([], ({ url }) => {
    const vm = '/DC0/vm/DC0_H0_VM0';
    const change = (...options) => govc(url, 'vm.change', '-vm', vm, ...options.flatMap((o) => ['-e', o]));
    const read = (...paths) => govc(url, 'object.collect', '-s', vm, ...paths);
    change('SET.guest.ipAddress=10.0.0.1', 'SET.guest.hostName=web', 'kept=yes');
    assert.equal(govc(url, 'vm.ip', '-wait', '5s', vm), '10.0.0.1');
    assert.equal(govc(url, 'vm.ip', '-a', '-v4', '-wait', '5s', vm), '10.0.0.1');
    assert.equal(read('summary.guest.ipAddress'), '10.0.0.1');
    assert.equal(read('guest.hostName'), 'web');
    assert.match(govc(url, 'vm.info', '-vm.ip', '10.0.0.1'), /DC0_H0_VM0/);
    assert.deepEqual(
      govc(url, 'vm.info', '-e', vm)
        .match(/^ +(kept|SET\S*):.*$/gm)
        ?.map((l) => l.trim().split(/:\s+/)),
      [['kept', 'yes']],
    );
    change('SET.config.hardware.memoryMB=77', 'SET.runtime.powerState=suspended', 'SET.guest.toolsStatus=toolsOk');
    assert.equal(read('config.hardware.memoryMB'), '77');
    assert.equal(read('runtime.powerState'), 'suspended');
    assert.equal(read('guest.toolsStatus'), 'toolsOk');
    assert.match(fails(url, 'vm.change', '-vm', vm, '-e', 'SET.guest.nothing=1'), /SET\.guest\.nothing/);
    change('SET.guest.ipAddress=');
    assert.equal(read('guest.ipAddress'), '');
  }),
  'a datastore is a directory: files are there when looked for, and foreign files are seen': async () => {
    let directory;
    await using([], ({ url }) => {
      const info = govc(url, 'object.collect', '-s', '/DC0/datastore/LocalDS_0', 'summary.url', 'info.url');
      directory = info.split('\n')[0];
      assert.equal(info, `${directory}\n${directory}`);
      const at = (...path) => join(directory, ...path);
      assert.match(readFileSync(at('DC0_H0_VM0', 'DC0_H0_VM0.vmx'), 'utf8'), /displayName = "DC0_H0_VM0"/);
      const file = join(COMPAT_FOLDER, 'to-be-shown');
      writeFileSync(file, 'shown');
      govc(url, 'datastore.upload', file, 'up/file');
      assert.equal(readFileSync(at('up', 'file'), 'utf8'), 'shown');
      govc(url, 'datastore.mv', 'up/file', 'up/moved');
      assert.deepEqual(readdirSync(at('up')), ['moved']);
      govc(url, 'datastore.rm', 'up');
      assert.equal(existsSync(at('up')), false);
      mkdirSync(at('foreign', 'deep'), { recursive: true });
      writeFileSync(at('foreign', 'deep', 'f.iso'), 'foreign');
      assert.match(govc(url, 'datastore.ls', '-R', 'foreign'), /f\.iso/);
      assert.equal(govc(url, 'datastore.download', 'foreign/deep/f.iso', '-'), 'foreign');
      rmSync(at('foreign'), { recursive: true });
      assert.match(fails(url, 'datastore.ls', 'foreign'), /not found/);
      symlinkSync('/etc', at('outside'));
      assert.match(fails(url, 'datastore.ls', 'outside'), /not found/);
      assert.match(fails(url, 'datastore.download', 'outside/hostname', '-'), /404/);
      govc(url, 'vm.power', '-off', 'DC0_H0_VM0');
      govc(url, 'vm.destroy', 'DC0_H0_VM0');
      assert.equal(existsSync(at('DC0_H0_VM0', 'DC0_H0_VM0.vmx')), false);
    })();
    assert.equal(existsSync(directory), false);
  },
  'a datastore in a directory that was empty shows what is put there, and leaves it behind': async () => {
    const directory = mkdtempSync(join(tmpdir(), 'simsphere-compat-'));
    try {
      await using([], ({ url }) => {
        const create = (name, path) => ['datastore.create', '-type', 'local', '-name', name, '-path', path, 'DC0_H0'];
        assert.match(fails(url, ...create('none', join(directory, 'none'))), /was not found|FileNotFound/);
        govc(url, ...create('lent', directory));
        assert.equal(govc(url, 'object.collect', '-s', '/DC0/datastore/lent', 'summary.url'), directory);
        writeFileSync(join(directory, 'there'), 'there');
        assert.equal(govc(url, 'datastore.ls', '-ds', 'lent'), 'there');
        govc(url, 'datastore.upload', '-ds', 'lent', join(directory, 'there'), 'copy');
        assert.equal(readFileSync(join(directory, 'copy'), 'utf8'), 'there');
      })();
      assert.deepEqual(readdirSync(directory).sort(), ['copy', 'there']);
    } finally {
      rmSync(directory, { recursive: true });
    }
  },
  'what vcsim had is loaded from where govc saved it, with its names, ids and facts': async () => {
    const directory = join(COMPAT_FOLDER, 'saved-by-govc');
    const questions = [
      ['find', '/'],
      ['find', '-i', '/'],
      ['find', '/', '-type', 'm', '-runtime.powerState', 'poweredOn'],
      ['object.collect', '-s', '/DC0/vm/DC0_C0_RP1_VM0', 'config.uuid', 'config.instanceUuid', 'config.version'],
      ['object.collect', '-s', '/DC0/vm/DC0_H0_VM0', 'config.hardware.memoryMB', 'runtime.host', 'resourcePool'],
      ['object.collect', '-s', '/DC0/host/DC0_C0/DC0_C0_H1', 'summary.hardware.memorySize', 'hardware.systemInfo.uuid'],
      [
        'object.collect',
        '-s',
        '/DC0/host/DC0_C0/DC0_C0_H1',
        'summary.hardware.cpuModel',
        'summary.hardware.numCpuCores',
      ],
      ['object.collect', '-s', '/DC0/network/DVS0', 'uuid'],
      ['object.collect', '-s', '/DC0/datastore/LocalDS_0', 'summary.capacity', 'summary.freeSpace', 'summary.url'],
    ];
    const expected = await saved([VCSIM], directory, questions);
    await using(['-load', directory], ({ url, complaints }) => {
      // Ours is of the type that vCenter's switches are.
      const alike = (lines) =>
        lines.map((line) => line.replace(/^DistributedVirtualSwitch:/, 'VmwareDistributedVirtualSwitch:')).sort();
      questions.forEach((question, i) => {
        assert.deepEqual(answered(url, question), alike(expected[i]), question.join(' '));
      });
      assert.match(complaints(), /\d+ objects restored; left out: .*Task \d+/);
      const devices = govc(url, 'device.ls', '-vm', '/DC0/vm/DC0_H0_VM0');
      for (const line of ['VirtualDisk +10,485,760 KB', 'VirtualE1000 +DVSwitch: '])
        assert.match(devices, new RegExp(line));
      govc(url, 'vm.power', '-off', '/DC0/vm/DC0_H0_VM0');
      govc(url, 'vm.create', '-ds', 'LocalDS_0', '-pool', 'DC0_H0/Resources', '-net', 'DC0_DVPG0', 'another');
      assert.match(govc(url, 'vm.info', 'another'), /poweredOn/);
    })();
  },
  'what it has itself is loaded from where govc saved it': async () => {
    const directory = join(COMPAT_FOLDER, 'saved-by-govc-too');
    const questions = [['find', '-i', '/'], ['vm.info', '*'], ['datastore.info'], ['device.info', '-vm', 'DC0_H0_VM0']];
    const expected = await saved([process.execPath, MAIN, 'vcsim', '-app', '1'], directory, questions, '/');
    const steady = (lines) => lines.filter((line) => !/(Boot time|usage): /.test(line));
    await using(['-load', directory], ({ url }) => {
      questions.forEach((question, i) => {
        assert.deepEqual(steady(answered(url, question)), steady(expected[i]), question.join(' '));
      });
    })();
  },
  'the environment makes cookies secure and gives each host a port of its own': async () => {
    const env = { ...process.env, VCSIM_SECURE_COOKIES: 'true', VCSIM_HOST_PORT_UNIQUE: 'true' };
    const flags = ['vcsim', '-l', '127.0.0.1:0', '-tls=false'];
    const sim = await started(spawn(process.execPath, [MAIN, ...flags], { env }));
    try {
      const login =
        '<Login xmlns="urn:vim25"><_this type="SessionManager">SessionManager</_this><userName>u</userName><password>p</password></Login>';
      const body = `<Envelope xmlns="http://schemas.xmlsoap.org/soap/envelope/"><Body>${login}</Body></Envelope>`;
      const reply = await fetch(sim.url.replace('user:pass@', ''), { method: 'POST', body });
      assert.match(reply.headers.get('set-cookie'), /; Secure/);
    } finally {
      await sim.stop();
    }
    const other = await started(spawn(process.execPath, [MAIN, 'vcsim', '-l', '127.0.0.1:0'], { env }));
    try {
      const ports = govc(other.url, 'object.collect', '-s', '-type', 'h', '/', 'summary.config.port')
        .split('\n')
        .sort();
      assert.deepEqual(ports, ['903', '904', '905', '906']);
    } finally {
      await other.stop();
    }
  },
  'a directory with nothing to load ends it with 2': () => {
    const { status, stderr } = spawnSync(process.execPath, [MAIN, 'vcsim', '-load', 'nowhere'], { encoding: 'utf8' });
    assert.equal(status, 2);
    assert.match(stderr, /nowhere/);
  },
  'calls arrive as late as asked, each method by more of its own': async () => {
    const timed = (url) => {
      const before = performance.now();
      govc(url, 'about');
      return performance.now() - before;
    };
    await using(['-delay', '100', '-method-delay', 'Login:700'], ({ url }) => assert.ok(timed(url) >= 900))();
    await using(['-method-delay', 'PowerOnVM_Task:9000'], ({ url }) => assert.ok(timed(url) < 9_000))();
    await using(['-delay', '200', '-delay-jitter', '0.1'], ({ url }) => assert.ok(timed(url) >= 250))();
  },
  'a trace holds every request and answer, and no secret': async () => {
    const file = join(COMPAT_FOLDER, 'trace');
    const flags = ['-trace', '-trace-file', file, '-username', 'root', '-password', 'Sesame!'];
    await using(flags, ({ url }) => govc(url, 'about'))();
    const text = readFileSync(file, 'utf8');
    assert.match(text, /^Request: [\s\S]*<Login [\s\S]*^Response: [\s\S]*<LoginResponse /m);
    assert.ok(!text.includes('Sesame!'));
    await using(['-trace'], async ({ url, complaints, stop }) => {
      govc(url, 'about');
      await stop();
      assert.match(complaints(), /^Request: [\s\S]*<RetrieveServiceContent/m);
    })();
  },
  "it shows a certificate of one's own": async () => {
    const [cert, key] = ['cert.pem', 'key.pem'].map((name) => join(COMPAT_FOLDER, name));
    const subject = ['-subj', '/CN=own.example', '-days', '2', '-nodes', '-newkey', 'rsa:2048'];
    execFileSync('openssl', ['req', '-x509', ...subject, '-keyout', key, '-out', cert], { stdio: 'ignore' });
    await using(['-tlscert', cert, '-tlskey', key], ({ url }) => {
      assert.match(govc(url, 'about.cert', '-k'), /own\.example/);
    })();
  },
  'without an address it listens on all, and names one that others reach': async () => {
    const sim = await started(spawn(process.execPath, [MAIN, 'vcsim', '-l', ':0', '-dc', '0']));
    try {
      const { port } = new URL(sim.url);
      assert.match(govc(sim.url, 'about'), /vCenter/);
      assert.match(govc(`https://user:pass@127.0.0.1:${port}/sdk`, 'about'), /vCenter/);
    } finally {
      await sim.stop();
    }
  },
  'it ends when it is told to though nobody reads its fifo': async () => {
    const fifo = join(COMPAT_FOLDER, 'unread');
    execFileSync('mkfifo', [fifo]);
    const at = `127.0.0.1:${await freePort()}`;
    const child = spawn(process.execPath, [MAIN, 'vcsim', '-l', at, '-tls=false', '-E', fifo], { stdio: 'inherit' });
    const answers = () =>
      fetch(`http://${at}/about`).then(
        ({ ok }) => ok,
        () => false,
      );
    while (!(await answers())) assert.equal(child.exitCode, null);
    assert.equal(await ended(child, 'SIGTERM'), 0);
  },
  'it ends by a signal though its standard input is open': async () => {
    const sim = await start('-stdinexit');
    assert.equal(await sim.stop(), 0);
  },
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
