/**
 * Memory of bytes that are done with, given back at once. Left to the collector, 32 MiB of what sockets bring would pile up
 * before it looks. A port that is closed takes what is transferred to it, and drops it.
 */
import { MessageChannel } from 'node:worker_threads';

/** Bytes released together: each release costs some microseconds. */
const BATCH = 256 * 1_024;

export class Released {
  #port: MessageChannel['port1'] | undefined;
  #waiting: ArrayBuffer[] = [];
  #bytes = 0;

  /**
   * Nobody may look at these bytes any more. Those that share their memory with others are left alone: where it is larger
   * than they and what was spared for more of them.
   */
  add({ buffer, length }: Buffer, spare = 0): void {
    if (!(buffer instanceof ArrayBuffer) || buffer.byteLength > length + spare) return;
    this.#waiting.push(buffer);
    this.#bytes += buffer.byteLength;
    if (this.#bytes >= BATCH) this.#drop();
  }

  #drop(): void {
    this.#port ??= closedPort();
    this.#port.postMessage(undefined, this.#waiting);
    this.#waiting = [];
    this.#bytes = 0;
  }
}

function closedPort(): MessageChannel['port1'] {
  const { port1, port2 } = new MessageChannel();
  port1.close();
  port2.close();
  return port1;
}
