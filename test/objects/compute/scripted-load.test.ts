import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import { parseScenario, scenarioOptions } from '../../../src/scenario/scenario.ts';
import { type Answer, Endpoint } from '../endpoint.ts';

const YAML = `
clock: manual
world:
  counts: { host: 1, vm: 4 }
  load:
    - { vms: DC0_C0_RP0_VM0, cpu: 80, memory: 50 }
    - { vms: DC0_C0_RP0_VM1, cpu: [{ at: 40s, percent: 90 }, { at: 80s, percent: 10 }] }
    - { vms: '*_VM2', cpu: { every: 40s, percents: [20, 60] } }
`;

async function scene(yaml: string) {
  const ep = await Endpoint.open(scenarioOptions(await parseScenario('load.yaml', yaml), {}) as never);
  const percents = async (vm: Ref): Promise<[number, number]> => {
    const { quickStats, runtime, config }: Answer = await ep.read(vm, 'summary');
    const { maxCpuUsage } = runtime;
    return [
      Math.round((100 * quickStats.overallCpuUsage) / maxCpuUsage),
      Math.round((100 * quickStats.guestMemoryUsage) / config.memorySizeMB),
    ];
  };
  return { ep, percents };
}

describe('a load that a scenario writes down', () => {
  it('is constant, goes by steps or repeats', async () => {
    const { ep, percents } = await scene(YAML);
    await using _ = ep;
    const vms = await Promise.all([0, 1, 2].map((n) => ep.at(`DC0/vm/DC0_C0_RP0_VM${n}`)));
    const seen: number[][] = [];
    for (let tick = 0; tick < 5; tick++) {
      seen.push((await Promise.all(vms.map(percents))).map(([cpu]) => cpu));
      await ep.sim.clock.advance(20_000);
    }
    expect(seen.map(([constant]) => constant)).toEqual([80, 80, 80, 80, 80]);
    expect(seen.map(([, steps]) => steps).slice(2)).toEqual([90, 90, 10]);
    expect(seen.map(([, , pattern]) => pattern)).toEqual([20, 60, 20, 60, 20]);
    expect((await percents(vms[0]!))[1]).toBe(50);
  });

  it('names VMs that are there', async () => {
    const wrong = YAML.replace('DC0_C0_RP0_VM0', 'nobody');
    await expect(scene(wrong)).rejects.toThrow(/no VM is named 'nobody'/);
  });

  it('is what a fault rule makes it, and what statistics tell of the past', async () => {
    const { ep, percents } = await scene('clock: manual\nworld: { counts: { host: 1, vm: 1 } }\n');
    await using _ = ep;
    const vm = await ep.at('DC0/vm/DC0_C0_RP0_VM0');
    await ep.sim.clock.advance(20_000);
    const [before] = await percents(vm);
    ep.sim.simulation.faults.add({
      id: 'busy',
      match: { method: 'CurrentTime' },
      effect: { world: { verb: 'vm.load', name: 'DC0_C0_RP0_VM0', cpu: 95 } },
    } as never);
    await ep.call({ type: 'ServiceInstance', value: 'ServiceInstance' }, 'CurrentTime');
    await ep.sim.clock.advance(20_000);
    expect((await percents(vm))[0]).toBe(95);
    const [answer] = await ep.call(ep.manager('perfManager'), 'QueryPerf', {
      querySpec: [{ entity: vm, intervalId: 20, metricId: [{ counterId: 2, instance: '' }] }],
    });
    expect(answer.value[0].value.map((v: number) => Math.round(v / 100))).toEqual([before, 95]);
  });
});
