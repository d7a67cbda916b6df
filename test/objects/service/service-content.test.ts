import { describe, expect, it } from 'vitest';
import { Ids } from '../../../src/kernel/ids.ts';
import { aboutFor, presentableVersions } from '../../../src/objects/service/about.ts';
import { isRef } from '../../../src/vim25/value.ts';
import { vim25 } from '../../../src/vim25/vim25.ts';
import { SmallSite } from '../access/small-site.ts';

describe('the service content', () => {
  it.each(['vcenter', 'esx'] as const)('of %s names only objects that are there, of the type it says', (flavour) => {
    const site = new SmallSite({ flavour });
    const content = site.call('ServiceInstance', 'RetrieveServiceContent');
    for (const [property, value] of Object.entries(content).filter(([, v]) => isRef(v))) {
      const { type, value: id } = value as { type: string; value: string };
      expect([property, site.site.world.find(id)?.type]).toEqual([property, type]);
      const row = vim25.data('ServiceContent')!.byName.get(property)!;
      expect([property, vim25.isManaged(type, row.type)]).toEqual([property, true]);
    }
  });

  it('has the ids of a genuine vCenter, and of a genuine ESXi host', () => {
    const id = (flavour: 'vcenter' | 'esx', property: string) =>
      new SmallSite({ flavour }).call('ServiceInstance', 'RetrieveServiceContent')[property].value;
    expect(id('vcenter', 'rootFolder')).toBe('group-d1');
    expect(id('vcenter', 'setting')).toBe('VpxSettings');
    expect(id('vcenter', 'virtualDiskManager')).toBe('virtualDiskManager');
    expect(id('esx', 'sessionManager')).toBe('ha-sessionmgr');
    expect(id('esx', 'propertyCollector')).toBe('ha-property-collector');
  });

  it('reads every required property of every manager', () => {
    const site = new SmallSite();
    const session = site.login();
    const unset = [...site.site.world.every({ type: 'ManagedObject' } as never)].flatMap((cell) => {
      const rows = [...vim25.managed(cell.type)!.properties.values()];
      const required = rows.filter((p) => !p.optional && p.version <= site.site.version);
      return required
        .filter(
          (p) => cell.kind.properties.get(p.name) === undefined || site.read(cell.id, p.name, session) === undefined,
        )
        .map((p) => `${cell.type}.${p.name}`);
    });
    // Entities here are a test's own and have little to tell.
    const entities = /^(Folder|Datacenter|ClusterComputeResource|HostSystem|ResourcePool|VirtualMachine)\./;
    expect(unset.filter((name) => !entities.test(name))).toEqual([]);
  });

  it('tells the time of the clock', async () => {
    const site = new SmallSite();
    const session = site.login();
    await site.clock.advance(1_500);
    expect(site.call('ServiceInstance', 'CurrentTime', {}, session)).toBe('2026-01-01T00:00:01.5Z');
    expect(site.read('ServiceInstance', 'serverClock')).toBe('2026-01-01T00:00:01.5Z');
  });
});

describe('the about block', () => {
  const ids = new Ids('x');

  it('is a recorded vCenter’s unless another is asked for', () => {
    const { about, version } = aboutFor('vcenter', undefined, ids);
    expect(about).toMatchObject({ version: '8.0.3', apiVersion: '8.0.2.0', productLineId: 'vpx', osType: 'linux-x64' });
    expect(about.fullName).toBe(`VMware vCenter Server 8.0.3 build-${about.build}`);
    expect(version).toBe('8.0.2.0');
  });

  it('of a host is HostAgent’s', () => {
    const { about } = aboutFor('esx', '7.0.3', ids);
    expect(about).toMatchObject({
      apiType: 'HostAgent',
      productLineId: 'embeddedEsx',
      osType: 'vmnix-x86',
      version: '7.0.3',
    });
  });

  it('can be had for each version, all of which the table knows', () => {
    for (const version of presentableVersions()) {
      expect(vim25.versionIndex(aboutFor('vcenter', version, ids).version)).toBeGreaterThan(0);
    }
  });

  it('of a version nobody knows is an error that says which there are', () => {
    expect(() => aboutFor('vcenter', '8.0.33', ids)).toThrow(
      expect.objectContaining({ code: 'ERR_USAGE', hint: expect.stringContaining('8.0.3') }),
    );
  });
});
