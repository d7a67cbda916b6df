import { describe, expect, it } from 'vitest';
import { DecodeError, decodeParams, decodeResult, parseXml } from '../../src/soap/index.ts';
import { at, method, schema } from './table.ts';

const XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"';

function call(owner: string, name: string, inside: string, presented = at('8.0.3.0')): Record<string, unknown> {
  const element = parseXml(`<${name} ${XSI}><_this>x</_this>${inside}</${name}>`);
  return decodeParams(method(owner, name), element, schema, presented).params;
}

function refusal(owner: string, name: string, inside: string, presented?: number): string {
  try {
    call(owner, name, inside, presented);
  } catch (error) {
    if (error instanceof DecodeError) return `${error.kind} ${error.path}: ${error.message}`;
    throw error;
  }
  throw new Error('it was taken');
}

function reconfigure(spec: string): Record<string, unknown> {
  return call('VirtualMachine', 'ReconfigVM_Task', `<spec>${spec}</spec>`).spec as Record<string, unknown>;
}

function wrongSpec(spec: string): string {
  return refusal('VirtualMachine', 'ReconfigVM_Task', `<spec>${spec}</spec>`);
}

function option(attributes: string, text: string): unknown {
  const spec = reconfigure(`<extraConfig><key>k</key><value ${attributes}>${text}</value></extraConfig>`);
  return (spec.extraConfig as { value: unknown }[])[0]?.value;
}

describe('scalars', () => {
  it.each([
    ['1', true],
    ['0', false],
    ['true', true],
    [' false ', false],
  ])('boolean %s', (text, value) => {
    expect(reconfigure(`<cpuHotAddEnabled>${text}</cpuHotAddEnabled>`).cpuHotAddEnabled).toBe(value);
  });

  it.each([
    ['4', 4],
    [' -2147483648 ', -2147483648],
    ['4.0', 4],
    ['+7', 7],
    ['-0', 0],
  ])('int %s', (text, value) => {
    expect(reconfigure(`<numCPUs>${text}</numCPUs>`).numCPUs).toBe(value);
  });

  it('takes longs as oslo.vmware sends them, with a fraction of zero', () => {
    expect(reconfigure('<memoryMB>4096.0</memoryMB>').memoryMB).toBe(4096);
  });

  it('takes the largest long', () => {
    expect(reconfigure('<memoryMB>9223372036854775807</memoryMB>').memoryMB).toBe(2 ** 63);
  });

  it.each([
    ['<numCPUs>2147483648</numCPUs>'],
    ['<numCPUs>1.5</numCPUs>'],
    ['<numCPUs>0x10</numCPUs>'],
    ['<numCPUs>1e3</numCPUs>'],
    ['<numCPUs></numCPUs>'],
    ['<numCPUs>four</numCPUs>'],
    ['<numCPUs><a/></numCPUs>'],
    ['<memoryMB>9223372036854775808</memoryMB>'],
    ['<cpuHotAddEnabled>yes</cpuHotAddEnabled>'],
    ['<numCPUs>1</numCPUs><numCPUs>2</numCPUs>'],
  ])('refuses %s and names the place', (spec) => {
    expect(wrongSpec(spec)).toMatch(/^InvalidRequest spec\.(numCPUs|memoryMB|cpuHotAddEnabled): /);
  });

  it.each([
    ['2026-11-21T02:28:24.161247', '2026-11-21T02:28:24.161247Z'],
    ['2026-11-21T02:28:24.161200Z', '2026-11-21T02:28:24.1612Z'],
    ['2026-11-21T02:28:24.000Z', '2026-11-21T02:28:24Z'],
    ['2026-11-21T02:28:24.1234567Z', '2026-11-21T02:28:24.123456Z'],
    ['2026-11-21T01:28:24.5+02:00', '2026-11-20T23:28:24.5Z'],
    ['2024-02-29T23:00:00-05:30', '2024-03-01T04:30:00Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00Z'],
  ])('reads the time %s as %s', (text, value) => {
    expect(option('xsi:type="xsd:dateTime"', text)).toEqual({ _typeName: 'dateTime', _value: value });
  });

  it.each([['2026-02-30T00:00:00Z'], ['2026-11-21'], ['2026-11-21T25:00:00Z'], ['now'], ['']])(
    'refuses the time "%s"',
    (text) => {
      expect(() => option('xsi:type="xsd:dateTime"', text)).toThrow(DecodeError);
    },
  );

  it('keeps strings as they are, empty ones too', () => {
    expect(reconfigure('<annotation></annotation>').annotation).toBe('');
    expect(reconfigure('<annotation> a\n b </annotation>').annotation).toBe(' a\n b ');
  });
});

