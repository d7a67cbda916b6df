import { describe, expect, it } from 'vitest';
import { Endpoint } from '../endpoint.ts';
import { type Asked, ask, holder, loginByToken, message, post, requestText, signed } from './trust-client.ts';

const ADMIN = { user: 'administrator@vsphere.local', password: 'simsphere' };
const START = Date.UTC(2026, 5, 1);
const open = () => Endpoint.open({ clock: { kind: 'manual' }, start: START });
const SOLUTION = holder('com.example.solution');

/** A simulator that knows a solution by its certificate. */
async function withSolution(): Promise<Endpoint> {
  const ep = await open();
  const manager = ep.manager('extensionManager');
  const description = { label: 'Solution', summary: 'A solution' };
  const extension = {
    key: 'com.example.solution',
    description,
    version: '1',
    lastHeartbeatTime: '2026-01-01T00:00:00Z',
  };
  await ep.call(manager, 'RegisterExtension', { extension });
  const certificatePem = SOLUTION.pem;
  await ep.call(manager, 'SetExtensionCertificate', { extensionKey: extension.key, certificatePem });
  return ep;
}

describe('the token service', () => {
  it('gives a token for a password, and the token lets in whoever bears it', async () => {
    await using ep = await open();
    const { token, status } = await ask(ep.sim, ADMIN);
    expect(status).toBe(200);
    expect(token).toContain('>Administrator@VSPHERE.LOCAL<');
    const before = (await ep.read(ep.manager('sessionManager'), 'sessionList')).length;
    const login = await loginByToken(ep.sim, token);
    expect(login.text).toContain('<userName>VSPHERE.LOCAL\\Administrator</userName>');
    expect((await ep.read(ep.manager('sessionManager'), 'sessionList')).length).toBe(before + 1);
    expect(await ep.events()).toContain('UserLoginSessionEvent');
  });

  it('gives none for a wrong password, and locks who tries too often', async () => {
    await using ep = await Endpoint.open({ scenario: 'restricted-user', clock: { kind: 'manual' } });
    const right = { user: 'operator@vsphere.local', password: 'operator' };
    for (let i = 0; i < 5; i++)
      expect((await ask(ep.sim, { ...right, password: 'x' })).fault).toBe('FailedAuthentication');
    expect((await ask(ep.sim, right)).fault).toBe('FailedAuthentication');
    await expect(Endpoint.login(ep.sim, right.user, right.password)).rejects.toMatchObject({
      faultType: 'InvalidLogin',
    });
    await ep.sim.clock.advance(300_000);
    expect((await ask(ep.sim, right)).fault).toBeUndefined();
  });

  it('gives a bearer five minutes at most, and no longer does it let in', async () => {
    await using ep = await open();
    const { token, text } = await ask(ep.sim, { ...ADMIN, lifetime: 3_600_000 });
    expect(text).toContain(`<wsu:Expires>${new Date(START + 300_000).toISOString()}</wsu:Expires></wst:Lifetime>`);
    await ep.sim.clock.advance(299_000);
    expect((await loginByToken(ep.sim, token)).status).toBe(200);
    await ep.sim.clock.advance(1_000);
    const late = await loginByToken(ep.sim, token);
    expect(late.text).toContain('xsi:type="InvalidLogin"');
    expect((await ask(ep.sim, { kind: 'Validate', target: token })).text).toContain('/status/invalid');
  });

  it('takes clocks that are some minutes off, and none that is far off', async () => {
    await using ep = await open();
    expect((await ask(ep.sim, { ...ADMIN, now: START + 540_000 })).fault).toBeUndefined();
    expect((await ask(ep.sim, { ...ADMIN, now: START + 660_000 })).fault).toBe('ExpiredData');
    expect((await ask(ep.sim, { ...ADMIN, now: START - 3_600_000 })).fault).toBe('ExpiredData');
    expect((await ask(ep.sim, { ...ADMIN, lifetime: -1 })).fault).toBe('InvalidTimeRange');
  });

  it('tells whether a token is good', async () => {
    await using ep = await open();
    const { token } = await ask(ep.sim, ADMIN);
    expect((await ask(ep.sim, { kind: 'Validate', target: token })).text).toContain('/status/valid');
    const forged = token.replace('>Administrator@', '>Somebody@');
    expect((await ask(ep.sim, { kind: 'Validate', target: forged })).text).toContain('/status/invalid');
  });

  it('writes neither password nor token into the journal', async () => {
    await using ep = await open();
    const { token } = await ask(ep.sim, { ...ADMIN, password: 'simsphere' });
    await loginByToken(ep.sim, token);
    const written = JSON.stringify(ep.sim.journal.calls());
    expect(written).toContain('POST /sts/STSService');
    expect(written).toContain('LoginByToken');
    expect(written).not.toContain('saml2');
    expect(written).not.toContain('simsphere"');
  });

  it('is not there on an ESXi host, which takes no tokens either', async () => {
    await using ep = await Endpoint.open({ esx: true });
    expect((await ask(ep.sim, { user: 'root', password: 'simsphere' })).status).toBe(404);
    const manager = ep.manager('sessionManager');
    expect(await ep.fault(manager, 'LoginByToken')).toMatchObject({ _typeName: 'NotSupported' });
  });
});

