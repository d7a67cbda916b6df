/** The examples of docs/drs.md, by the formulas and through the API. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  balanceRating,
  freeShare,
  hostRating,
  imbalance,
  loadShare,
  memoryNeeded,
  moveCost,
  moveGain,
  toleratedImbalance,
} from '../../../src/objects/compute/drs/score.ts';
import { DrsScene } from './drs-scene.ts';

const page = readFileSync(new URL('../../../docs/drs.md', import.meta.url), 'utf8');
const CAPACITY = { cpu: 35_236, memory: 127_058 };

describe('the placement of the page', () => {
  const asked = { cpu: 4_588, memory: 8_192 };
  const scores = [
    freeShare(CAPACITY, { cpu: 9_176, memory: 16_561 }, asked),
    freeShare(CAPACITY, { cpu: 4_588, memory: 33_057 }, asked),
  ];

  it('is what the formula gives', () => {
    expect(scores).toEqual([0.61, 0.68]);
    expect(page).toMatch(/\| score +\| 0\.61 +\| 0\.68 +\|/);
    expect(scores.map((score) => hostRating(score, 0.68))).toEqual([5, 5]);
    expect(hostRating(0.3, 0.68)).toBe(2);
  });

  it('is what DRS does', async () => {
    await using scene = await DrsScene.open();
    const [zero, one, two] = scene.hosts;
    await scene.ep.run(two!, 'EnterMaintenanceMode_Task', { timeout: 0 });
    await scene.running('a', zero!, { numCPUs: 4, memoryMB: 16_384 });
    await scene.running('b', one!, { numCPUs: 2, memoryMB: 32_768 });
    const vm = await scene.create('c', { numCPUs: 2, memoryMB: 8_192 }, zero);
    const told = await scene.ep.call(scene.cluster, 'RecommendHostsForVm', { vm });
    expect(told).toMatchObject([
      { host: one, rating: 5 },
      { host: zero, rating: 5 },
    ]);
    await scene.ep.run(vm, 'PowerOnVM_Task');
    expect(await scene.at(vm)).toBe(1);
  });
});

describe('the balance of the page', () => {
  const share = (machines: number) => loadShare(CAPACITY, { cpu: 6_000 * machines, memory: 0 });
  const looks = [
    [4, 0, 0],
    [3, 1, 0],
    [2, 1, 1],
  ].map((machines) => imbalance(machines.map(share)));

  it('is what the formulas give', () => {
    expect(looks.map((s) => s.toFixed(3))).toEqual(['0.321', '0.212', '0.080']);
    for (const s of looks) expect(page).toContain(s.toFixed(3));
    expect(looks.map((s) => balanceRating(s, 3))).toEqual([4, 4, 2]);
    expect(toleratedImbalance(3, 3)!.toFixed(3)).toBe('0.115');
    expect(toleratedImbalance(5, 3)).toBeUndefined();
    const beside = imbalance([2, 2, 0].map(share));
    const gains = [
      moveGain(3, looks[0]!, looks[1]!),
      moveGain(3, looks[1]!, looks[2]!),
      moveGain(3, looks[1]!, beside),
    ];
    for (const gain of gains) expect(page).toContain(gain.toFixed(3));
    expect(moveCost(1_024)).toBeCloseTo(0.011);
  });

  it('acts from the rating on that the threshold names', () => {
    for (const rate of [1, 2, 3, 4]) {
      const target = toleratedImbalance(rate, 5)!;
      expect(balanceRating(target, 5)).toBeLessThan(rate);
      expect(balanceRating(target + 0.001, 5)).toBeGreaterThanOrEqual(rate);
    }
  });

  it('is what DRS does', async () => {
    await using scene = await DrsScene.open();
    const wants = [{ key: 'SET.summary.quickStats.overallCpuUsage', value: '6000' }];
    const vms = [];
    for (const name of ['a', 'b', 'c', 'd']) {
      vms.push(await scene.running(name, scene.hosts[0]!, { numCPUs: 8, extraConfig: wants }));
    }
    await scene.period();
    await scene.ep.sim.clock.advance(60_000);
    expect(await scene.ep.read(scene.cluster, 'summary')).toMatchObject({ currentBalance: 321, targetBalance: 115 });
    expect((await Promise.all(vms.map((vm) => scene.at(vm)))).sort()).toEqual([0, 0, 1, 2]);
    await scene.period();
    expect(await scene.ep.read(scene.cluster, 'summary')).toMatchObject({ currentBalance: 80, numVmotions: 2 });
  });

  it('counts a part of idle memory as needed', () => {
    expect(memoryNeeded(400, 800, 50, 25)).toBe(550);
    expect(memoryNeeded(400, 300, 50, 25)).toBe(450);
  });
});

describe('the same seed', () => {
  it('places the same', async () => {
    const places = async () => {
      await using scene = await DrsScene.open({ seed: 'again', inventory: { host: 4 } });
      const at: number[] = [];
      for (let i = 0; i < 12; i++) {
        const vm = await scene.create(`vm${i}`, { numCPUs: 1 + (i % 4), memoryMB: 1024 * (1 + (i % 5)) });
        await scene.ep.run(vm, 'PowerOnVM_Task');
        at.push(await scene.at(vm));
      }
      return at;
    };
    const [first, again] = [await places(), await places()];
    expect(again).toEqual(first);
    expect(new Set(first).size).toBe(4);
  });
});
