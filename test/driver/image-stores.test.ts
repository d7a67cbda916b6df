/** Where images come from and go to: files, web servers, and what speaks as Glance does. */
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { describe, expect, it } from 'vitest';
import { imageFile, imageFileSink, imageUrl, imageUrlSink, openGlance } from '../../src/driver/index.ts';
import { ImageServer } from './image-server.ts';
import { bytesOf, MIB, RAW, rawOf } from './images.ts';
import { FLAVOR, openScene, uuid } from './scene.ts';

const NEW = { name: 'new', diskFormat: 'vmdk', properties: {} } as const;

async function stocked(): Promise<ImageServer> {
  const server = await ImageServer.open();
  const bytes = await bytesOf('sparse');
  const meta = {
    id: 'web',
    name: 'Web',
    status: 'active',
    size: bytes.length,
    disk_format: 'vmdk',
    os_hash_algo: 'sha512',
    os_hash_value: createHash('sha512').update(bytes).digest('hex'),
    vmware_disktype: 'sparse',
    vmware_ostype: 'debian11_64Guest',
  };
  server.images.set('web', { meta, bytes });
  return server;
}

describe('a Glance', () => {
  it('gives an image by its id, with what is known of it, and takes a snapshot back', async () => {
    await using scene = await openScene();
    await using server = await stocked();
    server.token = 'secret';
    const glance = openGlance({ url: server.url, token: 'secret' });
    await scene.driver.spawn({ name: 'web', uuid: uuid(1), flavor: FLAVOR, image: glance.image('web') });
    expect((await scene.sim.disks.read({ vm: 'web' }, 0, RAW.length)).equals(RAW)).toBe(true);
    const sink = glance.sink();
    await scene.driver.snapshot('web', sink, { name: 'golden' });
    const kept = server.images.get(sink.id!)!;
    expect(kept.meta).toMatchObject({
      name: 'golden',
      disk_format: 'vmdk',
      container_format: 'bare',
      vmware_disktype: 'streamOptimized',
      vmware_ostype: 'debian11_64Guest',
    });
    const raw = await rawOf(kept.bytes!);
    expect(raw.length).toBe(1024 * MIB);
    expect(raw.subarray(0, RAW.length).equals(RAW)).toBe(true);
  });

  it.each(['refuse', 'cut'] as const)('that will not have the bytes (%s) keeps no image', async (trouble) => {
    await using scene = await openScene();
    await using server = await stocked();
    const glance = openGlance({ url: server.url });
    await scene.driver.spawn({ name: 'web', uuid: uuid(1), flavor: FLAVOR, image: glance.image('web') });
    server.trouble = trouble;
    const sink = glance.sink();
    const code = trouble === 'refuse' ? 'ERR_CLIENT' : 'ERR_UNREACHABLE';
    await expect(scene.driver.snapshot('web', sink)).rejects.toMatchObject({ code });
    expect(sink.id).toBeUndefined();
    while (server.images.size > 1) await new Promise((resolve) => setImmediate(resolve));
    expect([...server.images.keys()]).toEqual(['web']);
    const { ref } = await scene.driver.getInfo('web');
    expect(await scene.driver.client.get(ref, 'snapshot')).toBeUndefined();
  });

  it.each([
    [{ status: 'queued' }, "image 'web' is queued"],
    [{ disk_format: 'qcow2' }, "image 'web' is a qcow2"],
    [{ container_format: 'docker' }, "image 'web' is packed as docker"],
  ])('with an image that is no use is told so: %j', async (wrong, message) => {
    await using server = await stocked();
    Object.assign(server.images.get('web')!.meta, wrong);
    const image = openGlance({ url: server.url }).image('web');
    await expect(image.describe()).rejects.toMatchObject({ code: 'ERR_USAGE', message });
  });

  it('that knows no such image, or not who asks, is quoted', async () => {
    await using server = await stocked();
    const image = openGlance({ url: server.url }).image('nope');
    await expect(image.describe()).rejects.toThrow('HTTP 404 Not Found for /v2/images/nope');
    server.token = 'secret';
    await expect(openGlance({ url: server.url }).image('web').open()).rejects.toThrow('HTTP 401');
    await expect(openGlance({ url: 'http://127.0.0.1:1' }).image('web').describe()).rejects.toMatchObject({
      code: 'ERR_UNREACHABLE',
    });
  });
});

describe('an address on the web', () => {
  it('gives an image, wherever it has moved to', async () => {
    await using scene = await openScene();
    await using server = await stocked();
    const image = imageUrl(`${server.url}/moved.vmdk`, { id: 'web', properties: { vmware_disktype: 'sparse' } });
    expect(await image.describe()).toMatchObject({ id: 'web', size: (await bytesOf('sparse')).length });
    await scene.driver.spawn({ name: 'web', uuid: uuid(1), flavor: FLAVOR, image });
    expect((await scene.sim.disks.read({ vm: 'web' }, 0, RAW.length)).equals(RAW)).toBe(true);
  });

  it('takes an image, and says what it has against it', async () => {
    await using server = await stocked();
    const address = `${server.url}/v2/images/web/file`;
    await pipeline([Buffer.from('one'), Buffer.from('two')], await imageUrlSink(address).open(NEW));
    expect(server.images.get('web')!.bytes!.toString()).toBe('onetwo');
    server.trouble = 'refuse';
    const refused = pipeline([Buffer.from('three')], await imageUrlSink(address).open(NEW));
    await expect(refused).rejects.toThrow('HTTP 507');
  });

  it('that is none is refused', () => {
    expect(() => imageUrl('over there')).toThrow("'over there' is no address of a web server");
  });
});

describe('a file', () => {
  it('is an image called as the file is', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'simsphere-image-'));
    try {
      await writeFile(join(folder, 'setup.iso'), 'iso');
      expect(await imageFile(join(folder, 'setup.iso')).describe()).toEqual({
        id: 'setup',
        diskFormat: 'iso',
        size: 3,
      });
      await expect(imageFile(join(folder, 'none.vmdk')).describe()).rejects.toMatchObject({ code: 'ERR_USAGE' });
      const sink = await imageFileSink(join(folder, 'kept.vmdk')).open(NEW);
      sink.write('half');
      await new Promise((resolve) => sink.destroy().once('close', resolve));
      expect(await readdir(folder)).toEqual(['setup.iso']);
      await expect(imageFileSink(join(folder, 'no', 'such.vmdk')).open(NEW)).rejects.toThrow('ENOENT');
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