describe('a token bound to a key', () => {
  const bound: Asked = { holder: SOLUTION, key: 'PublicKey', renewable: true };

  it('lets in whoever signs with that key, and nobody else', async () => {
    await using ep = await withSolution();
    const { token, fault } = await ask(ep.sim, bound);
    expect(fault).toBeUndefined();
    expect((await loginByToken(ep.sim, token)).text).toContain('xsi:type="InvalidLogin"');
    expect((await loginByToken(ep.sim, token, holder('other'))).text).toContain('xsi:type="InvalidLogin"');
    const login = await loginByToken(ep.sim, token, SOLUTION);
    expect(login.text).toContain('<userName>com.example.solution</userName>');
    await ep.sim.clock.advance(100_000);
    const stale = await loginByToken(ep.sim, token, SOLUTION, START - 700_000);
    expect(stale.text).toContain('xsi:type="InvalidLogin"');
  });

  it('is refused to a certificate nobody registered, and to a request whose key did not sign it', async () => {
    await using ep = await withSolution();
    const stranger = holder('com.example.solution');
    expect((await ask(ep.sim, { ...bound, holder: stranger })).fault).toBe('FailedAuthentication');
    const unsigned = requestText(ep.sim, bound).replace(/<ds:Signature[\s\S]*<\/ds:Signature>/, '');
    expect((await post(ep.sim, '/sts/STSService', unsigned)).fault).toBe('InvalidSecurityToken');
    expect((await ask(ep.sim, { ...ADMIN, key: 'PublicKey' })).fault).toBe('InvalidRequest');
  });

  it('is renewed by its holder, as long as it is good', async () => {
    await using ep = await withSolution();
    const { token } = await ask(ep.sim, bound);
    const renewal: Asked = { kind: 'Renew', holder: SOLUTION, target: token, lifetime: 3_600_000 };
    const renewed = await ask(ep.sim, renewal);
    expect(renewed.fault).toBeUndefined();
    expect((await ask(ep.sim, { ...renewal, holder: holder('other') })).fault).toBe('InvalidSecurityToken');
    await ep.sim.clock.advance(1_800_000);
    expect((await ask(ep.sim, renewal)).fault).toBe('ExpiredData');
    expect((await loginByToken(ep.sim, renewed.token, SOLUTION)).status).toBe(200);
  });

  it('is not renewed when it was not given as renewable, nor is a bearer’s', async () => {
    await using ep = await withSolution();
    const plain = await ask(ep.sim, { ...bound, renewable: false });
    expect((await ask(ep.sim, { kind: 'Renew', holder: SOLUTION, target: plain.token })).fault).toBe('UnableToRenew');
    const bearer = await ask(ep.sim, { ...ADMIN, renewable: true });
    expect((await ask(ep.sim, { kind: 'Renew', ...ADMIN, target: bearer.token })).fault).toBe('UnableToRenew');
  });

  it('may be got on behalf of a user whose token is delegatable, and ends with it', async () => {
    await using ep = await withSolution();
    const user = await ask(ep.sim, { ...ADMIN, delegatable: true });
    const acting = await ask(ep.sim, { ...bound, actAs: user.token, lifetime: 3_600_000 });
    expect(acting.text).toContain(
      `<wsu:Expires>${new Date(START + 120_000).toISOString()}</wsu:Expires></wst:Lifetime>`,
    );
    const login = await loginByToken(ep.sim, acting.token, SOLUTION);
    expect(login.text).toContain('<userName>VSPHERE.LOCAL\\Administrator</userName>');
    const kept = await ask(ep.sim, ADMIN);
    expect((await ask(ep.sim, { ...bound, actAs: kept.token })).fault).toBe('RequestFailed');
    expect((await ask(ep.sim, { ...ADMIN, actAs: user.token })).fault).toBe('RequestFailed');
  });
});

