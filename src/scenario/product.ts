/** Which version simsphere presents in place of one that was met. */
import { presentableVersions } from '../objects/service/about.ts';

/** That version, or the newest of the same line, or undefined. */
export function presentedFor(version: string): string | undefined {
  const known = presentableVersions();
  if (known.includes(version)) return version;
  const line = version.split('.').slice(0, 2).join('.');
  const alike = known.filter((v) => v === line || v.startsWith(`${line}.`));
  return alike.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).at(-1);
}
