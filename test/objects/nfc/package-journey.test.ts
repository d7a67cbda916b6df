/** A vApp with a vApp in it, written as a package and made again from that: nothing of it is lost on the way. */
import { expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import type { Answer } from '../endpoint.ts';
import { dense, diskOf, MIB, Porter, rawOf, send, streamOf } from './package.ts';

const ALLOCATION = { reservation: 0, expandableReservation: true, limit: -1, shares: { shares: 0, level: 'normal' } };
const RESOURCES = { cpuAllocation: ALLOCATION, memoryAllocation: ALLOCATION };

const property = (id: string, type: string, defaultValue: string) => ({
  operation: 'add',
  info: {
    key: 1,
    classId: 'org.example',
    instanceId: '1',
    id,
    category: 'Net',
    label: id,
    type,
    defaultValue,
    userConfigurable: true,
  },
});
const PRODUCT = {
  operation: 'add',
  info: {
    key: 1,
    classId: 'org.example',
    instanceId: '1',
    name: 'Suite',
    vendor: 'Example',
    version: '1.2',
    fullVersion: '1.2.3',
  },
};

/** What of a vApp a package holds. */
async function told(porter: Porter, vApp: Ref): Promise<Answer> {
  const { ep } = porter;
  const config = await ep.read(vApp, 'vAppConfig');
  const machines: Answer[] = [];
  for (const vm of await ep.read(vApp, 'vm')) {
    const { name, hardware, guestId, annotation, vAppConfig, version } = await ep.read(vm, 'config');
    const networks = await ep.names(await ep.read(vm, 'network'));
    const disks = hardware.device
      .filter((d: Answer) => d._typeName === 'VirtualDisk')
      .map((d: Answer) => [d.capacityInBytes, d.unitNumber]);
    const { numCPU, memoryMB } = hardware;
    const said = vAppConfig?.property?.map(({ id, defaultValue, type }: Answer) => [id, type, defaultValue]);
    machines.push({ name, version, numCPU, memoryMB, guestId, annotation, networks, disks, said });
  }
  const inner: Ref[] = ((await ep.read(vApp, 'resourcePool')) ?? []).filter(({ type }: Ref) => type === 'VirtualApp');
  const starts = config.entityConfig.map(
    ({ tag, startOrder, startDelay, startAction, stopAction, stopDelay, waitingForGuest }: Answer) => ({
      tag,
      startOrder,
      startDelay,
      startAction,
      stopAction,
      stopDelay,
      waitingForGuest,
    }),
  );
  const parts = [];
  for (const one of inner) parts.push({ name: await ep.read(one, 'name'), ...(await told(porter, one)) });
  return {
    annotation: config.annotation,
    products: config.product?.map(({ name, vendor, version, fullVersion, classId }: Answer) => [
      name,
      vendor,
      version,
      fullVersion,
      classId,
    ]),
    properties: config.property?.map(({ id, type, label, category, defaultValue, userConfigurable }: Answer) => [
      id,
      type,
      label,
      category,
      defaultValue,
      userConfigurable,
    ]),
    eula: config.eula,
    starts,
    machines,
    parts,
  };
}

/** Sends each file of a lease by the end of its import key. */
async function sent(porter: Porter, lease: Ref, files: ReadonlyMap<string, Buffer>): Promise<void> {
  expect(await porter.ep.read(lease, 'error')).toBeUndefined();
  for (const [ending, image] of files) expect((await porter.put(lease, image, ending)).status).toBe(201);
  await porter.complete(lease);
}

it('a vApp comes back from its package as it was, byte by byte and word by word', async () => {
  await using porter = await Porter.open();
  const { ep } = porter;
  const [network] = (await ep.read(await ep.at('DC0'), 'network')) as Ref[];
  const networkName = await ep.read(network!, 'name');
  const card = {
    operation: 'add',
    device: {
      _typeName: 'VirtualVmxnet3',
      key: -50,
      backing: { _typeName: 'VirtualEthernetCardNetworkBackingInfo', deviceName: networkName },
    },
  };
  const machine = (name: string, disks: number, more: object = {}) => {
    const spec = porter.machineSpec(
      name,
      Array.from({ length: disks }, () => ({ capacityInKB: 4_096, thin: true })),
    );
    const { configSpec } = spec;
    const deviceChange = [...configSpec.deviceChange, card];
    return { ...spec, configSpec: { ...configSpec, annotation: `this is ${name}`, numCPUs: 2, deviceChange, ...more } };
  };
  const start = (tag: string, startOrder: number, stopAction = 'guestShutdown') => ({
    entityConfig: {
      tag,
      startOrder,
      startDelay: 30,
      stopDelay: 20,
      waitingForGuest: true,
      startAction: 'powerOn',
      stopAction,
    },
  });
  const inner = {
    _typeName: 'VirtualAppImportSpec',
    name: 'inner',
    vAppConfigSpec: { annotation: 'the inner one' },
    resourcePoolSpec: RESOURCES,
    child: [{ ...machine('two', 1), ...start('two', 1) }],
  };
  const own = { vAppConfig: { property: [property('ip', 'ip', '10.0.0.9')], ovfEnvironmentTransport: ['iso'] } };
  const spec = {
    _typeName: 'VirtualAppImportSpec',
    name: 'suite',
    vAppConfigSpec: {
      annotation: 'a suite',
      eula: ['be kind'],
      product: [PRODUCT],
      property: [
        property('host', 'string', 'a.example'),
        {
          ...property('port', 'int(0..65535)', '80'),
          info: { ...property('port', 'int(0..65535)', '80').info, key: 2 },
        },
      ],
    },
    resourcePoolSpec: RESOURCES,
    child: [
      { ...machine('one', 2, own), ...start('one', 2) },
      { ...inner, ...start('inner', 1, 'powerOff') },
    ],
  };
  const endings = [
    '/one/VirtualLsiLogicController0:0',
    '/one/VirtualLsiLogicController0:1',
    '/two/VirtualLsiLogicController0:0',
  ];
  const bytes = endings.map((_, i) => dense(MIB, 77 + i));
  const images = new Map<string, Buffer>();
  for (const [i, ending] of endings.entries())
    images.set(ending, await streamOf(diskOf(4 * MIB, [(i + 1) * MIB, bytes[i]!])));
  await sent(porter, await porter.import(spec), images);
  const suite = await ep.at('DC0/vm/suite');
  const before = await told(porter, suite);
  expect(before.parts).toHaveLength(1);

  const lease = await ep.call(suite, 'ExportVApp');
  const urls: Answer[] = (await ep.read(lease, 'info')).deviceUrl.filter((u: Answer) => u.disk);
  const packed = new Map<string, Buffer>();
  const ovfFiles: object[] = [];
  for (const [i, { url, key }] of urls.entries()) {
    const { body } = await send(url);
    packed.set(`disk-${i}.vmdk`, body);
    ovfFiles.push({ deviceId: key, path: `disk-${i}.vmdk`, size: body.length });
  }
  await porter.complete(lease);
  const ovf = ep.manager('ovfManager');
  const cdp = { name: 'suite', ovfFiles, includeImageFiles: false };
  const { ovfDescriptor, error, warning } = await ep.call(ovf, 'CreateDescriptor', { obj: suite, cdp });
  expect([error, warning]).toEqual([undefined, undefined]);

  const [datastore] = await ep.read(await ep.at('DC0'), 'datastore');
  const params = {
    entityName: 'again',
    locale: '',
    deploymentOption: '',
    diskProvisioning: 'thin',
    networkMapping: [{ name: networkName, network }],
  };
  const asked = { ovfDescriptor, resourcePool: porter.pool, datastore, cisp: params };
  const made = await ep.call(ovf, 'CreateImportSpec', asked);
  expect([made.error, made.warning]).toEqual([undefined, undefined]);
  const arriving = new Map<string, Buffer>();
  for (const { deviceId, path } of made.fileItem) arriving.set(deviceId, packed.get(path)!);
  expect(arriving.size).toBe(3);
  await ep.run(suite, 'Destroy_Task');
  await sent(porter, await porter.import(made.importSpec), arriving);

  const again = await ep.at('DC0/vm/again');
  expect(await told(porter, again)).toEqual(before);
  const out = await ep.call(again, 'ExportVApp');
  for (const [i, ending] of endings.entries()) {
    const raw = await rawOf((await send(await porter.url(out, ending))).body);
    expect(raw.subarray((i + 1) * MIB, (i + 2) * MIB).equals(bytes[i]!), ending).toBe(true);
    expect(raw.subarray(0, MIB).equals(Buffer.alloc(MIB)), ending).toBe(true);
  }
  await porter.complete(out);
});
