/** SIMSPHERE_READY_FILE: where `serve` also says that it is ready, for a `health` that knows none of its options. */
import { readFileSync } from 'node:fs';

/** Undefined when there is none. */
export function readyFile(): string | undefined {
  return process.env['SIMSPHERE_READY_FILE'] || undefined;
}

/** URL of the server that wrote it last; undefined when none did. */
export function readyUrl(file: string): string | undefined {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { readonly url: string }).url;
  } catch {
    return undefined;
  }
}
