/** AttachDisk_Task and DetachDisk_Task: a first class disk becomes a machine's, and is its own again. */
import type { VirtualMachineConfigSpec } from '../../../vim25/generated/index.ts';
import type { Ref } from '../../../vim25/value.ts';
import { VimFault } from '../../../world/fault.ts';
import type { Verb } from '../../../world/tasks.ts';
import { reconfigured, settle } from '../../machine/config/reconfigure.ts';
import { type Device, isDisk } from '../../machine/device/device.ts';
import { machineOf, tell, type Vm, type Work } from '../../machine/work.ts';
import { type AnyMethod, verb } from '../../managed-object.ts';
import type { Site } from '../../site.ts';
import { machinesWith, nameOfFile } from '../disk/disk-at.ts';
import { diskOf, fcdNamed, fcdOf } from './first-class-disk.ts';
import { holdersOf } from './whereabouts.ts';

interface Attachment {
  readonly diskId: { readonly id: string };
  readonly datastore: Ref<'Datastore'>;
  readonly controllerKey?: number | undefined;
  readonly unitNumber?: number | undefined;
}

function attachment(site: Site, vm: Vm, args: Attachment): VirtualMachineConfigSpec {
  const disk = fcdNamed(site.world, { id: args.diskId, datastore: args.datastore });
  const { file } = diskOf(disk);
  for (const _ of machinesWith(site.world, disk.state.place)) throw new VimFault('InvalidState');
  const device = {
    _typeName: 'VirtualDisk',
    key: -1,
    controllerKey: args.controllerKey ?? controllerFor(vm),
    unitNumber: args.unitNumber,
    vDiskId: { id: disk.state.identity.id },
    backing: {
      _typeName: 'VirtualDiskFlatVer2BackingInfo',
      fileName: nameOfFile(site.world, file),
      diskMode: 'independent_persistent',
    },
  };
  return { deviceChange: [{ operation: 'add', device }] } as unknown as VirtualMachineConfigSpec;
}

/** The first SCSI controller of the machine; the disk is for that. */
function controllerFor({ state }: Vm): number {
  const found = state.devices.find((d) => /SCSI|Logic/.test(d._typeName) && d.busNumber !== undefined);
  if (!found) throw new VimFault('MissingController', { property: 'controllerKey' });
  return found.key;
}

/** One whose files somebody took away is still the machine's device. */
function deviceOf({ world }: Site, vm: Vm, id: string): Device | undefined {
  const disk = fcdOf(world, { id });
  const held = disk && [...holdersOf(world, disk.state.place)].find((holder) => holder.vm.id === vm.id)?.device;
  const named = (d: Device) => (d['vDiskId'] as { readonly id: string } | undefined)?.id === id.toLowerCase();
  return held ?? vm.state.devices.find((d) => isDisk(d) && named(d));
}

function detachment(site: Site, vm: Vm, id: string): VirtualMachineConfigSpec {
  const device = deviceOf(site, vm, id);
  if (!device) throw new VimFault('NotFound');
  const removal = { operation: 'remove', device: { _typeName: 'VirtualDisk', key: device.key } };
  return { deviceChange: [removal] } as unknown as VirtualMachineConfigSpec;
}

function changing<A>(
  name: string,
  specOf: (site: Site, vm: Vm, args: A) => VirtualMachineConfigSpec,
): Verb<Site, never> {
  return verb<A>({
    name,
    descriptionId: name,
    steps: {
      begin(step) {
        const vm = machineOf(step as Work<never>);
        reconfigured(step.site, vm, specOf(step.site, vm, step.args));
        return { next: 'finish', after: step.site.latency.duration(name) };
      },
      finish(step) {
        const vm = machineOf(step as Work<never>);
        const spec = specOf(step.site, vm, step.args);
        const { machine, changed } = reconfigured(step.site, vm, spec);
        const { devices } = vm.state;
        step.site.world.update(vm, machine);
        settle(step.site, vm, changed, devices);
        tell(step as Work<never>, vm, 'VmReconfiguredEvent', { configSpec: spec });
        return { done: true };
      },
    },
  });
}

const ATTACH = 'VirtualMachine.attachDisk';
const DETACH = 'VirtualMachine.detachDisk';

/** Added to VirtualMachine. */
export const attachMethods: {
  readonly type: 'VirtualMachine';
  readonly methods: { readonly [name: string]: AnyMethod };
  readonly verbs: readonly Verb<Site, never>[];
} = {
  type: 'VirtualMachine',
  methods: {
    AttachDisk_Task: (call, self, args: Attachment) => call.startTask(ATTACH, self, { ...args }),
    DetachDisk_Task: (call, self, args: { readonly diskId: { readonly id: string } }) =>
      call.startTask(DETACH, self, { ...args }),
  },
  verbs: [
    changing<Attachment>(ATTACH, attachment),
    changing<{ readonly diskId: { readonly id: string } }>(DETACH, (site, vm, { diskId }) =>
      detachment(site, vm, diskId.id),
    ),
  ],
};
