import { describe, expect, it } from 'vitest';
import type { Answer } from '../endpoint.ts';
import { as, GuestScene, ROOT } from './guest-scene.ts';

const users = [
  { name: 'root', password: 'vm', admin: true },
  { name: 'joe', password: 'pw', admin: false },
];
const POSIX = { _typeName: 'GuestPosixFileAttributes' };

async function names(scene: GuestScene, filePath: string, more: object = {}): Promise<string[]> {
  const { files } = await scene.call('file', 'ListFilesInGuest', { filePath, ...more });
  return (files ?? []).map((f: Answer) => f.path);
}

async function put(scene: GuestScene, path: string, text: string, more: object = {}, auth = ROOT): Promise<Response> {
  const args = { guestFilePath: path, fileAttributes: POSIX, fileSize: text.length, overwrite: false, ...more };
  const url = await scene.call('file', 'InitiateFileTransferToGuest', args, auth);
  return fetch(url, { method: 'PUT', body: text });
}

async function get(scene: GuestScene, guestFilePath: string): Promise<string> {
  const { url } = await scene.call('file', 'InitiateFileTransferFromGuest', { guestFilePath });
  return (await fetch(url)).text();
}

const typeOf = async (fault: Promise<Answer>): Promise<string> => (await fault)._typeName;

describe('a directory of a guest', () => {
  it('is made, moved and deleted', async () => {
    await using scene = await GuestScene.open();
    const make = (directoryPath: string, createParentDirectories = false) => ({
      directoryPath,
      createParentDirectories,
    });
    await scene.call('file', 'MakeDirectoryInGuest', make('/tmp/a'));
    expect(await typeOf(scene.fault('file', 'MakeDirectoryInGuest', make('/tmp/a')))).toBe('FileAlreadyExists');
    expect(await typeOf(scene.fault('file', 'MakeDirectoryInGuest', make('/tmp/b/c')))).toBe('FileNotFound');
    await scene.call('file', 'MakeDirectoryInGuest', make('/tmp/b/c', true));
    await put(scene, '/tmp/b/c/file', 'x');
    const move = { srcDirectoryPath: '/tmp/b', dstDirectoryPath: '/tmp/a/b' };
    await scene.call('file', 'MoveDirectoryInGuest', move);
    expect(await names(scene, '/tmp/a/b/c')).toEqual(['.', '..', 'file']);
    expect(await scene.fault('file', 'MoveDirectoryInGuest', move)).toMatchObject({
      _typeName: 'FileNotFound',
      file: '/tmp/b',
    });
    const into = { srcDirectoryPath: '/tmp/a', dstDirectoryPath: '/tmp/a/b/a' };
    expect(await typeOf(scene.fault('file', 'MoveDirectoryInGuest', into))).toBe('CannotAccessFile');
    const gone = (recursive: boolean) => ({ directoryPath: '/tmp/a', recursive });
    expect(await typeOf(scene.fault('file', 'DeleteDirectoryInGuest', gone(false)))).toBe('DirectoryNotEmpty');
    await scene.call('file', 'DeleteDirectoryInGuest', gone(true));
    expect(await names(scene, '/tmp')).toEqual(['.', '..']);
  });

  it('is listed in pages and by a pattern', async () => {
    await using scene = await GuestScene.open();
    for (const name of ['a.log', 'b.txt', 'c.log']) await put(scene, `/tmp/${name}`, 'x');
    const page = await scene.call('file', 'ListFilesInGuest', { filePath: '/tmp', index: 2, maxResults: 2 });
    expect(page).toMatchObject({ files: [{ path: 'a.log' }, { path: 'b.txt' }], remaining: 1 });
    expect(await names(scene, '/tmp', { matchPattern: '\\.log$' })).toEqual(['a.log', 'c.log']);
    expect(await names(scene, '/tmp/a.log')).toEqual(['/tmp/a.log']);
    for (const matchPattern of ['(', '^(a+)+$']) {
      expect(await scene.fault('file', 'ListFilesInGuest', { filePath: '/tmp', matchPattern })).toMatchObject({
        _typeName: 'InvalidArgument',
        invalidProperty: 'matchPattern',
      });
    }
  });
});

