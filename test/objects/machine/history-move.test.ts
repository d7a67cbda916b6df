/** Moved: what vCenter tells of a machine that goes elsewhere, with its files or without. */
import { histories } from './history-table.ts';
import { CONFIGURED, of } from './history-words.ts';

const WEB = 'web on DC0_C0_H0 of DC0_C0 in DC0';
const MOVED = 'web on DC0_C0_H1 of DC0_C0 in DC0';
const DB = 'db on DC0_C0_H0 of DC0_C0 in DC0';

histories('of a machine that moves, vCenter tells', {
  'that it went to another host': {
    does: async ({ ep, web, host }) =>
      ep.run(web, 'MigrateVM_Task', { host: await host(), priority: 'defaultPriority' }),
    events: [
      ['TaskEvent', WEB, 'Task: Migrate virtual machine', { info: 'VirtualMachine.migrate' }],
      [
        'VmBeingMigratedEvent',
        WEB,
        'Migrating web on DC0_C0_H0 in DC0 to DC0_C0_H1',
        { destHost: 'DC0_C0_H1', destDatacenter: 'DC0', destDatastore: 'LocalDS_0' },
      ],
      [
        'VmMigratedEvent',
        MOVED,
        'Migrated web from DC0_C0_H0 to DC0_C0_H1 in DC0',
        { sourceHost: 'DC0_C0_H0', sourceDatacenter: 'DC0', sourceDatastore: 'LocalDS_0' },
      ],
    ],
    changes: {
      ...of('web', CONFIGURED),
      'DC0_C0_H0 vm': ['db', 'golden'],
      'DC0_C0_H1 vm': ['web'],
      'web recentTask': ['VirtualMachine.migrate'],
      'web runtime.host': 'DC0_C0_H1',
    },
  },
  'that it went to another host while it ran': {
    does: async ({ ep, db, host }) => ep.run(db, 'RelocateVM_Task', { spec: { host: await host() } }),
    events: [
      ['TaskEvent', DB, 'Task: Relocate virtual machine', { info: 'VirtualMachine.relocate' }],
      [
        'VmBeingHotMigratedEvent',
        DB,
        'Migrating db on DC0_C0_H0 in DC0 to DC0_C0_H1 without downtime',
        { destHost: 'DC0_C0_H1', destDatacenter: 'DC0', destDatastore: 'LocalDS_0' },
      ],
      ['VmEmigratingEvent', DB, 'Migrating db off DC0_C0_H0 in DC0'],
      [
        'VmMigratedEvent',
        'db on DC0_C0_H1 of DC0_C0 in DC0',
        'Migrated db from DC0_C0_H0 to DC0_C0_H1 in DC0',
        { sourceHost: 'DC0_C0_H0', sourceDatacenter: 'DC0', sourceDatastore: 'LocalDS_0' },
      ],
    ],
    changes: {
      ...of('db', CONFIGURED),
      'DC0_C0_H0 vm': ['web', 'golden'],
      'DC0_C0_H1 vm': ['db'],
      'db recentTask': ['VirtualMachine.relocate'],
      'db runtime.host': 'DC0_C0_H1',
    },
  },
  'that its files went to another datastore': {
    does: async ({ ep, web, datastore }) => ep.run(web, 'RelocateVM_Task', { spec: { datastore: await datastore() } }),
    events: [
      ['TaskEvent', WEB, 'Task: Relocate virtual machine', { info: 'VirtualMachine.relocate' }],
      [
        'VmBeingRelocatedEvent',
        WEB,
        'Relocating web on DC0_C0_H0 in DC0 to DC0_C0_H0, LocalDS_1',
        { destHost: 'DC0_C0_H0', destDatacenter: 'DC0', destDatastore: 'LocalDS_1' },
      ],
      [
        'VmRelocatedEvent',
        WEB,
        'Relocated web from DC0_C0_H0, LocalDS_0 to DC0_C0_H0 in DC0',
        { sourceHost: 'DC0_C0_H0', sourceDatacenter: 'DC0', sourceDatastore: 'LocalDS_0' },
      ],
    ],
    changes: {
      'LocalDS_0 summary.freeSpace': 'more',
      'LocalDS_0 summary.uncommitted': 'less',
      'LocalDS_0 vm': ['db', 'golden'],
      'LocalDS_1 summary.freeSpace': 'less',
      'LocalDS_1 summary.uncommitted': 'more',
      'LocalDS_1 vm': ['web'],
      'web config.changeVersion': 'a time',
      'web config.datastoreUrl': [
        { name: 'LocalDS_1', url: 'ds:///vmfs/volumes/fc8ad52f-35d55ba7-b106-c081df8b92e8/' },
      ],
      'web config.files.logDirectory': '[LocalDS_1] web/',
      'web config.files.snapshotDirectory': '[LocalDS_1] web/',
      'web config.files.suspendDirectory': '[LocalDS_1] web/',
      'web config.files.vmPathName': '[LocalDS_1] web/web.vmx',
      'web config.hardware.device[2000].backing.datastore': 'LocalDS_1',
      'web config.hardware.device[2000].backing.fileName': '[LocalDS_1] web/web.vmdk',
      'web datastore': ['LocalDS_1'],
      'web layoutEx': 'file timestamp',
      'web recentTask': ['VirtualMachine.relocate'],
      'web resourceConfig.changeVersion': 'a time',
      'web resourceConfig.lastModified': 'a time',
      'web storage': 'perDatastoreUsage timestamp',
      'web summary.config.vmPathName': '[LocalDS_1] web/web.vmx',
      'web summary.storage': 'timestamp',
    },
  },
  'that it and its files went elsewhere while it ran': {
    does: async ({ ep, db, host, datastore }) =>
      ep.run(db, 'RelocateVM_Task', { spec: { host: await host(), datastore: await datastore() } }),
    events: [
      ['TaskEvent', DB, 'Task: Relocate virtual machine', { info: 'VirtualMachine.relocate' }],
      [
        'VmBeingRelocatedEvent',
        DB,
        'Relocating db on DC0_C0_H0 in DC0 to DC0_C0_H1, LocalDS_1',
        { destHost: 'DC0_C0_H1', destDatacenter: 'DC0', destDatastore: 'LocalDS_1' },
      ],
      ['VmEmigratingEvent', DB, 'Migrating db off DC0_C0_H0 in DC0'],
      [
        'VmRelocatedEvent',
        'db on DC0_C0_H1 of DC0_C0 in DC0',
        'Relocated db from DC0_C0_H0, LocalDS_0 to DC0_C0_H1 in DC0',
        { sourceHost: 'DC0_C0_H0', sourceDatacenter: 'DC0', sourceDatastore: 'LocalDS_0' },
      ],
    ],
    changes: {
      'DC0_C0_H0 vm': ['web', 'golden'],
      'DC0_C0_H1 vm': ['db'],
      'LocalDS_0 summary.freeSpace': 'more',
      'LocalDS_0 summary.uncommitted': 'less',
      'LocalDS_0 vm': ['web', 'golden'],
      'LocalDS_1 summary.freeSpace': 'less',
      'LocalDS_1 summary.uncommitted': 'more',
      'LocalDS_1 vm': ['db'],
      'db config.changeVersion': 'a time',
      'db config.datastoreUrl': [{ name: 'LocalDS_1', url: 'ds:///vmfs/volumes/fc8ad52f-35d55ba7-b106-c081df8b92e8/' }],
      'db config.files.logDirectory': '[LocalDS_1] db/',
      'db config.files.snapshotDirectory': '[LocalDS_1] db/',
      'db config.files.suspendDirectory': '[LocalDS_1] db/',
      'db config.files.vmPathName': '[LocalDS_1] db/db.vmx',
      'db config.hardware.device[2000].backing.datastore': 'LocalDS_1',
      'db config.hardware.device[2000].backing.fileName': '[LocalDS_1] db/db.vmdk',
      'db datastore': ['LocalDS_1'],
      'db layoutEx': 'file timestamp',
      'db recentTask': ['VirtualMachine.relocate'],
      'db resourceConfig.changeVersion': 'a time',
      'db resourceConfig.lastModified': 'a time',
      'db runtime.host': 'DC0_C0_H1',
      'db storage': 'perDatastoreUsage timestamp',
      'db summary.config.vmPathName': '[LocalDS_1] db/db.vmx',
      'db summary.storage': 'timestamp',
    },
  },
  'that it went into another pool': {
    given: async ({ ep, pool }) =>
      ep.call(await pool, 'CreateResourcePool', {
        name: 'small',
        spec: {
          cpuAllocation: {
            reservation: 0,
            expandableReservation: true,
            limit: -1,
            shares: { level: 'normal', shares: 0 },
          },
          memoryAllocation: {
            reservation: 0,
            expandableReservation: true,
            limit: -1,
            shares: { level: 'normal', shares: 0 },
          },
        },
      }),
    does: async ({ ep, web }) =>
      ep.call(await ep.at('DC0/host/DC0_C0/Resources/small'), 'MoveIntoResourcePool', { list: [web] }),
    events: [
      [
        'VmResourcePoolMovedEvent',
        WEB,
        'Moved web from resource pool Resources to small',
        { oldParent: 'Resources', newParent: 'small' },
      ],
    ],
    changes: {
      'Resources vm': ['db'],
      'small vm': ['web'],
      'web resourcePool': 'small',
    },
  },
  'that it went into another folder': {
    given: async ({ ep, folder }) => ep.call(await folder, 'CreateFolder', { name: 'shelf' }),
    does: async ({ ep, web }) => ep.run(await ep.at('DC0/vm/shelf'), 'MoveIntoFolder_Task', { list: [web] }),
    events: [['TaskEvent', 'in DC0', 'Task: Move entities', { info: 'Folder.moveInto' }]],
    changes: {
      'shelf childEntity': ['web'],
      'shelf recentTask': ['Folder.moveInto'],
      'vm childEntity': ['db', 'golden', 'shelf'],
      'web parent': 'shelf',
    },
  },
  'that it stayed where it is': {
    does: async ({ ep, web, host }) => ep.run(web, 'RelocateVM_Task', { spec: { host: await host('DC0_C0_H0') } }),
    events: [['TaskEvent', WEB, 'Task: Relocate virtual machine', { info: 'VirtualMachine.relocate' }]],
    changes: {
      ...of('web', CONFIGURED),
      'web recentTask': ['VirtualMachine.relocate'],
    },
  },
});
