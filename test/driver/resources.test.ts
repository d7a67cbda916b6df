/** The cluster as one hypervisor. */
import { describe, expect, it } from 'vitest';
import type { Ref } from '../../src/client/index.ts';
import { openScene, type Scene } from './scene.ts';

async function hosts({ driver: { client, surroundings } }: Scene): Promise<readonly Ref<'HostSystem'>[]> {
  return (await client.get(surroundings.cluster, 'host')) ?? [];
}

describe('what a cluster can take', () => {
  it('is what its hosts have less what is held back on each, and at most one host for one instance', async () => {
    await using scene = await openScene({ reservedHostMemoryMb: 1000, reservedHostCpus: 1, reservedHostDiskMb: 1500 });
    const { client } = scene.driver;
    const { hardware } = await client.get((await hosts(scene))[0]!, 'summary');
    const [threads, memoryMb] = [hardware!.numCpuThreads, Math.floor(hardware!.memorySize / 2 ** 20)];
    const room = await scene.driver.getAvailableResource();
    const { VCPU, MEMORY_MB, DISK_GB } = room.inventory;
    expect(VCPU).toMatchObject({ total: 3 * threads, reserved: 3, minUnit: 1, maxUnit: threads - 1, stepSize: 1 });
    expect(MEMORY_MB).toMatchObject({ total: 3 * memoryMb, reserved: 3000, maxUnit: memoryMb - 1000 });
    expect(room).toMatchObject({ vcpus: 3 * (threads - 1), memoryMb: 3 * (memoryMb - 1000), maxVcpus: threads - 1 });
    expect(DISK_GB.reserved).toBe(2);
    expect(room.hypervisorType).toBe(client.about.name);
  });

  it('counts no host that is in maintenance or disconnected', async () => {
    await using scene = await openScene();
    const { client } = scene.driver;
    const before = await scene.driver.getAvailableResource();
    const [first, second, third] = await hosts(scene);
    await client.run(first!, 'EnterMaintenanceMode_Task', { timeout: 0 });
    await client.run(second!, 'DisconnectHost_Task');
    const after = await scene.driver.getAvailableResource();
    expect(after).toMatchObject({ hosts: 1, vcpus: before.maxVcpus, maxVcpus: before.maxVcpus });
    await client.run(third!, 'EnterMaintenanceMode_Task', { timeout: 0 });
    expect(await scene.driver.getAvailableResource()).toMatchObject({ hosts: 0, vcpus: 0, maxMemoryMb: 0 });
  });

  it('is the room of all datastores, and at most the freest one for one instance', async () => {
    await using scene = await openScene({}, { inventory: { vm: 0, ds: 2 } });
    const { client, surroundings } = scene.driver;
    const stores = (await client.get(surroundings.cluster, 'datastore'))!;
    const summaries = await Promise.all(stores.map((store) => client.get(store, 'summary')));
    const { DISK_GB } = (await scene.driver.getAvailableResource()).inventory;
    expect(summaries).toHaveLength(2);
    expect(DISK_GB.total).toBe(Math.floor(summaries.reduce((all, { capacity }) => all + capacity, 0) / 2 ** 30));
    expect(DISK_GB.maxUnit).toBe(Math.floor(Math.max(...summaries.map(({ freeSpace }) => freeSpace)) / 2 ** 30));
    const one = await scene.another({ datastoreRegex: '_1$' });
    expect((await one.getAvailableResource()).inventory.DISK_GB.total).toBe(
      Math.floor(summaries.find(({ name }) => name.endsWith('_1'))!.capacity / 2 ** 30),
    );
  });
});
