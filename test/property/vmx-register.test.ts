/**
 * A machine and the .vmx it is written down in: whatever was done to the machine, what a client reads of it is the same
 * after it was taken off the inventory and registered again.
 *
 * What vCenter alone knew of a machine goes with it: its reference, permissions, custom values and tasks. None of these is
 * in any file.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ref } from '../../src/client/index.ts';
import { Endpoint } from '../objects/endpoint.ts';
import { folderOf } from '../objects/machine/folder.ts';

const PROPERTIES = [
  'name',
  'parent',
  'capability',
  'config',
  'layout',
  'layoutEx',
  'storage',
  'resourceConfig',
  'runtime',
  'guest',
  'guestHeartbeatStatus',
  'summary',
  'datastore',
  'network',
  'resourcePool',
  'snapshot',
  'rootSnapshot',
  'environmentBrowser',
];

const option = (key: string, value: string) => ({ _typeName: 'OptionValue', key, value });
const text = fc.string({ unit: 'binary', maxLength: 20 }).map((s) => s.replace(/[^\t\n\x20-\uD7FF]/gu, ''));
const shares = fc.constantFrom(
  { level: 'low', shares: 0 },
  { level: 'normal', shares: 0 },
  { level: 'high', shares: 0 },
  { level: 'custom', shares: 77 },
);
const allocation = fc.record(
  { reservation: fc.nat(20), limit: fc.constantFrom(-1, 512), shares },
  { requiredKeys: [] },
);

/** What a .vmx has words for. */
const settings = fc.record(
  {
    numCPUs: fc.constantFrom(2, 4),
    numCoresPerSocket: fc.constantFrom(1, 2),
    memoryMB: fc.integer({ min: 16, max: 256 }).map((n) => n * 4),
    guestId: fc.constantFrom('debian11_64Guest', 'windows9Server64Guest', 'otherGuest64', 'winLonghornGuest'),
    annotation: text,
    firmware: fc.constantFrom('bios', 'efi'),
    cpuHotAddEnabled: fc.boolean(),
    memoryHotAddEnabled: fc.boolean(),
    nestedHVEnabled: fc.boolean(),
    cpuAllocation: allocation,
    memoryAllocation: allocation,
    flags: fc.record(
      {
        diskUuidEnabled: fc.boolean(),
        enableLogging: fc.boolean(),
        snapshotDisabled: fc.constant(false),
        virtualMmuUsage: fc.constantFrom('automatic', 'on'),
        snapshotPowerOffBehavior: fc.constantFrom('powerOff', 'revertToSnapshot'),
      },
      { requiredKeys: [] },
    ),
    tools: fc.record({ afterResume: fc.boolean(), syncTimeWithHost: fc.boolean() }, { requiredKeys: [] }),
    bootOptions: fc.record(
      {
        bootDelay: fc.nat(5000),
        enterBIOSSetup: fc.boolean(),
        networkBootProtocol: fc.constantFrom('ipv4', 'ipv6'),
        bootOrder: fc.constantFrom(
          [{ _typeName: 'VirtualMachineBootOptionsBootableEthernetDevice', deviceKey: 4000 }],
          [
            { _typeName: 'VirtualMachineBootOptionsBootableCdromDevice' },
            { _typeName: 'VirtualMachineBootOptionsBootableDiskDevice', deviceKey: 2000 },
          ],
        ),
      },
      { requiredKeys: [] },
    ),
    cpuAffinity: fc.constantFrom({ affinitySet: [0, 1] }, { affinitySet: [] }),
    memoryAffinity: fc.constant({ affinitySet: [0] }),
    cpuFeatureMask: fc.constantFrom(
      [{ operation: 'add', info: { level: 1, ecx: '----:----:----:----:----:----:----:---0' } }],
      [{ operation: 'add', info: { level: -2147483647, edx: '1---:----:----:----:----:----:----:----' } }],
    ),
    virtualNuma: fc.constantFrom({ coresPerNumaNode: 2, exposeVnumaOnCpuHotadd: true }, { coresPerNumaNode: 0 }),
    motherboardLayout: fc.constantFrom('i440bxHostBridge', 'acpiHostBridges'),
    latencySensitivity: fc.constantFrom({ level: 'low' }, { level: 'normal' }),
    rebootPowerOff: fc.boolean(),
    vmxStatsCollectionEnabled: fc.boolean(),
    vmOpNotificationToAppEnabled: fc.boolean(),
    vmOpNotificationTimeout: fc.constantFrom(1, 60),
    managedBy: fc.constant({ extensionKey: 'com.example', type: 'thing' }),
    swapPlacement: fc.constantFrom('vmDirectory', 'hostLocal', 'inherit'),
    scheduledHardwareUpgradeInfo: fc.constantFrom({ upgradePolicy: 'never' }, { upgradePolicy: 'always' }),
    powerOpInfo: fc.record({ powerOffType: fc.constantFrom('hard', 'soft') }, { requiredKeys: [] }),
    extraConfig: fc
      .uniqueArray(fc.tuple(fc.constantFrom('guestinfo.a', 'guestinfo.b.c', 'log.keepOld', 'x-1'), text), {
        selector: ([key]) => key,
      })
      .map((pairs) => pairs.map(([key, value]) => option(key, value))),
  },
  { requiredKeys: [] },
);

