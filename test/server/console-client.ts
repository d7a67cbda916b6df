/** A VNC client of a few lines, for looking at what the server says. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { responseTo } from '../../src/formats/rfb/password.ts';

export interface Pipe {
  write(bytes: Buffer): void;
  /** Takes what comes; `over` once nothing more will. */
  listen(take: (bytes: Buffer) => void, over: () => void): void;
}

export class VncClient {
  readonly #pipe: Pipe;
  #unread: Buffer = Buffer.alloc(0);
  #over = false;
  #wake: () => void = () => {};
  width = 0;
  height = 0;
  name = '';

  constructor(pipe: Pipe) {
    this.#pipe = pipe;
    pipe.listen(
      (bytes) => {
        this.#unread = Buffer.concat([this.#unread, bytes]);
        this.#wake();
      },
      () => {
        this.#over = true;
        this.#wake();
      },
    );
  }

  static async at(port: number, host = '127.0.0.1'): Promise<VncClient> {
    const socket: Socket = connect(port, host);
    await once(socket, 'connect');
    return new VncClient({
      write: (bytes) => void socket.write(bytes),
      listen(take, over) {
        socket.on('data', take);
        socket.on('error', () => {});
        socket.on('close', over);
      },
    });
  }

  write(bytes: Buffer | number[]): void {
    this.#pipe.write(Buffer.from(bytes));
  }

  /** So many bytes; throws when the server ends before. */
  async read(length: number): Promise<Buffer> {
    while (this.#unread.length < length) {
      if (this.#over) throw new Error('the server ended the connection');
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    const bytes = this.#unread.subarray(0, length);
    this.#unread = this.#unread.subarray(length);
    return bytes;
  }

  /** Resolves once the server has ended the connection. */
  async ended(): Promise<void> {
    while (!this.#over) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  /** Gets in, by the version and the password given. Throws what the server says against it. */
  async enter({ version = '003.008', password = '' } = {}): Promise<this> {
    await this.read(12);
    this.write(Buffer.from(`RFB ${version}\n`));
    const old = version === '003.003';
    const type = old ? (await this.read(4)).readUInt32BE() : (await this.read((await this.read(1))[0]!))[0]!;
    if (!old) this.write([type]);
    if (type === 2) this.write(responseTo(await this.read(16), password));
    if (type === 2 || version === '003.008') {
      const failed = (await this.read(4)).readUInt32BE() !== 0;
      if (failed) throw new Error((await this.read((await this.read(4)).readUInt32BE())).toString());
    }
    this.write([1]);
    const init = await this.read(24);
    this.width = init.readUInt16BE(0);
    this.height = init.readUInt16BE(2);
    this.name = (await this.read(init.readUInt32BE(20))).toString();
    return this;
  }

  ask(onlyChanges: boolean): void {
    const request = Buffer.from([3, Number(onlyChanges), 0, 0, 0, 0, 0, 0, 0, 0]);
    request.writeUInt16BE(this.width, 6);
    request.writeUInt16BE(this.height, 8);
    this.write(request);
  }

  /** The rectangles of one update, in 32 bits a pixel unless another size is said. */
  async update(
    bytesPerPixel = 4,
  ): Promise<{ top: number; width: number; rows: number; pixels: Buffer; encoding: number }[]> {
    const head = await this.read(4);
    const rectangles = [];
    for (let i = 0; i < head.readUInt16BE(2); i++) {
      const place = await this.read(12);
      const [width, rows, encoding] = [place.readUInt16BE(4), place.readUInt16BE(6), place.readInt32BE(8)];
      const pixels = encoding === 0 ? await this.read(width * rows * bytesPerPixel) : Buffer.alloc(0);
      rectangles.push({ top: place.readUInt16BE(2), width, rows, pixels, encoding });
    }
    return rectangles;
  }
}
