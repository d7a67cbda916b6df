/** Failures and refusals: what vCenter tells of work on a machine that comes to nothing, and that nothing changes by it. */
import { histories } from './history-table.ts';

const WEB = 'web on DC0_C0_H0 of DC0_C0 in DC0';
const GOLDEN = 'template golden on DC0_C0_H0 of DC0_C0 in DC0';
const DB = 'db on DC0_C0_H0 of DC0_C0 in DC0';
const NO_MORE = { location: {}, powerOn: false, template: false };
histories('of work that comes to nothing, vCenter tells', {
  'that no host has room for it': {
    given: (stage) =>
      stage.reconfigure({
        memoryMB: 4194304,
        memoryAllocation: { reservation: 4194304, limit: -1, shares: { level: 'normal', shares: 0 } },
      }),
    does: ({ ep, web }) => ep.fault(web, 'PowerOnVM_Task'),
    events: [
      ['TaskEvent', WEB, 'Task: Power On virtual machine', { info: 'VirtualMachine.powerOn' }],
      [
        'VmFailedToPowerOnEvent',
        WEB,
        'Failed to power on web on DC0_C0_H0 in DC0: {reason}',
        { reason: 'InsufficientMemoryResourcesFault' },
      ],
    ],
    changes: {
      'web recentTask': ['VirtualMachine.reconfigure', 'VirtualMachine.powerOn'],
    },
  },
  "that a copy would have another machine's name": {
    does: async ({ ep, web, folder }) =>
      ep.fault(web, 'CloneVM_Task', { folder: await folder, name: 'db', spec: NO_MORE }),
    events: [
      ['TaskEvent', WEB, 'Task: Clone virtual machine', { info: 'VirtualMachine.clone' }],
      [
        'VmCloneFailedEvent',
        WEB,
        'Failed to clone web on DC0_C0_H0 in DC0 to db: {reason}',
        { destFolder: 'vm', destName: 'db', destHost: 'DC0_C0_H0', reason: 'DuplicateName' },
      ],
    ],
    changes: {
      'web recentTask': ['VirtualMachine.clone'],
    },
  },
  "that a machine made of a template would have another's name": {
    does: async ({ ep, golden, folder, pool }) =>
      ep.fault(golden, 'CloneVM_Task', {
        folder: await folder,
        name: 'db',
        spec: { ...NO_MORE, location: { pool: await pool } },
      }),
    events: [
      [
        'TaskEvent',
        'golden on DC0_C0_H0 of DC0_C0 in DC0',
        'Task: Clone virtual machine',
        { info: 'VirtualMachine.clone' },
      ],
      [
        'VmDeployFailedEvent',
        GOLDEN,
        'Failed to deploy golden on DC0_C0_H0 in DC0 from template: {reason}',
        { destDatastore: 'LocalDS_0', reason: 'DuplicateName' },
      ],
    ],
    changes: {
      'golden recentTask': ['VirtualMachine.clone'],
    },
  },
  'that it runs already': {
    does: ({ ep, db }) => ep.fault(db, 'PowerOnVM_Task'),
    events: [['TaskEvent', DB, 'Task: Power On virtual machine', { info: 'VirtualMachine.powerOn' }]],
    changes: {
      'db recentTask': ['VirtualMachine.powerOn'],
    },
  },
  'that it does not run': {
    does: ({ ep, web }) => ep.fault(web, 'ResetVM_Task'),
    events: [['TaskEvent', WEB, 'Task: Reset virtual machine', { info: 'VirtualMachine.reset' }]],
    changes: {
      'web recentTask': ['VirtualMachine.reset'],
    },
  },
  'that it does not run, so that it cannot be suspended': {
    does: ({ ep, web }) => ep.fault(web, 'SuspendVM_Task'),
    events: [['TaskEvent', WEB, 'Task: Suspend virtual machine', { info: 'VirtualMachine.suspend' }]],
    changes: {
      'web recentTask': ['VirtualMachine.suspend'],
    },
  },
  'that it is off': {
    does: ({ ep, web }) => ep.fault(web, 'PowerOffVM_Task'),
    events: [['TaskEvent', WEB, 'Task: Power Off virtual machine', { info: 'VirtualMachine.powerOff' }]],
    changes: {
      'web recentTask': ['VirtualMachine.powerOff'],
    },
  },
  'that it is a template': {
    does: ({ ep, golden }) => ep.fault(golden, 'PowerOnVM_Task'),
    events: [
      [
        'TaskEvent',
        'golden on DC0_C0_H0 of DC0_C0 in DC0',
        'Task: Power On virtual machine',
        { info: 'VirtualMachine.powerOn' },
      ],
    ],
    changes: {
      'golden recentTask': ['VirtualMachine.powerOn'],
    },
  },
  'that nothing in it listens': {
    given: ({ ep, web }) => ep.run(web, 'PowerOnVM_Task'),
    does: ({ ep, web }) => ep.fault(web, 'ShutdownGuest'),
    events: [],
    changes: {},
  },
  'that somebody else changed it first': {
    does: (stage) =>
      stage.ep.fault(stage.web, 'ReconfigVM_Task', {
        spec: { changeVersion: '2020-01-01T00:00:00Z', annotation: 'late' },
      }),
    events: [['TaskEvent', WEB, 'Task: Reconfigure virtual machine', { info: 'VirtualMachine.reconfigure' }]],
    changes: {
      'web recentTask': ['VirtualMachine.reconfigure'],
    },
  },
  'that a device of it is not right': {
    does: (stage) =>
      stage.ep.fault(stage.web, 'ReconfigVM_Task', {
        spec: {
          annotation: 'half',
          deviceChange: [{ operation: 'remove', device: { _typeName: 'VirtualDisk', key: 2007, capacityInKB: 0 } }],
        },
      }),
    events: [['TaskEvent', WEB, 'Task: Reconfigure virtual machine', { info: 'VirtualMachine.reconfigure' }]],
    changes: {
      'web recentTask': ['VirtualMachine.reconfigure'],
    },
  },
  "that its name is another's": {
    does: ({ ep, web }) => ep.fault(web, 'Rename_Task', { newName: 'db' }),
    events: [['TaskEvent', WEB, 'Task: Rename virtual machine', { info: 'VirtualMachine.rename' }]],
    changes: {
      'web recentTask': ['VirtualMachine.rename'],
    },
  },
  'that it cannot be deleted while it runs': {
    does: ({ ep, db }) => ep.fault(db, 'Destroy_Task'),
    events: [['TaskEvent', DB, 'Task: Delete virtual machine', { info: 'VirtualMachine.destroy' }]],
    changes: {
      'db recentTask': ['VirtualMachine.destroy'],
    },
  },
  'that it cannot be forgotten while it runs': {
    does: ({ ep, db }) => ep.fault(db, 'UnregisterVM'),
    events: [],
    changes: {},
  },
  'that it cannot become a template while it runs': {
    does: ({ ep, db }) => ep.fault(db, 'MarkAsTemplate'),
    events: [],
    changes: {},
  },
});
