import { describe, expect, it } from 'vitest';
import { DecodeError, decodeParams, parseXml, readEnvelope } from '../../src/soap/index.ts';
import { method, schema } from './table.ts';

const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/';
const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

function envelope(body: string, header = ''): string {
  return `<soapenv:Envelope xmlns:soapenv="${SOAP}" xmlns:xsi="${XSI}">${header}<soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`;
}

function login(text: string): unknown {
  const { payload } = readEnvelope(parseXml(text));
  expect(payload.name).toBe('Login');
  const { self, params } = decodeParams(method('SessionManager', 'Login'), payload, schema);
  return { ...params, self: self.value };
}

const ARGUMENTS = '<_this type="SessionManager">SessionManager</_this><userName>u</userName><password>p</password>';
const EXPECTED = { self: 'SessionManager', userName: 'u', password: 'p' };

describe('a call is understood', () => {
  it.each([
    ['with the API as default namespace', envelope(`<Login xmlns="urn:vim25">${ARGUMENTS}</Login>`)],
    ['in no namespace', envelope(`<Login>${ARGUMENTS}</Login>`)],
    [
      'with a prefix on the method and none below',
      envelope(`<vim25:Login xmlns:vim25="urn:vim25">${ARGUMENTS}</vim25:Login>`),
    ],
    [
      'with prefixes everywhere',
      envelope(
        '<ns0:Login xmlns:ns0="urn:vim25"><ns0:_this type="SessionManager">SessionManager</ns0:_this>' +
          '<ns0:userName>u</ns0:userName><ns0:password>p</ns0:password></ns0:Login>',
      ),
    ],
    [
      'in the mixed prefixes of suds',
      `<SOAP-ENV:Envelope xmlns:ns0="urn:vim25" xmlns:ns1="${SOAP}" xmlns:SOAP-ENV="${SOAP}"><SOAP-ENV:Header/>` +
        `<ns1:Body><ns0:Login>${ARGUMENTS}</ns0:Login></ns1:Body></SOAP-ENV:Envelope>`,
    ],
    [
      'in an envelope that is the default namespace',
      `<Envelope xmlns="${SOAP}"><Body><Login xmlns="urn:vim25">${ARGUMENTS}</Login></Body></Envelope>`,
    ],
    ['with an empty header', envelope(`<Login xmlns="urn:vim25">${ARGUMENTS}</Login>`, '<soapenv:Header/>')],
    [
      'with its request type on the method',
      envelope(`<Login xmlns="urn:vim25" xsi:type="ns0:LoginRequestType">${ARGUMENTS}</Login>`),
    ],
    [
      'with versionId on every parameter (pyVmomi)',
      envelope(
        '<Login xmlns="urn:vim25"><_this versionId="6.5" type="SessionManager">SessionManager</_this>' +
          '<userName versionId="6.5">u</userName><password versionId="6.5">p</password></Login>',
      ),
    ],
    [
      'with an xsi:type on the object (libvirt)',
      envelope(
        '<Login xmlns="urn:vim25"><_this xmlns="urn:vim25" xsi:type="ManagedObjectReference" type="SessionManager">' +
          'SessionManager</_this><userName>u</userName><password>p</password></Login>',
      ),
    ],
    [
      'without a type on the object',
      envelope('<Login><_this>SessionManager</_this><userName>u</userName><password>p</password></Login>'),
    ],
    [
      'with white space and comments anywhere',
      envelope(
        '\n  <Login xmlns="urn:vim25">\n <!-- hi -->\n <_this type="SessionManager">\n SessionManager\n </_this>\n' +
          ' <userName>u</userName>\n\n <password>p</password>\n</Login>\n',
      ),
    ],
    [
      'with its arguments in another order',
      envelope('<Login><password>p</password><userName>u</userName><_this>SessionManager</_this></Login>'),
    ],
  ])('%s', (_, text) => {
    expect(login(text)).toEqual(EXPECTED);
  });
});

describe('the header', () => {
  it.each([
    ['<operationID>op-1</operationID>'],
    ['<operationID xmlns="urn:vim25">op-1</operationID>'],
    ['<x:operationID xmlns:x="urn:vim25">\n op-1 </x:operationID>'],
  ])('gives the operation id of %s', (item) => {
    const text = envelope('<Login/>', `<soapenv:Header>${item}</soapenv:Header>`);
    expect(readEnvelope(parseXml(text)).operationId).toBe('op-1');
  });

  it('gives the session cookie of pbm clients, and other items as they are', () => {
    const header = '<soapenv:Header><vcSessionCookie>c</vcSessionCookie><other a="1"/></soapenv:Header>';
    const message = readEnvelope(parseXml(envelope('<PbmX/>', header)));
    expect([message.sessionCookie, message.operationId]).toEqual(['c', undefined]);
    expect(message.headers.map((h) => h.name)).toEqual(['vcSessionCookie', 'other']);
  });
});

describe('no message', () => {
  it.each([
    ['another document', '<html><body/></html>'],
    ['an envelope of another namespace', '<Envelope xmlns="urn:x"><Body><Login/></Body></Envelope>'],
    ['an envelope without a body', `<Envelope xmlns="${SOAP}"/>`],
    ['an empty body', envelope('')],
  ])('is %s', (_, text) => {
    expect(() => readEnvelope(parseXml(text))).toThrow(DecodeError);
  });
});
