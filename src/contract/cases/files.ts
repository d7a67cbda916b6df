import assert from 'node:assert/strict';
import type { Client, FileOptions, Ref } from '../../client/index.ts';
import type { Context, ContractCase } from '../contract-case.ts';
import { refusal } from '../expect.ts';

/** Every byte there is, many times, at a length that is no round number. */
const BYTES = Buffer.from(Array.from({ length: 100_003 }, (_, i) => (i * 7 + (i >> 8)) & 0xff));

function here({ ground }: Context): FileOptions {
  return { datacenter: ground.datacenterPath };
}

async function read(context: Context, client: Client, path: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await client.download(path, here(context))) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function put(context: Context, name: string, text = 'some text'): Promise<string> {
  const path = `${await context.directory()}/${name}`;
  await context.client.upload(path, Buffer.from(text), here(context));
  return path;
}

function manager({ client }: Context): Ref<'FileManager'> {
  return client.content.fileManager!;
}

/** Copies or moves within the contract's directory. */
function carry(
  context: Context,
  method: 'CopyDatastoreFile_Task' | 'MoveDatastoreFile_Task',
  [sourceName, destinationName]: readonly [string, string],
  force = false,
): Promise<void> {
  const { ref } = context.ground.datacenter;
  const params = { sourceName, sourceDatacenter: ref, destinationName, destinationDatacenter: ref, force };
  return context.client.run(manager(context), method, params);
}

async function search({ client, datastore }: Context, datastorePath: string, matchPattern: readonly string[]) {
  const browser = await client.get(datastore.ref, 'browser');
  const details = { fileType: true, fileSize: true, modification: false, fileOwner: false };
  const found = await client.run(browser, 'SearchDatastore_Task', {
    datastorePath,
    searchSpec: { matchPattern, details },
  });
  return found?.file ?? [];
}

