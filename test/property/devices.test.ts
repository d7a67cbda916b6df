/** Whatever is asked of a machine's devices: keys stay unique, places legal, a refusal changes nothing, a copy is equal. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { VirtualDevice } from '../../src/vim25/generated/index.ts';
import { VimFault } from '../../src/world/fault.ts';
import { type Workshop, workshop } from '../objects/machine/workshop.ts';

type Shown = VirtualDevice & { readonly [property: string]: never };
interface Config {
  readonly hardware: { readonly device: readonly Shown[]; readonly [property: string]: unknown };
  readonly [property: string]: unknown;
}

const POOL = { type: 'ResourcePool', value: 'resgroup-8' };
const VERSIONS = ['vmx-07', 'vmx-10', 'vmx-13', 'vmx-17', 'vmx-21'];
const CONTROLLERS = [
  'VirtualLsiLogicController',
  'VirtualLsiLogicSASController',
  'VirtualBusLogicController',
  'ParaVirtualSCSIController',
  'VirtualAHCIController',
  'VirtualNVMEController',
  'VirtualUSBController',
  'VirtualUSBXHCIController',
  'VirtualIDEController',
];
const CARDS = ['VirtualVmxnet3', 'VirtualE1000', 'VirtualE1000e', 'VirtualPCNet32', 'VirtualSriovEthernetCard'];
const PLAIN = [
  'VirtualFloppy',
  'VirtualSerialPort',
  'VirtualParallelPort',
  'VirtualHdAudioCard',
  'VirtualTPM',
  'VirtualWDT',
];
const BACKINGS: { readonly [type: string]: object } = {
  VirtualFloppy: { _typeName: 'VirtualFloppyImageBackingInfo', fileName: '[LocalDS_0] a.flp' },
  VirtualSerialPort: { _typeName: 'VirtualSerialPortURIBackingInfo', serviceURI: 'telnet://:1', direction: 'server' },
  VirtualParallelPort: { _typeName: 'VirtualParallelPortFileBackingInfo', fileName: '[LocalDS_1] lpt' },
  VirtualHdAudioCard: { _typeName: 'VirtualSoundCardDeviceBackingInfo', deviceName: '' },
};

const unit = fc.option(fc.integer({ min: -1, max: 66 }), { nil: undefined });
const wish = fc.oneof(
  fc.record({
    kind: fc.constant('controller'),
    type: fc.constantFrom(...CONTROLLERS),
    bus: fc.integer({ min: -1, max: 5 }),
  }),
  fc.record({ kind: fc.constant('disk'), on: fc.nat(12), unit, size: fc.constantFrom(0, 1024, 4096) }),
  fc.record({ kind: fc.constant('drive'), on: fc.nat(12), unit }),
  fc.record({
    kind: fc.constant('card'),
    type: fc.constantFrom(...CARDS),
    unit,
    net: fc.constantFrom('VM Network', 'Back Net', 'No Net'),
  }),
  fc.record({ kind: fc.constant('plain'), type: fc.constantFrom(...PLAIN) }),
  fc.record({ kind: fc.constant('remove'), at: fc.nat(40), keep: fc.boolean() }),
  fc.record({ kind: fc.constant('move'), at: fc.nat(40), on: fc.nat(12), unit }),
  fc.record({
    kind: fc.constant('edit'),
    at: fc.nat(40),
    by: fc.constantFrom('grow', 'shrink', 'mac', 'net', 'mode', 'ghost'),
  }),
);
const settings = fc.record(
  {
    numCPUs: fc.constantFrom(1, 2, 4, 6, 1000),
    numCoresPerSocket: fc.constantFrom(0, 1, 2, 3),
    memoryMB: fc.constantFrom(4, 512, 1023, 4096),
    firmware: fc.constantFrom('bios', 'efi', 'coreboot'),
    annotation: fc.constantFrom('', 'a\nb'),
    cpuHotAddEnabled: fc.boolean(),
    extraConfig: fc.array(
      fc.record({ key: fc.constantFrom('a', 'A', 'b', 'memsize'), value: fc.constantFrom('', '1', 'x') }),
      { maxLength: 3 },
    ),
    swapPlacement: fc.constantFrom('inherit', 'hostLocal', 'nowhere'),
    memoryAllocation: fc.record({ reservation: fc.constantFrom(0, 4, 8192), limit: fc.constantFrom(-1, 8192) }),
    motherboardLayout: fc.constantFrom('i440bxHostBridge', 'acpiHostBridges'),
    simultaneousThreads: fc.constantFrom(1, 2),
    virtualNuma: fc.constantFrom({ coresPerNumaNode: 2, exposeVnumaOnCpuHotadd: true }, { coresPerNumaNode: 0 }),
    cpuAffinity: fc.constantFrom({ affinitySet: [0, 3] }, { affinitySet: [] }),
    cpuFeatureMask: fc.constantFrom(
      [{ operation: 'add', info: { level: 1, ecx: '----:----:----:----:----:----:----:---0' } }],
      [{ operation: 'remove', removeKey: 1 }],
    ),
    vcpuConfig: fc.constant([{ latencySensitivity: { level: 'high' } }]),
    pmem: fc.constant({ snapshotMode: 'independent_persistent' }),
    rebootPowerOff: fc.boolean(),
    vmxStatsCollectionEnabled: fc.boolean(),
    vmOpNotificationToAppEnabled: fc.boolean(),
    vmOpNotificationTimeout: fc.constantFrom(-1, 30),
    scheduledHardwareUpgradeInfo: fc.constantFrom({ upgradePolicy: 'never' }, { upgradePolicy: 'onSoftPowerOff' }),
    vAppConfig: fc.constantFrom(
      { product: [{ operation: 'add', info: { key: 0, name: 'shop', version: '1' } }] },
      { property: [{ operation: 'add', info: { key: 1, id: 'city', type: 'string', defaultValue: 'Rome' } }] },
      { eula: ['yes'], ovfEnvironmentTransport: ['com.vmware.guestInfo'], installBootRequired: true },
    ),
  },
  { requiredKeys: [] },
);
const round = fc.record({
  wishes: fc.array(wish, { maxLength: 5 }),
  settings: fc.oneof({ weight: 2, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: settings }),
  power: fc.constantFrom('', '', '', 'on', 'off'),
});

/** What each kind of wish needs of these. */
interface Wish {
  readonly kind: string;
  readonly type: string;
  readonly by: string;
  readonly net: string;
  readonly on: number;
  readonly at: number;
  readonly bus: number;
  readonly unit: number;
  readonly size: number;
}

