import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { envelope, faultType, Raw } from './raw.ts';

const currentTime =
  '<CurrentTime xmlns="urn:vim25"><_this type="ServiceInstance">ServiceInstance</_this></CurrentTime>';
const content =
  '<RetrieveServiceContent xmlns="urn:vim25"><_this type="ServiceInstance">ServiceInstance</_this></RetrieveServiceContent>';

describe('the SOAP endpoint', () => {
  let raw: Raw;
  beforeAll(async () => {
    raw = await Raw.start();
    await raw.login();
  });
  afterAll(() => raw[Symbol.asyncDispose]());

  it('frames its answers as a vCenter does, byte for byte', async () => {
    const { text, headers, status } = await raw.call(currentTime);
    expect(status).toBe(200);
    expect(text).toMatch(
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<soapenv:Envelope xmlns:soapenc="http:\/\/schemas\.xmlsoap\.org\/soap\/encoding\/"\n xmlns:soapenv="http:\/\/schemas\.xmlsoap\.org\/soap\/envelope\/"\n xmlns:xsd="http:\/\/www\.w3\.org\/2001\/XMLSchema"\n xmlns:xsi="http:\/\/www\.w3\.org\/2001\/XMLSchema-instance">\n<soapenv:Body>\n<CurrentTimeResponse xmlns="urn:vim25"><returnval>[-\dT:.]+Z<\/returnval><\/CurrentTimeResponse>\n<\/soapenv:Body>\n<\/soapenv:Envelope>$/,
    );
    expect(headers['cache-control']).toBe('no-cache');
    expect(headers['content-type']).toBe('text/xml; charset=utf-8');
    expect(headers['content-length']).toBe(String(Buffer.byteLength(text)));
  });

  it('sets the cookie at login, quoted, and not before', async () => {
    const other = new Raw(raw.sim);
    expect((await other.call(content)).headers['set-cookie']).toBeUndefined();
    const login = await other.login();
    expect(String(login.headers['set-cookie'])).toMatch(
      /^vmware_soap_session="[0-9a-f]{40}"; Path=\/; HttpOnly; Secure;$/,
    );
    expect(login.text).toContain('<userName>VSPHERE.LOCAL\\Administrator</userName>');
  });

  it.each(['pair', 'unquoted', 'whole line'])('takes the cookie back as a client sends it: %s', async (form) => {
    const value = /"([^"]+)"/.exec(raw.cookie!)![1];
    const cookie = {
      pair: raw.cookie!,
      unquoted: `vmware_soap_session=${value}`,
      'whole line': `vmware_soap_session="${value}"; Path=/; HttpOnly; Secure;`,
    }[form]!;
    const reply = await new Raw(raw.sim).send(envelope(currentTime), { cookie });
    expect(reply.status).toBe(200);
  });

  it('refuses a wrong password, and still sets a cookie', async () => {
    const reply = await new Raw(raw.sim).login('administrator@vsphere.local', 'wrong');
    expect(reply.status).toBe(500);
    expect(faultType(reply)).toBe('InvalidLogin');
    expect(reply.text).toContain('<faultcode>ServerFaultCode</faultcode>');
    expect(reply.headers['set-cookie']).toBeDefined();
  });

  it('asks for a session before it says whether an object exists', async () => {
    const reply = await new Raw(raw.sim).call(
      '<PowerOnVM_Task xmlns="urn:vim25"><_this type="VirtualMachine">vm-999999</_this></PowerOnVM_Task>',
    );
    expect(faultType(reply)).toBe('NotAuthenticated');
    expect(reply.text).toContain('<object type="VirtualMachine">vm-999999</object>');
  });

  it('answers for an object that is gone with its reference', async () => {
    const reply = await raw.call(
      '<PowerOnVM_Task xmlns="urn:vim25"><_this type="VirtualMachine">vm-999999</_this></PowerOnVM_Task>',
    );
    expect(faultType(reply)).toBe('ManagedObjectNotFound');
    expect(reply.text).toContain('<obj type="VirtualMachine">vm-999999</obj>');
  });

  it('answers to `_this` without a type, without a namespace, with any prefix', async () => {
    for (const body of [
      '<RetrieveServiceContent xmlns="urn:vim25"><_this>ServiceInstance</_this></RetrieveServiceContent>',
      '<RetrieveServiceContent><_this type="ServiceInstance">ServiceInstance</_this></RetrieveServiceContent>',
      '<ns0:RetrieveServiceContent xmlns:ns0="urn:vim25"><ns0:_this type="ServiceInstance">ServiceInstance</ns0:_this></ns0:RetrieveServiceContent>',
    ]) {
      expect((await raw.call(body)).status).toBe(200);
    }
  });

  it.each([
    '"urn:vim25/6.5"',
    'urn:vim25/6.7',
    '',
    'vim25',
    '"urn:vim25#RetrieveProperties"',
    '"urn:vim25/99.9"',
    '""',
  ])('takes the SOAPAction %s', async (action) => {
    expect((await raw.call(content, action)).status).toBe(200);
  });

  it('leaves out what is younger than the version the client names', async () => {
    const old = await raw.call(content, '"urn:vim25/5.5"');
    const now = await raw.call(content, '"urn:vim25/8.0.2.0"');
    expect(old.text).not.toContain('overheadMemoryManager');
    expect(now.text.length).toBeGreaterThan(old.text.length);
  });

  it('answers Connection: close with Connection: close', async () => {
    const reply = await raw.send(envelope(currentTime), { connection: 'close' });
    expect(reply.headers['connection']).toBe('close');
  });

  it('reads a property by Fetch, and an unset one as nothing', async () => {
    const name = await raw.call(
      '<Fetch xmlns="urn:vim25"><_this type="Folder">group-d1</_this><prop>name</prop></Fetch>',
    );
    expect(name.text).toContain(
      '<FetchResponse xmlns="urn:vim25"><returnval xsi:type="xsd:string">Datacenters</returnval></FetchResponse>',
    );
    const parent = await raw.call(
      '<Fetch xmlns="urn:vim25"><_this type="Folder">group-d1</_this><prop>parent</prop></Fetch>',
    );
    expect(parent.text).toContain('<FetchResponse xmlns="urn:vim25"></FetchResponse>');
  });

  it('tells an unbuilt method from an unknown one', async () => {
    const unknown = await raw.call(
      '<NoSuchMethod xmlns="urn:vim25"><_this type="Folder">group-d1</_this></NoSuchMethod>',
    );
    expect(faultType(unknown)).toBe('MethodNotFound');
  });
});