describe('a file of a guest', () => {
  it('goes in and comes out as it was, once for each URL', async () => {
    await using scene = await GuestScene.open();
    const text = 'line\n'.repeat(50_000);
    expect((await put(scene, '/tmp/up', text)).status).toBe(200);
    const info = await scene.call('file', 'InitiateFileTransferFromGuest', { guestFilePath: '/tmp/up' });
    expect(info).toMatchObject({ size: text.length, attributes: { permissions: 0o644, ownerId: 0 } });
    expect(new URL(info.url).host).toBe(new URL(scene.ep.sim.url).host);
    expect(await (await fetch(info.url)).text()).toBe(text);
    expect((await fetch(info.url)).status).toBe(404);
    expect((await fetch(`${info.url}0`)).status).toBe(404);
  });

  it('must be as long as was said, and is not there when it is not', async () => {
    await using scene = await GuestScene.open();
    expect((await put(scene, '/tmp/short', 'four', { fileSize: 5 })).status).toBe(400);
    expect((await put(scene, '/tmp/long', 'four', { fileSize: 3 })).status).toBe(400);
    expect(await names(scene, '/tmp')).toEqual(['.', '..']);
    expect(scene.ep.sim.simulation.spool.count).toBe(0);
  });

  it('gives its bytes back when it, or its machine, is gone', async () => {
    await using scene = await GuestScene.open();
    const { spool } = scene.ep.sim.simulation;
    await put(scene, '/tmp/one', 'x');
    await put(scene, '/tmp/two', 'x');
    await put(scene, '/tmp/one', 'y', { overwrite: true });
    expect([spool.count, await get(scene, '/tmp/one')]).toEqual([2, 'y']);
    await scene.call('file', 'DeleteFileInGuest', { filePath: '/tmp/one' });
    expect(spool.count).toBe(1);
    await scene.ep.run(scene.vm, 'PowerOffVM_Task');
    await scene.ep.run(scene.vm, 'Destroy_Task');
    expect(spool.count).toBe(0);
  });

  it('is there again once its machine is registered again', async () => {
    await using scene = await GuestScene.open();
    const { ep, vm } = scene;
    await put(scene, '/tmp/kept', 'x');
    await ep.run(vm, 'PowerOffVM_Task');
    const [path, pool] = [await scene.read('config.files.vmPathName'), await scene.read('resourcePool')];
    await ep.call(vm, 'UnregisterVM');
    const again = await ep.run(await ep.at('DC0/vm'), 'RegisterVM_Task', { path, asTemplate: false, pool });
    await ep.run(again, 'PowerOnVM_Task');
    expect(await get(new GuestScene(ep, again), '/tmp/kept')).toBe('x');
  });

  it('is not overwritten, and not put where there is no place', async () => {
    await using scene = await GuestScene.open();
    await put(scene, '/tmp/a', 'x');
    const to = (guestFilePath: string) => ({ guestFilePath, fileAttributes: POSIX, fileSize: 1, overwrite: false });
    const refused = async (path: string) => typeOf(scene.fault('file', 'InitiateFileTransferToGuest', to(path)));
    expect(await refused('/tmp/a')).toBe('FileAlreadyExists');
    expect(await refused('/nope/a')).toBe('FileNotFound');
    expect(await refused('/tmp')).toBe('NotAFile');
    expect(await typeOf(scene.fault('file', 'InitiateFileTransferFromGuest', { guestFilePath: '/tmp' }))).toBe(
      'NotAFile',
    );
  });

  it('is moved, and over another only when that is asked for', async () => {
    await using scene = await GuestScene.open();
    await put(scene, '/tmp/a', 'a');
    await put(scene, '/tmp/b', 'b');
    const move = (overwrite: boolean) => ({ srcFilePath: '/tmp/a', dstFilePath: '/tmp/b', overwrite });
    expect(await typeOf(scene.fault('file', 'MoveFileInGuest', move(false)))).toBe('FileAlreadyExists');
    await scene.call('file', 'MoveFileInGuest', move(true));
    expect(await get(scene, '/tmp/b')).toBe('a');
    expect(await typeOf(scene.fault('file', 'DeleteFileInGuest', { filePath: '/tmp/a' }))).toBe('FileNotFound');
    expect(await typeOf(scene.fault('file', 'DeleteFileInGuest', { filePath: '/tmp' }))).toBe('NotAFile');
  });

  it('has the attributes it is given', async () => {
    await using scene = await GuestScene.open();
    await put(scene, '/tmp/a', 'x', { fileAttributes: { ...POSIX, permissions: 0o750, ownerId: 12 } });
    const fileAttributes = { ...POSIX, modificationTime: '2020-02-02T02:02:02Z', groupId: 7 };
    await scene.call('file', 'ChangeFileAttributesInGuest', { guestFilePath: '/tmp/a', fileAttributes });
    const { files } = await scene.call('file', 'ListFilesInGuest', { filePath: '/tmp/a' });
    const attributes = { permissions: 0o750, ownerId: 12, groupId: 7, modificationTime: '2020-02-02T02:02:02Z' };
    expect(files).toMatchObject([{ type: 'file', size: 1, attributes }]);
    const windows = {
      guestFilePath: '/tmp/a',
      fileAttributes: { _typeName: 'GuestWindowsFileAttributes', hidden: true },
    };
    expect(await typeOf(scene.fault('file', 'ChangeFileAttributesInGuest', windows))).toBe(
      'OperationNotSupportedByGuest',
    );
  });

  it('is made under a name that nothing has', async () => {
    await using scene = await GuestScene.open();
    const args = { prefix: 'pre-', suffix: '.txt' };
    const first = await scene.call('file', 'CreateTemporaryFileInGuest', args);
    const second = await scene.call('file', 'CreateTemporaryFileInGuest', args);
    const directory = await scene.call('file', 'CreateTemporaryDirectoryInGuest', {
      ...args,
      directoryPath: '/var/tmp',
    });
    expect(first).toMatch(/^\/tmp\/pre-\w+\.txt$/);
    expect(second).not.toBe(first);
    expect(await names(scene, directory)).toEqual(['.', '..']);
  });

  it('is for its user what its permissions say', async () => {
    await using scene = await GuestScene.open({ system: { users } });
    const joe = as('joe', 'pw') as typeof ROOT;
    await put(scene, '/tmp/secret', 'x', { fileAttributes: { ...POSIX, permissions: 0o600 } });
    const denied = (method: string, args: object) => typeOf(scene.fault('file', method, args, joe));
    expect(await denied('InitiateFileTransferFromGuest', { guestFilePath: '/tmp/secret' })).toBe(
      'GuestPermissionDenied',
    );
    expect(await denied('MakeDirectoryInGuest', { directoryPath: '/etc/x', createParentDirectories: true })).toBe(
      'GuestPermissionDenied',
    );
    await put(scene, '/tmp/own', 'x', {}, joe);
    const { files } = await scene.call('file', 'ListFilesInGuest', { filePath: '/tmp/own' });
    expect(files[0].attributes.ownerId).toBe(1_001);
  });

  it('is written down in the journal on its way, and can be spoilt there', async () => {
    const rule = { match: { method: 'GET /guestFile' }, effect: { transport: { status: 503 } } };
    await using scene = await GuestScene.open();
    await put(scene, '/tmp/a', 'x');
    scene.ep.sim.faults.add(rule as never);
    const { url } = await scene.call('file', 'InitiateFileTransferFromGuest', { guestFilePath: '/tmp/a' });
    expect((await fetch(url)).status).toBe(503);
    const entries = scene.ep.sim.journal.calls({}).filter((e) => e.method.endsWith('/guestFile'));
    expect(entries).toMatchObject([
      { method: 'PUT /guestFile', target: scene.vm, args: { path: '/tmp/a' }, outcome: 'answer', changed: true },
      { method: 'GET /guestFile', outcome: 'cut' },
    ]);
  });

  it('does not pass a guest that was switched off meanwhile', async () => {
    await using scene = await GuestScene.open();
    const { url } = await scene.call('file', 'InitiateFileTransferFromGuest', { guestFilePath: '/etc/hosts' });
    await scene.ep.run(scene.vm, 'PowerOffVM_Task');
    expect((await fetch(url)).status).toBe(503);
    expect((await fetch(url, { method: 'DELETE' })).status).toBe(405);
  });
});

