import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/world/cell.ts';
import { faultOf, type Workshop, workshop } from './workshop.ts';

const GIB = 2 ** 30;
const pool = (value = 'resgroup-8') => ({ type: 'ResourcePool', value });
const hostOf = (vm: { get(p: string): unknown }) => (vm.get('runtime') as { host: { value: string } }).host.value;

/** A host of the workshop has 8 GiB, of which some 5.9 may be reserved, and 4 cores of 2 GHz. */
function create(shop: Workshop, name: string, config: object = {}, at = pool()) {
  const spec = { name, files: { vmPathName: '[LocalDS_0]' }, memoryMB: 1024, ...config };
  return shop.find(shop.call(shop.at('group-v3'), 'CreateVM_Task', { config: spec, pool: at }));
}

const reserved = (gib: number) => ({ memoryMB: gib * 1024, memoryAllocation: { reservation: gib * 1024 } });

function set(shop: Workshop, host: string, runtime: object) {
  const cell = shop.at(host) as unknown as Cell<{ runtime: object }>;
  shop.world.turn(() => shop.world.update(cell, { runtime: { ...cell.state.runtime, ...runtime } }));
}

describe('a new machine', () => {
  it('goes to the host with the fewest, then to the first', () => {
    const shop = workshop();
    expect(['a', 'b', 'c'].map((name) => hostOf(create(shop, name)))).toEqual(['host-1', 'host-2', 'host-1']);
  });

  it('does not go where it cannot run', () => {
    const shop = workshop();
    set(shop, 'host-1', { maintenance: true });
    expect(hostOf(create(shop, 'a'))).toBe('host-2');
    set(shop, 'host-2', { connection: 'disconnected' });
    const fault = faultOf(() => create(shop, 'b'));
    expect(fault.detail).toMatchObject({
      _typeName: 'NoCompatibleHost',
      host: [{ value: 'host-1' }, { value: 'host-2' }],
      error: [{ fault: { _typeName: 'InvalidHostState' } }, { fault: { _typeName: 'InvalidHostConnectionState' } }],
    });
  });
});

describe('DRS at power-on', () => {
  it('starts a machine where most is free', () => {
    const shop = workshop();
    const [a, b] = [create(shop, 'a', reserved(2)), create(shop, 'b', reserved(2))];
    const c = create(shop, 'c', reserved(2));
    shop.call(a, 'PowerOnVM_Task');
    expect(hostOf(c)).toBe('host-1');
    shop.call(c, 'PowerOnVM_Task');
    expect([hostOf(a), hostOf(c), hostOf(b)]).toEqual(['host-1', 'host-2', 'host-2']);
  });

  it('lets configured memory exceed what a host has, but not reserved memory', () => {
    const shop = workshop();
    for (const name of ['a', 'b', 'c']) shop.call(create(shop, name, { memoryMB: 7 * 1024 }), 'PowerOnVM_Task');
    const fault = faultOf(() => shop.call(create(shop, 'big', reserved(6)), 'PowerOnVM_Task'));
    expect(fault.type).toBe('NoCompatibleHost');
  });

  it('says of each host why not, with numbers', () => {
    const shop = workshop();
    for (const name of ['a', 'b']) shop.call(create(shop, name, reserved(3)), 'PowerOnVM_Task');
    const vm = create(shop, 'c', reserved(4));
    shop.events();
    const { detail } = faultOf(() => shop.call(vm, 'PowerOnVM_Task'));
    expect(detail).toMatchObject({ host: [{ value: 'host-1' }, { value: 'host-2' }] });
    const errors = detail['error'] as readonly {
      fault: { _typeName: string; requested: number; unreserved: number };
    }[];
    expect(errors.map(({ fault }) => fault._typeName)).toEqual(Array(2).fill('InsufficientMemoryResourcesFault'));
    for (const { fault } of errors) expect(fault.requested).toBeGreaterThan(Math.max(4 * GIB, fault.unreserved));
    expect((vm.get('runtime') as { powerState: string }).powerState).toBe('poweredOff');
    expect(shop.events()).toEqual(['VmFailedToPowerOnEvent']);
  });

  it('counts processors and their reservations too', () => {
    const shop = workshop();
    const reasons = (vm: Cell<never> | Cell) =>
      (faultOf(() => shop.call(vm, 'PowerOnVM_Task')).detail['error'] as { fault: { _typeName: string } }[]).map(
        (e) => e.fault._typeName,
      );
    expect(reasons(create(shop, 'wide', { numCPUs: 9 }) as never)).toEqual([
      'NotEnoughLogicalCpus',
      'NotEnoughLogicalCpus',
    ]);
    const fast = create(shop, 'fast', { numCPUs: 8, cpuAllocation: { reservation: 8000 } });
    expect(reasons(fast as never)).toEqual(Array(2).fill('InsufficientCpuResourcesFault'));
  });

  it('frees what is switched off', () => {
    const shop = workshop();
    const list = ['a', 'b'].map((name) => create(shop, name, reserved(4)));
    for (const vm of list) shop.call(vm, 'PowerOnVM_Task');
    const c = create(shop, 'c', reserved(4));
    shop.call(list[1]!, 'PowerOffVM_Task');
    shop.call(c, 'PowerOnVM_Task');
    expect(hostOf(c)).toBe('host-2');
  });
});

describe('a host by itself', () => {
  it('answers with the fault itself', () => {
    const shop = workshop();
    const vm = create(shop, 'a', reserved(7), pool('resgroup-10'));
    expect(hostOf(vm)).toBe('host-3');
    expect(faultOf(() => shop.call(vm, 'PowerOnVM_Task')).type).toBe('InsufficientMemoryResourcesFault');
  });

  it('is asked alone when it is named', () => {
    const shop = workshop();
    const vm = create(shop, 'a');
    set(shop, 'host-2', { maintenance: true });
    const host = (value: string) => ({ host: { type: 'HostSystem', value } });
    expect(faultOf(() => shop.call(vm, 'PowerOnVM_Task', host('host-2'))).type).toBe('InvalidHostState');
    expect(faultOf(() => shop.call(vm, 'PowerOnVM_Task', host('host-3'))).type).toBe('InvalidArgument');
  });
});
