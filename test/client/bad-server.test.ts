/** Servers that answer garbage, stall or vanish: one clear error each, and never a hang. */
import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import { type Client, connect } from '../../src/client/index.ts';

let server: Server | undefined;
const atEnd: (() => void)[] = [];

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  for (const end of atEnd.splice(0)) end();
});

/** The port of a server that does with its connections what `use` says. */
async function listen(use: (socket: Socket) => void): Promise<number> {
  const sockets = new Set<Socket>();
  const raw = createTcpServer((socket) => {
    sockets.add(socket.on('error', () => {}));
    use(socket);
  });
  atEnd.push(() => {
    for (const socket of sockets) socket.destroy();
    raw.close();
  });
  await new Promise<void>((resolve) => raw.listen(0, '127.0.0.1', resolve));
  return (raw.address() as AddressInfo).port;
}

const LOGIN = { username: 'u', password: 'p' };

async function connectTo(listener: RequestListener, timeout = 5_000, signal?: AbortSignal): Promise<Client> {
  server = createServer(listener);
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return connect({ url: `http://127.0.0.1:${port}`, ...LOGIN, timeout, signal });
}

const soap = (payload: string) =>
  `<Envelope xmlns="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><Body>${payload}</Body></Envelope>`;
const reply = (method: string, value = '') => soap(`<${method}Response xmlns="urn:vim25">${value}</${method}Response>`);
const CONTENT = `<returnval><rootFolder type="Folder">group-d1</rootFolder>
  <propertyCollector type="PropertyCollector">pc</propertyCollector><viewManager type="ViewManager">vm</viewManager>
  <sessionManager type="SessionManager">sm</sessionManager></returnval>`;

async function textOf(request: AsyncIterable<Buffer>): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk.toString();
  return text;
}

/** The method that a request calls. */
const methodIn = (text: string) => /<(?:\w+:)?Body[^>]*>\s*<(\w+)/.exec(text)?.[1] ?? '';
const called = async (request: AsyncIterable<Buffer>) => methodIn(await textOf(request));

/** A function may keep the answer to itself, or for later. */
type Answers = Readonly<Record<string, string | ((request: string) => string | undefined | Promise<string>)>>;

