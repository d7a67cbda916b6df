import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseScenario, scenarioOptions } from '../../src/scenario/scenario.ts';
import { type Answer, Endpoint } from '../objects/endpoint.ts';
import { http, Wire } from '../server/wire.ts';

async function open(text: string, file = 's.yaml'): Promise<Endpoint> {
  return Endpoint.open(scenarioOptions(await parseScenario(file, text), {}));
}

/** Why a scenario is refused, when it is read or when its world is made. */
async function refusal(text: string): Promise<string> {
  return open(text).then(
    async (ep) => {
      await ep[Symbol.asyncDispose]();
      return 'none';
    },
    (error: Error) => error.message,
  );
}

describe('the files of a scenario', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'simsphere-files-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const DESCRIPTOR = `# Disk DescriptorFile
version=1
CID=fffffffe
parentCID=ffffffff
createType="vmfs"
RW 2048 VMFS "seed-flat.vmdk"
ddb.adapterType = "lsilogic"
`;

  const text = (lines: string) => `
world:
  counts: { vm: 0 }
  datastores:
    - name: LocalDS_0
      files:
${lines}
`;

  it('lie on its datastores, bytes and all, and are there again after a reset', async () => {
    const bytes = Buffer.alloc(2_048 * 512, 'disk of the scenario');
    writeFileSync(join(folder, 'flat.bin'), bytes);
    writeFileSync(join(folder, 'seed.vmdk'), DESCRIPTOR);
    const scenario = text(`
        - { path: images/seed.vmdk, from: seed.vmdk }
        - { path: images/seed-flat.vmdk, from: ./flat.bin }
        - { path: notes.txt, text: hello }`);
    await using ep = await open(scenario, join(folder, 's.yaml'));
    const read = async (path: string) => {
      const wire = await new Wire(ep.sim).login();
      return (await wire.file('GET', path)).body;
    };
    expect((await read('images/seed-flat.vmdk')).equals(bytes)).toBe(true);
    expect((await read('notes.txt')).toString()).toBe('hello');
    const wire = await new Wire(ep.sim).login();
    expect((await wire.file('DELETE', 'images/seed-flat.vmdk')).status).toBe(200);
    ep.sim.reset();
    expect((await read('images/seed-flat.vmdk')).equals(bytes)).toBe(true);
  });

  it('that are disks can be given to VMs of the scenario and of clients', async () => {
    writeFileSync(join(folder, 'flat.bin'), Buffer.alloc(2_048 * 512, 'x'));
    writeFileSync(join(folder, 'seed.vmdk'), DESCRIPTOR);
    const scenario = text(`
        - { path: images/seed.vmdk, from: seed.vmdk }
        - { path: images/seed-flat.vmdk, from: ./flat.bin }`);
    await using ep = await open(scenario, join(folder, 's.yaml'));
    const manager = ep.manager('virtualDiskManager');
    const datacenter = await ep.at('/DC0');
    const name = '[LocalDS_0] images/seed.vmdk';
    expect(await ep.call(manager, 'QueryVirtualDiskUuid', { name, datacenter })).toMatch(/^60 00 C2 9/i);
    await ep.run(manager, 'CopyVirtualDisk_Task', {
      sourceName: name,
      sourceDatacenter: datacenter,
      destName: '[LocalDS_0] images/copy.vmdk',
      destDatacenter: datacenter,
    });
    const origin = new URL(ep.sim.url).origin;
    const wire = await new Wire(ep.sim).login();
    const copied = await http(`${origin}/folder/images/copy-flat.vmdk?dcPath=DC0&dsName=LocalDS_0`, {
      headers: { cookie: wire.cookie },
    });
    expect(copied.body.length).toBe(2_048 * 512);
    ep.sim.reset();
    const again = new Endpoint(ep.sim, await Endpoint.login(ep.sim));
    expect(await again.call(manager, 'QueryVirtualDiskUuid', { name, datacenter })).toMatch(/^60 00 C2 9/i);
    await again.client.close();
  });

  it('that are disks can be given to VMs of the scenario itself', async () => {
    const bytes = Buffer.alloc(2_048 * 512, 'boots');
    writeFileSync(join(folder, 'flat.bin'), bytes);
    writeFileSync(join(folder, 'seed.vmdk'), DESCRIPTOR);
    const scenario = `
world:
  datacenters:
    - name: D
      clusters: [{ name: C, hosts: [h] }]
      datastores:
        - name: d
          files:
            - { path: images/seed.vmdk, from: seed.vmdk }
            - { path: images/seed-flat.vmdk, from: flat.bin }
      vms: [{ name: booted, disks: [{ file: '[d] images/seed.vmdk' }] }]`;
    await using ep = await open(scenario, join(folder, 's.yaml'));
    const vm = await ep.at('/D/vm/booted');
    const devices: Answer[] = await ep.read(vm, 'config.hardware.device');
    const disk = devices.find((device) => device._typeName === 'VirtualDisk');
    expect(disk).toMatchObject({ capacityInBytes: bytes.length, backing: { fileName: '[d] images/seed.vmdk' } });
    expect((await ep.sim.disks.read({ vm: 'booted' }, 0, 5)).toString()).toBe('boots');
  });

  it.each([
    ['        - { path: a, from: ./none.iso }', /files\[0\]\.from: cannot read .*none\.iso/],
    ['        - { path: ../a, text: x }', /files\[0\]\.path: expected a path on the datastore/],
    ['        - { path: a, text: x, from: y }', /files\[0\]: needs either from or text/],
    [
      '        - { path: a, text: x }\n        - { path: a/b, text: x }',
      /files\[1\]\.path: a directory stands there, or/,
    ],
  ])('cannot be %s', async (lines, why) => {
    expect(await refusal(text(lines))).toMatch(why);
  });
});
