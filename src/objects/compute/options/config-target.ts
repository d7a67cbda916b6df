/** ConfigTarget: what the hosts of a compute resource have that a machine can be given. */
import type { ConfigTarget, VirtualMachineScsiDiskDeviceInfo } from '../../../vim25/generated/index.ts';
import type { Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { hardwareOf, latestHardware } from '../../machine/config/hardware-version.ts';
import { follow, listed } from '../../machine/config/surroundings.ts';
import { lunsOf } from '../../machine/device/raw-disk.ts';
import type { Site } from '../../site.ts';
import { hasDrs } from '../drs/placement.ts';
import type { Host } from '../host/host.ts';
import { coresOf, threadsOf, usableMemory } from '../host/host-profile.ts';

const TIB = 2 ** 40;
const MIB = 2 ** 20;

/** `around` is what the networks and datastores are those of: one host, or the whole compute resource. */
export function configTarget(site: Site, compute: Cell, hosts: readonly Cell<Host>[], around: Cell): ConfigTarget {
  const most = (of: (host: Host) => number) => Math.max(0, ...hosts.map(({ state }) => of(state)));
  return {
    _typeName: 'ConfigTarget',
    numCpus: most(({ profile }) => threadsOf(profile)),
    numCpuCores: most(({ profile }) => coresOf(profile)),
    numNumaNodes: most(({ profile }) => profile.packages),
    maxCpusPerHost: most(({ profile }) => threadsOf(profile)),
    smcPresent: false,
    datastore: listed(around, 'datastore').map(datastore),
    ...networks(around),
    cdRom: [],
    serial: [],
    parallel: [],
    sound: [],
    usb: [],
    floppy: [],
    legacyNetworkInfo: [],
    scsiPassthrough: [],
    scsiDisk: disks(hosts),
    ideDisk: [],
    maxMemMBOptimalPerf: most(({ profile }) => Math.floor(usableMemory(profile) / MIB)),
    supportedMaxMemMB: hardwareOf(latestHardware(site)).memoryMB,
    resourcePool: follow(compute, 'resourcePool')?.get('runtime') as ConfigTarget['resourcePool'],
    autoVmotion: hasDrs(compute),
    pciPassthrough: [],
    sriov: [],
    vFlashModule: [],
    sharedGpuPassthroughTypes: [],
    availablePersistentMemoryReservationMB: 0,
    dynamicPassthrough: [],
    sevSupported: false,
    maxSimultaneousThreads: most(({ profile }) => profile.threadsPerCore),
  };
}

type Datastores = NonNullable<ConfigTarget['datastore']>;

function datastore(cell: Cell): Datastores[number] {
  const host = cell.get('host') as readonly { readonly mountInfo?: { readonly accessMode?: string } }[] | undefined;
  return {
    name: cell.get('name') as string,
    datastore: cell.get('summary') as Datastores[number]['datastore'],
    capability: cell.get('capability') as Datastores[number]['capability'],
    maxFileSize: 64 * TIB,
    maxVirtualDiskCapacity: 62 * TIB,
    maxPhysicalRDMFileSize: 64 * TIB,
    maxVirtualRDMFileSize: 62 * TIB,
    mode: host?.[0]?.mountInfo?.accessMode ?? 'readWrite',
    vStorageSupport: 'vStorageUnsupported',
  };
}

type Networks = Pick<
  ConfigTarget,
  'network' | 'opaqueNetwork' | 'distributedVirtualPortgroup' | 'distributedVirtualSwitch'
>;

function networks(around: Cell): Networks {
  const all = listed(around, 'network');
  const groups = all.filter((n) => n.is('DistributedVirtualPortgroup'));
  const named = (cells: readonly Cell[]) =>
    cells.map((cell) => ({ name: cell.get('name') as string, network: cell.get('summary') as never }));
  const switches = new Map(groups.flatMap((g) => (switchOf(g) ? [[switchOf(g)!.id, switchOf(g)!]] : [])));
  return {
    network: named(all.filter((n) => n.type === 'Network')),
    opaqueNetwork: named(all.filter((n) => n.is('OpaqueNetwork'))),
    distributedVirtualPortgroup: groups.map(portgroup),
    distributedVirtualSwitch: [...switches.values()].map((s) => ({
      switchName: s.get('name') as string,
      switchUuid: s.get('uuid') as string,
      distributedVirtualSwitch: s.ref as Ref<'DistributedVirtualSwitch'>,
      networkReservationSupported: true,
    })),
  };
}

interface GroupConfig {
  readonly distributedVirtualSwitch?: Ref;
  readonly type?: string;
  readonly uplink?: boolean;
  readonly backingType?: string;
}

function switchOf(group: Cell): Cell | undefined {
  const at = (group.get('config') as GroupConfig | undefined)?.distributedVirtualSwitch;
  return at && group.world.find(at.value);
}

function portgroup(group: Cell): NonNullable<ConfigTarget['distributedVirtualPortgroup']>[number] {
  const config = group.get('config') as GroupConfig | undefined;
  const at = switchOf(group);
  return {
    switchName: (at?.get('name') ?? '') as string,
    switchUuid: (at?.get('uuid') ?? '') as string,
    portgroupName: group.get('name') as string,
    portgroupKey: (group.get('key') ?? group.id) as string,
    portgroupType: config?.type ?? 'earlyBinding',
    uplinkPortgroup: config?.uplink ?? false,
    portgroup: group.ref as Ref<'DistributedVirtualPortgroup'>,
    networkReservationSupported: true,
    backingType: config?.backingType ?? 'standard',
  };
}

/** Disks that a machine can be given raw: those that every host asked about has. */
function disks(hosts: readonly Cell<Host>[]): VirtualMachineScsiDiskDeviceInfo[] {
  const [first, ...others] = hosts.map((host) => lunsOf(host as unknown as Cell));
  const shared = (first ?? []).filter(({ uuid }) => others.every((luns) => luns.some((lun) => lun.uuid === uuid)));
  return shared.map((disk, lunNumber) => ({
    name: disk.canonicalName ?? disk.deviceName,
    capacity: Number(disk.capacity.block) * disk.capacity.blockSize,
    disk,
    lunNumber,
  }));
}
