import { describe, expect, it } from 'vitest';
import { parseXml, XmlError } from '../../src/soap/index.ts';

function refusal(source: string | Uint8Array, limits = {}): XmlError {
  try {
    parseXml(source, limits);
  } catch (error) {
    if (error instanceof XmlError) return error;
    throw error;
  }
  throw new Error('it was taken');
}

describe('a document', () => {
  it('becomes elements with local names, namespaces, attributes and text', () => {
    const root = parseXml('<a:x xmlns:a="urn:a" k="1"><y xmlns="urn:b">t &amp; &#x41;<![CDATA[<c>]]></y></a:x>');
    expect([root.name, root.uri, root.attributes.k]).toEqual(['x', 'urn:a', '1']);
    const y = root.child('y');
    expect([y?.uri, y?.text]).toEqual(['urn:b', 't & A<c>']);
  });

  it('has its xsi:type without the prefix, whatever the prefixes are', () => {
    const xsi = 'http://www.w3.org/2001/XMLSchema-instance';
    expect(parseXml(`<v xmlns:q="${xsi}" q:type="xsd:string"/>`).xsiType).toBe('string');
    expect(parseXml(`<v xmlns:xsi="${xsi}" xsi:type="TraversalSpec"/>`).xsiType).toBe('TraversalSpec');
    expect(parseXml('<v type="Folder"/>').xsiType).toBeUndefined();
  });

  it('may start with an empty line, as the versions document of vCenter does', () => {
    expect(parseXml('\n<?xml version="1.0"?><a/>').name).toBe('a');
  });

  it.each([
    ['UTF-8', Buffer.from('<a>zürich 雪 🦊</a>')],
    ['UTF-8 with a mark', Buffer.from('\ufeff<a>zürich 雪 🦊</a>')],
    ['UTF-16 with a mark', Buffer.from('\ufeff<a>zürich 雪 🦊</a>', 'utf16le')],
    ['UTF-16 without one', Buffer.from('<a>zürich 雪 🦊</a>', 'utf16le')],
  ])('may be %s', (_, bytes) => {
    expect(parseXml(bytes).text).toBe('zürich 雪 🦊');
  });

  it('may declare ISO-8859-1', () => {
    const bytes = Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>zürich</a>', 'latin1');
    expect(parseXml(bytes).text).toBe('zürich');
  });
});

describe('refused', () => {
  it.each([
    ['nothing', ''],
    ['white space', ' \n '],
    ['text', 'hello'],
    ['JSON', '{"a": 1}'],
    ['a mismatched tag', '<a><b></a></b>'],
    ['an open element', '<a><b></b>'],
    ['two roots', '<a/><b/>'],
    ['an unknown entity', '<a>&nbsp;</a>'],
    ['an entity named like a property of every object', '<a>&constructor;</a>'],
    ['a character XML does not have', '<a>\u0001</a>'],
    ['a reference to such a character', '<a>&#1;</a>'],
    ['an unbound prefix', '<x:a/>'],
    ['an attribute given twice', '<a k="1" k="2"/>'],
    ['a DOCTYPE', '<!DOCTYPE a><a/>'],
    ['an external entity', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
    ['a billion laughs', '<!DOCTYPE a [<!ENTITY l "ha"><!ENTITY m "&l;&l;&l;&l;">]><a>&m;</a>'],
  ])('is %s', (_, source) => {
    expect(refusal(source).message).not.toBe('');
  });

  it('is what is nested too deep, before it is read to the end', () => {
    const bomb = '<a>'.repeat(1_000_000);
    expect(refusal(bomb).message).toContain('deeper than 100');
    expect(refusal('<a><a><a/></a></a>', { maxDepth: 2 }).message).toContain('deeper than 2');
  });

  it('is what is too large, before it is looked at', () => {
    expect(refusal(Buffer.alloc(101), { maxSize: 100 }).message).toContain('larger than 100');
  });

  it('is what is not valid in its encoding', () => {
    expect(refusal(Buffer.from([0x3c, 0x61, 0x3e, 0xff, 0x3c, 0x2f, 0x61, 0x3e])).message).toContain('UTF-8');
    expect(refusal(Buffer.from('<?xml version="1.0" encoding="EBCDIC-37"?><a/>')).message).toContain('EBCDIC-37');
  });

  it('is told with its place', () => {
    const { line, column } = refusal('<a>\n  <b></c></a>');
    expect([line, column]).toEqual([2, 9]);
  });
});
