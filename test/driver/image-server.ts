/** A small image store on the web, in the manner of Glance, that can be told to fail. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Kept {
  readonly meta: Record<string, unknown>;
  bytes: Buffer | undefined;
}

export class ImageServer implements AsyncDisposable {
  readonly images: Map<string, Kept> = new Map();
  /** `PUT /v2/images/x/file` and the like, as they came. */
  readonly asked: string[] = [];
  /** Every request must carry it. */
  token: string | undefined;
  /** What to do with the next request that writes: refuse it, or break it off. */
  trouble: 'refuse' | 'cut' | undefined;
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, answer) => void this.#serve(request, answer).catch(() => answer.destroy()));
  }

  static async open(): Promise<ImageServer> {
    const made = new ImageServer();
    await new Promise<void>((resolve) => made.#server.listen(0, '127.0.0.1', resolve));
    return made;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #serve(request: IncomingMessage, answer: ServerResponse): Promise<void> {
    const { method = '', url = '' } = request;
    this.asked.push(`${method} ${url}`);
    const say = (status: number, body: unknown = undefined) => {
      answer.writeHead(status, { 'Content-Type': 'application/json' });
      answer.end(body === undefined ? undefined : JSON.stringify(body));
    };
    if (this.token !== undefined && request.headers['x-auth-token'] !== this.token) return say(401);
    if (url === '/moved.vmdk') {
      answer.writeHead(302, { Location: '/v2/images/web/file' });
      return void answer.end();
    }
    const id = /^\/v2\/images\/([^/]+)/.exec(url)?.[1];
    if (method === 'POST') {
      const meta = JSON.parse((await bodyOf(request)).toString('utf8'));
      const made = `made-${this.images.size}`;
      this.images.set(made, { meta: { ...meta, id: made, status: 'queued' }, bytes: undefined });
      return say(201, { id: made });
    }
    const kept = id === undefined ? undefined : this.images.get(id);
    if (!kept) return say(404);
    if (method === 'DELETE') {
      this.images.delete(id!);
      return say(204);
    }
    if (method === 'PUT') return this.#put(kept, request, say);
    if (!url.endsWith('/file')) return say(200, kept.meta);
    answer.writeHead(200, { 'Content-Length': kept.bytes!.length });
    return void answer.end(method === 'HEAD' ? undefined : kept.bytes);
  }

  async #put(kept: Kept, request: IncomingMessage, say: (status: number) => void): Promise<void> {
    if (this.trouble === 'refuse') return say(507);
    if (this.trouble === 'cut') {
      request.once('data', () => request.destroy());
      return;
    }
    kept.bytes = await bodyOf(request);
    say(204);
  }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
