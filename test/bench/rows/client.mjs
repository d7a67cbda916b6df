// The client beside the server it reads: 10,000 VMs with their whole config. The same answers, once decoded by the client and
// once only counted by somebody who throws the bytes away; the client in a process of its own, whose memory is looked at.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSimsphere } from '../../compat/target.mjs';
import { cpuOf, Sample } from '../measure.mjs';
import { listing, SoapSession } from '../soap-session.mjs';
import { line } from '../table.mjs';

export const name = 'client';
export const order = 25;
export const alone = true;

const PAGE = 500;
const READER = join(import.meta.dirname, '..', 'client-reader.mjs');

export async function measure({ quick }) {
  const machines = quick ? 2_000 : 10_000;
  const rounds = quick ? 2 : 5;
  const first = { bytes: new Sample(), client: new Sample() };
  const later = { bytes: new Sample(), client: new Sample() };
  let [memory, decoding] = [undefined, 0];
  // Nothing of a server that has told something once is as it was: each first read has a server of its own.
  for (let round = 0; round < (quick ? 1 : 3); round += 1) {
    for (const way of round % 2 === 0 ? ['bytes', 'client'] : ['client', 'bytes']) {
      await withServer(machines, async (target) => {
        const reader = way === 'bytes' ? await counter(target) : await decoder(target);
        first[way].cpu += await cpuOf(target.pid, async () => first[way].add(await reader.read()));
        decoding += reader.used ?? 0;
        await reader.stop();
        if (way !== 'client' || memory) return;
        memory = await memoryOf(target);
        await alternately(target, rounds, later);
      });
    }
  }
  const row = `client, config of ${machines} VMs`;
  const ratio = ({ bytes, client }) => client.at(0.5) / bytes.at(0.5);
  return [
    line(row, 'first read, the server alone', 'ms', first.bytes.at(0.5)),
    line(row, 'first read, decoded', 'ms', first.client.at(0.5)),
    line(row, 'first read, decoded / alone', '', ratio(first), undefined, { atMost: 1.5 }),
    line(row, 'first read, server CPU', 'ms', first.client.cpuEach),
    line(row, 'first read, client CPU', 'ms', decoding / first.client.count),
    line(row, 'later, the server alone', 'ms', later.bytes.at(0.5)),
    line(row, 'later, decoded', 'ms', later.client.at(0.5)),
    line(row, 'later, decoded / alone', '', ratio(later)),
    line(row, 'memory of the client, a tenth of it read', 'MB', memory.early / 1e6),
    line(row, 'memory of the client, most while it reads', 'MB', memory.most / 1e6),
    line(row, 'the same in one answer, most', 'MB', memory.whole / 1e6),
  ];
}

async function withServer(machines, use) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const target = await startSimsphere(folder, ['--standalone-host', '0', '--vm', `${machines}`]);
  try {
    await use(target);
  } finally {
    await target.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function alternately(target, rounds, samples) {
  const readers = { bytes: await counter(target), client: await decoder(target) };
  for (const reader of Object.values(readers)) await reader.read();
  for (let round = 0; round < rounds; round += 1) {
    for (const way of round % 2 === 0 ? ['bytes', 'client'] : ['client', 'bytes']) {
      samples[way].add(await readers[way].read());
    }
  }
  for (const reader of Object.values(readers)) await reader.stop();
}

/** The server's own time: what passes until somebody has its bytes who does nothing with them. */
async function counter(target) {
  const session = await SoapSession.open(target);
  return {
    async read() {
      const start = performance.now();
      let body = listing(await session.machines(), ['config'], PAGE);
      while (body) {
        const { text } = await session.send(body, { keep: false });
        // The token stands before the objects, so the first piece of the answer has it.
        const token = /<token>([^<]*)</.exec(text)?.[1];
        body =
          token &&
          '<ContinueRetrievePropertiesEx xmlns="urn:vim25"><_this type="PropertyCollector">propertyCollector</_this>' +
            `<token>${token}</token></ContinueRetrievePropertiesEx>`;
      }
      return performance.now() - start;
    },
    stop: async () => session.close(),
  };
}

async function decoder({ url, user, password }) {
  const child = fork(READER, [url, user, password]);
  const ask = async (question) => {
    const [, [answer]] = [child.send(question), await once(child, 'message')];
    return answer;
  };
  await ask({});
  return {
    ask,
    /** Milliseconds of processor time that the reads took here. */
    used: 0,
    async read() {
      const { milliseconds, cpu } = await ask({ read: PAGE });
      this.used += cpu;
      return milliseconds;
    },
    stop: async () => {
      const gone = once(child, 'exit');
      child.disconnect();
      await gone;
    },
  };
}

async function memoryOf(target) {
  const reader = await decoder(target);
  const { early, most } = await reader.ask({ read: PAGE });
  await reader.stop();
  const other = await decoder(target);
  const whole = (await other.ask({ read: 1_000_000 })).most;
  await other.stop();
  return { early, most, whole };
}