const flat = (diskMode = 'persistent') => ({ _typeName: 'VirtualDiskFlatVer2BackingInfo', fileName: '', diskMode });

/** The spec of a wish; indices choose among what is there and what the same spec adds. */
function specOf(w: Wish, key: number, devices: readonly Shown[], fresh: readonly number[]): object {
  const buses = [...devices.filter((d) => d['busNumber'] !== undefined).map((d) => d.key), ...fresh];
  const on = () => buses[(w['on'] as number) % buses.length];
  const some = (type?: RegExp) => {
    const list = type ? devices.filter((d) => type.test(d._typeName!)) : devices;
    return (list.length > 0 ? list : devices)[(w['at'] as number) % Math.max(1, list.length)]!;
  };
  switch (w['kind'] as string) {
    case 'controller': {
      const shared = /SCSI|Logic/.test(w['type']!) ? { sharedBus: 'noSharing' } : {};
      return { operation: 'add', device: { _typeName: w['type'], key, busNumber: w['bus'], ...shared } };
    }
    case 'disk': {
      const device = {
        _typeName: 'VirtualDisk',
        key,
        controllerKey: on(),
        unitNumber: w['unit'],
        capacityInKB: w['size'],
      };
      return { operation: 'add', fileOperation: 'create', device: { ...device, backing: flat() } };
    }
    case 'drive': {
      const backing = { _typeName: 'VirtualCdromRemotePassthroughBackingInfo', deviceName: '', exclusive: false };
      return {
        operation: 'add',
        device: { _typeName: 'VirtualCdrom', key, controllerKey: on(), unitNumber: w['unit'], backing },
      };
    }
    case 'card': {
      const backing = { _typeName: 'VirtualEthernetCardNetworkBackingInfo', deviceName: w['net'] };
      return { operation: 'add', device: { _typeName: w['type'], key, unitNumber: w['unit'], backing } };
    }
    case 'plain': {
      const own = w['type'] === 'VirtualWDT' ? { runOnBoot: true, running: false } : {};
      return { operation: 'add', device: { _typeName: w['type'], key, backing: BACKINGS[w['type']!], ...own } };
    }
    case 'remove':
      return { operation: 'remove', device: some() };
    case 'move':
      return { operation: 'edit', device: { ...some(/Disk|Cdrom/), controllerKey: on(), unitNumber: w['unit'] } };
    default:
      return { operation: 'edit', device: edited(w['by']!, some(EDITS[w['by'] as string])) };
  }
}