/** What it has none for, or not all: the server's own notes bring it back. */
const beyond = fc.record(
  {
    consolePreferences: fc.constant({ powerOnWhenOpened: true }),
    cpuAllocation: fc.constant({ expandableReservation: true }),
  },
  { requiredKeys: [] },
);

const CARDS = ['VirtualE1000', 'VirtualE1000e', 'VirtualVmxnet3', 'VirtualPCNet32', 'VirtualVmxnet2'];
const added = fc.oneof(
  fc.constantFrom(
    { _typeName: 'VirtualLsiLogicController', busNumber: 1, sharedBus: 'virtualSharing' },
    { _typeName: 'VirtualLsiLogicSASController', busNumber: 2, sharedBus: 'noSharing' },
    { _typeName: 'VirtualAHCIController', busNumber: 0 },
    { _typeName: 'VirtualNVMEController', busNumber: 0 },
    { _typeName: 'VirtualUSBController', ehciEnabled: true, autoConnectDevices: false },
    { _typeName: 'VirtualUSBXHCIController', autoConnectDevices: false },
  ),
  fc.constantFrom('persistent', 'independent_persistent').map((diskMode) => ({
    _typeName: 'VirtualDisk',
    controllerKey: 1000,
    unitNumber: -1,
    capacityInKB: 4096,
    backing: { _typeName: 'VirtualDiskFlatVer2BackingInfo', fileName: '', diskMode, thinProvisioned: true },
  })),
  fc.constantFrom(...CARDS).map((_typeName) => ({
    _typeName,
    addressType: 'assigned',
    backing: { _typeName: 'VirtualEthernetCardNetworkBackingInfo', deviceName: 'VM Network' },
  })),
  fc
    .constantFrom(
      { _typeName: 'VirtualCdromIsoBackingInfo', fileName: '[LocalDS_0] iso/some.iso' },
      { _typeName: 'VirtualCdromRemoteAtapiBackingInfo', deviceName: 'there' },
      { _typeName: 'VirtualCdromAtapiBackingInfo', deviceName: '/dev/cd0' },
    )
    .map((backing) => ({ _typeName: 'VirtualCdrom', controllerKey: 200, backing })),
  fc.constant({
    _typeName: 'VirtualFloppy',
    backing: { _typeName: 'VirtualFloppyRemoteDeviceBackingInfo', deviceName: 'there' },
  }),
  fc
    .constantFrom(
      { _typeName: 'VirtualSerialPortFileBackingInfo', fileName: '[LocalDS_0] out.txt' },
      { _typeName: 'VirtualSerialPortPipeBackingInfo', pipeName: 'p', endpoint: 'client', noRxLoss: true },
      { _typeName: 'VirtualSerialPortURIBackingInfo', serviceURI: 'tcp://:1', direction: 'server' },
    )
    .map((backing) => ({ _typeName: 'VirtualSerialPort', yieldOnPoll: true, backing })),
);
const devices = fc.array(added, { maxLength: 4 }).map((list) => ({
  deviceChange: list.map((device, i) => ({
    operation: 'add',
    ...(device._typeName === 'VirtualDisk' && { fileOperation: 'create' }),
    device: { key: -i - 1, ...device },
  })),
}));
const removal = fc.constantFrom(4000, 2000, 2001).map((key) => ({
  deviceChange: [{ operation: 'remove', device: { _typeName: key === 4000 ? 'VirtualVmxnet3' : 'VirtualDisk', key } }],
}));

