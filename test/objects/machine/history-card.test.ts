/** Network cards: what vCenter tells of a machine that gets, changes and loses one. */
import { histories } from './history-table.ts';
import { CONFIGURED, of } from './history-words.ts';

const WEB = 'web on DC0_C0_H0 of DC0_C0 in DC0';
const CARD = {
  _typeName: 'VirtualVmxnet3',
  key: -1,
  backing: { _typeName: 'VirtualEthernetCardNetworkBackingInfo', deviceName: 'VM Network' },
};
histories('of a machine whose network cards change, vCenter tells', {
  'a network card it got': {
    does: (stage) => stage.reconfigure({ deviceChange: [{ operation: 'add', device: CARD }] }),
    events: [
      ['TaskEvent', WEB, 'Task: Reconfigure virtual machine', { info: 'VirtualMachine.reconfigure' }],
      [
        'VmMacAssignedEvent',
        WEB,
        'New MAC address 00:50:56:a3:6e:e5 assigned to adapter Network adapter 2 of web',
        { adapter: 'Network adapter 2', mac: '00:50:56:a3:6e:e5' },
      ],
      [
        'VmReconfiguredEvent',
        WEB,
        'Reconfigured web on DC0_C0_H0 in DC0.',
        {
          configSpec: 'deviceChange',
          configChanges: {
            modified: [
              'config.hardware.device(100).device: (500, 12000, 1000, 4000) -> (500, 12000, 1000, 4000, 4001)',
            ],
            added: [
              'config.hardware.device(4001): (key = 4001, deviceInfo = (label = "Network adapter 2", summary = "VM ...',
            ],
          },
        },
      ],
    ],
    changes: {
      ...of('web', CONFIGURED),
      'web config.hardware.device[100].device': [500, 12000, 1000, 4000, 4001],
      'web config.hardware.device[4001]': {
        key: 4001,
        deviceInfo: { label: 'Network adapter 2', summary: 'VM Network' },
        backing: { deviceName: 'VM Network', useAutoDetect: false, network: 'VM Network' },
        connectable: {
          migrateConnect: 'unset',
          startConnected: true,
          allowGuestControl: true,
          connected: false,
          status: 'untried',
        },
        controllerKey: 100,
        unitNumber: 8,
        addressType: 'assigned',
        macAddress: '00:50:56:a3:6e:e5',
        wakeOnLanEnabled: true,
        resourceAllocation: { reservation: 0, share: { shares: 50, level: 'normal' }, limit: -1 },
        uptCompatibilityEnabled: true,
      },
      'web recentTask': ['VirtualMachine.reconfigure'],
      'web runtime.device[4001]': {
        runtimeState: { vmDirectPathGen2Active: false, vmDirectPathGen2InactiveReasonOther: ['vmNptIncompatibleHost'] },
        key: 4001,
      },
      'web summary.config.numEthernetCards': 2,
    },
  },
  'a network card with another address': {
    does: (stage) => stage.edit(4000, { addressType: 'manual', macAddress: '00:50:56:11:22:33' }),
    events: [
      ['TaskEvent', WEB, 'Task: Reconfigure virtual machine', { info: 'VirtualMachine.reconfigure' }],
      [
        'VmMacChangedEvent',
        WEB,
        'Changed MAC address of adapter Network adapter 1 of web from 00:50:56:9d:0c:85 to 00:50:56:11:22:33',
        { adapter: 'Network adapter 1', oldMac: '00:50:56:9d:0c:85', newMac: '00:50:56:11:22:33' },
      ],
      [
        'VmReconfiguredEvent',
        WEB,
        'Reconfigured web on DC0_C0_H0 in DC0.',
        {
          configSpec: 'deviceChange',
          configChanges: {
            modified: [
              'config.hardware.device(4000).addressType: "assigned" -> "manual"',
              'config.hardware.device(4000).macAddress: "00:50:56:9d:0c:85" -> "00:50:56:11:22:33"',
            ],
          },
        },
      ],
    ],
    changes: {
      ...of('web', CONFIGURED),
      'web config.hardware.device[4000].addressType': 'manual',
      'web config.hardware.device[4000].macAddress': '00:50:56:11:22:33',
      'web recentTask': ['VirtualMachine.reconfigure'],
    },
  },
  'a network card on another network': {
    does: async (stage) => {
      const group = await stage.ep.at('DC0/network/DC0_DVPG0');
      const portgroupKey = await stage.ep.read(group, 'key');
      const switchUuid = await stage.ep.read(await stage.ep.at('DC0/network/DVS0'), 'uuid');
      await stage.edit(4000, {
        backing: {
          _typeName: 'VirtualEthernetCardDistributedVirtualPortBackingInfo',
          port: { switchUuid, portgroupKey },
        },
      });
    },
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
              'config.hardware.device(4000).deviceInfo.summary: "VM Network" -> "DVSwitch: 50 08 b3 4a 76 f1 54 0b-...',
              'config.hardware.device(4000).backing.port: null -> (switchUuid = "50 08 b3 4a 76 f1 54 0b-ac a4 67 d...',
            ],
          },
        },
      ],
    ],
    changes: {
      ...of('web', CONFIGURED),
      'DC0_DVPG0 vm': ['web'],
      'VM Network vm': ['db', 'golden'],
      'web config.hardware.device[4000].backing': {
        port: {
          switchUuid: '50 08 b3 4a 76 f1 54 0b-ac a4 67 d8 a6 be 25 c1',
          portgroupKey: 'dvportgroup-17',
          portKey: '17000',
          connectionCookie: 629765474,
        },
      },
      'web config.hardware.device[4000].deviceInfo.summary':
        'DVSwitch: 50 08 b3 4a 76 f1 54 0b-ac a4 67 d8 a6 be 25 c1',
      'web network': ['DC0_DVPG0'],
      'web recentTask': ['VirtualMachine.reconfigure'],
    },
  },
  'a network card that is not plugged in': {
    does: (stage) =>
      stage.edit(4000, { connectable: { startConnected: false, allowGuestControl: true, connected: false } }),
    events: [
      ['TaskEvent', WEB, 'Task: Reconfigure virtual machine', { info: 'VirtualMachine.reconfigure' }],
      [
        'VmReconfiguredEvent',
        WEB,
        'Reconfigured web on DC0_C0_H0 in DC0.',
        {
          configSpec: 'deviceChange',
          configChanges: { modified: ['config.hardware.device(4000).connectable.startConnected: true -> false'] },
        },
      ],
    ],
    changes: {
      ...of('web', CONFIGURED),
      'web config.hardware.device[4000].connectable.startConnected': false,
      'web recentTask': ['VirtualMachine.reconfigure'],
    },
  },
  'a network card it lost': {
    does: (stage) => stage.edit(4000, {}, 'remove'),
    events: [
      ['TaskEvent', WEB, 'Task: Reconfigure virtual machine', { info: 'VirtualMachine.reconfigure' }],
      [
        'VmReconfiguredEvent',
        WEB,
        'Reconfigured web on DC0_C0_H0 in DC0.',
        {
          configSpec: 'deviceChange',
          configChanges: {
            modified: ['config.hardware.device(100).device: (500, 12000, 1000, 4000) -> (500, 12000, 1000)'],
            deleted: [
              'config.hardware.device(4000): (key = 4000, deviceInfo = (label = "Network adapter 1", summary = "VM ...',
            ],
          },
        },
      ],
    ],
    changes: {
      ...of('web', CONFIGURED),
      'VM Network vm': ['db', 'golden'],
      'web config.hardware.device[100].device': [500, 12000, 1000],
      'web config.hardware.device[4000]': 'gone',
      'web network': [],
      'web recentTask': ['VirtualMachine.reconfigure'],
      'web runtime.device[4000]': 'gone',
      'web summary.config.numEthernetCards': 0,
    },
  },
});