/** What an edit is about, as far as there is such a device. */
const EDITS: { readonly [by: string]: RegExp } = {
  grow: /Disk/,
  shrink: /Disk/,
  mode: /Disk/,
  mac: /Vmxnet|E1000|PCNet/,
  net: /Vmxnet|E1000|PCNet/,
};

function edited(by: string, device: Shown): object {
  if (EDITS[by] && !EDITS[by].test(device._typeName!)) return { ...device, key: 77 };
  const kb = Number(device['capacityInKB'] ?? 0);
  switch (by) {
    case 'grow':
      return { ...device, capacityInKB: kb + 1024, capacityInBytes: (kb + 1024) * 1024 };
    case 'shrink':
      return { ...device, capacityInKB: 1, capacityInBytes: 1024 };
    case 'mac':
      return { ...device, macAddress: '00:50:56:00:00:01', addressType: 'manual' };
    case 'net':
      return { ...device, backing: { _typeName: 'VirtualEthernetCardNetworkBackingInfo', deviceName: 'Back Net' } };
    case 'mode':
      return { ...device, backing: { ...(device.backing as object), diskMode: 'independent_persistent' } };
    default:
      return { ...device, key: 77 };
  }
}

function fresh(shop: Workshop, version: string) {
  const config = { name: 'vm', version, guestId: 'otherGuest64', files: { vmPathName: '[LocalDS_0]' } };
  return shop.find(shop.call(shop.at('group-v3'), 'CreateVM_Task', { config, pool: POOL }));
}

const configOf = (vm: { get(p: string): unknown }) => vm.get('config') as Config;

/** Plays the rounds; `after` is called with the configuration before and after each, and whether it was refused. */
function play(
  version: string,
  rounds: readonly { wishes: readonly object[]; settings: object; power: string }[],
  after: (before: Config, config: Config, refused: boolean) => void,
) {
  const shop = workshop();
  const vm = fresh(shop, version);
  for (const { wishes, settings: set, power } of rounds) {
    if (power && vm.state.power.state !== (power === 'on' ? 'poweredOn' : 'poweredOff')) {
      attempt(() => shop.call(vm, power === 'on' ? 'PowerOnVM_Task' : 'PowerOffVM_Task'));
    }
    const ask = (some: readonly object[], more: object): boolean => {
      const before = configOf(vm);
      const added = some.flatMap((w, i) => ((w as Wish)['kind'] === 'controller' ? [-10 - i] : []));
      const deviceChange = some.map((w, i) => specOf(w as Wish, -10 - i, before.hardware.device, added));
      const refused = attempt(() => shop.call(vm, 'ReconfigVM_Task', { spec: { ...more, deviceChange } }));
      after(before, configOf(vm), refused);
      return refused;
    };
    // What is refused as a whole may be granted one by one.
    if (ask(wishes, set)) for (const w of wishes) ask([w], {});
  }
  return { shop, vm };
}

