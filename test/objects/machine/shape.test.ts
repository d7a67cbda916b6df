import { describe, expect, it } from 'vitest';
import { Simulation } from '../../../src/simulator/simulator.ts';
import { misfits } from './misfits.ts';

describe('every property of a machine', () => {
  it.each(['8.0.3', '7.0.3'])('is as the API table declares it (%s)', (apiVersion) => {
    const { site } = new Simulation({ apiVersion, clock: { kind: 'manual' }, inventory: { app: 1 } } as never);
    const { world } = site;
    const wrong = [...world.ofType('VirtualMachine')].flatMap((vm) =>
      Array.from(vm.kind.properties.values(), (p) => p)
        .filter((p) => p.ageing !== 'viewer')
        .flatMap((p) => misfits(vm.get(p.name), p.row, `${vm.id}.${p.name}`)),
    );
    expect([...new Set(wrong)]).toEqual([]);
  });
});
