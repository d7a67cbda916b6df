/** Disks that come and go whole: exports, and first class disks. */
import { expect } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import type { Answer } from '../endpoint.ts';
import type { Told } from './history-chronicle.ts';
import type { Stage } from './history-stage.ts';
import { histories } from './history-table.ts';

const CHANGED = {
  'web config.changeVersion': 'a time',
  'web resourceConfig.changeVersion': 'a time',
  'web resourceConfig.lastModified': 'a time',
  'web layoutEx': 'disk file timestamp',
  'web storage': 'perDatastoreUsage timestamp',
  'web summary.storage': 'committed timestamp uncommitted unshared',
};
const WEB = 'web on DC0_C0_H0 of DC0_C0 in DC0';
const reconfigured = (task: string, id: string): readonly Told[] => [
  ['TaskEvent', WEB, `Task: ${task}`, { info: `VirtualMachine.${id}` }],
  ['VmReconfiguredEvent', WEB, 'Reconfigured web on DC0_C0_H0 in DC0.', { configSpec: 'deviceChange' }],
];

async function exported({ ep }: Stage, lease: Ref): Promise<void> {
  await ep.call(lease, 'HttpNfcLeaseComplete');
}

async function firstClass({ ep }: Stage): Promise<Answer> {
  const datastore = await ep.at('DC0/datastore/LocalDS_0');
  const backingSpec = { _typeName: 'VslmCreateSpecDiskFileBackingSpec', datastore, provisioningType: 'thin' };
  const spec = { name: 'own', capacityInMB: 64, backingSpec };
  const disk = await ep.run(ep.manager('vStorageObjectManager'), 'CreateDisk_Task', { spec });
  return { diskId: disk.config.id, datastore };
}

async function attached(stage: Stage): Promise<Answer> {
  const named = await firstClass(stage);
  await stage.ep.run(stage.web, 'AttachDisk_Task', named);
  return named;
}

histories('of disks that come and go whole, vCenter tells', {
  'an export': {
    does: async (stage) => exported(stage, await stage.ep.call(stage.web, 'ExportVm')),
    events: [['TaskEvent', WEB, 'Task: Export OVF template', { info: 'VirtualMachine.ExportVmLRO' }]],
    changes: { 'web recentTask': ['VirtualMachine.ExportVmLRO'] },
  },
  'an export of a snapshot': {
    given: (stage) =>
      stage.ep.run(stage.web, 'CreateSnapshot_Task', { name: 'one', description: '', memory: false, quiesce: false }),
    does: async (stage) => {
      const { currentSnapshot } = await stage.ep.read(stage.web, 'snapshot');
      await exported(stage, await stage.ep.call(currentSnapshot, 'ExportSnapshot'));
    },
    events: [['TaskEvent', WEB, 'Task: Export OVF template', { info: 'vm.Snapshot.ExportSnapshotLRO' }]],
    changes: { 'web recentTask': ['VirtualMachine.createSnapshot', 'vm.Snapshot.ExportSnapshotLRO'] },
  },
  'a first class disk that is attached': {
    does: (stage) => attached(stage),
    events: [
      ['TaskEvent', '', 'Task: Create a virtual disk object', { info: 'VStorageObjectManager.createDisk' }],
      ...reconfigured('Attach a virtual disk', 'attachDisk'),
    ],
    changes: {
      ...CHANGED,
      'LocalDS_0 summary.freeSpace': 'less',
      'LocalDS_0 summary.uncommitted': 'more',
      'web config.hardware.device[1000].device': [2000, 2001],
      'web config.hardware.device[2001]': expect.objectContaining({
        backing: expect.objectContaining({
          datastore: 'LocalDS_0',
          diskMode: 'independent_persistent',
          fileName: expect.stringMatching(/^\[LocalDS_0\] fcd\/[-0-9a-f]{36}\.vmdk$/),
          thinProvisioned: true,
        }),
        capacityInKB: 65_536,
        controllerKey: 1000,
        deviceInfo: { label: 'Hard disk 2', summary: '65,536 KB' },
        unitNumber: 1,
        vDiskId: { id: expect.stringMatching(/^[-0-9a-f]{36}$/) },
      }),
      'web recentTask': ['VirtualMachine.attachDisk'],
      'web summary.config.numVirtualDisks': 2,
    },
  },
  'a first class disk that is detached': {
    given: attached,
    does: async ({ ep, web }) => {
      const devices: Answer[] = await ep.read(web, 'config.hardware.device');
      const diskId = devices.find((d) => d.vDiskId)?.vDiskId;
      await ep.run(web, 'DetachDisk_Task', { diskId });
    },
    events: reconfigured('Detach a virtual disk', 'detachDisk'),
    changes: {
      ...CHANGED,
      'LocalDS_0 summary.uncommitted': 'less',
      'web config.hardware.device[1000].device': [2000],
      'web config.hardware.device[2001]': 'gone',
      'web recentTask': ['VirtualMachine.attachDisk', 'VirtualMachine.detachDisk'],
      'web summary.config.numVirtualDisks': 1,
    },
  },
});
