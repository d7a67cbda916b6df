/** Whatever a client does to files, disks and machines, chosen by numbers among what is there. */
import type { Ref } from '../../src/client/index.ts';
import type { Answer } from '../objects/endpoint.ts';
import { MIB, type Picture, STORES, type StorageScene } from './storage-scene.ts';

/** What is done, and numbers that choose with what. */
export interface Deed {
  readonly what: keyof typeof OPERATIONS;
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

interface Work extends Deed {
  readonly scene: StorageScene;
  readonly before: Picture;
}

type Operation = (work: Work) => Promise<unknown>;

const TYPES = ['thin', 'preallocated', 'eagerZeroedThick', 'seSparse', 'sparseMonolithic', 'sparse2Gb', 'thick2Gb'];
const ADAPTERS = ['lsiLogic', 'busLogic', 'ide'];
const KINDS = ['moveAllDiskBackingsAndDisallowSharing', 'moveAllDiskBackingsAndAllowSharing'];
const MOVES = [...KINDS, 'moveChildMostDiskBacking', 'createNewChildDiskBacking'];
const DESCRIPTOR = /(?<!-(flat|delta))\.vmdk$/;

/** There is nothing to do it with. */
export class Nothing extends Error {}

function chosen<T>(all: readonly T[], n: number): T {
  if (all.length === 0) throw new Nothing();
  return all[n % all.length]!;
}

const named = ({ before }: Work, fits: RegExp = /./) => [...before.files.keys()].filter((name) => fits.test(name));
const anyDisk = (work: Work, n: number) => chosen(named(work, DESCRIPTOR), n);
const place = (n: number, name: string) => `[${STORES[n % 2]}] ${['', 'one/', 'two/'][n % 3]}${name}`;
const anyVm = async ({ scene }: Work, n: number) => chosen(await scene.machines(), n);
const spec = (n: number) => ({
  _typeName: 'FileBackedVirtualDiskSpec',
  diskType: TYPES[n % TYPES.length],
  adapterType: ADAPTERS[n % 3],
  capacityKb: 1024 * (1 + (n % 3)),
});

const disk =
  (method: string, more: (work: Work) => object = () => ({})): Operation =>
  (work) => {
    const args = { name: anyDisk(work, work.a), datacenter: work.scene.datacenter, ...more(work) };
    return work.scene.run(work.scene.manager('virtualDiskManager'), method, args);
  };

const moved =
  (manager: string, method: string, ending: string, more: (work: Work) => object = () => ({})): Operation =>
  (work) => {
    const { scene, a, b, c } = work;
    const of = scene.manager(manager);
    const sourceName = manager === 'fileManager' ? chosen(named(work), a) : anyDisk(work, a);
    const to = place(b, `x${c % 3}${ending}`);
    const destination = manager === 'fileManager' ? { destinationName: to } : { destName: to };
    const force = c % 4 === 0;
    return scene.run(of, method, {
      sourceName,
      sourceDatacenter: scene.datacenter,
      ...destination,
      force,
      ...more(work),
    });
  };

const machine =
  (method: string, more: (work: Work) => object = () => ({})): Operation =>
  async (work) =>
    work.scene.run(await anyVm(work, work.a), method, more(work));

const flat = (fileName: string, n: number) => ({
  _typeName: 'VirtualDiskFlatVer2BackingInfo',
  fileName,
  diskMode: n % 5 === 0 ? 'independent_persistent' : 'persistent',
  ...(n % 3 < 2 ? { thinProvisioned: n % 3 === 0 } : { eagerlyScrub: true }),
});

function added(fileName: string, n: number, controllerKey: number): object {
  const size = { capacityInKB: fileName.endsWith('.vmdk') ? 0 : 1024 * (1 + (n % 3)) };
  const device = {
    _typeName: 'VirtualDisk',
    key: -2 - n,
    controllerKey,
    unitNumber: -1,
    ...size,
    backing: flat(fileName, n),
  };
  return { operation: 'add', ...(fileName.endsWith('.vmdk') ? {} : { fileOperation: 'create' }), device };
}

/** Some read their OVF environment from a CD, which is a file while they run. */
const ENVIRONMENT = { ovfEnvironmentTransport: ['iso'] };
const CD = {
  operation: 'add',
  device: {
    _typeName: 'VirtualCdrom',
    key: -9,
    controllerKey: 200,
    unitNumber: 0,
    backing: { _typeName: 'VirtualCdromRemotePassthroughBackingInfo', deviceName: '', exclusive: false },
  },
};

async function create({ scene, a, b, c }: Work): Promise<void> {
  const bus = { _typeName: 'ParaVirtualSCSIController', key: -1, busNumber: 0, sharedBus: 'noSharing' };
  const deviceChange = [{ operation: 'add', device: bus }, added(`[${STORES[c % 2]}]`, b, -1), CD];
  const files = { vmPathName: `[${STORES[b % 2]}]` };
  const config = { name: `vm${a % 4}`, guestId: 'otherGuest64', memoryMB: 4, files, deviceChange };
  const spec = { ...config, ...(c % 4 === 0 && { vAppConfig: ENVIRONMENT }) };
  await scene.run(scene.folder, 'CreateVM_Task', { config: spec, pool: scene.pool });
}

async function reconfigure(work: Work, change: (disks: Answer[], devices: Answer[]) => object): Promise<void> {
  const vm = await anyVm(work, work.a);
  const devices = await work.scene.devices(vm);
  const disks = devices.filter(({ _typeName }) => _typeName === 'VirtualDisk');
  await work.scene.run(vm, 'ReconfigVM_Task', { spec: { deviceChange: [change(disks, devices)] } });
}

const busOf = (devices: Answer[]) =>
  chosen(
    devices.filter((d) => /SCSI/.test(d._typeName)),
    0,
  ).key;

const onSnapshot =
  (method: string, more: (work: Work) => object): Operation =>
  async (work) => {
    const all: Ref[] = [];
    for (const vm of await work.scene.machines()) all.push(...(await work.scene.snapshotsOf(vm)));
    await work.scene.run(chosen(all, work.a), method, more(work));
  };

const locatorOf = ({ scene, b, c }: Work, more: object = {}) => ({
  ...(b % 3 < 2 && { datastore: scene.stores[b % 3] }),
  ...(c % 5 < 4 && { diskMoveType: MOVES[c % 5] }),
  ...(b % 5 < 2 && { transform: ['flat', 'sparse'][b % 5] }),
  ...more,
});

async function clone(work: Work): Promise<void> {
  const { scene, a, c } = work;
  const vm = await anyVm(work, a);
  const snapshots = await scene.snapshotsOf(vm);
  const location = locatorOf(work, { pool: scene.pool });
  const more = snapshots.length > 0 && c % 2 ? { snapshot: chosen(snapshots, c) } : {};
  const asked = { location, powerOn: false, template: false, ...more };
  await scene.run(vm, 'CloneVM_Task', { folder: scene.folder, name: `vm${c % 6}`, spec: asked });
}

async function relocate(work: Work): Promise<void> {
  const vm = await anyVm(work, work.a);
  const { b, c, scene } = work;
  const one = (await scene.disksOf(vm)).slice(0, 1).map(({ key }) => ({
    diskId: key,
    datastore: scene.stores[(b + c) % 2],
    ...(c % 3 === 0 && { diskBackingInfo: flat('', b) }),
  }));
  await scene.run(vm, 'RelocateVM_Task', { spec: locatorOf(work, c % 3 < 2 ? { disk: one } : {}) });
}

const firstClass =
  (method: string, more: (work: Work) => object): Operation =>
  async (work) => {
    const { scene, a } = work;
    const manager = scene.manager('vStorageObjectManager');
    const all: object[] = [];
    for (const datastore of scene.stores)
      for (const id of await scene.call(manager, 'ListVStorageObject', { datastore })) all.push({ id, datastore });
    return scene.run(manager, method, { ...chosen(all, a), ...more(work) });
  };

/** The same with one of the disk's snapshots. */
const ofSnapshot =
  (method: string, more: (work: Work) => object = () => ({})): Operation =>
  async (work) => {
    const { scene, a, b } = work;
    const manager = scene.manager('vStorageObjectManager');
    const all: object[] = [];
    for (const datastore of scene.stores)
      for (const id of await scene.call(manager, 'ListVStorageObject', { datastore })) {
        const { snapshots } = await scene.call(manager, 'RetrieveSnapshotInfo', { id, datastore });
        for (const snapshot of snapshots ?? []) all.push({ id, datastore, snapshotId: snapshot.id });
      }
    return scene.run(manager, method, { ...chosen(all, a + b), ...more(work) });
  };

async function attachFirstClass(work: Work): Promise<void> {
  const { scene, b } = work;
  const manager = scene.manager('vStorageObjectManager');
  const all: object[] = [];
  for (const datastore of scene.stores)
    for (const diskId of await scene.call(manager, 'ListVStorageObject', { datastore }))
      all.push({ diskId, datastore });
  await scene.run(await anyVm(work, work.a), 'AttachDisk_Task', chosen(all, b));
}

async function detachFirstClass(work: Work): Promise<void> {
  const vm = await anyVm(work, work.a);
  const disks = (await work.scene.disksOf(vm)).filter(({ vDiskId }) => vDiskId);
  await work.scene.run(vm, 'DetachDisk_Task', { diskId: chosen(disks, work.b).vDiskId });
}

const backingSpec = ({ scene, b, c }: Work) => ({
  _typeName: 'VslmCreateSpecDiskFileBackingSpec',
  datastore: scene.stores[b % 2],
  provisioningType: ['thin', 'eagerZeroedThick', 'lazyZeroedThick'][c % 3],
});

export const OPERATIONS = {
  put: ({ scene, a, b, c }) => scene.put(`${['', 'up/'][b % 2]}f${a % 3}`, STORES[b % 2]!, filled(1_000 * c, c)),
  putExtent: (work) => {
    const [store, path] = chosen(named(work, /-flat\.vmdk$/), work.a)
      .slice(1)
      .split('] ');
    return work.scene.put(path!, store!, filled(MIB * (1 + (work.c % 3)), work.b));
  },
  makeDirectory: ({ scene, a, b }) =>
    scene.call(scene.manager('fileManager'), 'MakeDirectory', {
      name: place(a, ['one', 'two', 'one/two'][b % 3]!),
      datacenter: scene.datacenter,
      createParentDirectories: true,
    }),
  createDisk: disk('CreateVirtualDisk_Task', ({ a, b }) => ({ name: place(b, `d${a % 4}.vmdk`), spec: spec(a) })),
  copyDisk: moved('virtualDiskManager', 'CopyVirtualDisk_Task', '.vmdk', ({ c }) =>
    c % 3 ? { destSpec: spec(c) } : {},
  ),
  moveDisk: moved('virtualDiskManager', 'MoveVirtualDisk_Task', '.vmdk'),
  deleteDisk: disk('DeleteVirtualDisk_Task'),
  extendDisk: disk('ExtendVirtualDisk_Task', ({ b, c }) => ({
    newCapacityKb: 1024 * (1 + (b % 4)),
    eagerZero: c % 2 === 0,
  })),
  inflateDisk: disk('InflateVirtualDisk_Task'),
  shrinkDisk: disk('ShrinkVirtualDisk_Task'),
  defragmentDisk: disk('DefragmentVirtualDisk_Task'),
  zeroFillDisk: disk('ZeroFillVirtualDisk_Task'),
  eagerZeroDisk: disk('EagerZeroVirtualDisk_Task'),
  childDisk: (work) => {
    const { scene, a, b, c } = work;
    const child = { childName: place(b, `k${c % 3}.vmdk`), parentName: anyDisk(work, a), isLinkedClone: c % 2 === 0 };
    const args = { ...child, parentDatacenter: scene.datacenter, childDatacenter: scene.datacenter };
    return scene.run(scene.manager('virtualDiskManager'), 'CreateChildDisk_Task', args);
  },
  copyFile: moved('fileManager', 'CopyDatastoreFile_Task', ''),
  copyDiskFile: moved('fileManager', 'CopyDatastoreFile_Task', '.vmdk'),
  moveFile: moved('fileManager', 'MoveDatastoreFile_Task', ''),
  deleteFile: (work) =>
    work.scene.run(work.scene.manager('fileManager'), 'DeleteDatastoreFile_Task', {
      name: chosen(named(work), work.a),
      datacenter: work.scene.datacenter,
    }),
  createMachine: create,
  addDisk: (work) => reconfigure(work, (_, devices) => added(`[${STORES[work.b % 2]}]`, work.c, busOf(devices))),
  attachDisk: (work) => reconfigure(work, (_, devices) => added(anyDisk(work, work.b), work.c, busOf(devices))),
  removeDisk: (work) =>
    reconfigure(work, (disks) => {
      const device = chosen(disks, work.b);
      return { operation: 'remove', ...(work.c % 2 && { fileOperation: 'destroy' }), device };
    }),
  growDisk: (work) =>
    reconfigure(work, (disks) => {
      const { capacityInBytes: _, ...device } = chosen(disks, work.b);
      return { operation: 'edit', device: { ...device, capacityInKB: device.capacityInKB + 1024 } };
    }),
  write: async (work) => {
    const vm = await anyVm(work, work.a);
    const { key } = chosen(await work.scene.disksOf(vm), work.b);
    await work.scene.sim.disks.write({ vm: vm.value, key }, 65_536 * (work.c % 16), filled(65_536, work.b + 1));
  },
  directories: machine('ReconfigVM_Task', ({ b, c }) => ({
    spec: { files: { suspendDirectory: place(b, 's'), logDirectory: place(c, 'l') } },
  })),
  snapshot: machine('CreateSnapshot_Task', ({ b, c }) => ({ name: `s${c}`, memory: b % 2 === 0, quiesce: false })),
  revert: onSnapshot('RevertToSnapshot_Task', () => ({})),
  revertToCurrent: machine('RevertToCurrentSnapshot_Task'),
  removeSnapshot: onSnapshot('RemoveSnapshot_Task', ({ b, c }) => ({
    removeChildren: b % 2 === 0,
    consolidate: c % 2 === 0,
  })),
  removeAllSnapshots: machine('RemoveAllSnapshots_Task', ({ b }) => ({ consolidate: b % 2 === 0 })),
  consolidate: machine('ConsolidateVMDisks_Task'),
  clone,
  relocate,
  promote: machine('PromoteDisks_Task', ({ b }) => ({ unlink: b % 2 === 0 })),
  instantClone: machine('InstantClone_Task', ({ c }) => ({ spec: { name: `vm${c % 6}`, location: {} } })),
  powerOn: machine('PowerOnVM_Task'),
  powerOff: machine('PowerOffVM_Task'),
  suspend: machine('SuspendVM_Task'),
  rename: machine('Rename_Task', ({ c }) => ({ newName: `vm${c % 6}` })),
  unregister: async (work) => work.scene.call(await anyVm(work, work.a), 'UnregisterVM'),
  register: (work) => {
    const { scene, a, c } = work;
    const path = chosen(named(work, /\.vmx$/), a);
    return scene.run(scene.folder, 'RegisterVM_Task', {
      path,
      name: `vm${c % 6}`,
      asTemplate: false,
      pool: scene.pool,
    });
  },
  destroy: machine('Destroy_Task'),
  firstClass: (work) => {
    const { scene, a, c } = work;
    const wanted = {
      name: `fcd${a}`,
      capacityInMB: 1 + (c % 3),
      backingSpec: backingSpec(work),
      keepAfterDeleteVm: c % 2 === 0,
    };
    return scene.run(scene.manager('vStorageObjectManager'), 'CreateDisk_Task', { spec: wanted });
  },
  firstClassClone: firstClass('CloneVStorageObject_Task', (work) => ({
    spec: { name: 'again', backingSpec: backingSpec(work) },
  })),
  firstClassSnapshot: firstClass('VStorageObjectCreateSnapshot_Task', () => ({ description: 'then' })),
  firstClassRevert: ofSnapshot('RevertVStorageObject_Task'),
  firstClassForget: ofSnapshot('DeleteSnapshot_Task'),
  firstClassOf: ofSnapshot('CreateDiskFromSnapshot_Task', ({ c, scene, b }) => ({
    name: `of ${c}`,
    isLinkedClone: c % 3 < 2,
    ...(c % 4 === 0 && { targetDatastore: scene.stores[b % 2] }),
  })),
  firstClassRepair: firstClass('RepairVStorageObjectChain_Task', () => ({})),
  firstClassRelocate: firstClass('RelocateVStorageObject_Task', (work) => ({
    spec: { backingSpec: backingSpec(work) },
  })),
  firstClassUnregister: firstClass('UnregisterDisk_Task', () => ({})),
  firstClassAttach: attachFirstClass,
  firstClassDetach: detachFirstClass,
  firstClassExtend: firstClass('ExtendDisk_Task', ({ c }) => ({ newCapacityInMB: 1 + (c % 5) })),
  firstClassInflate: firstClass('InflateDisk_Task', () => ({})),
  firstClassDelete: firstClass('DeleteVStorageObject_Task', () => ({})),
} as const satisfies { readonly [name: string]: Operation };

function filled(size: number, seed: number): Buffer {
  return Buffer.alloc(size, Buffer.from(`${seed} is written here `));
}
