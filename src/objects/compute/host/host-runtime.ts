/** HostSystem.runtime: state, and how healthy the machine feels. */
import { formatTime } from '../../../kernel/time.ts';
import type { HealthSystemRuntime, HostNumericSensorInfo, HostRuntimeInfo } from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import { dasState, READS_DAS } from '../ha/agents.ts';
import type { Host } from './host.ts';

export const READS_RUNTIME = ['runtime', 'profile', ...READS_DAS] as const;

export function hostRuntime(s: Host, self: Cell<Host>): HostRuntimeInfo {
  const { runtime } = s;
  const reachable = runtime.connection === 'connected';
  return {
    connectionState: runtime.connection,
    // A host in standby is away because it was sent there.
    powerState: reachable || runtime.power === 'standBy' ? runtime.power : 'unknown',
    standbyMode: runtime.standby ?? 'none',
    inMaintenanceMode: runtime.maintenance,
    inQuarantineMode: runtime.quarantine ?? false,
    bootTime: formatTime(Math.floor(runtime.bootTime / 1000) * 1000),
    healthSystemRuntime: reachable ? health(s) : undefined,
    dasHostState: dasState(self),
    tpmPcrValues: [],
    networkRuntimeInfo: {
      netStackInstanceRuntimeInfo: [
        {
          netStackInstanceKey: 'defaultTcpipStack',
          state: 'active',
          vmknicKeys: ['vmk0'],
          maxNumberOfConnections: 11_000,
          currentIpV6Enabled: true,
        },
      ],
    },
    hostMaxVirtualDiskCapacity: 68_169_720_922_112,
    cryptoState: 'incapable',
  };
}

const GREEN = Object.freeze({ label: 'Green', summary: 'Sensor is operating under normal conditions', key: 'green' });
/** Elements have an enum of their own, with capitals. */
const ELEMENT_GREEN = Object.freeze({ label: 'Green', summary: 'The element works as it should', key: 'Green' });

export function health(s: Host): HealthSystemRuntime {
  const fans = Array.from({ length: 6 }, (_, i) =>
    sensor(`Fan Device ${i + 1} Fan${i + 1}`, 'fan', 8_400 + 120 * i, 'RPM', 0),
  );
  const sockets = Array.from({ length: s.profile.packages }, (_, i) =>
    sensor(`Processor ${i + 1} Temp`, 'temperature', 4_100 + 100 * i, 'degrees C', -2),
  );
  return {
    systemHealthInfo: {
      numericSensorInfo: [
        ...fans,
        ...sockets,
        sensor('System Board 1 Inlet Temp', 'temperature', 2_300, 'degrees C', -2),
        sensor('Power Supply 1 Voltage 1', 'voltage', 23_000, 'Volts', -2),
        sensor('System Board 1 Pwr Consumption', 'power', 18_200, 'Watts', -2),
      ],
    },
    hardwareStatusInfo: {
      memoryStatusInfo: [{ name: 'Memory', status: ELEMENT_GREEN }],
      cpuStatusInfo: Array.from({ length: s.profile.packages }, (_, i) => ({
        name: `CPU Package ${i}`,
        status: ELEMENT_GREEN,
      })),
      storageStatusInfo: [],
    },
  };
}

function sensor(
  name: string,
  sensorType: string,
  currentReading: number,
  baseUnits: string,
  unitModifier: number,
): HostNumericSensorInfo {
  return { name, healthState: GREEN, currentReading, unitModifier, baseUnits, rateUnits: '', sensorType };
}