describe('the registry of a guest', () => {
  const key = (registryPath: string) => ({ keyName: { registryPath, wowBitness: 'WOWNative' } });

  it('has keys and values that are made, listed and deleted', async () => {
    await using scene = await GuestScene.open({ guestId: 'windows2019srv_64Guest' });
    const call = (method: string, args: object) => scene.call('guestWindowsRegistry', method, args);
    const refused = (method: string, args: object) => typeOf(scene.fault('guestWindowsRegistry', method, args));
    await call('CreateRegistryKeyInGuest', { ...key('HKLM\\SOFTWARE\\Acme'), isVolatile: false });
    await call('CreateRegistryKeyInGuest', { ...key('HKEY_LOCAL_MACHINE\\software\\acme\\App'), isVolatile: false });
    expect(await refused('CreateRegistryKeyInGuest', { ...key('HKLM\\SOFTWARE\\Acme'), isVolatile: false })).toBe(
      'GuestRegistryKeyAlreadyExists',
    );
    const data = { _typeName: 'GuestRegValueDwordSpec', value: 5 };
    await call('SetRegistryValueInGuest', { value: { name: { ...key('HKLM\\SOFTWARE\\Acme'), name: 'Count' }, data } });
    expect(
      await call('ListRegistryValuesInGuest', { ...key('HKLM\\Software\\Acme'), expandStrings: false }),
    ).toMatchObject([{ name: { name: 'Count' }, data }]);
    const keys = await call('ListRegistryKeysInGuest', { ...key('HKLM\\SOFTWARE'), recursive: true });
    expect(keys).toHaveLength(2);
    const value = { valueName: { ...key('HKLM\\SOFTWARE\\Acme'), name: 'count' } };
    await call('DeleteRegistryValueInGuest', value);
    expect(await refused('DeleteRegistryValueInGuest', value)).toBe('GuestRegistryValueNotFound');
    const all = { ...key('HKLM\\SOFTWARE\\Acme'), recursive: false };
    expect(await refused('DeleteRegistryKeyInGuest', all)).toBe('GuestRegistryKeyHasSubkeys');
    await call('DeleteRegistryKeyInGuest', { ...all, recursive: true });
    expect(await refused('ListRegistryKeysInGuest', all)).toBe('GuestRegistryKeyInvalid');
  });

  it('is only there in a Windows', async () => {
    await using scene = await GuestScene.open();
    const args = { ...key('HKLM\\SOFTWARE'), recursive: true };
    expect(await typeOf(scene.fault('guestWindowsRegistry', 'ListRegistryKeysInGuest', args))).toBe(
      'OperationNotSupportedByGuest',
    );
  });
});
