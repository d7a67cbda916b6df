import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import type { Host } from '../../../src/objects/compute/host/host.ts';
import { hostKind } from '../../../src/objects/compute/host/host.ts';
import type { Site } from '../../../src/objects/site.ts';
import type { Cell } from '../../../src/world/cell.ts';
import { type Answer, Endpoint } from '../endpoint.ts';
import { descriptor } from '../ovf/descriptor.ts';
import { folderOf } from './folder.ts';
import { OPENSTACK_GUESTS } from './openstack-guests.ts';

/** Hosts of an older release than the server's. */
function hostsOf(apiVersion: string) {
  return ({ world }: Site) =>
    world.turn(() => {
      for (const host of world.every(hostKind) as Iterable<Cell<Host>>)
        world.update(host, { product: Object.freeze({ ...host.state.product, apiVersion }) });
    });
}

class Bench {
  readonly ep: Endpoint;
  readonly folder: Ref;
  readonly pool: Ref;
  readonly vm: Ref;

  constructor(ep: Endpoint, folder: Ref, pool: Ref, vm: Ref) {
    this.ep = ep;
    this.folder = folder;
    this.pool = pool;
    this.vm = vm;
  }

  static async open(options: object = {}): Promise<Bench> {
    const ep = await Endpoint.open({ inventory: { autostart: false }, ...options });
    const pool = await ep.at('DC0/host/DC0_C0/Resources');
    return new Bench(ep, await ep.at('DC0/vm'), pool, await ep.at('DC0/vm/DC0_C0_RP0_VM0'));
  }

  creation(spec: object): [self: Ref, method: string, args: object] {
    const config = { name: 'made', files: { vmPathName: '[LocalDS_0]' }, ...spec };
    return [this.folder, 'CreateVM_Task', { config, pool: this.pool }];
  }

  change(spec: object): [self: Ref, method: string, args: object] {
    return [this.vm, 'ReconfigVM_Task', { spec }];
  }

  copy(config: object, name = 'copy'): [self: Ref, method: string, args: object] {
    const spec = { location: {}, powerOn: false, template: false, config };
    return [this.vm, 'CloneVM_Task', { folder: this.folder, name, spec }];
  }

  async registration(lines: readonly string[]): Promise<[self: Ref, method: string, args: object]> {
    const text = ['config.version = "8"', 'displayName = "written"', ...lines].join('\n');
    await folderOf(this.ep).put('written/written.vmx', text);
    const path = '[LocalDS_0] written/written.vmx';
    return [this.folder, 'RegisterVM_Task', { path, asTemplate: false, pool: this.pool }];
  }

  async imported(guestId: string, hardware: string): Promise<Answer> {
    const text = descriptor().replace('debian10_64Guest', guestId).replace('vmx-11 vmx-13', hardware);
    const datastore = await this.ep.at('DC0/datastore/LocalDS_0');
    const cisp = { locale: 'US', deploymentOption: '', entityName: 'imported' };
    const args = { ovfDescriptor: text, resourcePool: this.pool, datastore, cisp };
    return this.ep.call(this.ep.manager('ovfManager'), 'CreateImportSpec', args);
  }

  guestOf(vm: Ref): Promise<string> {
    return this.ep.read(vm, 'config.guestId');
  }

  browser(): Promise<Ref> {
    return this.ep.at('DC0/host/DC0_C0').then((cluster) => this.ep.read(cluster, 'environmentBrowser'));
  }
}

const NETWORK = { _typeName: 'VirtualEthernetCardNetworkBackingInfo', deviceName: 'VM Network' };
const UNNAMED = { _typeName: 'InvalidArgument', invalidProperty: 'configSpec.guestId' };
const unlisted = (unsupportedGuestOS: string) => ({
  _typeName: 'UnsupportedGuest',
  property: 'configSpec.guestId',
  unsupportedGuestOS,
});

