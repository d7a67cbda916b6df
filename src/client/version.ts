/** Which version of the API to speak. */
import type { Agent } from 'node:http';
import { SimError } from '../kernel/errors.ts';
import { parseXml } from '../soap/index.ts';
import { vim25 } from '../vim25/index.ts';
import { exchange, type HttpRequest, readAll } from './http.ts';
import { VsphereError } from './vsphere-error.ts';

/** Spoken when the server does not say what it knows. */
const FALLBACK = '7.0.0.0';

type Asking = Pick<HttpRequest, 'url' | 'timeout' | 'clock' | 'signal'>;

/**
 * An index into the table's versions: the one asked for, or the newest that server and table know. Throws when the server
 * says that it is older than what is asked for.
 */
export async function chooseVersion(named: string | undefined, agent: Agent, sdk: Asking): Promise<number> {
  const asked = named === undefined ? undefined : namedVersion(named);
  const spoken = await spokenBy(agent, sdk);
  const known = spoken.map((id) => vim25.versionIndex(id)).filter((index) => index >= 0);
  const newest = Math.max(...known);
  if (asked === undefined) return known.length > 0 ? newest : vim25.versionIndex(FALLBACK);
  if (known.length === 0 || asked <= newest) return asked;
  throw new VsphereError('ERR_CLIENT', `${sdk.url.host} does not speak version ${vim25.versions[asked]} of the API`, {
    hint: `it speaks up to ${vim25.versions[newest]}`,
  });
}

/** The index of a version that the user named: `8.0.3.0`, `7.0` or `6.7`. */
export function namedVersion(id: string): number {
  const index = [id, `${id}.0`, `${id}.0.0`].map((form) => vim25.versionIndex(form)).find((found) => found >= 0);
  if (index !== undefined) return index;
  const some = vim25.versions.filter((version) => /^[5-9]\.\d/.test(version)).join(', ');
  throw new SimError('ERR_USAGE', `there is no API version '${id}'`, { hint: `one of ${some}` });
}

async function spokenBy(agent: Agent, sdk: Asking): Promise<string[]> {
  const url = new URL('/sdk/vimServiceVersions.xml', sdk.url);
  const wanted: HttpRequest = { ...sdk, method: 'GET', url, headers: {} };
  const answer = await exchange(agent, wanted);
  const bytes = await readAll(answer, wanted);
  return answer.status === 200 ? listed(bytes) : [];
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
