/** Made: what vCenter tells of a new machine. */
import { histories } from './history-table.ts';

const NEW = 'new on DC0_C0_H1 of DC0_C0 in DC0';
const CREATED = {
  name: 'new',
  files: { vmPathName: '[LocalDS_0]' },
  deviceChange: [
    {
      operation: 'add',
      device: {
        _typeName: 'VirtualVmxnet3',
        key: -1,
        backing: { _typeName: 'VirtualEthernetCardNetworkBackingInfo', deviceName: 'VM Network' },
      },
    },
  ],
};
histories('of a new machine, vCenter tells', {
  'that it was created': {
    does: async ({ ep, folder, pool }) => ep.run(await folder, 'CreateVM_Task', { config: CREATED, pool: await pool }),
    events: [
      ['TaskEvent', 'in DC0', 'Task: Create virtual machine', { info: 'Folder.createVm' }],
      ['VmBeingCreatedEvent', NEW, 'Creating new on DC0_C0_H1 in DC0', { configSpec: 'name files deviceChange' }],
      [
        'VmInstanceUuidAssignedEvent',
        NEW,
        'Assigned new instance UUID 504c7058-3213-5164-906c-38edb05cc068 to new on DC0_C0_H1 in DC0',
        { instanceUuid: '504c7058-3213-5164-906c-38edb05cc068' },
      ],
      [
        'VmUuidAssignedEvent',
        NEW,
        'Assigned new BIOS UUID 4232c18c-d021-5bb4-b309-1482f45e244c to new on DC0_C0_H1 in DC0',
        { uuid: '4232c18c-d021-5bb4-b309-1482f45e244c' },
      ],
      [
        'VmMacAssignedEvent',
        NEW,
        'New MAC address 00:50:56:a3:6e:e5 assigned to adapter Network adapter 1 of new',
        { adapter: 'Network adapter 1', mac: '00:50:56:a3:6e:e5' },
      ],
      ['VmCreatedEvent', NEW, 'Created virtual machine new on DC0_C0_H1 in DC0'],
    ],
    changes: {
      'DC0_C0_H1 vm': ['new'],
      'LocalDS_0 summary.freeSpace': 'less',
      'LocalDS_0 vm': ['web', 'db', 'golden', 'new'],
      'Resources vm': ['web', 'db', 'new'],
      'VM Network vm': ['web', 'db', 'golden', 'new'],
      'new': 'came',
      'vm childEntity': ['web', 'db', 'golden', 'new'],
      'vm recentTask': ['Folder.createVm'],
    },
  },
  "that it was created with identities of somebody's choice": {
    does: async ({ ep, folder, pool }) => {
      const [card] = CREATED.deviceChange;
      const device = { ...card!.device, addressType: 'manual', macAddress: '00:50:56:11:22:33' };
      await ep.run(await folder, 'CreateVM_Task', {
        config: {
          ...CREATED,
          uuid: '564d0000-0000-0000-0000-000000000001',
          instanceUuid: '564d0000-0000-0000-0000-000000000002',
          deviceChange: [{ ...card, device }],
        },
        pool: await pool,
      });
    },
    events: [
      ['TaskEvent', 'in DC0', 'Task: Create virtual machine', { info: 'Folder.createVm' }],
      [
        'VmBeingCreatedEvent',
        NEW,
        'Creating new on DC0_C0_H1 in DC0',
        { configSpec: 'name uuid instanceUuid files deviceChange' },
      ],
      [
        'VmInstanceUuidAssignedEvent',
        NEW,
        'Assigned new instance UUID 564d0000-0000-0000-0000-000000000002 to new on DC0_C0_H1 in DC0',
        { instanceUuid: '564d0000-0000-0000-0000-000000000002' },
      ],
      [
        'VmUuidAssignedEvent',
        NEW,
        'Assigned new BIOS UUID 564d0000-0000-0000-0000-000000000001 to new on DC0_C0_H1 in DC0',
        { uuid: '564d0000-0000-0000-0000-000000000001' },
      ],
      ['VmCreatedEvent', NEW, 'Created virtual machine new on DC0_C0_H1 in DC0'],
    ],
    changes: {
      'DC0_C0_H1 vm': ['new'],
      'LocalDS_0 summary.freeSpace': 'less',
      'LocalDS_0 vm': ['web', 'db', 'golden', 'new'],
      'Resources vm': ['web', 'db', 'new'],
      'VM Network vm': ['web', 'db', 'golden', 'new'],
      'new': 'came',
      'vm childEntity': ['web', 'db', 'golden', 'new'],
      'vm recentTask': ['Folder.createVm'],
    },
  },
  'that it was created in a vApp': {
    given: (stage) => stage.vApp(),
    does: async ({ ep }) => ep.run(await ep.at('DC0/vm/app'), 'CreateChildVM_Task', { config: CREATED }),
    events: [
      ['TaskEvent', 'of DC0_C0 in DC0', 'Task: Create virtual machine', { info: 'ResourcePool.createVm' }],
      ['VmBeingCreatedEvent', NEW, 'Creating new on DC0_C0_H1 in DC0', { configSpec: 'name files deviceChange' }],
      [
        'VmInstanceUuidAssignedEvent',
        NEW,
        'Assigned new instance UUID 50e6fa75-bc03-595b-87fc-42c66b4492cb to new on DC0_C0_H1 in DC0',
        { instanceUuid: '50e6fa75-bc03-595b-87fc-42c66b4492cb' },
      ],
      [
        'VmUuidAssignedEvent',
        NEW,
        'Assigned new BIOS UUID 42a0b84d-02b2-524e-8f08-f018faa1f84f to new on DC0_C0_H1 in DC0',
        { uuid: '42a0b84d-02b2-524e-8f08-f018faa1f84f' },
      ],
      [
        'VmMacAssignedEvent',
        NEW,
        'New MAC address 00:50:56:a3:6e:e5 assigned to adapter Network adapter 1 of new',
        { adapter: 'Network adapter 1', mac: '00:50:56:a3:6e:e5' },
      ],
      ['VmCreatedEvent', NEW, 'Created virtual machine new on DC0_C0_H1 in DC0'],
    ],
    changes: {
      'DC0_C0_H1 vm': ['new'],
      'LocalDS_0 summary.freeSpace': 'less',
      'LocalDS_0 vm': ['web', 'db', 'golden', 'new'],
      'VM Network vm': ['web', 'db', 'golden', 'new'],
      'app vm': ['new'],
      'new': 'came',
    },
  },
});
