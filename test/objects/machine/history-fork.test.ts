/** Copies elsewhere: what vCenter tells of a machine that is cloned into a vApp, or forked while it runs. */
import { histories } from './history-table.ts';
import { FILES_MOVED, of } from './history-words.ts';

const WEB = 'web on DC0_C0_H0 of DC0_C0 in DC0';
const COPY = 'copy on DC0_C0_H1 of DC0_C0 in DC0';
const DB = 'db on DC0_C0_H0 of DC0_C0 in DC0';
const AS_IT_IS = { location: {}, powerOn: false, template: false };
histories('of a machine that is copied in other ways, vCenter tells', {
  'that it was cloned into a vApp': {
    given: (stage) => stage.vApp(),
    does: async ({ ep, web, folder }) =>
      ep.run(web, 'CloneVM_Task', {
        folder: await folder,
        name: 'copy',
        spec: { ...AS_IT_IS, location: { pool: await ep.at('DC0/vm/app') } },
      }),
    events: [
      ['TaskEvent', WEB, 'Task: Clone virtual machine', { info: 'VirtualMachine.clone' }],
      [
        'VmBeingClonedNoFolderEvent',
        WEB,
        'Cloning web on DC0_C0_H0 in DC0 to copy on DC0_C0_H1 in a vApp',
        { destName: 'copy', destHost: 'DC0_C0_H1' },
      ],
      [
        'VmInstanceUuidAssignedEvent',
        COPY,
        'Assigned new instance UUID 50e6fa75-bc03-595b-87fc-42c66b4492cb to copy on DC0_C0_H1 in DC0',
        { instanceUuid: '50e6fa75-bc03-595b-87fc-42c66b4492cb' },
      ],
      [
        'VmUuidAssignedEvent',
        COPY,
        'Assigned new BIOS UUID 42a0b84d-02b2-524e-8f08-f018faa1f84f to copy on DC0_C0_H1 in DC0',
        { uuid: '42a0b84d-02b2-524e-8f08-f018faa1f84f' },
      ],
      [
        'VmMacAssignedEvent',
        COPY,
        'New MAC address 00:50:56:a3:6e:e5 assigned to adapter Network adapter 1 of copy',
        { adapter: 'Network adapter 1', mac: '00:50:56:a3:6e:e5' },
      ],
      ['VmClonedEvent', COPY, 'web cloned to copy on DC0_C0_H1 in DC0', { sourceVm: 'web' }],
    ],
    changes: {
      'DC0_C0_H1 vm': ['copy'],
      'LocalDS_0 summary.freeSpace': 'less',
      'LocalDS_0 summary.uncommitted': 'more',
      'LocalDS_0 vm': ['web', 'db', 'golden', 'copy'],
      'VM Network vm': ['web', 'db', 'golden', 'copy'],
      'app vm': ['copy'],
      copy: 'came',
      'web recentTask': ['VirtualMachine.clone'],
    },
  },
  'that it was forked while it ran': {
    does: ({ ep, db }) => ep.run(db, 'InstantClone_Task', { spec: { name: 'copy', location: {} } }),
    events: [
      ['TaskEvent', DB, 'Task: Instant Clone virtual machine', { info: 'VirtualMachine.instantClone' }],
      [
        'VmBeingClonedEvent',
        DB,
        'Cloning db on DC0_C0_H0 in DC0 to copy on DC0_C0_H0',
        { destFolder: 'vm', destName: 'copy', destHost: 'DC0_C0_H0' },
      ],
      [
        'VmInstanceUuidAssignedEvent',
        'copy on DC0_C0_H0 of DC0_C0 in DC0',
        'Assigned new instance UUID 504c7058-3213-5164-906c-38edb05cc068 to copy on DC0_C0_H0 in DC0',
        { instanceUuid: '504c7058-3213-5164-906c-38edb05cc068' },
      ],
      [
        'VmUuidAssignedEvent',
        'copy on DC0_C0_H0 of DC0_C0 in DC0',
        'Assigned new BIOS UUID 4232c18c-d021-5bb4-b309-1482f45e244c to copy on DC0_C0_H0 in DC0',
        { uuid: '4232c18c-d021-5bb4-b309-1482f45e244c' },
      ],
      [
        'VmMacAssignedEvent',
        'copy on DC0_C0_H0 of DC0_C0 in DC0',
        'New MAC address 00:50:56:a3:6e:e5 assigned to adapter Network adapter 1 of copy',
        { adapter: 'Network adapter 1', mac: '00:50:56:a3:6e:e5' },
      ],
      [
        'VmClonedEvent',
        'copy on DC0_C0_H0 of DC0_C0 in DC0',
        'db cloned to copy on DC0_C0_H0 in DC0',
        { sourceVm: 'db' },
      ],
      ['VmPoweredOnEvent', 'copy on DC0_C0_H0 of DC0_C0 in DC0', 'copy on DC0_C0_H0 in DC0 is powered on'],
    ],
    changes: {
      ...of('db', FILES_MOVED),
      'DC0_C0_H0 vm': ['web', 'db', 'golden', 'copy'],
      'LocalDS_0 summary.freeSpace': 'less',
      'LocalDS_0 summary.uncommitted': 'more',
      'LocalDS_0 vm': ['web', 'db', 'golden', 'copy'],
      'Resources runtime.memory.reservationUsedForVm': 'more',
      'Resources vm': ['web', 'db', 'copy'],
      'VM Network vm': ['web', 'db', 'golden', 'copy'],
      copy: 'came',
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
      'db recentTask': ['VirtualMachine.instantClone'],
      'db resourceConfig.changeVersion': 'a time',
      'db resourceConfig.lastModified': 'a time',
      'vm childEntity': ['web', 'db', 'golden', 'copy'],
    },
  },
});
