/** Upkeep: what vCenter tells of a machine that is asked, answered, mended and looked at. */
import type { Stage } from './history-stage.ts';
import { histories } from './history-table.ts';
import { CONFIGURED, FILES_MOVED, GUEST_KNOWN, of, PLUGGED, RUNS, TOOLS_STARTED } from './history-words.ts';

const WEB = 'web on DC0_C0_H0 of DC0_C0 in DC0';
const MOVED = 'web on DC0_C0_H1 of DC0_C0 in DC0';
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
const asks = (stage: Stage) =>
  stage.ep.sim.faults.add({
    match: { method: 'PowerOnVM_Task' },
    when: { nth: 1 },
    effect: { world: { verb: 'vm.ask', message: 'msg.uuid.altered' } },
  });
const answered = async ({ ep, web }: Stage, answerChoice: string) =>
  ep.call(web, 'AnswerVM', { questionId: (await ep.read(web, 'runtime.question')).id, answerChoice });
histories('of a machine that is looked after, vCenter tells', {
  'that it asks': {
    given: async (stage) => {
      asks(stage);
    },
    does: ({ ep, web }) => ep.call(web, 'PowerOnVM_Task'),
    events: [
      [
        'VmMessageEvent',
        WEB,
        'Message on web on DC0_C0_H0 in DC0: This virtual machine was moved or copied, it seems. Which of the two? If you are not sure, answer "I Copied It".',
        {
          by: 'the system',
          message:
            'This virtual machine was moved or copied, it seems. Which of the two? If you are not sure, answer "I Copied It".',
          messageInfo: [
            {
              id: 'msg.uuid.altered',
              text: 'This virtual machine was moved or copied, it seems. Which of the two? If you are not sure, answer "I Copied It".',
            },
          ],
        },
      ],
      ['TaskEvent', WEB, 'Task: Power On virtual machine', { info: 'VirtualMachine.powerOn' }],
      ['VmStartingEvent', MOVED, 'web on DC0_C0_H1 in DC0 is starting'],
    ],
    changes: {
      'web recentTask': ['VirtualMachine.powerOn'],
      'web runtime.question': {
        id: '_vmx1',
        text: 'This virtual machine was moved or copied, it seems. Which of the two? If you are not sure, answer "I Copied It".',
        choice: {
          choiceInfo: [
            { label: 'button.uuid.cancel', summary: 'Cancel', key: '0' },
            { label: 'button.uuid.movedTheVM', summary: 'I Moved It', key: '1' },
            { label: 'button.uuid.copiedTheVM', summary: 'I Copied It', key: '2' },
          ],
          defaultIndex: 2,
        },
        message: [
          {
            id: 'msg.uuid.altered',
            text: 'This virtual machine was moved or copied, it seems. Which of the two? If you are not sure, answer "I Copied It".',
          },
        ],
      },
    },
  },
  'that it was answered, and goes on as a copy': {
    given: async (stage) => {
      asks(stage);
      await stage.ep.call(stage.web, 'PowerOnVM_Task');
    },
    does: (stage) => answered(stage, '2'),
    events: [
      [
        'VmUuidChangedEvent',
        WEB,
        'Changed BIOS UUID of web on DC0_C0_H0 in DC0 from 42acaabf-410b-5510-b55c-7bcc0f39b23b to 42112727-cf60-5c72-b2af-804400f6cf72',
        {
          by: 'the system',
          oldUuid: '42acaabf-410b-5510-b55c-7bcc0f39b23b',
          newUuid: '42112727-cf60-5c72-b2af-804400f6cf72',
        },
      ],
      ['DrsVmPoweredOnEvent', MOVED, 'DRS powered on web on DC0_C0_H1 in DC0'],
    ],
    changes: {
      ...of('web', RUNS, FILES_MOVED, PLUGGED),
      'DC0_C0_H0 vm': ['db', 'golden'],
      'DC0_C0_H1 vm': ['web'],
      'LocalDS_0 summary.freeSpace': 'less',
      'Resources runtime.memory.reservationUsedForVm': 'more',
      'web config.changeVersion': 'a time',
      'web config.hardware.device[12000].id': -1540210796,
      'web config.uuid': '42112727-cf60-5c72-b2af-804400f6cf72',
      'web resourceConfig.changeVersion': 'a time',
      'web resourceConfig.lastModified': 'a time',
      'web runtime.cleanPowerOff': 'gone',
      'web runtime.host': 'DC0_C0_H1',
      'web runtime.question': 'gone',
      'web summary.config.uuid': '42112727-cf60-5c72-b2af-804400f6cf72',
    },
  },
  'that it was answered, and does not go on': {
    given: async (stage) => {
      asks(stage);
      await stage.ep.call(stage.web, 'PowerOnVM_Task');
    },
    does: (stage) => answered(stage, '0'),
    events: [
      [
        'VmFailedToPowerOnEvent',
        WEB,
        'Failed to power on web on DC0_C0_H0 in DC0: {reason}',
        { reason: 'GenericVmConfigFault' },
      ],
    ],
    changes: {
      'web runtime.question': 'gone',
    },
  },
  'that its guest is to be customized': {
    given: (stage) => stage.reconfigure({ guestId: 'rhel7_64Guest' }),
    does: ({ ep, web }) => ep.run(web, 'CustomizeVM_Task', { spec: IDENTITY }),
    events: [['TaskEvent', WEB, 'Task: Customize virtual machine guest OS', { info: 'VirtualMachine.customize' }]],
    changes: {
      ...of('web', CONFIGURED),
      'web config.extraConfig["tools.deployPkg.fileName"]': { key: 'tools.deployPkg.fileName', value: 'imcf-78844c' },
      'web config.tools.pendingCustomization': 'imcf-78844c',
      'web guest.customizationInfo.customizationStatus': 'TOOLSDEPLOYPKG_PENDING',
      'web recentTask': ['VirtualMachine.reconfigure', 'VirtualMachine.customize'],
    },
  },
  'that it was read anew from its file': {
    does: ({ ep, web }) =>
      ep.run(web, 'reloadVirtualMachineFromPath_Task', { configurationPath: '[LocalDS_0] web/web.vmx' }),
    events: [
      [
        'TaskEvent',
        WEB,
        'Task: Reload virtual machine from new configuration',
        { info: 'VirtualMachine.reloadFromPath' },
      ],
      [
        'VmReloadFromPathEvent',
        WEB,
        'web on DC0_C0_H0 in DC0 was reloaded from [LocalDS_0] web/web.vmx',
        { configPath: '[LocalDS_0] web/web.vmx' },
      ],
    ],
    changes: {
      ...of('web', CONFIGURED),
      'web recentTask': ['VirtualMachine.reloadFromPath'],
    },
  },
  'that its disks were put in order': {
    does: ({ ep, web }) => ep.call(web, 'DefragmentAllDisks'),
    events: [],
    changes: {},
  },
  'that its disks were made whole': {
    does: ({ ep, web }) => ep.run(web, 'PromoteDisks_Task', { unlink: true }),
    events: [['TaskEvent', WEB, 'Task: Promote disks', { info: 'VirtualMachine.promoteDisks' }]],
    changes: {
      ...of('web', CONFIGURED),
      'web recentTask': ['VirtualMachine.promoteDisks'],
    },
  },
  'how much room consolidation takes': {
    does: ({ ep, web }) => ep.run(web, 'EstimateStorageForConsolidateSnapshots_Task'),
    events: [
      [
        'TaskEvent',
        WEB,
        'Task: Estimate storage required to consolidate snapshots',
        { info: 'VirtualMachine.estimateStorageForConsolidateSnapshots' },
      ],
    ],
    changes: {
      'web recentTask': ['VirtualMachine.estimateStorageForConsolidateSnapshots'],
    },
  },
  'that its guest is forgotten': {
    given: ({ ep, db }) => ep.run(db, 'PowerOffVM_Task'),
    does: ({ ep, db }) => ep.call(db, 'ResetGuestInformation'),
    events: [],
    changes: {},
  },
  'the hardware it was scheduled to have': {
    given: async (stage) => {
      await stage.ep.run(stage.db, 'PowerOffVM_Task');
      await stage.reconfigure(
        { scheduledHardwareUpgradeInfo: { upgradePolicy: 'always', versionKey: 'vmx-19' } },
        stage.db,
      );
    },
    does: ({ ep, db }) => ep.run(db, 'PowerOnVM_Task'),
    events: [
      ['TaskEvent', DB, 'Task: Power On virtual machine', { info: 'VirtualMachine.powerOn' }],
      ['VmStartingEvent', DB, 'db on DC0_C0_H0 in DC0 is starting'],
      ['VmUpgradingEvent', DB, 'Upgrading virtual hardware of db on DC0_C0_H0 in DC0 to vmx-19', { version: 'vmx-19' }],
      ['VmUpgradeCompleteEvent', DB, 'Virtual hardware of db on DC0_C0_H0 in DC0 is now vmx-19', { version: 'vmx-19' }],
      ['DrsVmPoweredOnEvent', DB, 'DRS powered on db on DC0_C0_H0 in DC0'],
    ],
    changes: {
      ...of('db', RUNS, FILES_MOVED, PLUGGED, TOOLS_STARTED, GUEST_KNOWN),
      'LocalDS_0 summary.freeSpace': 'less',
      'Resources runtime.memory.reservationUsedForVm': 'more',
      'db config.changeVersion': 'a time',
      'db config.scheduledHardwareUpgradeInfo.scheduledHardwareUpgradeStatus': 'success',
      'db config.version': 'vmx-19',
      'db guest.hwVersion': 'vmx-19',
      'db recentTask': ['VirtualMachine.powerOff', 'VirtualMachine.reconfigure', 'VirtualMachine.powerOn'],
      'db resourceConfig.changeVersion': 'a time',
      'db resourceConfig.lastModified': 'a time',
      'db runtime.cleanPowerOff': 'gone',
      'db summary.config.hwVersion': 'vmx-19',
      'db summary.guest.hwVersion': 'vmx-19',
    },
  },
});
