/** The storage adapters of a host, as HostStorageDeviceInfo lists them. */
import type {
  HostHostBusAdapter,
  HostInternetScsiHba,
  HostInternetScsiHbaAuthenticationProperties,
  HostInternetScsiHbaDigestProperties,
  HostInternetScsiHbaDiscoveryProperties,
  HostInternetScsiHbaParamValue,
  HostInternetScsiHbaSendTarget,
  HostInternetScsiHbaStaticTarget,
} from '../../../vim25/generated/index.ts';
import type { Host } from '../host/host.ts';
import { iscsiName } from '../host/host-addresses.ts';
import { BOOT_HBA, DISK_HBA, ISCSI_HBA } from './drive.ts';

/** A target that the last rescan found, with the one disk it shows. */
export interface FoundTarget {
  /** `address:port`. */
  readonly address: string;
  readonly iScsiName: string;
  readonly naa: string;
  readonly bytes: number;
}

/** The software iSCSI adapter: off until somebody turns it on. */
export interface Iscsi {
  readonly enabled: boolean;
  readonly sendTargets?: readonly HostInternetScsiHbaSendTarget[] | undefined;
  readonly staticTargets?: readonly HostInternetScsiHbaStaticTarget[] | undefined;
  readonly found?: readonly FoundTarget[] | undefined;
  readonly name?: string | undefined;
  readonly alias?: string | undefined;
  readonly authentication?: HostInternetScsiHbaAuthenticationProperties | undefined;
  readonly digest?: HostInternetScsiHbaDigestProperties | undefined;
  readonly discovery?: HostInternetScsiHbaDiscoveryProperties | undefined;
  readonly options?: readonly HostInternetScsiHbaParamValue[] | undefined;
}

const KEYS: Readonly<Record<string, string>> = {
  [BOOT_HBA]: 'key-vim.host.BlockHba-vmhba0',
  [DISK_HBA]: 'key-vim.host.ParallelScsiHba-vmhba1',
  [ISCSI_HBA]: 'key-vim.host.InternetScsiHba-vmhba64',
};

export function hbaKey(device: string): string {
  return KEYS[device]!;
}

export function hbaNames({ iscsi }: Host): string[] {
  return iscsi?.enabled ? [BOOT_HBA, DISK_HBA, ISCSI_HBA] : [BOOT_HBA, DISK_HBA];
}

export function adapters(s: Host): HostHostBusAdapter[] {
  const list: HostHostBusAdapter[] = [
    adapter('HostBlockHba', BOOT_HBA, 0, 'Lewisburg SATA AHCI Controller', 'vmw_ahci', '0000:00:11.5'),
    adapter('HostParallelScsiHba', DISK_HBA, 24, 'PERC H740P Mini', 'lsi_mr3', '0000:18:00.0'),
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
): HostHostBusAdapter {
  const key = hbaKey(device);
  return { _typeName: type, key, device, bus, status: 'unknown', model, driver, pci, storageProtocol: 'scsi' };
}

const DISCOVERY = {
  iSnsDiscoveryEnabled: false,
  slpDiscoveryEnabled: false,
  staticTargetDiscoveryEnabled: true,
  sendTargetsDiscoveryEnabled: true,
};

const AUTHENTICATION = {
  chapAuthEnabled: false,
  chapAuthenticationType: 'chapProhibited',
  mutualChapAuthenticationType: 'chapProhibited',
};

function softwareIscsi(s: Host, iscsi: Iscsi): HostInternetScsiHba {
  return {
    _typeName: 'HostInternetScsiHba',
    key: hbaKey(ISCSI_HBA),
    device: ISCSI_HBA,
    bus: 0,
    status: 'online',
    model: 'iSCSI Software Adapter',
    driver: 'iscsi_vmk',
    storageProtocol: 'scsi',
    isSoftwareBased: true,
    canBeDisabled: true,
    networkBindingSupport: 'optional',
    discoveryCapabilities: {
      iSnsDiscoverySettable: false,
      slpDiscoverySettable: false,
      staticTargetDiscoverySettable: true,
      sendTargetsDiscoverySettable: true,
    },
    discoveryProperties: iscsi.discovery ?? DISCOVERY,
    authenticationCapabilities: {
      chapAuthSettable: true,
      krb5AuthSettable: false,
      srpAuthSettable: false,
      spkmAuthSettable: false,
      mutualChapSettable: true,
      targetChapSettable: true,
      targetMutualChapSettable: true,
    },
    authenticationProperties: iscsi.authentication ?? AUTHENTICATION,
    digestCapabilities: {
      headerDigestSettable: true,
      dataDigestSettable: true,
      targetHeaderDigestSettable: true,
      targetDataDigestSettable: true,
    },
    digestProperties: iscsi.digest ?? {
      headerDigestType: 'digestProhibited',
      dataDigestType: 'digestProhibited',
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
    ...(iscsi.options && { advancedOptions: iscsi.options }),
    iScsiName: iscsi.name ?? iscsiName(s.identity, s.name),
    iScsiAlias: iscsi.alias ?? '',
    configuredSendTarget: iscsi.sendTargets ?? [],
    configuredStaticTarget: [...(iscsi.staticTargets ?? []), ...discovered(iscsi)],
    maxSpeedMb: 10_000,
    currentSpeedMb: 10_000,
  };
}

/** What portals told of: they stand among the static targets, and say how they got there. */
function discovered({ found = [], staticTargets = [] }: Iscsi): HostInternetScsiHbaStaticTarget[] {
  const isSaid = ({ address, iScsiName }: FoundTarget) =>
    staticTargets.some((t) => portalOf(t) === address && t.iScsiName === iScsiName);
  return found
    .filter((target) => !isSaid(target))
    .map(({ address, iScsiName }) => {
      const colon = address.lastIndexOf(':');
      return {
        address: address.slice(0, colon),
        port: Number(address.slice(colon + 1)),
        iScsiName,
        discoveryMethod: 'sendTargetMethod',
      };
    });
}

const PORT = 3260;

/** `address:port` of a target. */
export function portalOf({ address, port }: { readonly address: string; readonly port?: number | undefined }): string {
  return `${address}:${port ?? PORT}`;
}
