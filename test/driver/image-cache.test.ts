/** The cache of images: in use, unused, and gone when it has been so for long. */
import { describe, expect, it } from 'vitest';
import { testImage } from './images.ts';
import { FLAVOR, openScene, type Scene, uuid } from './scene.ts';

const HOUR = 3_600_000;
const MANUAL = { clock: { kind: 'manual' }, start: Date.UTC(2026, 10, 21, 22, 0, 0) } as const;

async function marks(scene: Scene): Promise<string[]> {
  return (await scene.files()).filter((path) => path.includes('/ts-'));
}

describe('the image cache', () => {
  it('marks an image when nobody uses it any more, and removes it once it is old enough', async () => {
    await using scene = await openScene({ unusedImageAgeSeconds: 7200 }, MANUAL);
    const { driver } = scene;
    const folder = '[LocalDS_0] _base/img';
    await driver.spawn({ name: 'web', uuid: uuid(1), flavor: FLAVOR, image: await testImage('img', 'sparse') });
    expect(await driver.manageImageCache()).toEqual({ used: [folder], unused: [], removed: [] });
    await driver.destroy('web');
    expect(await driver.manageImageCache()).toEqual({ used: [], unused: [folder], removed: [] });
    expect(await marks(scene)).toEqual(['_base/img/ts-2026-11-21-22-00-00']);
    await scene.sim.clock.advance(HOUR);
    expect(await driver.manageImageCache()).toMatchObject({ unused: [folder], removed: [] });
    await scene.sim.clock.advance(HOUR + 1000);
    expect(await driver.manageImageCache()).toEqual({ used: [], unused: [], removed: [folder] });
    expect((await scene.files()).filter((path) => path.startsWith('_base/'))).toEqual([]);
  });

  it('keeps an image that comes into use again, and counts anew when it is free again', async () => {
    await using scene = await openScene({ unusedImageAgeSeconds: 7200 }, MANUAL);
    const { driver } = scene;
    const image = await testImage('img', 'sparse');
    await driver.spawn({ name: 'web', uuid: uuid(1), flavor: FLAVOR, image });
    await driver.destroy('web');
    await driver.manageImageCache();
    await scene.sim.clock.advance(3 * HOUR);
    await driver.spawn({ name: 'web', uuid: uuid(2), flavor: FLAVOR, image });
    expect(await marks(scene)).toEqual([]);
    expect(image.opened).toBe(1);
    await driver.destroy('web');
    expect(await driver.manageImageCache()).toMatchObject({ removed: [] });
    expect(await marks(scene)).toEqual(['_base/img/ts-2026-11-22-01-00-00']);
  });

  it('keeps an image whose bytes another driver has its disks on, copied or linked', async () => {
    await using scene = await openScene({ unusedImageAgeSeconds: 0, folder: 'mine' }, MANUAL);
    const other = await scene.another({ folder: 'theirs', useLinkedClone: false });
    await other.spawn({ name: 'copied', uuid: uuid(1), flavor: FLAVOR, image: await testImage('img-1', 'sparse') });
    const linked = await scene.another({ folder: 'theirs' });
    await linked.spawn({ name: 'linked', uuid: uuid(2), flavor: FLAVOR, image: await testImage('img-2', 'sparse') });
    await linked.spawn({ name: 'drive', uuid: uuid(3), flavor: FLAVOR, image: await testImage('img-3', 'iso') });
    const { used } = await scene.driver.manageImageCache();
    expect(used).toEqual(['img-1', 'img-2', 'img-3'].map((id) => `[LocalDS_0] _base/${id}`));
  });

  it('of a driver with a prefix or a host of its own is its own', async () => {
    await using scene = await openScene({ cachePrefix: 'blue', unusedImageAgeSeconds: 0 }, MANUAL);
    const other = await scene.another({ cachePrefix: undefined, host: 'compute-2' });
    for (const [n, driver] of [scene.driver, other].entries()) {
      const image = await testImage('img', 'thin');
      await driver.spawn({ name: `web-${n}`, uuid: uuid(n), flavor: FLAVOR, image });
    }
    const files = await scene.files();
    expect(files).toEqual(expect.arrayContaining(['blue_base/img/img.vmdk', 'compute-2_base/img/img.vmdk']));
  });

  it('is left alone where nothing shall be removed', async () => {
    await using scene = await openScene({ removeUnusedBaseImages: false }, MANUAL);
    await scene.driver.spawn({ name: 'web', uuid: uuid(1), flavor: FLAVOR, image: await testImage('img', 'thin') });
    await scene.driver.destroy('web');
    expect(await scene.driver.manageImageCache()).toEqual({ used: [], unused: [], removed: [] });
    expect(await marks(scene)).toEqual([]);
  });

  it('is rid of what drivers that died had on its way, and of nothing that is on its way now', async () => {
    await using scene = await openScene({ unusedImageAgeSeconds: 7200 }, MANUAL);
    const { client, surroundings } = scene.driver;
    const make = (name: string) =>
      client.call(client.content.fileManager!, 'MakeDirectory', {
        name: `[LocalDS_0] vmware_temp/${name}`,
        datacenter: surroundings.datacenter,
        createParentDirectories: true,
      });
    await make('old');
    const name = 'simsphere-temporary-1';
    const config = { name, guestId: 'otherGuest', files: { vmPathName: '[LocalDS_0]' } };
    await client.run(surroundings.folder, 'CreateVM_Task', { config, pool: surroundings.pool });
    await scene.sim.clock.advance(3 * HOUR);
    await make('new');
    await scene.driver.manageImageCache();
    expect((await scene.files()).filter((path) => path.startsWith('vmware_temp/'))).toEqual(['vmware_temp/new']);
    expect(await scene.files()).not.toContain(name);
    expect((await client.get(surroundings.folder, 'childEntity')) ?? []).toEqual([]);
  });
});
