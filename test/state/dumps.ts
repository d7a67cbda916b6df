/** Dumps in hand, and files on a datastore to fill them with. */
import type { Endpoint } from '../objects/endpoint.ts';

export async function bytesOf(dump: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of dump) parts.push(part);
  return Buffer.concat(parts);
}

/** As a network brings it. */
export async function* inPieces(bytes: Uint8Array, size = 10_007): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

function place(ep: Endpoint, name: string): [string, { authorization: string }] {
  const { user, password } = ep.sim.credentials;
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  return [`${new URL(ep.sim.url).origin}/folder/${name}?dcPath=DC0&dsName=LocalDS_0`, { authorization }];
}

/** Puts a file on the first datastore; gives the answer's status. */
export async function put(ep: Endpoint, name: string, body: Buffer): Promise<number> {
  const [url, headers] = place(ep, name);
  const answer = await fetch(url, { method: 'PUT', headers, body: new Uint8Array(body) });
  await answer.arrayBuffer();
  return answer.status;
}

/** The bytes of a file there; undefined where there is none. */
export async function taken(ep: Endpoint, name: string): Promise<Buffer | undefined> {
  const [url, headers] = place(ep, name);
  const answer = await fetch(url, { headers });
  const bytes = Buffer.from(await answer.arrayBuffer());
  return answer.status === 200 ? bytes : undefined;
}
