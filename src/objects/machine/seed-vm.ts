/** Machines that are there when a simulator starts: one CPU, a thin disk and a network card each. */
import type { Site } from '../site.ts';
import { latestHardware } from './config/hardware-version.ts';
import { DEFAULT_DEVICES } from './device/default-devices.ts';
import type { Device } from './device/device.ts';
import { addressFor, givenType } from './device/mac-address.ts';
import { seedBacking } from './device/network-backing.ts';
import { type Config, type Machine, POWERED_OFF, type Power } from './machine.ts';
import { vmKind } from './virtual-machine.ts';

/** Where a seeded machine goes; all are ids. */
export interface SeedVm {
  readonly name: string;
  readonly folder: string;
  readonly pool: string;
  readonly host: string;
  readonly datastore: string;
  readonly network: string;
  readonly poweredOn: boolean;
  /** Stands in this vApp rather than in the folder. */
  readonly vApp?: string | undefined;
}

const GIB = 2 ** 30;

const CONFIG: Config = Object.freeze({
  guestId: 'otherGuest',
  version: 'vmx-21',
  numCPU: 1,
  coresPerSocket: 1,
  memoryMB: 32,
});

const CONTROLLER: Device = Object.freeze({
  _typeName: 'ParaVirtualSCSIController',
  key: 1000,
  controllerKey: 100,
  unitNumber: 3,
  busNumber: 0,
  hotAddRemove: true,
  sharedBus: 'noSharing',
});

export const CONNECTABLE: NonNullable<Device['connectable']> = Object.freeze({
  _typeName: 'VirtualDeviceConnectInfo',
  migrateConnect: 'unset',
  startConnected: true,
  allowGuestControl: true,
  connected: true,
  status: 'ok',
});

/** Of a machine that is off. */
const UNTRIED: NonNullable<Device['connectable']> = Object.freeze({
  ...CONNECTABLE,
  connected: false,
  status: 'untried',
});

/** Creates a machine inside a turn. Cheap: what is equal to the first machine's is the first machine's. */
export function createSeedVm(site: Site, spec: SeedVm): void {
  const now = site.clock.now();
  const uuid = site.ids.uuid(`${spec.folder}/${spec.name}`);
  const vmx = Object.freeze({ datastore: spec.datastore, path: `${spec.name}/${spec.name}.vmx` });
  site.world.create(vmKind, {
    name: spec.name,
    parent: spec.vApp === undefined ? spec.folder : undefined,
    identity: Object.freeze({
      uuid: `42${uuid.slice(2)}`,
      instanceUuid: `50${turned(uuid, 8).slice(2)}`,
      createDate: now,
      changed: now,
    }),
    config: configFor(site),
    devices: Object.freeze([...DEFAULT_DEVICES, CONTROLLER, disk(spec, uuid), card(site, spec, uuid)]),
    place: Object.freeze({ host: spec.host, pool: spec.vApp ?? spec.pool, vApp: spec.vApp }),
    power: spec.poweredOn ? poweredOn(site) : POWERED_OFF,
    files: Object.freeze({ vmx }),
  });
}

/** Of the latest hardware; under the API that is presented unless said, that is one record for all. */
function configFor(site: Site): Config {
  const version = latestHardware(site);
  return version === CONFIG.version ? CONFIG : Object.freeze({ ...CONFIG, version });
}

function disk({ name, datastore }: SeedVm, uuid: string): Device {
  return Object.freeze({
    _typeName: 'VirtualDisk',
    key: 2000,
    controllerKey: 1000,
    unitNumber: 0,
    ordinal: 1,
    capacityInBytes: 10 * GIB,
    backing: Object.freeze({
      _typeName: 'VirtualDiskFlatVer2BackingInfo',
      file: Object.freeze({ datastore, path: `${name}/${name}.vmdk` }),
      used: 0,
      diskMode: 'persistent',
      split: false,
      writeThrough: false,
      thinProvisioned: true,
      uuid: `6000C29${turned(uuid, 16).slice(7)}`,
      contentId: 'fffffffe',
      digestEnabled: false,
      sharing: 'sharingNone',
    }),
  });
}

/** Another UUID of the same digits: making one of its own for each of three is what seeding would mostly do. */
function turned(uuid: string, by: number): string {
  const digits = uuid.replaceAll('-', '');
  const d = digits.slice(by) + digits.slice(0, by);
  return `${d.slice(0, 8)}-${d.slice(8, 12)}-${d.slice(12, 16)}-${d.slice(16, 20)}-${d.slice(20)}`;
}

function card(site: Site, { network, poweredOn }: SeedVm, uuid: string): Device {
  return Object.freeze({
    _typeName: 'VirtualVmxnet3',
    key: 4000,
    controllerKey: 100,
    unitNumber: 7,
    backing: seedBacking(site, uuid, network),
    connectable: poweredOn ? CONNECTABLE : UNTRIED,
    addressType: givenType(site),
    macAddress: addressFor(site, uuid),
    wakeOnLanEnabled: true,
    uptCompatibilityEnabled: true,
  });
}

function poweredOn(site: Site): Power {
  const power = { state: 'poweredOn', bootTime: site.clock.now(), bootTick: site.world.tick } as const;
  const [first] = site.world.ofType(vmKind.type);
  const known = (first?.state as Machine | undefined)?.power;
  const same = known?.state === 'poweredOn' && known.bootTime === power.bootTime && known.bootTick === power.bootTick;
  return same ? known : Object.freeze(power);
}
