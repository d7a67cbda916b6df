import { request } from 'node:https';
import { networkInterfaces } from 'node:os';
import { describe, expect, it } from 'vitest';
import { startSimulator } from '../../src/index.ts';
import { Endpoint } from '../objects/endpoint.ts';

/** The status that a host of that name answers with, its certificate checked. */
function statusAt(host: string, port: string, ca: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request({ host, port, ca, path: '/sdk/vimService.wsdl', method: 'HEAD', agent: false }, (answer) =>
      resolve(answer.resume().statusCode),
    );
    asked.on('error', reject).end();
  });
}

// macOS has only 127.0.0.1 of them.
const hasLoopbackNet = networkInterfaces().lo !== undefined;

describe('hosts that are named by loopback addresses', () => {
  it('are met there, at the port of the simulator, under its certificate', async () => {
    await using sim = await startSimulator({ inventory: { standaloneHost: 0, host: 2, hostName: '127.0.7.{n}' } });
    const { port } = new URL(sim.url);
    for (const host of hasLoopbackNet ? ['127.0.7.1', '127.0.7.2', '127.0.0.1'] : ['127.0.0.1']) {
      expect(await statusAt(host, port, sim.ca!)).toBe(200);
    }
    await expect(statusAt('127.0.7.3', port, sim.ca!)).rejects.toThrow(/ECONNREFUSED|EADDRNOTAVAIL|ETIMEDOUT/);
  });

  it('have that address, and leave nobody listening once the simulator is closed', async () => {
    const ep = await Endpoint.open({ inventory: { standaloneHost: 0, host: 1, hostName: '127.0.7.{n}' } });
    const host = await ep.at('/DC0/host/DC0_C0/127.0.7.1');
    expect(await ep.read(host, 'config.network.vnic')).toMatchObject([{ spec: { ip: { ipAddress: '127.0.7.1' } } }]);
    const { port } = new URL(ep.sim.url);
    await ep[Symbol.asyncDispose]();
    await expect(statusAt('127.0.7.1', port, '')).rejects.toThrow();
  });
});

describe('the names of hosts', () => {
  it('follow a pattern, and the certificate covers those of a domain', async () => {
    const hostName = 'esx{n}.d{d}c{c}h{h}.example';
    await using sim = await startSimulator({ inventory: { standaloneHost: 1, cluster: 2, host: 1, hostName } });
    const names = [...sim.simulation.site.world.ofType('HostSystem')].map((host) => host.get('name'));
    expect(names).toEqual(['esx1.d0c0h0.example', 'esx2.d0c0h0.example', 'esx3.d0c1h0.example']);
    const { port } = new URL(sim.url);
    const covered = await new Promise<string | undefined>((resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port, ca: sim.ca!, path: '/sdk', method: 'HEAD' }, (answer) => {
        const socket = answer.socket as import('node:tls').TLSSocket;
        resolve(socket.getPeerCertificate().subjectaltname);
      });
      asked.on('error', reject).end();
    });
    expect(covered).toContain('DNS:esx2.d0c0h0.example');
  });

  it('that two hosts would share are refused', async () => {
    await expect(startSimulator({ inventory: { hostName: 'esx' } })).rejects.toMatchObject({
      code: 'ERR_USAGE',
      message: expect.stringContaining("makes two hosts 'esx'; put {n} into it"),
    });
  });
});
