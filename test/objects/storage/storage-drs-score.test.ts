import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import type { Answer } from '../endpoint.ts';
import { configSpec, PodScene } from './pod-scene.ts';

const SIZES = { LocalDS_0: 400, LocalDS_1: 1000, LocalDS_2: 20 };

/** What each datastore would be used to, in percent, best first. */
async function weighed(spec: object): Promise<[string, number][]> {
  await using scene = await PodScene.open(3, { inventory: { vm: 0 } }, SIZES);
  const { ep } = scene;
  const resourcePool: Ref = await ep.read(await ep.at('DC0/host/DC0_C0'), 'resourcePool');
  const { recommendations } = await scene.recommend({ type: 'create', resourcePool, configSpec: spec });
  return await Promise.all(
    recommendations.map(async (r: Answer) => [
      await ep.read(r.action[0].destination, 'name'),
      r.action[0].spaceUtilAfter,
    ]),
  );
}

describe('the page about Storage DRS', () => {
  it('places its machine where it says, by the shares it says', async () => {
    expect(await weighed(configSpec('fresh', [100], 4096))).toEqual([
      ['LocalDS_1', 10.4],
      ['LocalDS_0', 26],
    ]);
  });

  it('counts a quarter of a thin disk', async () => {
    const spec = configSpec('fresh', [100], 4096) as Answer;
    spec.deviceChange[1].device.backing.thinProvisioned = true;
    expect(await weighed(spec)).toEqual([
      ['LocalDS_1', 2.9],
      ['LocalDS_0', 7.25],
    ]);
  });
});
