import { describe, expect, it } from 'vitest';
import {
  ChunkSink,
  createEncoder,
  encodeFetch,
  encodeRequest,
  encodeResponse,
  encodeResponseInSteps,
  FETCH,
  PropertyValue,
  parseXml,
  soapActionFor,
} from '../../src/soap/index.ts';
import { at, method, property, schema } from './table.ts';

const newest = createEncoder(schema, at('8.0.3.0'));

function written(owner: string, name: string, value: unknown, version = '8.0.3.0', namespace = 'urn:vim25'): string {
  const sink = new ChunkSink();
  encodeResponse(createEncoder(schema, at(version)), method(owner, name), namespace, value, sink);
  return sink.text();
}

/** What stands between the tags of the response element. */
function payload(owner: string, name: string, value: unknown, version?: string): string {
  return /<\w+Response xmlns="urn:vim25">(.*)<\/\w+Response>/s.exec(written(owner, name, value, version))?.[1] ?? '';
}

function fetched(owner: string, name: string, value: unknown, version = '8.0.3.0'): string {
  const sink = new ChunkSink();
  const encoder = createEncoder(schema, at(version));
  encodeFetch(encoder, 'urn:vim25', new PropertyValue(property(owner, name), value), sink);
  return /<FetchResponse xmlns="urn:vim25">(.*)<\/FetchResponse>/s.exec(sink.text())?.[1] ?? '';
}

/** A value of any type, as the value of an option. */
function any(value: unknown): string {
  const sink = new ChunkSink();
  const type = schema.data('OptionValue')?.byName.get('value');
  if (!type) throw new Error('OptionValue has no value');
  newest.value(sink, 'v', value, type);
  return sink.text();
}

describe('an answer', () => {
  it('has the envelope of vCenter, byte for byte', () => {
    expect(written('ServiceInstance', 'CurrentTime', '2023-12-14T06:53:33.763524Z')).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n' +
        '<soapenv:Envelope xmlns:soapenc="http://schemas.xmlsoap.org/soap/encoding/"\n' +
        ' xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"\n' +
        ' xmlns:xsd="http://www.w3.org/2001/XMLSchema"\n' +
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n' +
        '<soapenv:Body>\n' +
        '<CurrentTimeResponse xmlns="urn:vim25"><returnval>2023-12-14T06:53:33.763524Z</returnval></CurrentTimeResponse>\n' +
        '</soapenv:Body>\n' +
        '</soapenv:Envelope>',
    );
  });

  it('of nothing is an empty element', () => {
    expect(written('View', 'DestroyView', undefined)).toContain(
      '\n<DestroyViewResponse xmlns="urn:vim25"></DestroyViewResponse>\n',
    );
    expect(payload('SearchIndex', 'FindByUuid', undefined)).toBe('');
  });

  it('is in the namespace of the request', () => {
    expect(written('View', 'DestroyView', undefined, '2.0', 'urn:vim2')).toContain(
      '<DestroyViewResponse xmlns="urn:vim2">',
    );
  });

  it('repeats returnval for a list', () => {
    const found = [
      { type: 'VirtualMachine', value: 'vm-1' },
      { type: 'VirtualMachine', value: 'vm-2' },
    ];
    expect(payload('SearchIndex', 'FindAllByUuid', found)).toBe(
      '<returnval type="VirtualMachine">vm-1</returnval><returnval type="VirtualMachine">vm-2</returnval>',
    );
  });

  it('has properties in the order of the schema, base type first, empty elements with two tags', () => {
    const session = { userAgent: '', userName: 'u', key: 'k', callCount: 0, extensionSession: false };
    expect(payload('SessionManager', 'Login', session)).toBe(
      '<returnval><key>k</key><userName>u</userName><extensionSession>false</extensionSession>' +
        '<userAgent></userAgent><callCount>0</callCount></returnval>',
    );
  });

  it('is well-formed whatever a string holds', () => {
    const name = 'a & b <c> "d" \r\n\u0000\u001b\ufffe]]> 🦊 \ud800';
    const text = payload('SessionManager', 'Login', { userName: name });
    expect(text).toContain('a &amp; b &lt;c&gt; "d" &#13;\n???]]&gt; 🦊 ');
    expect(parseXml(text).child('userName')?.text).toContain('"d" \r\n');
  });
});

