/** A document as elements, strictly: what is not well-formed, or has a DOCTYPE, is none. */
import { SaxesParser } from 'saxes';

export interface Element {
  readonly name: string;
  readonly children: Element[];
  text: string;
}

/** The root of a document; undefined when it is not well-formed. */
export function parseTree(text: string): Element | undefined {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const open: Element[] = [];
  let root: Element | undefined;
  let sound = true;
  const add = (chunk: string) => {
    const current = open.at(-1);
    if (current) current.text += chunk;
  };
  parser.on('error', () => {
    sound = false;
  });
  parser.on('doctype', () => {
    sound = false;
  });
  parser.on('opentag', ({ name }) => {
    const element: Element = { name, children: [], text: '' };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', add);
  parser.on('cdata', add);
  parser.write(text.trimStart()).close();
  return sound ? root : undefined;
}
