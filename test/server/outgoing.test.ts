import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { sendParts } from '../../src/server/outgoing.ts';

it('is at the end of what it sends before anybody has the last byte of it', async () => {
  let ended = false;
  const source = async function* () {
    yield Buffer.from('the first, ');
    yield Buffer.from('the last');
    await pause(50);
    ended = true;
  };
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-length': 19 });
    void sendParts(source(), response, 19);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  expect(await answer.text()).toBe('the first, the last');
  expect(ended).toBe(true);
  server.closeAllConnections();
  server.close();
});
