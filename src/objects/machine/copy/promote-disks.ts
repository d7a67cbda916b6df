/** PromoteDisks_Task: deltas taken together with what they lie on, and what is shared with other machines made its own. */
import { VimFault } from '../../../world/fault.ts';
import type { Verb } from '../../../world/tasks.ts';
import { type MethodsOf, verb } from '../../managed-object.ts';
import type { Site } from '../../site.ts';
import { type Backing, chain, type Device, fileKey, isDisk, sameFile } from '../device/device.ts';
import { contentOf, heldBy } from '../device/disk-content.ts';
import { letGo } from '../disk-owner.ts';
import { guardSpace } from '../disk-room.ts';
import type { FileAt, Machine } from '../machine.ts';
import { deviceLists } from '../snapshot/delta.ts';
import { consolidated } from '../snapshot/snapshot-loose.ts';
import { machineOf, touched, type Vm, type Work } from '../work.ts';
import { freeDiskNames } from './clone-disks.ts';

interface Promotion {
  readonly unlink: boolean;
  /** Keys; none means all disks. */
  readonly keys?: readonly number[] | undefined;
}

const NAME = 'VirtualMachine.promoteDisks';
type Step = Work<Promotion>;

/** The machine after the promotion, and the bytes it copies. */
interface Promoted {
  readonly machine: Pick<Machine, 'devices' | 'snapshots' | 'loose'>;
  readonly bytes: number;
}

function promoted({ site, args }: Step, vm: Vm): Promoted {
  const own = args.unlink ? unshared(site, vm, args) : { machine: vm.state, bytes: 0 };
  // Whatever lies below a delta, and is no snapshot's, is taken together with it.
  const below = own.machine.devices
    .filter((d) => isChosen(d, args))
    .flatMap((d) =>
      Array.from(chain(d.backing))
        .slice(1)
        .flatMap((b) => b.file ?? []),
    );
  const { devices, snapshots, loose = [] } = own.machine;
  const all = [...loose, ...below.filter((f) => !loose.some((l) => sameFile(l, f)))];
  const { loose: left, ...merged } = consolidated(site, { devices, snapshots, loose: all });
  const still = left?.filter((f) => loose.some((l) => sameFile(l, f)));
  return { machine: { ...merged, loose: still?.length ? Object.freeze(still) : undefined }, bytes: own.bytes };
}

function isChosen(d: Device, { keys }: Promotion): boolean {
  return isDisk(d) && d.backing?.file !== undefined && (keys === undefined || keys.includes(d.key));
}

/** The machine with a copy of its own of each file that is another's, or that other machines' disks stand on too. */
function unshared(site: Site, vm: Vm, args: Promotion): Promoted {
  const name = freeDiskNames(site, vm.state.files);
  const copies = new Map<string, Backing>();
  let bytes = 0;
  const copied = (b: Backing, d: Device): Backing => {
    const known = copies.get(fileKey(b.file!));
    if (known) return known;
    const capacity = d.capacityInBytes ?? 0;
    const held = heldBy(b, capacity);
    const content = contentOf(b);
    const { parent: _parent, foreign: _foreign, deltaDiskFormat: _f, deltaDiskFormatVariant: _v, ...plain } = b;
    const uuid = site.ids.diskUuid(`${vm.id}/promoted/${fileKey(b.file!)}`).replace('c29', 'C29');
    const file = name(vm.state.files.vmx.datastore);
    const made = Object.freeze({ ...plain, file, uuid, used: held, ...(content.length > 0 && { content }) } as Backing);
    copies.set(fileKey(b.file!), made);
    bytes += held;
    return made;
  };
  const own = (b: Backing, d: Device): Backing => {
    if (b.foreign || isShared(site, b.file)) return copied(b, d);
    const parent = b.parent && own(b.parent, d);
    return parent === b.parent ? b : Object.freeze({ ...b, parent });
  };
  const list = (devices: readonly Device[]): readonly Device[] =>
    Object.freeze(
      devices.map((d) => {
        const backing = isChosen(d, args) ? own(d.backing!, d) : d.backing;
        return backing === d.backing ? d : Object.freeze({ ...d, backing });
      }),
    );
  const { devices, snapshots, loose } = vm.state;
  const after = snapshots && {
    ...snapshots,
    list: snapshots.list.map((s) => ({ ...s, saved: Object.freeze({ ...s.saved, devices: list(s.saved.devices) }) })),
  };
  return { machine: { devices: list(devices), snapshots: after, loose }, bytes };
}

function isShared(site: Site, file: FileAt | undefined): boolean {
  return file !== undefined && site.world.lookup.get('vmFile', fileKey(file)).size > 1;
}

function guarded(step: Step): { readonly vm: Vm; readonly after: Promoted } {
  const vm = machineOf(step as Work<never>);
  if (vm.state.power.state === 'suspended') {
    throw new VimFault('InvalidPowerState', { requestedState: 'poweredOff', existingState: 'suspended' });
  }
  const after = promoted(step, vm);
  guardSpace(step.site.world, vm.state, { ...vm.state, ...after.machine });
  return { vm, after };
}

export const promoteVerb: Verb<Site, never> = verb<Promotion>({
  name: NAME,
  descriptionId: NAME,
  steps: {
    begin(step) {
      const { after } = guarded(step);
      return { next: 'finish', after: step.site.latency.duration(NAME, after.bytes / 2 ** 30) };
    },
    finish(step) {
      const { vm, after } = guarded(step);
      const before = deviceLists(vm.state);
      const changed = deviceLists(after.machine).some((devices, i) => devices !== before[i]);
      if (changed) step.site.world.update(vm, { ...after.machine, identity: touched(step.site, vm) });
      letGo(step.site, before, deviceLists(vm.state), () => false);
      return { done: true };
    },
  },
});

export const promoteMethods: MethodsOf<'VirtualMachine', Machine> = {
  PromoteDisks_Task: (call, self, { unlink, disks }) =>
    call.startTask(NAME, self as never, { unlink, keys: disks?.map((d) => d.key) }),
};
