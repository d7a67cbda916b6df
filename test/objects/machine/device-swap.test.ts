import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import { type Answer, Endpoint } from '../endpoint.ts';
import { Updates } from './updates.ts';

const SAS = { _typeName: 'VirtualLsiLogicSASController', key: -1, busNumber: 1, sharedBus: 'noSharing' };

/** A machine that is off, of Windows and with a controller of LSI Logic unless said. */
async function idle(spec: Answer = {}): Promise<{ ep: Endpoint; vm: Ref }> {
  const ep = await Endpoint.open({ inventory: { host: 1, standaloneHost: 0, vm: 1 } });
  const vm = await ep.at('DC0/vm/DC0_C0_RP0_VM0');
  await ep.run(vm, 'PowerOffVM_Task');
  const deviceChange = [{ operation: 'add', device: SAS }];
  await ep.run(vm, 'ReconfigVM_Task', { spec: { guestId: 'windows2019srv_64Guest', deviceChange, ...spec } });
  return { ep, vm };
}

const swap = async (ep: Endpoint, vm: Ref) => {
  const { enabled, applicable, status } = (await ep.read(vm, 'config.deviceSwap')).lsiToPvscsi;
  return { enabled, applicable, status };
};
const wanted = (enabled: boolean) => ({ spec: { deviceSwap: { lsiToPvscsi: { enabled } } } });
const controllers = async (ep: Endpoint, vm: Ref) =>
  (await ep.read(vm, 'config.hardware.device'))
    .filter((d: Answer) => d.sharedBus !== undefined)
    .map((d: Answer) => `${d._typeName} ${d.key} ${d.busNumber}`);

describe('controllers that a guest has better ones for', () => {
  it('are swapped at the next power-on of a machine that was to have them swapped', async () => {
    const { ep, vm } = await idle();
    await using _ = ep;
    const before = await controllers(ep, vm);
    expect(before).toContain('VirtualLsiLogicSASController 1001 1');
    expect(await swap(ep, vm)).toEqual({ enabled: true, applicable: true, status: 'none' });
    await using updates = await Updates.of(ep, vm, ['config.deviceSwap']);
    await ep.run(vm, 'ReconfigVM_Task', wanted(true));
    expect((await updates.next())['config.deviceSwap'].lsiToPvscsi).toMatchObject({ status: 'scheduled' });
    await ep.run(vm, 'PowerOnVM_Task');
    expect(await swap(ep, vm)).toEqual({ enabled: true, applicable: false, status: 'completed' });
    expect(await controllers(ep, vm)).toEqual(
      before.map((c: string) => c.replace(/^\w+/, 'ParaVirtualSCSIController')),
    );
  });

  it('stay where nobody asked, and where it was switched off', async () => {
    const { ep, vm } = await idle();
    await using _ = ep;
    const before = await controllers(ep, vm);
    await ep.run(vm, 'PowerOnVM_Task');
    await ep.run(vm, 'PowerOffVM_Task');
    await ep.run(vm, 'ReconfigVM_Task', wanted(false));
    expect(await swap(ep, vm)).toEqual({ enabled: false, applicable: false, status: 'none' });
    await ep.run(vm, 'PowerOnVM_Task');
    expect(await controllers(ep, vm)).toEqual(before);
  });

  it.each([
    ['a guest that is no Windows', { guestId: 'debian11_64Guest' }],
    ['a machine without such controllers', { deviceChange: [] }],
  ])('are not those of %s', async (_, spec) => {
    const { ep, vm } = await idle(spec);
    await using _ep = ep;
    await ep.run(vm, 'ReconfigVM_Task', wanted(true));
    expect(await swap(ep, vm)).toEqual({ enabled: true, applicable: false, status: 'none' });
  });

  it('are told of by the server alone: what a client says of the status means nothing', async () => {
    const { ep, vm } = await idle();
    await using _ = ep;
    const lsiToPvscsi = { enabled: false, applicable: true, status: 'completed' };
    await ep.run(vm, 'ReconfigVM_Task', { spec: { deviceSwap: { lsiToPvscsi } } });
    expect(await swap(ep, vm)).toEqual({ enabled: false, applicable: false, status: 'none' });
  });
});
