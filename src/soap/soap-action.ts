import type { Schema } from '../vim25/schema.ts';

/** What a SOAPAction header says. */
export interface SoapAction {
  /** Namespace to answer in; the service's own when the header names none. */
  readonly namespace: string;
  /** The API version the client was built for; undefined when it names none. */
  readonly version: string | undefined;
}

const DEFAULT_NAMESPACE = 'urn:vim25';
/** What clients that name no version were written against (libvirt, fence agents, FusionInventory). */
const UNNAMED_VERSION = '5.5';

/** Reads `"urn:vim25/6.5"`, `urn:vim25/6.7`, `vim25`, `"urn:vim25#RetrieveProperties"`, `""`, or no header at all. */
export function parseSoapAction(header: string | undefined, unnamed: string = DEFAULT_NAMESPACE): SoapAction {
  const text = (header ?? '')
    .trim()
    .replace(/^["']|["']$/g, '')
    .trim();
  const match = /^(?:urn:)?([A-Za-z][\w.-]*)(?:\/([^/#\s]+))?/.exec(text);
  if (!match) return { namespace: unnamed, version: undefined };
  return { namespace: `urn:${match[1]}`, version: match[2] };
}

/**
 * The version to answer in, as an index into `schema.versions`: the client's when that is known and older than the
 * presented one, the presented one when it is newer or unknown, `unnamed` when the client names none.
 */
export function negotiate(
  action: SoapAction,
  presented: number,
  schema: Schema,
  unnamed: string = UNNAMED_VERSION,
): number {
  const wanted = action.version === undefined ? unnamed : action.version;
  const index = schema.versionIndex(wanted);
  if (index >= 0) return Math.min(index, presented);
  // `urn:vim2/2.0` is the API before it was called vim25; nothing in the tables is older.
  return action.namespace === 'urn:vim2' ? 0 : presented;
}
