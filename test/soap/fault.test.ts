import { describe, expect, it } from 'vitest';
import {
  createEncoder,
  DecodeError,
  decodeFault,
  encodeFault,
  type FaultObject,
  parseXml,
  readEnvelope,
  syntaxFault,
  XmlError,
} from '../../src/soap/index.ts';
import { at, schema } from './table.ts';

function body(fault: FaultObject, text = 't', version = '8.0.3.0'): string {
  return encodeFault(createEncoder(schema, at(version)), 'urn:vim25', fault, text);
}

describe('a fault', () => {
  it('is written as vCenter writes it', () => {
    const text = 'Cannot complete login due to an incorrect user name or password.';
    expect(body({ _typeName: 'InvalidLogin' }, text)).toContain(
      '<soapenv:Body>\n<soapenv:Fault><faultcode>ServerFaultCode</faultcode>' +
        `<faultstring>${text}</faultstring><detail><InvalidLoginFault xmlns="urn:vim25" xsi:type="InvalidLogin">` +
        '</InvalidLoginFault></detail></soapenv:Fault>\n</soapenv:Body>\n</soapenv:Envelope>',
    );
  });

  it('carries its properties, and reads back as it was', () => {
    const fault = {
      _typeName: 'NoPermission',
      object: { type: 'Folder', value: 'group-d1' },
      privilegeId: 'System.View',
      faultMessage: [{ _typeName: 'LocalizableMessage', key: 'k', message: 'a < b' }],
    };
    const { payload } = readEnvelope(parseXml(body(fault, 'Permission to perform this operation was denied.')));
    expect(decodeFault(payload, schema)).toEqual({
      code: 'ServerFaultCode',
      text: 'Permission to perform this operation was denied.',
      fault,
      typeName: 'NoPermission',
    });
  });

  it('younger than the client is the nearest base it knows', () => {
    const younger = schema.dataNames
      .map((name) => schema.data(name)!)
      .find((type) => {
        return type.version > at('6.5') && type.base?.name === 'VimFault' && schema.isData(type.name, 'MethodFault');
      });
    expect(younger).toBeDefined();
    expect(body({ _typeName: younger!.name }, 't', '6.5')).toContain(
      '<VimFaultFault xmlns="urn:vim25" xsi:type="VimFault">',
    );
  });

  it('of a type the table does not know is still a fault to the client', () => {
    const text =
      '<Fault><faultcode>c</faultcode><faultstring>s</faultstring><detail><TeapotFault><x>1</x></TeapotFault></detail></Fault>';
    expect(decodeFault(parseXml(text), schema)).toEqual({ code: 'c', text: 's', fault: undefined, typeName: 'Teapot' });
    expect(decodeFault(parseXml('<LoginResponse/>'), schema)).toBeUndefined();
  });
});

describe('bytes that are no request', () => {
  it('are an InvalidRequest that says where', () => {
    const { fault, text } = syntaxFault(new XmlError('unexpected close tag.', 3, 14));
    expect([fault, text]).toEqual([
      { _typeName: 'InvalidRequest' },
      'unexpected close tag.\nwhile parsing SOAP envelope\nat line 3, column 14',
    ]);
  });

  it('are the fault of what is wrong with them', () => {
    expect(syntaxFault(new DecodeError('InvalidType', 'spec.device', 'Unknown type X'))).toEqual({
      fault: { _typeName: 'InvalidType' },
      text: 'Unknown type X\nwhile parsing property "spec.device"',
    });
    expect(syntaxFault(new DecodeError('InvalidArgument', 'spec.name', 'no'))).toEqual({
      fault: { _typeName: 'InvalidArgument', invalidProperty: 'spec.name' },
      text: 'A specified parameter was not correct: spec.name',
    });
  });
});
