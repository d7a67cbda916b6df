/** Reconfigured: what vCenter tells of a machine whose configuration changes, and which parts of it became what. */
import { histories } from './history-table.ts';
import { CONFIGURED, of } from './history-words.ts';

const WEB = 'web on DC0_C0_H0 of DC0_C0 in DC0';

histories('of a machine that is reconfigured, vCenter tells', {
  'how much hardware it has': {
    does: (stage) => stage.reconfigure({ numCPUs: 2, memoryMB: 64 }),
    events: [
      ['TaskEvent', WEB, 'Task: Reconfigure virtual machine', { info: 'VirtualMachine.reconfigure' }],
      [
        'VmReconfiguredEvent',
        WEB,
        'Reconfigured web on DC0_C0_H0 in DC0.',
        {
          configSpec: 'numCPUs memoryMB',
          configChanges: {
            modified: [
              'config.hardware.numCPU: 1 -> 2',
              'config.hardware.memoryMB: 32 -> 64',
              'config.cpuAllocation.shares.shares: 1000 -> 2000',
              'config.memoryAllocation.shares.shares: 320 -> 640',
              'config.hotPlugMemoryLimit: 32 -> 64',
            ],
          },
        },
      ],
      [
        'VmResourceReallocatedEvent',
        WEB,
        'Changed the resource allocation of web on DC0_C0_H0 in DC0.',
        {
          configChanges: {
            modified: [
              'config.cpuAllocation.shares.shares: 1000 -> 2000',
              'config.memoryAllocation.shares.shares: 320 -> 640',
            ],
          },
        },
      ],
    ],
    changes: {
      ...of('web', CONFIGURED),
      'web config.cpuAllocation.shares.shares': 2000,
      'web config.hardware.memoryMB': 64,
      'web config.hardware.numCPU': 2,
      'web config.hotPlugMemoryLimit': 64,
      'web config.initialOverhead.initialMemoryReservation': 35127296,
      'web config.initialOverhead.initialSwapReservation': 70254592,
      'web config.memoryAllocation.shares.shares': 640,
      'web recentTask': ['VirtualMachine.reconfigure'],
      'web resourceConfig.cpuAllocation.shares.shares': 2000,
      'web resourceConfig.memoryAllocation.shares.shares': 640,
      'web summary.config.memorySizeMB': 64,
      'web summary.config.numCpu': 2,
    },
  },
  'how much it is allotted': {
    does: (stage) =>
      stage.reconfigure({ cpuAllocation: { reservation: 100, limit: 2000, shares: { level: 'high', shares: 0 } } }),
    events: [
      ['TaskEvent', WEB, 'Task: Reconfigure virtual machine', { info: 'VirtualMachine.reconfigure' }],
      [
        'VmReconfiguredEvent',
        WEB,
        'Reconfigured web on DC0_C0_H0 in DC0.',
        {
          configSpec: 'cpuAllocation',
          configChanges: {
            modified: [
              'config.cpuAllocation.reservation: 0 -> 100',
              'config.cpuAllocation.limit: -1 -> 2000',
              'config.cpuAllocation.shares.shares: 1000 -> 2000',
              'config.cpuAllocation.shares.level: "normal" -> "high"',
            ],
          },
        },
      ],
      [
        'VmResourceReallocatedEvent',
        WEB,
        'Changed the resource allocation of web on DC0_C0_H0 in DC0.',
        {
          configChanges: {
            modified: [
              'config.cpuAllocation.reservation: 0 -> 100',
              'config.cpuAllocation.limit: -1 -> 2000',
              'config.cpuAllocation.shares.shares: 1000 -> 2000',
              'config.cpuAllocation.shares.level: "normal" -> "high"',
            ],
          },
        },
      ],
    ],
    changes: {
      ...of('web', CONFIGURED),
      'web config.cpuAllocation.limit': 2000,
      'web config.cpuAllocation.reservation': 100,
      'web config.cpuAllocation.shares.level': 'high',
      'web config.cpuAllocation.shares.shares': 2000,
      'web recentTask': ['VirtualMachine.reconfigure'],
      'web resourceConfig.cpuAllocation.limit': 2000,
      'web resourceConfig.cpuAllocation.reservation': 100,
      'web resourceConfig.cpuAllocation.shares.level': 'high',
      'web resourceConfig.cpuAllocation.shares.shares': 2000,
      'web summary.config.cpuReservation': 100,
    },
  },
  'what is noted of it': {
    does: (stage) => stage.reconfigure({ annotation: 'shop' }),
    events: [
      ['TaskEvent', WEB, 'Task: Reconfigure virtual machine', { info: 'VirtualMachine.reconfigure' }],
      [
        'VmReconfiguredEvent',
        WEB,
        'Reconfigured web on DC0_C0_H0 in DC0.',
        { configSpec: 'annotation', configChanges: { modified: ['config.annotation: "" -> "shop"'] } },
      ],
    ],
    changes: {
      ...of('web', CONFIGURED),
      'web config.annotation': 'shop',
      'web recentTask': ['VirtualMachine.reconfigure'],
      'web summary.config.annotation': 'shop',
    },
  },
  'its name': {
    does: (stage) => stage.reconfigure({ name: 'shop' }),
    events: [
      ['TaskEvent', WEB, 'Task: Reconfigure virtual machine', { info: 'VirtualMachine.reconfigure' }],
      [
        'VmReconfiguredEvent',
        'shop on DC0_C0_H0 of DC0_C0 in DC0',
        'Reconfigured shop on DC0_C0_H0 in DC0.',
        { configSpec: 'name', configChanges: { modified: ['config.name: "web" -> "shop"'] } },
      ],
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
      'shop recentTask': ['VirtualMachine.reconfigure'],
      'shop resourceConfig.changeVersion': 'a time',
      'shop resourceConfig.lastModified': 'a time',
      'shop storage': 'timestamp',
      'shop summary.config.name': 'shop',
      'shop summary.storage': 'timestamp',
    },
  },
  'its identities': {
    does: (stage) =>
      stage.reconfigure({
        uuid: '564d0000-0000-0000-0000-000000000001',
        instanceUuid: '564d0000-0000-0000-0000-000000000002',
      }),
    events: [
      ['TaskEvent', WEB, 'Task: Reconfigure virtual machine', { info: 'VirtualMachine.reconfigure' }],
      [
        'VmInstanceUuidChangedEvent',
        WEB,
        'Changed instance UUID of web on DC0_C0_H0 in DC0 from 500b5510-b55c-7bcc-0f39-b23b4cacaabf to 564d0000-0000-0000-0000-000000000002',
        {
          oldInstanceUuid: '500b5510-b55c-7bcc-0f39-b23b4cacaabf',
          newInstanceUuid: '564d0000-0000-0000-0000-000000000002',
        },
      ],
      [
        'VmUuidChangedEvent',
        WEB,
        'Changed BIOS UUID of web on DC0_C0_H0 in DC0 from 42acaabf-410b-5510-b55c-7bcc0f39b23b to 564d0000-0000-0000-0000-000000000001',
        { oldUuid: '42acaabf-410b-5510-b55c-7bcc0f39b23b', newUuid: '564d0000-0000-0000-0000-000000000001' },
      ],
      [
        'VmReconfiguredEvent',
        WEB,
        'Reconfigured web on DC0_C0_H0 in DC0.',
        {
          configSpec: 'uuid instanceUuid',
          configChanges: {
            modified: [
              'config.uuid: "42acaabf-410b-5510-b55c-7bcc0f39b23b" -> "564d0000-0000-0000-0000-000000000001"',
              'config.instanceUuid: "500b5510-b55c-7bcc-0f39-b23b4cacaabf" -> "564d0000-0000-0000-0000-000000000002...',
              'config.hardware.device(12000).id: 704731390 -> 1924100913',
            ],
          },
        },
      ],
    ],
    changes: {
      ...of('web', CONFIGURED),
      'web config.hardware.device[12000].id': 1924100913,
      'web config.instanceUuid': '564d0000-0000-0000-0000-000000000002',
      'web config.uuid': '564d0000-0000-0000-0000-000000000001',
      'web recentTask': ['VirtualMachine.reconfigure'],
      'web summary.config.instanceUuid': '564d0000-0000-0000-0000-000000000002',
      'web summary.config.uuid': '564d0000-0000-0000-0000-000000000001',
    },
  },
  'what its guest is': {
    does: (stage) => stage.reconfigure({ guestId: 'ubuntu64Guest' }),
    events: [
      ['TaskEvent', WEB, 'Task: Reconfigure virtual machine', { info: 'VirtualMachine.reconfigure' }],
      [
        'VmReconfiguredEvent',
        WEB,
        'Reconfigured web on DC0_C0_H0 in DC0.',
        {
          configSpec: 'guestId',
          configChanges: {
            modified: [
              'config.guestFullName: "Other (32-bit)" -> "Ubuntu Linux (64-bit)"',
              'config.guestId: "otherGuest" -> "ubuntu64Guest"',
            ],
          },
        },
      ],
    ],
    changes: {
      ...of('web', CONFIGURED),
      'web config.guestFullName': 'Ubuntu Linux (64-bit)',
      'web config.guestId': 'ubuntu64Guest',
      'web recentTask': ['VirtualMachine.reconfigure'],
      'web summary.config.guestFullName': 'Ubuntu Linux (64-bit)',
      'web summary.config.guestId': 'ubuntu64Guest',
    },
  },
  'nothing but that it was asked to': {
    does: (stage) => stage.reconfigure({}),
    events: [
      ['TaskEvent', WEB, 'Task: Reconfigure virtual machine', { info: 'VirtualMachine.reconfigure' }],
      ['VmReconfiguredEvent', WEB, 'Reconfigured web on DC0_C0_H0 in DC0.', { configSpec: '', configChanges: {} }],
    ],
    changes: {
      ...of('web', CONFIGURED),
      'web recentTask': ['VirtualMachine.reconfigure'],
    },
  },
});
