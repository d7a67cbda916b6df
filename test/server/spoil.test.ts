import { once } from 'node:events';
import { connect } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { startSimulator } from '../../src/server/start.ts';

const CALL =
  '<Envelope xmlns="http://schemas.xmlsoap.org/soap/envelope/"><Body><RetrieveServiceContent xmlns="urn:vim25">' +
  '<_this type="ServiceInstance">ServiceInstance</_this></RetrieveServiceContent></Body></Envelope>';

describe('trouble on a TLS connection', () => {
  it.each(['before', 'after'] as const)('a reset %s the work reaches the client as one', async (phase) => {
    await using sim = await startSimulator({ faults: [{ effect: { transport: { reset: true, phase } } }] });
    const { port, hostname } = new URL(sim.url);
    const socket = connect({ port: Number(port), host: hostname, ca: sim.ca! });
    await once(socket, 'secureConnect');
    let received = 0;
    socket.on('data', (chunk: Buffer) => {
      received += chunk.length;
    });
    const end = new Promise<string>((resolve) => {
      socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? ''));
      socket.on('close', () => resolve('closed'));
    });
    socket.write(`POST /sdk HTTP/1.1\r\nHost: x\r\nContent-Length: ${CALL.length}\r\nConnection: close\r\n\r\n${CALL}`);
    expect([await end, received]).toEqual(['ECONNRESET', 0]);
    expect(sim.unforeseen).toEqual([]);
  });
});
