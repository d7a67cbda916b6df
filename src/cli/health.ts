/** `simsphere health [URL]`: exit 0 when a server is ready, 4 when none answers. For containers and scripts. */
import { request as http } from 'node:http';
import { request as https } from 'node:https';
import { SimError } from '../kernel/errors.ts';

export async function health(words: readonly string[]): Promise<number> {
  const url = new URL('/_simsphere/health', words[0] ?? process.env['SIMSPHERE_URL'] ?? 'https://127.0.0.1:8989');
  process.stdout.write(await ask(url));
  return 0;
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
