// A file of dense bytes through /folder, beside the same file through a plain static file server: same machine, same TLS.
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSimsphere } from '../../compat/target.mjs';
import { cpuOf, Sample } from '../measure.mjs';
import { startPlain } from '../plain.mjs';
import { line } from '../table.mjs';

export const name = 'file';
export const order = 80;
export const alone = true;

const MIB = 2 ** 20;
const PIECE = randomBytes(MIB);

export async function measure({ quick }) {
  const mebibytes = quick ? 128 : 1024;
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const simsphere = await startSimsphere(folder, ['--spool', join(folder, 'spool')]);
  const plain = await startFiles(join(folder, 'plain'));
  try {
    const targets = [
      { ...folderOf(simsphere), up: new Sample(), down: new Sample() },
      { ...plain, up: new Sample(), down: new Sample() },
    ];
    for (let round = 0; round < (quick ? 2 : 3); round += 1) {
      for (const target of round % 2 === 0 ? targets : targets.toReversed()) {
        target.up.cpu += await cpuOf(target.pid, () => target.up.once(() => upload(target, mebibytes)));
        target.down.cpu += await cpuOf(target.pid, () => target.down.once(() => download(target, mebibytes)));
      }
    }
    const rate = (sample) => mebibytes / (sample.at(0) / 1000);
    const row = `file of ${mebibytes} MiB, beside a static file server`;
    const [ours, theirs] = targets;
    return [
      line(row, 'up', 'MiB/s', rate(ours.up), rate(theirs.up), { better: 'more' }),
      line(row, 'up, processor time', 'ms', ours.up.cpuEach, theirs.up.cpuEach),
      line(row, 'down', 'MiB/s', rate(ours.down), rate(theirs.down), { better: 'more' }),
      line(row, 'down, processor time', 'ms', ours.down.cpuEach, theirs.down.cpuEach),
    ];
  } finally {
    await simsphere.stop();
    await plain.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function folderOf({ url, user, password, pid }) {
  const basic = Buffer.from(`${user}:${password}`).toString('base64');
  return {
    pid,
    url: new URL('/folder/dense.bin?dcPath=DC0&dsName=LocalDS_0', url),
    headers: { authorization: `Basic ${basic}` },
    agent: new Agent({ rejectUnauthorized: false }),
  };
}

async function startFiles(directory) {
  const { url, ...server } = await startPlain('static-server.mjs', directory);
  return {
    ...server,
    url: new URL(`${url}/dense.bin`),
    headers: {},
    agent: new Agent({ rejectUnauthorized: false }),
  };
}

/** Resolves with the answer, whose body is still to be read. */
function send({ url, headers, agent }, method, more, write) {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, agent, headers: { ...headers, ...more } }, resolve).on('error', reject);
    if (write) write(sent).catch(reject);
    else sent.end();
  });
}

async function upload(target, mebibytes) {
  const answer = await send(target, 'PUT', { 'content-length': mebibytes * MIB }, async (sent) => {
    for (let i = 0; i < mebibytes; i += 1) if (!sent.write(PIECE)) await once(sent, 'drain');
    sent.end();
  });
  answer.resume();
  await once(answer, 'end');
  if (answer.statusCode >= 300) throw new Error(`the upload was answered with ${answer.statusCode}`);
}

async function download(target, mebibytes) {
  const answer = await send(target, 'GET', {});
  let bytes = 0;
  for await (const chunk of answer) bytes += chunk.length;
  if (bytes !== mebibytes * MIB) throw new Error(`${bytes} bytes came back`);
}
