/** Virtual hardware versions: which a host of an API version makes and runs. */
import type { Site } from '../site.ts';

/** API version from which a hardware version is there. */
const SINCE: readonly (readonly [api: string, hardware: number])[] = [
  ['9.0.0.0', 22],
  ['8.0.2.0', 21],
  ['8.0.0.1', 20],
  ['7.0.2.0', 19],
  ['7.0.1.0', 18],
  ['7.0.0.0', 17],
  ['6.7.2', 15],
  ['6.7', 14],
  ['6.5', 13],
  ['6.0', 11],
  ['5.5', 10],
];

function latest(site: Site): number {
  return SINCE.find(([api]) => site.schema.versionIndex(api) <= site.version)?.[1] ?? 8;
}

export function latestHardware(site: Site): string {
  return `vmx-${String(latest(site)).padStart(2, '0')}`;
}

/** `vmx-03`, `vmx-04`, `vmx-07` and on to the latest. */
export function isHardware(site: Site, version: string): boolean {
  const n = Number(/^vmx-(\d{2})$/.exec(version)?.[1] ?? Number.NaN);
  return n >= 3 && n <= latest(site) && n !== 5 && n !== 6;
}

export function hardwareNumber(version: string): number {
  return Number(version.slice(4));
}
