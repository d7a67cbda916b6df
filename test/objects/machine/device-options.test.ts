import { describe, expect, it } from 'vitest';
import { vim25 } from '../../../src/vim25/vim25.ts';
import { type Answer, Endpoint } from '../endpoint.ts';
import { misfits } from './misfits.ts';

const CLUSTER = 'DC0/host/DC0_C0';

async function browser(ep: Endpoint): Promise<Answer> {
  return ep.read(await ep.at(CLUSTER), 'environmentBrowser');
}

describe('an environment browser', () => {
  it('knows the hardware versions that can be asked for, which of them makes new machines, and which is usual', async () => {
    await using ep = await Endpoint.open();
    const descriptors: Answer[] = await ep.call(await browser(ep), 'QueryConfigOptionDescriptor');
    const keys = descriptors.map((d) => d.key);
    expect(keys).toEqual([
      ...['vmx-04', 'vmx-07', 'vmx-08', 'vmx-09', 'vmx-10', 'vmx-11', 'vmx-12', 'vmx-13', 'vmx-14', 'vmx-15'],
      ...['vmx-16', 'vmx-17', 'vmx-18', 'vmx-19', 'vmx-20', 'vmx-21'],
    ]);
    expect(descriptors.filter((d) => !d.createSupported).map((d) => d.key)).toEqual(['vmx-04']);
    expect(descriptors.filter((d) => d.defaultConfigOption).map((d) => d.key)).toEqual(['vmx-21']);
  });

  it('knows only the versions of the API it presents', async () => {
    await using ep = await Endpoint.open({ apiVersion: '6.7' } as never);
    const descriptors: Answer[] = await ep.call(await browser(ep), 'QueryConfigOptionDescriptor');
    expect(descriptors.at(-1).key).toBe('vmx-14');
  });

  it('names the compute resource’s own default, and machines are made of it', async () => {
    await using ep = await Endpoint.open();
    const spec = { _typeName: 'ClusterConfigSpecEx', defaultHardwareVersionKey: 'vmx-15' };
    const cluster = await ep.at(CLUSTER);
    await ep.run(cluster, 'ReconfigureComputeResource_Task', { spec, modify: true });
    expect(await ep.call(await browser(ep), 'QueryConfigOption')).toMatchObject({ version: 'vmx-15' });
    const config = { name: 'usual', files: { vmPathName: '[LocalDS_0]' } };
    const pool = await ep.read(cluster, 'resourcePool');
    const vm = await ep.run(await ep.at('DC0/vm'), 'CreateVM_Task', { config, pool });
    expect(await ep.read(vm, 'config.version')).toBe('vmx-15');
  });

  it('describes hardware by what a machine of it may have', async () => {
    await using ep = await Endpoint.open();
    const self = await browser(ep);
    const option = await ep.call(self, 'QueryConfigOption', { key: 'vmx-10' });
    expect(option).toMatchObject({
      version: 'vmx-10',
      hardwareOptions: { hwVersion: 10, memoryMB: { max: 1_035_264 } },
    });
    expect(option.hardwareOptions.numCPU.at(-1)).toBe(64);
    const types = option.hardwareOptions.virtualDeviceOption.map((o: Answer) => o.type);
    expect(types).toContain('VirtualAHCIController');
    expect(types).not.toContain('VirtualNVMEController');
    expect(option.defaultDevice.map((d: Answer) => d.key)).toEqual([200, 201, 300, 100, 400, 600, 700, 500, 12000]);
    expect(option.guestOSDescriptor[option.guestOSDefaultIndex].id).toBe('otherGuest');
  });

  it('describes guests: all of them, or those that are asked for', async () => {
    await using ep = await Endpoint.open();
    const self = await browser(ep);
    const all: Answer[] = (await ep.call(self, 'QueryConfigOption', {})).guestOSDescriptor;
    expect(all.length).toBeGreaterThan(150);
    expect(all.map((d) => d.id)).not.toContain('debian13_64Guest');
    const spec = { key: 'vmx-19', guestId: ['debian11_64Guest', 'windows2019srv_64Guest'] };
    const asked: Answer[] = (await ep.call(self, 'QueryConfigOptionEx', { spec })).guestOSDescriptor;
    expect(asked).toMatchObject([
      {
        id: 'windows2019srv_64Guest',
        family: 'windowsGuest',
        recommendedDiskController: 'VirtualLsiLogicSASController',
      },
      { id: 'debian11_64Guest', family: 'linuxGuest', recommendedEthernetCard: 'VirtualVmxnet3' },
    ]);
  });

  it.each(['vmx-04', 'vmx-10', 'vmx-21'])('answers in the shapes of the API table (%s)', async (key) => {
    await using ep = await Endpoint.open();
    const self = await browser(ep);
    const { methods } = vim25.managed('EnvironmentBrowser')!;
    for (const [method, args] of [
      ['QueryConfigOption', { key }],
      ['QueryConfigTarget', {}],
    ] as const) {
      const answer = await ep.call(self, method, args);
      expect(misfits(answer, methods.get(method)!.result!, method)).toEqual([]);
    }
  });

  it.each([
    ['QueryConfigOption', { key: 'vmx-05' }, 'key'],
    ['QueryConfigOption', { key: 'vmx-22' }, 'key'],
    ['QueryConfigOptionEx', { spec: { key: 'latest' } }, 'spec.key'],
  ])('%s of %o is an InvalidArgument that names it', async (method, args, invalidProperty) => {
    await using ep = await Endpoint.open();
    expect(await ep.fault(await browser(ep), method, args)).toMatchObject({
      _typeName: 'InvalidArgument',
      invalidProperty,
    });
  });

  it('says what the hosts have that a machine can be given', async () => {
    await using ep = await Endpoint.open();
    const target = await ep.call(await browser(ep), 'QueryConfigTarget', {});
    expect(target).toMatchObject({ numCpus: 32, numCpuCores: 16, numNumaNodes: 2, autoVmotion: true });
    expect(target.network.map((n: Answer) => n.name)).toEqual(['VM Network']);
    expect(target.datastore.map((d: Answer) => d.name)).toContain('LocalDS_0');
    expect(target.distributedVirtualPortgroup).toContainEqual(
      expect.objectContaining({ portgroupName: 'DC0_DVPG0', switchName: 'DVS0', uplinkPortgroup: false }),
    );
    const host = await ep.at('DC0/host/DC0_H0/DC0_H0');
    expect(await ep.fault(await browser(ep), 'QueryConfigTarget', { host })).toMatchObject({ invalidProperty: 'host' });
  });

  it('offers what a ConfigSpec is then allowed: every type of every version is added, or is refused with that version', async () => {
    await using ep = await Endpoint.open();
    const self = await browser(ep);
    const pool = await ep.read(await ep.at(CLUSTER), 'resourcePool');
    const folder = await ep.at('DC0/vm');
    const types = [
      'VirtualAHCIController',
      'VirtualNVMEController',
      'ParaVirtualSCSIController',
      'VirtualTPM',
      'VirtualWDT',
    ];
    for (const version of ['vmx-08', 'vmx-13', 'vmx-17']) {
      const option = await ep.call(self, 'QueryConfigOption', { key: version });
      const offered = new Set(option.hardwareOptions.virtualDeviceOption.map((o: Answer) => o.type));
      for (const type of types) {
        const sharing = type.includes('SCSI') ? { sharedBus: 'noSharing' } : {};
        const controller = type.includes('Controller') ? { busNumber: 0, ...sharing } : {};
        const own = type === 'VirtualWDT' ? { runOnBoot: false, running: false } : {};
        const device = { _typeName: type, key: -1, ...controller, ...own };
        const files = { vmPathName: '[LocalDS_0]' };
        const change = { deviceChange: [{ operation: 'add', device }], firmware: 'efi' };
        const config = { name: `${version}-${type}`, version, files, ...change };
        if (offered.has(type)) await ep.run(folder, 'CreateVM_Task', { config, pool });
        else {
          const fault = await ep.fault(folder, 'CreateVM_Task', { config, pool });
          expect(fault).toMatchObject({
            _typeName: 'DeviceUnsupportedForVmVersion',
            currentVersion: version,
            deviceIndex: 0,
          });
        }
      }
    }
  });
});
