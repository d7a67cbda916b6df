/** What each method of a virtual machine does, and what it refuses, in each state a machine can stand in. */
import { afterAll, describe, expect, it } from 'vitest';
import { twinOf } from '../../../src/objects/machine/fault-tolerance/tolerance.ts';
import type { Machine } from '../../../src/objects/machine/machine.ts';
import { registry } from '../../../src/simulator/rooms.ts';
import type { Cell } from '../../../src/world/cell.ts';
import { Stand } from './stand.ts';

const STATES = [
  'off',
  'on',
  'suspended',
  'template',
  'snapshot',
  'asking',
  'away',
  'orphaned',
  'inaccessible',
] as const;
type State = (typeof STATES)[number];
type Outcomes = Readonly<Record<State, string>>;

/** States of two kinds at once, and the one of the others in which the same comes of a method unless its row says. */
const TWOFOLD = {
  onWithSnapshot: 'on',
  suspendedWithSnapshot: 'suspended',
  templateWithSnapshot: 'template',
  awayWhileOff: 'away',
  awayAsTemplate: 'away',
} as const satisfies Readonly<Record<string, State>>;
type Twofold = keyof typeof TWOFOLD;

/** The machines of a fault tolerant pair that runs. A primary is like any that runs unless its row says; see `ofSecondary`. */
const PAIRED = ['primary', 'secondary'] as const;
type Paired = (typeof PAIRED)[number];

const POWER = 'InvalidPowerState';
const TEMPLATE = 'NotSupported';
const PENDING = 'QuestionPending';

const PAIR = 'VmConfigIncompatibleForFaultTolerance';

/** Nothing is done to a machine that vCenter cannot reach. */
const LOST = { away: 'HostNotConnected', orphaned: 'InvalidState', inaccessible: 'InvalidState' };

const every = (outcome: string): Outcomes => Object.fromEntries(STATES.map((s) => [s, outcome])) as Outcomes;
const anyState = { ...every('done'), ...LOST };
/** What wants the machine's process for itself waits until a question is answered. */
const unasked = { ...anyState, asking: PENDING };
/** A template is refused for what it is, wherever its host may be. */
const noTemplate = { ...unasked, template: TEMPLATE, awayAsTemplate: TEMPLATE };
const whileOn = (refusal = POWER) => ({ ...every(refusal), on: 'done', template: TEMPLATE, asking: 'done', ...LOST });
const whileOff = (refusal = POWER) => ({ ...every('done'), on: refusal, suspended: refusal, asking: refusal, ...LOST });

const IDENTITY = {
  identity: {
    _typeName: 'CustomizationLinuxPrep',
    hostName: { _typeName: 'CustomizationFixedName', name: 'guest' },
    domain: 'example.org',
  },
  globalIPSettings: {},
  nicSettingMap: [{ adapter: { ip: { _typeName: 'CustomizationDhcpIpGenerator' } } }],
};

const NO_RECORDS = 'HostIncompatibleForRecordReplay';
/** What is there to be done to pairs; of a machine that runs alone it is no state to be in. */
const neverTwice = { ...every('InvalidState'), ...LOST, asking: PENDING };

/** There is no HA where these machines stand. */
const noHa = { ...every('NotSupported'), ...LOST, asking: PENDING };
const SECOND = 'InvalidOperationOnSecondaryVm';
const secondaryOf = (_: Stand, vm: Cell<Machine>) => ({ vm: (twinOf(vm) ?? vm).ref });

interface Row {
  readonly outcomes: Outcomes & Partial<Record<Twofold | Paired, string>>;
  readonly args?: (stand: Stand, vm: Cell<Machine>) => Readonly<Record<string, unknown>>;
}

const CLONE = { location: {}, powerOn: false, template: false };
const snapshot = { name: 'two', description: '', memory: false, quiesce: false };

