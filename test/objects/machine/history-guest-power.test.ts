/** The guest and its machine: what vCenter tells of a machine that goes on or off by the way of its guest, or in spite of it. */
import { histories } from './history-table.ts';
import {
  CONFIGURED,
  FILES_MOVED,
  GUEST_GONE,
  GUEST_KNOWN,
  of,
  STOPPED,
  TOOLS_STARTED,
  TOOLS_STOPPED,
  UNPLUGGED,
} from './history-words.ts';

const DB = 'db on DC0_C0_H0 of DC0_C0 in DC0';

histories('of a machine that is switched by way of its guest, vCenter tells', {
  'off by its guest': {
    does: ({ ep, db }) => ep.call(db, 'ShutdownGuest'),
    events: [
      ['TaskEvent', DB, 'Task: Initiate guest OS shutdown', { info: 'VirtualMachine.shutdownGuest' }],
      ['VmGuestShutdownEvent', DB, 'Guest OS shutdown for db on DC0_C0_H0 in DC0'],
      ['VmPoweredOffEvent', DB, 'db on DC0_C0_H0 in DC0 is powered off'],
    ],
    changes: {
      ...of('db', STOPPED, FILES_MOVED, UNPLUGGED, TOOLS_STOPPED, GUEST_GONE),
      'LocalDS_0 summary.freeSpace': 'more',
      'Resources runtime.memory.reservationUsedForVm': 'less',
      'db recentTask': ['VirtualMachine.shutdownGuest'],
      'db runtime.cleanPowerOff': true,
      'db runtime.minRequiredEVCModeKey': 'gone',
      'db runtime.powerState': 'poweredOff',
    },
  },
  'off and on by its guest': {
    does: ({ ep, db }) => ep.call(db, 'RebootGuest'),
    events: [
      ['TaskEvent', DB, 'Task: Initiate guest OS reboot', { info: 'VirtualMachine.rebootGuest' }],
      ['VmGuestRebootEvent', DB, 'Guest OS reboot for db on DC0_C0_H0 in DC0'],
    ],
    changes: {
      ...of('db', TOOLS_STARTED, GUEST_KNOWN),
      'db recentTask': ['VirtualMachine.rebootGuest'],
    },
  },
  'to sleep by its guest': {
    does: ({ ep, db }) => ep.call(db, 'StandbyGuest'),
    events: [
      ['TaskEvent', DB, 'Task: Initiate guest OS standby', { info: 'VirtualMachine.standbyGuest' }],
      ['VmGuestStandbyEvent', DB, 'Guest OS standby for db on DC0_C0_H0 in DC0'],
      ['VmSuspendedEvent', DB, 'db on DC0_C0_H0 in DC0 is suspended'],
    ],
    changes: {
      ...of('db', STOPPED, TOOLS_STOPPED),
      'LocalDS_0 summary.freeSpace': 'more',
      'Resources runtime.memory.reservationUsedForVm': 'less',
      'db layoutEx': 'file timestamp',
      'db recentTask': ['VirtualMachine.standbyGuest'],
      'db runtime.minRequiredEVCModeKey': 'gone',
      'db runtime.powerState': 'suspended',
      'db runtime.suspendTime': 'a time',
      'db storage': 'perDatastoreUsage timestamp',
      'db summary.storage': 'committed timestamp unshared',
    },
  },
  'off without a word to its guest': {
    does: ({ ep, db }) => ep.call(db, 'TerminateVM'),
    events: [['VmPoweredOffEvent', DB, 'db on DC0_C0_H0 in DC0 is powered off']],
    changes: {
      ...of('db', STOPPED, FILES_MOVED, UNPLUGGED, TOOLS_STOPPED, GUEST_GONE),
      'LocalDS_0 summary.freeSpace': 'more',
      'Resources runtime.memory.reservationUsedForVm': 'less',
      'db runtime.cleanPowerOff': false,
      'db runtime.minRequiredEVCModeKey': 'gone',
      'db runtime.powerState': 'poweredOff',
    },
  },
  'on, with the hardware that was due': {
    given: async (stage) => {
      await stage.ep.sim.clock.advance(0);
      await stage.reconfigure({ scheduledHardwareUpgradeInfo: { upgradePolicy: 'always' } }, stage.db);
    },
    does: ({ ep, db }) => ep.call(db, 'RebootGuest'),
    events: [
      ['TaskEvent', DB, 'Task: Initiate guest OS reboot', { info: 'VirtualMachine.rebootGuest' }],
      ['VmGuestRebootEvent', DB, 'Guest OS reboot for db on DC0_C0_H0 in DC0'],
      ['VmUpgradingEvent', DB, 'Upgrading virtual hardware of db on DC0_C0_H0 in DC0 to vmx-21', { version: 'vmx-21' }],
      ['VmUpgradeCompleteEvent', DB, 'Virtual hardware of db on DC0_C0_H0 in DC0 is now vmx-21', { version: 'vmx-21' }],
    ],
    changes: {
      ...of('db', CONFIGURED, TOOLS_STARTED, GUEST_KNOWN),
      'db config.scheduledHardwareUpgradeInfo.scheduledHardwareUpgradeStatus': 'success',
      'db config.version': 'vmx-21',
      'db guest.hwVersion': 'vmx-21',
      'db recentTask': ['VirtualMachine.reconfigure', 'VirtualMachine.rebootGuest'],
      'db summary.config.hwVersion': 'vmx-21',
      'db summary.guest.hwVersion': 'vmx-21',
    },
  },
});
