// What HTTPS costs in Node before anybody does anything: every request gets the same few bytes, a task that has ended.
import { createServer } from 'node:https';
import { selfSigned } from './self-signed.mjs';
import { envelope } from './soap-session.mjs';

const BODY = Buffer.from(envelope('<returnval type="Task">task-1</returnval><val>success</val>'));

const server = createServer(selfSigned(), (request, response) => {
  request.resume().on('end', () => {
    response.writeHead(200, { 'content-type': 'text/xml', 'content-length': BODY.length });
    response.end(BODY);
  });
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`));