export const fileCases: readonly ContractCase[] = [
  {
    name: 'a file put into a datastore comes back byte for byte',
    does: 'changes',
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
    does: 'changes',
    async run(context) {
      for (const text of ['a first and longer text', 'second']) await put(context, 'twice.txt', text);
      const path = `${await context.directory()}/twice.txt`;
      assert.equal((await read(context, context.client, path)).toString(), 'second');
    },
  },
  {
    name: 'a file that is not there is answered with 404',
    does: 'changes',
    async run(context) {
      const { client } = context;
      const directory = await context.directory();
      await refusal(read(context, client, `${directory}/none`), 'FileNotFound');
    },
  },
  {
    name: 'without a session a file is answered with 401',
    does: 'changes',
    async run(context) {
      const path = await put(context, 'secret.txt', 'secret');
      const stranger = await context.connect({ relogin: false });
      await stranger.call(stranger.content.sessionManager!, 'Logout');
      await refusal(read(context, stranger, path), 'NotAuthenticated');
    },
  },
  {
    name: 'a file moved by the FileManager is at its new place only',
    does: 'changes',
    async run(context) {
      const { client } = context;
      const from = await put(context, 'from.txt', 'moved');
      const to = from.replace('from.txt', 'to.txt');
      await carry(context, 'MoveDatastoreFile_Task', [from, to], true);
      assert.equal((await read(context, client, to)).toString(), 'moved');
      await refusal(read(context, client, from), 'FileNotFound');
    },
  },
  {
    name: 'a file copied by the FileManager is at both places',
    does: 'changes',
    async run(context) {
      const from = await put(context, 'original.txt', 'copied');
      const to = from.replace('original.txt', 'copy.txt');
      await carry(context, 'CopyDatastoreFile_Task', [from, to]);
      for (const path of [from, to]) assert.equal((await read(context, context.client, path)).toString(), 'copied');
    },
  },
  {
    name: 'a file is not copied over another unless forced: FileAlreadyExists',
    does: 'changes',
    async run(context) {
      const paths = [await put(context, 'new.txt', 'new'), await put(context, 'old.txt', 'old')] as const;
      await refusal(carry(context, 'CopyDatastoreFile_Task', paths), 'FileAlreadyExists');
      assert.equal((await read(context, context.client, paths[1])).toString(), 'old');
      await carry(context, 'CopyDatastoreFile_Task', paths, true);
      assert.equal((await read(context, context.client, paths[1])).toString(), 'new');
    },
  },
  {
    name: 'a file is deleted, and what is not there is not: FileNotFound',
    does: 'changes',
    async run(context) {
      const name = await put(context, 'short-lived.txt');
      const remove = () => {
        const params = { name, datacenter: context.ground.datacenter.ref };
        return context.client.run(manager(context), 'DeleteDatastoreFile_Task', params);
      };
      await remove();
      await refusal(read(context, context.client, name), 'FileNotFound');
      await refusal(remove(), 'FileNotFound');
    },
  },
  {
    name: 'a directory is made once: a second time is refused with FileAlreadyExists',
    does: 'changes',
    async run(context) {
      const name = `${await context.directory()}/inner`;
      const make = () =>
        context.client.call(manager(context), 'MakeDirectory', { name, datacenter: context.ground.datacenter.ref });
      await make();
      await refusal(make(), 'FileAlreadyExists');
    },
  },
  {
    name: 'a search tells the files that fit a pattern, with their sizes',
    does: 'changes',
    async run(context) {
      for (const name of ['found-1.txt', 'found-2.txt', 'other.txt']) await put(context, name, 'sixteen letters.');
      const found = await search(context, await context.directory(), ['found-*']);
      assert.deepEqual(found.map(({ path }) => path).toSorted(), ['found-1.txt', 'found-2.txt']);
      assert.deepEqual([...new Set(found.map(({ fileSize }) => fileSize))], [16]);
    },
  },
  {
    name: 'a search below a directory finds what lies deeper',
    does: 'changes',
    async run(context) {
      const directory = await context.directory();
      const name = `${directory}/deep`;
      await context.client.call(manager(context), 'MakeDirectory', { name, datacenter: context.ground.datacenter.ref });
      await put(context, 'deep/needle.txt');
      const browser = await context.client.get(context.datastore.ref, 'browser');
      const found = await context.client.run(browser, 'SearchDatastoreSubFolders_Task', {
        datastorePath: directory,
        searchSpec: { matchPattern: ['needle.txt'] },
      });
      const where = (found ?? []).filter(({ file }) => (file ?? []).length > 0).map(({ folderPath }) => folderPath);
      assert.deepEqual(
        where.map((path) => path?.replace(/\/$/, '')),
        [name],
      );
    },
  },
  {
    name: 'a directory that is not there is not searched: FileNotFound',
    does: 'changes',
    async run(context) {
      await refusal(search(context, `${await context.directory()}/none`, ['*']), 'FileNotFound');
    },
  },
  {
    name: 'a path that is none is refused with InvalidDatastorePath',
    does: 'changes',
    async run(context) {
      const params = { name: 'no path', datacenter: context.ground.datacenter.ref };
      const remove = context.client.run(manager(context), 'DeleteDatastoreFile_Task', params);
      await refusal(remove, 'InvalidDatastorePath');
    },
  },
  {
    name: 'the files of a VM are in its layout, and in its directory',
    does: 'changes',
    async run(context) {
      const { client, instance } = context;
      const { ref } = await instance('laid-out', { powerOn: false });
      const names = ((await client.get(ref, 'layoutEx.file')) ?? []).map(({ name }) => name);
      for (const end of ['.vmx', '.vmdk']) {
        assert.ok(
          names.some((name) => name.endsWith(end)),
          `there is no ${end} in ${names}`,
        );
      }
      const path = (await client.get(ref, 'config.files.vmPathName')) ?? '';
      const listed = await search(context, path.slice(0, path.lastIndexOf('/')), ['*']);
      assert.ok(
        listed.some((file) => path.endsWith(`/${file.path}`)),
        'its directory does not hold its file',
      );
    },
  },
  {
    name: 'a datastore lists the VM that has files on it',
    does: 'changes',
    async run({ client, datastore, machine }) {
      const vm = await machine('stored');
      const members = (await client.get(datastore.ref, 'vm')) ?? [];
      assert.ok(members.some(({ value }) => value === vm.value));
      assert.deepEqual(
        (await client.get(vm, 'datastore'))?.map(({ value }) => value),
        [datastore.ref.value],
      );
    },
  },
  {
    name: 'an empty file comes back empty',
    does: 'changes',
    async run(context) {
      const path = await put(context, 'empty.txt', '');
      assert.equal((await read(context, context.client, path)).length, 0);
    },
  },
  {
    name: 'the name of a file keeps its spaces, its accents and its signs',
    does: 'changes',
    async run(context) {
      const name = 'größe + 50% & more #1.txt';
      const path = await put(context, name, 'kept');
      assert.equal((await read(context, context.client, path)).toString(), 'kept');
    },
  },
  {
    name: 'a file that one session put is read by another',
    does: 'changes',
    async run(context) {
      const path = await put(context, 'handed-on.txt', 'from hand to hand');
      const other = await context.connect();
      assert.equal((await read(context, other, path)).toString(), 'from hand to hand');
    },
  },
];
