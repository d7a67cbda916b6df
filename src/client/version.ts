/** Which version of the API to speak. */
import type { Agent } from 'node:http';
import { SimError } from '../kernel/errors.ts';
import { parseXml } from '../soap/index.ts';
import { vim25 } from '../vim25/index.ts';
import { exchange, type HttpRequest, readAll } from './http.ts';

/** Spoken when the server does not say what it knows. */
const FALLBACK = '7.0.0.0';

/** The newest version that server and table know, as an index into the table's versions. */
export async function negotiateVersion(agent: Agent, sdk: URL, timeout: number, signal?: AbortSignal): Promise<number> {
  const url = new URL('/sdk/vimServiceVersions.xml', sdk);
  const wanted: HttpRequest = { method: 'GET', url, headers: {}, timeout, signal };
  const answer = await exchange(agent, wanted);
  const bytes = await readAll(answer, wanted);
  const known = (answer.status === 200 ? listed(bytes) : [])
    .map((id) => vim25.versionIndex(id))
    .filter((index) => index >= 0);
  return known.length > 0 ? Math.max(...known) : vim25.versionIndex(FALLBACK);
}

/** The index of a version that the user named: `8.0.3.0`, `7.0` or `6.7`. */
export function namedVersion(id: string): number {
  const index = [id, `${id}.0`, `${id}.0.0`].map((form) => vim25.versionIndex(form)).find((found) => found >= 0);
  if (index !== undefined) return index;
  const some = vim25.versions.filter((version) => /^[5-9]\.\d/.test(version)).join(', ');
  throw new SimError('ERR_USAGE', `there is no API version '${id}'`, { hint: `one of ${some}` });
}

/** The ids that a versions document lists for vim25, in any order. */
function listed(bytes: Buffer): string[] {
  try {
    const spaces = parseXml(bytes).children.filter((child) => child.child('name')?.text.trim() === vim25.namespace);
    return spaces.flatMap((space) => {
      const own = space.child('version')?.text.trim() ?? '';
      const prior = space.child('priorVersions')?.children.map((child) => child.text.trim()) ?? [];
      return [own, ...prior];
    });
  } catch {
    // Old servers answer this path with a page for people.
    return [];
  }
}
