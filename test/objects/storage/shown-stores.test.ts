import { randomBytes } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import { type Answer, Endpoint } from '../endpoint.ts';

const VM = 'DC0_C0_RP0_VM0';

describe('a datastore that is shown as a directory', () => {
  let within: string;
  let ep: Endpoint;
  let store: Ref;
  let root: string;
  let datacenter: Ref;
  beforeEach(async () => {
    within = mkdtempSync(join(tmpdir(), 'simsphere-shown-'));
    ep = await Endpoint.open({ showDatastores: within });
    store = await ep.at('/DC0/datastore/LocalDS_0');
    root = await ep.read(store, 'summary.url');
    datacenter = await ep.at('/DC0');
  });
  afterEach(async () => {
    await ep[Symbol.asyncDispose]();
    rmSync(within, { recursive: true, force: true });
  });

  const http = async (method: string, path: string, body?: Uint8Array, name = 'LocalDS_0') => {
    const { sim } = ep;
    const authorization = `Basic ${btoa(`${sim.credentials.user}:${sim.credentials.password}`)}`;
    const url = `${new URL(sim.url).origin}/folder/${encodeURI(path)}?dcPath=DC0&dsName=${name}`;
    return fetch(url, { method, headers: { authorization }, ...(body && { body: body as never }) });
  };
  const names = async (path: string): Promise<string[]> => {
    const browser = await ep.read(store, 'browser');
    const found = await ep.run(browser, 'SearchDatastore_Task', { datastorePath: `[LocalDS_0] ${path}` });
    return (found.file ?? []).map((file: Answer) => file.path);
  };
  const at = (...path: string[]) => join(root, ...path);

  it('tells the directory wherever it tells where it is, and has it below the one that was named', async () => {
    expect(root.startsWith(join(within, 'LocalDS_0-'))).toBe(true);
    expect((await ep.read(store, 'info')).url).toBe(root);
    expect(lstatSync(root).isDirectory()).toBe(true);
  });

  it('has what clients put there, under the names they gave it, for everybody to read', async () => {
    const bytes = randomBytes(70_000);
    expect((await http('PUT', 'a/b/file.bin', bytes)).status).toBe(201);
    expect(readFileSync(at('a/b/file.bin')).equals(bytes)).toBe(true);
    expect(statSync(at('a/b/file.bin')).mode & 0o777).toBe(0o644);
    const files = ep.manager('fileManager');
    await ep.run(files, 'MoveDatastoreFile_Task', {
      sourceName: '[LocalDS_0] a/b',
      sourceDatacenter: datacenter,
      destinationName: '[LocalDS_0] c',
    });
    expect([existsSync(at('a/b')), readdirSync(at('c'))]).toEqual([false, ['file.bin']]);
    await ep.call(files, 'MakeDirectory', { name: '[LocalDS_0] made', datacenter });
    expect(statSync(at('made')).isDirectory()).toBe(true);
    await ep.run(files, 'DeleteDatastoreFile_Task', { name: '[LocalDS_0] c', datacenter });
    expect(existsSync(at('c'))).toBe(false);
  });

  it('has what machines have there, their configuration and the descriptors of their disks readable', async () => {
    expect(readdirSync(at(VM))).toEqual(
      expect.arrayContaining([`${VM}.vmx`, `${VM}.nvram`, `${VM}.vmdk`, `${VM}-flat.vmdk`, 'vmware.log']),
    );
    expect(readFileSync(at(VM, `${VM}.vmx`), 'utf8')).toContain(`displayName = "${VM}"`);
    expect(readFileSync(at(VM, `${VM}.vmdk`), 'utf8')).toMatch(/^# Disk DescriptorFile\n[\s\S]*-flat\.vmdk/);
    const vm = await ep.at(`/DC0/vm/${VM}`);
    await ep.run(vm, 'PowerOffVM_Task');
    expect(readdirSync(at(VM)).filter((name) => name.endsWith('.vswp'))).toEqual([]);
    await ep.run(vm, 'Rename_Task', { newName: 'other' });
    expect(readFileSync(at(VM, `${VM}.vmx`), 'utf8')).toContain('displayName = "other"');
    await ep.run(vm, 'Destroy_Task');
    expect(existsSync(at(VM, `${VM}.vmx`))).toBe(false);
  });

  it('has a disk that no machine has, with its descriptor and in its size', async () => {
    const spec = { _typeName: 'FileBackedVirtualDiskSpec', diskType: 'thin', adapterType: 'ide', capacityKb: 4096 };
    const disk = { name: '[LocalDS_0] disk.vmdk', datacenter, spec };
    await ep.run(ep.manager('virtualDiskManager'), 'CreateVirtualDisk_Task', disk);
    expect(readFileSync(at('disk.vmdk'), 'utf8')).toContain('ddb.adapterType = "ide"');
    expect(statSync(at('disk-flat.vmdk')).size).toBe(4_194_304);
  });

  it('sees what others put there, change there and take away', async () => {
    mkdirSync(at('foreign/deep'), { recursive: true });
    writeFileSync(at('foreign/deep/image.iso'), 'one');
    const before = await ep.read(store, 'summary.freeSpace');
    expect([await names('foreign'), await names('foreign/deep')]).toEqual([['deep'], ['image.iso']]);
    expect(await ep.read(store, 'summary.freeSpace')).toBe(before - 3);
    const read = async () => (await http('GET', 'foreign/deep/image.iso')).text();
    expect(await read()).toBe('one');
    writeFileSync(at('foreign/deep/image.iso'), 'another');
    expect(await read()).toBe('another');
    rmSync(at('foreign'), { recursive: true });
    const browser = await ep.read(store, 'browser');
    expect(await ep.fault(browser, 'SearchDatastore_Task', { datastorePath: '[LocalDS_0] foreign' })).toMatchObject({
      _typeName: 'FileNotFound',
    });
    expect(await names('')).not.toContain('foreign');
    expect(await ep.read(store, 'summary.freeSpace')).toBe(before);
  });

  it('counts what others put there as soon as it is refreshed', async () => {
    const before = await ep.read(store, 'summary.freeSpace');
    writeFileSync(at('foreign'), 'foreign');
    expect(await ep.read(store, 'summary.freeSpace')).toBe(before);
    await ep.call(store, 'RefreshDatastore');
    expect(await ep.read(store, 'summary.freeSpace')).toBe(before - 7);
  });

  it('takes a machine that others put there onto the inventory, with its disk', async () => {
    mkdirSync(at('brought'));
    const flat = 'RW 8192 VMFS "disk-flat.vmdk"';
    const uuid = '60 00 C2 9b 01 02 03 04-05 06 07 08 09 0a 0b 0c';
    const descriptor = `# Disk DescriptorFile\nversion=1\nCID=12345678\nparentCID=ffffffff\ncreateType="vmfs"\n${flat}\nddb.adapterType = "lsilogic"\nddb.uuid = "${uuid}"\n`;
    writeFileSync(at('brought/disk.vmdk'), descriptor);
    writeFileSync(at('brought/disk-flat.vmdk'), Buffer.alloc(4_194_304));
    const lines = ['displayName = "brought"', 'guestOS = "other"', 'virtualHW.version = "19"', 'memSize = "64"'];
    const disk = ['scsi0.present = "TRUE"', 'scsi0:0.present = "TRUE"', 'scsi0:0.fileName = "disk.vmdk"'];
    writeFileSync(at('brought/brought.vmx'), `${[...lines, ...disk].join('\n')}\n`);
    // What is looked into behind the answers takes its time.
    const { spool } = ep.sim.simulation.site;
    const open = spool.open.bind(spool);
    let goOn = () => {};
    const slow = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    spool.open = (id) => slow.then(() => open(id));
    expect(await names('brought')).toEqual(['brought.vmx', 'disk-flat.vmdk', 'disk.vmdk']);
    const vm: Ref = await ep.run(await ep.at('/DC0/vm'), 'RegisterVM_Task', {
      path: '[LocalDS_0] brought/brought.vmx',
      asTemplate: false,
      pool: await ep.at('/DC0/host/DC0_C0/Resources'),
    });
    expect(await ep.read(vm, 'name')).toBe('brought');
    const drives = (await ep.read(vm, 'config.hardware.device')).filter((d: Answer) => d._typeName === 'VirtualDisk');
    goOn();
    expect(drives.map((d: Answer) => [d.capacityInKB, d.backing.uuid, d.backing.contentId])).toEqual([
      [4_096, '6000C29b-0102-0304-0506-0708090a0b0c', '12345678'],
    ]);
  });

  it('follows no symbolic link, whoever made it and whichever way it is asked', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'simsphere-outside-'));
    try {
      writeFileSync(join(outside, 'secret'), 'secret');
      symlinkSync(outside, at('link'));
      symlinkSync(join(outside, 'secret'), at('file'));
      expect(await names('')).not.toEqual(expect.arrayContaining(['link']));
      expect((await http('GET', 'link/secret')).status).toBe(404);
      expect((await http('GET', 'file')).status).toBe(404);
      expect((await http('PUT', 'link/new', Buffer.from('x'))).status).toBe(404);
      expect((await http('DELETE', 'link/secret')).status).toBe(404);
      const files = ep.manager('fileManager');
      await ep.call(files, 'MakeDirectory', {
        name: '[LocalDS_0] link/dir',
        datacenter,
        createParentDirectories: true,
      });
      await ep.run(files, 'DeleteDatastoreFile_Task', { name: '[LocalDS_0] link', datacenter });
      expect(readdirSync(outside)).toEqual(['secret']);
      expect(readFileSync(join(outside, 'secret'), 'utf8')).toBe('secret');
    } finally {
      rmSync(outside, { recursive: true });
    }
  });

  it('keeps what the file system of the directory does not take', async () => {
    const long = `${'ü'.repeat(200)}/file`;
    expect((await http('PUT', long, Buffer.from('kept'))).status).toBe(201);
    expect(await (await http('GET', long)).text()).toBe('kept');
    expect(await names('')).toContain('ü'.repeat(200));
  });

  it('takes in only so many files of a directory with very many, and goes on', async () => {
    mkdirSync(at('many'));
    for (let n = 0; n < 10_100; n++) writeFileSync(at('many', String(n)), '');
    await http('PUT', 'own', Buffer.from('own'));
    const found = await names('many');
    expect(found.length).toBeGreaterThan(9_000);
    expect(found.length).toBeLessThan(10_000);
    expect(await (await http('GET', 'own')).text()).toBe('own');
  });

  it('shows what was there at first after a reset, and nothing that came since', async () => {
    writeFileSync(at('foreign'), 'x');
    await http('PUT', 'own', Buffer.from('own'));
    await names('');
    ep.sim.simulation.reset();
    expect(readdirSync(root).filter((name) => !name.startsWith('DC0_'))).toEqual([]);
    expect(existsSync(at(VM, `${VM}.vmx`))).toBe(true);
  });

  it('goes with the simulator', async () => {
    const other = await Endpoint.open({ showDatastores: within });
    const own: string = await other.read(await other.at('/DC0/datastore/LocalDS_0'), 'summary.url');
    expect(existsSync(own)).toBe(true);
    await other[Symbol.asyncDispose]();
    expect(existsSync(own)).toBe(false);
  });

  it('is in a directory that a client names, and leaves what is there when it goes', async () => {
    const lent = join(within, 'lent');
    mkdirSync(lent);
    const { datastoreSystem: system } = await ep.read(await ep.at('/DC0/host/DC0_H0/DC0_H0'), 'configManager');
    const create = (path: string, name = 'lent') => ({ name, path });
    const made: Ref = await ep.call(system, 'CreateLocalDatastore', create(lent));
    expect(await ep.read(made, 'summary.url')).toBe(lent);
    writeFileSync(join(lent, 'there'), 'there');
    expect(await (await http('GET', 'there', undefined, 'lent')).text()).toBe('there');
    expect((await http('PUT', 'new', Buffer.from('new'), 'lent')).status).toBe(201);
    expect(readFileSync(join(lent, 'new'), 'utf8')).toBe('new');
    await ep.run(made, 'Destroy_Task');
    expect(readdirSync(lent).sort()).toEqual(['new', 'there']);
  });

  it('is in no directory that holds something already: that is not for whoever says its path', async () => {
    const { datastoreSystem: system } = await ep.read(await ep.at('/DC0/host/DC0_H0/DC0_H0'), 'configManager');
    const full = join(within, 'full');
    mkdirSync(full);
    writeFileSync(join(full, 'private'), 'private');
    await ep.call(system, 'CreateLocalDatastore', { name: 'full', path: full });
    expect((await http('GET', 'private', undefined, 'full')).status).toBe(404);
    expect((await http('PUT', 'new', Buffer.from('new'), 'full')).status).toBe(201);
    expect(readdirSync(full)).toEqual(['private']);
  });

  it('is in no directory that is not there, or to which only a link leads', async () => {
    const { datastoreSystem: system } = await ep.read(await ep.at('/DC0/host/DC0_H0/DC0_H0'), 'configManager');
    symlinkSync(tmpdir(), join(within, 'link'));
    mkdirSync(join(within, 'simsphere-spool-x'));
    for (const path of ['none', 'link', 'simsphere-spool-x'].map((name) => join(within, name))) {
      expect(await ep.fault(system, 'CreateLocalDatastore', { name: 'lent', path })).toMatchObject({
        _typeName: 'FileNotFound',
        file: path,
      });
    }
    const etc: Ref = await ep.call(system, 'CreateLocalDatastore', { name: 'etc', path: '/etc' });
    expect(await ep.read(etc, 'summary.accessible')).toBe(true);
    expect((await http('GET', 'hostname', undefined, 'etc')).status).toBe(404);
  });
});
