/** Answers read while they come: the same values as by way of a tree, however the bytes are cut, and nothing taken for whole that is not. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AnswerReader, decodeResult, parseXml, QuickReader, readEnvelope } from '../../src/soap/index.ts';
import { vim25 } from '../../src/vim25/index.ts';

const EX = vim25.managed('PropertyCollector')!.methods.get('RetrievePropertiesEx')!;
const ALL = vim25.managed('PropertyCollector')!.methods.get('RetrieveProperties')!;

const envelope = (payload: string, spaces = '') =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"${spaces}>\n<soapenv:Body>\n${payload}\n</soapenv:Body>\n</soapenv:Envelope>`;
const answer = (objects: string, token = '') =>
  envelope(
    `<RetrievePropertiesExResponse xmlns="urn:vim25"><returnval>${token}${objects}</returnval></RetrievePropertiesExResponse>`,
  );
const object = (val: string, id = 'vm-1') =>
  `<objects><obj type="VirtualMachine">${id}</obj><propSet><name>config</name>${val}</propSet></objects>`;

interface Told {
  readonly items: readonly unknown[];
  readonly result: unknown;
}

function inPieces(text: string, cuts: readonly number[], method = EX, items = 'objects', shares = false): Told {
  const bytes = Buffer.from(text, 'utf8');
  const reader = new AnswerReader(method, vim25, new QuickReader(vim25, shares), items || undefined);
  const found: unknown[] = [];
  let at = 0;
  for (const cut of [...cuts.toSorted((a, b) => a - b), bytes.length]) {
    if (cut > at) found.push(...reader.take(bytes.subarray(at, cut)));
    at = Math.max(at, cut);
  }
  const { items: last, result } = reader.end();
  if (reader.isOther) throw new Error('it was taken for another answer');
  return { items: [...found, ...last], result };
}

const byTree = (text: string, method = EX): unknown =>
  decodeResult(method, readEnvelope(parseXml(text)).payload, vim25);

const VALUES: Readonly<Record<string, string>> = {
  'a string': '<val xsi:type="xsd:string">a string of more than a few letters</val>',
  'an empty string': '<val xsi:type="xsd:string"></val>',
  'a string in short': '<val xsi:type="xsd:string"/>',
  'text with entities': '<val xsi:type="xsd:string">&lt;a &amp;&amp; b&gt; &quot;c&quot; &apos;</val>',
  'a character by its number': '<val xsi:type="xsd:string">&#x41;&#66;</val>',
  'letters from elsewhere': '<val xsi:type="xsd:string">Zürich, Ελλάδα, 東京, 🙂 and more</val>',
  'a line end of another system': '<val xsi:type="xsd:string">a\r\nb</val>',
  'CDATA with a closing tag in it': '<val xsi:type="xsd:string"><![CDATA[</objects>]]></val>',
  'a comment': '<val xsi:type="xsd:string">a<!-- </objects> -->b</val>',
  'a number': '<val xsi:type="xsd:int">42</val>',
  'a negative number': '<val xsi:type="xsd:int">-42</val>',
  'a long': '<val xsi:type="xsd:long">123456789012</val>',
  'a float': '<val xsi:type="xsd:double">1.5e3</val>',
  'a boolean': '<val xsi:type="xsd:boolean">true</val>',
  'a boolean as a number': '<val xsi:type="xsd:boolean">0</val>',
  'a time': '<val xsi:type="xsd:dateTime">2026-01-02T03:04:05.600+01:00</val>',
  bytes: '<val xsi:type="xsd:base64Binary">AAEC\nAwQF</val>',
  'an enum': '<val xsi:type="VirtualMachinePowerState">poweredOn</val>',
  'an enum of tomorrow': '<val xsi:type="VirtualMachinePowerState">dreaming</val>',
  'a reference': '<val type="HostSystem" xsi:type="ManagedObjectReference">host-9</val>',
  'a list of references':
    '<val xsi:type="ArrayOfManagedObjectReference"><ManagedObjectReference type="Network" xsi:type="ManagedObjectReference">network-7</ManagedObjectReference></val>',
  'a list of strings': '<val xsi:type="ArrayOfString"><string>a</string><string></string></val>',
  'an empty list': '<val xsi:type="ArrayOfInt"/>',
  'a list of anything':
    '<val xsi:type="ArrayOfAnyType"><anyType xsi:type="xsd:long">5</anyType><anyType xsi:type="xsd:string">x</anyType></val>',
  'a data object':
    '<val xsi:type="VirtualMachineRuntimeInfo"><connectionState>connected</connectionState><powerState>poweredOff</powerState><toolsInstallerMounted>false</toolsInstallerMounted><numMksConnections>0</numMksConnections></val>',
  'properties that come in another order':
    '<val xsi:type="VirtualHardware"><memoryMB>32</memoryMB><numCPU>1</numCPU><device xsi:type="VirtualE1000"><key>1</key></device><device><key>2</key></device></val>',
  'a type within a type':
    '<val xsi:type="ArrayOfOptionValue"><OptionValue xsi:type="OptionValue"><key>k</key><value xsi:type="xsd:string">v</value></OptionValue></val>',
  'a property of tomorrow':
    '<val xsi:type="VirtualHardware"><numCPU>1</numCPU><qubits unit="k"><spin>up</spin><none/></qubits><memoryMB>32</memoryMB></val>',
  'a device of tomorrow':
    '<val xsi:type="VirtualHardware"><device xsi:type="VirtualTardis"><key>3</key><doors>1</doors></device></val>',
  'what is nil': '<val xsi:type="VirtualHardware"><numCPU xsi:nil="true"/><memoryMB xsi:nil="true"></memoryMB></val>',
  'white space between the tags':
    '<val xsi:type="VirtualHardware">\n  <numCPU>1</numCPU>\n  <memoryMB>2</memoryMB>\n</val>',
  'an object called like ours':
    '<val xsi:type="VirtualHardware"><objects><objects>x</objects></objects><numCPU>4</numCPU></val>',
  'a prefix of its own': '<val xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:type="xsd:string">a string</val>',
};

describe('an answer that is read while it comes', () => {
  it.each(Object.entries(VALUES))('gives %s as the tree does', (_, val) => {
    const text = answer(object(val) + object(VALUES['a number']!, 'vm-2'), '<token>7</token>');
    const { objects } = byTree(text) as { readonly objects: unknown[] };
    const { items, result } = inPieces(text, []);
    expect(items).toEqual(objects);
    expect(result).toEqual({ _typeName: 'RetrieveResult', token: '7', objects: [] });
  });

  it('is the same however the bytes are cut', () => {
    const text = answer(
      Object.values(VALUES)
        .map((val, i) => object(val, `vm-${i}`))
        .join('\n'),
      '<token>9</token>',
    );
    const { objects } = byTree(text) as { readonly objects: unknown[] };
    const length = Buffer.byteLength(text);
    fc.assert(
      fc.property(fc.array(fc.nat(length), { maxLength: 400 }), (cuts) => {
        expect(inPieces(text, cuts).items).toEqual(objects);
      }),
      { numRuns: 50 },
    );
    const everywhere = Array.from({ length }, (_, i) => i);
    expect(inPieces(text, everywhere).items).toEqual(objects);
  });

  it('waits for the end of an object that is larger than many pieces', () => {
    const long = `<val xsi:type="xsd:string">${'x'.repeat(1_000_000)}</val>`;
    const text = answer(object(long) + object(VALUES['a number']!, 'vm-2') + object(long, 'vm-3'));
    const { objects } = byTree(text) as { readonly objects: unknown[] };
    for (const size of [16_384, 9_999, 400_000]) {
      const cuts = Array.from({ length: Math.floor(text.length / size) }, (_, i) => (i + 1) * size);
      expect(inPieces(text, cuts).items).toEqual(objects);
    }
  });

  it('shares what one object says as the other did, and nobody can change it for both', () => {
    const hardware = (memory: number) =>
      `<val xsi:type="VirtualHardware"><numCPU>1</numCPU><memoryMB>${memory}</memoryMB><device xsi:type="VirtualE1000"><key>4000</key><deviceInfo><label>Network adapter 1</label><summary>VM Network</summary></deviceInfo></device></val>`;
    const text = answer([1, 2, 3, 4].map((n) => object(hardware(n), `vm-${n}`)).join(''));
    const { items } = inPieces(text, [], EX, 'objects', true);
    expect(items).toEqual((byTree(text) as { readonly objects: unknown[] }).objects);
    expect(
      inPieces(text, []).items.some((item) => Object.isFrozen((item as never as { propSet: object[] }).propSet[0])),
    ).toBe(false);
    const devices = items.map(
      (item) => (item as never as { propSet: { val: { device: object[] } }[] }).propSet[0]!.val.device[0],
    );
    expect(devices[2]).toBe(devices[1]);
    expect(Object.isFrozen(devices[1])).toBe(true);
  });

  it('gives a list that is the result itself', () => {
    const payload = [1, 2].map((n) => `<returnval><obj type="Folder">f-${n}</obj></returnval>`).join('');
    const text = envelope(`<RetrievePropertiesResponse xmlns="urn:vim25">${payload}</RetrievePropertiesResponse>`);
    expect(inPieces(text, [300], ALL, '').items).toEqual(byTree(text, ALL));
  });

  it('knows elements with a prefix for what they are', () => {
    const text = envelope(
      '<v:RetrievePropertiesExResponse><v:returnval><v:objects><v:obj type="Folder">f</v:obj></v:objects></v:returnval></v:RetrievePropertiesExResponse>',
      ' xmlns:v="urn:vim25"',
    );
    const reader = new AnswerReader(EX, vim25, new QuickReader(vim25), 'objects');
    reader.take(Buffer.from(text));
    reader.end();
    expect(reader.isOther && readEnvelope(parseXml(reader.whole)).payload.name).toBe('RetrievePropertiesExResponse');
  });

  it('is not taken for whole where it was cut off, wherever that is', () => {
    const text = answer(object(VALUES['a data object']!) + object(VALUES['CDATA with a closing tag in it']!, 'vm-2'));
    const whole = Buffer.from(text);
    for (let length = 700; length < whole.length; length += 7) {
      expect(() => inPieces(whole.subarray(0, length).toString(), []), String(length)).toThrow();
    }
  });

  it('gives an object before the next has come, and keeps nothing of it', () => {
    const reader = new AnswerReader(EX, vim25, new QuickReader(vim25), 'objects');
    const [first, second] = answer(object(VALUES['a number']!) + object(VALUES['a long']!, 'vm-2')).split(
      /(?<=<\/objects>)(?=<objects>)/,
    );
    expect(reader.take(Buffer.from(first!))).toHaveLength(1);
    expect(reader.soFar).toMatchObject({ objects: [] });
    expect(reader.take(Buffer.from(second!))).toHaveLength(1);
  });

  it('leaves faults, other encodings and pages for people to others', () => {
    const fault = envelope('<soapenv:Fault><faultcode>x</faultcode><faultstring>no</faultstring></soapenv:Fault>');
    const page = Buffer.from(`<!doctype html><title>hello</title>${'<p>hello'.repeat(50)}`);
    const wide = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from(answer(object(VALUES['a number']!)), 'utf16le'),
    ]);
    for (const bytes of [Buffer.from(fault), page, wide, Buffer.from('x')]) {
      const reader = new AnswerReader(EX, vim25, new QuickReader(vim25), 'objects');
      reader.take(bytes.subarray(0, 40));
      reader.take(bytes.subarray(40));
      reader.end();
      expect(reader.isOther).toBe(true);
      expect(reader.whole.equals(bytes)).toBe(true);
    }
  });
});
