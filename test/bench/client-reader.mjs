// One client in a process of its own: reads when it is told to, keeps nothing, and answers how long it took and how large it got.
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../compat/clients.mjs';

const dist = process.env.SIMSPHERE_MAIN ? dirname(dirname(process.env.SIMSPHERE_MAIN)) : join(root, 'dist');
const { connect } = await import(pathToFileURL(join(dist, 'client', 'index.js')).href);
const [url, username, password] = process.argv.slice(2);
const client = await connect({ url, username, password, insecure: true });

process.on('message', async ({ read }) => process.send(read === undefined ? {} : await readAll(read)));
process.on('disconnect', () => client.close());

async function readAll(pageSize) {
  const [start, before] = [performance.now(), process.cpuUsage()];
  let [count, early, most] = [0, 0, 0];
  for await (const { properties } of client.retrieve({ type: 'VirtualMachine', properties: ['config'], pageSize })) {
    if (!properties.config.hardware) throw new Error('a machine without hardware');
    count += 1;
    if (count % 100 === 0) most = Math.max(most, process.memoryUsage.rss());
    if (count === 1000) early = most;
  }
  const { user, system } = process.cpuUsage(before);
  return { count, early, most, milliseconds: performance.now() - start, cpu: (user + system) / 1000 };
}
