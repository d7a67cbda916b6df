/** Renamed, noted, looked after: what vCenter tells of a machine as of any entity. */
import { histories } from './history-table.ts';
import { CONFIGURED, of } from './history-words.ts';

const WEB = 'web on DC0_C0_H0 of DC0_C0 in DC0';
const MASK = { key: 'cpuid.AVX2', featureName: 'cpuid.AVX2', value: 'Val:0' };
const DB = 'db on DC0_C0_H0 of DC0_C0 in DC0';

histories('of a machine as of any entity, vCenter tells', {
  'its new name': {
    does: ({ ep, web }) => ep.run(web, 'Rename_Task', { newName: 'shop' }),
    events: [
      ['TaskEvent', WEB, 'Task: Rename virtual machine', { info: 'VirtualMachine.rename' }],
      [
        'VmRenamedEvent',
        'shop on DC0_C0_H0 of DC0_C0 in DC0',
        'Renamed shop from web to shop in DC0',
        { oldName: 'web', newName: 'shop' },
      ],
    ],
    changes: {
      'shop config.changeVersion': 'a time',
      'shop config.name': 'shop',
      'shop layoutEx': 'timestamp',
      'shop name': 'shop',
      'shop recentTask': ['VirtualMachine.rename'],
      'shop resourceConfig.changeVersion': 'a time',
      'shop resourceConfig.lastModified': 'a time',
      'shop storage': 'timestamp',
      'shop summary.config.name': 'shop',
      'shop summary.storage': 'timestamp',
    },
  },
  'a value somebody noted': {
    given: ({ ep }) =>
      ep.call(ep.manager('customFieldsManager'), 'AddCustomFieldDef', { name: 'owner', moType: 'VirtualMachine' }),
    does: ({ ep, web }) => ep.call(web, 'setCustomValue', { key: 'owner', value: 'sales' }),
    events: [
      [
        'CustomFieldValueChangedEvent',
        WEB,
        'Changed custom field owner on web in DC0 to sales',
        { entity: 'web', fieldKey: 101, name: 'owner', value: 'sales' },
      ],
    ],
    changes: {
      'web summary.customValue[101]': { key: 101, value: 'sales' },
      'web value[101]': { key: 101, value: 'sales' },
    },
  },
  'what a user says of it': {
    does: ({ ep, web }) =>
      ep.call(ep.manager('eventManager'), 'LogUserEvent', { entity: web, msg: 'handle with care' }),
    events: [
      ['GeneralUserEvent', WEB, 'User logged event: handle with care', { message: 'handle with care', entity: 'web' }],
    ],
    changes: {},
  },
  'what an extension says of it': {
    does: ({ ep, web }) =>
      ep.call(ep.manager('eventManager'), 'PostEvent', {
        eventToPost: {
          _typeName: 'EventEx',
          key: 0,
          chainId: 0,
          createdTime: '2026-01-01T00:00:00Z',
          userName: 'backup',
          eventTypeId: 'org.example.done',
          message: 'saved',
          vm: { name: 'web', vm: web },
        },
      }),
    events: [['EventEx', WEB, 'saved', { by: 'backup', eventTypeId: 'org.example.done', message: 'saved' }]],
    changes: {},
  },
  'that its alarms do nothing any more': {
    does: ({ ep, web }) => ep.call(ep.manager('alarmManager'), 'EnableAlarmActions', { entity: web, enabled: false }),
    events: [],
    changes: {
      'web alarmActionsEnabled': false,
    },
  },
  'its new hardware': {
    given: async ({ ep, db }) => {
      await ep.run(db, 'PowerOffVM_Task');
    },
    does: ({ ep, db }) => ep.run(db, 'UpgradeVM_Task', { version: 'vmx-19' }),
    events: [
      ['TaskEvent', DB, 'Task: Upgrade virtual hardware', { info: 'VirtualMachine.upgradeVirtualHardware' }],
      ['VmUpgradingEvent', DB, 'Upgrading virtual hardware of db on DC0_C0_H0 in DC0 to vmx-19', { version: 'vmx-19' }],
      ['VmUpgradeCompleteEvent', DB, 'Virtual hardware of db on DC0_C0_H0 in DC0 is now vmx-19', { version: 'vmx-19' }],
    ],
    changes: {
      ...of('db', CONFIGURED),
      'db config.version': 'vmx-19',
      'db guest.hwVersion': 'vmx-19',
      'db recentTask': ['VirtualMachine.powerOff', 'VirtualMachine.upgradeVirtualHardware'],
      'db summary.config.hwVersion': 'vmx-19',
      'db summary.guest.hwVersion': 'vmx-19',
    },
  },
  'which features of processors it is held to': {
    given: async ({ ep, db }) => {
      await ep.run(db, 'PowerOffVM_Task');
    },
    does: ({ ep, db }) => ep.run(db, 'ApplyEvcModeVM_Task', { mask: [MASK], completeMasks: false }),
    events: [
      ['TaskEvent', DB, 'Task: Change EVC mode of virtual machine', { info: 'VirtualMachine.applyEvcMode' }],
      ['VmReconfiguredEvent', DB, 'Reconfigured db on DC0_C0_H0 in DC0.', { configSpec: 'extraConfig' }],
    ],
    changes: {
      ...of('db', CONFIGURED),
      'db config.extraConfig["featMask.vm.completeMasks"]': { key: 'featMask.vm.completeMasks', value: 'FALSE' },
      'db config.extraConfig["featMask.vm.cpuid.AVX2"]': { key: 'featMask.vm.cpuid.AVX2', value: 'Val:0' },
      'db recentTask': ['VirtualMachine.powerOff', 'VirtualMachine.applyEvcMode'],
      'db runtime.featureMask': [MASK],
    },
  },
  'that its files were measured': {
    does: ({ ep, web }) => ep.call(web, 'RefreshStorageInfo'),
    events: [],
    changes: {
      'web layoutEx': 'timestamp',
      'web storage': 'timestamp',
      'web summary.storage': 'timestamp',
    },
  },
  'what it is allotted by its pool': {
    does: async ({ ep, web, pool }) =>
      ep.call(await pool, 'UpdateChildResourceConfiguration', {
        spec: [
          {
            entity: web,
            cpuAllocation: {
              reservation: 100,
              expandableReservation: false,
              limit: -1,
              shares: { level: 'normal', shares: 0 },
            },
            memoryAllocation: {
              reservation: 0,
              expandableReservation: false,
              limit: -1,
              shares: { level: 'normal', shares: 0 },
            },
          },
        ],
      }),
    events: [
      [
        'VmResourceReallocatedEvent',
        WEB,
        'Changed the resource allocation of web on DC0_C0_H0 in DC0.',
        { configChanges: { modified: ['config.cpuAllocation.reservation: 0 -> 100'] } },
      ],
    ],
    changes: {
      ...of('web', CONFIGURED),
      'web config.cpuAllocation.reservation': 100,
      'web resourceConfig.cpuAllocation.reservation': 100,
      'web summary.config.cpuReservation': 100,
    },
  },
});