describe('a value of any type', () => {
  it.each([
    ['s', '<v xsi:type="xsd:string">s</v>'],
    ['', '<v xsi:type="xsd:string"></v>'],
    [true, '<v xsi:type="xsd:boolean">true</v>'],
    [7, '<v xsi:type="xsd:int">7</v>'],
    [3e9, '<v xsi:type="xsd:long">3000000000</v>'],
    [1.5, '<v xsi:type="xsd:double">1.5</v>'],
    [{ _typeName: 'long', _value: 7 }, '<v xsi:type="xsd:long">7</v>'],
    [{ _typeName: 'long', _value: 2 ** 63 }, '<v xsi:type="xsd:long">9223372036854775807</v>'],
    [{ _typeName: 'long', _value: -(2 ** 63) }, '<v xsi:type="xsd:long">-9223372036854775808</v>'],
    [{ _typeName: 'short', _value: 7 }, '<v xsi:type="xsd:short">7</v>'],
    [{ _typeName: 'PropertyPath', _value: 'a.b' }, '<v xsi:type="xsd:string">a.b</v>'],
    [new Date(1_700_000_000_120), '<v xsi:type="xsd:dateTime">2023-11-14T22:13:20.12Z</v>'],
    [new Uint8Array([1, 2]), '<v xsi:type="xsd:base64Binary">AQI=</v>'],
    [{ _typeName: 'ManagedEntityStatus', _value: 'green' }, '<v xsi:type="ManagedEntityStatus">green</v>'],
    [{ type: 'HostSystem', value: 'host-9' }, '<v type="HostSystem" xsi:type="ManagedObjectReference">host-9</v>'],
    [
      { _typeName: 'Description', label: 'l', summary: 's' },
      '<v xsi:type="Description"><label>l</label><summary>s</summary></v>',
    ],
    [
      { _typeName: 'ArrayOfString', _value: ['a', ''] },
      '<v xsi:type="ArrayOfString"><string xsi:type="xsd:string">a</string><string xsi:type="xsd:string"></string></v>',
    ],
    [{ _typeName: 'ArrayOfInt', _value: [1] }, '<v xsi:type="ArrayOfInt"><int xsi:type="xsd:int">1</int></v>'],
    [
      { _typeName: 'ArrayOfAnyType', _value: [1, 's'] },
      '<v xsi:type="ArrayOfAnyType"><anyType xsi:type="xsd:int">1</anyType><anyType xsi:type="xsd:string">s</anyType></v>',
    ],
    [
      { _typeName: 'ArrayOfManagedObjectReference', _value: [{ type: 'HostSystem', value: 'host-9' }] },
      '<v xsi:type="ArrayOfManagedObjectReference">' +
        '<ManagedObjectReference type="HostSystem" xsi:type="ManagedObjectReference">host-9</ManagedObjectReference></v>',
    ],
    [
      { _typeName: 'ArrayOfVirtualDevice', _value: [{ _typeName: 'VirtualDisk', key: 1 }, { key: 2 }] },
      '<v xsi:type="ArrayOfVirtualDevice"><VirtualDevice xsi:type="VirtualDisk"><key>1</key></VirtualDevice>' +
        '<VirtualDevice xsi:type="VirtualDevice"><key>2</key></VirtualDevice></v>',
    ],
  ])('%j tells its type', (value, text) => {
    expect(any(value)).toBe(text);
  });
});

