/** Disks: what vCenter tells of a machine that gets, changes and loses one. */
import { histories } from './history-table.ts';
import { CONFIGURED, of } from './history-words.ts';

const WEB = 'web on DC0_C0_H0 of DC0_C0 in DC0';

histories('of a machine whose disks change, vCenter tells', {
  'a disk it got': {
    does: (stage) =>
      stage.reconfigure({
        deviceChange: [
          {
            operation: 'add',
            fileOperation: 'create',
            device: {
              _typeName: 'VirtualDisk',
              key: -1,
              controllerKey: 1000,
              unitNumber: 1,
              capacityInKB: 1024,
              backing: {
                _typeName: 'VirtualDiskFlatVer2BackingInfo',
                fileName: '',
                diskMode: 'persistent',
                thinProvisioned: true,
              },
            },
          },
        ],
      }),
    events: [
      ['TaskEvent', WEB, 'Task: Reconfigure virtual machine', { info: 'VirtualMachine.reconfigure' }],
      [
        'VmReconfiguredEvent',
        WEB,
        'Reconfigured web on DC0_C0_H0 in DC0.',
        {
          configSpec: 'deviceChange',
          configChanges: {
            modified: ['config.hardware.device(1000).device: (2000) -> (2000, 2001)'],
            added: [
              'config.hardware.device(2001): (key = 2001, deviceInfo = (label = "Hard disk 2", summary = "1,024 KB"...',
            ],
          },
        },
      ],
    ],
    changes: {
      'LocalDS_0 summary.freeSpace': 'less',
      'LocalDS_0 summary.uncommitted': 'more',
      'web config.changeVersion': 'a time',
      'web config.hardware.device[1000].device': [2000, 2001],
      'web config.hardware.device[2001]': {
        key: 2001,
        deviceInfo: { label: 'Hard disk 2', summary: '1,024 KB' },
        backing: {
          fileName: '[LocalDS_0] web/web_1.vmdk',
          datastore: 'LocalDS_0',
          diskMode: 'persistent',
          split: false,
          writeThrough: false,
          thinProvisioned: true,
          uuid: '6000C29e-07f9-5330-8b7f-bc057b75f357',
          contentId: 'fffffffe',
          digestEnabled: false,
          sharing: 'sharingNone',
        },
        controllerKey: 1000,
        unitNumber: 1,
        capacityInKB: 1024,
        capacityInBytes: 1048576,
        shares: { shares: 1000, level: 'normal' },
        storageIOAllocation: { limit: -1, shares: { shares: 1000, level: 'normal' }, reservation: 0 },
        diskObjectId: '1-2001',
        nativeUnmanagedLinkedClone: false,
      },
      'web layoutEx': 'disk file timestamp',
      'web recentTask': ['VirtualMachine.reconfigure'],
      'web resourceConfig.changeVersion': 'a time',
      'web resourceConfig.lastModified': 'a time',
      'web storage': 'perDatastoreUsage timestamp',
      'web summary.config.numVirtualDisks': 2,
      'web summary.storage': 'committed timestamp uncommitted unshared',
    },
  },
  'a disk that grew': {
    does: (stage) => stage.edit(2000, { capacityInKB: 20971520, capacityInBytes: 21474836480 }),
    events: [
      ['TaskEvent', WEB, 'Task: Reconfigure virtual machine', { info: 'VirtualMachine.reconfigure' }],
      [
        'VmReconfiguredEvent',
        WEB,
        'Reconfigured web on DC0_C0_H0 in DC0.',
        {
          configSpec: 'deviceChange',
          configChanges: {
            modified: [
              'config.hardware.device(2000).deviceInfo.summary: "10,485,760 KB" -> "20,971,520 KB"',
              'config.hardware.device(2000).capacityInKB: 10485760 -> 20971520',
              'config.hardware.device(2000).capacityInBytes: 10737418240 -> 21474836480',
            ],
          },
        },
      ],
    ],
    changes: {
      'LocalDS_0 summary.uncommitted': 'more',
      'web config.changeVersion': 'a time',
      'web config.hardware.device[2000].capacityInBytes': 21474836480,
      'web config.hardware.device[2000].capacityInKB': 20971520,
      'web config.hardware.device[2000].deviceInfo.summary': '20,971,520 KB',
      'web layoutEx': 'timestamp',
      'web recentTask': ['VirtualMachine.reconfigure'],
      'web resourceConfig.changeVersion': 'a time',
      'web resourceConfig.lastModified': 'a time',
      'web storage': 'perDatastoreUsage timestamp',
      'web summary.storage': 'timestamp uncommitted',
    },
  },
  'a disk it lost': {
    does: ({ ep, web }) =>
      ep.run(web, 'ReconfigVM_Task', {
        spec: {
          deviceChange: [
            {
              operation: 'remove',
              fileOperation: 'destroy',
              device: { _typeName: 'VirtualDisk', key: 2000, capacityInKB: 0 },
            },
          ],
        },
      }),
    events: [
      ['TaskEvent', WEB, 'Task: Reconfigure virtual machine', { info: 'VirtualMachine.reconfigure' }],
      [
        'VmReconfiguredEvent',
        WEB,
        'Reconfigured web on DC0_C0_H0 in DC0.',
        {
          configSpec: 'deviceChange',
          configChanges: {
            modified: ['config.hardware.device(1000).device: (2000) -> <unset>'],
            deleted: [
              'config.hardware.device(2000): (key = 2000, deviceInfo = (label = "Hard disk 1", summary = "10,485,76...',
            ],
          },
        },
      ],
    ],
    changes: {
      'LocalDS_0 summary.freeSpace': 'more',
      'LocalDS_0 summary.uncommitted': 'less',
      'web config.changeVersion': 'a time',
      'web config.hardware.device[1000].device': 'gone',
      'web config.hardware.device[2000]': 'gone',
      'web layoutEx': 'disk file timestamp',
      'web recentTask': ['VirtualMachine.reconfigure'],
      'web resourceConfig.changeVersion': 'a time',
      'web resourceConfig.lastModified': 'a time',
      'web storage': 'perDatastoreUsage timestamp',
      'web summary.config.numVirtualDisks': 0,
      'web summary.storage': 'committed timestamp uncommitted unshared',
    },
  },
});

