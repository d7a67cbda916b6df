// A static file server as one writes it with Node alone: PUT writes a file, GET sends it. `node static-server.mjs DIRECTORY`
import { spawnSync } from 'node:child_process';
import { createReadStream, createWriteStream, mkdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:https';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';

const directory = process.argv[2];
mkdirSync(directory, { recursive: true });

const [key, cert] = ['key.pem', 'cert.pem'].map((name) => join(directory, name));
const made = spawnSync('openssl', [
  ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'],
  ...['-days', '2', '-subj', '/CN=localhost', '-keyout', key, '-out', cert],
]);
if (made.status !== 0) throw new Error(`openssl ended with ${made.status}: ${made.stderr}`);

const server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, async (request, response) => {
  const file = join(directory, basename(new URL(request.url, 'https://x').pathname));
  if (request.method === 'PUT') {
    await pipeline(request, createWriteStream(file));
    response.writeHead(201).end();
    return;
  }
  response.writeHead(200, { 'content-length': statSync(file).size });
  await pipeline(createReadStream(file), response);
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`));