/** Lets clients in; what it says to anything else is `answers`'s, and to what that does not know it says nothing. */
function speaking(answers: Answers): RequestListener {
  const known: Answers = {
    RetrieveServiceContent: CONTENT,
    Login: '<returnval><key>k</key><userName>u</userName></returnval>',
    Logout: '',
    ...answers,
  };
  return answering(async (request, response) => {
    const text = await textOf(request);
    const method = methodIn(text);
    const answer = known[method];
    const said = typeof answer === 'function' ? await answer(text) : answer;
    if (said !== undefined) response.end(reply(method, said));
  });
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

describe('a client whose server, once it listens,', () => {
  it('trickles the head of its answer gives up after the timeout', async () => {
    const port = await listen((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nX-Slow: ');
      const trickle = setInterval(() => socket.write('x'), 5);
      socket.once('close', () => clearInterval(trickle));
    });
    const slow = connect({ url: `http://127.0.0.1:${port}`, ...LOGIN, timeout: 60 });
    await expect(slow).rejects.toMatchObject({ code: 'ERR_UNREACHABLE', retryable: true });
  });

  it('never says who it is gives up after the timeout', async () => {
    const port = await listen(() => {});
    const mute = connect({ url: `https://127.0.0.1:${port}`, ...LOGIN, timeout: 60, thumbprint: 'a'.repeat(40) });
    await expect(mute).rejects.toMatchObject({ code: 'ERR_UNREACHABLE', retryable: true });
  });

  it('answers with nothing in it says so', async () => {
    await expect(connectTo(speaking({ RetrieveServiceContent: '' }))).rejects.toMatchObject({ code: 'ERR_CLIENT' });
    const bare = '<returnval><rootFolder type="Folder">d</rootFolder></returnval>';
    await expect(connectTo(speaking({ RetrieveServiceContent: bare }))).rejects.toMatchObject({ code: 'ERR_CLIENT' });
  });

  it('stalls at the login is left when the signal says so', async () => {
    const stop = new AbortController();
    const listener: RequestListener = answering(async (request, response) => {
      if ((await called(request)) !== 'Login') response.end(reply('RetrieveServiceContent', CONTENT));
      else stop.abort(new Error('enough'));
    });
    await expect(connectTo(listener, 5_000, stop.signal)).rejects.toThrow('enough');
  });

  it('answers no clean-up does not hold up who aborted', async () => {
    const stop = new AbortController();
    const client = await connectTo(
      speaking({
        CreatePropertyCollector: '<returnval type="PropertyCollector">pc2</returnval>',
        CreateFilter: '<returnval type="PropertyFilter">f</returnval>',
        WaitForUpdatesEx: () => void stop.abort(new Error('enough')) as undefined,
      }),
      60_000,
    );
    const sets = client.watch({ propSet: [], objectSet: [] }, { signal: stop.signal });
    await expect(sets.next()).rejects.toThrow('enough');
    await client.close();
  });

  it('says that nothing changed without waiting is not asked in a frenzy', async () => {
    const stop = new AbortController();
    const asked: number[] = [];
    const client = await connectTo(
      speaking({
        CreatePropertyCollector: '<returnval type="PropertyCollector">pc2</returnval>',
        CreateFilter: '<returnval type="PropertyFilter">f</returnval>',
        DestroyPropertyCollector: '',
        WaitForUpdatesEx: () => {
          if (asked.push(performance.now()) === 8) stop.abort(new Error('enough'));
          return '';
        },
      }),
    );
    await expect(client.watch({ propSet: [], objectSet: [] }, { signal: stop.signal }).next()).rejects.toThrow(
      'enough',
    );
    // Twice as long each time: 2 + 4 + ... + 128 ms at the least, however slow the machine.
    expect(asked.at(-1)! - asked[0]!).toBeGreaterThan(200);
    await client.close();
  });

  it('gives page after page with nothing on it is told so', async () => {
    const page = '<returnval><token>again</token></returnval>';
    const client = await connectTo(
      speaking({
        CreateContainerView: '<returnval type="ContainerView">v</returnval>',
        DestroyView: '',
        RetrievePropertiesEx: page,
        ContinueRetrievePropertiesEx: page,
        CancelRetrievePropertiesEx: '',
      }),
    );
    await expect(client.retrieve({ type: 'Folder', properties: ['name'] }).next()).rejects.toThrow('page');
    await client.close();
  });

  it('has an object stand in itself is told so', async () => {
    const parent = `<returnval><objects><obj type="Folder">f</obj>
      <propSet><name>parent</name><val xsi:type="ManagedObjectReference" type="Folder">f</val></propSet>
      </objects></returnval>`;
    const client = await connectTo(speaking({ RetrievePropertiesEx: parent }));
    await expect(client.inventoryPath({ type: 'Folder', value: 'f' })).rejects.toMatchObject({ code: 'ERR_CLIENT' });
    await client.close();
  });

  it('loses the session while the client closes is not logged in to again', async () => {
    const seen: string[] = [];
    const fault = soap(
      '<Fault><faultcode>ServerFaultCode</faultcode><faultstring>no</faultstring><detail><NotAuthenticatedFault xmlns="urn:vim25" xsi:type="NotAuthenticated"/></detail></Fault>',
    );
    let letOut: () => void = () => {};
    const allowed = new Promise<void>((resolve) => {
      letOut = resolve;
    });
    const client = await connectTo(
      answering(async (request, response) => {
        const method = await called(request);
        seen.push(method);
        if (method === 'CurrentTime') response.writeHead(500).end(fault);
        else if (method === 'Logout') void allowed.then(() => response.end(reply('Logout')));
        else if (method !== 'Login') response.end(reply(method, CONTENT));
        else {
          response.setHeader('Set-Cookie', 'vmware_soap_session="k"');
          response.end(reply(method, '<returnval><key>k</key></returnval>'));
        }
      }),
    );
    const late = client.call({ type: 'ServiceInstance', value: 'ServiceInstance' }, 'CurrentTime');
    const closed = client.close();
    await expect(late).rejects.toMatchObject({ name: 'VsphereError' });
    letOut();
    await closed;
    expect(seen).toContain('Logout');
    expect(seen.filter((method) => method === 'Login')).toHaveLength(1);
  });

  it('tells of a failed task in words nobody knows still tells that it failed', async () => {
    const info: Readonly<Record<string, string>> = {
      entity: '<val xsi:type="ManagedObjectReference" type="FileManager">FileManager</val>',
      key: '<val xsi:type="xsd:string">t</val>',
      state: '<val xsi:type="TaskInfoState">error</val>',
      result: '<val xsi:type="QuantumState"><spin>up</spin></val>',
      error:
        '<val xsi:type="LocalizedMethodFault"><fault xsi:type="QuantumFault"><spin>up</spin></fault><localizedMessage>it spins</localizedMessage></val>',
    };
    const told = (request: string) =>
      Object.entries(info)
        .filter(([name]) => request.includes(`>info.${name}<`))
        .map(([name, val]) => `<propSet><name>info.${name}</name>${val}</propSet>`);
    const client = await connectTo(
      speaking({
        RetrievePropertiesEx: (request) =>
          `<returnval><objects><obj type="Task">t</obj>${told(request).join('')}</objects></returnval>`,
      }),
    );
    await expect(client.waitForTask({ type: 'Task', value: 't' })).rejects.toMatchObject({
      name: 'VsphereError',
      message: expect.stringContaining('it spins'),
    });
    await client.close();
  });
});

describe('a client that sends a file', () => {
  it('tells of its own source, when that is what failed', async () => {
    const client = await connectTo(speaking({ CurrentTime: '<returnval>2026-01-01T00:00:00Z</returnval>' }));
    const broken = Readable.from(
      (async function* () {
        yield Buffer.from('half');
        throw new RangeError('the tape broke');
      })(),
    );
    await expect(client.upload('[ds] a', broken, { datacenter: 'DC0' })).rejects.toThrow(RangeError);
    await client.close();
  });
});

describe('a client whose user', () => {
  it.each(['ftp://vc', 'https://user:pw@vc/sdk', 'https://'])('writes %s is told what is wrong', async (url) => {
    await expect(connect({ url, username: 'u', password: 'p' })).rejects.toMatchObject({ code: 'ERR_USAGE' });
  });
});