describe('the value of a property, read by Fetch,', () => {
  it.each([
    ['ManagedEntity', 'name', 'n', '<returnval xsi:type="xsd:string">n</returnval>'],
    ['ManagedEntity', 'overallStatus', 'green', '<returnval xsi:type="ManagedEntityStatus">green</returnval>'],
    ['ManagedEntity', 'declaredAlarmState', [], '<returnval xsi:type="ArrayOfAlarmState"></returnval>'],
    [
      'ManagedEntity',
      'parent',
      { type: 'Folder', value: 'group-v4' },
      '<returnval type="Folder" xsi:type="ManagedObjectReference">group-v4</returnval>',
    ],
    [
      'VirtualMachine',
      'network',
      [{ type: 'Network', value: 'network-7' }],
      '<returnval xsi:type="ArrayOfManagedObjectReference">' +
        '<ManagedObjectReference type="Network" xsi:type="ManagedObjectReference">network-7</ManagedObjectReference></returnval>',
    ],
    [
      'ManagedEntity',
      'effectiveRole',
      [-1],
      '<returnval xsi:type="ArrayOfInt"><int xsi:type="xsd:int">-1</int></returnval>',
    ],
    [
      'Datastore',
      'info',
      { _typeName: 'VmfsDatastoreInfo', name: 'd' },
      '<returnval xsi:type="VmfsDatastoreInfo"><name>d</name></returnval>',
    ],
    ['EventManager', 'maxCollector', 5, '<returnval xsi:type="xsd:int">5</returnval>'],
    ['ManagedEntity', 'parent', undefined, ''],
  ])('%s.%s has the type of the table', (owner, name, value, text) => {
    expect(fetched(owner, name, value)).toBe(text);
  });

  it('may not be set at all', () => {
    const sink = new ChunkSink();
    encodeFetch(newest, 'urn:vim25', undefined, sink);
    expect(sink.text()).toContain('<FetchResponse xmlns="urn:vim25"></FetchResponse>');
    expect(FETCH.params.map((p) => p.name)).toEqual(['prop']);
  });
});

describe('an older client', () => {
  it('is not sent properties it does not know', () => {
    const about = { name: 'n', version: '8.0.3', patchLevel: '00300', apiVersion: '8.0.2.0' };
    const content = { about, overheadMemoryManager: { type: 'OverheadMemoryManager', value: 'm' } };
    const old = payload('ServiceInstance', 'RetrieveServiceContent', content, '5.5');
    expect(old).toBe(
      '<returnval><about><name>n</name><version>8.0.3</version><apiVersion>8.0.2.0</apiVersion></about></returnval>',
    );
    expect(payload('ServiceInstance', 'RetrieveServiceContent', content)).toContain('<patchLevel>00300</patchLevel>');
  });

  it('is sent a type it does not know as the nearest base it knows, with only the properties of that', () => {
    const tpm = { _typeName: 'VirtualTPM', key: 11000, controllerKey: 100, endorsementKeyCertificate: ['AAAA'] };
    const value = { _typeName: 'ArrayOfVirtualDevice', _value: [tpm] };
    expect(any(value)).toContain('xsi:type="VirtualTPM"');
    const sink = new ChunkSink();
    createEncoder(schema, at('6.5')).value(sink, 'v', value, schema.data('OptionValue')!.byName.get('value')!);
    expect(sink.text()).toBe(
      '<v xsi:type="ArrayOfVirtualDevice"><VirtualDevice xsi:type="VirtualDevice"><key>11000</key>' +
        '<controllerKey>100</controllerKey></VirtualDevice></v>',
    );
  });

  it('is not sent enum values it does not know, but for an anyType, which must say something', () => {
    const value = schema.data('OptionValue')!.byName.get('value')!;
    const priority = { ...value, kind: 'enum', type: 'ClusterDasVmSettingsRestartPriority' } as const;
    const write = (version: string, word: string) => {
      const sink = new ChunkSink();
      const encoder = createEncoder(schema, at(version));
      encoder.value(sink, 'p', word, priority);
      encoder.value(sink, 'v', { _typeName: priority.type, _value: word }, value);
      return sink.text();
    };
    expect(write('8.0.3.0', 'highest')).toBe(`<p>highest</p><v xsi:type="${priority.type}">highest</v>`);
    expect(write('5.5', 'high')).toBe(`<p>high</p><v xsi:type="${priority.type}">high</v>`);
    expect(write('5.5', 'highest')).toBe('<v xsi:type="xsd:string">highest</v>');
    expect(() => write('8.0.3.0', 'higher')).toThrow('higher is no value of');
  });

  it('is sent references of a type it does not know as of the base it knows', () => {
    const dvs = { type: 'VmwareDistributedVirtualSwitch', value: 'dvs-1' };
    expect(payload('SearchIndex', 'FindByInventoryPath', dvs, '2.5')).toBe(
      '<returnval type="ManagedEntity">dvs-1</returnval>',
    );
  });
});

