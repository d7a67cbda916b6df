/** Files of the first datastore through `/folder`, as a program with a browser's means meets them. */
import { parseVmx, type Vmx } from '../../../src/formats/vmx.ts';
import type { Endpoint } from '../endpoint.ts';

export interface Folder {
  readonly get: (path: string) => Promise<Buffer>;
  readonly put: (path: string, body: string | Uint8Array) => Promise<void>;
  /** The HTTP status of a request; a PUT has an empty body. */
  readonly status: (method: string, path: string) => Promise<number>;
  readonly vmx: (path: string) => Promise<Vmx>;
}

export function folderOf(ep: Endpoint, datastore: string = 'LocalDS_0'): Folder {
  const { user, password } = ep.sim.credentials;
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  const ask = (method: string, path: string, body?: string | Uint8Array) => {
    const url = new URL(`/folder/${path.split('/').map(encodeURIComponent).join('/')}`, ep.sim.url);
    url.searchParams.set('dcPath', 'DC0');
    url.searchParams.set('dsName', datastore);
    return fetch(url, { method, headers: { authorization }, body: body ?? null } as RequestInit);
  };
  const get = async (path: string) => {
    const answer = await ask('GET', path);
    if (!answer.ok) throw new Error(`GET ${path}: ${answer.status}`);
    return Buffer.from(await answer.arrayBuffer());
  };
  return {
    get,
    async put(path, body) {
      const answer = await ask('PUT', path, body);
      if (!answer.ok) throw new Error(`PUT ${path}: ${answer.status}`);
    },
    async status(method, path) {
      const answer = await ask(method, path, method === 'PUT' ? '' : undefined);
      await answer.arrayBuffer();
      return answer.status;
    },
    vmx: async (path) => parseVmx((await get(path)).toString()),
  };
}
