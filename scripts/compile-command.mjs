#!/usr/bin/env node
// `node scripts/compile-command.mjs [FOLDER]`: runs the command of dist/ (or another folder) for a moment, and keeps what V8
// made of it meanwhile beside it (`*.cjs.v8`): what a start and first calls need is compiled then.
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = resolve(process.argv[2] ?? join(root, 'dist'));
const from = (...parts) => import(pathToFileURL(join(dist, ...parts)).href);

const { CompiledCode } = await from('cli', 'compiled-code.js');
const { connect } = await from('client', 'index.js');

// No test, which would prove something, and nobody's server: neither is to be told of it.
for (const name of ['SIMSPHERE_COVERAGE_DIR', 'SIMSPHERE_READY_FILE']) delete process.env[name];
const code = new CompiledCode();
const said = listening();
process.argv = [process.argv[0], join(dist, 'cli', 'main.js'), 'serve', '--port', '0'];
code.load(join(dist, 'command', 'command.cjs'));
await use(await said);
code.keep();
// It ends as it would by hand, and leaves nothing behind.
process.once('exit', () => {
  process.exitCode = 0;
});
process.emit('SIGTERM');

/** The URL that the command says it is ready at; nothing of what it says is shown. */
function listening() {
  return new Promise((resolve) => {
    let text = '';
    process.stdout.write = (chunk, ...more) => {
      text += chunk;
      const [url] = /https:\S+/.exec(text) ?? [];
      if (url) resolve(url);
      more.find((one) => typeof one === 'function')?.();
      return true;
    };
  });
}

/** A little of what most callers do. */
async function use(url) {
  const client = await connect({ url, username: 'administrator@vsphere.local', password: 'simsphere', insecure: true });
  for await (const _ of client.retrieve({ type: 'VirtualMachine', properties: ['name', 'runtime', 'config'] }));
  const [folder, pool] = await Promise.all(
    ['DC0/vm', 'DC0/host/DC0_C0/Resources'].map((at) => client.findByInventoryPath(at)),
  );
  for (let turn = 0; turn < 5; turn++) {
    const config = {
      name: 'compiled',
      guestId: 'otherGuest64',
      files: { vmPathName: '[LocalDS_0]' },
      numCPUs: 1,
      memoryMB: 64,
    };
    const vm = await client.run(folder, 'CreateVM_Task', { config, pool });
    for (const verb of ['PowerOnVM_Task', 'PowerOffVM_Task', 'Destroy_Task']) await client.run(vm, verb);
  }
  await client.close();
}
