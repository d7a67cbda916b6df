/** Power: what vCenter tells of a machine that is switched, and which properties become what. */
import { histories } from './history-table.ts';
import {
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
const MOVED = 'web on DC0_C0_H1 of DC0_C0 in DC0';
const DB = 'db on DC0_C0_H0 of DC0_C0 in DC0';

histories('of a machine that is switched, vCenter tells', {
  on: {
    does: ({ ep, web }) => ep.run(web, 'PowerOnVM_Task'),
    events: [
      ['TaskEvent', WEB, 'Task: Power On virtual machine', { info: 'VirtualMachine.powerOn' }],
      ['VmStartingEvent', MOVED, 'web on DC0_C0_H1 in DC0 is starting'],
      ['DrsVmPoweredOnEvent', MOVED, 'DRS powered on web on DC0_C0_H1 in DC0'],
    ],
    changes: {
      ...of('web', RUNS, FILES_MOVED, PLUGGED),
      'DC0_C0_H0 vm': ['db', 'golden'],
      'DC0_C0_H1 vm': ['web'],
      'LocalDS_0 summary.freeSpace': 'less',
      'Resources runtime.memory.reservationUsedForVm': 'more',
      'web recentTask': ['VirtualMachine.powerOn'],
      'web runtime.cleanPowerOff': 'gone',
      'web runtime.host': 'DC0_C0_H1',
    },
  },
  'on, where somebody wants it': {
    does: async ({ ep, web, host }) => ep.run(web, 'PowerOnVM_Task', { host: await host('DC0_C0_H0') }),
    events: [
      ['TaskEvent', WEB, 'Task: Power On virtual machine', { info: 'VirtualMachine.powerOn' }],
      ['VmStartingEvent', WEB, 'web on DC0_C0_H0 in DC0 is starting'],
      ['DrsVmPoweredOnEvent', WEB, 'DRS powered on web on DC0_C0_H0 in DC0'],
    ],
    changes: {
      ...of('web', RUNS, FILES_MOVED, PLUGGED),
      'LocalDS_0 summary.freeSpace': 'less',
      'Resources runtime.memory.reservationUsedForVm': 'more',
      'web recentTask': ['VirtualMachine.powerOn'],
      'web runtime.cleanPowerOff': 'gone',
    },
  },
  off: {
    does: ({ ep, db }) => ep.run(db, 'PowerOffVM_Task'),
    events: [
      ['TaskEvent', DB, 'Task: Power Off virtual machine', { info: 'VirtualMachine.powerOff' }],
      ['VmStoppingEvent', DB, 'db on DC0_C0_H0 in DC0 is stopping'],
      ['VmPoweredOffEvent', DB, 'db on DC0_C0_H0 in DC0 is powered off'],
    ],
    changes: {
      ...of('db', STOPPED, FILES_MOVED, UNPLUGGED, TOOLS_STOPPED, GUEST_GONE),
      'LocalDS_0 summary.freeSpace': 'more',
      'Resources runtime.memory.reservationUsedForVm': 'less',
      'db recentTask': ['VirtualMachine.powerOff'],
      'db runtime.cleanPowerOff': true,
      'db runtime.minRequiredEVCModeKey': 'gone',
      'db runtime.powerState': 'poweredOff',
    },
  },
  'to sleep': {
    does: ({ ep, db }) => ep.run(db, 'SuspendVM_Task'),
    events: [
      ['TaskEvent', DB, 'Task: Suspend virtual machine', { info: 'VirtualMachine.suspend' }],
      ['VmSuspendingEvent', DB, 'db on DC0_C0_H0 in DC0 is being suspended'],
      ['VmSuspendedEvent', DB, 'db on DC0_C0_H0 in DC0 is suspended'],
    ],
    changes: {
      ...of('db', STOPPED, TOOLS_STOPPED),
      'LocalDS_0 summary.freeSpace': 'more',
      'Resources runtime.memory.reservationUsedForVm': 'less',
      'db layoutEx': 'file timestamp',
      'db recentTask': ['VirtualMachine.suspend'],
      'db runtime.minRequiredEVCModeKey': 'gone',
      'db runtime.powerState': 'suspended',
      'db runtime.suspendTime': 'a time',
      'db storage': 'perDatastoreUsage timestamp',
      'db summary.storage': 'committed timestamp unshared',
    },
  },
  'on again after it slept': {
    given: ({ ep, db }) => ep.run(db, 'SuspendVM_Task'),
    does: ({ ep, db }) => ep.run(db, 'PowerOnVM_Task'),
    events: [
      ['TaskEvent', DB, 'Task: Power On virtual machine', { info: 'VirtualMachine.powerOn' }],
      ['VmResumingEvent', DB, 'db on DC0_C0_H0 in DC0 is resumed'],
      ['DrsVmPoweredOnEvent', DB, 'DRS powered on db on DC0_C0_H0 in DC0'],
    ],
    changes: {
      ...of('db', RUNS, FILES_MOVED, TOOLS_STARTED),
      'LocalDS_0 summary.freeSpace': 'less',
      'Resources runtime.memory.reservationUsedForVm': 'more',
      'db recentTask': ['VirtualMachine.suspend', 'VirtualMachine.powerOn'],
      'db runtime.suspendInterval': 1000,
      'db runtime.suspendTime': 'gone',
    },
  },
  'off while it sleeps': {
    given: ({ ep, db }) => ep.run(db, 'SuspendVM_Task'),
    does: ({ ep, db }) => ep.run(db, 'PowerOffVM_Task'),
    events: [
      ['TaskEvent', DB, 'Task: Power Off virtual machine', { info: 'VirtualMachine.powerOff' }],
      ['VmStoppingEvent', DB, 'db on DC0_C0_H0 in DC0 is stopping'],
      ['VmPoweredOffEvent', DB, 'db on DC0_C0_H0 in DC0 is powered off'],
    ],
    changes: {
      ...of('db', FILES_MOVED, UNPLUGGED, GUEST_GONE),
      'LocalDS_0 summary.freeSpace': 'more',
      'db recentTask': ['VirtualMachine.suspend', 'VirtualMachine.powerOff'],
      'db runtime.cleanPowerOff': true,
      'db runtime.powerState': 'poweredOff',
      'db runtime.suspendTime': 'gone',
    },
  },
  'off and on by a reset': {
    does: ({ ep, db }) => ep.run(db, 'ResetVM_Task'),
    events: [
      ['TaskEvent', DB, 'Task: Reset virtual machine', { info: 'VirtualMachine.reset' }],
      ['VmResettingEvent', DB, 'db on DC0_C0_H0 in DC0 is reset'],
    ],
    changes: {
      ...of('db', TOOLS_STARTED, GUEST_KNOWN),
      'db recentTask': ['VirtualMachine.reset'],
    },
  },
  'on among several': {
    does: async ({ ep, web }) => ep.run(await ep.at('DC0'), 'PowerOnMultiVM_Task', { vm: [web] }),
    events: [
      ['TaskEvent', 'in DC0', 'Task: Initialize powering On', { info: 'Datacenter.powerOnVm' }],
      ['TaskEvent', WEB, 'Task: Power On virtual machine', { info: 'VirtualMachine.powerOn' }],
      ['VmStartingEvent', MOVED, 'web on DC0_C0_H1 in DC0 is starting'],
      ['DrsVmPoweredOnEvent', MOVED, 'DRS powered on web on DC0_C0_H1 in DC0'],
    ],
    changes: {
      ...of('web', RUNS, FILES_MOVED, PLUGGED),
      'DC0_C0_H0 vm': ['db', 'golden'],
      'DC0_C0_H1 vm': ['web'],
      'LocalDS_0 summary.freeSpace': 'less',
      'Resources runtime.memory.reservationUsedForVm': 'more',
      'web recentTask': ['VirtualMachine.powerOn'],
      'web runtime.cleanPowerOff': 'gone',
      'web runtime.host': 'DC0_C0_H1',
    },
  },
});
