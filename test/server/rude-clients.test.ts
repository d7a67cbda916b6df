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

it('hears a client out whom it has refused, and who goes on sending', async () => {
  await using sim = await startSimulator({ http: true });
  const { hostname, port } = new URL(sim.url);
  const socket = connect({ port: Number(port), host: hostname, allowHalfOpen: true });
  let back = '';
  socket.setEncoding('latin1').on('data', (text: string) => {
    back += text;
  });
  const broken = new Promise<unknown>((resolve) => socket.on('error', resolve).on('close', () => resolve(undefined)));
  const [piece, pieces] = ['x'.repeat(100_000), 10];
  const headers = `Host: x\r\nConnection: close\r\nContent-Length: ${piece.length * pieces}`;
  socket.write(`PUT /folder/a?dcPath=DC0&dsName=LocalDS_0 HTTP/1.1\r\n${headers}\r\n\r\n`);
  while (!back.includes('\r\n\r\n')) await new Promise((resolve) => socket.once('data', resolve));
  for (let i = 0; i < pieces; i++) await new Promise((resolve) => socket.write(piece, resolve));
  socket.end();
  expect(await broken).toBeUndefined();
  expect(back).toMatch(/^HTTP\/1.1 401 /);
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
