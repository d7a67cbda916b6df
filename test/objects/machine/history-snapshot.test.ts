/** Snapshots: what vCenter tells of a machine that is kept as it is, and brought back. */
import { histories } from './history-table.ts';

const WEB = 'web on DC0_C0_H0 of DC0_C0 in DC0';
const DB = 'db on DC0_C0_H0 of DC0_C0 in DC0';

histories('of a machine with snapshots, vCenter tells', {
  'one that was taken': {
    does: ({ ep, web }) =>
      ep.run(web, 'CreateSnapshot_Task', { name: 'one', description: 'first', memory: false, quiesce: false }),
    events: [['TaskEvent', WEB, 'Task: Create virtual machine snapshot', { info: 'VirtualMachine.createSnapshot' }]],
    changes: {
      'LocalDS_0 summary.freeSpace': 'less',
      'web config.changeVersion': 'a time',
      'web config.hardware.device[2000].backing.deltaDiskFormat': 'redoLogFormat',
      'web config.hardware.device[2000].backing.deltaDiskFormatVariant': 'vmfsSparseVariant',
      'web config.hardware.device[2000].backing.fileName': '[LocalDS_0] web/web-000001.vmdk',
      'web config.hardware.device[2000].backing.parent': {
        fileName: '[LocalDS_0] web/web.vmdk',
        datastore: 'LocalDS_0',
        diskMode: 'persistent',
        split: false,
        writeThrough: false,
        thinProvisioned: true,
        uuid: '6000C29c-0f39-b23b-4cac-aabf410b5510',
        contentId: 'fffffffe',
        digestEnabled: false,
        sharing: 'sharingNone',
      },
      'web layoutEx': 'disk file snapshot timestamp',
      'web recentTask': ['VirtualMachine.createSnapshot'],
      'web resourceConfig.changeVersion': 'a time',
      'web resourceConfig.lastModified': 'a time',
      'web rootSnapshot': ['snapshot-1'],
      'web snapshot': {
        currentSnapshot: 'snapshot-1',
        rootSnapshotList: [
          {
            snapshot: 'snapshot-1',
            vm: 'web',
            name: 'one',
            description: 'first',
            id: 1,
            createTime: 'a time',
            state: 'poweredOff',
            quiesced: false,
            replaySupported: false,
          },
        ],
      },
      'web storage': 'perDatastoreUsage timestamp',
      'web summary.storage': 'committed timestamp unshared',
    },
  },
  'one that was taken with its memory': {
    does: ({ ep, db }) => ep.run(db, 'CreateSnapshotEx_Task', { name: 'one', memory: true }),
    events: [['TaskEvent', DB, 'Task: Create virtual machine snapshot', { info: 'VirtualMachine.createSnapshot' }]],
    changes: {
      'LocalDS_0 summary.freeSpace': 'less',
      'db config.changeVersion': 'a time',
      'db config.hardware.device[2000].backing.deltaDiskFormat': 'redoLogFormat',
      'db config.hardware.device[2000].backing.deltaDiskFormatVariant': 'vmfsSparseVariant',
      'db config.hardware.device[2000].backing.fileName': '[LocalDS_0] db/db-000001.vmdk',
      'db config.hardware.device[2000].backing.parent': {
        fileName: '[LocalDS_0] db/db.vmdk',
        datastore: 'LocalDS_0',
        diskMode: 'persistent',
        split: false,
        writeThrough: false,
        thinProvisioned: true,
        uuid: '6000C294-a3c2-e546-1efe-d9e3b32d5b38',
        contentId: 'fffffffe',
        digestEnabled: false,
        sharing: 'sharingNone',
      },
      'db layoutEx': 'disk file snapshot timestamp',
      'db recentTask': ['VirtualMachine.createSnapshot'],
      'db resourceConfig.changeVersion': 'a time',
      'db resourceConfig.lastModified': 'a time',
      'db rootSnapshot': ['snapshot-1'],
      'db snapshot': {
        currentSnapshot: 'snapshot-1',
        rootSnapshotList: [
          {
            snapshot: 'snapshot-1',
            vm: 'db',
            name: 'one',
            description: '',
            id: 1,
            createTime: 'a time',
            state: 'poweredOn',
            quiesced: false,
            replaySupported: false,
          },
        ],
      },
      'db storage': 'perDatastoreUsage timestamp',
      'db summary.storage': 'committed timestamp unshared',
    },
  },
  'another name of it': {
    given: async (stage) => {
      await stage.snapshot(stage.web);
    },
    does: async ({ ep, web }) =>
      ep.call(await ep.read(web, 'snapshot.currentSnapshot'), 'RenameSnapshot', { name: 'two' }),
    events: [],
    changes: {
      'web snapshot.rootSnapshotList': [
        {
          snapshot: 'snapshot-1',
          vm: 'web',
          name: 'two',
          description: '',
          id: 1,
          createTime: 'a time',
          state: 'poweredOff',
          quiesced: false,
          replaySupported: false,
        },
      ],
    },
  },
  'that one was removed': {
    given: async (stage) => {
      await stage.snapshot(stage.web);
    },
    does: async ({ ep, web }) =>
      ep.run(await ep.read(web, 'snapshot.currentSnapshot'), 'RemoveSnapshot_Task', { removeChildren: false }),
    events: [['TaskEvent', WEB, 'Task: Remove snapshot', { info: 'vm.Snapshot.remove' }]],
    changes: {
      'LocalDS_0 summary.freeSpace': 'more',
      'web config.changeVersion': 'a time',
      'web config.hardware.device[2000].backing.deltaDiskFormat': 'gone',
      'web config.hardware.device[2000].backing.deltaDiskFormatVariant': 'gone',
      'web config.hardware.device[2000].backing.fileName': '[LocalDS_0] web/web.vmdk',
      'web config.hardware.device[2000].backing.parent': 'gone',
      'web layoutEx': 'disk file snapshot timestamp',
      'web recentTask': ['VirtualMachine.createSnapshot', 'vm.Snapshot.remove'],
      'web resourceConfig.changeVersion': 'a time',
      'web resourceConfig.lastModified': 'a time',
      'web rootSnapshot': [],
      'web snapshot': 'gone',
      'web storage': 'perDatastoreUsage timestamp',
      'web summary.storage': 'committed timestamp unshared',
    },
  },
  'that all were removed': {
    given: async (stage) => {
      await stage.snapshot(stage.web);
      await stage.snapshot(stage.web, 'two');
    },
    does: ({ ep, web }) => ep.run(web, 'RemoveAllSnapshots_Task'),
    events: [['TaskEvent', WEB, 'Task: Remove all snapshots', { info: 'VirtualMachine.removeAllSnapshots' }]],
    changes: {
      'LocalDS_0 summary.freeSpace': 'more',
      'web config.changeVersion': 'a time',
      'web config.hardware.device[2000].backing.deltaDiskFormat': 'gone',
      'web config.hardware.device[2000].backing.deltaDiskFormatVariant': 'gone',
      'web config.hardware.device[2000].backing.fileName': '[LocalDS_0] web/web.vmdk',
      'web config.hardware.device[2000].backing.parent': 'gone',
      'web layoutEx': 'disk file snapshot timestamp',
      'web recentTask': [
        'VirtualMachine.createSnapshot',
        'VirtualMachine.createSnapshot',
        'VirtualMachine.removeAllSnapshots',
      ],
      'web resourceConfig.changeVersion': 'a time',
      'web resourceConfig.lastModified': 'a time',
      'web rootSnapshot': [],
      'web snapshot': 'gone',
      'web storage': 'perDatastoreUsage timestamp',
      'web summary.storage': 'committed timestamp unshared',
    },
  },
});
