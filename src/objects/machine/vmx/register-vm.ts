/** RegisterVM_Task and RegisterChildVM_Task: a machine comes onto the inventory from the .vmx on a datastore. */
import type { Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { invalidArgument, notSupported, VimFault } from '../../../world/fault.ts';
import type { Verb } from '../../../world/tasks.ts';
import { verb } from '../../managed-object.ts';
import type { Site } from '../../site.ts';
import { tellAddresses, tellHeld, tellUuids } from '../config/conflicts.ts';
import { datastoreNamed, follow, ownerOf, parseDatastorePath } from '../config/surroundings.ts';
import { fileKey } from '../device/device.ts';
import { filesAs } from '../files.ts';
import type { Machine } from '../machine.ts';
import { machineName } from '../naming.ts';
import { hostForNew } from '../power/demand.ts';
import { askedHost } from '../power/power.ts';
import { snapshotKind } from '../snapshot/snapshot.ts';
import { vmKind } from '../virtual-machine.ts';
import { tell, type Vm, type Work } from '../work.ts';
import { claim, type Found, foundMachine } from './vmx-found.ts';

export interface Registration {
  readonly path: string;
  readonly name?: string | undefined;
  readonly asTemplate: boolean;
  readonly pool?: Ref | undefined;
  readonly host?: Ref | undefined;
}

interface Plan {
  readonly found: Found;
  readonly machine: Machine;
}

function plan({ site, request, args }: Work<Registration>, id: string): Plan {
  const { world } = site;
  const target = world.find(request.target.value);
  if (!target) throw new VimFault('ManagedObjectNotFound', { obj: request.target });
  const vApp = target.is('VirtualApp') ? target : undefined;
  const folder = target.is('Folder') ? target : undefined;
  if (!folder && !vApp) throw notSupported();
  if (folder && !holdsMachines(folder)) throw new VimFault('InvalidFolder', { target: folder.ref });
  const pool = vApp ?? (args.pool && world.find(args.pool.value));
  const asked = askedHost(site, args.host);
  guardPlace(args, pool, asked as Cell | undefined);
  const owner = ownerOf(pool) ?? follow(asked, 'parent');
  const { datastore, path } = parseDatastorePath(args.path);
  const vmx = { datastore: datastoreNamed(owner, datastore, args.path).id, path };
  if (world.lookup.get('vmPathName', fileKey(vmx)).size > 0) throw new VimFault('AlreadyExists', { name: args.path });
  const found = foundMachine(site, owner, vmx, id);
  const machine = placed(found.machine, args, {
    name: machineName(folder ?? vApp, args.name || found.machine.name),
    parent: folder?.id,
    host: hostForNew(owner, asked, found.machine).id,
    pool: args.asTemplate ? undefined : pool?.id,
    vApp: vApp?.id ?? (pool?.is('VirtualApp') ? pool.id : undefined),
  });
  return { found, machine: unique(site, machine, id) };
}

function holdsMachines(folder: Cell): boolean {
  const types = folder.get('childType') as readonly string[] | undefined;
  return types?.includes('VirtualMachine') ?? true;
}

/** A machine needs a pool; a template needs none, but a host. */
function guardPlace(args: Registration, pool: Cell | undefined, host: Cell | undefined): void {
  if (!args.asTemplate && !pool) throw invalidArgument('pool');
  if (args.asTemplate && !pool && !host) throw invalidArgument('host');
}

interface Placing {
  readonly name: string;
  readonly parent: string | undefined;
  readonly host: string;
  readonly pool: string | undefined;
  readonly vApp: string | undefined;
}

/** What vCenter said of the machine it forgot when it went: permissions, custom values, its status. */
function placed(found: Found['machine'], { asTemplate }: Registration, { name, parent, ...where }: Placing): Machine {
  const {
    permissions: _permissions,
    customValues: _values,
    status: _status,
    lost: _lost,
    question: _,
    ...kept
  } = found;
  const { template: _template, ...config } = kept.config;
  return {
    ...kept,
    name,
    parent: where.vApp === undefined ? parent : undefined,
    config: asTemplate ? Object.freeze({ ...config, template: true }) : Object.freeze(config),
    files: filesAs(kept.files, asTemplate ? 'template' : 'machine'),
    place: Object.freeze(where),
  };
}

/** No two machines of a vCenter have one instance uuid: the one that comes later gets another. */
function unique(site: Site, machine: Machine, id: string): Machine {
  const { instanceUuid } = machine.identity;
  if (site.world.lookup.get('instanceUuid', instanceUuid).size === 0) return machine;
  return {
    ...machine,
    identity: Object.freeze({ ...machine.identity, instanceUuid: site.ids.instanceUuid(`${id}/again`) }),
  };
}

function registerSteps(name: string): Verb<Site, never> {
  return verb<Registration>({
    name,
    descriptionId: 'Folder.registerVm',
    exclusive: false,
    steps: {
      begin(step) {
        const id = step.site.world.numbers.id('vm');
        plan(step, id);
        return { next: 'finish', after: step.site.latency.duration('Folder.registerVm'), state: id };
      },
      finish(step) {
        const { found, machine } = plan(step, step.state as string);
        claim(step.site, found);
        const vm = step.site.world.create(vmKind, machine, step.state as string);
        for (const { id } of machine.snapshots?.list ?? []) step.site.world.create(snapshotKind, { vm: vm.id }, id);
        report(step as Work<never>, vm, found);
        return { done: true, result: vm.ref };
      },
    },
  });
}

/** What vCenter had to give the machine beside its registration. */
function report(step: Work<never>, vm: Vm, { machine: before, left, gave }: Found): void {
  tell(step, vm, 'VmRegisteredEvent');
  const { instanceUuid, uuid } = vm.state.identity;
  const oldInstanceUuid = before.identity.instanceUuid;
  if (gave.instanceUuid) tell(step, vm, 'VmInstanceUuidAssignedEvent', { instanceUuid });
  else if (instanceUuid !== oldInstanceUuid) {
    tellHeld(step, vm, oldInstanceUuid);
    tell(step, vm, 'VmInstanceUuidChangedEvent', { oldInstanceUuid, newInstanceUuid: instanceUuid });
  }
  if (gave.uuid) tell(step, vm, 'VmUuidAssignedEvent', { uuid });
  tellUuids(step, vm, undefined);
  tellAddresses(step, vm, left ? vm.state.devices : []);
}

export const registerVerb: Verb<Site, never> = registerSteps('Folder.registerVm');
export const registerChildVerb: Verb<Site, never> = registerSteps('ResourcePool.registerVm');