function attempt(act: () => void): boolean {
  try {
    act();
    return false;
  } catch (error) {
    if (!(error instanceof VimFault)) throw error;
    return true;
  }
}

/** Units by controller: how many there are, and which is its own. */
function unitsOf(controller: Shown, version: number): number {
  const far = { ParaVirtualSCSIController: version >= 14 ? 65 : 16, VirtualNVMEController: version >= 21 ? 64 : 15 };
  const near = { VirtualIDEController: 2, VirtualAHCIController: 30 };
  return ({ ...far, ...near } as Record<string, number>)[controller._typeName!] ?? 16;
}

function expectLegal({ hardware: { device }, version }: Config): void {
  const keys = device.map((d) => d.key);
  expect(new Set(keys).size).toBe(keys.length);
  const labels = device.map((d) => d.deviceInfo!.label);
  expect(new Set(labels).size).toBe(labels.length);
  const byKey = new Map(device.map((d) => [d.key, d]));
  const places = new Set<string>();
  for (const d of device) {
    const controller = d.controllerKey === undefined ? undefined : byKey.get(d.controllerKey);
    if (d.controllerKey !== undefined) expect(controller?.['device']).toContain(d.key);
    // On the SIO and PS/2 controllers each kind counts by itself.
    const kind = d.controllerKey === 400 ? d._typeName : '';
    if (controller) {
      const place = `${controller.key}:${kind}:${d.unitNumber}`;
      expect(places.has(place)).toBe(false);
      places.add(place);
    }
    if (!controller || !/Disk|Cdrom/.test(d._typeName!)) continue;
    expect(d.unitNumber).toBeGreaterThanOrEqual(0);
    expect(d.unitNumber).toBeLessThan(unitsOf(controller, Number(String(version).slice(4))));
    expect(d.unitNumber).not.toBe(controller['scsiCtlrUnitNumber']);
  }
  const buses = device
    .filter((d) => d['busNumber'] !== undefined)
    .map((d) => `${family(d._typeName!)}${d['busNumber']}`);
  expect(new Set(buses).size).toBe(buses.length);
}

const family = (type: string) => (/SCSI|Logic/.test(type) ? 'scsi' : type);

/** A ConfigSpec that asks for all that a configuration says. */
function specFrom(config: Config): object {
  const { hardware, files, defaultPowerOps, changeVersion: _version, datastoreUrl: _url, ...rest } = config;
  const { device, numCPU, memoryMB, ...board } = hardware as unknown as Record<string, unknown>;
  const numCoresPerSocket = board['autoCoresPerSocket'] ? 0 : board['numCoresPerSocket'];
  const inLabelOrder = [...(device as readonly Shown[])].sort((a, b) => numberOf(a) - numberOf(b));
  return {
    ...Object.fromEntries(Object.entries(rest).filter(([name]) => ASKED.has(name))),
    files: { vmPathName: (files as unknown as { vmPathName: string }).vmPathName },
    powerOpInfo: defaultPowerOps,
    numCPUs: numCPU,
    numCoresPerSocket,
    memoryMB,
    motherboardLayout: board['motherboardLayout'],
    simultaneousThreads: board['simultaneousThreads'],
    ...numaAsked(config['numaInfo']),
    cpuFeatureMask: all(config['cpuFeatureMask']).map((info) => ({ operation: 'add', info })),
    vAppConfig: config['vAppConfig'] && vAppAsked(config['vAppConfig'] as Listed),
    deviceChange: inLabelOrder.map((d) => ({
      operation: 'add',
      ...(d._typeName === 'VirtualDisk' && { fileOperation: 'create' }),
      device: d,
    })),
  };
}

