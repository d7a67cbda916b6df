import type { Schema } from '../vim25/schema.ts';

/** Priors older than this are not told any more. */
const OLDEST = '4.0';
/** What a client may know a version by: dotted numbers. The tables also hold internal names. */
const PUBLIC = /^\d+(\.\d+)+$/;
/** vCenter's own `<version>` may be a name that no client knows; clients match the prior versions. */
const INTERNAL = 'uA046D008';

/**
 * `/sdk/vimServiceVersions.xml`: the versions a server speaks, newest first. As vCenter's, it starts with an
 * empty line, which is why it can have no XML declaration.
 */
export async function versionsDocument(schema: Schema, presented: number): Promise<string> {
  const { namespace, versions } = schema;
  const oldest = Math.max(0, versions.indexOf(OLDEST));
  const spoken = versions.slice(oldest, presented + 1).filter((id) => PUBLIC.test(id));
  const { create } = await import('xmlbuilder2');
  const root = create().ele('namespaces', { version: '1.0' });
  const api = root.ele('namespace');
  api.ele('name').txt(namespace);
  api.ele('version').txt(INTERNAL);
  const prior = api.ele('priorVersions');
  for (const id of spoken.reverse()) prior.ele('version').txt(id);
  return `\n${root.toString({ prettyPrint: true, indent: ' ' })}\n`;
}