describe('a token that is not as it was given', () => {
  const refused = async (ep: Endpoint, token: string) => {
    const answer = await loginByToken(ep.sim, token);
    expect(answer.status).toBe(500);
    expect(answer.text).toContain('xsi:type="InvalidLogin"');
  };

  it('is refused when a word of it was changed, or its signature taken off', async () => {
    await using ep = await open();
    const { token } = await ask(ep.sim, ADMIN);
    await refused(ep, token.replace('>Administrator@', '>Operator@'));
    await refused(ep, token.replace(/NotOnOrAfter="2026/g, 'NotOnOrAfter="2036'));
    await refused(ep, token.replace(/<ds:Signature[\s\S]*<\/ds:Signature>/, ''));
    await refused(ep, token.replace(/<ds:SignatureValue>[^<]*/, '<ds:SignatureValue>AAAA'));
    await refused(ep, '');
    await refused(ep, '<saml2:Assertion xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion"/>');
  });

  it('is refused when another simulator, or its bearer, signed it', async () => {
    await using ep = await open();
    await using other = await open();
    await refused(ep, (await ask(other.sim, ADMIN)).token);
    const { token } = await ask(ep.sim, ADMIN);
    const bare = token.replace(/<ds:Signature[\s\S]*<\/ds:Signature>/, '');
    const wrapped = `<wsse:Security xmlns:wsse="urn:x">${bare}</wsse:Security>`;
    const own = signed(wrapped, SOLUTION, ['Assertion']);
    await refused(ep, own.replace(/^<wsse:Security[^>]*>/, '').replace('</wsse:Security>', ''));
  });

  it('is refused when the signed assertion is hidden in, before or beside a forged one', async () => {
    await using ep = await open();
    const { token } = await ask(ep.sim, ADMIN);
    const signature = /<ds:Signature[\s\S]*<\/ds:Signature>/.exec(token)![0];
    const forged = token.replace(signature, '').replace('>Administrator@', '>Operator@');
    const other = forged.replace(/ ID="[^"]*"/, ' ID="_forged"');
    const object = (inner: string) =>
      signature.replace('</ds:Signature>', `<ds:Object>${inner}</ds:Object></ds:Signature>`);
    const place = (assertion: string, what: string) => assertion.replace('</saml2:Issuer>', `</saml2:Issuer>${what}`);
    await refused(ep, place(other, object(token)));
    await refused(ep, place(forged, object(token.replace(signature, ''))));
    await refused(ep, place(other, signature) + token);
    await refused(ep, place(other, signature));
    await refused(ep, other.replace('</saml2:Assertion>', `${token}</saml2:Assertion>`));
  });

  it('is refused when comments, entities or a DOCTYPE play with what is read', async () => {
    await using ep = await open();
    const { token } = await ask(ep.sim, ADMIN);
    const commented = token.replace('>Administrator@', '>Adm<!-- -->inistrator@');
    expect((await loginByToken(ep.sim, commented)).text).not.toContain('<userName>VSPHERE.LOCAL\\Adm<');
    const body = message(ep.sim, token, '<LoginByToken xmlns="urn:vim25"/>');
    const answer = await post(ep.sim, '/sdk', `<!DOCTYPE a [<!ENTITY b "c">]>${body}`);
    expect(answer.status).toBe(500);
    expect((await post(ep.sim, '/sts/STSService', `<!DOCTYPE a>${body}`)).fault).toBe('InvalidSecurityToken');
  });

  it('is refused with a signature of another sort, or of nothing by its id', async () => {
    await using ep = await open();
    const { token } = await ask(ep.sim, ADMIN);
    await refused(ep, token.replace('xmldsig-more#rsa-sha256', 'xmldsig-more#hmac-sha256'));
    await refused(ep, token.replace('2001/04/xmlenc#sha256', '2000/09/xmldsig#sha1'));
    await refused(ep, token.replace(/URI="#[^"]*"/, 'URI=""'));
    await refused(ep, token.replace(EXCLUSIVE_LAST, 'Algorithm="http://www.w3.org/TR/1999/REC-xpath-19991116"'));
  });

  it('costs nobody anything, however large or odd the message is', async () => {
    await using ep = await open();
    expect((await post(ep.sim, '/sts/STSService', 'x'.repeat(300_000))).status).toBe(413);
    expect((await post(ep.sim, '/sts/STSService', '')).fault).toBe('InvalidSecurityToken');
    expect((await post(ep.sim, '/sts/STSService', '<a/>')).fault).toBe('InvalidSecurityToken');
    const deep = `${'<a>'.repeat(200)}${'</a>'.repeat(200)}`;
    expect((await post(ep.sim, '/sts/STSService', deep)).fault).toBe('InvalidSecurityToken');
    const got = await fetch(new URL('/sts/STSService', ep.sim.url));
    expect(got.status).toBe(405);
  });
});

const EXCLUSIVE_LAST = /Algorithm="http:\/\/www\.w3\.org\/2001\/10\/xml-exc-c14n#"(?=\/><\/ds:Transforms>)/;
