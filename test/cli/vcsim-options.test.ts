import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { goFlags } from '../../src/cli/go-flags.ts';
import { FLAGS, listenAddress } from '../../src/cli/vcsim-flags.ts';
import { vcsimOptions } from '../../src/cli/vcsim-options.ts';
import { startSimulator } from '../../src/server/start.ts';
import { http } from '../server/wire.ts';

const options = (...words: string[]) => vcsimOptions(goFlags(words, FLAGS));

describe("vcsim's flags", () => {
  it('let anybody in until a user or a password is given', async () => {
    expect(await options()).toMatchObject({ anyLogin: true });
    const given = await options('-username', 'root', '-password=Sesame');
    expect(given).toMatchObject({ user: 'root', password: 'Sesame' });
    expect('anyLogin' in given).toBe(false);
    expect(await options('-password', 'Sesame')).toMatchObject({ user: 'user', password: 'Sesame' });
  });

  it('read secrets from files that they name', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'secret-'));
    try {
      writeFileSync(join(folder, 'user'), 'root\n');
      expect(await options('-username', join(folder, 'user'))).toMatchObject({ user: 'root', password: 'pass' });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('size the inventory and say what version is presented', async () => {
    expect(await options('--dc', '2', '-vm=5', '-autostart=false', '-api-version', '7.0.3')).toMatchObject({
      inventory: { dc: 2, vm: 5, host: 3, autostart: false },
      apiVersion: '7.0.3',
    });
    expect('apiVersion' in (await options())).toBe(false);
  });

  it.each([
    ['127.0.0.1:8989', { host: '127.0.0.1', port: 8989 }],
    [':0', { host: '0.0.0.0', port: 0 }],
    ['[::1]:443', { host: '::1', port: 443 }],
    ['localhost:1', { host: 'localhost', port: 1 }],
  ])('-l %s', (text, address) => expect(listenAddress(text)).toEqual(address));

  it.each([
    [['-l', '8989'], /-l takes ADDRESS:PORT/],
    [['-tlscert', 'x'], /go together/],
    [['-tlscert', 'nowhere', '-tlskey', 'nowhere'], /-tlscert: .*nowhere/],
    [['-method-delay', 'x'], /-method-delay/],
    [['-load', 'nowhere'], /cannot read nowhere/],
  ])('%j are refused', async (words, message) => {
    await expect(options(...words)).rejects.toThrow(message);
  });

  it('make vcsim.server.url say where a client reached the server, after a reset too', async () => {
    await using sim = await startSimulator(await options('-l', '127.0.0.1:0', '-tls=false', '-dc', '0'));
    const ask = async (host: string) => {
      const call = (method: string, type: string, id: string, inner: string) =>
        `<Envelope xmlns="http://schemas.xmlsoap.org/soap/envelope/"><Body><${method} xmlns="urn:vim25"><_this type="${type}">${id}</_this>${inner}</${method}></Body></Envelope>`;
      const post = (body: string, cookie = '') => http(sim.url, { method: 'POST', headers: { host, cookie }, body });
      const secret = '<userName>u</userName><password>p</password>';
      const login = await post(call('Login', 'SessionManager', 'SessionManager', secret));
      const cookie = String(login.headers['set-cookie']).split(';')[0]!;
      const name = '<name>vcsim.server.url</name>';
      const { text } = await post(call('QueryOptions', 'OptionManager', 'VpxSettings', name), cookie);
      return /<value [^>]*>([^<]*)</.exec(text)?.[1];
    };
    expect(await ask('vc.example:8443')).toBe('http://vc.example:8443/sdk');
    sim.reset();
    expect(await ask('127.0.0.1:1')).toBe('http://127.0.0.1:1/sdk');
  });
});
