import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Simulator, startSimulator } from '../../src/server/start.ts';

const CONTENT =
  '<Envelope xmlns="http://schemas.xmlsoap.org/soap/envelope/"><Body><RetrieveServiceContent xmlns="urn:vim25">' +
  '<_this type="ServiceInstance">ServiceInstance</_this></RetrieveServiceContent></Body></Envelope>';
const LOGIN =
  '<Envelope xmlns="http://schemas.xmlsoap.org/soap/envelope/"><Body><Login xmlns="urn:vim25">' +
  '<_this type="SessionManager">SessionManager</_this><userName>administrator@vsphere.local</userName>' +
  '<password>simsphere</password></Login></Body></Envelope>';

interface Answer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** A connection on which a test writes bytes and reads answers. */
class Connection {
  readonly socket: Socket;
  #text = '';
  #woken = () => {};

  constructor(port: number) {
    this.socket = connect(port, '127.0.0.1').setEncoding('latin1');
    this.socket.on('data', (text: string) => {
      this.#text += text;
      this.#woken();
    });
    this.socket.on('close', () => this.#woken());
    this.socket.on('error', () => {});
  }

  async answer(): Promise<Answer> {
    const head = await this.#until('\r\n\r\n');
    const [first, ...lines] = head.split('\r\n');
    const headers = new Map(
      lines.filter(Boolean).map((l) => [l.slice(0, l.indexOf(':')).toLowerCase(), l.slice(l.indexOf(':') + 2)]),
    );
    const length = headers.get('content-length');
    const status = Number(first!.split(' ')[1]);
    if (length === undefined && !headers.has('transfer-encoding')) return { status, headers, body: '' };
    if (length !== undefined) return { status, headers, body: await this.#take(Number(length)) };
    return { status, headers, body: (await this.#until('0\r\n\r\n')).replace(/^[0-9a-f]+\r\n|\r\n[0-9a-f]*\r\n/g, '') };
  }

  async #until(mark: string): Promise<string> {
    while (!this.#text.includes(mark)) await this.#more();
    return this.#take(this.#text.indexOf(mark) + mark.length);
  }

  async #take(length: number): Promise<string> {
    while (this.#text.length < length) await this.#more();
    const taken = this.#text.slice(0, length);
    this.#text = this.#text.slice(length);
    return taken;
  }

  #more(): Promise<void> {
    if (this.socket.closed) throw new Error('the connection has ended');
    return new Promise((resolve) => {
      this.#woken = resolve;
    });
  }
}

function post(body: string, headers: readonly string[] = [], path = '/sdk', length = Buffer.byteLength(body)): string {
  const all = ['Host: here.example:1', 'Content-Type: text/xml', `Content-Length: ${length}`, ...headers];
  return `POST ${path} HTTP/1.1\r\n${all.join('\r\n')}\r\n\r\n${body}`;
}

const chunked = (body: string) =>
  `POST /sdk HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`;

describe('a connection', () => {
  let sim: Simulator;
  const open: Connection[] = [];
  const connection = () => {
    const made = new Connection(Number(new URL(sim.url).port));
    open.push(made);
    return made;
  };
  beforeAll(async () => {
    sim = await startSimulator({ http: true });
  });
  afterAll(async () => {
    for (const { socket } of open) socket.destroy();
    expect(sim.unforeseen).toEqual([]);
    await sim.close();
  });

  it.each(['/sdk', '/sdk/', '/sdk/vimService'])('answers a call to %s, and the next', async (path) => {
    const to = connection();
    for (let i = 0; i < 3; i++) {
      to.socket.write(post(CONTENT, [], path));
      const { status, body } = await to.answer();
      expect(status).toBe(200);
      expect(body).toContain('RetrieveServiceContentResponse');
    }
  });

  it('waits for a body that comes in pieces', async () => {
    const to = connection();
    const bytes = post(CONTENT);
    const at = [bytes.indexOf('\r\n\r\n') + 4, bytes.length - 40, bytes.length - 1, bytes.length];
    to.socket.setNoDelay(true);
    for (const [i, end] of at.entries()) {
      to.socket.write(bytes.slice(at[i - 1] ?? 0, end));
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect((await to.answer()).status).toBe(200);
  });

  it('takes a head that comes in pieces', async () => {
    const to = connection();
    to.socket.setNoDelay(true);
    to.socket.write(post(CONTENT));
    expect((await to.answer()).status).toBe(200);
    to.socket.write('POST /sdk HT');
    await new Promise((resolve) => setImmediate(resolve));
    to.socket.write(post(CONTENT).slice('POST /sdk HT'.length));
    expect((await to.answer()).status).toBe(200);
  });

  it('takes a head that differs from the last in its length alone, and refuses one with two lengths', async () => {
    const to = connection();
    for (const more of ['', '  ', ' ']) {
      to.socket.write(post(CONTENT + more));
      expect((await to.answer()).status).toBe(200);
    }
    to.socket.write(post(CONTENT, [`Content-Length: ${CONTENT.length - 1}`]));
    expect((await to.answer()).status).toBe(400);
  });

  it('answers calls sent ahead in their order', async () => {
    const to = connection();
    to.socket.write(post(CONTENT) + post(LOGIN) + post('broken') + post(CONTENT));
    const answers = [await to.answer(), await to.answer(), await to.answer(), await to.answer()];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 500, 200]);
    expect(answers[1]!.body).toContain('LoginResponse');
    expect(answers[3]!.body).toContain('RetrieveServiceContentResponse');
  });

  it('answers what was sent ahead of a call that waits, once that is answered', async () => {
    const to = connection();
    to.socket.write(post(LOGIN));
    const cookie = (await to.answer()).headers.get('set-cookie')!.split(';')[0]!;
    const wait =
      '<Envelope xmlns="http://schemas.xmlsoap.org/soap/envelope/"><Body><WaitForUpdatesEx xmlns="urn:vim25">' +
      '<_this type="PropertyCollector">propertyCollector</_this><options><maxWaitSeconds>1800</maxWaitSeconds>' +
      '</options></WaitForUpdatesEx></Body></Envelope>';
    const cancel =
      '<Envelope xmlns="http://schemas.xmlsoap.org/soap/envelope/"><Body><CancelWaitForUpdates xmlns="urn:vim25">' +
      '<_this type="PropertyCollector">propertyCollector</_this></CancelWaitForUpdates></Body></Envelope>';
    to.socket.write(post(wait, [`Cookie: ${cookie}`]) + post(CONTENT));
    const other = connection();
    let cancelled: Answer | undefined;
    // Whichever of the two connections the server reads first, the wait is under way before long.
    const ended = to.answer();
    while (!cancelled || sim.journal.calls({ method: 'WaitForUpdatesEx' }).length === 0) {
      other.socket.write(post(cancel, [`Cookie: ${cookie}`]));
      cancelled = await other.answer();
    }
    expect((await ended).body).toContain('RequestCanceled');
    expect((await to.answer()).body).toContain('RetrieveServiceContentResponse');
  });

  it.each([
    ['in chunks', chunked(CONTENT)],
    ['with a header nobody knows', post(CONTENT, ['X-Whatever: 1'])],
    ['with a query', post(CONTENT, [], '/sdk?a=b')],
  ])('goes on answering after a call %s', async (_, rare) => {
    const to = connection();
    for (const bytes of [post(CONTENT), rare, post(CONTENT)]) {
      to.socket.write(bytes);
      expect((await to.answer()).status).toBe(200);
    }
  });

  it('serves other paths between calls, sent ahead or not', async () => {
    const to = connection();
    const get = 'GET /sdk/vimServiceVersions.xml HTTP/1.1\r\nHost: a\r\n\r\n';
    to.socket.write(post(CONTENT) + get + post(CONTENT));
    expect((await to.answer()).body).toContain('RetrieveServiceContentResponse');
    expect((await to.answer()).body).toContain('<namespaces');
    expect((await to.answer()).body).toContain('RetrieveServiceContentResponse');
  });

  it('says to go on to who asks before it sends its body', async () => {
    const to = connection();
    to.socket.write(post('', ['Expect: 100-continue'], '/sdk', CONTENT.length));
    expect((await to.answer()).status).toBe(100);
    to.socket.write(CONTENT);
    expect((await to.answer()).status).toBe(200);
  });

  it.each([
    ['two lengths', post(CONTENT, ['Content-Length: 3'])],
    ['a length that is none', post(CONTENT).replace(/Content-Length: \d+/, 'Content-Length: +5')],
    ['a length and chunks', post(CONTENT, ['Transfer-Encoding: chunked'])],
    ['no host', post(CONTENT).replace(/Host: .*\r\n/, '')],
    ['a space before the colon', post(CONTENT).replace('Host:', 'Host :')],
    ['no HTTP', 'hello\r\n\r\n'],
  ])('refuses a request with %s', async (_, bytes) => {
    const to = connection();
    to.socket.write(post(CONTENT));
    expect((await to.answer()).status).toBe(200);
    to.socket.write(bytes);
    expect((await to.answer()).status).toBe(400);
  });

  it('frames an answer alike whichever way the call was read', async () => {
    const to = connection();
    to.socket.write(post(CONTENT));
    const plain = await to.answer();
    to.socket.write(post(CONTENT, ['X-Whatever: 1']));
    const other = await to.answer();
    expect(other.body).toBe(plain.body);
    const unhurried = ({ headers }: Answer) => [...headers].filter(([name]) => name !== 'date');
    expect(unhurried(plain)).toEqual(unhurried(other));
    expect(plain.headers.get('date')).toMatch(/^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/);
  });

  it('tells who calls', async () => {
    const to = connection();
    to.socket.write(post(LOGIN, ['User-Agent: somebody/1']));
    await to.answer();
    expect(sim.simulation.site.events.latest).toMatchObject({ userAgent: 'somebody/1', ipAddress: '127.0.0.1' });
  });

  it('ends with the server', async () => {
    const other = await startSimulator({ http: true });
    const { socket } = new Connection(Number(new URL(other.url).port));
    await once(socket, 'connect');
    socket.write(post(CONTENT));
    await once(socket, 'data');
    const closed = once(socket, 'close');
    await other.close();
    await closed;
  });
});