type Listed = Readonly<Record<string, unknown>>;

const all = (list: unknown): readonly object[] => (list as readonly object[] | undefined) ?? [];

function numaAsked(info: unknown): object {
  const { coresPerNumaNode, vnumaOnCpuHotaddExposed } = info as Listed;
  if (coresPerNumaNode === undefined && !vnumaOnCpuHotaddExposed) return {};
  return { virtualNuma: { coresPerNumaNode, exposeVnumaOnCpuHotadd: vnumaOnCpuHotaddExposed } };
}

function vAppAsked({ product, property, ovfSection, ...rest }: Listed): object {
  const added = (list: unknown) => all(list).map((info) => ({ operation: 'add', info }));
  return { ...rest, product: added(product), property: added(property), ovfSection: added(ovfSection) };
}

const ASKED = new Set(
  `name version uuid instanceUuid createDate guestId annotation tools flags cpuAllocation memoryAllocation extraConfig
  swapPlacement bootOptions firmware cpuHotAddEnabled memoryHotAddEnabled latencySensitivity managedBy cpuAffinity vcpuConfig pmem
  rebootPowerOff vmxStatsCollectionEnabled vmOpNotificationToAppEnabled vmOpNotificationTimeout
  scheduledHardwareUpgradeInfo`.split(/\s+/),
);

const numberOf = (d: Shown) => Number(/(\d+)$/.exec(d.deviceInfo!.label)?.[1] ?? 0);

/** Without the time of the last change, and with labels as a machine has them whose devices were added without gaps. */
function comparable({ changeVersion: _version, hardware, ...config }: Config): object {
  const ordinals = new Map<string, number>();
  const next = (d: Shown) => {
    const n = (ordinals.get(d._typeName!) ?? 0) + 1;
    ordinals.set(d._typeName!, n);
    return n;
  };
  const numbers = new Map([...hardware.device].sort((a, b) => numberOf(a) - numberOf(b)).map((d) => [d.key, next(d)]));
  const numbered = /^(VirtualDisk|VirtualCdrom|VirtualFloppy|Virtual(Serial|Parallel)Port)$/;
  const device = hardware.device.map((d) =>
    numbered.test(d._typeName!) ? { ...d, deviceInfo: { ...d.deviceInfo, label: numbers.get(d.key) } } : d,
  );
  return { ...config, hardware: { ...hardware, device } };
}

describe('any sequence of reconfigurations', () => {
  it('leaves keys and labels unique and every device in a legal place; one that is refused changes nothing', () => {
    let done = 0;
    fc.assert(
      fc.property(fc.constantFrom(...VERSIONS), fc.array(round, { maxLength: 12 }), (version, rounds) => {
        play(version, rounds, (before, config, refused) => {
          if (refused) expect(config).toEqual(before);
          else {
            done++;
            expect(config['changeVersion']).not.toBe(before['changeVersion']);
          }
          expectLegal(config);
        });
      }),
      { numRuns: 60 },
    );
    expect(done).toBeGreaterThan(100);
  });

  it('leads to a configuration from which an equal machine is made', () => {
    fc.assert(
      fc.property(fc.constantFrom(...VERSIONS), fc.array(round, { maxLength: 8 }), (version, rounds) => {
        const { shop, vm } = play(version, rounds, () => {});
        if (vm.state.power.state === 'poweredOn') shop.call(vm, 'PowerOffVM_Task');
        const config = configOf(vm);
        shop.call(vm, 'Destroy_Task');
        const spec = specFrom(config);
        const again = shop.find(shop.call(shop.at('group-v3'), 'CreateVM_Task', { config: spec, pool: POOL }));
        expect(comparable(configOf(again))).toEqual(comparable(config));
      }),
      { numRuns: 60 },
    );
  });
});
