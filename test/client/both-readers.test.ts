/** Everything that a simulator says of everything in it, read by the reader of streams and by way of a tree. */
import { request } from 'node:http';
import { expect, it } from 'vitest';
import { startSimulator } from '../../src/index.ts';
import { AnswerReader, decodeResult, parseXml, QuickReader, readEnvelope } from '../../src/soap/index.ts';
import { vim25 } from '../../src/vim25/index.ts';

const METHOD = vim25.managed('PropertyCollector')!.methods.get('RetrievePropertiesEx')!;

function post(url: string, cookie: string | undefined, body: string): Promise<{ bytes: Buffer; cookie: string }> {
  const text = `<Envelope xmlns="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><Body>${body}</Body></Envelope>`;
  return new Promise((resolve, reject) => {
    const headers = { SOAPAction: '"urn:vim25/8.0.2.0"', ...(cookie && { Cookie: cookie }) };
    const sent = request(url, { method: 'POST', headers, agent: false }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () =>
        resolve({ bytes: Buffer.concat(parts), cookie: answer.headers['set-cookie']?.[0]?.split(';')[0] ?? '' }),
      );
    });
    sent.on('error', reject);
    sent.end(text);
  });
}

it('is the same, and all of it plain', async () => {
  await using sim = await startSimulator({ http: true, inventory: { vm: 20, pool: 1 } });
  const { user, password } = sim.credentials;
  const login = `<Login xmlns="urn:vim25"><_this type="SessionManager">SessionManager</_this><userName>${user}</userName><password>${password}</password></Login>`;
  const { cookie } = await post(sim.url, undefined, login);
  const ways = [
    ['Folder', 'childEntity'],
    ['Datacenter', 'vmFolder'],
    ['Datacenter', 'hostFolder'],
    ['Datacenter', 'datastoreFolder'],
    ['Datacenter', 'networkFolder'],
    ['ComputeResource', 'host'],
    ['ComputeResource', 'resourcePool'],
    ['ResourcePool', 'resourcePool'],
    ['ServiceInstance', 'content.rootFolder'],
    ['ServiceInstance', 'content.perfManager'],
    ['ServiceInstance', 'content.eventManager'],
    ['ServiceInstance', 'content.taskManager'],
    ['ServiceInstance', 'content.authorizationManager'],
    ['ServiceInstance', 'content.setting'],
    ['ServiceInstance', 'content.licenseManager'],
    ['ServiceInstance', 'content.ovfManager'],
  ];
  const names = ways.map((_, i) => `<selectSet><name>way${i}</name></selectSet>`).join('');
  const select = ways
    .map(
      ([type, path], i) =>
        `<selectSet xsi:type="TraversalSpec"><name>way${i}</name><type>${type}</type><path>${path}</path><skip>false</skip>${names}</selectSet>`,
    )
    .join('');
  const asked = `<RetrievePropertiesEx xmlns="urn:vim25"><_this type="PropertyCollector">propertyCollector</_this><specSet><propSet><type>ManagedObject</type><all>true</all></propSet><objectSet><obj type="ServiceInstance">ServiceInstance</obj>${select}</objectSet></specSet><options/></RetrievePropertiesEx>`;
  const { bytes } = await post(sim.url, cookie, asked);

  const { objects } = decodeResult(METHOD, readEnvelope(parseXml(bytes)).payload, vim25) as {
    readonly objects: readonly { readonly obj: { readonly type: string } }[];
  };
  expect(new Set(objects.map(({ obj }) => obj.type)).size).toBeGreaterThan(12);
  for (const size of [bytes.length, 16_384, 1_000]) {
    const reader = new AnswerReader(METHOD, vim25, new QuickReader(vim25, size === 16_384), 'objects');
    const items: unknown[] = [];
    for (let at = 0; at < bytes.length; at += size) items.push(...reader.take(bytes.subarray(at, at + size)));
    items.push(...reader.end().items);
    expect(items).toEqual(objects);
  }
  // None of it has to go by way of a tree.
  const quick = new QuickReader(vim25);
  const item = vim25.data('RetrieveResult')!.byName.get('objects')!;
  const odd = [...bytes.toString('utf8').matchAll(/<objects>.*?<\/objects>/gs)].filter(
    ([text]) => !quick.read(text, item),
  );
  expect(odd.map(([text]) => text.slice(0, 200))).toEqual([]);
});
