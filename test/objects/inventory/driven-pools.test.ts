import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import { Endpoint } from '../endpoint.ts';

const allocation = (reservation: number, limit = -1) => ({
  reservation,
  limit,
  expandableReservation: true,
  shares: { level: 'normal', shares: 0 },
});
const spec = (cpu: number) => ({ cpuAllocation: allocation(cpu), memoryAllocation: allocation(0) });

/** A simulator, the root pool of its cluster, and a pool below. */
async function pools() {
  const ep = await Endpoint.open();
  const root: Ref = await ep.read(await ep.at('DC0/host/DC0_C0'), 'resourcePool');
  const pool: Ref = await ep.call(root, 'CreateResourcePool', { name: 'gold', spec: spec(0) });
  return { ep, root, pool };
}

describe('a resource pool', () => {
  it('is made with what its parent has left, and changed', async () => {
    const { ep, root, pool } = await pools();
    await using _ = ep;
    await ep.call(pool, 'UpdateConfig', { name: 'silver', config: spec(500) });
    await ep.call(pool, 'RefreshRuntime');
    expect(await ep.read(pool, 'summary')).toMatchObject({
      name: 'silver',
      config: { cpuAllocation: { reservation: 500 } },
    });
    const [refused, changed] = [
      await ep.fault(root, 'CreateResourcePool', { name: 'x', spec: spec(1e9) }),
      await ep.fault(pool, 'UpdateConfig', { config: spec(1e9) }),
    ];
    expect([refused._typeName, changed._typeName]).toEqual(Array(2).fill('InsufficientCpuResourcesFault'));
  });

  it('sets what its children have, several at once', async () => {
    const { ep, root, pool } = await pools();
    await using _ = ep;
    await ep.call(root, 'UpdateChildResourceConfiguration', { spec: [{ entity: pool, ...spec(700) }] });
    expect(await ep.read(pool, 'config.cpuAllocation.reservation')).toBe(700);
    const stranger = { spec: [{ entity: root, ...spec(1) }] };
    expect(await ep.fault(root, 'UpdateChildResourceConfiguration', stranger)).toMatchObject({
      invalidProperty: 'spec[0].entity',
    });
  });

  it('takes in machines and pools, which come up again when it goes', async () => {
    const { ep, root, pool } = await pools();
    await using _ = ep;
    const vm = await ep.at('DC0/vm/DC0_C0_RP0_VM0');
    const inner: Ref = await ep.call(root, 'CreateResourcePool', { name: 'inner', spec: spec(0) });
    await ep.call(pool, 'MoveIntoResourcePool', { list: [vm, inner] });
    expect(await ep.read(pool, 'vm')).toEqual([vm]);
    expect(await ep.fault(inner, 'MoveIntoResourcePool', { list: [pool] })).toMatchObject({ invalidProperty: 'list' });
    await ep.call(root, 'DestroyChildren');
    expect(await ep.read(root, 'resourcePool')).toEqual([]);
    expect(await ep.read(vm, 'resourcePool')).toEqual(root);
  });

  it('makes machines of its own', async () => {
    const { ep, pool } = await pools();
    await using _ = ep;
    const vmFolder = await ep.at('DC0/vm');
    const vApp: Ref = await ep.call(pool, 'CreateVApp', { name: 'shop', resSpec: spec(0), configSpec: {}, vmFolder });
    expect(await ep.exists('DC0/vm/shop')).toBe(true);
    const config = { name: 'till', files: { vmPathName: '[LocalDS_0]' } };
    const vm: Ref = await ep.run(vApp, 'CreateChildVM_Task', { config });
    expect(await ep.read(vm, 'parentVApp')).toEqual(vApp);
    expect(await ep.fault(vApp, 'CreateChildVM_Task', { config })).toMatchObject({
      _typeName: 'DuplicateName',
      object: vm,
    });
    expect(await ep.fault(pool, 'CreateVApp', { name: 'other', resSpec: spec(0), configSpec: {} })).toMatchObject({
      invalidProperty: 'vmFolder',
    });
  });
});
