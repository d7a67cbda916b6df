/** Functions in front of methods: they answer, refuse or pass on what clients call. */
import { describe, expect, it } from 'vitest';
import { fault } from '../../src/index.ts';
import { Endpoint } from '../objects/endpoint.ts';

const SERVICE = { type: 'ServiceInstance', value: 'ServiceInstance' } as const;

describe('an interception', () => {
  it('answers in the place of a method, and is gone once it is removed', async () => {
    await using ep = await Endpoint.open();
    const clock = ep.sim.intercept('CurrentTime', () => '2001-01-01T00:00:00Z');
    expect(await ep.call(SERVICE, 'CurrentTime')).toBe('2001-01-01T00:00:00Z');
    expect(clock.calls).toBe(1);
    expect(ep.sim.journal.calls({ rule: clock.id })).toMatchObject([{ method: 'CurrentTime', outcome: 'answer' }]);
    clock.remove();
    expect(await ep.call(SERVICE, 'CurrentTime')).not.toMatch(/^2001-/);
  });

  it('answers for a method that is not built', async () => {
    await using ep = await Endpoint.open();
    const { registry } = await import('../../src/simulator/rooms.ts');
    const { world } = ep.sim.simulation.site;
    const { type, method } = [...registry.all()].find(
      (row) =>
        !row.built &&
        row.method.result === undefined &&
        row.method.params.every((param) => param.optional) &&
        world.ofType(row.type).size > 0,
    )!;
    const [target] = world.ofType(type);
    expect(await ep.fault(target!.ref, method.name)).toMatchObject({ _typeName: 'NotSupported' });
    ep.sim.intercept(method.name, () => undefined as never);
    expect(await ep.call(target!.ref, method.name)).toBeUndefined();
    expect(ep.sim.journal.calls({ method: method.name, outcome: 'answer' })).toHaveLength(1);
  });

  it('throws a typed fault', async () => {
    await using ep = await Endpoint.open();
    const vm = await ep.at('DC0/vm/DC0_H0_VM0');
    ep.sim.intercept('PowerOffVM_Task', ({ name }) => {
      throw fault('InvalidPowerState', { existingState: 'suspended' }, `${name} sleeps`);
    });
    expect(await ep.fault(vm, 'PowerOffVM_Task')).toMatchObject({
      _typeName: 'InvalidPowerState',
      existingState: 'suspended',
    });
    expect(await ep.read(vm, 'runtime.powerState')).toBe('poweredOn');
    expect(() => fault('NoDiskSpce' as never, {} as never)).toThrow("did you mean 'NoDiskSpace'?");
  });

  it('passes calls on, with other arguments where it likes', async () => {
    await using ep = await Endpoint.open();
    const vm = await ep.at('DC0/vm/DC0_H0_VM0');
    const seen: string[] = [];
    ep.sim.intercept('Rename_Task', (call) => {
      seen.push(`${call.name} ${call.target.value} ${call.args.newName} ${call.user} ${call.session}`);
      return call.pass({ newName: `${call.args.newName}-1` });
    });
    await ep.run(vm, 'Rename_Task', { newName: 'web' });
    expect(await ep.read(vm, 'name')).toBe('web-1');
    expect(seen).toEqual([`DC0_H0_VM0 ${vm.value} web VSPHERE.LOCAL\\Administrator 1`]);
  });

  it('looks at an answer and changes it, though it is made as it is written', async () => {
    await using ep = await Endpoint.open();
    const vm = await ep.at('DC0/vm/DC0_H0_VM0');
    ep.sim.intercept('RetrievePropertiesEx', async (call) => {
      const answer = await call.result();
      const objects = answer?.objects.map((content) => ({
        ...content,
        propSet: content.propSet?.map((p) => (p.name === 'name' ? { ...p, val: `not ${p.val}` } : p)),
      }));
      return { ...answer, objects } as never;
    });
    expect(await ep.read(vm, 'name')).toBe('not DC0_H0_VM0');
  });

  it('is asked before those put there earlier, and each sees what is behind it', async () => {
    await using ep = await Endpoint.open();
    ep.sim.intercept('CurrentTime', () => '2001-01-01T00:00:00Z');
    ep.sim.intercept('Current*', async (call) => ((await call.result()) as string).replace('2001', '2002') as never);
    expect(await ep.call(SERVICE, 'CurrentTime')).toBe('2002-01-01T00:00:00Z');
    expect(ep.sim.journal.calls({ method: 'CurrentTime', last: 1 })).toMatchObject([
      { rules: ['intercept-2', 'intercept-1'] },
    ]);
    ep.sim.reset();
    const client = await Endpoint.login(ep.sim);
    expect(await client.call(SERVICE, 'CurrentTime', {})).not.toMatch(/^2002-/);
    await client.close();
  });

  it('is refused for what is no method', async () => {
    await using ep = await Endpoint.open();
    expect(() => ep.sim.intercept('PowerOn_Task', () => undefined as never)).toThrow(
      /no method 'PowerOn_Task'; did you mean/,
    );
    expect(() => ep.sim.intercept('CurrentTime', undefined as never)).toThrow('needs a function');
  });
});
