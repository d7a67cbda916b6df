/** CloneVM_Task: a machine made after another, its disks copied or linked. */
import type { VirtualMachineCloneSpec } from '../../../vim25/generated/index.ts';
import type { Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { invalidArgument, notSupported, VimFault } from '../../../world/fault.ts';
import type { Verb } from '../../../world/tasks.ts';
import type { Host } from '../../compute/host/host.ts';
import { checkCustomization, customize } from '../../customization/apply.ts';
import { copiedSystem } from '../../guest/system.ts';
import { type MethodsOf, verb } from '../../managed-object.ts';
import { withPolicies } from '../../policy/apply.ts';
import type { Site } from '../../site.ts';
import { withBootOrder } from '../config/boot-order.ts';
import { configured } from '../config/config-spec.ts';
import { tellHeld } from '../config/conflicts.ts';
import { identity, tellNew } from '../config/create-vm.ts';
import { settle } from '../config/reconfigure.ts';
import { ownerOf } from '../config/surroundings.ts';
import { changeDevices } from '../device/device-change.ts';
import type { Changed } from '../device/device-setting.ts';
import { guardSpace } from '../disk-room.ts';
import { filesAs } from '../files.ts';
import { type Inside, type Machine, POWERED_OFF } from '../machine.ts';
import { freeVmx, machineName } from '../naming.ts';
import { withOutside } from '../outside.ts';
import { hostForNew, hostToStart } from '../power/demand.ts';
import { askedHost, start, tellPoweredOn } from '../power/power.ts';
import { snapshotNamed } from '../snapshot/snapshot-tree.ts';
import { vmKind } from '../virtual-machine.ts';
import { machineOf, tell, type Vm, type Work } from '../work.ts';
import { copiedDevices, guardLocators } from './clone-disks.ts';
import { announceClone, tellCloned, tellCloneFailed } from './clone-events.ts';

export interface Cloning {
  readonly folder: Ref;
  readonly name: string;
  readonly spec: VirtualMachineCloneSpec;
}

interface Plan {
  readonly machine: Machine;
  readonly changed: Changed | undefined;
}

interface Source extends Pick<Machine, 'config' | 'devices'> {
  readonly inside: Inside;
}

/** What is copied: the machine as it is, or as a snapshot keeps it. */
function sourceOf(vm: Vm, spec: VirtualMachineCloneSpec): Source {
  const { config, devices } = vm.state;
  if (!spec.snapshot) return { config, devices, inside: vm.state };
  const snapshot = snapshotNamed(vm.state.snapshots, spec.snapshot.value);
  if (!snapshot) throw invalidArgument('spec.snapshot');
  const { saved } = snapshot;
  return { config: saved.config, devices: saved.devices, inside: saved.inside ?? vm.state };
}

/** Where the clone goes: a template into no pool, a machine into the one given, or its source's. */
interface Home {
  readonly folder: Cell;
  readonly pool: Cell | undefined;
  readonly owner: Cell | undefined;
}

type Asked = Pick<Work<Cloning>, 'site' | 'args'>;

function homeFor({ site, args }: Asked, vm: Vm): Home {
  const { location, template } = args.spec;
  const folder = site.world.find(args.folder.value);
  if (!folder) throw new VimFault('ManagedObjectNotFound', { obj: args.folder });
  const types = folder.get('childType') as readonly string[] | undefined;
  if (types && !types.includes('VirtualMachine')) throw new VimFault('InvalidFolder', { target: folder.ref });
  const pool = location.pool ? site.world.find(location.pool.value) : vm.one('pool');
  for (const ref of [location.pool, location.datastore]) {
    if (ref && !site.world.find(ref.value)) throw new VimFault('ManagedObjectNotFound', { obj: ref });
  }
  if (!pool && !template) throw invalidArgument('spec.location.pool');
  const asked = askedHost(site, location.host);
  const owner = ownerOf(pool) ?? (asked ?? vm.one<Host>('host'))?.one('parent');
  // A template asks for no pool: a host of another compute resource takes it there.
  return { folder, pool, owner: template && asked ? asked.one('parent') : owner };
}

/** The clone under an id. Throws what keeps it from being made. */
export function clonePlan(step: Asked, vm: Vm, id: string): Plan {
  const { site, args } = step;
  const { spec } = args;
  if (spec.template && spec.powerOn) throw invalidArgument('spec.powerOn');
  if (spec.memory) throw notSupported();
  const { folder, pool, owner } = homeFor(step, vm);
  const vApp = !spec.template && pool?.is('VirtualApp') ? pool : undefined;
  const name = machineName(vApp ?? folder, args.name);
  const source = sourceOf(vm, spec);
  guardLocators(source.devices, spec.location, spec.snapshot !== undefined);
  const datastore = spec.location.datastore?.value ?? vm.state.files.vmx.datastore;
  const own = Object.freeze({ vmx: freeVmx(site, datastore, name, name) });
  const files = filesAs(own, spec.template ? 'template' : 'machine');
  const { template: _template, memoryAtBoot: _memory, ...bare } = source.config;
  const sized = spec.config ? configured(site, bare, spec.config) : bare;
  const setting = { site, owner, files, id, machine: undefined, config: sized };
  const copies = copiedDevices(setting, source.devices, spec.location);
  const changes = [...(spec.location.deviceChange ?? []), ...(spec.config?.deviceChange ?? [])];
  const changed = changes.length > 0 ? changeDevices(setting, copies, changes) : undefined;
  const devices = changed?.devices ?? copies;
  const config = spec.config ? withBootOrder(sized, devices, spec.config) : sized;
  const made = { config, devices, files };
  const host = hostForNew(owner, askedHost(site, spec.location.host), made, {
    starts: spec.powerOn,
    current: spec.location.pool ? undefined : vm.one<Host>('host'),
    path: 'spec.location.host',
  });
  const machine: Machine = {
    name,
    parent: vApp ? undefined : folder.id,
    identity: Object.freeze(identity(site, id, spec.config)),
    config: Object.freeze(spec.template ? { ...config, template: true } : config),
    devices,
    place: Object.freeze({ host: host.id, pool: spec.template ? undefined : pool?.id, vApp: vApp?.id }),
    power: POWERED_OFF,
    files,
    ...inside(source.inside),
  };
  guardSpace(site.world, undefined, machine);
  const policies = {
    home: spec.location.profile ?? spec.config?.vmProfile,
    changes,
    disks: spec.location.disk,
    added: changed?.added,
    before: copies,
  };
  const told = withOutside(site, { ...machine, policy: vm.state.policy }, spec.config?.extraConfig);
  return { machine: withPolicies(site.world, told, policies), changed };
}

/** What the guest keeps on its disks comes along with them. */
function inside({ guest, guestSystem, customized }: Inside): Pick<Inside, 'guest' | 'guestSystem' | 'customized'> {
  const tools = guest && {
    toolsVersion: guest.toolsVersion,
    running: false,
    ...(guest.toolsType !== undefined && { toolsType: guest.toolsType }),
  };
  return {
    ...(tools && { guest: Object.freeze(tools) }),
    ...(guestSystem && { guestSystem: copiedSystem(guestSystem) }),
    ...(customized && { customized }),
  };
}

const NAME = 'VirtualMachine.clone';

const clone = verb<Cloning>({
  name: NAME,
  descriptionId: NAME,
  exclusive: false,
  steps: {
    begin(step) {
      const vm = machineOf(step);
      const id = step.site.world.numbers.id('vm');
      const { machine } = clonePlan(step, vm, id);
      const { customization } = step.args.spec;
      if (customization) checkCustomization(step.site, machine, customization);
      announceClone(step, vm, machine, id);
      return { next: 'finish', after: step.site.latency.duration(NAME, copiedGib(machine)), state: id };
    },
    finish(step) {
      const { site, args } = step;
      const vm = machineOf(step);
      const { machine, changed } = clonePlan(step, vm, step.state as string);
      const made = site.world.create(vmKind, machine, step.state as string);
      settle(site, made, changed);
      tellHeld(step as Work<never>, made, args.spec.config?.instanceUuid);
      tellNew(step as Work<never>, made);
      tellCloned(step, vm, made);
      if (args.spec.customization) customize(site, made, args.spec.customization);
      if (args.spec.powerOn) switchOn(step, made);
      return { done: true, result: made.ref };
    },
  },
  failed(step, fault) {
    const vm = step.site.world.as(vmKind, step.request.target.value);
    if (vm) tellCloneFailed(step, vm, fault);
  },
});

/** A linked disk is made at once; a copy takes as long as it has bytes. */
function copiedGib({ devices }: Machine): number {
  const bytes = devices.reduce((sum, d) => sum + (d.backing?.used ?? d.capacityInBytes ?? 0), 0);
  return bytes / 2 ** 30;
}

function switchOn(step: Work<Cloning>, made: Vm): void {
  tell(step as Work<never>, made, 'VmStartingEvent');
  start(step.site, made, hostToStart(made, askedHost(step.site, step.args.spec.location.host)));
  tellPoweredOn(step as Work<never>, made);
}

export const cloneMethods: MethodsOf<'VirtualMachine', Machine> = {
  CloneVM_Task: (call, self, args) => call.startTask(NAME, self as never, { ...args }),
};

export const cloneVerbs: readonly Verb<Site, never>[] = [clone];
