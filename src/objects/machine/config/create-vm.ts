/** Machines made from a ConfigSpec: CreateVM_Task of a folder, CreateChildVM_Task of a vApp. */

import { parseTime } from '../../../kernel/time.ts';
import type { VirtualMachineConfigSpec } from '../../../vim25/generated/index.ts';
import type { Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { invalidArgument, VimFault } from '../../../world/fault.ts';
import type { Verb } from '../../../world/tasks.ts';
import type { Host } from '../../compute/host/host.ts';
import { post } from '../../history/post.ts';
import { verb } from '../../managed-object.ts';
import { withPolicies } from '../../policy/apply.ts';
import type { Site } from '../../site.ts';
import { defaultDevices } from '../device/default-devices.ts';
import { changeDevices } from '../device/device-change.ts';
import type { Changed } from '../device/device-setting.ts';
import { guardSpace } from '../disk-room.ts';
import { type Machine, POWERED_OFF } from '../machine.ts';
import { machineName, vmxFor } from '../naming.ts';
import { withOutside } from '../outside.ts';
import { hostForNew } from '../power/demand.ts';
import { askedHost } from '../power/power.ts';
import { vmKind } from '../virtual-machine.ts';
import { tell, type Vm, type Work } from '../work.ts';
import { withBootOrder } from './boot-order.ts';
import { configured, freshConfig } from './config-spec.ts';
import { holderOf, tellAddresses, tellHeld, tellUuids } from './conflicts.ts';
import { hardwareOf, isHardware } from './hardware-version.ts';
import { filed, settle } from './reconfigure.ts';
import { ownerOf } from './surroundings.ts';
import { usualHardware } from './usual-hardware.ts';

export interface Creation {
  readonly config: VirtualMachineConfigSpec;
  readonly pool: Ref;
  readonly host?: Ref | undefined;
}

interface Plan {
  readonly machine: Machine;
  readonly changed: Changed;
}

/** The folder, or the vApp that stands for one. */
function homeOf(step: Work<Creation>): { readonly folder?: Cell; readonly vApp?: Cell } {
  const target = step.site.world.find(step.request.target.value);
  if (!target) throw new VimFault('ManagedObjectNotFound', { obj: step.request.target });
  return target.is('Folder') ? { folder: target } : target.is('VirtualApp') ? { vApp: target } : {};
}

/** All guards; throws what keeps the machine from being made. */
export function plan(step: Work<Creation>, id: string): Plan {
  const { site, args } = step;
  const { folder, vApp } = homeOf(step);
  if (!folder && !vApp) throw new VimFault('NotSupported');
  if (folder && !childTypes(folder).includes('VirtualMachine'))
    throw new VimFault('InvalidFolder', { target: folder.ref });
  const pool = site.world.find(args.pool.value);
  const owner = ownerOf(pool);
  if (!pool || !owner) throw invalidArgument('pool');
  const spec = args.config;
  const name = machineName(folder ?? vApp, spec.name);
  const path = spec.files?.vmPathName;
  if (path === undefined || path === '')
    throw new VimFault('InvalidVmConfig', { property: 'configSpec.files.vmPathName' });
  const sized = configured(site, freshConfig(site, versionFor(site, owner, folder, spec)), spec);
  const files = filed(owner, Object.freeze({ vmx: vmxFor(site, owner, path, name) }), spec);
  const setting = { site, owner, files, id, machine: undefined, config: sized };
  const changed = changeDevices(setting, defaultDevices(sized.version), spec.deviceChange ?? []);
  const config = withBootOrder(sized, changed.devices, spec);
  const host = hostForNew(owner, askedHost(site, args.host), { config, files, devices: changed.devices });
  const inVApp = pool.is('VirtualApp') ? pool.id : undefined;
  const machine: Machine = {
    name,
    parent: inVApp === undefined ? folder?.id : undefined,
    identity: Object.freeze(identity(site, id, spec)),
    config,
    devices: changed.devices,
    place: Object.freeze({ host: host.id, pool: pool.id, vApp: inVApp }),
    power: POWERED_OFF,
    files,
  };
  guardSpace(site.world, undefined, machine);
  const policies = { home: spec.vmProfile, changes: spec.deviceChange, added: changed.added, fresh: true };
  return { machine: withPolicies(site.world, withOutside(site, machine, spec.extraConfig), policies), changed };
}

/**
 * The hardware version that is asked for, else the default of the compute resource or the datacenter, else the latest.
 * Versions too old to be made anew are refused.
 */
function versionFor(site: Site, owner: Cell, folder: Cell | undefined, { version }: VirtualMachineConfigSpec): string {
  if (version) {
    if (isHardware(site, version) && !hardwareOf(version).creates) throw invalidArgument('configSpec.version');
    return version;
  }
  return usualHardware(site, owner, folder);
}

function childTypes(folder: Cell): readonly string[] {
  return (folder.get('childType') as readonly string[] | undefined) ?? ['VirtualMachine'];
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Given uuids are kept; what is not given follows from the seed and the new id. */
export function identity(
  site: Site,
  id: string,
  spec: VirtualMachineConfigSpec = {} as VirtualMachineConfigSpec,
): Machine['identity'] {
  const now = site.clock.now();
  const told = (given: string | undefined, path: string) => {
    if (given === undefined || given === '') return undefined;
    if (!UUID.test(given)) throw invalidArgument(path);
    return given.toLowerCase();
  };
  const asked = told(spec.instanceUuid, 'configSpec.instanceUuid');
  const created = spec.createDate === undefined ? now : parseTime(spec.createDate);
  return {
    uuid: told(spec.uuid, 'configSpec.uuid') ?? site.ids.biosUuid(id),
    // One that another machine has is not given twice.
    instanceUuid: asked && !holderOf(site, asked) ? asked : site.ids.instanceUuid(id),
    locationId: spec.locationId,
    createDate: Number.isNaN(created) ? now : created,
    changed: now,
  };
}

function createVerb(name: string): Verb<Site, never> {
  return verb<Creation>({
    name,
    descriptionId: name,
    // Many machines may be made in one folder at a time.
    exclusive: false,
    steps: {
      begin(step) {
        const id = step.site.world.numbers.id('vm');
        announce(step, id, plan(step, id).machine);
        return { next: 'finish', after: step.site.latency.duration(name), state: id };
      },
      finish(step) {
        return { done: true, result: made(step, step.state as string).ref };
      },
    },
  });
}

/** Makes the machine under an id that was announced, and tells of it. Inside a turn. */
export function made(step: Work<Creation>, id: string): Vm {
  const { machine, changed } = plan(step, id);
  const vm = step.site.world.create(vmKind, machine, id);
  settle(step.site, vm, changed);
  tellHeld(step, vm, step.args.config.instanceUuid);
  tellNew(step, vm);
  tell(step, vm, 'VmCreatedEvent');
  return vm;
}

/** The event names a machine that is not there yet. */
export function announce(step: Work<Creation>, id: string, machine: Machine): void {
  const host = step.site.world.find(machine.place.host!) as Cell<Host>;
  const vm = { _typeName: 'VmEventArgument', name: machine.name, vm: { type: 'VirtualMachine', value: id } };
  const about = { entity: host as unknown as Cell, chainId: step.request.eventChainId };
  post(
    step.site,
    step.request.user,
    'VmBeingCreatedEvent',
    { vm, template: false, configSpec: step.args.config },
    about,
  );
}

/** What vCenter gave the new machine: uuids and addresses. */
export function tellNew(step: Work<never> | Work, vm: Vm): void {
  const { identity: made } = vm.state;
  tell(step, vm, 'VmInstanceUuidAssignedEvent', { instanceUuid: made.instanceUuid });
  tell(step, vm, 'VmUuidAssignedEvent', { uuid: made.uuid });
  tellUuids(step, vm, undefined);
  tellAddresses(step, vm, []);
}

export const createVerbs: readonly Verb<Site, never>[] = [
  createVerb('Folder.createVm'),
  createVerb('ResourcePool.createVm'),
];
