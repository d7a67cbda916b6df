/** `guest`, its summary and the heartbeat: what VMware Tools say, or that there are none. */
import type {
  GuestInfo,
  GuestNicInfo,
  ManagedEntityStatus,
  VirtualMachineGuestSummary,
} from '../../vim25/generated/index.ts';
import { isSeen, toolsRunning } from '../guest/awake.ts';
import { primaryAddress } from '../guest/cards.ts';
import { diskInfo } from '../guest/disk-info.ts';
import { hostNameOf } from '../guest/host-name.ts';
import { nicInfo, stackInfo } from '../guest/net-info.ts';
import { screenInfo } from '../guest/screen-info.ts';
import { LATEST_TOOLS } from '../guest/tools-version.ts';
import { guestFamily, guestName } from './config/guest-names.ts';
import { type Device, isCard, networkOf } from './device/device.ts';
import { isHung } from './hung.ts';
import type { Machine } from './machine.ts';

export { toolsRunning } from '../guest/awake.ts';

/** `networks` are the names of the networks the machine is plugged into, by id. */
export function guestInfo(m: Machine, networks: ReadonlyMap<string, string>): GuestInfo {
  const { guest, config } = m;
  const running = toolsRunning(m);
  const said = isSeen(m)
    ? {
        guestId: config.guestId,
        guestFamily: guestFamily(config.guestId),
        guestFullName: guestName(config.guestId),
        hostName: hostNameOf(m),
        ipAddress: primaryAddress(m),
        net: guest?.net ?? nicInfo(m, networks),
        ipStack: stackInfo(m),
        disk: diskInfo(m),
        screen: screenInfo(m),
      }
    : {};
  return {
    _typeName: 'GuestInfo',
    ...tools(m),
    toolsVersion: guest?.toolsVersion ?? '0',
    toolsInstallType: guest ? (guest.toolsType ?? 'guestToolsTypeOpenVMTools') : 'guestToolsTypeUnknown',
    ...said,
    guestState: running ? 'running' : m.power.standby ? 'standby' : 'notRunning',
    appHeartbeatStatus: 'appStatusGray',
    guestKernelCrashed: false,
    appState: 'none',
    guestOperationsReady: running,
    interactiveGuestOperationsReady: false,
    guestStateChangeSupported: running,
    generationInfo: [],
    hwVersion: config.version,
    ...(m.outside?.['guest.ipAddress'] !== undefined && { net: addressed(m, networks) }),
  };
}

/** The cards as the guest shows them once somebody outside has said its address: the first one has it. */
function addressed(m: Machine, networks: ReadonlyMap<string, string>): GuestNicInfo[] {
  const { guest, devices, outside } = m;
  const address = String(outside!['guest.ipAddress']);
  const prefixLength = address.includes(':') ? 64 : 24;
  const known = isSeen(m) ? nicInfo(m, networks) : [];
  const cards = guest?.net ?? (known.length > 0 ? known : devices.filter(isCard).map((card) => nic(card, networks)));
  return cards.map((card, i) =>
    i > 0
      ? card
      : {
          ...card,
          ipAddress: [address],
          ipConfig: { ipAddress: [{ ipAddress: address, prefixLength, state: 'preferred' }] },
        },
  );
}

function nic(card: Device, networks: ReadonlyMap<string, string>): GuestNicInfo {
  return {
    network: networks.get(networkOf(card) ?? ''),
    macAddress: card.macAddress,
    connected: card.connectable?.connected ?? true,
    deviceConfigId: card.key,
  };
}

export function guestSummary(m: Machine): VirtualMachineGuestSummary {
  const seen = isSeen(m);
  return {
    _typeName: 'VirtualMachineGuestSummary',
    guestId: seen ? m.config.guestId : undefined,
    guestFullName: seen ? guestName(m.config.guestId) : undefined,
    ...tools(m),
    hostName: hostNameOf(m),
    ipAddress: primaryAddress(m),
    hwVersion: m.config.version,
  };
}

export function heartbeat(m: Pick<Machine, 'guest' | 'power' | 'outside' | 'hung'>): ManagedEntityStatus {
  if (isHung(m)) return 'red';
  return toolsRunning(m) ? 'green' : 'gray';
}

type ToolsInfo = Pick<GuestInfo, 'toolsStatus' | 'toolsVersionStatus' | 'toolsVersionStatus2' | 'toolsRunningStatus'>;

function tools(m: Machine): ToolsInfo {
  const running = toolsRunning(m);
  if (!m.guest) {
    return {
      toolsStatus: 'toolsNotInstalled',
      toolsVersionStatus: 'guestToolsNotInstalled',
      toolsVersionStatus2: 'guestToolsNotInstalled',
      toolsRunningStatus: running ? 'guestToolsRunning' : 'guestToolsNotRunning',
    };
  }
  const old = isOld(m.guest);
  const version = !isManaged(m.guest) ? 'guestToolsUnmanaged' : old ? 'guestToolsNeedUpgrade' : 'guestToolsCurrent';
  return {
    toolsStatus: running ? (old ? 'toolsOld' : 'toolsOk') : 'toolsNotRunning',
    toolsVersionStatus: version,
    toolsVersionStatus2: old ? 'guestToolsSupportedOld' : version,
    toolsRunningStatus: running ? 'guestToolsRunning' : 'guestToolsNotRunning',
  };
}

/** Tools that came from the host's own installer, which vCenter keeps up to date. */
function isManaged({ toolsType }: NonNullable<Machine['guest']>): boolean {
  return toolsType === 'guestToolsTypeMSI' || toolsType === 'guestToolsTypeTar';
}

function isOld(guest: NonNullable<Machine['guest']>): boolean {
  return isManaged(guest) && Number(guest.toolsVersion) < Number(LATEST_TOOLS);
}