histories(
  'of disks whose files no longer fit, vCenter tells',
  {
    'that they were repaired': {
      given: async (stage) => {
        await stage.snapshot(stage.web);
        const device = {
          _typeName: 'VirtualDisk',
          key: -1,
          controllerKey: 1000,
          unitNumber: 5,
          capacityInKB: 0,
          backing: {
            _typeName: 'VirtualDiskFlatVer2BackingInfo',
            fileName: '[LocalDS_0] web/web.vmdk',
            diskMode: 'persistent',
          },
        };
        await stage.reconfigure({ deviceChange: [{ operation: 'add', device }] }, stage.db);
        const gone = { ...device, key: 2005 };
        return stage.reconfigure({ deviceChange: [{ operation: 'remove', device: gone }] }, stage.db);
      },
      does: ({ ep, web }) => ep.run(web, 'RepairVmDiskChains_Task'),
      events: [
        [
          'TaskEvent',
          'web on DC0_C0_H0 of DC0_C0 in DC0',
          'Task: Repair disk chains of virtual machine',
          { info: 'VirtualMachine.repairVmDiskChains' },
        ],
      ],
      changes: {
        ...of('web', CONFIGURED),
        'web recentTask': ['VirtualMachine.createSnapshot', 'VirtualMachine.repairVmDiskChains'],
        'web config.hardware.device[2000].backing.parent.contentId': 'b1cc9f36',
        'web config.hardware.device[2000].diskChainBrokenIssue': 'gone',
        'web runtime.diskChainBroken': 'gone',
      },
    },
  },
  { apiVersion: '9.1.0' } as never,
);
