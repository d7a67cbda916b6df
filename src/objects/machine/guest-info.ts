/** `guest`, its summary and the heartbeat: what VMware Tools say, or that there are none. */
import type {
  GuestInfo,
  GuestNicInfo,
  ManagedEntityStatus,
  VirtualMachineGuestSummary,
} from '../../vim25/generated/index.ts';
import { type Device, isCard, networkOf } from './device.ts';
import { guestFamily, guestName } from './guest-names.ts';
import type { Machine } from './machine.ts';

export function toolsRunning(m: Pick<Machine, 'guest' | 'power'>): boolean {
  return m.power.state === 'poweredOn' && m.guest?.running === true;
}

/** `networks` are the names of the networks the machine is plugged into, by id. */
export function guestInfo(m: Machine, networks: ReadonlyMap<string, string>): GuestInfo {
  const { guest, config } = m;
  const running = toolsRunning(m);
  const said = running
    ? {
        guestId: config.guestId,
        guestFamily: guestFamily(config.guestId),
        guestFullName: guestName(config.guestId),
        hostName: guest?.hostName,
        ipAddress: guest?.ipAddress,
        net: guest?.net ?? [],
      }
    : {};
  return {
    _typeName: 'GuestInfo',
    ...tools(m),
    toolsVersion: guest?.toolsVersion ?? '0',
    toolsInstallType: guest ? 'guestToolsTypeOpenVMTools' : 'guestToolsTypeUnknown',
    ...said,
    guestState: running ? 'running' : 'notRunning',
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
function addressed({ guest, devices, outside }: Machine, networks: ReadonlyMap<string, string>): GuestNicInfo[] {
  const address = String(outside!['guest.ipAddress']);
  const prefixLength = address.includes(':') ? 64 : 24;
  const cards = guest?.net?.length ? guest.net : devices.filter(isCard).map((card) => nic(card, networks));
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
  const running = toolsRunning(m);
  return {
    _typeName: 'VirtualMachineGuestSummary',
    guestId: running ? m.config.guestId : undefined,
    guestFullName: running ? guestName(m.config.guestId) : undefined,
    ...tools(m),
    hostName: running ? m.guest?.hostName : undefined,
    ipAddress: running ? m.guest?.ipAddress : undefined,
    hwVersion: m.config.version,
  };
}

export function heartbeat(m: Pick<Machine, 'guest' | 'power'>): ManagedEntityStatus {
  return toolsRunning(m) ? 'green' : 'gray';
}

function tools(
  m: Machine,
): Pick<GuestInfo, 'toolsStatus' | 'toolsVersionStatus' | 'toolsVersionStatus2' | 'toolsRunningStatus'> {
  const running = toolsRunning(m);
  if (!m.guest) {
    return {
      toolsStatus: 'toolsNotInstalled',
      toolsVersionStatus: 'guestToolsNotInstalled',
      toolsVersionStatus2: 'guestToolsNotInstalled',
      toolsRunningStatus: 'guestToolsNotRunning',
    };
  }
  return {
    toolsStatus: running ? 'toolsOk' : 'toolsNotRunning',
    toolsVersionStatus: 'guestToolsUnmanaged',
    toolsVersionStatus2: 'guestToolsUnmanaged',
    toolsRunningStatus: running ? 'guestToolsRunning' : 'guestToolsNotRunning',
  };
}