describe('the guests that OpenStack documents', () => {
  it('are all there on the default hardware of the default version', async () => {
    const bench = await Bench.open();
    await using ep = bench.ep;
    expect(OPENSTACK_GUESTS).toHaveLength(88);
    const listed: Answer[] = (await ep.call(await bench.browser(), 'QueryConfigOption')).guestOSDescriptor;
    const ids = listed.map((d) => d.id);
    expect(OPENSTACK_GUESTS.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('can be made, given, copied and brought back under their names', async () => {
    const bench = await Bench.open();
    await using ep = bench.ep;
    for (const guestId of OPENSTACK_GUESTS) {
      const vm = await ep.run(...bench.creation({ guestId, name: `made-${guestId}` }));
      await ep.run(...bench.change({ guestId }));
      const copy = await ep.run(...bench.copy({ guestId }, `copy-${guestId}`));
      const path = (await ep.read(vm, 'config.files')).vmPathName;
      await ep.call(vm, 'UnregisterVM');
      const again = await ep.run(bench.folder, 'RegisterVM_Task', { path, asTemplate: false, pool: bench.pool });
      const guests = await Promise.all([bench.vm, copy, again].map((each) => bench.guestOf(each)));
      expect(guests).toEqual([guestId, guestId, guestId]);
    }
  });

  it('come in with a package', async () => {
    const bench = await Bench.open();
    await using ep = bench.ep;
    for (const guestId of OPENSTACK_GUESTS) {
      const { importSpec, error } = await bench.imported(guestId, 'vmx-13');
      expect([guestId, error]).toEqual([guestId, undefined]);
      const lease = await ep.call(bench.pool, 'ImportVApp', { spec: importSpec, folder: bench.folder });
      expect(await bench.guestOf(await ep.at('DC0/vm/imported'))).toBe(guestId);
      await ep.call(lease, 'HttpNfcLeaseAbort');
    }
  });
});

const LATER = { guestId: 'debian11_64Guest' };

describe('a guest of a later version than the one presented', () => {
  it('is no guest to make, give or copy', async () => {
    const bench = await Bench.open({ apiVersion: '6.7' });
    await using ep = bench.ep;
    for (const request of [bench.creation(LATER), bench.change(LATER), bench.copy(LATER)]) {
      expect(await ep.fault(...request)).toEqual(expect.objectContaining(UNNAMED));
    }
    expect(await ep.exists('DC0/vm/made')).toBe(false);
    expect(await ep.exists('DC0/vm/copy')).toBe(false);
  });

  it('is some other system of its width in a .vmx and in a package', async () => {
    const bench = await Bench.open({ apiVersion: '6.7' });
    await using ep = bench.ep;
    const lines = ['virtualHW.version = "14"', 'guestOS = "debian11-64"', 'memSize = "64"'];
    const vm = await ep.run(...(await bench.registration(lines)));
    expect(await bench.guestOf(vm)).toBe('otherGuest64');
    const { importSpec } = await bench.imported('debian11_64Guest', 'vmx-13');
    expect(importSpec.configSpec.guestId).not.toBe('debian11_64Guest');
  });
});

describe('a guest that a hardware version does not list', () => {
  it('is refused to machines of that hardware, however they come', async () => {
    const bench = await Bench.open();
    await using ep = bench.ep;
    const guestId = 'debian12_64Guest';
    const fault = expect.objectContaining(unlisted(guestId));
    expect(await ep.fault(...bench.creation({ guestId, version: 'vmx-19' }))).toEqual(fault);
    const vm = await ep.run(...bench.creation({ version: 'vmx-19' }));
    expect(await ep.fault(vm, 'ReconfigVM_Task', { spec: { guestId } })).toEqual(fault);
    const spec = { location: {}, powerOn: false, template: false, config: { guestId } };
    expect(await ep.fault(vm, 'CloneVM_Task', { folder: bench.folder, name: 'copy', spec })).toEqual(fault);
    const lines = ['virtualHW.version = "19"', 'guestOS = "debian12-64"', 'memSize = "64"'];
    expect(await ep.fault(...(await bench.registration(lines)))).toEqual(fault);
    const { importSpec } = await bench.imported(guestId, 'vmx-13');
    const args = { spec: importSpec, folder: bench.folder };
    expect(await ep.fault(bench.pool, 'ImportVApp', args)).toEqual(fault);
    expect(await ep.exists('DC0/vm/imported')).toBe(false);
    await ep.run(vm, 'UpgradeVM_Task', { version: 'vmx-20' });
    await ep.run(vm, 'ReconfigVM_Task', { spec: { guestId } });
    expect(await bench.guestOf(vm)).toBe(guestId);
  });

  it('stands in the options of the hardware versions that have it, and of no other', async () => {
    const bench = await Bench.open();
    await using ep = bench.ep;
    const browser = await bench.browser();
    const ids = async (key: string): Promise<string[]> =>
      (await ep.call(browser, 'QueryConfigOption', { key })).guestOSDescriptor.map((d: Answer) => d.id);
    const first = { rhel8_64Guest: 14, rhel9_64Guest: 18, debian11_64Guest: 17, windows11_64Guest: 20 };
    for (const [id, number] of Object.entries({ ...first, windows9_64Guest: 8, ubuntu64Guest: 7 })) {
      expect(await ids(`vmx-${String(number).padStart(2, '0')}`)).toContain(id);
      if (number > 8) expect(await ids(`vmx-${number - 1}`)).not.toContain(id);
    }
  });

  it('may be said again of a machine that has it', async () => {
    const bench = await Bench.open();
    await using ep = bench.ep;
    await ep.run(...bench.change({ guestId: 'debian12_64Guest' }));
    await ep.run(...bench.change({ guestId: 'debian12_64Guest', annotation: 'the same' }));
    expect(await ep.read(bench.vm, 'config.annotation')).toBe('the same');
  });
});

describe('a host of an older release', () => {
  it('takes no machine whose guest it does not know', async () => {
    const bench = await Bench.open({ furnish: hostsOf('7.0.0.0') });
    await using ep = bench.ep;
    const guestId = 'rhel9_64Guest';
    expect(await ep.fault(...bench.change({ guestId }))).toEqual(expect.objectContaining(unlisted(guestId)));
    const [host] = await ep.read(await ep.at('DC0/host/DC0_C0'), 'host');
    const [self, method, args] = bench.creation({ guestId: 'debian11_64Guest', version: 'vmx-17' });
    const vm = await ep.run(self, method, { ...args, host });
    expect(await bench.guestOf(vm)).toBe('debian11_64Guest');
  });

  it('offers the hardware and the guests of its release', async () => {
    const bench = await Bench.open({ furnish: hostsOf('7.0.0.0') });
    await using ep = bench.ep;
    const browser = await bench.browser();
    const [host] = await ep.read(await ep.at('DC0/host/DC0_C0'), 'host');
    const descriptors: Answer[] = await ep.call(browser, 'QueryConfigOptionDescriptor');
    const runs = descriptors.filter((d) => d.runSupported).map((d) => d.key);
    expect([runs.at(-1), descriptors.find((d) => d.key === 'vmx-18')]).toMatchObject([
      'vmx-17',
      { createSupported: false, runSupported: false },
    ]);
    const option = await ep.call(browser, 'QueryConfigOption', { key: 'vmx-17', host });
    const ids = option.guestOSDescriptor.map((d: Answer) => d.id);
    expect(ids).toContain('debian11_64Guest');
    expect(ids).not.toContain('rhel9_64Guest');
    expect(await ep.call(browser, 'QueryConfigOptionEx', { spec: { key: 'vmx-21', host } })).toBeUndefined();
  });
});

describe('what an environment browser says of a guest', () => {
  it('holds together, in every hardware version', async () => {
    const bench = await Bench.open();
    await using ep = bench.ep;
    const browser = await bench.browser();
    for (const { key } of await ep.call(browser, 'QueryConfigOptionDescriptor')) {
      const option = await ep.call(browser, 'QueryConfigOption', { key });
      const { hardwareOptions, guestOSDescriptor } = option;
      const wrong = guestOSDescriptor.flatMap((d: Answer) => {
        const holds = {
          name: d.fullName !== d.id,
          cpus: d.supportedMaxCPUs >= 1 && d.supportedMaxCPUs <= hardwareOptions.numCPU.at(-1),
          cores: d.numSupportedCoresPerSocket <= hardwareOptions.numCoresPerSocket.max,
          memory: d.supportedMinMemMB <= d.recommendedMemMB && d.recommendedMemMB <= d.supportedMaxMemMB,
          most: d.supportedMaxMemMB <= hardwareOptions.memoryMB.max,
          controller: d.supportedDiskControllerList.includes(d.recommendedDiskController),
          scsi: d.supportedDiskControllerList.includes(d.recommendedSCSIController),
          card: d.supportedEthernetCard.includes(d.recommendedEthernetCard),
          firmware: d.supportedFirmware.includes(d.recommendedFirmware),
          usb: !d.recommendedUSBController || d.supportedUSBControllerList.includes(d.recommendedUSBController),
        };
        return Object.entries(holds).flatMap(([what, is]) => (is ? [] : [`${d.id} ${what}`]));
      });
      expect([key, wrong]).toEqual([key, []]);
    }
  });

  it('is enough to make a machine of it', async () => {
    const bench = await Bench.open();
    await using ep = bench.ep;
    const browser = await bench.browser();
    const guestId = ['windows2019srv_64Guest', 'rhel9_64Guest', 'win2000ServGuest', 'otherGuest'];
    const told: Answer[] = (await ep.call(browser, 'QueryConfigOptionEx', { spec: { guestId } })).guestOSDescriptor;
    expect(told.map((d) => d.id).sort()).toEqual([...guestId].sort());
    for (const d of told) {
      const controller = { _typeName: d.recommendedSCSIController, key: -1, busNumber: 0, sharedBus: 'noSharing' };
      const card = { _typeName: d.recommendedEthernetCard, key: -2, backing: NETWORK };
      const vm = await ep.run(
        ...bench.creation({
          name: d.id,
          guestId: d.id,
          memoryMB: d.recommendedMemMB,
          numCPUs: d.numRecommendedPhysicalSockets,
          firmware: d.recommendedFirmware,
          deviceChange: [controller, card].map((device) => ({ operation: 'add', device })),
        }),
      );
      const { guestFullName, firmware } = await ep.read(vm, 'config');
      expect([guestFullName, firmware]).toEqual([d.fullName, d.recommendedFirmware]);
    }
  });
});
