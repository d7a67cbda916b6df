/** Servers that answer garbage, stall or vanish: one clear error each, and never a hang. */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { connect } from '../../src/client/index.ts';

let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function connectTo(listener: RequestListener, timeout = 5_000): Promise<unknown> {
  server = createServer(listener);
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return connect({ url: `http://127.0.0.1:${port}`, username: 'u', password: 'p', timeout });
}

/** Knows no versions document, and answers SOAP with `answer`. */
function answering(answer: RequestListener): RequestListener {
  return (request, response) => {
    if (request.method === 'POST') answer(request, response);
    else response.writeHead(404).end();
  };
}

describe('a client whose server', () => {
  it('answers with a page for people says so, with its beginning', async () => {
    const page = connectTo(answering((_, response) => response.end('<!doctype html><title>hello')));
    await expect(page).rejects.toMatchObject({
      code: 'ERR_CLIENT',
      message: expect.stringContaining('<!doctype html>'),
    });
  });

  it('answers 503 tells that it may be tried again', async () => {
    const busy = connectTo(answering((_, response) => response.writeHead(503).end('busy')));
    await expect(busy).rejects.toMatchObject({ code: 'ERR_CLIENT', retryable: true });
  });

  it('answers another call says which', async () => {
    const body =
      '<Envelope xmlns="http://schemas.xmlsoap.org/soap/envelope/"><Body><LogoutResponse xmlns="urn:vim25"/></Body></Envelope>';
    const other = connectTo(answering((_, response) => response.end(body)));
    await expect(other).rejects.toThrow('LogoutResponse');
  });

  it('keeps silent gives up after the timeout', async () => {
    const silent = connectTo(() => undefined, 30);
    await expect(silent).rejects.toMatchObject({ code: 'ERR_UNREACHABLE', message: expect.stringContaining('30 ms') });
  });

  it('stops half way gives up after the timeout', async () => {
    const half = connectTo(
      answering((_, response) => response.writeHead(200, { 'Content-Length': 1000 }).write('<Envelope')),
      30,
    );
    await expect(half).rejects.toMatchObject({ code: 'ERR_UNREACHABLE', retryable: true });
  });

  it('hangs up half way says that the answer was lost', async () => {
    const cut = connectTo(
      answering((_, response) => {
        response.writeHead(200, { 'Content-Length': 1000 }).write('<Envelope', () => response.destroy());
      }),
    );
    await expect(cut).rejects.toMatchObject({ code: 'ERR_UNREACHABLE', method: 'RetrieveServiceContent' });
  });
});

describe('a client whose user', () => {
  it.each(['ftp://vc', 'https://user:pw@vc/sdk', 'https://'])('writes %s is told what is wrong', async (url) => {
    await expect(connect({ url, username: 'u', password: 'p' })).rejects.toMatchObject({ code: 'ERR_USAGE' });
  });
});
