/** Options: what vCenter tells of a machine whose settings change. */
import { histories } from './history-table.ts';
import { CONFIGURED, of } from './history-words.ts';

const WEB = 'web on DC0_C0_H0 of DC0_C0 in DC0';

histories('of a machine that is set otherwise, vCenter tells', {
  'an option it got': {
    does: (stage) =>
      stage.reconfigure({ extraConfig: [{ key: 'guestinfo.colour', value: { _typeName: 'string', _value: 'red' } }] }),
    events: [
      ['TaskEvent', WEB, 'Task: Reconfigure virtual machine', { info: 'VirtualMachine.reconfigure' }],
      [
        'VmReconfiguredEvent',
        WEB,
        'Reconfigured web on DC0_C0_H0 in DC0.',
        {
          configSpec: 'extraConfig',
          configChanges: {
            added: ['config.extraConfig("guestinfo.colour"): (key = "guestinfo.colour", value = "red")'],
          },
        },
      ],
    ],
    changes: {
      ...of('web', CONFIGURED),
      'web config.extraConfig["guestinfo.colour"]': { key: 'guestinfo.colour', value: 'red' },
      'web recentTask': ['VirtualMachine.reconfigure'],
    },
  },
  'an option that became another': {
    given: (stage) =>
      stage.reconfigure({ extraConfig: [{ key: 'guestinfo.colour', value: { _typeName: 'string', _value: 'red' } }] }),
    does: (stage) =>
      stage.reconfigure({ extraConfig: [{ key: 'guestinfo.colour', value: { _typeName: 'string', _value: 'blue' } }] }),
    events: [
      ['TaskEvent', WEB, 'Task: Reconfigure virtual machine', { info: 'VirtualMachine.reconfigure' }],
      [
        'VmReconfiguredEvent',
        WEB,
        'Reconfigured web on DC0_C0_H0 in DC0.',
        {
          configSpec: 'extraConfig',
          configChanges: { modified: ['config.extraConfig("guestinfo.colour").value: "red" -> "blue"'] },
        },
      ],
    ],
    changes: {
      ...of('web', CONFIGURED),
      'web config.extraConfig["guestinfo.colour"].value': 'blue',
      'web recentTask': ['VirtualMachine.reconfigure', 'VirtualMachine.reconfigure'],
    },
  },
  'an option it lost': {
    given: (stage) =>
      stage.reconfigure({ extraConfig: [{ key: 'guestinfo.colour', value: { _typeName: 'string', _value: 'red' } }] }),
    does: (stage) =>
      stage.reconfigure({ extraConfig: [{ key: 'guestinfo.colour', value: { _typeName: 'string', _value: '' } }] }),
    events: [
      ['TaskEvent', WEB, 'Task: Reconfigure virtual machine', { info: 'VirtualMachine.reconfigure' }],
      [
        'VmReconfiguredEvent',
        WEB,
        'Reconfigured web on DC0_C0_H0 in DC0.',
        {
          configSpec: 'extraConfig',
          configChanges: {
            deleted: ['config.extraConfig("guestinfo.colour"): (key = "guestinfo.colour", value = "red")'],
          },
        },
      ],
    ],
    changes: {
      ...of('web', CONFIGURED),
      'web config.extraConfig["guestinfo.colour"]': 'gone',
      'web recentTask': ['VirtualMachine.reconfigure', 'VirtualMachine.reconfigure'],
    },
  },
  'how it boots, and who looks after it': {
    does: (stage) =>
      stage.reconfigure({ bootOptions: { bootDelay: 500 }, managedBy: { extensionKey: 'org.example', type: 'shop' } }),
    events: [
      ['TaskEvent', WEB, 'Task: Reconfigure virtual machine', { info: 'VirtualMachine.reconfigure' }],
      [
        'VmReconfiguredEvent',
        WEB,
        'Reconfigured web on DC0_C0_H0 in DC0.',
        {
          configSpec: 'bootOptions managedBy',
          configChanges: {
            modified: [
              'config.bootOptions.bootDelay: 0 -> 500',
              'config.managedBy: null -> (extensionKey = "org.example", type = "shop")',
            ],
          },
        },
      ],
    ],
    changes: {
      ...of('web', CONFIGURED),
      'web config.bootOptions.bootDelay': 500,
      'web config.managedBy': { extensionKey: 'org.example', type: 'shop' },
      'web recentTask': ['VirtualMachine.reconfigure'],
      'web summary.config.managedBy': { extensionKey: 'org.example', type: 'shop' },
    },
  },
  'when its hardware is to be upgraded': {
    does: (stage) => stage.reconfigure({ scheduledHardwareUpgradeInfo: { upgradePolicy: 'always' } }),
    events: [
      ['TaskEvent', WEB, 'Task: Reconfigure virtual machine', { info: 'VirtualMachine.reconfigure' }],
      [
        'VmReconfiguredEvent',
        WEB,
        'Reconfigured web on DC0_C0_H0 in DC0.',
        {
          configSpec: 'scheduledHardwareUpgradeInfo',
          configChanges: {
            modified: [
              'config.scheduledHardwareUpgradeInfo.upgradePolicy: "never" -> "always"',
              'config.scheduledHardwareUpgradeInfo.scheduledHardwareUpgradeStatus: "none" -> "pending"',
            ],
          },
        },
      ],
    ],
    changes: {
      ...of('web', CONFIGURED),
      'web config.scheduledHardwareUpgradeInfo.scheduledHardwareUpgradeStatus': 'pending',
      'web config.scheduledHardwareUpgradeInfo.upgradePolicy': 'always',
      'web recentTask': ['VirtualMachine.reconfigure'],
    },
  },
});
