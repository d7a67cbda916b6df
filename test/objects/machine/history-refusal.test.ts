/** Refusals of what a machine is not made for: what vCenter tells of them, and that nothing changes by them. */
import { histories } from './history-table.ts';

const WEB = 'web on DC0_C0_H0 of DC0_C0 in DC0';
const DB = 'db on DC0_C0_H0 of DC0_C0 in DC0';

histories('of work that a machine is not made for, vCenter tells', {
  'that there is no snapshot': {
    does: ({ ep, web }) => ep.fault(web, 'RevertToCurrentSnapshot_Task'),
    events: [
      ['TaskEvent', WEB, 'Task: Revert to current snapshot', { info: 'VirtualMachine.revertToCurrentSnapshot' }],
    ],
    changes: {
      'web recentTask': ['VirtualMachine.revertToCurrentSnapshot'],
    },
  },
  'that its hardware is as new already': {
    does: ({ ep, web }) => ep.fault(web, 'UpgradeVM_Task', { version: 'vmx-15' }),
    events: [['TaskEvent', WEB, 'Task: Upgrade virtual hardware', { info: 'VirtualMachine.upgradeVirtualHardware' }]],
    changes: {
      'web recentTask': ['VirtualMachine.upgradeVirtualHardware'],
    },
  },
  'that a new machine has no file': {
    does: async ({ ep, folder, pool }) =>
      ep.fault(await folder, 'CreateVM_Task', { config: { name: 'new' }, pool: await pool }),
    events: [['TaskEvent', 'in DC0', 'Task: Create virtual machine', { info: 'Folder.createVm' }]],
    changes: {
      'vm recentTask': ['Folder.createVm'],
    },
  },
  'that there is nothing to register': {
    does: async ({ ep, folder, pool }) =>
      ep.fault(await folder, 'RegisterVM_Task', {
        path: '[LocalDS_0] none/none.vmx',
        asTemplate: false,
        pool: await pool,
      }),
    events: [['TaskEvent', 'in DC0', 'Task: Register virtual machine', { info: 'Folder.registerVm' }]],
    changes: {
      'vm recentTask': ['Folder.registerVm'],
    },
  },
  'that its tools are not to be upgraded': {
    does: ({ ep, db }) => ep.fault(db, 'UpgradeTools_Task'),
    events: [['TaskEvent', DB, 'Task: Upgrade VMware Tools', { info: 'VirtualMachine.upgradeTools' }]],
    changes: {
      'db recentTask': ['VirtualMachine.upgradeTools'],
    },
  },
  'that it has no twin, and is not recorded': {
    does: async ({ ep, web }) => {
      for (const method of ['TurnOffFaultToleranceForVM_Task', 'StopRecording_Task', 'StopReplaying_Task'])
        await ep.fault(web, method);
    },
    events: [
      ['TaskEvent', WEB, 'Task: Turn off Fault Tolerance', { info: 'VirtualMachine.turnOffFaultTolerance' }],
      [
        'TaskEvent',
        WEB,
        'Task: Stop recording a session on a virtual machine',
        { info: 'VirtualMachine.stopRecording' },
      ],
      [
        'TaskEvent',
        WEB,
        'Task: Stop replaying a session on a virtual machine',
        { info: 'VirtualMachine.stopReplaying' },
      ],
    ],
    changes: {
      'web recentTask': [
        'VirtualMachine.turnOffFaultTolerance',
        'VirtualMachine.stopRecording',
        'VirtualMachine.stopReplaying',
      ],
    },
  },
  'that a twin of it is nobody': {
    does: async ({ ep, web, db }) => {
      for (const method of [
        'MakePrimaryVM_Task',
        'TerminateFaultTolerantVM_Task',
        'DisableSecondaryVM_Task',
        'EnableSecondaryVM_Task',
      ])
        await ep.fault(web, method, { vm: db });
    },
    events: [
      ['TaskEvent', WEB, 'Task: Make primary virtual machine', { info: 'VirtualMachine.makePrimary' }],
      [
        'TaskEvent',
        WEB,
        'Task: Terminate fault tolerant virtual machine',
        { info: 'VirtualMachine.terminateFaultTolerantVM' },
      ],
      ['TaskEvent', WEB, 'Task: Disable secondary virtual machine', { info: 'VirtualMachine.disableSecondary' }],
      ['TaskEvent', WEB, 'Task: Enable secondary virtual machine', { info: 'VirtualMachine.enableSecondary' }],
    ],
    changes: {
      'web recentTask': [
        'VirtualMachine.makePrimary',
        'VirtualMachine.terminateFaultTolerantVM',
        'VirtualMachine.disableSecondary',
        'VirtualMachine.enableSecondary',
      ],
    },
  },
  'that it cannot be recorded, nor the record played': {
    given: (stage) => stage.snapshot(stage.web),
    does: async ({ ep, db, web }) => {
      await ep.fault(db, 'StartRecording_Task', { name: 'tape' });
      await ep.fault(web, 'StartReplaying_Task', { replaySnapshot: await ep.read(web, 'snapshot.currentSnapshot') });
    },
    events: [
      [
        'TaskEvent',
        DB,
        'Task: Start recording a session on a virtual machine',
        { info: 'VirtualMachine.startRecording' },
      ],
      [
        'TaskEvent',
        WEB,
        'Task: Start replaying a session on a virtual machine',
        { info: 'VirtualMachine.startReplaying' },
      ],
    ],
    changes: {
      'db recentTask': ['VirtualMachine.startRecording'],
      'web recentTask': ['VirtualMachine.createSnapshot', 'VirtualMachine.startReplaying'],
    },
  },
  'that it is not encrypted': {
    does: ({ ep, db }) => ep.fault(db, 'CryptoUnlock_Task'),
    events: [['TaskEvent', DB, 'Task: Unlock virtual machine', { info: 'VirtualMachine.cryptoUnlock' }]],
    changes: {
      'db recentTask': ['VirtualMachine.cryptoUnlock'],
    },
  },
});
