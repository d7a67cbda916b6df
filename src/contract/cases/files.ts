import assert from 'node:assert/strict';
import type { Client, FileOptions } from '../../client/index.ts';
import type { Context, ContractCase } from '../contract-case.ts';
import { refusal } from '../expect.ts';

/** Every byte there is, many times, at a length that is no round number. */
const BYTES = Buffer.from(Array.from({ length: 100_003 }, (_, i) => (i * 7 + (i >> 8)) & 0xff));

function here({ driver }: Context): FileOptions {
  return { datacenter: driver.surroundings.datacenterPath };
}

async function read(context: Context, client: Client, path: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await client.download(path, here(context))) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

export const fileCases: readonly ContractCase[] = [
  {
    name: 'a file put into a datastore comes back byte for byte',
    async run(context) {
      const { client } = context;
      const directory = await context.directory();
      const path = `${directory}/some file.bin`;
      await client.upload(path, BYTES, here(context));
      assert.ok(BYTES.equals(await read(context, client, path)), 'the bytes differ');
    },
  },
  {
    name: 'a file put a second time replaces the first',
    async run(context) {
      const { client } = context;
      const directory = await context.directory();
      const path = `${directory}/twice.txt`;
      for (const text of ['a first and longer text', 'second']) {
        await client.upload(path, Buffer.from(text), here(context));
      }
      assert.equal((await read(context, client, path)).toString(), 'second');
    },
  },
  {
    name: 'a file that is not there is answered with 404',
    async run(context) {
      const { client } = context;
      const directory = await context.directory();
      await refusal(read(context, client, `${directory}/none`), 'FileNotFound');
    },
  },
  {
    name: 'without a session a file is answered with 401',
    async run(context) {
      const { client } = context;
      const directory = await context.directory();
      const path = `${directory}/secret.txt`;
      await client.upload(path, Buffer.from('secret'), here(context));
      const stranger = await context.connect({ relogin: false });
      await stranger.call(stranger.content.sessionManager!, 'Logout');
      await refusal(read(context, stranger, path), 'NotAuthenticated');
    },
  },
  {
    name: 'a file moved by the FileManager is at its new place only',
    async run(context) {
      const { client, driver } = context;
      const directory = await context.directory();
      const { datacenter } = driver.surroundings;
      await client.upload(`${directory}/from.txt`, Buffer.from('moved'), here(context));
      await client.run(client.content.fileManager!, 'MoveDatastoreFile_Task', {
        sourceName: `${directory}/from.txt`,
        sourceDatacenter: datacenter,
        destinationName: `${directory}/to.txt`,
        destinationDatacenter: datacenter,
        force: true,
      });
      assert.equal((await read(context, client, `${directory}/to.txt`)).toString(), 'moved');
      await refusal(read(context, client, `${directory}/from.txt`), 'FileNotFound');
    },
  },
];
