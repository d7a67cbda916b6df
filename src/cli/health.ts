/**
 * `simsphere health [URL]`: exit 0 when a server is ready, 4 when none answers. For containers and scripts. Without a URL it
 * asks SIMSPHERE_URL, or the server that wrote SIMSPHERE_READY_FILE, or the one at the default port.
 */
import { request as http } from 'node:http';
import { request as https } from 'node:https';
import { SimError } from '../kernel/errors.ts';
import { readyFile, readyUrl } from './ready-file.ts';

export async function health(words: readonly string[]): Promise<number> {
  const url = new URL('/_simsphere/health', words[0] ?? process.env['SIMSPHERE_URL'] ?? beside());
  process.stdout.write(await ask(url));
  return 0;
}

function beside(): string {
  const file = readyFile();
  if (file === undefined) return 'https://127.0.0.1:8989';
  const url = readyUrl(file);
  if (url === undefined) throw new SimError('ERR_UNREACHABLE', `${file}: no server has said here that it is ready`);
  return url;
}

function ask(url: URL): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new SimError('ERR_UNREACHABLE', `${url.href}: ${why}`));
    // The certificate is the simulator's own; whether it lives is all that is asked.
    const send = url.protocol === 'http:' ? http : https;
    const request = send(url, { rejectUnauthorized: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => (response.statusCode === 200 ? resolve(text) : fail(`status ${response.statusCode}`)));
    });
    request.on('error', (error) => fail(error.message)).end();
  });
}