describe('a machine that is unregistered and registered from its .vmx', () => {
  let ep: Endpoint;
  let n = 0;
  beforeAll(async () => {
    ep = await Endpoint.open();
  });
  afterAll(() => ep[Symbol.asyncDispose]());

  async function made(specs: readonly object[], snapshots = false): Promise<{ vm: Ref; path: string; file: string }> {
    const name = `m${n++}`;
    const source = await ep.at('DC0/vm/DC0_H0_VM0');
    const vm: Ref = await ep.run(source, 'CloneVM_Task', {
      folder: await ep.at('DC0/vm'),
      name,
      spec: { location: {}, powerOn: false, template: false },
    });
    for (const [i, spec] of specs.entries()) {
      // Some changes are refused where earlier ones leave no room for them: as good a machine as any.
      await ep.run(vm, 'ReconfigVM_Task', { spec }).catch(() => {});
      if (snapshots && i === 0) {
        // A controller that shares its bus keeps snapshots away.
        await ep
          .run(vm, 'CreateSnapshot_Task', { name: 's', memory: false, quiesce: false })
          .catch((error: { readonly faultType?: string }) => {
            if (error.faultType !== 'SnapshotIncompatibleDeviceInVm') throw error;
          });
      }
    }
    return { vm, path: `[LocalDS_0] ${name}/${name}.vmx`, file: `${name}/${name}.vmx` };
  }

  async function seen(vm: Ref, paths: readonly string[] = PROPERTIES): Promise<Record<string, unknown>> {
    const entries = await Promise.all(paths.map(async (path) => [path, await ep.read(vm, path)]));
    return JSON.parse(JSON.stringify(Object.fromEntries(entries)).replaceAll(`"${vm.value}"`, '"this"'));
  }

  async function again(vm: Ref, path: string, between: () => Promise<void>): Promise<Ref> {
    const pool = await ep.read(vm, 'resourcePool');
    const host = await ep.read(vm, 'runtime.host');
    await ep.call(vm, 'UnregisterVM');
    await between();
    return ep.run(await ep.at('DC0/vm'), 'RegisterVM_Task', { path, asTemplate: false, pool, host });
  }

  it('is for every reader what it was', async () => {
    const change = fc.oneof(settings, beyond, devices, removal);
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { maxLength: 4 }),
        fc.boolean(),
        fc.constantFrom('as it lies', 'sent again'),
        async (specs, snapshots, how) => {
          const { vm, path, file } = await made(specs, snapshots);
          const folder = folderOf(ep);
          const before = await seen(vm);
          const back = await again(vm, path, async () => {
            // Another text that says the same: it has to be read.
            if (how === 'sent again') await folder.put(file, `# by hand\n${await folder.get(file)}`);
          });
          expect(await seen(back)).toEqual(before);
          await ep.run(back, 'Destroy_Task');
        },
      ),
      { numRuns: 20 },
    );
  });

  it('is the same machine by its .vmx and its disks alone', async () => {
    const change = fc.oneof(settings, devices);
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 4 }), async (specs) => {
        const { vm, path, file } = await made(specs);
        const folder = folderOf(ep);
        const read = async (of: Ref) => {
          const { config } = await seen(of, ['config']);
          // When it was last changed is when the client wrote the file.
          return { ...(config as object), changeVersion: '' };
        };
        const before = await read(vm);
        const back = await again(vm, path, async () => {
          const bytes = await folder.get(file);
          expect(await folder.status('DELETE', file)).toBe(200);
          await folder.put(file, bytes);
        });
        expect(await read(back)).toEqual(before);
        await ep.run(back, 'Destroy_Task');
      }),
      { numRuns: 20 },
    );
  });
});
