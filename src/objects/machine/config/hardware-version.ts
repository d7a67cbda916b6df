/**
 * Virtual hardware versions: from which API version a vCenter knows them, and what a machine of each may have. The
 * figures are those of VMware's lists of configuration maximums by compatibility.
 */
import type { Site } from '../../site.ts';

export interface Hardware {
  readonly number: number;
  /** API version from which it is there. */
  readonly since: string;
  /** Whether new machines are made of it; older ones are still run and upgraded. */
  readonly creates: boolean;
  readonly release: string;
  readonly cpus: number;
  readonly coresPerSocket: number;
  readonly memoryMB: number;
  readonly cards: number;
  readonly serialPorts: number;
  readonly passthrough: number;
  /** Units of a paravirtual SCSI bus, the controller's own included. */
  readonly paravirtualUnits: number;
  readonly nvmeUnits: number;
}

type Row = readonly [
  number: number,
  since: string,
  release: string,
  cpus: number,
  coresPerSocket: number,
  memoryGB: number,
  cards: number,
  serialPorts: number,
  passthrough: number,
];

const ROWS: readonly Row[] = [
  [4, '2.0', 'ESX Server 3.x', 4, 1, 64, 4, 4, 0],
  [7, '4.0', 'ESX/ESXi 4.x', 8, 8, 255, 10, 4, 2],
  [8, '5.0', 'ESXi 5.0', 32, 32, 1011, 10, 4, 6],
  [9, '5.1', 'ESXi 5.1', 64, 64, 1011, 10, 4, 6],
  [10, '5.5', 'ESXi 5.5', 64, 64, 1011, 10, 4, 6],
  [11, '6.0', 'ESXi 6.0', 128, 128, 4080, 10, 32, 16],
  [12, '6.5', 'Workstation 12', 128, 128, 4080, 10, 32, 16],
  [13, '6.5', 'ESXi 6.5', 128, 128, 6128, 10, 32, 16],
  [14, '6.7', 'ESXi 6.7', 128, 128, 6128, 10, 32, 16],
  [15, '6.7.2', 'ESXi 6.7 Update 2', 256, 256, 6128, 10, 32, 16],
  [16, '7.0.0.0', 'Workstation 15', 256, 256, 6128, 10, 32, 16],
  [17, '7.0.0.0', 'ESXi 7.0', 256, 256, 6128, 10, 32, 16],
  [18, '7.0.1.0', 'ESXi 7.0 Update 1', 768, 256, 24560, 10, 32, 16],
  [19, '7.0.2.0', 'ESXi 7.0 Update 2', 768, 256, 24560, 10, 32, 16],
  [20, '8.0.0.1', 'ESXi 8.0', 768, 256, 24560, 10, 32, 32],
  [21, '8.0.2.0', 'ESXi 8.0 Update 2', 768, 256, 24560, 10, 32, 32],
  [22, '9.0.0.0', 'ESX 9.0', 960, 256, 24560, 10, 32, 32],
];

export const HARDWARE: readonly Hardware[] = Object.freeze(
  ROWS.map(([number, since, release, cpus, coresPerSocket, memoryGB, cards, serialPorts, passthrough]) =>
    Object.freeze({
      number,
      since,
      creates: number > 4,
      release,
      cpus,
      coresPerSocket,
      memoryMB: number === 4 ? 65_532 : memoryGB * 1024,
      cards,
      serialPorts,
      passthrough,
      paravirtualUnits: number >= 14 ? 65 : 16,
      nvmeUnits: number >= 21 ? 64 : 15,
    }),
  ),
);

/** The versions a vCenter of the presented API knows, oldest first. */
export function knownHardware(site: Site): readonly Hardware[] {
  return HARDWARE.filter(({ since }) => site.schema.versionIndex(since) <= site.version);
}

export function latestHardware(site: Site): string {
  return hardwareKey(HARDWARE.findLast(({ since }) => site.schema.versionIndex(since) <= site.version)!.number);
}

/** `vmx-04`, `vmx-07` and on to the latest. */
export function isHardware(site: Site, version: string): boolean {
  return /^vmx-\d\d$/.test(version) && knownHardware(site).some(({ number }) => hardwareKey(number) === version);
}

export function hardwareNumber(version: string): number {
  return Number(version.slice(4));
}

/** `vmx-08` */
export function hardwareKey(number: number): string {
  return `vmx-${String(number).padStart(2, '0')}`;
}

/** What a machine of the version may have; a version of nobody's list is as the nearest older one. */
export function hardwareOf(version: string): Hardware {
  const number = hardwareNumber(version);
  return HARDWARE.findLast((row) => row.number <= number) ?? HARDWARE[0]!;
}