describe('enums', () => {
  const shares = (level: string) =>
    `<cpuAllocation><shares><shares>1</shares><level>${level}</level></shares></cpuAllocation>`;

  it('are their values', () => {
    expect(reconfigure(shares('normal'))).toMatchObject({ cpuAllocation: { shares: { level: 'normal' } } });
  });

  it('refuse any other word', () => {
    expect(wrongSpec(shares('lots'))).toMatch(/^InvalidRequest spec\.cpuAllocation\.shares\.level: "lots"/);
  });
});

describe('data objects', () => {
  it('carry their runtime type', () => {
    const device = '<device xsi:type="q:VirtualDisk"><key>-1</key><capacityInKB>1</capacityInKB></device>';
    const spec = reconfigure(`<deviceChange><operation>add</operation>${device}</deviceChange>`);
    expect(spec).toEqual({
      _typeName: 'VirtualMachineConfigSpec',
      deviceChange: [
        {
          _typeName: 'VirtualDeviceConfigSpec',
          operation: 'add',
          device: { _typeName: 'VirtualDisk', key: -1, capacityInKB: 1 },
        },
      ],
    });
  });

  it('of an unknown type, or of one that is not derived from the declared, are of an invalid type', () => {
    const device = (type: string) => `<deviceChange><device xsi:type="${type}"><key>1</key></device></deviceChange>`;
    expect(wrongSpec(device('VirtualToaster'))).toBe(
      'InvalidType spec.deviceChange[0].device: Unknown type VirtualToaster',
    );
    expect(wrongSpec(device('OptionValue'))).toContain('not assignable to VirtualDevice');
    expect(wrongSpec(device('constructor'))).toContain('Unknown type');
  });

  it('refuse elements they do not have, and words between them', () => {
    expect(wrongSpec('<colour>red</colour>')).toBe(
      'InvalidRequest spec: Unexpected element "colour" in VirtualMachineConfigSpec',
    );
    expect(wrongSpec('<__proto__>1</__proto__>')).toContain('Unexpected element');
    expect(wrongSpec('hello')).toContain('Unexpected text');
  });

  it('need what is required', () => {
    expect(wrongSpec('<extraConfig><value xsi:type="xsd:string">v</value></extraConfig>')).toBe(
      'InvalidRequest spec.extraConfig[0].key: Required property key is missing from data object of type OptionValue',
    );
  });

  it('do not need what came after their type, even where the API calls it required', () => {
    const search = (details: string) =>
      call(
        'HostDatastoreBrowser',
        'SearchDatastore_Task',
        `<datastorePath>[a]</datastorePath><searchSpec><details>${details}</details></searchSpec>`,
      ).searchSpec;
    const old = '<fileType>1</fileType><fileSize>1</fileSize><modification>0</modification>';
    const details = { _typeName: 'FileQueryFlags', fileType: true, fileSize: true, modification: false };
    expect(search(old)).toEqual({ _typeName: 'HostDatastoreBrowserSearchSpec', details });
    expect(() => search('<fileOwner>1</fileOwner>')).toThrow('Required property fileType');
  });

  it('have empty lists where a required list has no items', () => {
    const params = call(
      'PropertyCollector',
      'RetrieveProperties',
      '<specSet><objectSet><obj type="Folder">f</obj></objectSet></specSet>',
    );
    expect(params.specSet).toMatchObject([{ propSet: [], objectSet: [{ obj: { type: 'Folder', value: 'f' } }] }]);
    expect(call('PropertyCollector', 'RetrieveProperties', '').specSet).toEqual([]);
  });

  it('know nothing younger than the server', () => {
    const spec = '<spec><sgxInfo><epcSize>1</epcSize></sgxInfo></spec>';
    expect(call('VirtualMachine', 'ReconfigVM_Task', spec)).toBeDefined();
    expect(refusal('VirtualMachine', 'ReconfigVM_Task', spec, at('6.5'))).toContain('Unexpected element "sgxInfo"');
  });
});

