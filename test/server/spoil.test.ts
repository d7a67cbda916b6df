import { once } from 'node:events';
import { connect } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { startSimulator } from '../../src/server/start.ts';

const CALL =
  '<Envelope xmlns="http://schemas.xmlsoap.org/soap/envelope/"><Body><CurrentTime xmlns="urn:vim25">' +
  '<_this type="ServiceInstance">ServiceInstance</_this></CurrentTime></Body></Envelope>';

describe('trouble on a TLS connection', () => {
  it.each([
    ['before', 'cut'],
    ['after', 'fault'],
  ] as const)('a reset %s the work reaches the client as a reset, and nothing of an answer with it', async (phase, outcome) => {
    await using sim = await startSimulator({ faults: [{ effect: { transport: { reset: true, phase } } }] });
    const { port, hostname } = new URL(sim.url);
    const socket = connect({ port: Number(port), host: hostname, ca: sim.ca! });
    await once(socket, 'secureConnect');
    let received = 0;
    socket.on('data', (chunk: Buffer) => {
      received += chunk.length;
    });
    const failed = once(socket, 'error');
    const body = CALL.replaceAll('CurrentTime', outcome === 'fault' ? 'SessionIsActive' : 'CurrentTime');
    socket.write(`POST /sdk HTTP/1.1\r\nHost: x\r\nContent-Length: ${body.length}\r\n\r\n${body}`);
    await expect(Promise.race([failed, once(socket, 'end').then(() => Promise.reject(new Error('ended')))])).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(received).toBe(0);
    expect(sim.unforeseen).toEqual([]);
  });
});
