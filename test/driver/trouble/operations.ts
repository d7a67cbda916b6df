/** Everything a driver does, as rows: each on instances that were made for it while all was well. */
import { Writable } from 'node:stream';
import type { Driver, Volume, WorkOptions } from '../../../src/driver/index.ts';
import { testImage } from '../images.ts';
import { FLAVOR, uuidOf } from '../stand.ts';

export interface Operation {
  /** The driver's method; a word after it tells rows of the same one apart. */
  readonly name: string;
  readonly run: (driver: Driver, work: WorkOptions) => Promise<unknown>;
  /** What is gone does not come back: where it fails half-way it is finished when it is asked for again. */
  readonly takesAway?: boolean;
  /** Takes it back by hand, where a task that never ends has kept the driver from it. */
  readonly back?: (driver: Driver) => Promise<void>;
}

export const VOLUME: Volume = { type: 'vmdk', id: 'data', path: '[LocalDS_0] data.vmdk' };
const GROUP = { name: 'apart', policy: 'anti-affinity' } as const;
const LARGER = { vcpus: 2, memoryMb: 128, rootGb: 2 };
const MAC = '00:50:56:aa:00:01';

/** Makes what the rows need. */
export async function furnish(driver: Driver): Promise<void> {
  const { client, surroundings } = driver;
  const { datacenter } = surroundings;
  const spec = {
    _typeName: 'FileBackedVirtualDiskSpec',
    diskType: 'thin',
    adapterType: 'lsiLogic',
    capacityKb: 2 ** 20,
  };
  for (const name of ['[LocalDS_0] data.vmdk', '[LocalDS_0] held.vmdk']) {
    await client.run(client.content.virtualDiskManager!, 'CreateVirtualDisk_Task', { name, datacenter, spec });
  }
  for (const name of ['web', 'rescued', 'resized', 'asleep', 'holder', 'off']) {
    const powerOn = name !== 'off';
    const networks = name === 'holder' ? [{ macAddress: '00:50:56:aa:00:02', portId: 'port-2' }] : [];
    await driver.spawn({ name, uuid: uuidOf(name), flavor: FLAVOR, networks, powerOn });
  }
  await driver.rescue('rescued', await testImage('tools', 'sparse'));
  await driver.resize('resized', LARGER);
  await driver.suspend('asleep');
  await driver.attachVolume('holder', HELD);
  await driver.joinGroup('holder', GROUP);
  await driver.joinGroup('off', GROUP);
  await driver.enterMaintenance('DC0_C0_H2');
}

const HELD: Volume = { type: 'vmdk', id: 'held', path: '[LocalDS_0] held.vmdk' };

async function fresh(driver: Driver, work: WorkOptions, type?: 'sparse' | 'streamOptimized' | 'iso', linked = true) {
  const image = type && (await testImage(`fresh-${type}`, type, { img_linked_clone: linked }));
  const configDrive = Buffer.alloc(4096, 7);
  const networks = [{ macAddress: '00:50:56:aa:00:03' }];
  const request = { name: 'fresh', uuid: uuidOf('fresh'), flavor: FLAVOR, networks, configDrive };
  return driver.spawn({ ...request, ...(image ? { image } : {}) }, work);
}

