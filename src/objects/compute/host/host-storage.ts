/** HostStorageDeviceInfo: adapters, disks and the paths between them. */
import type {
  HostHostBusAdapter,
  HostInternetScsiHba,
  HostInternetScsiHbaSendTarget,
  HostInternetScsiHbaStaticTarget,
  HostMultipathInfo,
  HostPlugStoreTopology,
  HostScsiDisk,
  HostScsiTopology,
  HostStorageDeviceInfo,
} from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import type { Datastore } from '../../storage/datastore.ts';
import type { Host } from './host.ts';
import { iscsiName } from './host-addresses.ts';

/** The software iSCSI adapter: off until somebody turns it on. */
export interface Iscsi {
  readonly enabled: boolean;
  readonly sendTargets?: readonly HostInternetScsiHbaSendTarget[] | undefined;
  readonly staticTargets?: readonly HostInternetScsiHbaStaticTarget[] | undefined;
  readonly name?: string | undefined;
  readonly alias?: string | undefined;
}

export const READS_STORAGE = ['name', 'identity', 'iscsi', 'datastore.volume', 'datastore.name'] as const;

interface Lun {
  readonly disk: HostScsiDisk;
  readonly adapter: string;
  readonly target: number;
}

const ADAPTER = 'key-vim.host.BlockHba-vmhba0';
const SHARED_ADAPTER = 'key-vim.host.ParallelScsiHba-vmhba1';

export function storageDevices(self: Cell<Host>): HostStorageDeviceInfo {
  const s = self.state;
  const luns = lunsOf(self);
  return {
    hostBusAdapter: adapters(s),
    scsiLun: luns.map((l) => l.disk),
    scsiTopology: topology(s, luns),
    multipathInfo: multipath(luns),
    plugStoreTopology: plugStore(luns),
    softwareInternetScsiEnabled: s.iscsi?.enabled ?? false,
  };
}

/** The disk ESXi boots from, and one per VMFS volume. */
function lunsOf(self: Cell<Host>): Lun[] {
  const boot = disk(
    `55cd2e404b${self.state.identity.uuid.replace(/-/g, '').slice(0, 6)}`,
    'ATA',
    'SSDSCKKB240G8R',
    240_057_409_536,
    true,
  );
  const luns: Lun[] = [{ disk: boot, adapter: ADAPTER, target: 0 }];
  for (const datastore of self.back<Datastore>('datastore')) {
    const { volume } = datastore.state;
    if (volume.type !== 'VMFS') continue;
    luns.push({
      disk: disk(volume.disk, 'DGC', 'VRAID', volume.capacity, volume.local),
      adapter: SHARED_ADAPTER,
      target: luns.length - 1,
    });
  }
  return luns;
}

function disk(naa: string, vendor: string, model: string, bytes: number, local: boolean): HostScsiDisk {
  const canonicalName = `naa.${naa}`;
  const uuid = `0200000000${naa}${Buffer.from(model.slice(0, 6)).toString('hex')}`;
  return {
    _typeName: 'HostScsiDisk',
    deviceName: `/vmfs/devices/disks/${canonicalName}`,
    deviceType: 'disk',
    key: `key-vim.host.ScsiDisk-${uuid}`,
    uuid,
    canonicalName,
    displayName: `${local ? 'Local ' : ''}${vendor} Disk (${canonicalName})`,
    lunType: 'disk',
    vendor: vendor.padEnd(8),
    model: model.padEnd(16),
    revision: '0001',
    scsiLevel: 6,
    serialNumber: naa.slice(-12),
    queueDepth: 64,
    operationalState: ['ok'],
    capabilities: { updateDisplayNameSupported: true },
    vStorageSupport: local ? 'vStorageUnsupported' : 'vStorageSupported',
    protocolEndpoint: false,
    perenniallyReserved: false,
    clusteredVmdkSupported: false,
    capacity: { blockSize: 512, block: Math.floor(bytes / 512) },
    devicePath: `/vmfs/devices/disks/${canonicalName}`,
    ssd: true,
    localDisk: local,
    scsiDiskType: 'native512',
  };
}

function adapters(s: Host): HostHostBusAdapter[] {
  const list: HostHostBusAdapter[] = [
    adapter('HostBlockHba', 'vmhba0', 0, 'Lewisburg SATA AHCI Controller', 'vmw_ahci', '0000:00:11.5', ADAPTER),
    adapter('HostParallelScsiHba', 'vmhba1', 24, 'PERC H740P Mini', 'lsi_mr3', '0000:18:00.0', SHARED_ADAPTER),
  ];
  if (s.iscsi?.enabled) list.push(softwareIscsi(s, s.iscsi));
  return list;
}

