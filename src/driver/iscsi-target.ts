/** LUNs of iSCSI targets, as the cluster's hosts see them. */
import type { Ref } from '../client/index.ts';
import type {
  HostInternetScsiHba,
  HostInternetScsiHbaSendTarget,
  HostInternetScsiTargetTransport,
  HostStorageDeviceInfo,
} from '../vim25/index.ts';
import { persist } from './steady.ts';
import type { Surroundings } from './surroundings.ts';
import type { IscsiVolume } from './volume.ts';

type Host = Ref<'HostSystem'>;

export interface Lun {
  /** What a raw device mapping is made of: `/vmfs/devices/disks/naa.…`. */
  readonly deviceName: string;
  readonly uuid: string;
}

/** The volume's LUN as a host sees it now; undefined when it does not. */
export async function lunOf(surroundings: Surroundings, host: Host, volume: IscsiVolume): Promise<Lun | undefined> {
  const { hostBusAdapter, scsiTopology, scsiLun } = await storageOf(surroundings, host);
  const hba = iscsiOf(hostBusAdapter);
  const seen = scsiTopology?.adapter?.find(({ adapter }) => adapter === hba?.key);
  const target = seen?.target?.find(({ transport }) => {
    const { address, iScsiName } = transport as HostInternetScsiTargetTransport;
    return address?.[0] === volume.portal && iScsiName === volume.iqn;
  });
  const luns = target?.lun?.filter(({ lun }) => volume.lun === undefined || lun === volume.lun);
  // Targets may show devices that are no disks.
  const found = scsiLun?.find((device) => {
    return device._typeName === 'HostScsiDisk' && luns?.some((lun) => lun.scsiLun === device.key);
  });
  return found && { deviceName: found.deviceName, uuid: found.uuid };
}

/**
 * Makes a host look at the volume's portal, which it is told of when it does not know it. Gives what takes that back;
 * undefined where nothing was told, or where the host has no iSCSI.
 */
export async function discover(
  surroundings: Surroundings,
  host: Host,
  { portal }: IscsiVolume,
): Promise<(() => Promise<void>) | undefined> {
  const { client } = surroundings;
  const hba = iscsiOf((await storageOf(surroundings, host)).hostBusAdapter);
  const storage = (await client.get(host, 'configManager')).storageSystem;
  if (!hba || !storage) return undefined;
  const [address, port] = apart(portal);
  const target: HostInternetScsiHbaSendTarget = { address, port };
  const params = { iScsiHbaDevice: hba.device, targets: [target] };
  const known = hba.configuredSendTarget?.some((t) => t.address === address && (t.port ?? 3260) === port);
  // Both may be done twice: a target that is known already stays one.
  if (!known) await persist(surroundings, () => client.call(storage, 'AddInternetScsiSendTargets', params));
  await persist(surroundings, () => client.call(storage, 'RescanHba', { hbaDevice: hba.device }));
  return known ? undefined : () => client.call(storage, 'RemoveInternetScsiSendTargets', params);
}

/** `10.0.0.5:3260`, `[fd00::5]:3260` or an address alone. */
function apart(portal: string): readonly [string, number] {
  const [, address = portal, port] = /^\[?(.+?)\]?:(\d+)$/.exec(portal) ?? [];
  return [address, Number(port ?? 3260)];
}

function iscsiOf(adapters: HostStorageDeviceInfo['hostBusAdapter']): HostInternetScsiHba | undefined {
  return adapters?.find((hba) => hba._typeName === 'HostInternetScsiHba') as HostInternetScsiHba | undefined;
}

async function storageOf({ client }: Surroundings, host: Host): Promise<Partial<HostStorageDeviceInfo>> {
  return (await client.get(host, 'config'))?.storageDevice ?? {};
}
