/** Network cards of machines that run, or whose addresses are others' too: what vCenter tells of them. */
import { histories } from './history-table.ts';
import { CONFIGURED, of } from './history-words.ts';

const DB = 'db on DC0_C0_H0 of DC0_C0 in DC0';
const WEB = 'web on DC0_C0_H0 of DC0_C0 in DC0';
const CARD = {
  _typeName: 'VirtualVmxnet3',
  key: -1,
  backing: { _typeName: 'VirtualEthernetCardNetworkBackingInfo', deviceName: 'VM Network' },
};
histories('of a machine whose network cards touch others, vCenter tells', {
  'a network card while it runs': {
    does: (stage) => stage.reconfigure({ deviceChange: [{ operation: 'add', device: CARD }] }, stage.db),
    events: [
      ['TaskEvent', DB, 'Task: Reconfigure virtual machine', { info: 'VirtualMachine.reconfigure' }],
      [
        'VmMacAssignedEvent',
        DB,
        'New MAC address 00:50:56:a3:6e:e5 assigned to adapter Network adapter 2 of db',
        { adapter: 'Network adapter 2', mac: '00:50:56:a3:6e:e5' },
      ],
      [
        'VmReconfiguredEvent',
        DB,
        'Reconfigured db on DC0_C0_H0 in DC0.',
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
      ...of('db', CONFIGURED),
      'db config.hardware.device[100].device': [500, 12000, 1000, 4000, 4001],
      'db config.hardware.device[4001]': {
        key: 4001,
        deviceInfo: { label: 'Network adapter 2', summary: 'VM Network' },
        backing: { deviceName: 'VM Network', useAutoDetect: false, network: 'VM Network' },
        connectable: {
          migrateConnect: 'unset',
          startConnected: true,
          allowGuestControl: true,
          connected: true,
          status: 'ok',
        },
        controllerKey: 100,
        unitNumber: 8,
        addressType: 'assigned',
        macAddress: '00:50:56:a3:6e:e5',
        wakeOnLanEnabled: true,
        resourceAllocation: { reservation: 0, share: { shares: 50, level: 'normal' }, limit: -1 },
        uptCompatibilityEnabled: true,
      },
      'db guest.ipStack': 'told',
      'db guest.net': 'told',
      'db recentTask': ['VirtualMachine.reconfigure'],
      'db runtime.device[4001]': {
        runtimeState: { vmDirectPathGen2Active: false, vmDirectPathGen2InactiveReasonOther: ['vmNptIncompatibleHost'] },
        key: 4001,
      },
      'db summary.config.numEthernetCards': 2,
    },
  },
  'an address that another machine has too': {
    does: async (stage) => {
      const devices = await stage.ep.read(stage.db, 'config.hardware.device');
      const { macAddress } = devices.find((d: { key: number }) => d.key === 4000);
      await stage.edit(4000, { addressType: 'manual', macAddress });
    },
    events: [
      ['TaskEvent', WEB, 'Task: Reconfigure virtual machine', { info: 'VirtualMachine.reconfigure' }],
      [
        'VmMacChangedEvent',
        WEB,
        'Changed MAC address of adapter Network adapter 1 of web from 00:50:56:9d:0c:85 to 00:50:56:bb:6f:54',
        { adapter: 'Network adapter 1', oldMac: '00:50:56:9d:0c:85', newMac: '00:50:56:bb:6f:54' },
      ],
      [
        'VmMacConflictEvent',
        WEB,
        'MAC address 00:50:56:bb:6f:54 of web on DC0_C0_H0 in DC0 is also that of db',
        { conflictedVm: 'db', mac: '00:50:56:bb:6f:54' },
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
              'config.hardware.device(4000).macAddress: "00:50:56:9d:0c:85" -> "00:50:56:bb:6f:54"',
            ],
          },
        },
      ],
    ],
    changes: {
      ...of('web', CONFIGURED),
      'web config.hardware.device[4000].addressType': 'manual',
      'web config.hardware.device[4000].macAddress': '00:50:56:bb:6f:54',
      'web configIssue[5]': 'MAC address 00:50:56:bb:6f:54 of web on DC0_C0_H0 in DC0 is also that of db',
      'web configStatus': 'red',
      'web recentTask': ['VirtualMachine.reconfigure'],
    },
  },
});
