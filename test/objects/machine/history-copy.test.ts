/** Copies: what vCenter tells of a machine that is cloned, deployed, forked. */
import { histories } from './history-table.ts';

const WEB = 'web on DC0_C0_H0 of DC0_C0 in DC0';
const COPY = 'copy on DC0_C0_H1 of DC0_C0 in DC0';
const AS_IT_IS = { location: {}, powerOn: false, template: false };
histories('of a machine that is copied, vCenter tells', {
  'that it was cloned': {
    does: async ({ ep, web, folder }) =>
      ep.run(web, 'CloneVM_Task', { folder: await folder, name: 'copy', spec: AS_IT_IS }),
    events: [
      ['TaskEvent', WEB, 'Task: Clone virtual machine', { info: 'VirtualMachine.clone' }],
      [
        'VmBeingClonedEvent',
        WEB,
        'Cloning web on DC0_C0_H0 in DC0 to copy on DC0_C0_H1',
        { destFolder: 'vm', destName: 'copy', destHost: 'DC0_C0_H1' },
      ],
      [
        'VmInstanceUuidAssignedEvent',
        COPY,
        'Assigned new instance UUID 504c7058-3213-5164-906c-38edb05cc068 to copy on DC0_C0_H1 in DC0',
        { instanceUuid: '504c7058-3213-5164-906c-38edb05cc068' },
      ],
      [
        'VmUuidAssignedEvent',
        COPY,
        'Assigned new BIOS UUID 4232c18c-d021-5bb4-b309-1482f45e244c to copy on DC0_C0_H1 in DC0',
        { uuid: '4232c18c-d021-5bb4-b309-1482f45e244c' },
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
      'Resources vm': ['web', 'db', 'copy'],
      'VM Network vm': ['web', 'db', 'golden', 'copy'],
      copy: 'came',
      'vm childEntity': ['web', 'db', 'golden', 'copy'],
      'web recentTask': ['VirtualMachine.clone'],
    },
  },
  'that it was cloned, and the clone switched on': {
    does: async ({ ep, web, folder }) =>
      ep.run(web, 'CloneVM_Task', { folder: await folder, name: 'copy', spec: { ...AS_IT_IS, powerOn: true } }),
    events: [
      ['TaskEvent', WEB, 'Task: Clone virtual machine', { info: 'VirtualMachine.clone' }],
      [
        'VmBeingClonedEvent',
        WEB,
        'Cloning web on DC0_C0_H0 in DC0 to copy on DC0_C0_H1',
        { destFolder: 'vm', destName: 'copy', destHost: 'DC0_C0_H1' },
      ],
      [
        'VmInstanceUuidAssignedEvent',
        COPY,
        'Assigned new instance UUID 504c7058-3213-5164-906c-38edb05cc068 to copy on DC0_C0_H1 in DC0',
        { instanceUuid: '504c7058-3213-5164-906c-38edb05cc068' },
      ],
      [
        'VmUuidAssignedEvent',
        COPY,
        'Assigned new BIOS UUID 4232c18c-d021-5bb4-b309-1482f45e244c to copy on DC0_C0_H1 in DC0',
        { uuid: '4232c18c-d021-5bb4-b309-1482f45e244c' },
      ],
      [
        'VmMacAssignedEvent',
        COPY,
        'New MAC address 00:50:56:a3:6e:e5 assigned to adapter Network adapter 1 of copy',
        { adapter: 'Network adapter 1', mac: '00:50:56:a3:6e:e5' },
      ],
      ['VmClonedEvent', COPY, 'web cloned to copy on DC0_C0_H1 in DC0', { sourceVm: 'web' }],
      ['VmStartingEvent', COPY, 'copy on DC0_C0_H1 in DC0 is starting'],
      ['DrsVmPoweredOnEvent', COPY, 'DRS powered on copy on DC0_C0_H1 in DC0'],
    ],
    changes: {
      'DC0_C0_H1 vm': ['copy'],
      'LocalDS_0 summary.freeSpace': 'less',
      'LocalDS_0 summary.uncommitted': 'more',
      'LocalDS_0 vm': ['web', 'db', 'golden', 'copy'],
      'Resources runtime.memory.reservationUsedForVm': 'more',
      'Resources vm': ['web', 'db', 'copy'],
      'VM Network vm': ['web', 'db', 'golden', 'copy'],
      copy: 'came',
      'vm childEntity': ['web', 'db', 'golden', 'copy'],
      'web recentTask': ['VirtualMachine.clone'],
    },
  },
  'that it was cloned as a template': {
    does: async ({ ep, web, folder }) =>
      ep.run(web, 'CloneVM_Task', { folder: await folder, name: 'copy', spec: { ...AS_IT_IS, template: true } }),
    events: [
      ['TaskEvent', WEB, 'Task: Clone virtual machine', { info: 'VirtualMachine.clone' }],
      [
        'VmBeingClonedEvent',
        WEB,
        'Cloning web on DC0_C0_H0 in DC0 to copy on DC0_C0_H1',
        { destFolder: 'vm', destName: 'copy', destHost: 'DC0_C0_H1' },
      ],
      [
        'VmInstanceUuidAssignedEvent',
        'template copy on DC0_C0_H1 of DC0_C0 in DC0',
        'Assigned new instance UUID 504c7058-3213-5164-906c-38edb05cc068 to copy on DC0_C0_H1 in DC0',
        { instanceUuid: '504c7058-3213-5164-906c-38edb05cc068' },
      ],
      [
        'VmUuidAssignedEvent',
        'template copy on DC0_C0_H1 of DC0_C0 in DC0',
        'Assigned new BIOS UUID 4232c18c-d021-5bb4-b309-1482f45e244c to copy on DC0_C0_H1 in DC0',
        { uuid: '4232c18c-d021-5bb4-b309-1482f45e244c' },
      ],
      [
        'VmMacAssignedEvent',
        'template copy on DC0_C0_H1 of DC0_C0 in DC0',
        'New MAC address 00:50:56:a3:6e:e5 assigned to adapter Network adapter 1 of copy',
        { adapter: 'Network adapter 1', mac: '00:50:56:a3:6e:e5' },
      ],
      [
        'VmClonedEvent',
        'template copy on DC0_C0_H1 of DC0_C0 in DC0',
        'web cloned to copy on DC0_C0_H1 in DC0',
        { sourceVm: 'web' },
      ],
    ],
    changes: {
      'DC0_C0_H1 vm': ['copy'],
      'LocalDS_0 summary.freeSpace': 'less',
      'LocalDS_0 summary.uncommitted': 'more',
      'LocalDS_0 vm': ['web', 'db', 'golden', 'copy'],
      'VM Network vm': ['web', 'db', 'golden', 'copy'],
      copy: 'came',
      'vm childEntity': ['web', 'db', 'golden', 'copy'],
      'web recentTask': ['VirtualMachine.clone'],
    },
  },
  'that it was deployed from a template': {
    does: async ({ ep, golden, folder, pool }) =>
      ep.run(golden, 'CloneVM_Task', {
        folder: await folder,
        name: 'copy',
        spec: { ...AS_IT_IS, location: { pool: await pool } },
      }),
    events: [
      [
        'TaskEvent',
        'golden on DC0_C0_H0 of DC0_C0 in DC0',
        'Task: Clone virtual machine',
        { info: 'VirtualMachine.clone' },
      ],
      [
        'VmBeingDeployedEvent',
        COPY,
        'Deploying copy on DC0_C0_H1 in DC0 from template golden',
        { srcTemplate: 'golden' },
      ],
      [
        'VmInstanceUuidAssignedEvent',
        COPY,
        'Assigned new instance UUID 504c7058-3213-5164-906c-38edb05cc068 to copy on DC0_C0_H1 in DC0',
        { instanceUuid: '504c7058-3213-5164-906c-38edb05cc068' },
      ],
      [
        'VmUuidAssignedEvent',
        COPY,
        'Assigned new BIOS UUID 4232c18c-d021-5bb4-b309-1482f45e244c to copy on DC0_C0_H1 in DC0',
        { uuid: '4232c18c-d021-5bb4-b309-1482f45e244c' },
      ],
      [
        'VmMacAssignedEvent',
        COPY,
        'New MAC address 00:50:56:a3:6e:e5 assigned to adapter Network adapter 1 of copy',
        { adapter: 'Network adapter 1', mac: '00:50:56:a3:6e:e5' },
      ],
      ['VmDeployedEvent', COPY, 'Template golden deployed to copy on DC0_C0_H1 in DC0', { srcTemplate: 'golden' }],
    ],
    changes: {
      'DC0_C0_H1 vm': ['copy'],
      'LocalDS_0 summary.freeSpace': 'less',
      'LocalDS_0 summary.uncommitted': 'more',
      'LocalDS_0 vm': ['web', 'db', 'golden', 'copy'],
      'Resources vm': ['web', 'db', 'copy'],
      'VM Network vm': ['web', 'db', 'golden', 'copy'],
      copy: 'came',
      'golden recentTask': ['VirtualMachine.clone'],
      'vm childEntity': ['web', 'db', 'golden', 'copy'],
    },
  },
});
