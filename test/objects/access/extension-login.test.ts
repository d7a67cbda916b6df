import { request } from 'node:https';
import { describe, expect, it } from 'vitest';
import { connect } from '../../../src/client/index.ts';
import { type Simulator, startSimulator } from '../../../src/index.ts';
import { Endpoint } from '../endpoint.ts';
import { type Holder, holder } from './trust-client.ts';

const OWN = holder('com.example.ext');
const STRANGER = holder('com.example.ext');
const KEY = 'com.example.ext';

/** One call at the endpoint by a client that shows a certificate when it connects. */
function call(sim: Simulator, method: string, args: string, from?: Holder): Promise<string> {
  const body =
    '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body>' +
    `<${method} xmlns="urn:vim25"><_this type="SessionManager">SessionManager</_this>${args}</${method}>` +
    '</soapenv:Body></soapenv:Envelope>';
  const shown = from ? { cert: from.pem, key: from.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string } : {};
  const options = { method: 'POST', rejectUnauthorized: false, agent: false as const, ...shown };
  return new Promise((resolve, reject) => {
    const sent = request(sim.url, { ...options, headers: { soapaction: 'urn:vim25/8.0.2.0' } }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk) => {
        text += chunk;
      });
      answer.on('end', () => resolve(text)).on('error', reject);
    });
    sent.on('error', reject).end(body);
  });
}

async function open(subjectName?: string): Promise<Endpoint> {
  const sim = await startSimulator();
  const { user: username, password } = sim.credentials;
  const ep = new Endpoint(sim, await connect({ url: sim.url, username, password, relogin: false, ca: sim.ca! }));
  const description = { label: 'Example', summary: 'An example' };
  const extension = { key: KEY, description, version: '1', lastHeartbeatTime: '2026-01-01T00:00:00Z', subjectName };
  await ep.call(ep.manager('extensionManager'), 'RegisterExtension', { extension });
  return ep;
}

const byCertificate = (ep: Endpoint, from?: Holder) =>
  call(ep.sim, 'LoginExtensionByCertificate', `<extensionKey>${KEY}</extensionKey>`, from);
const byName = (ep: Endpoint, from?: Holder, key = KEY) =>
  call(ep.sim, 'LoginExtensionBySubjectName', `<extensionKey>${key}</extensionKey>`, from);

describe('an extension', () => {
  it('logs in with the certificate it was given, and with no other', async () => {
    await using ep = await open();
    const manager = ep.manager('extensionManager');
    expect(await byCertificate(ep, OWN)).toContain('xsi:type="InvalidLogin"');
    await ep.call(manager, 'SetExtensionCertificate', { extensionKey: KEY, certificatePem: OWN.pem });
    const session = await byCertificate(ep, OWN);
    expect(session).toContain('<extensionSession>true</extensionSession>');
    expect(session).toContain(`<userName>${KEY}</userName>`);
    expect(await byCertificate(ep, STRANGER)).toContain('xsi:type="InvalidLogin"');
    expect(await byCertificate(ep)).toContain('xsi:type="NoClientCertificate"');
    await ep.call(manager, 'UnregisterExtension', { extensionKey: KEY });
    expect(await byCertificate(ep, OWN)).toContain('xsi:type="InvalidLogin"');
  });

  it('logs in with the key it was given, in whatever certificate', async () => {
    await using ep = await open();
    const manager = ep.manager('extensionManager');
    const publicKey = await ep.call(manager, 'GetPublicKey');
    expect(publicKey).toContain('BEGIN PUBLIC KEY');
    await ep.call(manager, 'SetPublicKey', { extensionKey: KEY, publicKey });
    expect(await byCertificate(ep, OWN)).toContain('xsi:type="InvalidLogin"');
    expect(await ep.fault(manager, 'SetPublicKey', { extensionKey: KEY, publicKey: 'x' })).toMatchObject({
      invalidProperty: 'publicKey',
    });
    expect(await ep.fault(manager, 'SetExtensionCertificate', { extensionKey: 'none' })).toMatchObject({
      _typeName: 'NotFound',
    });
    expect(await ep.fault(manager, 'SetExtensionCertificate', { extensionKey: KEY })).toMatchObject({
      _typeName: 'NoClientCertificate',
    });
  });

  it('logs in by the name in its certificate, which anybody may write but only its own bears', async () => {
    await using ep = await open(`CN=${KEY}`);
    expect(await byName(ep, OWN, 'none')).toContain('xsi:type="NotFound"');
    expect(await byName(ep)).toContain('xsi:type="NoClientCertificate"');
    const certificatePem = OWN.pem;
    await ep.call(ep.manager('extensionManager'), 'SetExtensionCertificate', { extensionKey: KEY, certificatePem });
    expect(await byName(ep, STRANGER)).toContain('xsi:type="InvalidLogin"');
    expect(await byName(ep, OWN)).toContain('<extensionSession>true</extensionSession>');
  });

  it('without a name of its own is no subject', async () => {
    await using ep = await open();
    expect(await byName(ep, OWN)).toContain('xsi:type="NoSubjectName"');
  });
});
