// The least an HTTPS client can do: text out, whole answers in. Twenty of them in one process must not be what is measured.
import { connect } from 'node:tls';

export class AnswerStream {
  #socket;
  #text = '';
  #heard;
  #failed;
  #head;

  constructor(url, cookie) {
    const { host, hostname, port, pathname } = new URL(url);
    this.#head =
      `POST ${pathname} HTTP/1.1\r\nHost: ${host}\r\nContent-Type: text/xml; charset=utf-8\r\n` +
      `SOAPAction: "urn:vim25/7.0"\r\nCookie: ${cookie}\r\nContent-Length: `;
    this.#socket = connect({ host: hostname, port: Number(port), rejectUnauthorized: false });
    this.#socket.setNoDelay(true);
    this.#socket.setEncoding('latin1');
    this.#socket.on('data', (text) => {
      this.#text += text;
      const answer = whole(this.#text);
      if (answer === undefined) return;
      this.#text = '';
      this.#heard(answer);
    });
    this.#socket.on('error', (error) => this.#failed?.(error));
  }

  /** Sends a body of plain ASCII; resolves with the answer, head and all. One at a time. */
  send(body) {
    return new Promise((resolve, reject) => {
      this.#heard = resolve;
      this.#failed = reject;
      this.#socket.write(`${this.#head}${body.length}\r\n\r\n${body}`, 'latin1');
    });
  }

  close() {
    this.#failed = undefined;
    this.#socket.destroy();
  }
}

/** The answer, once all of it is there. */
function whole(text) {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const length = /\r\ncontent-length: (\d+)/i.exec(text.slice(0, end + 2))?.[1];
  const done = length === undefined ? text.endsWith('\r\n0\r\n\r\n') : text.length >= end + 4 + Number(length);
  return done ? text : undefined;
}
