/** Instances that follow a storage policy stand where it can be followed. */
import { describe, expect, it } from 'vitest';
import type { DriverOptions } from '../../src/driver/index.ts';
import type { Site } from '../../src/objects/site.ts';
import { datastoreKind } from '../../src/objects/storage/datastore.ts';
import { testImage } from './images.ts';
import { FLAVOR, openScene, type Scene, uuid } from './scene.ts';

const VSAN = 'vSAN Default Storage Policy';

/** Two datastores, the second of which is a vSAN. */
function open(options: Partial<DriverOptions> = {}): Promise<Scene> {
  const furnish = ({ world }: Site) =>
    world.turn(() => {
      for (const cell of world.every(datastoreKind)) {
        if (cell.state.name !== 'LocalDS_1') continue;
        world.update(cell, { volume: { ...cell.state.volume, type: 'vsan' } });
      }
    });
  return openScene(options, { inventory: { vm: 0, ds: 2 }, furnish });
}

async function folderOf({ driver }: Scene, name: string): Promise<string | undefined> {
  return driver.client.get((await driver.getInfo(name)).ref, 'config.files.vmPathName');
}

describe('a storage policy', () => {
  it('of the flavor, or else of the driver, chooses where an instance stands', async () => {
    await using scene = await open({ datastoreRegex: 'LocalDS' });
    const image = await testImage('img', 'sparse');
    const flavor = { ...FLAVOR, extraSpecs: { storagePolicy: VSAN } };
    await scene.driver.spawn({ name: 'flavored', uuid: uuid(1), flavor, image });
    expect(await folderOf(scene, 'flavored')).toContain('[LocalDS_1]');
    const strict = await scene.another({ storagePolicy: VSAN });
    await strict.spawn({ name: 'usual', uuid: uuid(2), flavor: FLAVOR });
    expect(await folderOf(scene, 'usual')).toContain('[LocalDS_1]');
    const created = scene.sim.journal.calls({ method: 'CreateVM_Task' });
    expect(JSON.stringify(created.map(({ args }) => args))).toContain('aa6d5a82-1c88-45da-85d3-3d74b91a5bad');
  });

  it('is not looked at where policies are switched off', async () => {
    await using scene = await open({ storagePolicy: 'nobody knows', pbm: false });
    await scene.driver.spawn({ name: 'web', uuid: uuid(1), flavor: FLAVOR });
  });

  it('that is not there, or that no datastore suits, is refused with those there are', async () => {
    await using scene = await open({ datastoreRegex: 'LocalDS_0' });
    const spawn = (storagePolicy: string) =>
      scene.driver.spawn({ name: 'web', uuid: uuid(1), flavor: { ...FLAVOR, extraSpecs: { storagePolicy } } });
    await expect(spawn('gold')).rejects.toMatchObject({ code: 'ERR_USAGE', hint: expect.stringContaining(VSAN) });
    await expect(spawn(VSAN)).rejects.toMatchObject({ code: 'ERR_CLIENT', hint: 'looked at LocalDS_0' });
    expect(await scene.driver.listInstances()).toEqual([]);
  });
});
