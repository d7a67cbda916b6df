// What the clients are pointed at: a server in a process of its own, known by its URL, credentials and CA only.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { connect } from 'node:tls';
import { root, vcsim } from './clients.mjs';

const USER = 'administrator@vsphere.local';
const PASSWORD = 'simsphere';
// With its SSO plug-in, vcsim logs in nobody whose name it was given with a domain.
const VCSIM_USER = 'administrator';

// SIMSPHERE_MAIN: another build than the one in dist/.
const MAIN = process.env.SIMSPHERE_MAIN ?? join(root, 'dist', 'cli', 'main.js');

/**
 * Starts simsphere with `flags` of its `serve`; files go to `folder`.
 * `stop()` ends it and answers what was wrong with it, or undefined.
 */
export async function startSimsphere(folder, flags = []) {
  const readyFile = join(folder, 'ready.json');
  const log = join(folder, 'server.log');
  const output = openSync(log, 'w');
  const args = [MAIN, 'serve', '--port', '0', '--ready-file', readyFile, ...flags];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', output, output] });
  closeSync(output);
  const exited = once(child, 'exit');
  for (;;) {
    if (child.exitCode !== null) throw new Error(`serve ended with ${child.exitCode}: ${readFileSync(log, 'utf8')}`);
    const ready = readReady(readyFile);
    if (ready) return { ...described(folder, USER, ready.url, ready.ca, ready.controlUrl), pid: child.pid, log, stop };
    await pause(5);
  }

  async function stop() {
    const alive = child.exitCode === null && child.signalCode === null;
    child.kill('SIGTERM');
    const [code, signal] = await exited;
    const said = readFileSync(log, 'utf8');
    if (!alive) return `the server ended by itself (${code ?? signal}): ${said}`;
    // 143 says SIGTERM the way a shell would.
    if (code !== 0 && code !== 143) return `the server answered SIGTERM with ${code ?? signal}: ${said}`;
    // An exception nobody foresaw is a SystemError for its caller and a stack in the log; a client may not notice.
    if (/^\s+at .+:\d+:\d+\)?$/m.test(said)) return `the server logged a stack: ${said}`;
    return undefined;
  }
}

/** The file may be seen half written. */
function readReady(file) {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Starts govmomi's simulator: the peer of the bench, and a first target while a case is written. */
export async function startVcsim(folder, flags = []) {
  const args = ['-l', '127.0.0.1:0', '-username', VCSIM_USER, '-password', PASSWORD, ...flags];
  const child = spawn(vcsim, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  const exited = once(child, 'exit');
  const [line] = await once(createInterface(child.stdout), 'line');
  const url = new URL(/GOVC_URL=(\S+)/.exec(line)[1]);
  url.username = '';
  url.password = '';
  const ca = url.protocol === 'https:' ? await presentedCertificate(url) : '';
  return {
    ...described(folder, VCSIM_USER, url.href, ca, ''),
    pid: child.pid,
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
      return undefined;
    },
  };
}

function presentedCertificate({ hostname, port }) {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port), rejectUnauthorized: false }, () => {
      resolve(socket.getPeerX509Certificate().toString());
      socket.destroy();
    });
    socket.on('error', reject);
  });
}

function described(folder, user, url, ca, controlUrl) {
  const caFile = join(folder, 'ca.pem');
  // The ready file may carry the CA itself or say where it lies.
  writeFileSync(caFile, ca && !ca.includes('BEGIN CERTIFICATE') ? readFileSync(ca, 'utf8') : (ca ?? ''));
  const withUser = new URL(url);
  withUser.username = encodeURIComponent(user);
  withUser.password = encodeURIComponent(PASSWORD);
  return {
    url,
    user,
    password: PASSWORD,
    caFile,
    env: {
      SIMSPHERE_URL: url,
      SIMSPHERE_USER: user,
      SIMSPHERE_PASSWORD: PASSWORD,
      SIMSPHERE_CA: caFile,
      SIMSPHERE_CONTROL_URL: controlUrl ?? '',
      GOVC_URL: withUser.href,
      GOVC_INSECURE: 'true',
    },
  };
}

/** Processor time a process has used so far, all threads, in seconds; Linux only. */
export function cpuSeconds(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

const ticksPerSecond = Number(spawnSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }).stdout) || 100;

/** Resident memory of a process in bytes; Linux only. */
export function residentBytes(pid) {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) * 1024;
}
