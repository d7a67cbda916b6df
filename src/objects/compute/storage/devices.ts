/** HostStorageDeviceInfo: adapters, disks and the paths between them. */
import type {
  HostMultipathInfo,
  HostPlugStoreTopology,
  HostScsiDisk,
  HostScsiTopology,
  HostStorageDeviceInfo,
  HostTargetTransport,
} from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import type { Host } from '../host/host.ts';
import { adapters, hbaKey } from './adapters.ts';
import {
  BOOT_HBA,
  canonicalName,
  type Drive,
  devicePath,
  drivesOf,
  driveUuid,
  ISCSI_HBA,
  pathName,
  READS_DRIVES,
  SECTOR,
  settingsOf,
} from './drive.ts';

export const READS_STORAGE = ['name', ...READS_DRIVES] as const;

export function storageDevices(self: Cell<Host>): HostStorageDeviceInfo {
  const s = self.state;
  const drives = drivesOf(self);
  return {
    hostBusAdapter: adapters(s),
    scsiLun: drives.map((drive) => scsiDisk(s, drive)),
    scsiTopology: topology(s, drives),
    multipathInfo: multipath(s, drives),
    plugStoreTopology: plugStore(drives),
    softwareInternetScsiEnabled: s.iscsi?.enabled ?? false,
  };
}

export function driveKey(drive: Drive): string {
  return `key-vim.host.ScsiDisk-${driveUuid(drive)}`;
}

export function displayName(s: Host, drive: Drive): string {
  const { name, local = drive.local } = settingsOf(s, drive);
  return (
    name ?? `${local ? 'Local ' : ''}${drive.vendor} ${drive.portal ? 'iSCSI ' : ''}Disk (${canonicalName(drive)})`
  );
}

export function scsiDisk(s: Host, drive: Drive): HostScsiDisk {
  const set = settingsOf(s, drive);
  const local = set.local ?? drive.local;
  return {
    _typeName: 'HostScsiDisk',
    deviceName: devicePath(drive),
    deviceType: 'disk',
    key: driveKey(drive),
    uuid: driveUuid(drive),
    canonicalName: canonicalName(drive),
    displayName: displayName(s, drive),
    lunType: 'disk',
    vendor: drive.vendor.padEnd(8),
    model: drive.model.padEnd(16),
    revision: '0001',
    scsiLevel: 6,
    serialNumber: drive.naa.slice(-12),
    queueDepth: 64,
    operationalState: [set.detached ? 'off' : 'ok'],
    capabilities: { updateDisplayNameSupported: true },
    vStorageSupport: local ? 'vStorageUnsupported' : 'vStorageSupported',
    protocolEndpoint: false,
    perenniallyReserved: set.reserved ?? false,
    clusteredVmdkSupported: false,
    capacity: { blockSize: SECTOR, block: Math.floor(drive.bytes / SECTOR) },
    devicePath: devicePath(drive),
    ssd: set.ssd ?? true,
    localDisk: local,
    scsiDiskType: 'native512',
  };
}

function transport({ hba, portal }: Drive): HostTargetTransport {
  if (portal)
    return {
      _typeName: 'HostInternetScsiTargetTransport',
      iScsiName: portal.iScsiName,
      iScsiAlias: '',
      address: [portal.address],
    } as HostTargetTransport;
  return { _typeName: hba === BOOT_HBA ? 'HostBlockAdapterTargetTransport' : 'HostParallelScsiTargetTransport' };
}

function topology(s: Host, drives: readonly Drive[]): HostScsiTopology {
  const adapter = adapters(s).map(({ key, device }) => ({
    key: `key-vim.host.ScsiTopology.Interface-${device}`,
    adapter: key!,
    target: drives
      .filter(({ hba }) => hba === device)
      .map((drive) => ({
        key: `key-vim.host.ScsiTopology.Target-${device}:0:${drive.target}`,
        target: drive.target,
        lun: [{ key: `key-vim.host.ScsiTopology.Lun-${driveUuid(drive)}`, lun: 0, scsiLun: driveKey(drive) }],
        transport: transport(drive),
      })),
  }));
  return { adapter };
}

const unitKey = (drive: Drive) => `key-vim.host.MultipathInfo.LogicalUnit-${driveUuid(drive)}`;

function multipath(s: Host, drives: readonly Drive[]): HostMultipathInfo {
  const lun = drives.map((drive) => {
    const { policy, pathOff = false, detached = false } = settingsOf(s, drive);
    const state = pathOff ? 'disabled' : detached ? 'off' : 'active';
    return {
      key: unitKey(drive),
      id: driveUuid(drive),
      lun: driveKey(drive),
      path: [
        {
          key: `key-vim.host.MultipathInfo.Path-${pathName(drive)}`,
          name: pathName(drive),
          pathState: state,
          state,
          isWorkingPath: state === 'active',
          adapter: hbaKey(drive.hba),
          lun: unitKey(drive),
          ...(drive.portal && { transport: transport(drive) }),
        },
      ],
      policy: policy ?? {
        _typeName: 'HostMultipathInfoFixedLogicalUnitPolicy',
        policy: 'VMW_PSP_FIXED',
        prefer: pathName(drive),
      },
      storageArrayTypePolicy: { policy: drive.hba === ISCSI_HBA ? 'VMW_SATP_DEFAULT_AA' : 'VMW_SATP_LOCAL' },
    };
  });
  return { lun };
}

function plugStore(drives: readonly Drive[]): HostPlugStoreTopology {
  const deviceKey = (drive: Drive) => `key-vim.host.PlugStoreTopology.Device-${driveUuid(drive)}`;
  return {
    device: drives.map((drive) => ({ key: deviceKey(drive), lun: driveKey(drive), path: [] })),
    plugin: [
      {
        key: 'key-vim.host.PlugStoreTopology.Plugin-NMP',
        name: 'NMP',
        device: drives.map(deviceKey),
        claimedPath: [],
      },
    ],
  };
}
