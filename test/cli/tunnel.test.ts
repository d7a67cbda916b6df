import { once } from 'node:events';
import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTunnel, type Tunnel } from '../../src/cli/tunnel.ts';
import { type Simulator, startSimulator } from '../../src/server/start.ts';

let sim: Simulator;
let tunnel: Tunnel;
beforeEach(async () => {
  sim = await startSimulator({ http: true, inventory: { dc: 0 } });
  tunnel = await openTunnel(sim.url, 0);
});
afterEach(async () => {
  await tunnel.close();
  await sim.close();
});

async function through(host: string): Promise<Socket> {
  const ask = request({ host: '127.0.0.1', port: tunnel.port, method: 'CONNECT', path: host }).end();
  const [response, socket] = (await once(ask, 'connect')) as [{ statusCode: number }, Socket];
  expect(response.statusCode).toBe(200);
  return socket;
}

async function answerTo(socket: Socket, text: string): Promise<string> {
  let answer = '';
  socket.setEncoding('utf8').on('data', (part: string) => {
    answer += part;
  });
  socket.write(text);
  await once(socket, 'close');
  return answer;
}

const HEALTH = 'GET /_simsphere/health HTTP/1.1\r\nHost: sdkTunnel:8089\r\nConnection: close\r\n\r\n';

describe('the tunnel', () => {
  it('leads to the simulator, wherever a client asks to go', async () => {
    for (const host of ['sdkTunnel:8089', 'elsewhere.example:443']) {
      expect(await answerTo(await through(host), HEALTH)).toContain('"status":"ready"');
    }
  });

  it('carries what a client sends without waiting for the answer', async () => {
    const socket = connect(tunnel.port, '127.0.0.1');
    const connectAndAsk = `CONNECT sdkTunnel:8089 HTTP/1.1\r\nHost: sdkTunnel:8089\r\n\r\n${HEALTH}`;
    expect(await answerTo(socket, connectAndAsk)).toMatch(/^HTTP\/1.1 200 [\s\S]*"status":"ready"/);
  });

  it('does nothing but CONNECT', async () => {
    const reply = await fetch(`http://127.0.0.1:${tunnel.port}/sdk`);
    expect([reply.status, reply.headers.get('allow')]).toEqual([405, 'CONNECT']);
  });

  it('ends with those who are in it', async () => {
    const socket = await through('sdkTunnel:8089');
    const gone = once(socket, 'close');
    socket.resume();
    await tunnel.close();
    await gone;
    tunnel = await openTunnel(sim.url, 0);
  });

  it('survives a client that leaves, and a simulator that is gone', async () => {
    const socket = await through('sdkTunnel:8089');
    socket.destroy();
    expect(await answerTo(await through('sdkTunnel:8089'), HEALTH)).toContain('ready');
    await sim.close();
    const refused = connect(tunnel.port, '127.0.0.1');
    expect(await answerTo(refused, 'CONNECT sdkTunnel:8089 HTTP/1.1\r\n\r\n')).toBe('');
  });

  it('of a port that is taken is refused', async () => {
    await expect(openTunnel(sim.url, tunnel.port)).rejects.toThrow(
      expect.objectContaining({ code: 'ERR_PORT_IN_USE' }),
    );
  });
});
