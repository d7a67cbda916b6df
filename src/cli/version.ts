/** `simsphere version`. */
import { packageVersion } from '../server/package-version.ts';

export function version(): number {
  process.stdout.write(`simsphere ${packageVersion()}\n`);
  return 0;
}
