/** What a client sends, in large pieces: the next one fills while the last one is being written away. */
import type { IncomingMessage } from 'node:http';
import { Released } from '../kernel/released.ts';
import { TwoBuffers } from '../kernel/two-buffers.ts';

/** Bytes of a piece, and so of what may wait for whoever takes them. */
const PIECE = 256 * 1_024;

/**
 * The body in the pieces it was asked for in, each good until the next is asked for. Who takes them slowly slows the client
 * down; a client that goes away before the end is an error. The request stays usable when nobody wants the rest.
 */
export async function* piecesOf(request: IncomingMessage): AsyncGenerator<Uint8Array> {
  const arriving = new Arriving(request);
  try {
    for (let piece = await arriving.piece(); piece; piece = await arriving.piece()) yield piece;
  } finally {
    arriving.stop();
  }
}

class Arriving {
  readonly #request: IncomingMessage;
  readonly #buffers: TwoBuffers;
  readonly #size: number;
  #filling: Buffer;
  #filled = 0;
  readonly #released = new Released();
  /** What came and found no room. */
  #beyond: Buffer[] = [];
  #ended: boolean;
  #failure: Error | undefined;
  #wake: (() => void) | undefined;

  constructor(request: IncomingMessage) {
    this.#request = request;
    this.#size = Math.min(PIECE, Number(request.headers['content-length'] ?? PIECE));
    this.#buffers = new TwoBuffers(this.#size);
    this.#filling = this.#buffers.next();
    this.#ended = request.readableEnded;
    if (request.destroyed && !this.#ended) this.#onClose();
    request.on('data', this.#onData).on('end', this.#onEnd).on('error', this.#onError).on('close', this.#onClose);
  }

  /** What has come; undefined at the end. */
  async piece(): Promise<Buffer | undefined> {
    await this.#some();
    if (this.#filled === 0) return undefined;
    const piece = this.#filling.subarray(0, this.#filled);
    this.#filling = this.#buffers.next();
    this.#filled = 0;
    const beyond = this.#beyond;
    this.#beyond = [];
    for (const chunk of beyond) this.#onData(chunk);
    if (this.#filled < this.#size && this.#request.isPaused()) this.#request.resume();
    return piece;
  }

  stop(): void {
    const request = this.#request;
    request.off('data', this.#onData).off('end', this.#onEnd).off('close', this.#onClose);
    // A late error of the socket is nobody's any more.
    if (!this.#ended) request.pause();
  }

  /** Until a piece is full, or all that is on its way has come. */
  async #some(): Promise<void> {
    for (;;) {
      if (this.#failure) throw this.#failure;
      if (this.#ended || this.#filled === this.#size) return;
      const before = this.#filled;
      await (before === 0 ? this.#more() : nextTurn());
      if (before > 0 && this.#filled === before && !this.#failure) return;
    }
  }

  #more(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }

  #tell(): void {
    this.#wake?.();
    this.#wake = undefined;
  }

  readonly #onData = (chunk: Buffer): void => {
    const taken = chunk.copy(this.#filling, this.#filled);
    this.#filled += taken;
    if (taken < chunk.length) this.#beyond.push(chunk.subarray(taken));
    else this.#released.add(chunk);
    if (this.#filled === this.#size) this.#request.pause();
    this.#tell();
  };

  readonly #onEnd = (): void => {
    this.#ended = true;
    this.#tell();
  };

  readonly #onError = (error: Error): void => {
    this.#failure = error;
    this.#tell();
  };

  readonly #onClose = (): void => {
    if (!this.#ended) this.#failure ??= new Error('the client went away');
    this.#tell();
  };
}

/** Until the event loop has been round once. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
