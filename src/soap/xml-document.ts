/**
 * Elements as plain objects: children by name, attributes with `@` before theirs.
 *
 * @example { element: { '@name': 'obj', '@type': 'xsd:string' } }
 */
export interface Part {
  readonly [name: string]: string | Part | readonly Part[];
}

/** An element of any length: its parts are written some at a time, so that nobody waits for all of them. */
export class Section {
  readonly name: string;
  readonly attributes: Part;
  readonly parts: Iterable<Part | Section>;

  constructor(name: string, attributes: Part, parts: Iterable<Part | Section>) {
    this.name = name;
    this.attributes = attributes;
    this.parts = parts;
  }
}

/** Parts written before others get their turn. */
const PAGE = 50;
const INSIDE = '\ue000';

/** Writes a document. The library is loaded when first needed: it has no place in the start-up of a simulator. */
export async function xmlDocument(root: Section): Promise<string> {
  const { XMLBuilder } = await import('fast-xml-parser');
  const format = { format: true, indentBy: ' ', suppressEmptyNode: true };
  const builder = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@', ...format });
  const texts = ['<?xml version="1.0" encoding="UTF-8"?>\n'];
  let written = 0;
  const write = async ({ name, attributes, parts }: Section): Promise<void> => {
    const around = builder.build({ [name]: { ...attributes, '#text': INSIDE } }) as string;
    const [open, close] = around.split(INSIDE) as [string, string];
    texts.push(open, '\n');
    for (const part of parts) {
      if (part instanceof Section) await write(part);
      else texts.push(builder.build(part) as string);
      if (++written % PAGE === 0) await new Promise((resume) => setImmediate(resume));
    }
    texts.push(close);
  };
  await write(root);
  return texts.join('');
}
