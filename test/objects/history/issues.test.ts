import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import { type Answer, Endpoint } from '../endpoint.ts';
import { Updates } from '../machine/updates.ts';

const MAC = '00:50:56:11:22:33';

/** Gives the machine's card an address of somebody's choice. */
async function address(ep: Endpoint, vm: Ref, macAddress: string) {
  const devices: Answer[] = await ep.read(vm, 'config.hardware.device');
  const device = { ...devices.find((d) => d.key === 4000), addressType: 'manual', macAddress };
  await ep.run(vm, 'ReconfigVM_Task', { spec: { deviceChange: [{ operation: 'edit', device }] } });
}

/** Two machines that have one address. */
async function twins() {
  const ep = await Endpoint.open({ inventory: { autostart: false } });
  const [first, second] = [await ep.at('DC0/vm/DC0_H0_VM0'), await ep.at('DC0/vm/DC0_H0_VM1')];
  await address(ep, first, MAC);
  const updates = await Updates.of(ep, second, ['configIssue', 'configStatus']);
  await address(ep, second, MAC);
  return { ep, first, second, updates };
}

describe('an address that two machines have', () => {
  it('is an issue of the one that took it, as the event that told of it', async () => {
    const { ep, first, second, updates } = await twins();
    await using _ = ep;
    await using told = updates;
    const { configIssue, configStatus } = await told.next();
    expect(configStatus).toBe('red');
    expect(configIssue).toMatchObject([{ _typeName: 'VmMacConflictEvent', mac: MAC, conflictedVm: { vm: first } }]);
    expect(await ep.read(second, 'configIssue')).toEqual(configIssue);
    expect([await ep.read(first, 'configStatus'), await ep.read(first, 'configIssue')]).toEqual(['green', []]);
  });

  it.each<[string, (ep: Endpoint, first: Ref, second: Ref) => Promise<unknown>]>([
    ['it takes another', (ep, _, second) => address(ep, second, '00:50:56:11:22:34')],
    ['the other takes another', (ep, first) => address(ep, first, '00:50:56:11:22:34')],
    ['the other is deleted', (ep, first) => ep.run(first, 'Destroy_Task')],
    ['the other is taken off the inventory', (ep, first) => ep.call(first, 'UnregisterVM')],
  ])('is none any more when %s', async (_, resolve) => {
    const { ep, first, second, updates } = await twins();
    await using _ep = ep;
    await using told = updates;
    await told.next();
    await resolve(ep, first, second);
    expect(await told.next()).toEqual({ configIssue: [], configStatus: 'green' });
  });

  it('does not follow the machine through its file', async () => {
    const { ep, second, updates } = await twins();
    await using _ = ep;
    await updates[Symbol.asyncDispose]();
    await ep.call(second, 'UnregisterVM');
    const again = await ep.run(await ep.at('DC0/vm'), 'RegisterVM_Task', {
      path: '[LocalDS_0] DC0_H0_VM1/DC0_H0_VM1.vmx',
      asTemplate: false,
      pool: await ep.at('DC0/host/DC0_H0/Resources'),
    });
    const issues: Answer[] = await ep.read(again, 'configIssue');
    expect(issues.map((issue) => issue.vm.vm)).toEqual(issues.map(() => again));
  });
});
