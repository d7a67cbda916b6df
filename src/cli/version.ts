/** `simsphere version`. */
import { readFileSync } from 'node:fs';

export function version(): number {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  process.stdout.write(`simsphere ${version}\n`);
  return 0;
}
