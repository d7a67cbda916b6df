import { SimError } from '../kernel/errors.ts';

/** `[LocalDS_0] web/disk.vmdk`, taken apart. */
export interface DatastorePath {
  readonly datastore: string;
  /** Without a leading slash; empty for the datastore itself. */
  readonly path: string;
}

export function parseDatastorePath(text: string): DatastorePath {
  const match = /^\[([^\]]+)\]\s*\/?(.*)$/.exec(text);
  if (!match)
    throw new SimError('ERR_USAGE', `'${text}' is no datastore path`, { hint: "such as '[LocalDS_0] dir/file'" });
  return { datastore: match[1]!, path: match[2]! };
}

export function formatDatastorePath({ datastore, path }: DatastorePath): string {
  return path === '' ? `[${datastore}]` : `[${datastore}] ${path}`;
}
