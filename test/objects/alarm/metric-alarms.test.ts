import { describe, expect, it } from 'vitest';
import { AlarmScene, spec } from './alarm-scene.ts';

const VM = 'DC0/vm/DC0_H0_VM0';
const LOAD = 'SET.summary.quickStats.overallCpuUsage';

function cpu(yellow: number, red: number, more: object = {}): object {
  const metric = { counterId: 2, instance: '' };
  return {
    _typeName: 'MetricAlarmExpression',
    operator: 'isAbove',
    type: 'VirtualMachine',
    metric,
    yellow,
    red,
    ...more,
  };
}

async function scene() {
  const s = await AlarmScene.open();
  const vm = await s.at(VM);
  const mhz = (await s.read(await s.at('DC0/host/DC0_H0/DC0_H0'), 'summary.hardware')).cpuMhz;
  const cpus = await s.read(vm, 'config.hardware.numCPU');
  const busy = (percent: number) =>
    s.run(vm, 'ReconfigVM_Task', {
      spec: { extraConfig: [{ key: LOAD, value: String(Math.round((mhz * cpus * percent) / 100)) }] },
    });
  return { s, vm, busy };
}

describe('an alarm on a metric', () => {
  it('looks once a tick, and follows the number up and down', async () => {
    const { s, vm, busy } = await scene();
    await using _ = s;
    const alarm = await s.define(spec('busy', cpu(5_000, 8_000)));
    await busy(60);
    await s.sim.clock.advance(20_000);
    expect(await s.status(alarm, vm)).toBe('yellow');
    await busy(90);
    await s.sim.clock.advance(20_000);
    expect(await s.status(alarm, vm)).toBe('red');
    await busy(10);
    await s.sim.clock.advance(20_000);
    expect(await s.status(alarm, vm)).toBe('green');
    expect(await s.triggered(await s.at('DC0'))).toEqual([]);
  });

  it('waits for as long as its interval says', async () => {
    const { s, vm, busy } = await scene();
    await using _ = s;
    const intervals = { yellowInterval: 60, redInterval: 120 };
    const alarm = await s.define(spec('busy', cpu(5_000, 8_000, intervals)));
    await busy(95);
    const passed = async (seconds: number) => {
      await s.sim.clock.advance(seconds * 1_000);
      return s.status(alarm, vm);
    };
    expect([await passed(20), await passed(40), await passed(40), await passed(40)]).toEqual([
      'green',
      'green',
      'yellow',
      'red',
    ]);
    await s.run(vm, 'PowerOffVM_Task');
    expect(await passed(20)).toBe('green');
  });

  it('measures datastores by how full they are', async () => {
    const { s } = await scene();
    await using _ = s;
    const metric = { counterId: 281, instance: '' };
    const full = { ...cpu(9_000, 9_999), type: 'Datastore', metric };
    const alarm = await s.define(spec('full', { ...full, operator: 'isAbove' }));
    const empty = await s.define(spec('empty', { ...full, operator: 'isBelow', yellow: 9_000, red: 0 }));
    const datastore = await s.at('DC0/datastore/LocalDS_0');
    expect([await s.status(alarm, datastore), await s.status(empty, datastore)]).toEqual(['green', 'yellow']);
  });
});