function adapter(
  type: string,
  device: string,
  bus: number,
  model: string,
  driver: string,
  pci: string,
  key: string,
): HostHostBusAdapter {
  return { _typeName: type, key, device, bus, status: 'unknown', model, driver, pci, storageProtocol: 'scsi' };
}

const YES_DISCOVERY = {
  iSnsDiscoverySettable: false,
  slpDiscoverySettable: false,
  staticTargetDiscoverySettable: true,
  sendTargetsDiscoverySettable: true,
};

function softwareIscsi(s: Host, iscsi: Iscsi): HostInternetScsiHba {
  return {
    _typeName: 'HostInternetScsiHba',
    key: 'key-vim.host.InternetScsiHba-vmhba64',
    device: 'vmhba64',
    bus: 0,
    status: 'online',
    model: 'iSCSI Software Adapter',
    driver: 'iscsi_vmk',
    storageProtocol: 'scsi',
    isSoftwareBased: true,
    canBeDisabled: true,
    networkBindingSupport: 'optional',
    discoveryCapabilities: YES_DISCOVERY,
    discoveryProperties: {
      iSnsDiscoveryEnabled: false,
      slpDiscoveryEnabled: false,
      staticTargetDiscoveryEnabled: true,
      sendTargetsDiscoveryEnabled: true,
    },
    authenticationCapabilities: {
      chapAuthSettable: true,
      krb5AuthSettable: false,
      srpAuthSettable: false,
      spkmAuthSettable: false,
      mutualChapSettable: true,
      targetChapSettable: true,
      targetMutualChapSettable: true,
    },
    authenticationProperties: {
      chapAuthEnabled: false,
      chapAuthenticationType: 'chapProhibited',
      mutualChapAuthenticationType: 'chapProhibited',
    },
    ipCapabilities: {
      addressSettable: false,
      ipConfigurationMethodSettable: false,
      subnetMaskSettable: false,
      defaultGatewaySettable: false,
      primaryDnsServerAddressSettable: false,
      alternateDnsServerAddressSettable: false,
    },
    ipProperties: { dhcpConfigurationEnabled: false, jumboFramesEnabled: false },
    iScsiName: iscsi.name ?? iscsiName(s.identity, s.name),
    iScsiAlias: iscsi.alias ?? '',
    configuredSendTarget: iscsi.sendTargets ?? [],
    configuredStaticTarget: iscsi.staticTargets ?? [],
    maxSpeedMb: 10_000,
    currentSpeedMb: 10_000,
  };
}

function topology(s: Host, luns: readonly Lun[]): HostScsiTopology {
  const adapter = adapters(s).map(({ key, device }) => {
    const mine = luns.filter((l) => l.adapter === key);
    return {
      key: `key-vim.host.ScsiTopology.Interface-${device}`,
      adapter: key!,
      target: mine.map((l) => ({
        key: `key-vim.host.ScsiTopology.Target-${device}:0:${l.target}`,
        target: l.target,
        lun: [{ key: `key-vim.host.ScsiTopology.Lun-${l.disk.uuid}`, lun: 0, scsiLun: l.disk.key! }],
        transport: {
          _typeName: l.adapter === ADAPTER ? 'HostBlockAdapterTargetTransport' : 'HostParallelScsiTargetTransport',
        },
      })),
    };
  });
  return { adapter };
}

const pathName = (l: Lun) => `${l.adapter === ADAPTER ? 'vmhba0' : 'vmhba1'}:C0:T${l.target}:L0`;

function multipath(luns: readonly Lun[]): HostMultipathInfo {
  const lun = luns.map((l) => ({
    key: `key-vim.host.MultipathInfo.LogicalUnit-${l.disk.uuid}`,
    id: l.disk.uuid,
    lun: l.disk.key!,
    path: [
      {
        key: `key-vim.host.MultipathInfo.Path-${pathName(l)}`,
        name: pathName(l),
        pathState: 'active',
        state: 'active',
        isWorkingPath: true,
        adapter: l.adapter,
        lun: `key-vim.host.MultipathInfo.LogicalUnit-${l.disk.uuid}`,
      },
    ],
    policy: { _typeName: 'HostMultipathInfoFixedLogicalUnitPolicy', policy: 'VMW_PSP_FIXED', prefer: pathName(l) },
    storageArrayTypePolicy: { policy: 'VMW_SATP_LOCAL' },
  }));
  return { lun };
}

function plugStore(luns: readonly Lun[]): HostPlugStoreTopology {
  const deviceKey = (l: Lun) => `key-vim.host.PlugStoreTopology.Device-${l.disk.uuid}`;
  return {
    device: luns.map((l) => ({ key: deviceKey(l), lun: l.disk.key!, path: [] })),
    plugin: [
      {
        key: 'key-vim.host.PlugStoreTopology.Plugin-NMP',
        name: 'NMP',
        device: luns.map(deviceKey),
        claimedPath: [],
      },
    ],
  };
}