export const OPERATIONS: readonly Operation[] = [
  { name: 'getAvailableResource', run: (driver) => driver.getAvailableResource() },
  { name: 'listInstances', run: (driver) => driver.listInstances() },
  { name: 'getInfo', run: (driver) => driver.getInfo('web') },
  { name: 'getDiagnostics', run: (driver) => driver.getDiagnostics('web') },
  { name: 'getConsole', run: (driver) => driver.getConsole('web', 'webmks') },
  { name: 'getHostUptime', run: (driver) => driver.getHostUptime('DC0_C0_H0') },
  { name: 'groupMembers', run: (driver) => driver.groupMembers('apart') },
  { name: 'spawn', run: (driver, work) => fresh(driver, work), back: (driver) => driver.destroy(uuidOf('fresh')) },
  {
    name: 'spawn of an image',
    run: (driver, work) => fresh(driver, work, 'sparse'),
    back: (driver) => driver.destroy(uuidOf('fresh')),
  },
  {
    name: 'spawn of a copy',
    run: (driver, work) => fresh(driver, work, 'sparse', false),
    back: (driver) => driver.destroy(uuidOf('fresh')),
  },
  {
    name: 'spawn of a stream',
    run: (driver, work) => fresh(driver, work, 'streamOptimized'),
    back: (driver) => driver.destroy(uuidOf('fresh')),
  },
  {
    name: 'spawn of an ISO',
    run: (driver, work) => fresh(driver, work, 'iso'),
    back: (driver) => driver.destroy(uuidOf('fresh')),
  },
  { name: 'destroy', run: (driver, work) => driver.destroy(uuidOf('holder'), work), takesAway: true },
  { name: 'powerOn', run: (driver, work) => driver.powerOn('off', work) },
  { name: 'powerOff', run: (driver, work) => driver.powerOff('web', work) },
  { name: 'reboot', run: (driver, work) => driver.reboot('web', 'soft', work) },
  { name: 'reboot that is hard', run: (driver, work) => driver.reboot('web', 'hard', work) },
  { name: 'suspend', run: (driver, work) => driver.suspend('web', work) },
  { name: 'resume', run: (driver, work) => driver.resume('asleep', work) },
  {
    name: 'rescue',
    run: async (driver, work) => driver.rescue('web', await testImage('tools', 'sparse'), work),
    back: (driver) => driver.unrescue('web'),
  },
  { name: 'unrescue', run: (driver, work) => driver.unrescue('rescued', work), takesAway: true },
  {
    name: 'resize',
    run: (driver, work) => driver.resize('web', LARGER, work),
    back: (driver) => driver.revertResize('web'),
  },
  { name: 'confirmResize', run: (driver, work) => driver.confirmResize('resized', work), takesAway: true },
  { name: 'revertResize', run: (driver, work) => driver.revertResize('resized', work), takesAway: true },
  { name: 'checkMigration', run: (driver, work) => driver.checkMigration('web', {}, 'live', work) },
  { name: 'migrate live', run: (driver, work) => driver.migrate('web', {}, 'live', work) },
  { name: 'migrate cold', run: (driver, work) => driver.migrate('web', {}, 'cold', work) },
  { name: 'attachVolume', run: (driver, work) => driver.attachVolume('web', VOLUME, work) },
  { name: 'detachVolume', run: (driver, work) => driver.detachVolume('holder', HELD, work) },
  { name: 'extendVolume', run: (driver, work) => driver.extendVolume('holder', HELD, 2, work) },
  { name: 'extendVolume of nobody', run: (driver, work) => driver.extendVolume(undefined, VOLUME, 2, work) },
  { name: 'attachInterface', run: (driver, work) => driver.attachInterface('web', { macAddress: MAC }, work) },
  {
    name: 'detachInterface',
    run: (driver, work) =>
      driver.detachInterface('holder', { macAddress: '00:50:56:aa:00:02', portId: 'port-2' }, work),
  },
  { name: 'joinGroup', run: (driver, work) => driver.joinGroup('web', GROUP, work) },
  { name: 'leaveGroup', run: (driver, work) => driver.leaveGroup('holder', 'apart', work), takesAway: true },
  { name: 'enterMaintenance', run: (driver, work) => driver.enterMaintenance('DC0_C0_H0', work) },
  { name: 'exitMaintenance', run: (driver, work) => driver.exitMaintenance('DC0_C0_H2', work) },
  { name: 'snapshot', run: (driver, work) => snapshotOf(driver, work) },
  { name: 'manageImageCache', run: (driver) => manageOf(driver) },
];

/** An image into nothing. */
function snapshotOf(driver: Driver, work: WorkOptions): Promise<unknown> {
  const sink = { open: async () => new Writable({ write: (_chunk, _encoding, done) => done() }) };
  return driver.snapshot('web', sink, {}, work);
}

function manageOf(driver: Driver): Promise<unknown> {
  return driver.manageImageCache();
}