describe('bad input', () => {
  let raw: Raw;
  beforeAll(async () => {
    raw = await Raw.start();
    await raw.login();
  });
  afterAll(() => raw[Symbol.asyncDispose]());

  const deep = `${'<a>'.repeat(10_000)}${'</a>'.repeat(10_000)}`;
  const retrieve = (spec: string) =>
    envelope(
      `<RetrievePropertiesEx xmlns="urn:vim25"><_this type="PropertyCollector">propertyCollector</_this>${spec}<options></options></RetrievePropertiesEx>`,
    );
  const propSet = (type: string, path: string) => `<propSet><type>${type}</type><pathSet>${path}</pathSet></propSet>`;
  const object = (type: string, id: string) => `<objectSet><obj type="${type}">${id}</obj></objectSet>`;

  it.each([
    ['nothing', '', 'InvalidRequest'],
    ['no XML', 'hello', 'InvalidRequest'],
    ['broken XML', '<a><b></a>', 'InvalidRequest'],
    ['two roots', '<a></a><b></b>', 'InvalidRequest'],
    ['a DOCTYPE', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', 'InvalidRequest'],
    ['no envelope', '<a></a>', 'InvalidRequest'],
    ['an empty body', envelope(''), 'InvalidRequest'],
    ['deep nesting', envelope(deep), 'InvalidRequest'],
    [
      'an unknown argument',
      envelope('<CurrentTime xmlns="urn:vim25"><_this>ServiceInstance</_this><x>1</x></CurrentTime>'),
      'InvalidRequest',
    ],
    [
      'a missing argument',
      envelope('<FindByInventoryPath xmlns="urn:vim25"><_this>SearchIndex</_this></FindByInventoryPath>'),
      'InvalidRequest',
    ],
    [
      'a wrong number',
      envelope(
        '<WaitForUpdatesEx xmlns="urn:vim25"><_this>propertyCollector</_this><options><maxWaitSeconds>x</maxWaitSeconds></options></WaitForUpdatesEx>',
      ),
      'InvalidRequest',
    ],
    [
      'a reference that is gone',
      envelope(
        '<FindChild xmlns="urn:vim25"><_this>SearchIndex</_this><entity type="Folder">group-v99</entity><name>x</name></FindChild>',
      ),
      'ManagedObjectNotFound',
    ],
    [
      'a reference of another type',
      envelope(
        '<FindChild xmlns="urn:vim25"><_this>SearchIndex</_this><entity type="Folder">propertyCollector</entity><name>x</name></FindChild>',
      ),
      'InvalidType',
    ],
    [
      'an unknown property',
      retrieve(`<specSet>${propSet('Folder', 'nmae')}${object('Folder', 'group-d1')}</specSet>`),
      'InvalidProperty',
    ],
    [
      'a path that is none',
      retrieve(`<specSet>${propSet('Folder', 'name..x[')}${object('Folder', 'group-d1')}</specSet>`),
      'InvalidProperty',
    ],
    [
      'an unknown type in a spec',
      retrieve(`<specSet>${propSet('Fodler', 'name')}${object('Folder', 'group-d1')}</specSet>`),
      'InvalidArgument',
    ],
    [
      'a made-up collector version',
      envelope(
        '<WaitForUpdatesEx xmlns="urn:vim25"><_this>propertyCollector</_this><version>42</version></WaitForUpdatesEx>',
      ),
      'InvalidCollectorVersion',
    ],
    [
      'a made-up token',
      envelope(
        '<ContinueRetrievePropertiesEx xmlns="urn:vim25"><_this>propertyCollector</_this><token>42</token></ContinueRetrievePropertiesEx>',
      ),
      'InvalidArgument',
    ],
  ])("%s is answered with vCenter's own fault", async (_, body, fault) => {
    const objects = raw.sim.simulation.site.world.size;
    const reply = await raw.send(body, { soapaction: '"urn:vim25/8.0.2.0"' });
    expect([reply.status, faultType(reply)]).toEqual([500, fault]);
    expect(raw.sim.simulation.site.world.size).toBe(objects);
    expect((await raw.call(currentTime)).status).toBe(200);
  });

  it('a body beyond the limit is refused before SOAP', async () => {
    const reply = await raw.send(Buffer.alloc(65 * 2 ** 20, 0x20)).catch((error: Error) => error);
    if (!(reply instanceof Error)) expect(reply.status).toBe(413);
    expect((await raw.call(currentTime)).status).toBe(200);
  });

  it('a cyclic traversal ends, with each object once', async () => {
    const select = `<selectSet xsi:type="TraversalSpec"><name>a</name><type>ManagedEntity</type><path>parent</path><selectSet><name>b</name></selectSet></selectSet><selectSet xsi:type="TraversalSpec"><name>b</name><type>Folder</type><path>childEntity</path><selectSet><name>a</name></selectSet><selectSet><name>b</name></selectSet><selectSet xsi:type="TraversalSpec"><type>Datacenter</type><path>vmFolder</path><selectSet><name>b</name></selectSet><selectSet><name>a</name></selectSet></selectSet></selectSet>`;
    const reply = await raw.send(
      retrieve(
        `<specSet>${propSet('ManagedEntity', 'name')}<objectSet><obj type="Folder">group-d1</obj>${select}</objectSet></specSet>`,
      ),
      { soapaction: 'urn:vim25/8.0.2.0' },
    );
    expect(reply.status).toBe(200);
    const ids = [...reply.text.matchAll(/<obj type="\w+">([^<]+)</g)].map((m) => m[1]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain('group-d1');
    expect(ids.length).toBeGreaterThan(3);
  });
});
