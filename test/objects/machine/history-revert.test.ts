/** Snapshots left: what vCenter tells of a machine that goes back to one, or whose disks outlive them. */
import { histories } from './history-table.ts';
import {
  CONFIGURED,
  FILES_MOVED,
  GUEST_GONE,
  GUEST_KNOWN,
  of,
  PLUGGED,
  RUNS,
  STOPPED,
  TOOLS_STARTED,
  TOOLS_STOPPED,
  UNPLUGGED,
} from './history-words.ts';

const WEB = 'web on DC0_C0_H0 of DC0_C0 in DC0';
const DB = 'db on DC0_C0_H0 of DC0_C0 in DC0';

histories('of a machine that leaves its snapshots, vCenter tells', {
  'that it went back to it': {
    given: async (stage) => {
      await stage.snapshot(stage.web);
      await stage.reconfigure({ numCPUs: 2 });
    },
    does: async ({ ep, web }) => ep.run(await ep.read(web, 'snapshot.currentSnapshot'), 'RevertToSnapshot_Task'),
    events: [
      ['TaskEvent', WEB, 'Task: Revert snapshot', { info: 'vm.Snapshot.revert' }],
      [
        'EventEx',
        WEB,
        'web on DC0_C0_H0 has been reverted to the state of snapshot one, with ID 1',
        {
          eventTypeId: 'com.vmware.vc.vm.VmStateRevertedToSnapshot',
          severity: 'info',
          message: 'web on DC0_C0_H0 has been reverted to the state of snapshot one, with ID 1',
          arguments: [
            { key: 'snapshotName', value: 'one' },
            { key: 'snapshotId', value: '1' },
          ],
          objectId: 'web',
          objectType: 'VirtualMachine',
          objectName: 'web',
        },
      ],
    ],
    changes: {
      ...of('web', CONFIGURED),
      'web config.cpuAllocation.shares.shares': 1000,
      'web config.hardware.numCPU': 1,
      'web config.initialOverhead.initialMemoryReservation': 26476544,
      'web config.initialOverhead.initialSwapReservation': 52953088,
      'web recentTask': ['VirtualMachine.createSnapshot', 'VirtualMachine.reconfigure', 'vm.Snapshot.revert'],
      'web resourceConfig.cpuAllocation.shares.shares': 1000,
      'web summary.config.numCpu': 1,
    },
  },
  'that it went back to its last, and stopped': {
    given: async (stage) => {
      await stage.ep.run(stage.db, 'PowerOffVM_Task');
      await stage.snapshot(stage.db);
      await stage.ep.run(stage.db, 'PowerOnVM_Task');
    },
    does: ({ ep, db }) => ep.run(db, 'RevertToCurrentSnapshot_Task'),
    events: [
      ['TaskEvent', DB, 'Task: Revert to current snapshot', { info: 'VirtualMachine.revertToCurrentSnapshot' }],
      ['VmPoweredOffEvent', DB, 'db on DC0_C0_H0 in DC0 is powered off'],
      [
        'EventEx',
        DB,
        'db on DC0_C0_H0 has been reverted to the state of snapshot one, with ID 1',
        {
          eventTypeId: 'com.vmware.vc.vm.VmStateRevertedToSnapshot',
          severity: 'info',
          message: 'db on DC0_C0_H0 has been reverted to the state of snapshot one, with ID 1',
          arguments: [
            { key: 'snapshotName', value: 'one' },
            { key: 'snapshotId', value: '1' },
          ],
          objectId: 'db',
          objectType: 'VirtualMachine',
          objectName: 'db',
        },
      ],
    ],
    changes: {
      ...of('db', STOPPED, UNPLUGGED, TOOLS_STOPPED, GUEST_GONE),
      'LocalDS_0 summary.freeSpace': 'more',
      'Resources runtime.memory.reservationUsedForVm': 'less',
      'db config.changeVersion': 'a time',
      'db layoutEx': 'disk file snapshot timestamp',
      'db recentTask': [
        'VirtualMachine.powerOff',
        'VirtualMachine.createSnapshot',
        'VirtualMachine.powerOn',
        'VirtualMachine.revertToCurrentSnapshot',
      ],
      'db resourceConfig.changeVersion': 'a time',
      'db resourceConfig.lastModified': 'a time',
      'db runtime.cleanPowerOff': true,
      'db runtime.minRequiredEVCModeKey': 'gone',
      'db runtime.powerState': 'poweredOff',
      'db storage': 'perDatastoreUsage timestamp',
      'db summary.storage': 'committed timestamp unshared',
    },
  },
  'that it went back to its last, and runs again': {
    given: async (stage) => {
      await stage.snapshot(stage.db, 'one', true);
      await stage.ep.run(stage.db, 'PowerOffVM_Task');
    },
    does: ({ ep, db }) => ep.run(db, 'RevertToCurrentSnapshot_Task'),
    events: [
      ['TaskEvent', DB, 'Task: Revert to current snapshot', { info: 'VirtualMachine.revertToCurrentSnapshot' }],
      ['VmPoweredOnEvent', DB, 'db on DC0_C0_H0 in DC0 is powered on'],
      [
        'EventEx',
        DB,
        'db on DC0_C0_H0 has been reverted to the state of snapshot one, with ID 1',
        {
          eventTypeId: 'com.vmware.vc.vm.VmStateRevertedToSnapshot',
          severity: 'info',
          message: 'db on DC0_C0_H0 has been reverted to the state of snapshot one, with ID 1',
          arguments: [
            { key: 'snapshotName', value: 'one' },
            { key: 'snapshotId', value: '1' },
          ],
          objectId: 'db',
          objectType: 'VirtualMachine',
          objectName: 'db',
        },
      ],
    ],
    changes: {
      ...of('db', RUNS, PLUGGED, TOOLS_STARTED, GUEST_KNOWN),
      'LocalDS_0 summary.freeSpace': 'less',
      'Resources runtime.memory.reservationUsedForVm': 'more',
      'db config.changeVersion': 'a time',
      'db layoutEx': 'disk file snapshot timestamp',
      'db recentTask': [
        'VirtualMachine.createSnapshot',
        'VirtualMachine.powerOff',
        'VirtualMachine.revertToCurrentSnapshot',
      ],
      'db resourceConfig.changeVersion': 'a time',
      'db resourceConfig.lastModified': 'a time',
      'db runtime.cleanPowerOff': 'gone',
      'db storage': 'perDatastoreUsage timestamp',
      'db summary.storage': 'committed timestamp unshared',
    },
  },
  'that one was removed, and its disks left as they were': {
    given: async (stage) => {
      await stage.snapshot(stage.web);
    },
    does: async ({ ep, web }) => ep.run(web, 'RemoveAllSnapshots_Task', { consolidate: false }),
    events: [
      ['TaskEvent', WEB, 'Task: Remove all snapshots', { info: 'VirtualMachine.removeAllSnapshots' }],
      [
        'EventEx',
        WEB,
        'The disks of web need to be consolidated',
        {
          eventTypeId: 'com.vmware.vc.VmDiskConsolidationNeeded',
          severity: 'warning',
          message: 'The disks of web need to be consolidated',
          objectId: 'web',
          objectType: 'VirtualMachine',
          objectName: 'web',
        },
      ],
      [
        'AlarmStatusChangedEvent',
        WEB,
        "Alarm 'Virtual machine Consolidation Needed status' on web changed from Green to Yellow",
        {
          by: 'the system',
          alarm: 'Virtual machine Consolidation Needed status',
          source: 'Datacenters',
          entity: 'web',
          from: 'green',
          to: 'yellow',
        },
      ],
    ],
    changes: {
      'LocalDS_0 summary.freeSpace': 'more',
      'web config.changeVersion': 'a time',
      'web configIssue[5]': 'The disks of web need to be consolidated',
      'web configStatus': 'yellow',
      'web layoutEx': 'file snapshot timestamp',
      'web overallStatus': 'yellow',
      'web recentTask': ['VirtualMachine.createSnapshot', 'VirtualMachine.removeAllSnapshots'],
      'web resourceConfig.changeVersion': 'a time',
      'web resourceConfig.lastModified': 'a time',
      'web rootSnapshot': [],
      'web runtime.consolidationNeeded': true,
      'web snapshot': 'gone',
      'web storage': 'perDatastoreUsage timestamp',
      'web summary.overallStatus': 'yellow',
      'web summary.storage': 'committed timestamp unshared',
      'web triggeredAlarmState["Virtual machine Consolidation Needed status.web"]': {
        key: 'Virtual machine Consolidation Needed status.web',
        entity: 'web',
        alarm: 'Virtual machine Consolidation Needed status',
        overallStatus: 'yellow',
        time: 'a time',
        acknowledged: false,
      },
    },
  },
  'that its disks were consolidated': {
    given: async (stage) => {
      await stage.snapshot(stage.web);
      await stage.ep.run(stage.web, 'RemoveAllSnapshots_Task', { consolidate: false });
    },
    does: ({ ep, web }) => ep.run(web, 'ConsolidateVMDisks_Task'),
    events: [
      ['TaskEvent', WEB, 'Task: Consolidate virtual machine disk files', { info: 'VirtualMachine.consolidateDisks' }],
      [
        'EventEx',
        WEB,
        'The disks of web were consolidated',
        {
          eventTypeId: 'com.vmware.vc.VmDiskConsolidatedEvent',
          severity: 'info',
          message: 'The disks of web were consolidated',
          objectId: 'web',
          objectType: 'VirtualMachine',
          objectName: 'web',
        },
      ],
      [
        'AlarmStatusChangedEvent',
        WEB,
        "Alarm 'Virtual machine Consolidation Needed status' on web changed from Yellow to Green",
        {
          by: 'the system',
          alarm: 'Virtual machine Consolidation Needed status',
          source: 'Datacenters',
          entity: 'web',
          from: 'yellow',
          to: 'green',
        },
      ],
    ],
    changes: {
      ...of('web', FILES_MOVED),
      'LocalDS_0 summary.freeSpace': 'more',
      'web config.changeVersion': 'a time',
      'web config.hardware.device[2000].backing.deltaDiskFormat': 'gone',
      'web config.hardware.device[2000].backing.deltaDiskFormatVariant': 'gone',
      'web config.hardware.device[2000].backing.fileName': '[LocalDS_0] web/web.vmdk',
      'web config.hardware.device[2000].backing.parent': 'gone',
      'web configIssue[4]': 'gone',
      'web configStatus': 'green',
      'web overallStatus': 'green',
      'web recentTask': [
        'VirtualMachine.createSnapshot',
        'VirtualMachine.removeAllSnapshots',
        'VirtualMachine.consolidateDisks',
      ],
      'web resourceConfig.changeVersion': 'a time',
      'web resourceConfig.lastModified': 'a time',
      'web runtime.consolidationNeeded': false,
      'web summary.overallStatus': 'green',
      'web triggeredAlarmState["Virtual machine Consolidation Needed status.web"]': 'gone',
    },
  },
});
