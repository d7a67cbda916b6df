/** Taken in, taken out, made a template: what vCenter tells of a machine that comes and goes. */
import { histories } from './history-table.ts';
import { CONFIGURED, of } from './history-words.ts';

const WEB = 'web on DC0_C0_H0 of DC0_C0 in DC0';
const MOVED = 'web on DC0_C0_H1 of DC0_C0 in DC0';
const GOLDEN = 'template golden on DC0_C0_H0 of DC0_C0 in DC0';

histories('of a machine that comes and goes, vCenter tells', {
  'that it was taken off the inventory': {
    does: ({ ep, web }) => ep.call(web, 'UnregisterVM'),
    events: [
      ['TaskEvent', WEB, 'Task: Unregister virtual machine', { info: 'VirtualMachine.unregister' }],
      ['VmRemovedEvent', WEB, 'Removed web on DC0_C0_H0 in DC0'],
    ],
    changes: {
      'DC0_C0_H0 vm': ['db', 'golden'],
      'LocalDS_0 summary.uncommitted': 'less',
      'LocalDS_0 vm': ['db', 'golden'],
      'Resources vm': ['db'],
      'VM Network vm': ['db', 'golden'],
      'vm childEntity': ['db', 'golden'],
      web: 'went',
    },
  },
  'that it was registered': {
    given: ({ ep, web }) => ep.call(web, 'UnregisterVM'),
    does: async ({ ep, folder, pool }) =>
      ep.run(await folder, 'RegisterVM_Task', { path: '[LocalDS_0] web/web.vmx', asTemplate: false, pool: await pool }),
    events: [
      ['TaskEvent', 'in DC0', 'Task: Register virtual machine', { info: 'Folder.registerVm' }],
      ['VmRegisteredEvent', MOVED, 'Registered web on DC0_C0_H1 in DC0'],
    ],
    changes: {
      'DC0_C0_H1 vm': ['web'],
      'LocalDS_0 summary.uncommitted': 'more',
      'LocalDS_0 vm': ['db', 'golden', 'web'],
      'Resources vm': ['db', 'web'],
      'VM Network vm': ['db', 'golden', 'web'],
      'vm childEntity': ['db', 'golden', 'web'],
      'vm recentTask': ['Folder.registerVm'],
      web: 'came',
    },
  },
  'that it was registered under another name, as a template': {
    given: ({ ep, web }) => ep.call(web, 'UnregisterVM'),
    does: async ({ ep, folder }) =>
      ep.run(await folder, 'RegisterVM_Task', {
        path: '[LocalDS_0] web/web.vmx',
        name: 'mould',
        asTemplate: true,
        host: await ep.at('DC0/host/DC0_C0/DC0_C0_H0'),
      }),
    events: [
      ['TaskEvent', 'in DC0', 'Task: Register virtual machine', { info: 'Folder.registerVm' }],
      ['VmRegisteredEvent', 'template mould on DC0_C0_H0 of DC0_C0 in DC0', 'Registered mould on DC0_C0_H0 in DC0'],
    ],
    changes: {
      'DC0_C0_H0 vm': ['db', 'golden', 'mould'],
      'LocalDS_0 summary.uncommitted': 'more',
      'LocalDS_0 vm': ['db', 'golden', 'mould'],
      'VM Network vm': ['db', 'golden', 'mould'],
      mould: 'came',
      'vm childEntity': ['db', 'golden', 'mould'],
      'vm recentTask': ['Folder.registerVm'],
    },
  },
  'that it was registered in a vApp': {
    given: async (stage) => {
      await stage.ep.call(stage.web, 'UnregisterVM');
      await stage.vApp();
    },
    does: async ({ ep }) =>
      ep.run(await ep.at('DC0/vm/app'), 'RegisterChildVM_Task', { path: '[LocalDS_0] web/web.vmx' }),
    events: [
      ['TaskEvent', 'of DC0_C0 in DC0', 'Task: Register virtual machine', { info: 'Folder.registerVm' }],
      ['VmRegisteredEvent', MOVED, 'Registered web on DC0_C0_H1 in DC0'],
    ],
    changes: {
      'DC0_C0_H1 vm': ['web'],
      'LocalDS_0 summary.uncommitted': 'more',
      'LocalDS_0 vm': ['db', 'golden', 'web'],
      'VM Network vm': ['db', 'golden', 'web'],
      'app vm': ['web'],
      web: 'came',
    },
  },
  'that it was deleted': {
    does: ({ ep, web }) => ep.run(web, 'Destroy_Task'),
    events: [
      ['TaskEvent', WEB, 'Task: Delete virtual machine', { info: 'VirtualMachine.destroy' }],
      ['VmRemovedEvent', WEB, 'Removed web on DC0_C0_H0 in DC0'],
    ],
    changes: {
      'DC0_C0_H0 vm': ['db', 'golden'],
      'LocalDS_0 summary.freeSpace': 'more',
      'LocalDS_0 summary.uncommitted': 'less',
      'LocalDS_0 vm': ['db', 'golden'],
      'Resources vm': ['db'],
      'VM Network vm': ['db', 'golden'],
      'vm childEntity': ['db', 'golden'],
      web: 'went',
    },
  },
  'that it was deleted, as a template': {
    does: ({ ep, golden }) => ep.run(golden, 'Destroy_Task'),
    events: [
      [
        'TaskEvent',
        'golden on DC0_C0_H0 of DC0_C0 in DC0',
        'Task: Delete virtual machine',
        { info: 'VirtualMachine.destroy' },
      ],
      ['VmRemovedEvent', GOLDEN, 'Removed golden on DC0_C0_H0 in DC0'],
    ],
    changes: {
      'DC0_C0_H0 vm': ['web', 'db'],
      'LocalDS_0 summary.freeSpace': 'more',
      'LocalDS_0 summary.uncommitted': 'less',
      'LocalDS_0 vm': ['web', 'db'],
      'VM Network vm': ['web', 'db'],
      golden: 'went',
      'vm childEntity': ['web', 'db'],
    },
  },
  'that it was deleted with its folder': {
    given: (stage) => stage.shelf(),
    does: async ({ ep }) => ep.run(await ep.at('DC0/vm/shelf'), 'Destroy_Task'),
    events: [
      ['TaskEvent', 'in DC0', 'Task: Delete folder', { info: 'Folder.destroy' }],
      ['VmRemovedEvent', WEB, 'Removed web on DC0_C0_H0 in DC0'],
    ],
    changes: {
      'DC0_C0_H0 vm': ['db', 'golden'],
      'LocalDS_0 summary.freeSpace': 'more',
      'LocalDS_0 summary.uncommitted': 'less',
      'LocalDS_0 vm': ['db', 'golden'],
      'Resources vm': ['db'],
      'VM Network vm': ['db', 'golden'],
      shelf: 'went',
      'vm childEntity': ['db', 'golden'],
      web: 'went',
    },
  },
  'that it became a template': {
    does: ({ ep, web }) => ep.call(web, 'MarkAsTemplate'),
    events: [
      ['TaskEvent', WEB, 'Task: Mark virtual machine as template', { info: 'VirtualMachine.markAsTemplate' }],
      [
        'EventEx',
        WEB,
        'Virtual machine web was converted to a template',
        {
          eventTypeId: 'com.vmware.vc.vm.VmConvertedToTemplateEvent',
          severity: 'info',
          message: 'Virtual machine web was converted to a template',
          objectId: 'web',
          objectType: 'VirtualMachine',
          objectName: 'web',
        },
      ],
    ],
    changes: {
      'Resources vm': ['db'],
      'web config.changeVersion': 'a time',
      'web config.files.vmPathName': '[LocalDS_0] web/web.vmtx',
      'web config.template': true,
      'web layoutEx': 'file timestamp',
      'web recentTask': ['VirtualMachine.markAsTemplate'],
      'web resourceConfig.changeVersion': 'a time',
      'web resourceConfig.lastModified': 'a time',
      'web resourcePool': 'gone',
      'web storage': 'timestamp',
      'web summary.config.template': true,
      'web summary.config.vmPathName': '[LocalDS_0] web/web.vmtx',
      'web summary.storage': 'timestamp',
    },
  },
  'that it became a machine again': {
    does: async ({ ep, golden, pool }) => ep.call(golden, 'MarkAsVirtualMachine', { pool: await pool }),
    events: [
      [
        'TaskEvent',
        'golden on DC0_C0_H0 of DC0_C0 in DC0',
        'Task: Mark template as virtual machine',
        { info: 'VirtualMachine.markAsVirtualMachine' },
      ],
      [
        'EventEx',
        'golden on DC0_C0_H0 of DC0_C0 in DC0',
        'Template golden was converted to a virtual machine',
        {
          eventTypeId: 'com.vmware.vc.vm.TemplateConvertedToVmEvent',
          severity: 'info',
          message: 'Template golden was converted to a virtual machine',
          objectId: 'golden',
          objectType: 'VirtualMachine',
          objectName: 'golden',
        },
      ],
    ],
    changes: {
      ...of('golden', CONFIGURED),
      'Resources vm': ['web', 'db', 'golden'],
      'golden config.template': false,
      'golden recentTask': ['VirtualMachine.markAsVirtualMachine'],
      'golden resourcePool': 'Resources',
      'golden summary.config.template': false,
    },
  },
});
