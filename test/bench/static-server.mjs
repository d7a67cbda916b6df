// A static file server as one writes it with Node alone: PUT writes a file, GET sends it. `node static-server.mjs DIRECTORY`
import { createReadStream, createWriteStream, mkdirSync, statSync } from 'node:fs';
import { createServer } from 'node:https';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { selfSigned } from './self-signed.mjs';

const directory = process.argv[2];
mkdirSync(directory, { recursive: true });

const server = createServer(selfSigned(), async (request, response) => {
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
