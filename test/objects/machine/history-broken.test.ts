/** Work that breaks off on its way: what vCenter tells of it, and that nothing changes by it. */
import type { Stage } from './history-stage.ts';
import { histories } from './history-table.ts';

const WEB = 'web on DC0_C0_H0 of DC0_C0 in DC0';
const MOVED = 'web on DC0_C0_H1 of DC0_C0 in DC0';
const DB = 'db on DC0_C0_H0 of DC0_C0 in DC0';
const NEW = 'new on DC0_C0_H1 of DC0_C0 in DC0';
/** The task of that method breaks off on its way, as its host does not answer. */
const broken =
  (method: string) =>
  async ({ ep }: Stage) =>
    ep.sim.faults.add({ match: { method }, effect: { task: { fail: { fault: 'HostCommunication' }, at: '40%' } } });
histories('of work that breaks off on its way, vCenter tells', {
  'that it was not switched on': {
    given: broken('PowerOnVM_Task'),
    does: ({ ep, web }) => ep.fault(web, 'PowerOnVM_Task'),
    events: [
      ['TaskEvent', WEB, 'Task: Power On virtual machine', { info: 'VirtualMachine.powerOn' }],
      ['VmStartingEvent', MOVED, 'web on DC0_C0_H1 in DC0 is starting'],
      [
        'VmFailedToPowerOnEvent',
        WEB,
        'Failed to power on web on DC0_C0_H0 in DC0: {reason}',
        { reason: 'HostCommunication' },
      ],
    ],
    changes: {
      'web recentTask': ['VirtualMachine.powerOn'],
    },
  },
  'that it was not switched off': {
    given: broken('PowerOffVM_Task'),
    does: ({ ep, db }) => ep.fault(db, 'PowerOffVM_Task'),
    events: [
      ['TaskEvent', DB, 'Task: Power Off virtual machine', { info: 'VirtualMachine.powerOff' }],
      ['VmStoppingEvent', DB, 'db on DC0_C0_H0 in DC0 is stopping'],
      [
        'VmFailedToPowerOffEvent',
        DB,
        'Failed to power off db on DC0_C0_H0 in DC0: {reason}',
        { reason: 'HostCommunication' },
      ],
    ],
    changes: {
      'db recentTask': ['VirtualMachine.powerOff'],
    },
  },
  'that it was not reset': {
    given: broken('ResetVM_Task'),
    does: ({ ep, db }) => ep.fault(db, 'ResetVM_Task'),
    events: [
      ['TaskEvent', DB, 'Task: Reset virtual machine', { info: 'VirtualMachine.reset' }],
      ['VmResettingEvent', DB, 'db on DC0_C0_H0 in DC0 is reset'],
      ['VmFailedToResetEvent', DB, 'Failed to reset db on DC0_C0_H0 in DC0: {reason}', { reason: 'HostCommunication' }],
    ],
    changes: {
      'db recentTask': ['VirtualMachine.reset'],
    },
  },
  'that it was not suspended': {
    given: broken('SuspendVM_Task'),
    does: ({ ep, db }) => ep.fault(db, 'SuspendVM_Task'),
    events: [
      ['TaskEvent', DB, 'Task: Suspend virtual machine', { info: 'VirtualMachine.suspend' }],
      ['VmSuspendingEvent', DB, 'db on DC0_C0_H0 in DC0 is being suspended'],
      [
        'VmFailedToSuspendEvent',
        DB,
        'Failed to suspend db on DC0_C0_H0 in DC0: {reason}',
        { reason: 'HostCommunication' },
      ],
    ],
    changes: {
      'db recentTask': ['VirtualMachine.suspend'],
    },
  },
  'that it was not cloned': {
    given: broken('CloneVM_Task'),
    does: async ({ ep, web, folder }) =>
      ep.fault(web, 'CloneVM_Task', {
        folder: await folder,
        name: 'copy',
        spec: { location: {}, powerOn: false, template: false },
      }),
    events: [
      ['TaskEvent', WEB, 'Task: Clone virtual machine', { info: 'VirtualMachine.clone' }],
      [
        'VmBeingClonedEvent',
        WEB,
        'Cloning web on DC0_C0_H0 in DC0 to copy on DC0_C0_H1',
        { destFolder: 'vm', destName: 'copy', destHost: 'DC0_C0_H1' },
      ],
      [
        'VmCloneFailedEvent',
        WEB,
        'Failed to clone web on DC0_C0_H0 in DC0 to copy: {reason}',
        { destFolder: 'vm', destName: 'copy', destHost: 'DC0_C0_H0', reason: 'HostCommunication' },
      ],
    ],
    changes: {
      'web recentTask': ['VirtualMachine.clone'],
    },
  },
  'that it was not forked': {
    given: broken('InstantClone_Task'),
    does: ({ ep, db }) => ep.fault(db, 'InstantClone_Task', { spec: { name: 'copy', location: {} } }),
    events: [
      ['TaskEvent', DB, 'Task: Instant Clone virtual machine', { info: 'VirtualMachine.instantClone' }],
      [
        'VmBeingClonedEvent',
        DB,
        'Cloning db on DC0_C0_H0 in DC0 to copy on DC0_C0_H0',
        { destFolder: 'vm', destName: 'copy', destHost: 'DC0_C0_H0' },
      ],
      [
        'VmCloneFailedEvent',
        DB,
        'Failed to clone db on DC0_C0_H0 in DC0 to copy: {reason}',
        { destFolder: 'vm', destName: 'copy', destHost: 'DC0_C0_H0', reason: 'HostCommunication' },
      ],
    ],
    changes: {
      'db recentTask': ['VirtualMachine.instantClone'],
    },
  },
  'that it did not go to another host': {
    given: broken('MigrateVM_Task'),
    does: async ({ ep, web, host }) =>
      ep.fault(web, 'MigrateVM_Task', { host: await host(), priority: 'defaultPriority' }),
    events: [
      ['TaskEvent', WEB, 'Task: Migrate virtual machine', { info: 'VirtualMachine.migrate' }],
      [
        'VmBeingMigratedEvent',
        WEB,
        'Migrating web on DC0_C0_H0 in DC0 to DC0_C0_H1',
        { destHost: 'DC0_C0_H1', destDatacenter: 'DC0', destDatastore: 'LocalDS_0' },
      ],
      [
        'VmFailedMigrateEvent',
        WEB,
        'Failed to migrate web on DC0_C0_H0 in DC0 to DC0_C0_H1: {reason}',
        { destHost: 'DC0_C0_H1', reason: 'HostCommunication', destDatacenter: 'DC0', destDatastore: 'LocalDS_0' },
      ],
    ],
    changes: {
      'web recentTask': ['VirtualMachine.migrate'],
    },
  },
  'that it did not go to another host while it ran': {
    given: broken('MigrateVM_Task'),
    does: async ({ ep, db, host }) =>
      ep.fault(db, 'MigrateVM_Task', { host: await host(), priority: 'defaultPriority' }),
    events: [
      ['TaskEvent', DB, 'Task: Migrate virtual machine', { info: 'VirtualMachine.migrate' }],
      [
        'VmBeingHotMigratedEvent',
        DB,
        'Migrating db on DC0_C0_H0 in DC0 to DC0_C0_H1 without downtime',
        { destHost: 'DC0_C0_H1', destDatacenter: 'DC0', destDatastore: 'LocalDS_0' },
      ],
      [
        'VmFailedMigrateEvent',
        DB,
        'Failed to migrate db on DC0_C0_H0 in DC0 to DC0_C0_H1: {reason}',
        { destHost: 'DC0_C0_H1', reason: 'HostCommunication', destDatacenter: 'DC0', destDatastore: 'LocalDS_0' },
      ],
    ],
    changes: {
      'db recentTask': ['VirtualMachine.migrate'],
    },
  },
  'that its files did not go to another datastore': {
    given: broken('RelocateVM_Task'),
    does: async ({ ep, web, datastore }) =>
      ep.fault(web, 'RelocateVM_Task', { spec: { datastore: await datastore() } }),
    events: [
      ['TaskEvent', WEB, 'Task: Relocate virtual machine', { info: 'VirtualMachine.relocate' }],
      [
        'VmBeingRelocatedEvent',
        WEB,
        'Relocating web on DC0_C0_H0 in DC0 to DC0_C0_H0, LocalDS_1',
        { destHost: 'DC0_C0_H0', destDatacenter: 'DC0', destDatastore: 'LocalDS_1' },
      ],
      [
        'VmRelocateFailedEvent',
        WEB,
        'Failed to relocate web on DC0_C0_H0 in DC0 to DC0_C0_H0: {reason}',
        { destHost: 'DC0_C0_H0', reason: 'HostCommunication', destDatacenter: 'DC0', destDatastore: 'LocalDS_1' },
      ],
    ],
    changes: {
      'web recentTask': ['VirtualMachine.relocate'],
    },
  },
  'that it was not created': {
    given: broken('CreateVM_Task'),
    does: async ({ ep, folder, pool }) =>
      ep.fault(await folder, 'CreateVM_Task', {
        config: { name: 'new', files: { vmPathName: '[LocalDS_0]' } },
        pool: await pool,
      }),
    events: [
      ['TaskEvent', 'in DC0', 'Task: Create virtual machine', { info: 'Folder.createVm' }],
      ['VmBeingCreatedEvent', NEW, 'Creating new on DC0_C0_H1 in DC0', { configSpec: 'name files' }],
    ],
    changes: {
      'vm recentTask': ['Folder.createVm'],
    },
  },
  'that it was not reconfigured': {
    given: broken('ReconfigVM_Task'),
    does: ({ ep, web }) => ep.fault(web, 'ReconfigVM_Task', { spec: { annotation: 'half' } }),
    events: [['TaskEvent', WEB, 'Task: Reconfigure virtual machine', { info: 'VirtualMachine.reconfigure' }]],
    changes: {
      'web recentTask': ['VirtualMachine.reconfigure'],
    },
  },
  'that its snapshot was not taken': {
    given: broken('CreateSnapshot_Task'),
    does: ({ ep, web }) => ep.fault(web, 'CreateSnapshot_Task', { name: 'one', memory: false, quiesce: false }),
    events: [['TaskEvent', WEB, 'Task: Create virtual machine snapshot', { info: 'VirtualMachine.createSnapshot' }]],
    changes: {
      'web recentTask': ['VirtualMachine.createSnapshot'],
    },
  },
  'that it was not deleted': {
    given: broken('Destroy_Task'),
    does: ({ ep, web }) => ep.fault(web, 'Destroy_Task'),
    events: [['TaskEvent', WEB, 'Task: Delete virtual machine', { info: 'VirtualMachine.destroy' }]],
    changes: {
      'web recentTask': ['VirtualMachine.destroy'],
    },
  },
  'that it was not upgraded': {
    given: async (stage) => {
      await stage.ep.run(stage.db, 'PowerOffVM_Task');
      await broken('UpgradeVM_Task')(stage);
    },
    does: ({ ep, db }) => ep.fault(db, 'UpgradeVM_Task', {}),
    events: [
      ['TaskEvent', DB, 'Task: Upgrade virtual hardware', { info: 'VirtualMachine.upgradeVirtualHardware' }],
      ['VmUpgradeFailedEvent', DB, 'Failed to upgrade the virtual hardware of db on DC0_C0_H0 in DC0'],
    ],
    changes: {
      'db recentTask': ['VirtualMachine.powerOff', 'VirtualMachine.upgradeVirtualHardware'],
    },
  },
});
