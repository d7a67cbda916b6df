import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import { type Answer, Endpoint } from '../endpoint.ts';

/** A machine of the cluster, which is plugged into a distributed port group, and the ports of that. */
async function plugged() {
  const ep = await Endpoint.open({ inventory: { autostart: false } });
  const vm = await ep.at('DC0/vm/DC0_C0_RP0_VM0');
  const dvs = await ep.at('DC0/network/DVS0');
  const card = async (of: Ref = vm) =>
    (await ep.read(of, 'config.hardware.device')).find((d: Answer) => d.key === 4000);
  const ports = async (): Promise<Answer[]> =>
    (await ep.call(dvs, 'FetchDVPorts', { criteria: { connected: true, uplinkPort: false } })) ?? [];
  const clone = async (name: string, snapshot?: Ref): Promise<Ref> =>
    ep.run(vm, 'CloneVM_Task', {
      folder: await ep.at('DC0/vm'),
      name,
      spec: { location: {}, powerOn: false, template: false, snapshot },
    });
  return { ep, vm, card, ports, clone };
}

describe('a card on a distributed port', () => {
  it('has a port of its own from the start', async () => {
    const { ep, card, ports, vm } = await plugged();
    await using _ = ep;
    const { port } = (await card()).backing;
    expect(port).toMatchObject({ portKey: expect.stringMatching(/^\d+$/), connectionCookie: expect.any(Number) });
    const found = (await ports()).filter((p) => p.connectee.connectedEntity.value === vm.value);
    expect(found).toMatchObject([{ key: port.portKey, conflict: false, connectee: { nicKey: '4000' } }]);
    const keys = (await ports()).map((p) => p.key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('is seen on a port of conflict where another has its port by now', async () => {
    const { ep, vm, card, ports } = await plugged();
    await using _ = ep;
    const { backing } = await card();
    const [path, pool] = [await ep.read(vm, 'config.files.vmPathName'), await ep.read(vm, 'resourcePool')];
    await ep.call(vm, 'UnregisterVM');
    // The port is free meanwhile, and goes to another card.
    const other = await ep.at('DC0/vm/DC0_H0_VM0');
    const device = { ...(await card(other)), backing };
    await ep.run(other, 'ReconfigVM_Task', { spec: { deviceChange: [{ operation: 'edit', device }] } });
    const again: Ref = await ep.run(await ep.at('DC0/vm'), 'RegisterVM_Task', { path, asTemplate: false, pool });
    const { portKey } = backing.port;
    const both = (await ports()).filter((p) => p.key === portKey || p.conflictPortKey === portKey);
    expect(both.map((p) => p.connectee.connectedEntity.value).sort()).toEqual([again.value, other.value].sort());
    expect(both.map((p) => p.conflict).sort()).toEqual([false, true]);
  });

  it('has another in a clone, and in one that is forked off while it runs', async () => {
    const { ep, vm, card, clone } = await plugged();
    await using _ = ep;
    const copy = await clone('copy');
    await ep.run(vm, 'PowerOnVM_Task');
    const fork: Ref = await ep.run(vm, 'InstantClone_Task', { spec: { name: 'fork', location: {} } });
    const keys = await Promise.all([vm, copy, fork].map(async (m) => (await card(m)).backing.port.portKey));
    expect(new Set(keys).size).toBe(3);
  });
});

describe('a card on a host by itself', () => {
  it('has an address that the host generated', async () => {
    await using ep = await Endpoint.open({ esx: true });
    const vm = await ep.at('ha-datacenter/vm/ha-host_VM0');
    const devices: Answer[] = await ep.read(vm, 'config.hardware.device');
    expect(devices.find((d) => d.key === 4000)).toMatchObject({
      addressType: 'generated',
      macAddress: expect.stringMatching(/^00:0c:29:/),
    });
  });
});
