import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import { Endpoint } from '../endpoint.ts';
import { befall } from './failure.ts';

const HOST = 'DC0/host/DC0_H0/DC0_H0';

describe('a standalone host that boots', () => {
  it('starts the machines it is set to start, and no others', async () => {
    await using ep = await Endpoint.open({ clock: { kind: 'manual' } });
    const host = await ep.at(HOST);
    const [first, second]: Ref[] = await ep.read(host, 'vm');
    const manager = await ep.read(host, 'configManager.autoStartManager');
    const powerInfo = [
      {
        key: first,
        startOrder: 1,
        startDelay: -1,
        waitForHeartbeat: 'systemDefault',
        startAction: 'powerOn',
        stopDelay: -1,
        stopAction: 'systemDefault',
      },
    ];
    await ep.call(manager, 'ReconfigureAutostart', { spec: { defaults: { enabled: true }, powerInfo } });
    await befall(ep, 'host.crash', 'DC0_H0');
    expect(await ep.read(first!, 'runtime.connectionState')).toBe('disconnected');
    await befall(ep, 'host.recover', 'DC0_H0');
    expect(await ep.read(first!, 'runtime.powerState')).toBe('poweredOn');
    expect(await ep.read(second!, 'runtime.powerState')).toBe('poweredOff');
    expect(await ep.events()).toEqual(
      expect.arrayContaining([
        'HostConnectionLostEvent',
        'HostConnectedEvent',
        'VmPoweredOffEvent',
        'VmPoweredOnEvent',
      ]),
    );
  });
});