describe('the bytes of a value', () => {
  const name = property('ManagedEntity', 'name');
  const device = property('VirtualMachine', 'config');
  const config = { name: 'n'.repeat(600), alternateGuestName: 'é' };

  it('are written once for each version and value', () => {
    const memo = { value: config as unknown, encoded: undefined as unknown };
    const write = (version: string, value: unknown = config) => {
      const sink = new ChunkSink();
      createEncoder(schema, at(version)).typed(sink, 'val', device, new PropertyValue(device, value, memo));
      return sink.text();
    };
    const first = write('8.0.3.0');
    const kept = memo.encoded;
    expect(kept).toBeDefined();
    expect(write('8.0.3.0')).toBe(first);
    expect(memo.encoded).toBe(kept);
    expect(write('5.5')).toBe(first);
    expect(memo.encoded).not.toBe(kept);
    expect(first).toBe(
      `<val xsi:type="VirtualMachineConfigInfo"><name>${config.name}</name><alternateGuestName>é</alternateGuestName></val>`,
    );
  });

  it('are not those of another value', () => {
    const memo = { value: 'old', encoded: undefined };
    const sink = new ChunkSink();
    newest.typed(sink, 'val', name, new PropertyValue(name, 'new', memo));
    expect([sink.text(), memo.encoded]).toEqual(['<val xsi:type="xsd:string">new</val>', undefined]);
  });
});

describe('a long answer', () => {
  const objects = Array.from({ length: 3000 }, (_, i) => ({
    obj: { type: 'VirtualMachine', value: `vm-${i}` },
    propSet: [{ name: 'name', val: `Größe ${i} `.repeat(1 + (i % 40)) }],
  }));

  it('is the same in steps as in one go, in chunks that are drained on the way', async () => {
    const whole = written('PropertyCollector', 'RetrievePropertiesEx', { objects });
    const drained: Buffer[] = [];
    const sink = new ChunkSink(async (chunks) => {
      await Promise.resolve();
      drained.push(...chunks);
    });
    const steps = encodeResponseInSteps(
      newest,
      method('PropertyCollector', 'RetrievePropertiesEx'),
      'urn:vim25',
      { objects },
      sink,
    );
    for (const _ of steps) if (sink.full) await sink.drain();
    expect(drained.length).toBeGreaterThan(5);
    expect(Math.max(...drained.map((chunk) => chunk.length))).toBeLessThan(256 * 1024);
    expect(Buffer.concat([...drained, ...sink.finish()]).toString()).toBe(whole);
  });
});

describe('a request', () => {
  it('decodes to what was called', () => {
    const login = method('SessionManager', 'Login');
    const self = { type: 'SessionManager', value: 'SessionManager' };
    const text = encodeRequest(newest, login, self, { userName: 'a<b', password: 'p' }, { operationId: 'op&1' });
    expect(text).toContain('<soapenv:Header><operationID>op&amp;1</operationID></soapenv:Header>\n<soapenv:Body>\n');
    expect(text).toContain(
      '<Login xmlns="urn:vim25"><_this type="SessionManager">SessionManager</_this><userName>a&lt;b</userName>' +
        '<password>p</password></Login>',
    );
    expect(soapActionFor(newest)).toBe('"urn:vim25/8.0.3.0"');
  });
});
