/** Clients that do what no client should: the simulator answers, and ends when it is told to. */
import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { startSimulator } from '../../src/server/start.ts';

/** Sends bytes as they are and gives what comes back until the connection ends. */
function raw(url: string, text: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.end(text));
    let back = '';
    socket.on('data', (bytes) => {
      back += bytes;
    });
    socket.on('end', () => resolve(back));
    socket.on('error', reject);
  });
}

it.each(['//', 'http://[', '//:99999/'])('answers 400 to the path %j', async (path) => {
  await using sim = await startSimulator({ http: true });
  const answer = await raw(sim.url, `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
  expect(answer).toMatch(/^HTTP\/1.1 400 /);
  expect(sim.unforeseen).toEqual([]);
});

it('closes although somebody is connected who never says a word', async () => {
  const sim = await startSimulator();
  const { hostname, port } = new URL(sim.url);
  const silent = connect(Number(port), hostname);
  await new Promise((resolve) => silent.once('connect', resolve));
  const cut = new Promise((resolve) => silent.once('close', resolve));
  silent.on('error', () => {});
  await sim.close();
  await cut;
});