describe('references', () => {
  const relocate = (host: string) =>
    call('VirtualMachine', 'MigrateVM_Task', `${host}<priority>defaultPriority</priority>`);

  it('have the declared type when they name none', () => {
    expect(relocate('<host>host-1</host>').host).toEqual({ type: 'HostSystem', value: 'host-1' });
  });

  it('may name a base of the declared type, but no stranger', () => {
    expect(relocate('<host type="ManagedEntity"> host-1 </host>').host).toEqual({
      type: 'ManagedEntity',
      value: 'host-1',
    });
    expect(() => relocate('<host type="Datastore">datastore-1</host>')).toThrow('not assignable to HostSystem');
  });
});

describe('values of any type', () => {
  it.each([
    ['', 'a', 'a'],
    ['xsi:type="xsd:string"', '5', '5'],
    ['xsi:type="xsd:int"', '5', 5],
    ['xsi:type="xsd:boolean"', '1', true],
    ['xsi:type="xsd:long"', '5', { _typeName: 'long', _value: 5 }],
    ['xsi:type="xsd:short"', '5', { _typeName: 'short', _value: 5 }],
    ['xsi:type="xsd:double"', '1.5', { _typeName: 'double', _value: 1.5 }],
    ['xsi:type="xsd:base64Binary"', 'AA ==', { _typeName: 'base64Binary', _value: 'AA==' }],
    ['xsi:type="xsd:integer"', '5', { _typeName: 'long', _value: 5 }],
    [
      'xsi:type="VirtualMachinePowerState"',
      'poweredOn',
      { _typeName: 'VirtualMachinePowerState', _value: 'poweredOn' },
    ],
    ['xsi:type="ManagedObjectReference" type="Folder"', 'f', { type: 'Folder', value: 'f' }],
    ['type="Folder"', 'f', { type: 'Folder', value: 'f' }],
    [
      'xsi:type="ArrayOfString"',
      '<string>a</string><string></string>',
      { _typeName: 'ArrayOfString', _value: ['a', ''] },
    ],
    ['xsi:type="ArrayOfInt"', '', { _typeName: 'ArrayOfInt', _value: [] }],
    // A type that is written small in an array that is not.
    [
      'xsi:type="ArrayOfVslmVClockInfo"',
      '<vslmVClockInfo><vClockTime>7</vClockTime></vslmVClockInfo>',
      { _typeName: 'ArrayOfVslmVClockInfo', _value: [{ _typeName: 'vslmVClockInfo', vClockTime: 7 }] },
    ],
    [
      'xsi:type="ArrayOfAnyType"',
      '<anyType xsi:type="xsd:int">1</anyType>',
      { _typeName: 'ArrayOfAnyType', _value: [1] },
    ],
    [
      'xsi:type="Description"',
      '<label>l</label><summary>s</summary>',
      { _typeName: 'Description', label: 'l', summary: 's' },
    ],
  ])('%s %s', (attributes, text, value) => {
    expect(option(attributes, text)).toEqual(value);
  });

  it('of no known type are refused', () => {
    expect(() => option('xsi:type="Teapot"', '')).toThrow('Unknown type Teapot');
    expect(() => option('xsi:type="ArrayOfTeapot"', '')).toThrow('Unknown type ArrayOfTeapot');
  });
});

describe('a call', () => {
  it('without its object, or without a required argument, is refused', () => {
    const login = method('SessionManager', 'Login');
    expect(() => decodeParams(login, parseXml('<Login><userName>u</userName></Login>'), schema)).toThrow('_this');
    expect(refusal('SessionManager', 'Login', '<userName>u</userName>')).toContain('Required parameter password');
  });

  it('with an argument the method does not have is refused', () => {
    expect(refusal('SessionManager', 'Logout', '<why>because</why>')).toContain('Unexpected element "why"');
  });
});

describe('an answer', () => {
  const read = (name: string, inside: string) =>
    decodeResult(
      method('PropertyCollector', name),
      parseXml(`<${name}Response ${XSI}>${inside}</${name}Response>`),
      schema,
    );

  it('of a newer server is read without what the table does not know', () => {
    const text =
      '<returnval><token>t</token><novelty>1</novelty><objects><obj type="Folder">f</obj></objects></returnval>';
    expect(read('RetrievePropertiesEx', text)).toMatchObject({ token: 't', objects: [{ obj: { value: 'f' } }] });
  });

  it('may be empty', () => {
    expect(read('RetrievePropertiesEx', '')).toBeUndefined();
    expect(read('RetrieveProperties', '')).toEqual([]);
  });
});
