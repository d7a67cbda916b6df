import { describe, expect, it } from 'vitest';
import { parseXml, type XmlElement } from '../../src/soap/index.ts';
import { versionsDocument } from '../../src/soap/versions-document.ts';
import { WSDL_DOCUMENTS, WsdlWriter } from '../../src/soap/wsdl.ts';
import { at, schema } from './table.ts';

const writer = new WsdlWriter(schema, at('8.0.2.0'));

async function documents(of: WsdlWriter): Promise<Map<string, XmlElement>> {
  const read = new Map<string, XmlElement>();
  for (const name of WSDL_DOCUMENTS) {
    const text = name === 'vimService.wsdl' ? await of.service('https://h/sdk') : await of.document(name);
    read.set(name, parseXml(text ?? ''));
  }
  return read;
}

const described = documents(writer);

/** Every element below, the root included. */
function* below(root: XmlElement): Generator<XmlElement> {
  yield root;
  for (const child of root.children) yield* below(child);
}

function named(root: XmlElement, name: string): XmlElement | undefined {
  for (const element of below(root)) if (element.attributes.name === name) return element;
  return undefined;
}

describe('the WSDL', () => {
  it('names the address that the client used', async () => {
    const text = await writer.service('https://vc.example:8989/sdk?a&b');
    expect(text).toContain('<soap:address location="https://vc.example:8989/sdk?a&amp;b"/>');
    expect(await writer.document('nothing.xsd')).toBeUndefined();
  });

  it.each(['5.5', '8.0.2.0'])('of %s defines every name it uses, once', async (version) => {
    const defined = new Set<string>();
    const used = new Set<string>();
    const twice: string[] = [];
    for (const root of (await documents(new WsdlWriter(schema, at(version)))).values()) {
      for (const element of below(root)) {
        const { name, type, base, ref, message, element: part } = element.attributes;
        const isSchema = element.uri === 'http://www.w3.org/2001/XMLSchema';
        if (isSchema && name && ['complexType', 'simpleType'].includes(element.name)) {
          if (defined.has(`vim25:${name}`)) twice.push(name);
          defined.add(`vim25:${name}`);
        }
        if (isSchema && name && element.name === 'element' && !element.attributes.minOccurs)
          defined.add(`element ${name}`);
        if (element.name === 'message' || element.name === 'portType') defined.add(`vim25:${name}`);
        for (const qname of [type, base, ref, message]) if (qname?.startsWith('vim25:')) used.add(qname);
        if (part) used.add(`element ${part.replace('vim25:', '')}`);
      }
    }
    expect(twice).toEqual([]);
    expect(used.size).toBeGreaterThan(2000);
    expect([...used].filter((name) => !defined.has(name))).toEqual([]);
  });

  it('describes requests, answers and faults as a genuine one does', async () => {
    const read = await described;
    const main = read.get('vim.wsdl')!;
    expect(named(main, 'Login')?.attributes.type).toBe('vim25:LoginRequestType');
    expect(named(main, 'InvalidLoginFault')?.attributes.type).toBe('vim25:InvalidLogin');
    const answer = [...below(named(main, 'LoginResponse')!)].map((e) => e.name);
    expect(answer).toEqual(['element', 'complexType', 'sequence', 'element']);
    const request = [...below(named(read.get('vim-messagetypes.xsd')!, 'LoginRequestType')!)];
    expect(request.map((e) => e.attributes.name).filter(Boolean)).toEqual([
      'LoginRequestType',
      '_this',
      'userName',
      'password',
      'locale',
    ]);
    const actions = new Set([...below(main)].map((e) => e.attributes.soapAction).filter(Boolean));
    expect([...actions]).toEqual(['urn:vim25/8.0.2.0']);
  });

  it('calls optional what is younger than its type', async () => {
    const session = named((await described).get('vim-types.xsd')!, 'UserSession')!;
    const optional = [...below(session)].filter((e) => e.attributes.minOccurs === '0').map((e) => e.attributes.name);
    expect(optional).toEqual(['extensionSession', 'ipAddress', 'userAgent', 'callCount']);
  });

  it('of an old version has nothing younger', async () => {
    const old = await new WsdlWriter(schema, at('5.5')).document('vim-types.xsd');
    expect(old).toContain('"OptionValue"');
    expect(old).not.toContain('"VirtualTPM"');
    expect(old).not.toContain('"patchLevel"');
  });
});

describe('the versions document', () => {
  it('starts with an empty line and tells the prior versions, newest first', async () => {
    const text = await versionsDocument(schema, at('8.0.2.0'));
    expect(text.startsWith('\n<namespaces version="1.0">')).toBe(true);
    const told = [...below(parseXml(text).child('namespace')!.child('priorVersions')!)].slice(1).map((e) => e.text);
    expect(told).toEqual(
      (
        '8.0.2.0 8.0.1.0 8.0.0.2 8.0.0.1 8.0.0.0 7.0.3.2 7.0.3.1 7.0.3.0 7.0.2.1 7.0.2.0 7.0.1.1 7.0.1.0 7.0.0.2 7.0.0.0 ' +
        '6.9.1 6.8.7 6.7.3 6.7.2 6.7.1 6.7 6.5 6.0 5.5 5.1 5.0 4.1 4.0'
      ).split(' '),
    );
  });
});
