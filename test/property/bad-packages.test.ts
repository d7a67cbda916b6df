/** OVF descriptors that are damaged, lie or are bombs: an answer that says so, and nothing that anybody has to clean up. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Answer, Endpoint } from '../objects/endpoint.ts';
import { descriptor, ITEMS, item } from '../objects/ovf/descriptor.ts';

const PARAMS = { locale: '', deploymentOption: '' };

/** What each method that reads a descriptor says of it; none of them may fail in a way that nobody foresaw. */
async function reader(ep: Endpoint): Promise<(text: string) => Promise<Answer[]>> {
  const manager = ep.manager('ovfManager');
  const host = await ep.at('DC0/host/DC0_H0/DC0_H0');
  const resourcePool = await ep.at('DC0/host/DC0_H0/Resources');
  const datastore = await ep.at('DC0/datastore/LocalDS_0');
  const asked = (method: string, args: object) =>
    ep.call(manager, method, args).catch((error: Answer) => {
      if (!error.fault) throw error;
      return { refused: error.fault };
    });
  return async (ovfDescriptor) => [
    await asked('ParseDescriptor', { ovfDescriptor, pdp: PARAMS }),
    await asked('ValidateHost', { ovfDescriptor, host, vhp: PARAMS }),
    await asked('CreateImportSpec', { ovfDescriptor, resourcePool, datastore, cisp: { ...PARAMS, entityName: 'x' } }),
  ];
}

const WHOLE = descriptor();
const words = [
  '',
  '0',
  '-1',
  '99999999999999999999',
  'NaN',
  'ovf:/disk/none',
  '../../x',
  '&amp;',
  '<x/>',
  'vmdisk1',
  'file1',
];
const change = fc.record({
  at: fc.nat(WHOLE.length - 1),
  length: fc.nat(60),
  put: fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 8 })),
});

it('a descriptor that was changed anywhere is read or refused', async () => {
  await using ep = await Endpoint.open({ clock: { kind: 'manual' }, start: 0, inventory: { vm: 0 } });
  const read = await reader(ep);
  const store = await ep.at('DC0/datastore/LocalDS_0');
  const pool = await ep.at('DC0/host/DC0_H0/Resources');
  const folder = await ep.at('DC0/vm');
  const free = await ep.read(store, 'summary.freeSpace');
  await fc.assert(
    fc.asyncProperty(
      fc.array(change, { minLength: 1, maxLength: 4 }),
      fc.option(fc.nat(WHOLE.length), { freq: 5 }),
      async (changes, cut) => {
        let text = WHOLE.slice(0, cut ?? WHOLE.length);
        for (const { at, length, put } of changes) text = text.slice(0, at) + put + text.slice(at + length);
        const [, , spec] = await read(text);
        if (spec.importSpec) {
          const lease = await ep.call(pool, 'ImportVApp', { spec: spec.importSpec, folder }).catch((error: Answer) => {
            if (!error.fault) throw error;
          });
          if (lease && (await ep.read(lease, 'state')) === 'ready') await ep.call(lease, 'HttpNfcLeaseAbort');
        } else expect(spec.error ?? spec.refused).toBeDefined();
        expect([await ep.read(store, 'summary.freeSpace'), (await ep.read(folder, 'childEntity')).length]).toEqual([
          free,
          0,
        ]);
      },
    ),
    { numRuns: 120 },
  );
});

const laughs = `<!DOCTYPE Envelope [<!ENTITY a "ha">${Array.from({ length: 30 }, (_, i) => `<!ENTITY a${i} "${`&a${i === 0 ? '' : i - 1};`.repeat(10)}">`).join('')}]>`;
const disk = (capacity: string, more = '') =>
  `<Disk ovf:diskId="vmdisk1" ovf:fileRef="file1" ovf:capacity="${capacity}" ${more} ovf:format="http://www.vmware.com/interfaces/specifications/vmdk.html#streamOptimized"/>`;

it.each([
  ['entities that grow', WHOLE.replace('<Name>', `<Name>&a29;`).replace(/^(<\?xml[^>]*\?>)?/, `$1${laughs}`)],
  [
    'an entity of a file',
    WHOLE.replace(/^(<\?xml[^>]*\?>)?/, '$1<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>'),
  ],
  [
    'elements in elements without end',
    WHOLE.replace('</Envelope>', `${'<a>'.repeat(50_000)}${'</a>'.repeat(50_000)}</Envelope>`),
  ],
  ['nothing in it', '<Envelope/>'],
])('a descriptor with %s is refused', async (_, text) => {
  await using ep = await Endpoint.open({ inventory: { vm: 0 } });
  for (const answer of await (await reader(ep))(text)) {
    expect(answer.refused ?? answer.error?.[0]?.fault).toMatchObject({ _typeName: expect.any(String) });
    expect(JSON.stringify(answer)).not.toContain('root:');
  }
});

it.each([
  ['a size beyond any disk', { disks: disk('99999999999999999999') }],
  ['a size in units beyond any', { disks: disk('1', 'ovf:capacityAllocationUnits="byte * 2^999"') }],
  ['a disk that is its own parent', { disks: disk('1024', 'ovf:parentRef="vmdisk1"') }],
  [
    'a thousand controllers',
    { items: [...ITEMS, ...Array.from({ length: 1_000 }, (_, i) => item(100 + i, 6, ''))].join('') },
  ],
  ['an item that is its own parent', { items: [...ITEMS, item(9, 17, '<rasd:Parent>9</rasd:Parent>')].join('') }],
])('a descriptor with %s makes nothing', async (_, parts) => {
  await using ep = await Endpoint.open({ inventory: { vm: 0 } });
  const [, , spec] = await (await reader(ep))(descriptor(parts));
  const pool = await ep.at('DC0/host/DC0_H0/Resources');
  if (spec.importSpec) await ep.fault(pool, 'ImportVApp', { spec: spec.importSpec, folder: await ep.at('DC0/vm') });
  else expect((spec.error?.[0]?.fault ?? spec.refused)._typeName).toMatch(/\w/);
  expect(await ep.read(await ep.at('DC0/vm'), 'childEntity')).toEqual([]);
});
