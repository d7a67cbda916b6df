// serve: none
// Files larger than memory through /folder: what the server holds meanwhile.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:https';
import { run } from '../node/case.mjs';
import { startSimsphere } from '../target.mjs';

const MIB = 2 ** 20;
const GIB = 2 ** 30;
const SIZE = 4 * GIB;
/** The limit of the project's issue 5. */
const MOST = 150 * MIB;
const HOLE = Buffer.alloc(4 * MIB);
/** Every so many bytes a stretch that is no hole. */
const STRIDE = 256 * MIB;
const DATA = randomBytes(MIB);

const agent = new Agent({ rejectUnauthorized: false, keepAlive: true });

function send({ url, user, password }, method, headers, write) {
  return new Promise((resolve, reject) => {
    const at = new URL('/folder/disks/large-flat.vmdk?dcPath=DC0&dsName=LocalDS_0', url);
    const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
    const sent = request(at, { method, agent, headers: { authorization, ...headers } }, resolve).on('error', reject);
    if (write) write(sent).catch(reject);
    else sent.end();
  });
}

/** The file's bytes, a piece at a time. */
function* pieces() {
  for (let at = 0; at < SIZE; ) {
    const isData = at % STRIDE === 0;
    const piece = isData ? DATA : HOLE.subarray(0, Math.min(HOLE.length, STRIDE - (at % STRIDE)));
    yield piece;
    at += piece.length;
  }
}

/** The most the process ever held. */
function peak(pid) {
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) * 1024;
}

await run('large-file', {
  'four gigabytes, mostly holes, go up and come down unchanged within 150 MB of the server': async () => {
    const server = await startSimsphere(process.env.COMPAT_FOLDER, []);
    try {
      const up = await send(server, 'PUT', { 'content-length': SIZE }, async (sent) => {
        for (const piece of pieces()) if (!sent.write(piece)) await once(sent, 'drain');
        sent.end();
      });
      up.resume();
      await once(up, 'end');
      assert.equal(up.statusCode, 201);
      assert.ok(peak(server.pid) < MOST, `${peak(server.pid) / MIB} MiB held while it went up`);

      const down = await send(server, 'GET', {});
      assert.equal(Number(down.headers['content-length']), SIZE);
      const wanted = pieces();
      let rest = Buffer.alloc(0);
      for await (const chunk of down) {
        for (let at = 0; at < chunk.length; ) {
          if (rest.length === 0) rest = wanted.next().value;
          const length = Math.min(rest.length, chunk.length - at);
          assert.equal(chunk.compare(rest, 0, length, at, at + length), 0);
          rest = rest.subarray(length);
          at += length;
        }
      }
      assert.equal(rest.length, 0);
      assert.ok(wanted.next().done);
      assert.ok(peak(server.pid) < MOST, `${peak(server.pid) / MIB} MiB held while it came down`);
    } finally {
      assert.equal(await server.stop(), undefined);
    }
  },
});
