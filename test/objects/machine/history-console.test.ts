/** Console and tools: what vCenter tells of a machine that somebody sits at. */
import type { Stage } from './history-stage.ts';
import { histories } from './history-table.ts';
import { of, TOOLS_STARTED } from './history-words.ts';

const DB = 'db on DC0_C0_H0 of DC0_C0 in DC0';
const IDENTITY = {
  identity: {
    _typeName: 'CustomizationLinuxPrep',
    hostName: { _typeName: 'CustomizationFixedName', name: 'guest' },
    domain: 'example.org',
  },
  globalIPSettings: {},
  nicSettingMap: [{ adapter: { ip: { _typeName: 'CustomizationDhcpIpGenerator' } } }],
};
const DRIVE = {
  _typeName: 'VirtualCdrom',
  key: -1,
  controllerKey: 200,
  backing: { _typeName: 'VirtualCdromRemotePassthroughBackingInfo', deviceName: '', exclusive: false },
};
const withDrive = (stage: Stage) =>
  stage
    .reconfigure({ deviceChange: [{ operation: 'add', device: DRIVE }] }, stage.web)
    .then(() => stage.ep.run(stage.web, 'PowerOnVM_Task'));
histories('of a machine that somebody sits at, vCenter tells', {
  'keys that were pressed': {
    does: ({ ep, db }) => ep.call(db, 'PutUsbScanCodes', { spec: { keyEvents: [{ usbHidCode: 0x40007 }] } }),
    events: [],
    changes: {},
  },
  'an interrupt': {
    does: ({ ep, db }) => ep.call(db, 'SendNMI'),
    events: [],
    changes: {},
  },
  'who asked for its console': {
    does: async ({ ep, db }) => {
      await ep.call(db, 'AcquireTicket', { ticketType: 'webmks' });
      await ep.call(db, 'AcquireMksTicket');
      await ep.call(db, 'QueryConnections');
      await ep.call(db, 'DropConnections', { listOfConnections: [] });
    },
    events: [
      [
        'VmAcquiredTicketEvent',
        DB,
        'A ticket of type webmks for db on DC0_C0_H0 in DC0 was acquired',
        { ticketType: 'webmks' },
      ],
      ['VmAcquiredMksTicketEvent', DB, 'A remote console ticket for db on DC0_C0_H0 in DC0 was acquired'],
    ],
    changes: {},
  },
  'how large its desktop is': {
    does: ({ ep, db }) => ep.call(db, 'SetScreenResolution', { width: 800, height: 600 }),
    events: [],
    changes: {
      'db guest.screen.height': 600,
      'db guest.screen.width': 800,
    },
  },
  'how its desktop is laid out': {
    does: ({ ep, db }) =>
      ep.call(db, 'SetDisplayTopology', {
        displays: [
          { x: 0, y: 0, width: 640, height: 480 },
          { x: 640, y: 0, width: 640, height: 480 },
        ],
      }),
    events: [],
    changes: {
      'db guest.screen.height': 480,
      'db guest.screen.width': 1280,
    },
  },
  'a picture of its console': {
    does: ({ ep, db }) => ep.run(db, 'CreateScreenshot_Task'),
    events: [['TaskEvent', DB, 'Task: Create virtual machine screenshot', { info: 'VirtualMachine.createScreenshot' }]],
    changes: {
      'LocalDS_0 summary.freeSpace': 'less',
      'db recentTask': ['VirtualMachine.createScreenshot'],
    },
  },
  'the CD of its tools': {
    given: withDrive,
    does: ({ ep, web }) => ep.call(web, 'MountToolsInstaller'),
    events: [],
    changes: {
      ...of('web', TOOLS_STARTED),
      'web config.hardware.device[3000].backing': { fileName: '[] /usr/lib/vmware/isoimages/linux.iso' },
      'web config.hardware.device[3000].deviceInfo.summary': 'ISO [] /usr/lib/vmware/isoimages/linux.iso',
      'web guest.disk': 'told',
      'web guest.guestFamily': 'otherGuestFamily',
      'web guest.guestFullName': 'Other (32-bit)',
      'web guest.guestId': 'otherGuest',
      'web guest.hostName': 'web',
      'web guest.ipAddress': 'told',
      'web guest.ipStack': 'told',
      'web guest.net': 'told',
      'web guest.screen': 'told',
      'web guest.toolsInstallType': 'guestToolsTypeTar',
      'web guest.toolsVersion': '12416',
      'web guest.toolsVersionStatus': 'guestToolsCurrent',
      'web guest.toolsVersionStatus2': 'guestToolsCurrent',
      'web runtime.toolsInstallerMounted': true,
      'web summary.guest.guestFullName': 'Other (32-bit)',
      'web summary.guest.guestId': 'otherGuest',
      'web summary.guest.hostName': 'web',
      'web summary.guest.ipAddress': 'told',
      'web summary.guest.toolsVersionStatus': 'guestToolsCurrent',
      'web summary.guest.toolsVersionStatus2': 'guestToolsCurrent',
    },
  },
  'that the CD of its tools is gone again': {
    given: async (stage) => {
      await withDrive(stage);
      await stage.ep.call(stage.web, 'MountToolsInstaller');
    },
    does: ({ ep, web }) => ep.call(web, 'UnmountToolsInstaller'),
    events: [],
    changes: {
      'web config.hardware.device[3000].backing': { deviceName: '', useAutoDetect: false, exclusive: false },
      'web config.hardware.device[3000].deviceInfo.summary': 'Remote device',
      'web runtime.toolsInstallerMounted': false,
    },
  },
  'nothing, when it is only looked at': {
    given: (stage) => stage.reconfigure({ guestId: 'rhel7_64Guest' }),
    does: async ({ ep, web }) => {
      await ep.call(web, 'CheckCustomizationSpec', { spec: IDENTITY });
      await ep.call(web, 'ExtractOvfEnvironment').catch(() => undefined);
      await ep.call(web, 'QueryUnownedFiles');
      const changes = { deviceKey: 2000, startOffset: 0, changeId: '*' };
      await ep.call(web, 'QueryChangedDiskAreas', changes).catch(() => undefined);
      await ep.call(web, 'QueryFaultToleranceCompatibility');
      await ep.call(web, 'QueryFaultToleranceCompatibilityEx', {});
    },
    events: [],
    changes: {},
  },
});