const ROWS: Readonly<Record<string, Row>> = {
  // Power
  PowerOnVM_Task: {
    outcomes: { ...whileOff(), suspended: 'done', template: TEMPLATE, inaccessible: 'NoCompatibleHost' },
  },
  PowerOffVM_Task: { outcomes: { ...whileOn(), suspended: 'done', asking: PENDING } },
  ResetVM_Task: { outcomes: { ...whileOn(), asking: PENDING } },
  SuspendVM_Task: { outcomes: { ...whileOn(), asking: PENDING } },
  ShutdownGuest: { outcomes: { ...whileOn(), asking: PENDING } },
  RebootGuest: { outcomes: { ...whileOn(), asking: PENDING } },
  StandbyGuest: { outcomes: { ...whileOn(), asking: PENDING } },
  TerminateVM: { outcomes: whileOn() },
  AnswerVM: {
    outcomes: { ...every('InvalidArgument'), asking: 'done', secondary: 'InvalidArgument' },
    args: (_, vm) => ({ questionId: vm.state.question?.id ?? '_vmx1', answerChoice: '0' }),
  },

  // Console
  SendNMI: { outcomes: whileOn() },
  PutUsbScanCodes: { outcomes: whileOn(), args: () => ({ spec: { keyEvents: [{ usbHidCode: 0x40007 }] } }) },
  SetScreenResolution: {
    outcomes: { ...whileOn(), asking: PENDING },
    args: () => ({ width: 800, height: 600 }),
  },
  SetDisplayTopology: {
    outcomes: { ...whileOn(), asking: PENDING },
    args: () => ({ displays: [{ x: 0, y: 0, width: 800, height: 600 }] }),
  },
  CreateScreenshot_Task: { outcomes: { ...whileOn(), asking: PENDING, secondary: 'done' } },
  AcquireTicket: { outcomes: { ...whileOn(), secondary: 'done' }, args: () => ({ ticketType: 'webmks' }) },
  AcquireMksTicket: { outcomes: { ...whileOn(), secondary: 'done' } },
  QueryConnections: { outcomes: { ...every('done'), secondary: 'done' } },
  DropConnections: { outcomes: { ...whileOn(), secondary: 'done' } },

  // Configuration and upkeep
  ReconfigVM_Task: { outcomes: unasked, args: () => ({ spec: { annotation: 'said' } }) },
  ApplyEvcModeVM_Task: {
    outcomes: { ...whileOff(), template: TEMPLATE, asking: PENDING },
    args: () => ({ mask: [], completeMasks: true }),
  },
  UpgradeVM_Task: { outcomes: { ...whileOff(), asking: PENDING } },
  Rename_Task: { outcomes: unasked, args: (_, vm) => ({ newName: `${vm.state.name} renamed` }) },
  RefreshStorageInfo: { outcomes: { ...anyState, secondary: 'done' } },
  ResetGuestInformation: { outcomes: whileOff('InvalidState') },
  DefragmentAllDisks: { outcomes: { ...whileOff(), template: TEMPLATE } },
  RepairVmDiskChains_Task: { outcomes: { ...whileOff(), template: TEMPLATE, asking: PENDING } },

  // Snapshots
  CreateSnapshot_Task: { outcomes: { ...noTemplate, primary: PAIR }, args: () => snapshot },
  CreateSnapshotEx_Task: { outcomes: { ...noTemplate, primary: PAIR }, args: () => snapshot },
  RevertToCurrentSnapshot_Task: {
    outcomes: {
      ...every('NotFound'),
      snapshot: 'done',
      onWithSnapshot: 'done',
      suspendedWithSnapshot: 'done',
      templateWithSnapshot: TEMPLATE,
    },
  },
  RemoveAllSnapshots_Task: { outcomes: noTemplate },
  ConsolidateVMDisks_Task: { outcomes: noTemplate },
  EstimateStorageForConsolidateSnapshots_Task: { outcomes: { ...unasked, secondary: 'done' } },

  // Where it is, and whether
  Destroy_Task: { outcomes: { ...whileOff(), suspended: 'done', asking: PENDING } },
  UnregisterVM: { outcomes: { ...whileOff(), suspended: 'done', orphaned: 'done', inaccessible: 'done' } },
  MarkAsTemplate: { outcomes: { ...whileOff(), template: 'InvalidState', asking: PENDING } },
  MarkAsVirtualMachine: {
    outcomes: { ...every('InvalidState'), template: 'done', asking: PENDING, away: 'HostNotConnected' },
    args: (stand) => ({ pool: stand.at('Resources') }),
  },
  RelocateVM_Task: {
    outcomes: { ...unasked, primary: PAIR, secondary: PAIR },
    args: (stand) => ({ spec: { datastore: stand.at('LocalDS_1') } }),
  },
  CloneVM_Task: {
    outcomes: unasked,
    args: (stand, vm) => ({
      folder: stand.at('vm'),
      name: `${vm.state.name} copy`,
      spec: { ...CLONE, location: { pool: stand.at('Resources') } },
    }),
  },
  InstantClone_Task: {
    outcomes: { ...whileOn(), asking: PENDING, primary: PAIR },
    args: (_, vm) => ({ spec: { name: `${vm.state.name} twin`, location: {} } }),
  },

  MigrateVM_Task: {
    outcomes: { ...unasked, secondary: 'done' },
    args: (stand, vm) => ({ host: stand.otherHost(vm), priority: 'defaultPriority' }),
  },
  reloadVirtualMachineFromPath_Task: {
    outcomes: { ...whileOff(), orphaned: 'done', inaccessible: 'done' },
    args: (_, vm) => ({ configurationPath: `[LocalDS_0] ${vm.state.files.vmx.path}` }),
  },

  Reload: { outcomes: { ...every('done'), away: 'HostNotConnected', secondary: 'done' } },
  setCustomValue: {
    outcomes: { ...every('done'), secondary: 'done' },
    args: () => ({ key: Stand.FIELD, value: 'me' }),
  },
  QueryUnownedFiles: { outcomes: { ...unasked, secondary: 'done' } },
  QueryChangedDiskAreas: {
    outcomes: { ...every('FileFault'), ...LOST, asking: PENDING },
    args: () => ({ deviceKey: 2000, startOffset: 0, changeId: '*' }),
  },
  ExportVm: { outcomes: { ...whileOff(), suspended: 'done', asking: PENDING } },
  AttachDisk_Task: {
    outcomes: { ...every('NotFound'), ...LOST, asking: PENDING },
    args: (stand) => ({ diskId: { id: 'nobody' }, datastore: stand.at('LocalDS_1') }),
  },
  DetachDisk_Task: {
    outcomes: { ...every('NotFound'), ...LOST, asking: PENDING },
    args: () => ({ diskId: { id: 'nobody' } }),
  },
  PromoteDisks_Task: { outcomes: { ...unasked, suspended: POWER }, args: () => ({ unlink: true }) },

  // Run twice
  QueryFaultToleranceCompatibility: { outcomes: { ...unasked, secondary: 'done' } },
  QueryFaultToleranceCompatibilityEx: { outcomes: { ...unasked, secondary: 'done' } },
  CreateSecondaryVM_Task: { outcomes: { ...noHa, primary: 'VmFaultToleranceConfigIssue' } },
  CreateSecondaryVMEx_Task: { outcomes: { ...noHa, primary: 'VmFaultToleranceConfigIssue' } },
  TurnOffFaultToleranceForVM_Task: { outcomes: { ...neverTwice, primary: 'done' } },
  MakePrimaryVM_Task: { outcomes: { ...neverTwice, primary: 'done' }, args: secondaryOf },
  TerminateFaultTolerantVM_Task: { outcomes: { ...neverTwice, primary: 'done' } },
  DisableSecondaryVM_Task: { outcomes: { ...neverTwice, primary: 'done' }, args: secondaryOf },
  EnableSecondaryVM_Task: { outcomes: { ...neverTwice, primary: 'SecondaryVmAlreadyEnabled' }, args: secondaryOf },

  // Recorded, locked: no machine here is
  StartRecording_Task: { outcomes: { ...every(NO_RECORDS), ...LOST, asking: PENDING }, args: () => ({ name: 'r' }) },
  StopRecording_Task: { outcomes: neverTwice },
  StartReplaying_Task: { outcomes: { ...every(NO_RECORDS), ...LOST, asking: PENDING } },
  StopReplaying_Task: { outcomes: neverTwice },
  CryptoUnlock_Task: { outcomes: neverTwice },

  // The guest
  ExtractOvfEnvironment: { outcomes: { ...whileOn('InvalidState'), template: 'InvalidState', asking: PENDING } },
  CheckCustomizationSpec: { outcomes: { ...every('done'), secondary: 'done' }, args: () => ({ spec: IDENTITY }) },
  MountToolsInstaller: { outcomes: { ...whileOn(), on: 'VmConfigFault', asking: PENDING } },
  UnmountToolsInstaller: { outcomes: { ...whileOn(), on: 'InvalidState', asking: PENDING } },
  UpgradeTools_Task: { outcomes: { ...whileOn(), on: 'VmToolsUpgradeFault', asking: PENDING } },
  CustomizeVM_Task: {
    outcomes: { ...whileOff(), template: TEMPLATE, awayAsTemplate: TEMPLATE, asking: PENDING },
    args: () => ({ spec: IDENTITY }),
  },
};

