/** Network cards that come and go while an instance stays. */
import type { Ref } from '../client/index.ts';
import { SimError } from '../kernel/errors.ts';
import type { VirtualDeviceConfigSpec, VirtualEthernetCard } from '../vim25/index.ts';
import { devicesOf, nicsOf } from './devices.ts';
import type { Quota } from './flavor.ts';
import { networkBacking } from './networks.ts';
import { nicSpec } from './nic-spec.ts';
import { record, records } from './records.ts';
import type { NetworkRequest } from './spawn-request.ts';
import type { Surroundings } from './surroundings.ts';
import { runTask, type WorkOptions } from './work.ts';

type Machine = Ref<'VirtualMachine'>;

export interface InterfaceRequest extends NetworkRequest {
  /** In Mbit/s. */
  readonly quota?: Quota | undefined;
}

/** An interface by its MAC address, by the network's own id of its port, or by both. */
export interface InterfaceName {
  readonly macAddress?: string | undefined;
  readonly portId?: string | undefined;
}

export interface AttachedInterface {
  readonly macAddress: string;
  readonly portId: string | undefined;
}

const NEW_NIC = -47;
/** What nova writes into a slot whose interface has gone. */
const FREE = 'free';

/**
 * Adds a NIC to an instance that runs or not. Asked for again by the same MAC address or port, it is the same NIC. One
 * after the other for each instance: slots are counted.
 */
export function attachInterface(
  surroundings: Surroundings,
  vm: Machine,
  request: InterfaceRequest,
  work: WorkOptions,
): Promise<AttachedInterface> {
  return surroundings.turns.take(`interfaces of ${vm.value}`, () => plug(surroundings, vm, request, work));
}

async function plug(
  surroundings: Surroundings,
  vm: Machine,
  request: InterfaceRequest,
  work: WorkOptions,
): Promise<AttachedInterface> {
  const { network, macAddress, portId, quota, vifModel: model = surroundings.options.vifModel } = request;
  const before = nicsOf(await devicesOf(surroundings, vm));
  const slots = await slotsOf(surroundings, vm);
  const there = macAddress === undefined ? undefined : byMac(before, macAddress);
  if (there) return { macAddress: there.macAddress ?? '', portId };
  if (portId !== undefined && slots.some((slot) => slot.port === portId)) {
    throw new SimError('ERR_USAGE', `the instance has an interface of port '${portId}'`, { hint: 'detach it first' });
  }
  const backing = await networkBacking(surroundings, network);
  const slot = slots.find(({ port }) => port === FREE)?.index ?? slots.length;
  const spec = {
    deviceChange: [nicSpec({ backing, model, macAddress, quota }, NEW_NIC)],
    extraConfig: portId === undefined ? [] : [record(keyOf(slot), portId)],
  };
  await runTask(surroundings, vm, 'ReconfigVM_Task', { spec }, work, 'attach interface');
  const known = new Set(before.map(({ key }) => key));
  const made = nicsOf(await devicesOf(surroundings, vm)).find(({ key }) => !known.has(key));
  if (!made) throw new SimError('ERR_CLIENT', 'the server has added no interface');
  return { macAddress: made.macAddress ?? '', portId };
}

/** Takes a NIC out. One that is not there is as good. */
export function detachInterface(
  surroundings: Surroundings,
  vm: Machine,
  name: InterfaceName,
  work: WorkOptions,
): Promise<void> {
  return surroundings.turns.take(`interfaces of ${vm.value}`, () => unplug(surroundings, vm, name, work));
}

async function unplug(
  surroundings: Surroundings,
  vm: Machine,
  { macAddress, portId }: InterfaceName,
  work: WorkOptions,
): Promise<void> {
  if (macAddress === undefined && portId === undefined) {
    throw new SimError('ERR_USAGE', 'say which interface: by macAddress or portId');
  }
  const nics = nicsOf(await devicesOf(surroundings, vm));
  const slots = await slotsOf(surroundings, vm);
  const slot = slots.find(({ port }) => portId !== undefined && port === portId);
  const card = macAddress === undefined ? byPort(nics, portId) : byMac(nics, macAddress);
  if (!card && macAddress === undefined && slot) {
    throw new SimError('ERR_CLIENT', `which NIC port '${portId}' has is not noted`, {
      hint: 'say its macAddress, too',
    });
  }
  const deviceChange: VirtualDeviceConfigSpec[] = card ? [{ operation: 'remove', device: card }] : [];
  const extraConfig = slot ? [record(keyOf(slot.index), FREE)] : [];
  if (deviceChange.length + extraConfig.length === 0) return;
  await runTask(surroundings, vm, 'ReconfigVM_Task', { spec: { deviceChange, extraConfig } }, work, 'detach interface');
}

function byMac(nics: readonly VirtualEthernetCard[], macAddress: string): VirtualEthernetCard | undefined {
  return nics.find((card) => card.macAddress?.toLowerCase() === macAddress.toLowerCase());
}

/** A card on NSX carries its port's id. */
function byPort(nics: readonly VirtualEthernetCard[], portId: string | undefined): VirtualEthernetCard | undefined {
  return portId === undefined ? undefined : nics.find(({ externalId }) => externalId === portId);
}

interface Slot {
  readonly index: number;
  readonly port: string;
}

/** The ports in the instance's slots, first to last. */
async function slotsOf(surroundings: Surroundings, vm: Machine): Promise<Slot[]> {
  const noted = await records(surroundings, vm);
  const slots: Slot[] = [];
  for (let index = 0; noted.has(keyOf(index)); index++) slots.push({ index, port: noted.get(keyOf(index))! });
  return slots;
}

function keyOf(index: number): string {
  return `nvp.iface-id.${index}`;
}
