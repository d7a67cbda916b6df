/** A driver on a cluster of a simulator of its own, and what a test sees of the datastore. */
import { expect } from 'vitest';
import { createDriver, type Driver, type DriverOptions } from '../../src/driver/index.ts';
import { type Simulator, type SimulatorOptions, startSimulator } from '../../src/index.ts';

export const FLAVOR = { vcpus: 1, memoryMb: 64, rootGb: 1 } as const;

export interface Scene extends AsyncDisposable {
  readonly sim: Simulator;
  readonly driver: Driver;
  readonly options: DriverOptions;
  /** Another driver on the same cluster. */
  another(options?: Partial<DriverOptions>): Promise<Driver>;
  /** Paths of all files and folders of the datastore below a folder, such as `_base/img/img.vmdk`, in order. */
  files(folder?: string): Promise<string[]>;
}

export async function openScene(
  more: Partial<DriverOptions> = {},
  simulator: Partial<SimulatorOptions> = {},
): Promise<Scene> {
  const sim = await startSimulator({ port: 0, inventory: { vm: 0 }, ...simulator });
  const { user: username, password } = sim.credentials;
  const options = { url: sim.url, ca: sim.ca, username, password, cluster: 'DC0_C0', ...more };
  const drivers = [await createDriver(options)];
  const [driver] = drivers as [Driver];
  return {
    sim,
    driver,
    options,
    async another(others = {}) {
      const made = await createDriver({ ...options, ...others });
      drivers.push(made);
      return made;
    },
    files: (folder = '') => filesBelow(driver, folder),
    async [Symbol.asyncDispose]() {
      for (const one of drivers) await one.close();
      await sim.close();
      expect(sim.unforeseen).toEqual([]);
    },
  };
}

export function uuid(n: number): string {
  return `60000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
}

async function filesBelow({ client, surroundings }: Driver, folder: string): Promise<string[]> {
  const [store] = (await client.get(surroundings.cluster, 'datastore'))!;
  const browser = await client.get(store!, 'browser');
  const top = `[${await client.get(store!, 'name')}]`;
  const found = await client.run(browser, 'SearchDatastoreSubFolders_Task', {
    datastorePath: folder === '' ? top : `${top} ${folder}`,
    searchSpec: {},
  });
  const paths = found.flatMap(({ folderPath = '', file = [] }) => {
    const at = folderPath.slice(top.length).trim().replace(/\/?$/, '/');
    return file.map(({ path }) => (at + path).replace(/^\//, ''));
  });
  return paths.sort();
}
