import { describe, expect, it } from 'vitest';
import type { Answer } from '../endpoint.ts';
import { withTools } from '../guest.ts';
import { Updates } from '../machine/updates.ts';
import { befall, CLUSTER, cluster, events, machines, named, pass } from './failure.ts';

const WATCHED = {
  vmMonitoring: 'vmMonitoringOnly',
  defaultVmSettings: {
    vmToolsMonitoringSettings: { failureInterval: 30, minUpTime: 60, maxFailures: 2, maxFailureWindow: 3_600 },
  },
};

describe('a guest that hangs', () => {
  it('is seen by its heartbeat, and reset by HA', async () => {
    await using ep = await cluster({}, WATCHED, withTools);
    const [vm] = await machines(ep);
    await pass(ep, 120);
    await using updates = await Updates.of(ep, vm!.ref, [
      'guestHeartbeatStatus',
      'runtime.bootTime',
      'runtime.powerState',
    ]);
    await befall(ep, 'vm.hang', vm!.name);
    expect(await updates.next()).toMatchObject({ guestHeartbeatStatus: 'red' });
    await pass(ep, 31);
    expect(await ep.read(vm!.ref, 'guestHeartbeatStatus')).toBe('green');
    expect(await ep.read(vm!.ref, 'runtime.powerState')).toBe('poweredOn');
    const told = (await events(ep)).filter((e) => named(e).startsWith('VmDas'));
    expect(told).toEqual([
      expect.objectContaining({
        _typeName: 'VmDasBeingResetWithScreenshotEvent',
        reason: 'vmtoolsHeartbeatFailure',
        screenshotFilePath: `[LocalDS_0] ${vm!.name}/${vm!.name}-1.png`,
      }),
    ]);
    const [, path] = told[0].screenshotFilePath.split('] ');
    const found: Answer = await ep.run(
      await ep.read(await ep.at('DC0/datastore/LocalDS_0'), 'browser'),
      'SearchDatastore_Task',
      {
        datastorePath: `[LocalDS_0] ${vm!.name}`,
        searchSpec: { matchPattern: ['*.png'] },
      },
    );
    expect(found.file.map((file: Answer) => file.path)).toEqual([path.split('/').at(-1)]);
  });

  it('is reset only so often', async () => {
    await using ep = await cluster({}, WATCHED, withTools);
    const [vm] = await machines(ep);
    for (let i = 0; i < 3; i++) {
      await pass(ep, 120);
      await befall(ep, 'vm.hang', vm!.name);
      await pass(ep, 120);
    }
    const types = (await events(ep)).map(named).filter((type) => type.startsWith('VmDas'));
    expect(types).toEqual([...Array(2).fill('VmDasBeingResetWithScreenshotEvent'), 'VmDasResetFailedEvent']);
    expect(await ep.read(vm!.ref, 'guestHeartbeatStatus')).toBe('red');
    await ep.run(vm!.ref, 'ResetVM_Task');
    expect(await ep.read(vm!.ref, 'guestHeartbeatStatus')).toBe('green');
  });

  it('is left alone where nobody watches it', async () => {
    await using ep = await cluster({}, WATCHED, withTools);
    const [vm] = await machines(ep);
    const dasSettings = { vmToolsMonitoringSettings: { vmMonitoring: 'vmMonitoringDisabled', clusterSettings: false } };
    await ep.run(await ep.at(CLUSTER), 'ReconfigureCluster_Task', {
      spec: { dasVmConfigSpec: [{ operation: 'add', info: { key: vm!.ref, dasSettings } }] },
      modify: true,
    });
    await befall(ep, 'vm.hang', vm!.name);
    await pass(ep, 600);
    expect(await ep.read(vm!.ref, 'guestHeartbeatStatus')).toBe('red');
  });
});
