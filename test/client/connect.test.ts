/** Connecting to what is not there, or is something else: one clear error each, which says what was found instead. */
import { type AddressInfo, createServer as createTcpServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type ConnectOptions, connect } from '../../src/client/index.ts';
import { startSimulator } from '../../src/index.ts';
import { fault, Scripted } from './scripted.ts';

const USER = { username: 'u', password: 'p' };
const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A port at which a program says one thing to whoever comes. */
async function saying(greeting: string): Promise<number> {
  const server = createTcpServer((socket) => {
    socket.on('error', () => {}).end(greeting);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

const failing = (options: Partial<ConnectOptions> & { readonly url: string }) =>
  connect({ ...USER, timeout: 5_000, ...options }).then(
    () => expect.fail('it connected'),
    (error: Error) => error,
  );

describe('who connects to', () => {
  it('a host that does not exist is told that there is none', async () => {
    expect(await failing({ url: 'https://vc.invalid' })).toMatchObject({
      code: 'ERR_UNREACHABLE',
      retryable: expect.any(Boolean),
      message: expect.stringMatching(/vc\.invalid/),
    });
  });

  it('a port of something else is told that it speaks no HTTP', async () => {
    const port = await saying('SSH-2.0-OpenSSH_9.7\r\n');
    expect(await failing({ url: `http://127.0.0.1:${port}` })).toMatchObject({
      code: 'ERR_UNREACHABLE',
      retryable: false,
      message: expect.stringContaining('speaks no HTTP'),
      hint: expect.stringContaining('port'),
    });
  });

  it('a port without TLS is told so, and which URL may be meant', async () => {
    const port = await saying('HTTP/1.1 400 Bad Request\r\n\r\n');
    expect(await failing({ url: `https://127.0.0.1:${port}` })).toMatchObject({
      code: 'ERR_UNREACHABLE',
      message: expect.stringContaining('speaks no TLS'),
      hint: expect.stringContaining(`http://127.0.0.1:${port}`),
    });
  });

  it('a web server is told what it said', async () => {
    await using server = await Scripted.open({
      RetrieveServiceContent: ({ response }) => void response.writeHead(404).end('<h1>nothing here</h1>'),
    });
    expect(await failing({ url: server.url })).toMatchObject({
      code: 'ERR_CLIENT',
      message: expect.stringMatching(/404.*nothing here/),
      hint: expect.stringContaining('/sdk'),
    });
  });

  it('a certificate of somebody unknown is shown it', async () => {
    await using sim = await startSimulator({ port: 0 });
    const { url, thumbprint, ca } = sim;
    const unknown = await failing({ url });
    expect(unknown).toMatchObject({ code: 'ERR_UNREACHABLE', retryable: false, hint: expect.stringContaining('ca') });
    expect(unknown.message).toContain(thumbprint);
    const other = await failing({ url, thumbprint: 'ab'.repeat(20) });
    expect(other.message).toContain('another');
    expect(other.message).toContain(thumbprint);
    // The one who vouches is trusted, for the names in the certificate and no others.
    const misplaced = await failing({
      url: url.replace('127.0.0.1', '127.0.0.2').replace('localhost', '127.0.0.2'),
      ca,
    });
    expect(misplaced).toMatchObject({ code: 'ERR_UNREACHABLE' });
  });

  it('the right server with the wrong password is told that it was reached, and as whom', async () => {
    await using sim = await startSimulator({ http: true });
    expect(await failing({ url: sim.url, username: 'administrator@vsphere.local' })).toMatchObject({
      faultType: 'InvalidLogin',
      method: 'Login',
      hint: expect.stringContaining('administrator@vsphere.local'),
    });
  });

  it('a server older than the version asked for is told what it speaks', async () => {
    await using sim = await startSimulator({ http: true, apiVersion: '6.7' });
    const { user: username, password } = sim.credentials;
    expect(await failing({ url: sim.url, username, password, version: '8.0.2' })).toMatchObject({
      code: 'ERR_CLIENT',
      message: expect.stringContaining('8.0.2'),
      hint: expect.stringContaining('6.7'),
    });
  });

  it('a server that refuses the login for another reason is told that', async () => {
    await using server = await Scripted.open({ Login: () => fault('HostConnectFault') });
    expect(await failing({ url: server.url })).toMatchObject({ faultType: 'HostConnectFault', method: 'Login' });
  });
});
