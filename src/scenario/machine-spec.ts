/** The ConfigSpec that a client would send for a VM as a scenario words it. */
import { meant } from '../faults/rule-error.ts';
import { listed } from '../objects/machine/config/surroundings.ts';
import type { VirtualDeviceConfigSpec, VirtualMachineConfigSpec } from '../vim25/generated/index.ts';
import type { DataObject, Ref } from '../vim25/value.ts';
import type { Cell } from '../world/cell.ts';
import type { NewMachine } from './machine-shape.ts';
import type { Path } from './scenario-error.ts';
import { bytesOf, megabytesOf } from './size.ts';

type Fail = (word: Path, message: string) => Error;

const CARDS: Readonly<Record<string, string>> = {
  vmxnet3: 'VirtualVmxnet3',
  vmxnet2: 'VirtualVmxnet2',
  e1000: 'VirtualE1000',
  e1000e: 'VirtualE1000e',
  pcnet32: 'VirtualPCNet32',
  sriov: 'VirtualSriovEthernetCard',
};

const CONTROLLER = -1;
/** Where a SCSI controller has itself. */
const RESERVED_UNIT = 7;

/** `owner` is the compute resource: what its hosts see can be named. */
export function specOf(owner: Cell, datastore: string, said: NewMachine, fail: Fail): VirtualMachineConfigSpec {
  const { name, guestId = 'otherGuest64', cpus = 1, coresPerSocket, memory = '1GiB', annotation, extraConfig } = said;
  return {
    name,
    guestId,
    numCPUs: cpus,
    memoryMB: megabytesOf(memory),
    files: { vmPathName: `[${datastore}]` },
    ...(coresPerSocket !== undefined && { numCoresPerSocket: coresPerSocket }),
    ...(annotation !== undefined && { annotation }),
    ...(extraConfig && { extraConfig: Object.entries(extraConfig).map(([key, value]) => ({ key, value })) }),
    deviceChange: [...disks(owner, datastore, said, fail), ...cards(owner, said, fail)],
  };
}

function add(device: DataObject, more: object = {}): VirtualDeviceConfigSpec {
  return { operation: 'add', device, ...more } as unknown as VirtualDeviceConfigSpec;
}

function disks(
  owner: Cell,
  own: string,
  { disks: said = ['10GiB'] }: NewMachine,
  fail: Fail,
): VirtualDeviceConfigSpec[] {
  if (said.length === 0) return [];
  const controller = add({
    _typeName: 'ParaVirtualSCSIController',
    key: CONTROLLER,
    busNumber: 0,
    sharedBus: 'noSharing',
  });
  const all = said.map((given, i) => {
    const disk = typeof given === 'string' ? { size: given } : given;
    const { size, format = 'thin', datastore = own } = disk as Exclude<typeof given, string>;
    const { file } = disk as Exclude<typeof given, string>;
    if (file === undefined && size === undefined) throw fail(['disks', i], 'needs a size or a file');
    if (!listed(owner, 'datastore').some((store) => store.get('name') === datastore))
      throw fail(['disks', i, 'datastore'], `there is no datastore '${datastore}' that its host sees`);
    const backing = {
      _typeName: 'VirtualDiskFlatVer2BackingInfo',
      fileName: file ?? (datastore === own ? '' : `[${datastore}]`),
      diskMode: 'persistent',
      ...(file === undefined && { thinProvisioned: format === 'thin', eagerlyScrub: format === 'eager' }),
    };
    const device = {
      _typeName: 'VirtualDisk',
      key: -10 - i,
      controllerKey: CONTROLLER,
      unitNumber: i < RESERVED_UNIT ? i : i + 1,
      capacityInKB: size === undefined ? 0 : bytesOf(size) / 1_024,
      backing,
    };
    return add(device as unknown as DataObject, file === undefined ? { fileOperation: 'create' } : {});
  });
  return [controller, ...all];
}

function cards(owner: Cell, { nics }: NewMachine, fail: Fail): VirtualDeviceConfigSpec[] {
  const networks = listed(owner, 'network').filter((network) => !isUplink(network));
  const names = networks.map((network) => String(network.get('name')));
  return (nics ?? names.slice(0, 1)).map((given, i) => {
    const nic = typeof given === 'string' ? { network: given, type: 'vmxnet3' } : given;
    const network = networks[names.indexOf(nic.network)];
    if (!network) {
      throw fail(['nics', i], `there is no network '${nic.network}' that its host is on${meant(nic.network, names)}`);
    }
    const { mac } = nic as { readonly mac?: string | undefined };
    return add({
      _typeName: CARDS[nic.type]!,
      key: -30 - i,
      backing: backingOf(network),
      ...(mac === undefined ? { addressType: 'assigned' } : { addressType: 'manual', macAddress: mac.toLowerCase() }),
      connectable: { startConnected: true, allowGuestControl: true, connected: false },
    } as unknown as DataObject);
  });
}

function isUplink(network: Cell): boolean {
  const config = network.get('config') as { readonly uplink?: boolean } | undefined;
  return network.is('DistributedVirtualPortgroup') && config?.uplink === true;
}

function backingOf(network: Cell): object {
  if (network.is('DistributedVirtualPortgroup')) {
    const { distributedVirtualSwitch } = network.get('config') as { readonly distributedVirtualSwitch: Ref };
    const switchUuid = network.world.find(distributedVirtualSwitch.value)?.get('uuid');
    const port = { portgroupKey: network.get('key'), switchUuid };
    return { _typeName: 'VirtualEthernetCardDistributedVirtualPortBackingInfo', port };
  }
  if (network.is('OpaqueNetwork')) {
    const { opaqueNetworkId, opaqueNetworkType } = network.get('summary') as Record<string, string>;
    return { _typeName: 'VirtualEthernetCardOpaqueNetworkBackingInfo', opaqueNetworkId, opaqueNetworkType };
  }
  return { _typeName: 'VirtualEthernetCardNetworkBackingInfo', deviceName: network.get('name'), network: network.ref };
}