const ALL = [...STATES, ...(Object.keys(TWOFOLD) as Twofold[]), ...PAIRED];
const expected = ({ outcomes }: Row): Readonly<Record<string, string>> =>
  Object.fromEntries(
    ALL.map((s) => {
      const usual = s === 'primary' ? outcomes.on : s === 'secondary' ? SECOND : outcomes[TWOFOLD[s as Twofold]];
      return [s, outcomes[s] ?? usual];
    }),
  );

const stands = new Map<string, Promise<Stand>>();
const standIn = (state: string): Promise<Stand> => {
  const made = stands.get(state) ?? Stand.in(state, Object.keys(ROWS).length);
  stands.set(state, made);
  return made;
};
afterAll(async () => {
  for (const stand of stands.values()) (await stand).simulation.close();
});

describe('in each state a machine can stand in', () => {
  it.each(Object.entries(ROWS))('%s does or refuses what vCenter does', async (method, row) => {
    const told: Record<string, string> = {};
    for (const state of ALL) {
      const stand = await standIn(state);
      const vm = stand.next();
      told[state] = await stand.outcome(vm, method, row.args?.(stand, vm));
    }
    expect(told).toEqual(expected(row));
  });

  it('the table has every method of the API, those of all entities included, and all are built', () => {
    const { schema } = registry.model;
    const isMachines = (type: string) => schema.isManaged('VirtualMachine', type);
    const all = [...registry.all()].filter((row) => isMachines(row.type));
    expect(all.map((row) => row.method.name).sort()).toEqual(Object.keys(ROWS).sort());
    expect(all.filter((row) => !row.built).map((row) => row.method.name)).toEqual([]);
    const tried = `${all.length} methods of a machine in ${ALL.length} states each: ${all.length * ALL.length} outcomes`;
    process.stdout.write(`${tried}\n`);
    expect(tried).toBe('69 methods of a machine in 16 states each: 1104 outcomes');
  });
});
