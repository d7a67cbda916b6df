// From the start of the process to the first answer.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { root, vcsim } from '../../compat/clients.mjs';
import { residentBytes } from '../../compat/target.mjs';
import { interleave, Sample } from '../measure.mjs';
import { SoapSession } from '../soap-session.mjs';
import { line } from '../table.mjs';

// SIMSPHERE_MAIN: another build than the one in dist/.
const MAIN = process.env.SIMSPHERE_MAIN ?? join(root, 'dist', 'cli', 'main.js');

export const launch = {
  simsphere: (port, vms) => [
    process.execPath,
    [MAIN, 'serve', '--port', `${port}`, ...(vms ? ['--standalone-host', '0', '--vm', `${vms}`] : [])],
  ],
  vcsim: (port, vms) => [
    vcsim,
    ['-l', `127.0.0.1:${port}`, ...(vms ? ['-standalone-host', '0', '-vm', `${vms}`] : [])],
  ],
};

/** Starts one, waits for its first answer and stops it: { milliseconds, resident }. */
export async function startOnce(name, vms, use = async () => undefined) {
  const port = await freePort();
  const [command, args] = launch[name](port, vms);
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const begin = performance.now();
  const child = spawn(command, args, { stdio: 'ignore', cwd: folder, env: plainEnvironment() });
  const exited = once(child, 'exit');
  try {
    await accepting(port, child);
    const url = `https://127.0.0.1:${port}/sdk`;
    const session = new SoapSession(url);
    await session.text(
      '<RetrieveServiceContent xmlns="urn:vim25"><_this type="ServiceInstance">ServiceInstance</_this></RetrieveServiceContent>',
    );
    const milliseconds = performance.now() - begin;
    session.close();
    const used = await use({ url, pid: child.pid });
    return { milliseconds, resident: residentBytes(child.pid), used };
  } finally {
    child.kill('SIGTERM');
    await exited;
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Node reads a whole bundle of certificates before anything else where this is set; no server needs it. */
function plainEnvironment() {
  const { NODE_EXTRA_CA_CERTS: _, ...environment } = process.env;
  return environment;
}

async function accepting(port, child) {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${child.spawnargs.join(' ')} ended with ${child.exitCode}`);
    const socket = connect(port, '127.0.0.1');
    const accepted = await new Promise((resolve) => {
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    });
    socket.destroy();
    if (accepted) return;
    await pause(2);
  }
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

export const name = 'start';
export const order = 10;
export const alone = true;

export async function measure({ quick, machines }) {
  const small = { simsphere: new Sample(), vcsim: new Sample() };
  await interleave(Object.keys(small), quick ? 3 : 11, async (target) => {
    small[target].add((await startOnce(target)).milliseconds);
  });
  const large = { simsphere: new Sample(), vcsim: new Sample() };
  await interleave(['simsphere'], quick ? 3 : 7, async (target) => {
    large[target].add((await startOnce(target, machines)).milliseconds);
  });
  large.vcsim.add((await startOnce('vcsim', machines)).milliseconds);
  return [
    line('ready, default model', 'p50', 'ms', small.simsphere.at(0.5), small.vcsim.at(0.5), { atLeast: 1 }),
    line(`ready, ${machines} VMs`, 'p50', 'ms', large.simsphere.at(0.5), large.vcsim.at(0.5), { atLeast: 50 }),
  ];
}
