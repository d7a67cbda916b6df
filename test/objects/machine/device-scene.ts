/** A machine met through the endpoint, and the device specs that tests ask of it. */
import type { Ref } from '../../../src/client/index.ts';
import { type Answer, Endpoint, type Fault } from '../endpoint.ts';

export interface Scene extends AsyncDisposable {
  readonly ep: Endpoint;
  readonly vm: Ref;
  /** Reconfigures the machine with a spec. */
  change(spec: object): Promise<void>;
  /** Reconfigures its devices. */
  devices(...deviceChange: object[]): Promise<void>;
  /** The fault that a change of devices ends with. */
  refused(...deviceChange: object[]): Promise<Fault>;
  all(): Promise<Answer[]>;
  of(type: string): Promise<Answer[]>;
}

/** A machine of a hardware version with a SCSI controller and nothing else of its own. */
export async function scene(version: string = 'vmx-21', more: object = {}): Promise<Scene> {
  const ep = await Endpoint.open();
  const pool = await ep.read(await ep.at('DC0/host/DC0_C0'), 'resourcePool');
  const config = {
    name: 'scene',
    version,
    guestId: 'otherGuest64',
    files: { vmPathName: '[LocalDS_0]' },
    deviceChange: [add(scsi(-1))],
    ...more,
  };
  const vm = await ep.run(await ep.at('DC0/vm'), 'CreateVM_Task', { config, pool });
  const all = async () => (await ep.read(vm, 'config.hardware.device')) as Answer[];
  return {
    ep,
    vm,
    all,
    change: (spec) => ep.run(vm, 'ReconfigVM_Task', { spec }),
    devices: (...deviceChange) => ep.run(vm, 'ReconfigVM_Task', { spec: { deviceChange } }),
    refused: (...deviceChange) => ep.fault(vm, 'ReconfigVM_Task', { spec: { deviceChange } }),
    of: async (type) => (await all()).filter((d) => d._typeName === type),
    [Symbol.asyncDispose]: () => ep[Symbol.asyncDispose](),
  };
}

export const add = (device: object, fileOperation?: string): object => ({
  operation: 'add',
  ...(fileOperation && { fileOperation }),
  device,
});
export const edit = (device: object): object => ({ operation: 'edit', device });
export const remove = (device: object, fileOperation?: string): object => ({
  operation: 'remove',
  ...(fileOperation && { fileOperation }),
  device,
});

export const scsi = (key: number, type = 'VirtualLsiLogicController', busNumber = 0): object => ({
  _typeName: type,
  key,
  busNumber,
  sharedBus: 'noSharing',
});

export const flat = (more: object = {}): object => ({
  _typeName: 'VirtualDiskFlatVer2BackingInfo',
  fileName: '',
  diskMode: 'persistent',
  ...more,
});

export const disk = (more: object = {}): object =>
  add(
    { _typeName: 'VirtualDisk', key: -2, controllerKey: 1000, capacityInKB: 4096, backing: flat(), ...more },
    'create',
  );

export const card = (more: object = {}): object => ({
  _typeName: 'VirtualVmxnet3',
  key: -3,
  backing: { _typeName: 'VirtualEthernetCardNetworkBackingInfo', deviceName: 'VM Network' },
  ...more,
});
