/** The secondary of a machine before it is there: its files beside nobody's, its disks copies of the primary's. */
import type { FaultToleranceConfigSpec } from '../../../vim25/generated/index.ts';
import type { Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { invalidArgument, VimFault } from '../../../world/fault.ts';
import type { Host } from '../../compute/host/host.ts';
import { datacenterOf } from '../../inventory/place.ts';
import type { Site } from '../../site.ts';
import { follow, ownerOf } from '../config/surroundings.ts';
import { copiedDevices } from '../copy/clone-disks.ts';
import { type Device, isDisk } from '../device/device.ts';
import { guardSpace } from '../disk-room.ts';
import { home, stem } from '../files.ts';
import { type Config, type FileAt, type Machine, POWERED_OFF } from '../machine.ts';
import { freeVmx } from '../naming.ts';
import { hostForSecondary } from './secondary-host.ts';

type Vm = Cell<Machine>;

/** What a client may say of a secondary, and of where it is to be. */
export interface Asked {
  readonly spec?: FaultToleranceConfigSpec | undefined;
  readonly host?: Cell<Host> | undefined;
}

export interface SecondaryPlan {
  readonly machine: Machine;
  readonly host: Cell<Host>;
  readonly metaData: FileAt;
}

/** Throws what keeps the secondary from being made. */
export function secondaryPlan(site: Site, primary: Vm, id: string, { spec, host: asked }: Asked): SecondaryPlan {
  const { state } = primary;
  const said = spec?.secondaryVmSpec;
  const owner = primary.one<Host>('host')?.one('parent');
  const datastore = seen(owner, said?.vmConfig, 'spec.secondaryVmSpec.vmConfig') ?? state.files.vmx.datastore;
  const files = Object.freeze({ vmx: freeVmx(site, datastore, state.name, state.name) });
  const disk = (said?.disks ?? []).map((d, i) => {
    const path = `spec.secondaryVmSpec.disks[${i}]`;
    const own = state.devices.find((device) => isDisk(device) && device.key === d.disk.key);
    if (!own) throw invalidArgument(`${path}.disk`);
    return { diskId: own.key, datastore: { type: 'Datastore', value: seen(owner, d.datastore, `${path}.datastore`)! } };
  });
  const location = { datastore: { type: 'Datastore', value: datastore }, disk } as never;
  const setting = { site, owner, files, id, machine: undefined, config: state.config };
  const devices = likeness(state.devices, copiedDevices(setting, state.devices, location));
  const config = reserved(state.config);
  const host = hostForSecondary(
    { primary, secondary: { config, devices, files }, starts: state.power.state === 'poweredOn' },
    asked,
  );
  const machine: Machine = {
    name: state.name,
    parent: folderFor(primary)?.id,
    identity: Object.freeze({
      ...state.identity,
      instanceUuid: site.ids.instanceUuid(id),
      createDate: site.clock.now(),
      changed: site.clock.now(),
    }),
    config,
    devices,
    place: Object.freeze({ host: host.id, pool: poolFor(primary)?.id }),
    power: POWERED_OFF,
    files,
    primary: primary.id,
    policy: state.policy,
  };
  guardSpace(site.world, undefined, machine);
  return { machine, host, metaData: metaDataOf(owner, primary, spec) };
}

/** To its guest the secondary is the primary: the addresses of its cards and the identities of its disks are the same. */
function likeness(primary: readonly Device[], copies: readonly Device[]): readonly Device[] {
  const alike = copies.map((copy) => {
    const own = primary.find(({ key }) => key === copy.key);
    if (own?.macAddress !== undefined) {
      return Object.freeze({ ...copy, macAddress: own.macAddress, addressType: own.addressType });
    }
    if (!isDisk(copy) || !own?.backing || !copy.backing) return copy;
    const backing = Object.freeze({ ...copy.backing, uuid: own.backing['uuid'] });
    return Object.freeze({ ...copy, backing });
  });
  return Object.freeze(alike as Device[]);
}

/** All of its memory is reserved and none of it limited, as long as it is run twice and after that. */
export function reserved(config: Config): Config {
  const memory = Object.freeze({ ...config.memory, limit: -1, reservation: config.memoryMB });
  return Object.freeze({ ...config, memory });
}

/** The id of a datastore that the cluster's hosts see. */
function seen(owner: Cell | undefined, ref: Ref | undefined, path: string): string | undefined {
  if (!ref) return undefined;
  const known = (owner?.get('datastore') ?? []) as readonly Ref[];
  if (!owner?.world.find(ref.value)) throw new VimFault('ManagedObjectNotFound', { obj: ref });
  if (!known.some(({ value }) => value === ref.value)) throw invalidArgument(path);
  return ref.value;
}

function metaDataOf(owner: Cell | undefined, { state }: Vm, spec: FaultToleranceConfigSpec | undefined): FileAt {
  const own = home(state.files);
  const datastore = seen(owner, spec?.metaDataPath?.metaDataDatastore, 'spec.metaDataPath.metaDataDatastore');
  const file = `${stem(state.files)}-${state.identity.instanceUuid.slice(0, 8)}.ftcfg`;
  return Object.freeze({ datastore: datastore ?? own.datastore, path: own.path === '' ? file : `${own.path}/${file}` });
}

/** A secondary is in no vApp: what starts and stops its primary does so with it. */
function folderFor(primary: Vm): Cell | undefined {
  return primary.one('parent') ?? follow(datacenterOf(primary as unknown as Cell), 'vmFolder');
}

function poolFor(primary: Vm): Cell | undefined {
  const pool = primary.one('pool');
  return pool?.is('VirtualApp') ? follow(ownerOf(pool), 'resourcePool') : pool;
}
