import type { XMLBuilderCB } from 'xmlbuilder2/lib/interfaces.js';

/** Builds a document element by element. Long ones pause between parts, so that nobody waits for them. */
export type Build = (root: XMLBuilderCB) => Iterable<undefined>;

/** Parts built before others get their turn. */
const PARTS = 50;

/**
 * Writes a document with one root element. The library is loaded when first needed: it has no place in the start-up of
 * a simulator.
 */
export async function xmlDocument(name: string, attributes: Record<string, string>, build: Build): Promise<string> {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${await xmlElement(name, attributes, build)}\n`;
}

/** Writes one element without an XML declaration. */
export async function xmlElement(name: string, attributes: Record<string, string>, build: Build): Promise<string> {
  const { createCB } = await import('xmlbuilder2');
  const chunks: string[] = [];
  const collect = (chunk: string): void => void chunks.push(chunk);
  const document = createCB({ prettyPrint: true, indent: ' ', data: collect }).ele(name, attributes);
  let parts = 0;
  for (const _ of build(document)) {
    parts += 1;
    if (parts % PARTS === 0) await new Promise((resume) => setImmediate(resume));
  }
  document.up().end();
  return chunks.join('');
}
