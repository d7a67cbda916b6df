/** Resizing: another flavor, with the way back open until it is confirmed. */
import { describe, expect, it } from 'vitest';
import { FLAVOR, Stand } from './stand.ts';

const LARGER = { vcpus: 2, memoryMb: 128, rootGb: 2 };

async function shape({ driver }: Stand): Promise<object> {
  const { vcpus, memoryMb, powerState, disks } = await driver.getDiagnostics('web');
  return { vcpus, memoryMb, powerState, sizes: disks.map(({ capacityBytes }) => capacityBytes / 2 ** 30) };
}

describe('a resize', () => {
  it('grows the root disk as a copy, and confirming it lets the original go', async () => {
    await using stand = await Stand.open();
    const { driver, sim } = stand;
    const web = await stand.spawn('web');
    await sim.disks.write({ vm: 'web' }, 4096, Buffer.from('kept'));
    const steps: string[] = [];
    await driver.resize('web', LARGER, { onProgress: ({ step }) => steps.push(step) });
    expect(await shape(stand)).toEqual({ vcpus: 2, memoryMb: 128, powerState: 'poweredOn', sizes: [2] });
    expect(String(await sim.disks.read({ vm: 'web' }, 4096, 4))).toBe('kept');
    expect(new Set(steps)).toEqual(new Set(['power off', 'copy disk', 'extend disk', 'reconfigure', 'power on']));
    await driver.resize('web', LARGER);
    await expect(driver.resize('web', { ...LARGER, vcpus: 4 })).rejects.toMatchObject({ code: 'ERR_USAGE' });
    const folder = `[LocalDS_0] ${web.uuid}/${web.uuid}`;
    expect(await stand.files()).toEqual(expect.arrayContaining([`${folder}.vmdk`, `${folder}-2g.vmdk`]));
    await driver.confirmResize('web');
    await driver.confirmResize('web');
    await driver.revertResize('web');
    expect(await stand.files()).not.toContain(`${folder}.vmdk`);
    expect(await stand.files()).not.toContain(`${folder}-flat.vmdk`);
    expect(await shape(stand)).toMatchObject({ vcpus: 2, sizes: [2] });
    await driver.resize('web', { ...LARGER, rootGb: 3 });
    expect(await stand.files()).toContain(`${folder}-3g.vmdk`);
  });

  it('that is reverted is as if it had not been', async () => {
    await using stand = await Stand.open();
    const { driver } = stand;
    await stand.spawn('web');
    const [files, before] = [await stand.files(), await shape(stand)];
    await driver.resize('web', LARGER);
    await driver.revertResize('web');
    await driver.revertResize('web');
    expect(await shape(stand)).toEqual(before);
    expect(await stand.files()).toEqual(files);
  });

  it('brings the limits and shares of the flavor, and takes them back when it is reverted', async () => {
    await using stand = await Stand.open();
    const { driver } = stand;
    const web = await stand.spawn('web');
    const before = stand.read(web, 'config.cpuAllocation');
    const extraSpecs = { cpu: { limit: 1500, shares: 'high' } } as const;
    await driver.resize('web', { ...LARGER, extraSpecs });
    expect(stand.read(web, 'config.cpuAllocation')).toMatchObject({ limit: 1500, shares: { level: 'high' } });
    await driver.revertResize('web');
    expect(stand.read(web, 'config.cpuAllocation')).toEqual(before);
  });

  it('of an instance that is off leaves it off', async () => {
    await using stand = await Stand.open();
    const { driver } = stand;
    await stand.spawn('web', false);
    await driver.resize('web', { ...FLAVOR, vcpus: 2 });
    expect(await shape(stand)).toMatchObject({ vcpus: 2, powerState: 'poweredOff', sizes: [1] });
  });

  it('shrinks no disk, and says so before it touches anything', async () => {
    await using stand = await Stand.open();
    await stand.spawn('web');
    await stand.driver.resize('web', LARGER);
    await stand.driver.confirmResize('web');
    await expect(stand.driver.resize('web', FLAVOR)).rejects.toMatchObject({ code: 'ERR_USAGE' });
    expect(await shape(stand)).toMatchObject({ powerState: 'poweredOn', sizes: [2] });
  });

  for (const method of ['CopyVirtualDisk_Task', 'ExtendVirtualDisk_Task', 'PowerOnVM_Task']) {
    it(`that fails at ${method} leaves everything as it was`, async () => {
      await using stand = await Stand.open();
      const { driver, sim } = stand;
      await stand.spawn('web');
      const [files, before] = [await stand.files(), await shape(stand)];
      const fault = { fault: 'NoDiskSpace', properties: { file: '[LocalDS_0] x', datastore: 'LocalDS_0' } } as const;
      sim.faults.add({ match: { method }, when: { nth: 1 }, effect: { task: { fail: fault } } });
      await expect(driver.resize('web', LARGER)).rejects.toMatchObject({ faultType: 'NoDiskSpace' });
      expect(await shape(stand)).toEqual(before);
      expect(await stand.files()).toEqual(files);
    });
  }

  it('that is ended takes back what it did', async () => {
    await using stand = await Stand.open();
    const { driver } = stand;
    await stand.spawn('web');
    const [files, before] = [await stand.files(), await shape(stand)];
    const ending = new AbortController();
    const onProgress = ({ step }: { step: string }) => {
      if (step === 'extend disk') ending.abort(new Error('enough'));
    };
    await expect(driver.resize('web', LARGER, { signal: ending.signal, onProgress })).rejects.toThrow('enough');
    expect(await shape(stand)).toEqual(before);
    expect(await stand.files()).toEqual(files);
  });
});
