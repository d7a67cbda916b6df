/** What an instance does besides being spawned and destroyed. */
import { describe, expect, it } from 'vitest';
import { RAW, testImage } from './images.ts';
import { Stand } from './stand.ts';

describe('an instance', () => {
  it('sleeps and wakes, however often it is told so', async () => {
    await using stand = await Stand.open();
    const { driver } = stand;
    await stand.spawn('web');
    await driver.suspend('web');
    await driver.suspend('web');
    expect((await driver.getInfo('web')).powerState).toBe('suspended');
    await driver.resume('web');
    await driver.resume('web');
    expect((await driver.getInfo('web')).powerState).toBe('poweredOn');
    await driver.powerOff('web');
    await expect(driver.suspend('web')).rejects.toMatchObject({ code: 'ERR_CLIENT' });
    await expect(driver.resume('web')).rejects.toMatchObject({ code: 'ERR_CLIENT' });
  });

  it('tells of itself: its disks, its NICs, its host', async () => {
    await using stand = await Stand.open();
    const { driver } = stand;
    await stand.spawn('web');
    await driver.attachInterface('web', { network: 'VM Network', macAddress: '00:50:56:aa:00:01' });
    expect(await driver.getDiagnostics('web')).toMatchObject({
      powerState: 'poweredOn',
      host: expect.stringMatching(/^DC0_C0_H/),
      vcpus: 1,
      memoryMb: 64,
      disks: [{ capacityBytes: 2 ** 30, file: expect.stringMatching(/\.vmdk$/) }],
      nics: [{ macAddress: '00:50:56:aa:00:01' }],
    });
  });

  it('shows its screen by tickets while it runs, and by VNC where its settings say so', async () => {
    await using stand = await Stand.open();
    const { driver } = stand;
    const web = await stand.spawn('web');
    const mks = await driver.getConsole('web', 'mks');
    expect(mks).toMatchObject({ kind: 'mks', host: expect.any(String), ticket: expect.any(String) });
    const webmks = await driver.getConsole('web', 'webmks');
    expect(webmks.ticket).not.toBe(mks.ticket);
    expect(webmks.url).toContain(webmks.ticket);
    const settings = { enabled: 'true', port: '5907', password: 'sesame' };
    const extraConfig = Object.entries(settings).map(([key, value]) => ({
      _typeName: 'OptionValue',
      key: `RemoteDisplay.vnc.${key}`,
      value,
    }));
    await stand.sim.world.at(web.ref).run('ReconfigVM_Task', { spec: { extraConfig } });
    const { host } = await driver.getInfo('web');
    expect(await driver.getConsole('web', 'vnc')).toEqual({ kind: 'vnc', host, port: 5907, password: 'sesame' });
    await driver.powerOff('web');
    await expect(driver.getConsole('web', 'mks')).rejects.toMatchObject({ code: 'ERR_CLIENT' });
  });
});

describe('a rescue', () => {
  it('starts from the image with the own disk behind it, and unrescue returns to the own disk', async () => {
    await using stand = await Stand.open();
    const { driver, sim } = stand;
    const web = await stand.spawn('web');
    const before = await stand.files('LocalDS_0', `[LocalDS_0] ${web.uuid}`);
    const image = await testImage('tools', 'sparse');
    await driver.rescue('web', image);
    await driver.rescue('web', image);
    const order = stand.read(web, 'config.bootOptions.bootOrder') as { deviceKey: number }[];
    expect(await sim.disks.read({ vm: web.ref.value, key: order[0]!.deviceKey }, 0, 4096)).toEqual(
      RAW.subarray(0, 4096),
    );
    expect((await driver.getDiagnostics('web')).disks).toHaveLength(2);
    expect((await driver.getInfo('web')).powerState).toBe('poweredOn');
    await driver.unrescue('web');
    await driver.unrescue('web');
    expect((await driver.getDiagnostics('web')).disks).toHaveLength(1);
    expect(await stand.files('LocalDS_0', `[LocalDS_0] ${web.uuid}`)).toEqual(before);
    expect((await driver.getInfo('web')).powerState).toBe('poweredOn');
  });

  it('that fails leaves the instance running from its own disk', async () => {
    await using stand = await Stand.open();
    const { driver, sim } = stand;
    const web = await stand.spawn('web');
    const before = await stand.files('LocalDS_0', `[LocalDS_0] ${web.uuid}`);
    sim.faults.add({
      match: { method: 'PowerOnVM_Task' },
      when: { nth: 1 },
      effect: {
        task: { fail: { fault: 'InsufficientMemoryResourcesFault', properties: { unreserved: 1, requested: 2 } } },
      },
    });
    await expect(driver.rescue('web', await testImage('tools', 'sparse'))).rejects.toMatchObject({
      faultType: 'InsufficientMemoryResourcesFault',
    });
    expect((await driver.getInfo('web')).powerState).toBe('poweredOn');
    expect((await driver.getDiagnostics('web')).disks).toHaveLength(1);
    expect(await stand.files('LocalDS_0', `[LocalDS_0] ${web.uuid}`)).toEqual(before);
  });
});
